import { ClubError } from "vafa";
import { type LedgerStore, openMemoryStore, recordDecision, requestParts, verifyChain } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { told } from "../hostile/act.js";
import { cafe, on, purchase } from "./books.js";

const club = cafe();

/** `code path` of each issue that it rejects with. */
async function issuesOf(promise: Promise<unknown>): Promise<readonly string[]> {
  try {
    await promise;
    return [];
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return told(error.issues);
  }
}

function book(store: LedgerStore, id: string, visit = {}, key = id) {
  return recordDecision(store, club, purchase(id, visit), { idempotencyKey: key });
}

/** A store with 10,000 of credit in it. */
async function stocked(): Promise<LedgerStore> {
  const store = openMemoryStore();
  await book(store, "t-1");
  return store;
}

const pay = { redeem: "10000", at: on("2026-11-22") };

/** A store in which another till is quicker, so many times. */
function contested(store: LedgerStore, times: number): LedgerStore {
  let left = times;
  return {
    ...store,
    async append(entries, terms) {
      if (left > 0) {
        left -= 1;
        await book(store, `quicker-${terms.idempotencyKey}-${left}`);
      }
      return store.append(entries, terms);
    },
  };
}

describe("recordDecision", () => {
  it("decides by the stored standing, and books it", async () => {
    const store = await stocked();
    const booked = await book(store, "t-2", pay);
    expect(booked).toMatchObject({
      status: "recorded",
      replayed: false,
      decision: { totals: { due: "90000" }, entry: { sequence: 3 }, intents: [] },
    });
    // The points of the day before came first.
    expect(await store.entries("m-1")).toHaveLength(3);
    expect((await store.entries("m-1", 1)).map(({ sequence }) => sequence)).toEqual([2, 3]);
    expect((await store.standing("m-1"))?.visits).toBe(2);
    expect(await store.entries("m-2")).toEqual([]);
  });

  it("replays what was asked before, byte for byte, also once the balance is gone", async () => {
    const store = await stocked();
    const first = await book(store, "t-2", pay);
    await book(store, "t-3");
    const again = await book(store, "t-2", pay);
    expect(again).toMatchObject({ status: "recorded", replayed: true });
    expect(JSON.stringify({ ...again, replayed: false })).toBe(JSON.stringify(first));
    expect(await store.entries("m-1")).toHaveLength(4);
  });

  it("names what differs where a key comes back with another request", async () => {
    const store = await stocked();
    const other = { ...purchase("t-1", { price: "5" }), facts: {} };
    expect(await issuesOf(recordDecision(store, club, other, { idempotencyKey: "t-1" }))).toEqual([
      "idempotency-key /facts",
      "idempotency-key /transaction/lines",
    ]);
  });

  it("decides again where another till was quicker, and gives up after five times", async () => {
    const store = await stocked();
    const booked = await book(contested(store, 5), "t-2");
    expect(booked).toMatchObject({ decision: { entry: { sequence: 7 } } });
    expect(await issuesOf(book(contested(store, 6), "t-3"))).toEqual(["ledger-conflict "]);
    expect(await store.find("t-3")).toBeUndefined();
    expect(verifyChain(await store.entries("m-1"))).toMatchObject({ ok: true, head: { sequence: 13 } });
  });

  it("books nothing that differs from what was shown, and shows what it would be now", async () => {
    const store = await stocked();
    const request = purchase("t-2");
    const member = { ...request.member, id: "m-1", standing: await store.standing("m-1") };
    const quote = club.quote({ ...request, member });
    await book(store, "t-3");
    const stale = await recordDecision(store, club, request, { idempotencyKey: "t-2", quote });
    expect(stale).toMatchObject({
      status: "quoteStale",
      quote: { balances: [{ wallet: "credit", before: "20000" }, {}] },
    });
    if (stale.status !== "quoteStale") throw new Error("it is stale");
    expect(Object.keys(stale.quote)).not.toContain("entry");
    const terms = { idempotencyKey: "t-2", quote: JSON.parse(JSON.stringify(stale.quote)) };
    expect(await recordDecision(store, club, request, terms)).toMatchObject({ status: "recorded" });
  });

  it("decides for guests, whom no ledger knows", async () => {
    const store = openMemoryStore();
    const { member: _, ...guest } = purchase("t-1");
    const decided = await recordDecision(store, club, guest, { idempotencyKey: "t-1" });
    const advanced = { entries: [], intents: [], clubUses: [] };
    expect(decided).toEqual({
      status: "recorded",
      replayed: false,
      decision: club.evaluate(guest),
      advanced,
    });
    expect(await store.find("t-1")).toBeUndefined();
  });

  it("rejects wrong requests and options with a ClubError, and hands on what a store fails with", async () => {
    const store = openMemoryStore();
    const options = { idempotencyKey: "k" };
    const standing = { ...purchase("t-1"), member: { id: "m-1", standing: {} } };
    expect(await issuesOf(recordDecision(store, club, standing, options))).toEqual([
      "one-of /member/standing",
    ]);
    expect(await issuesOf(recordDecision(store, club, null, options))).toEqual(["type "]);
    expect(await issuesOf(recordDecision(store, club, { member: { id: "m-1" } }, options))).toEqual([
      "required /transaction",
    ]);
    expect(await issuesOf(recordDecision(store, club, purchase("t-1"), {} as never))).toEqual([
      "required /options/idempotencyKey",
    ]);
    expect(await issuesOf(recordDecision(null as never, club, purchase("t-1"), options))).toEqual([
      "type /store",
    ]);
    expect(await issuesOf(recordDecision(store, {} as never, purchase("t-1"), options))).toEqual([
      "type /club",
    ]);
    const down = { ...store, standing: () => Promise.reject(new TypeError("the line is down")) };
    await expect(recordDecision(down, club, purchase("t-1"), options)).rejects.toThrow("the line is down");
  });
});

describe("the store in memory", () => {
  const terms = { expectedSequence: 0, idempotencyKey: "k", memberId: "m-1", asked: [], answer: null };
  const entries = async () => (await stocked()).entries("m-1");

  it("takes a batch that follows, all of it or nothing", async () => {
    const store = openMemoryStore();
    const [entry] = await entries();
    if (entry === undefined) throw new Error("an entry was booked");
    expect(await issuesOf(store.append([entry, entry], terms))).toEqual(["chain-mismatch /entry/sequence"]);
    expect(await store.standing("m-1")).toBeUndefined();
    expect(await store.append([entry], terms)).toEqual({ status: "appended", entries: [entry] });
    expect(await store.append([entry], terms)).toMatchObject({ status: "known", kept: { entries: [entry] } });
    expect(await store.append([entry], { ...terms, idempotencyKey: "l" })).toEqual({
      status: "conflict",
      sequence: 1,
    });
  });

  it("refuses what is another member's, changed, or no entry", async () => {
    const store = openMemoryStore();
    const [entry] = await entries();
    const append = (one: unknown, more = {}) => issuesOf(store.append([one] as never, { ...terms, ...more }));
    expect(await append(entry, { memberId: "m-2" })).toEqual(["chain-mismatch /entries/0/memberId"]);
    expect(await append({ ...entry, at: on("2026-11-20") })).toEqual(["entry-hash /entry/hash"]);
    expect(await append(5)).toEqual(["type /entries/0"]);
    expect(await append(entry, { expectedSequence: -1 })).toEqual(["number-range /terms/expectedSequence"]);
    expect(await issuesOf(store.entries("m-1", 0.5))).toEqual(["number-format /after"]);
    expect(await store.standing("m-1")).toBeUndefined();
  });

  it("keeps its own copy", async () => {
    const store = openMemoryStore();
    const [entry] = structuredClone(await entries());
    if (entry === undefined) throw new Error("an entry was booked");
    await store.append([entry], terms);
    Reflect.set(entry, "sequence", 99);
    const [kept] = await store.entries("m-1");
    expect(kept?.sequence).toBe(1);
    expect(() => Reflect.set(kept ?? {}, "sequence", 99)).not.toThrow();
    expect((await store.entries("m-1"))[0]?.sequence).toBe(1);
  });
});

describe("the parts of a request", () => {
  it("are the same whatever the order of keys, and say nothing of what they stand for", () => {
    const parts = requestParts({
      transaction: { id: "t", at: "x" },
      member: { id: "m", name: "n" },
      clubUses: [],
    });
    expect(parts.map(({ path }) => path)).toEqual(["/member", "/transaction/at", "/transaction/id"]);
    expect(requestParts({ member: { name: "n", id: "m" }, transaction: { at: "x", id: "t" } })).toEqual(
      parts,
    );
    expect(parts.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });
});
