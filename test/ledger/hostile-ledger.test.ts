import { ClubError } from "vafa";
import {
  balancesAt,
  checkpoint,
  createChainVerifier,
  type LedgerStore,
  liability,
  openMemoryStore,
  recordDecision,
  standingOf,
  trialBalance,
  verifyChain,
  verifyCheckpoint,
  verifyLedger,
  verifyLines,
} from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { attempt, many, told } from "../hostile/act.js";
import { cafe, chainOf, entryAt, FIVE, forged, on, purchase, rewritten } from "./books.js";

const entries = chainOf(FIVE);
const last = entryAt(entries, 4);

const verdict = (chain: Iterable<unknown>, options = {}) => {
  const verified = verifyChain(chain, options);
  return verified.ok ? "sound" : `${verified.sequence} ${verified.reason}`;
};

describe("the chain", () => {
  it("I01 one bit flipped anywhere in an entry is found, at that entry", () => {
    const text = JSON.stringify(entries[2]);
    let tried = 0;
    for (let at = 0; at < text.length; at += 3) {
      const flipped = `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ 1)}${text.slice(at + 1)}`;
      const entry = parsed(flipped);
      if (entry === undefined) continue;
      tried += 1;
      expect(verdict([entries[0], entries[1], entry, entries[3]])).toMatch(/^3 entry-(hash|form)$/);
    }
    expect(tried).toBeGreaterThan(200);
  });

  it("I03 the last three entries cut off: the chain verifies, the checkpoint does not", () => {
    const sealed = checkpoint([last]);
    const cut = entries.slice(0, 2);
    expect(verdict(cut)).toBe("sound");
    expect(verifyCheckpoint(sealed, cut)).toMatchObject({
      ok: false,
      faults: [{ memberId: "m-1", reason: "ledger-truncated", sequence: 5, last: 2 }],
    });
  });

  it("I05 postings that do not add up under a hash that is right", () => {
    const [first, ...others] = entryAt(entries, 3).postings;
    const postings = [{ ...first, amount: "9999" }, ...others];
    expect(verdict(rewritten(entries, 3, { postings }))).toBe("4 ledger-unbalanced");
  });

  it("I06 a lot spent twice, above what it holds, and another member's", () => {
    // The third visit drew 10,000 of the first lot, which is all of it, and 5,000 of the second, which has 5,000 left.
    const { postings, redemptions } = entryAt(entries, 2);
    const drawing = (lot: string) => {
      const was = redemptions[0]?.draws[0]?.lot;
      return rewritten(entries, 2, {
        postings: postings.map((posting) => (posting.lot === was ? { ...posting, lot } : posting)),
        redemptions: redemptions.map(({ draws, ...rest }) => ({
          ...rest,
          draws: draws.map((draw) => (draw.lot === was ? { ...draw, lot } : draw)),
        })),
      });
    };
    const [, second] = redemptions[0]?.draws ?? [];
    expect(verdict(drawing(second?.lot ?? ""))).toBe("3 lot-mismatch");
    expect(verdict(drawing(entryAt(chainOf(FIVE, "m-2"), 0).lots[0]?.id ?? ""))).toBe("3 lot-mismatch");
    // The fourth entry is the third again, sealed to fit.
    const twice = [
      ...entries.slice(0, 3),
      forged(entryAt(entries, 2), { sequence: 4, previousHash: entryAt(entries, 2).hash }),
    ];
    expect(verdict(twice)).toBe("4 lot-mismatch");
  });

  it("I06 a lot that could not be used then: expired, and not yet active", () => {
    const [lot, points] = entryAt(entries, 0).lots;
    for (const life of [{ expiresAt: on("2026-11-23") }, { activeAt: on("2026-11-25") }]) {
      const lots = [{ ...lot, ...life }, points];
      expect(verdict(rewritten(entries, 0, { lots }))).toBe("3 lot-mismatch");
    }
  });

  it("I08 an entry of a newer library: not read, and its hash verified all the same", () => {
    const newer = rewritten(entries, 3, { v: 3, novelty: { deep: [1, "x", null, true] } });
    expect(verdict(newer)).toBe("4 schema-version");
    expect(verdict(newer, { audit: "hashes" })).toBe("sound");
    expect(verdict([...newer.slice(0, 3), { ...newer[3], novelty: 1 }], { audit: "hashes" })).toBe(
      "4 entry-hash",
    );
    const outcome = attempt(() => trialBalance(newer));
    expect(outcome.ok ? [] : told(outcome.issues)).toEqual(["schema-version /3/v"]);
  });

  it("I13 asks no clock and no chance", () => {
    const [now, random] = [Date.now, Math.random];
    const refuse = () => {
      throw new Error("was asked");
    };
    try {
      Object.assign(Date, { now: refuse });
      Object.assign(Math, { random: refuse });
      expect(verdict(entries)).toBe("sound");
      expect(liability(entries, on("2026-12-01"))).toHaveLength(2);
      expect(checkpoint([last]).members).toBe(1);
      expect(standingOf(entries)?.visits).toBe(5);
    } finally {
      Object.assign(Date, { now });
      Object.assign(Math, { random });
    }
  });

  it("I15 a long ledger of many members is read as it comes, and nothing of it is kept", () => {
    const chains = ["m-1", "m-2", "m-3"].map((id) => chainOf(FIVE, id));
    function* mixed() {
      for (let place = 0; place < 5; place++) for (const chain of chains) yield chain[place];
    }
    expect(verifyLedger(mixed())).toMatchObject({
      ok: true,
      entries: 15,
      heads: [{}, {}, { memberId: "m-3" }],
    });
    // A thousand entries that follow on each other, without anybody to hold them.
    const verifier = createChainVerifier();
    let previousHash = "0".repeat(64);
    for (let sequence = 1; sequence <= 1_000; sequence++) {
      const entry = forged(
        { ...entryAt(entries, 0), hash: "" },
        { sequence, previousHash, lots: [], postings: [], awards: [] },
      );
      previousHash = entry.hash;
      verifier.add(entry);
    }
    expect(verifier.verified()).toEqual({ ok: true, head: { sequence: 1_000, hash: previousHash } });
  });

  it("I15 of many chains the broken one is named", () => {
    const broken = { ...entryAt(chainOf(FIVE, "m-2"), 1), at: on("2026-11-23") };
    const ledger = [...entries, entryAt(chainOf(FIVE, "m-2"), 0), broken];
    expect(verifyLedger(ledger)).toMatchObject({
      ok: false,
      memberId: "m-2",
      index: 6,
      sequence: 2,
      reason: "entry-hash",
    });
    expect(verifyLedger([...entries, 5])).toMatchObject({
      ok: false,
      memberId: "",
      index: 5,
      reason: "entry-form",
    });
  });

  it("I15 lines of a long ledger are read as they come: no line is asked for before the last is done with", () => {
    const line = JSON.stringify(entries[0]);
    let [given, open] = [0, 0];
    function* lines() {
      for (; given < 2_000; given++) {
        open += 1;
        yield given % 2 === 0 ? line.replace('"memberId":"m-1"', `"memberId":"m-${given}"`) : "";
        open -= 1;
        expect(open).toBe(0);
      }
    }
    // The first is sound; the second was changed, and nothing after it is read.
    expect(verifyLines([line, "", " "])).toMatchObject({ ok: true, entries: 1 });
    expect(verifyLines(lines())).toMatchObject({ ok: false, index: 0, reason: "entry-hash" });
    expect(given).toBe(0);
  });

  it("I15 a line with a key twice, cut off, or no line, is no entry", () => {
    const [line = "", other = ""] = entries.map((entry) => JSON.stringify(entry));
    const twice = line.replace('"v":1', '"v":1,"v":1');
    for (const broken of [twice, line.slice(0, -1), `${line}${other}`, "null"])
      expect(verifyLines([broken])).toMatchObject({ ok: false, index: 0, reason: "entry-form" });
    expect(verifyLines([` ${line}`, other])).toMatchObject({ ok: true, entries: 2 });
    const outcome = attempt(() => verifyLines([5] as never));
    expect(outcome.ok ? [] : told(outcome.issues)).toEqual(["type "]);
  });

  it("I16 two heads of one chain are a fork, at the checkpoint and after it", () => {
    const fork = { ...last, hash: entryAt(entries, 3).hash };
    const outcome = attempt(() => checkpoint([last, fork]));
    expect(outcome.ok ? [] : told(outcome.issues)).toEqual(["ledger-fork /1/memberId"]);
    const other = rewritten(entries, 4, { requestHash: "ab".repeat(32) });
    expect(verdict(other)).toBe("sound");
    expect(verifyCheckpoint(checkpoint([last]), other)).toMatchObject({
      faults: [{ reason: "ledger-fork" }],
    });
    expect(verifyCheckpoint(checkpoint([last]), [...entries, entryAt(other, 4)]).ok).toBe(false);
  });
});

describe("whatever is handed over", () => {
  const at = on("2026-12-01");
  const doors: readonly (readonly [string, (list: never) => unknown])[] = [
    ["balancesAt", (list) => balancesAt(list, at)],
    ["checkpoint", (list) => checkpoint(list)],
    ["liability", (list) => liability(list, at)],
    ["standingOf", (list) => standingOf(list)],
    ["trialBalance", (list) => trialBalance(list)],
    ["verifyChain", (list) => verifyChain(list)],
    ["verifyCheckpoint", (list) => verifyCheckpoint(checkpoint([last]), list)],
    ["verifyLedger", (list) => verifyLedger(list)],
    ["verifyLines", (list) => verifyLines(list)],
  ];
  const throws = {
    get at(): string {
      throw new Error("read");
    },
  };
  const deep = many(2_000, () => 0).reduce<unknown>((inner) => [inner], []);
  const lists: readonly unknown[] = [
    ...[undefined, null, 5, true, Symbol("x"), {}, new Date(0), () => [], "entries", new Map([[1, 2]])],
    ...[[null], [undefined], [[]], ["x"], [throws], [deep], [new Proxy({}, { ownKeys: () => ["a", "a"] })]],
    ...[
      [{ __proto__: null }],
      [JSON.parse('{"__proto__":{"v":1}}')],
      [{ ...last, memberId: 5 }],
      [{ v: 1n }],
    ],
  ];

  it.each(doors)("%s throws nothing but a ClubError", (name, act) => {
    for (const list of lists) {
      const outcome = attempt(() => act(list as never));
      // The verifiers say of what is no entry that it is none.
      if (outcome.ok) expect(outcome.value, name).toMatchObject({ ok: false });
    }
  });
});

describe("the store", () => {
  const club = cafe();
  const book = (store: LedgerStore, id: string, visit = {}, key = id) =>
    recordDecision(store, club, purchase(id, visit), { idempotencyKey: key });
  const rejection = async (promise: Promise<unknown>) => {
    const error = await promise.catch((reason: unknown) => reason);
    return error instanceof ClubError ? told(error.issues) : error;
  };

  it("G01 the same key and request a thousand times at once: one entry, and the same bytes", async () => {
    const store = openMemoryStore();
    const all = await Promise.all(Array.from({ length: 1_000 }, () => book(store, "t-1")));
    expect(await store.entries("m-1")).toHaveLength(1);
    expect(all.filter((one) => one.status === "recorded" && one.replayed)).toHaveLength(999);
    const bytes = new Set(
      all.map((one) => (one.status === "recorded" ? JSON.stringify(one.decision) : "stale")),
    );
    expect(bytes.size).toBe(1);
  });

  it("G03 the order of keys is no other request", async () => {
    const store = openMemoryStore();
    await book(store, "t-1");
    const { member, transaction } = purchase("t-1");
    const turned = { transaction: Object.fromEntries(Object.entries(transaction).reverse()), member };
    const again = await recordDecision(store, club, turned, { idempotencyKey: "t-1" });
    expect(again).toMatchObject({ status: "recorded", replayed: true });
  });

  it.each([[""], ["k".repeat(129)], ["a\nb"], ["__proto__"], ["کلید"], [" a"]])(
    "G05 the key %j is none",
    async (key) => {
      const store = openMemoryStore();
      expect(await rejection(book(store, "t-1", {}, key))).toEqual(["id-format /options/idempotencyKey"]);
      const terms = { memberId: "m-1", expectedSequence: 0, idempotencyKey: key, asked: [], answer: null };
      expect(await rejection(store.append([], terms))).toEqual(["id-format /terms/idempotencyKey"]);
      expect(await store.find(key)).toBeUndefined();
    },
  );

  it("G06 what was refused stays refused under its key; another key is another attempt", async () => {
    const store = openMemoryStore();
    const pay = { redeem: "10000", at: on("2026-11-22") };
    const refused = await book(store, "t-2", pay);
    expect(refused).toMatchObject({
      decision: { status: "refused", refusal: { reason: "insufficientBalance" } },
    });
    await book(store, "t-1");
    const again = await book(store, "t-2", pay);
    expect(JSON.stringify({ ...again, replayed: false })).toBe(JSON.stringify(refused));
    expect(await book(store, "t-2", pay, "t-2-again")).toMatchObject({ decision: { status: "accepted" } });
  });

  it("G08 a crash after the append and before the reply: the retry is the entry that was booked", async () => {
    const store = openMemoryStore();
    const crashing: LedgerStore = {
      ...store,
      append: async (...batch) => {
        await store.append(...batch);
        throw new Error("crash");
      },
    };
    await expect(book(crashing, "t-1")).rejects.toThrow("crash");
    expect(await book(store, "t-1")).toMatchObject({ replayed: true, decision: { entry: { sequence: 1 } } });
    expect(await store.entries("m-1")).toHaveLength(1);
  });

  it("G10 two tills spend the same credit at once: one is booked, the other finds nothing left", async () => {
    const store = openMemoryStore();
    await book(store, "t-1");
    const pay = { redeem: "10000", at: on("2026-11-22") };
    const both = await Promise.all([book(store, "till-a", pay), book(store, "till-b", pay)]);
    const statuses = both.map((one) => (one.status === "recorded" ? one.decision.status : "stale"));
    expect(statuses.sort()).toEqual(["accepted", "refused"]);
    // The first sale, the points that became active since, and the one that was quicker.
    expect(await store.entries("m-1")).toHaveLength(3);
  });

  it("G11 a hundred tills on one member: in a line, none lost, and who waits too long is told", async () => {
    const store = openMemoryStore();
    const told: string[] = [];
    for (let round = 0; round < 3; round++) {
      const tills = Array.from({ length: 100 }, (_, till) =>
        book(store, `t-${round}-${till}`).then(
          () => "booked",
          (error: unknown) => (error instanceof ClubError ? `${error.issues[0]?.code}` : "another error"),
        ),
      );
      told.push(...(await Promise.all(tills)));
    }
    const booked = told.filter((one) => one === "booked").length;
    expect(new Set(told)).toEqual(new Set(["booked", "ledger-conflict"]));
    const chain = await store.entries("m-1");
    expect(chain).toHaveLength(booked);
    expect(verifyChain(chain)).toMatchObject({ ok: true, head: { sequence: booked } });
    expect(balancesAt(chain, on("2026-11-21"))[0]).toMatchObject({ spendable: `${10_000 * booked}` });
    expect((await store.standing("m-1"))?.visits).toBe(booked);
  });

  it("G13 entries out of order, or twice, are found out, and never sorted", () => {
    const [one, two, three] = entries;
    for (const chain of [
      [two, one],
      [one, one],
      [one, three, two],
    ]) {
      const outcome = attempt(() => standingOf(chain));
      expect(outcome.ok ? "accepted" : outcome.issues[0]?.code).toBe("chain-mismatch");
      expect(verifyChain(chain).ok).toBe(false);
    }
  });
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
