import { ClubError, type Entry } from "vafa";
import {
  balancesAt,
  type LedgerStore,
  openMemoryStore,
  recordAdjustment,
  recordAdvance,
  recordDecision,
  recordExchange,
  recordRefund,
  verifyChain,
} from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { decideAfter } from "../../src/ledger/advanced.js";
import { told } from "../hostile/act.js";
import { cafe, on, purchase } from "./books.js";

const club = cafe();

async function issuesOf(promise: Promise<unknown>): Promise<readonly string[]> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return [];
  if (!(error instanceof ClubError)) throw error;
  return told(error.issues);
}

const buy = (store: LedgerStore, id: string, visit = {}, one = club) =>
  recordDecision(store, one, purchase(id, visit), { idempotencyKey: id });

const member = { id: "m-1" };
const whole = [{ line: "1", quantity: "1" }];
const back = (sale: string | Entry, id = "r-1", at = on("2026-11-23")) => ({
  id,
  at,
  member,
  sale,
  returned: whole,
});
const refund = (store: LedgerStore, request: object, key = "r-1") =>
  recordRefund(store, club, request as never, { idempotencyKey: key });

/** Every append is refused by a till that is quicker, so many times. */
function contested(store: LedgerStore, times: number): LedgerStore {
  let left = times;
  return {
    ...store,
    async append(entries, terms) {
      if (left > 0) {
        left -= 1;
        await buy(store, `quicker-${terms.idempotencyKey}-${left}`);
      }
      return store.append(entries, terms);
    },
  };
}

async function sold(): Promise<LedgerStore> {
  const store = openMemoryStore();
  await buy(store, "t-1");
  return store;
}

describe("what fell due by itself", () => {
  it("is booked before the purchase, in the same batch, and told beside it", async () => {
    const store = await sold();
    const booked = await buy(store, "t-2", { at: on("2026-11-24") });
    // The points of 21 November can be used from the 22nd on.
    expect(booked).toMatchObject({
      advanced: { entries: [{ kind: "advance", at: on("2026-11-22"), sequence: 2 }] },
      decision: { entry: { kind: "purchase", sequence: 3 } },
    });
    const entries = await store.entries("m-1");
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(verifyChain(entries)).toMatchObject({ ok: true, head: { sequence: 3 } });
    const again = await buy(store, "t-2", { at: on("2026-11-24") });
    expect(JSON.stringify({ ...again, replayed: false })).toBe(JSON.stringify(booked));
    expect(await store.entries("m-1")).toHaveLength(3);
  });

  it("is booked with a refusal too, and not with a quote that is stale", async () => {
    const store = await sold();
    const refused = await buy(store, "t-2", { at: on("2026-11-24"), redeem: "10001" });
    expect(refused).toMatchObject({
      decision: { status: "refused" },
      advanced: { entries: [{ sequence: 2 }] },
    });
    expect(await store.entries("m-1")).toHaveLength(2);
    const quote = club.quote({ transaction: purchase("t-3").transaction });
    const options = { idempotencyKey: "t-3", quote };
    const request = purchase("t-3", { at: on("2027-07-01") });
    expect(await recordDecision(store, club, request, options)).toMatchObject({ status: "quoteStale" });
    expect(await store.entries("m-1")).toHaveLength(2);
  });

  it("is added to what the host counts of the whole club", () => {
    const rows = [
      { offer: "party", uses: 1, members: 1 },
      { budget: "gifts", amount: "500" },
      { offer: "new", uses: 1, members: 0 },
    ];
    const early = {
      ...club,
      advance: () => ({ entries: [], intents: [], clubUses: rows, standing: undefined }),
    };
    const request = {
      clubUses: [
        { offer: "party", uses: 3 },
        { budget: "gifts", amount: "1.50" },
      ],
    };
    let counted: unknown;
    decideAfter({ club: early as never, request, at: on("2026-11-23"), standing: {} }, ({ clubUses }) => {
      counted = clubUses;
      return { told: {}, entries: [] };
    });
    expect(counted).toEqual([
      { offer: "party", uses: 4, members: 1 },
      { budget: "gifts", amount: "501.50" },
      { offer: "new", uses: 1, members: 0 },
    ]);
  });
});

describe("recordAdvance", () => {
  it("books what time brought, once, and the same again under the same key", async () => {
    const store = await sold();
    const night = { member, at: on("2027-06-01") };
    const first = await recordAdvance(store, club, night, { idempotencyKey: "n-1" });
    expect(first).toMatchObject({
      replayed: false,
      decision: {
        entries: [
          { kind: "advance", at: on("2026-11-22") },
          { kind: "advance", reminders: [{ kind: "expiring" }] },
          { kind: "advance", expiries: [{ amount: "10000" }] },
        ],
      },
    });
    const again = await recordAdvance(store, club, night, { idempotencyKey: "n-1" });
    expect(JSON.stringify({ ...again, replayed: false })).toBe(JSON.stringify(first));
    const later = await recordAdvance(store, club, night, { idempotencyKey: "n-2" });
    expect(later).toMatchObject({ replayed: false, decision: { entries: [], intents: [] } });
    const chain = await store.entries("m-1");
    expect(verifyChain(chain).ok).toBe(true);
    expect(balancesAt(chain, on("2027-06-01"))[0]).toMatchObject({ spendable: "0", expired: "0" });
  });

  it("asks since when time passes, of a member without a chain", async () => {
    const asked = recordAdvance(
      openMemoryStore(),
      club,
      { member, at: on("2027-06-01") },
      { idempotencyKey: "n" },
    );
    expect(await issuesOf(asked)).toEqual(["required /member/joinedAt"]);
  });
});

describe("recordRefund", () => {
  it("finds the sale in the member's chain, by its id or its entry, and takes it back", async () => {
    const store = await sold();
    const [entry] = (await store.entries("m-1")) as readonly Entry[];
    if (entry === undefined) throw new Error("it was booked");
    const booked = await refund(store, back("t-1"));
    expect(booked).toMatchObject({
      status: "recorded",
      replayed: false,
      decision: { status: "accepted", totals: { due: "100000" }, entry: { kind: "refund", sequence: 3 } },
    });
    expect(JSON.stringify(await refund(store, back("t-1")))).toBe(
      JSON.stringify({ ...booked, replayed: true }),
    );
    expect(await refund(store, back(entry, "r-2"), "r-2")).toMatchObject({ decision: { status: "refused" } });
    expect(verifyChain(await store.entries("m-1")).ok).toBe(true);
  });

  it("knows no sale that was never booked, or is another's, or no sale", async () => {
    const store = await sold();
    const [entry] = (await store.entries("m-1")) as readonly Entry[];
    await recordDecision(
      store,
      club,
      { ...purchase("other"), member: { id: "m-2" } },
      { idempotencyKey: "other" },
    );
    await refund(store, back("t-1"));
    for (const sale of ["never", "other", "r-1", 5, { ...entry, hash: "ab".repeat(32) }])
      expect(await issuesOf(refund(store, back(sale as never, "r-9"), "r-9"))).toEqual(["ref-missing /sale"]);
    expect(await issuesOf(refund(store, { ...back("t-1"), sale: undefined }, "r-9"))).toEqual([
      "required /sale",
    ]);
    expect(await store.find("r-9")).toBeUndefined();
  });

  it("decides again where a till was quicker, and gives up after five times", async () => {
    const store = await sold();
    expect(await refund(contested(store, 5), back("t-1"))).toMatchObject({
      decision: { status: "accepted" },
    });
    expect(await issuesOf(refund(contested(store, 6), back("t-1", "r-2"), "r-2"))).toEqual([
      "ledger-conflict ",
    ]);
    expect(await issuesOf(refund(store, back("t-1", "r-3"), "r-1"))).toEqual(["idempotency-key /id"]);
    expect(verifyChain(await store.entries("m-1")).ok).toBe(true);
  });

  it("is for members, whose standing the ledger has", async () => {
    const store = await sold();
    const guest = { ...back("t-1"), member: undefined };
    expect(await issuesOf(refund(store, guest))).toEqual(["required /member/id"]);
    const own = { ...back("t-1"), member: { id: "m-1", standing: {} } };
    expect(await issuesOf(refund(store, own))).toEqual(["one-of /member/standing"]);
    expect(await issuesOf(recordRefund(store, {} as never, back("t-1"), { idempotencyKey: "k" }))).toEqual([
      "type /club",
    ]);
  });
});

describe("recordAdjustment", () => {
  const by = { wallet: "credit", amount: "500", reason: "sorry", by: "Sara", direction: "in" };

  it("moves units by hand, once", async () => {
    const store = await sold();
    const request = { id: "a-1", at: on("2026-11-23"), member, ...by };
    const booked = await recordAdjustment(store, club, request, { idempotencyKey: "a-1" });
    expect(booked).toMatchObject({ decision: { status: "accepted", entry: { kind: "adjustment" } } });
    const again = await recordAdjustment(store, club, request, { idempotencyKey: "a-1" });
    expect(JSON.stringify(again)).toBe(JSON.stringify({ ...booked, replayed: true }));
    expect(balancesAt(await store.entries("m-1"), on("2026-11-23"))[0]).toMatchObject({ spendable: "10500" });
  });
});

describe("recordExchange", () => {
  const sale = (id: string, visit = {}) => {
    const { transaction } = purchase(id, { at: on("2026-11-23"), ...visit });
    return { transaction };
  };
  const { member: _, ...brought } = back("t-1");
  const exchange = (store: LedgerStore, request: object, key = "x-1") =>
    recordExchange(store, club, { member, ...request } as never, { idempotencyKey: key });

  it("books the refund and the sale on it, both at once", async () => {
    const store = await sold();
    const booked = await exchange(store, { refund: brought, sale: sale("t-2", { price: "120000" }) });
    expect(booked).toMatchObject({
      decision: {
        refund: { totals: { due: "100000" }, entry: { sequence: 3 } },
        sale: { totals: { due: "120000" }, entry: { sequence: 4 } },
      },
    });
    const again = await exchange(store, { refund: brought, sale: sale("t-2", { price: "120000" }) });
    expect(JSON.stringify(again)).toBe(JSON.stringify({ ...booked, replayed: true }));
    expect(verifyChain(await store.entries("m-1"))).toMatchObject({ ok: true, head: { sequence: 4 } });
    expect((await store.standing("m-1"))?.visits).toBe(1);
  });

  it("books neither where one is refused", async () => {
    const store = await sold();
    // The credit of the first sale went back with it.
    const refused = await exchange(store, { refund: brought, sale: sale("t-2", { redeem: "10000" }) });
    expect(refused).toMatchObject({
      decision: { sale: { status: "refused" }, refund: { status: "accepted" } },
    });
    expect((await store.entries("m-1")).map((entry) => (entry as Entry).kind)).toEqual([
      "purchase",
      "advance",
    ]);
    await refund(store, back("t-1"));
    const twice = await exchange(store, { refund: { ...brought, id: "r-2" }, sale: sale("t-3") }, "x-2");
    expect(twice).toMatchObject({ decision: { refund: { status: "refused" } } });
    expect(Object.keys(twice.decision)).toEqual(["refund"]);
  });

  it("says in which of the two something is wrong", async () => {
    const store = await sold();
    const wrong = (request: object) => issuesOf(exchange(store, request, "x-9"));
    expect(await wrong({ refund: { ...brought, sale: "never" }, sale: sale("t-2") })).toEqual([
      "ref-missing /refund/sale",
    ]);
    expect(await wrong({ refund: { ...brought, returned: [] }, sale: sale("t-2") })).toEqual([
      "array-too-short /refund/returned",
    ]);
    expect(await wrong({ refund: brought, sale: {} })).toEqual(["required /sale/transaction"]);
    expect(await store.entries("m-1")).toHaveLength(1);
  });
});
