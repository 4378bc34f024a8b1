import { createChainVerifier, standingOf, verifyChain } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { attempt } from "../hostile/act.js";
import { chainOf, entryAt, FIVE, forged, rewritten } from "./books.js";

const entries = chainOf(FIVE);
const head = { sequence: 5, hash: entryAt(entries, 4).hash };

/** `sequence reason path` of the first fault. */
function fault(chain: Iterable<unknown>, options = {}): string {
  const verified = verifyChain(chain, options);
  if (verified.ok) return "sound";
  return `${verified.sequence} ${verified.reason} ${verified.issues[0]?.path}`;
}

const without = (place: number) => entries.filter((_, index) => index !== place);

describe("verifyChain", () => {
  it("finds a sound chain sound, as a list, as a generator, and with nothing in it", () => {
    expect(verifyChain(entries)).toEqual({ ok: true, head });
    expect(verifyChain(new Set(JSON.parse(JSON.stringify(entries))))).toEqual({ ok: true, head });
    expect(verifyChain([])).toEqual({ ok: true, head: null });
  });

  it("tells where an entry was changed, removed, put in or swapped", () => {
    const [one, two, three, four, five] = entries;
    expect(fault([one, { ...two, at: "2026-11-22T17:30:01+03:30" }, three])).toBe("2 entry-hash /hash");
    expect(fault(without(2))).toBe("3 chain-mismatch /sequence");
    expect(fault(without(0))).toBe("1 chain-mismatch /sequence");
    expect(fault([one, two, two, three])).toBe("3 chain-mismatch /sequence");
    expect(fault([one, three, two, four, five])).toBe("2 chain-mismatch /sequence");
    // The same sequence of another history of the same member.
    const other = chainOf([{ price: "70000" }, {}, {}]);
    expect(fault([one, other[1], three])).toBe("2 chain-mismatch /previousHash");
  });

  it("tells another member's entry, also one that was made to fit", () => {
    const stranger = forged(entryAt(entries, 1), { memberId: "m-2" });
    expect(fault([entries[0], stranger])).toBe("2 member-mismatch /memberId");
  });

  it("cannot see a chain that ends too early: that is what checkpoints are for", () => {
    expect(verifyChain(entries.slice(0, 2)).ok).toBe(true);
  });

  it("goes on where a standing ends, and counts what it has", () => {
    const from = standingOf(entries.slice(0, 2));
    expect(verifyChain(entries.slice(2), { from: from ?? {} })).toEqual({ ok: true, head });
    // Without it, the lots that the third visit spends are nobody's.
    expect(fault(entries.slice(2), { from: { head: from?.head } })).toMatch(/^3 lot-mismatch /);
  });

  it("takes memory for one head only: the first fault stays", () => {
    const verifier = createChainVerifier();
    expect(verifier.verified()).toEqual({ ok: true, head: null });
    verifier.add(entries[0]);
    const broken = verifier.add(entries[2]);
    expect(broken).toMatchObject({ ok: false, sequence: 2 });
    expect(verifier.add(entries[1])).toBe(broken);
    expect(verifier.verified()).toBe(broken);
  });

  it.each([[null], ["x"], [[]], [{}], [{ hash: 1 }], [new Map()], [undefined], [Symbol("x")], [() => 1]])(
    "says of %s that it is no entry",
    (junk) => {
      expect(fault([junk])).toMatch(/^1 entry-form /);
    },
  );

  it("throws nothing but a ClubError for what is no list, and for options that are none", () => {
    const broken = {
      *[Symbol.iterator]() {
        yield entries[0];
        throw new Error("the disk is gone");
      },
    };
    for (const list of [undefined, null, 5, {}, broken]) {
      const outcome = attempt(() => verifyChain(list as never));
      expect(outcome).toMatchObject({ ok: false, issues: [{ code: "type", path: "" }] });
    }
    const outcome = attempt(() => verifyChain([], { audit: "all" } as never));
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: "enum", path: "/options/audit" }] });
  });
});

describe("the figures of a sealed entry", () => {
  const third = entryAt(entries, 2);
  const [line] = third.lines;
  const [award] = third.awards;
  const [redemption] = third.redemptions;
  const [posting] = third.postings;

  it.each([
    ["a line that does not add up", { lines: [{ ...line, paid: "90000" }] }, "/lines/0"],
    ["a total of the list", { totals: { ...third.totals, list: "100001" } }, "/totals/list"],
    ["a total due", { totals: { ...third.totals, due: "0" } }, "/totals/due"],
    ["a total of discounts", { totals: { ...third.totals, discount: "1" } }, "/totals/discount"],
    ["a total redeemed", { totals: { ...third.totals, redeemed: "1" } }, "/totals/redeemed"],
    ["what counts towards the tiers", { progress: { spend: "1", visits: 1 } }, "/progress/spend"],
    ["an award above its lines", { awards: [{ ...award, amount: "99999" }, third.awards[1]] }, "/awards/0"],
    [
      "an award that nobody got",
      { awards: [...third.awards, { ...award, amount: "1", amounts: [] }] },
      "/awards",
    ],
    ["an award that is not told", { awards: [third.awards[0]] }, "/awards"],
    ["a redemption above its draws", { redemptions: [{ ...redemption, amount: "15001" }] }, "/redemptions/0"],
    ["a redemption above its lines", { redemptions: [{ ...redemption, value: "15001" }] }, "/redemptions/0"],
    ["a redemption that is not told", { redemptions: [] }, "/postings"],
    ["a lot that is not posted", { lots: [...third.lots, { ...third.lots[0], id: "gift" }] }, "/postings"],
    ["a posting that is left out", { postings: third.postings.slice(1) }, "/postings"],
    ["a posting to itself", { postings: [{ ...posting, to: posting?.from }] }, "/postings/0"],
  ])("%s", (_, change, path) => {
    expect(fault(rewritten(entries, 2, change))).toBe(`3 ledger-unbalanced ${path}`);
    expect(fault(rewritten(entries, 2, change), { audit: "hashes" })).toBe("sound");
  });

  it("are read as the entries write them", () => {
    expect(fault(rewritten(entries, 2, { postings: [{ ...posting, amount: "-1" }] }))).toMatch(
      /^3 entry-form /,
    );
    expect(fault(rewritten(entries, 2, { totals: null }))).toBe("3 entry-form /totals");
    expect(fault(rewritten(entries, 2, { lots: undefined }))).toBe("3 entry-form /lots");
  });
});
