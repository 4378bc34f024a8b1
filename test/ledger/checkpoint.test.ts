import { checkpoint, verifyCheckpoint, verifyLedger } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { attempt, told } from "../hostile/act.js";
import { chainOf, entryAt, FIVE, rewritten } from "./books.js";

const one = chainOf(FIVE, "m-1");
const two = chainOf(FIVE.slice(0, 3), "m-2");
const all = [...two, ...one];
const heads = [entryAt(two, 2), entryAt(one, 4)];
const sealed = checkpoint(heads);

const issuesOf = (act: () => unknown) => {
  const outcome = attempt(act);
  return outcome.ok ? [] : told(outcome.issues);
};

describe("a checkpoint", () => {
  it("lists the heads of all members by id, counts and seals them, in whatever order they come", () => {
    expect(sealed).toMatchObject({ v: 1, members: 2, heads: [{ memberId: "m-1" }, { memberId: "m-2" }] });
    expect(sealed.heads[0]).toEqual({ memberId: "m-1", sequence: 5, hash: entryAt(one, 4).hash });
    expect(checkpoint(heads.toReversed())).toEqual(sealed);
    const verified = verifyLedger(all);
    expect(verified.ok && checkpoint(verified.heads)).toEqual(sealed);
    expect(checkpoint([])).toMatchObject({ members: 0 });
  });

  it("is kept by a ledger that only went on, with members it did not know", () => {
    const later = [...chainOf([...FIVE, {}]), ...two, ...chainOf([{}], "m-3")];
    expect(verifyCheckpoint(sealed, later)).toEqual({ ok: true, members: 2 });
    expect(verifyCheckpoint(JSON.parse(JSON.stringify(sealed)), all).ok).toBe(true);
  });

  it("shows what was cut off, what was written anew, and what is not there", () => {
    expect(verifyCheckpoint(sealed, [...two, ...one.slice(0, 2)])).toEqual({
      ok: false,
      faults: [{ memberId: "m-1", reason: "ledger-truncated", sequence: 5, last: 2 }],
    });
    expect(verifyCheckpoint(sealed, [...two, ...rewritten(one, 3, { at: one[2]?.at })])).toEqual({
      ok: false,
      faults: [{ memberId: "m-1", reason: "ledger-fork", sequence: 5, last: 5 }],
    });
    const beyond = chainOf([...FIVE, {}]).filter(({ sequence }) => sequence !== 5);
    expect(verifyCheckpoint(sealed, beyond)).toEqual({
      ok: false,
      faults: [
        { memberId: "m-1", reason: "ledger-gap", sequence: 5, last: 6 },
        { memberId: "m-2", reason: "ledger-truncated", sequence: 3, last: 0 },
      ],
    });
  });

  it("tells two heads of one member, and one head twice", () => {
    const other = { ...entryAt(one, 4), hash: "ab".repeat(32) };
    expect(issuesOf(() => checkpoint([...heads, other]))).toEqual(["ledger-fork /2/memberId"]);
    expect(issuesOf(() => checkpoint([...heads, heads[0]]))).toEqual(["duplicate-id /2/memberId"]);
  });

  it("is refused where it was changed, and where it is none", () => {
    const [head] = sealed.heads;
    for (const change of [{ heads: [head] }, { members: 3 }, { hash: "0".repeat(64) }]) {
      const tampered = { ...sealed, ...change };
      expect(issuesOf(() => verifyCheckpoint(tampered, all))).toEqual(["entry-hash /checkpoint/hash"]);
    }
    expect(issuesOf(() => verifyCheckpoint({ ...sealed, v: 2 }, all))).toEqual(["enum /checkpoint/v"]);
    expect(issuesOf(() => verifyCheckpoint(undefined, all))).toHaveLength(1);
    expect(issuesOf(() => verifyCheckpoint(sealed, [5]))).toEqual(["type /0"]);
    expect(issuesOf(() => checkpoint([{ memberId: "m-1" }]))).toEqual([
      "required /0/sequence",
      "required /0/hash",
    ]);
  });
});
