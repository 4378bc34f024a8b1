import { apply, type Club, type Entry, openClub, type RefundDecision, type Standing } from "vafa";
import { openMemoryStore } from "vafa/ledger";
import { describe, expect, it } from "vitest";
import { attempt, many, program, told, transaction } from "./act.js";

/* What is brought back, by somebody who would rather have it twice. */

const PAYING = { id: "points", kind: "points", worth: "50", redemption: { rate: "40" } };
const EARN = {
  id: "earn",
  always: true,
  benefit: { kind: "points", perSpend: { every: "150", grant: "1" } },
};

const clubOf = (terms: object = {}): Club =>
  openClub(program({ wallets: [{ id: "credit", kind: "credit" }, PAYING], offers: [EARN], ...terms }));

const linesOf = (...prices: readonly number[]) =>
  prices.map((unitPrice, index) => ({ id: `${index + 1}`, unitPrice }));

interface Sale {
  readonly club: Club;
  readonly sale: Entry;
  readonly standing: Standing;
}

function sell(club: Club, terms: object, standing?: Standing): Sale {
  const member = { id: "m-1", ...(standing === undefined ? {} : { standing }) };
  const { entry } = club.evaluate({ member, transaction: transaction(terms) });
  if (entry === undefined) throw new Error("it was booked");
  return { club, sale: entry, standing: apply(standing, entry) };
}

const asked = ({ sale, standing }: Sale, terms: object, id = "r-1") => ({
  id,
  at: "2026-11-22T10:00:00+03:30",
  member: { id: "m-1", standing },
  sale,
  ...terms,
});

const whole = (line: string, quantity = "1") => ({ returned: [{ line, quantity }] });

/** What comes of it, the same both times. */
function bring(sale: Sale, terms: object, id?: string): RefundDecision {
  const outcome = attempt(() => sale.club.refund(asked(sale, terms, id)));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function issues(sale: Sale, terms: object): readonly string[] {
  const outcome = attempt(() => sale.club.refund(asked(sale, terms)));
  return outcome.ok ? [] : told(outcome.issues);
}

/** One after the other, each booked before the next. */
function bringAll(sale: Sale, steps: readonly object[]): readonly RefundDecision[] {
  let { standing } = sale;
  return steps.map((step, index) => {
    const decision = bring({ ...sale, standing }, step, `r-${index + 1}`);
    if (decision.entry !== undefined) standing = apply(standing, decision.entry);
    return decision;
  });
}

const taken = (decisions: readonly RefundDecision[], offer: string) =>
  decisions.map(({ awards }) => awards.find((award) => award.offer === offer)?.amount ?? "0");

const sumOf = (amounts: readonly string[]) => amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);

describe("what comes back in parts", () => {
  const three = sell(clubOf(), { lines: linesOf(50_000, 50_000, 50_000) });

  it("H01 1,000 points on three equal lines are 333, 333 and 334, in any order", () => {
    for (const order of ["123", "321", "213"]) {
      expect(
        taken(
          bringAll(
            three,
            [...order].map((id) => whole(id)),
          ),
          "earn",
        ),
      ).toEqual(["333", "333", "334"]);
    }
  });

  it("H03 the last part takes exactly what is left of every award and every discount", () => {
    const off = { id: "off", always: true, benefit: { kind: "discount", percent: "7" } };
    const sale = sell(clubOf({ offers: [EARN, off] }), { lines: linesOf(33_333, 77_777) });
    const parts = bringAll(sale, [
      { amount: "10001" },
      { returned: [{ line: "2", quantity: "0.3" }] },
      { amount: "1" },
    ]);
    const rest = {
      amount: String(BigInt(sale.sale.totals.due) - sumOf(parts.map(({ totals }) => totals.due))),
    };
    const all = bringAll(sale, [
      { amount: "10001" },
      { returned: [{ line: "2", quantity: "0.3" }] },
      { amount: "1" },
      rest,
    ]);
    for (const { amount, offer } of sale.sale.awards) expect(sumOf(taken(all, offer))).toBe(BigInt(amount));
    expect(sumOf(all.map(({ totals }) => totals.discount))).toBe(BigInt(sale.sale.totals.discount));
  });

  it("H13 10,000 off 60,000 and 40,000: the second gives back 36,000", () => {
    const off = { id: "off", benefit: { kind: "discount", fixed: "10000" } };
    const sale = sell(clubOf({ offers: [off] }), { lines: linesOf(60_000, 40_000) });
    expect(bring(sale, whole("2")).totals).toMatchObject({ discount: "4000", due: "36000" });
  });

  it("H15 100,000 of credit from a million on: 90,000 with the first 900,000, the rest with the rest", () => {
    const steps = { by: "total", mode: "whole", at: [{ from: "1000000", fixed: "100000" }] };
    const club = clubOf({ offers: [{ id: "million", benefit: { kind: "credit", steps } }] });
    const sale = sell(club, { lines: linesOf(900_000, 100_000) });
    expect(taken(bringAll(sale, [whole("1"), whole("2")]), "million")).toEqual(["90000", "10000"]);
  });

  it("H16 what is for the visit has no base: it goes with the last line, and nothing is divided by 0", () => {
    const visit = { id: "visit", always: true, benefit: { kind: "points", perVisit: "1000" } };
    for (const prices of [
      [0, 0],
      [5_000, 0],
      [5_000, 5_000],
    ]) {
      const sale = sell(clubOf({ offers: [visit] }), { lines: linesOf(...prices) });
      expect(taken(bringAll(sale, [whole("1"), whole("2")]), "visit")).toEqual(["0", "1000"]);
    }
  });

  it("H20 money for all falls on what is left of the lines, to the last unit, and the same each time", () => {
    const sale = sell(clubOf({ offers: [] }), { lines: linesOf(333, 333, 334) });
    const steps = ["1", "1", "1", "97", "450", "450"].map((amount) => ({ amount }));
    const parts = bringAll(sale, steps).map(({ lines }) => lines.map(({ due }) => Number(due)));
    expect(parts.slice(0, 4)).toEqual([[1], [1], [1], [32, 32, 33]]);
    expect(parts.flat().reduce((sum, part) => sum + part, 0)).toBe(1_000);
  });

  it("H21 on amounts of eighteen digits, fifty parts sum to the whole", () => {
    const ten = { id: "ten", always: true, benefit: { kind: "points", percent: "33.3333" } };
    const sale = sell(clubOf({ offers: [ten] }), {
      lines: linesOf(1).map((line) => ({ ...line, unitPrice: "9".repeat(18) })),
    });
    const part = { amount: "19".padEnd(17, "7") };
    const parts = bringAll(sale, [...many(50, () => part), whole("1")]);
    expect(sumOf(parts.map(({ totals }) => totals.due))).toBe(10n ** 18n - 1n);
    expect(sumOf(taken(parts, "ten"))).toBe(BigInt(sale.sale.awards[0]?.amount ?? "0"));
    for (const amount of taken(parts, "ten")) expect(BigInt(amount) >= 0n).toBe(true);
  });
});

describe("what comes back twice", () => {
  const sale = sell(clubOf(), { lines: linesOf(50_000, 50_000) });

  it("H05 is the same event under the same id, and refused under another", () => {
    const first = bring(sale, whole("1"));
    expect(bring(sale, whole("1"))).toEqual(first);
    const standing = apply(sale.standing, first.entry);
    for (const id of ["r-1", "r-2"]) {
      const again = bring({ ...sale, standing }, whole("1"), id);
      expect([again.status, again.refusal?.reason, again.entry]).toEqual([
        "refused",
        "alreadyReturned",
        undefined,
      ]);
    }
    expect(() => apply(standing, first.entry)).toThrow();
  });

  it("H06 a line twice in one refund", () => {
    const twice = { returned: [...whole("1").returned, ...whole("1").returned] };
    expect(issues(sale, twice)).toEqual(["duplicate-id /returned/1/line"]);
  });

  it("H08 a refund of a refund, and of what was moved by hand", () => {
    const { entry } = bring(sale, whole("1"));
    expect(issues(sale, { ...whole("1"), sale: entry })).toEqual(["ref-missing /sale/kind"]);
    const { entry: adjusted } = sale.club.adjust({
      id: "a-1",
      at: "2026-11-22T10:00:00+03:30",
      member: { id: "m-1", standing: sale.standing },
      wallet: "points",
      amount: "1",
      direction: "out",
      reason: "x",
      by: "y",
    });
    expect(issues(sale, { ...whole("1"), sale: adjusted })).toEqual(["ref-missing /sale/kind"]);
  });

  it("a line of fractions, given back in more fractions than there are", () => {
    const cheese = sell(clubOf(), { lines: [{ id: "1", unitPrice: "999", quantity: "0.333333" }] });
    const thirds = bringAll(cheese, [whole("1", "0.111111"), whole("1", "0.111111"), whole("1", "0.111111")]);
    expect(sumOf(thirds.map(({ totals }) => totals.due))).toBe(BigInt(cheese.sale.totals.due));
    expect(bring(cheese, whole("1", "0.333334")).refusal?.reason).toBe("moreThanSold");
  });
});

describe("what was spent, lapsed or forgotten meanwhile", () => {
  const pay = {
    lines: [{ id: "1", unitPrice: "3200", accrues: false }],
    redeem: [{ wallet: "points", amount: "80" }],
  };
  const buy = { lines: linesOf(15_000) };

  /** 100 points, 80 of them spent. */
  function spent(club: Club): Sale {
    const first = sell(club, buy);
    const { standing } = sell(club, { ...pay, id: "t-2" }, first.standing);
    return { ...first, standing };
  }

  it("H10 of 100 points that come with 80 owed, 20 are there", () => {
    const sale = spent(clubOf());
    const { entry, debts } = bring(sale, whole("1"));
    expect(debts).toEqual([{ wallet: "points", amount: "80" }]);
    const next = sell(sale.club, { ...buy, id: "t-3" }, apply(sale.standing, entry));
    expect(next.sale.awards).toMatchObject([{ amount: "100" }]);
    expect(next.standing.lots?.map(({ amount }) => amount)).toEqual(["20"]);
    expect(next.standing.debts).toBeUndefined();
  });

  it("H11 points that have lapsed are owed by nobody", () => {
    const lapsing = { ...PAYING, expires: { after: { days: 1 } } };
    const sale = sell(clubOf({ wallets: [lapsing] }), buy);
    const { awards, debts, entry } = bring(sale, whole("1"));
    expect(awards).toMatchObject([{ amount: "100", forgiven: "100", debt: "0" }]);
    expect([debts, entry?.postings]).toEqual([[], []]);
  });

  it("H18 of a member of whom nothing is kept but an id and a standing: booked, and nobody is written to", () => {
    const texts = {
      contact: { locale: "fa-IR", channels: ["sms"], consent: { service: true, promotional: true } },
    };
    const sale = sell(clubOf(), buy);
    const known = bring(sale, { ...whole("1"), member: { id: "m-1", standing: sale.standing, ...texts } });
    const erased = bring(sale, whole("1"));
    expect(known.intents?.length).toBeGreaterThan(0);
    expect(erased.intents).toEqual([]);
    const { intents: _, entry, ...rest } = erased;
    expect(known).toMatchObject(rest);
    expect(known.entry?.postings).toEqual(entry?.postings);
  });

  it("H23 a refund and a payment race for the same lot: one is booked, and the other decides again", async () => {
    const club = clubOf();
    const first = sell(club, buy);
    const store = openMemoryStore();
    const append = (entry: { readonly sequence: number } | undefined, idempotencyKey: string) => {
      const terms = { memberId: "m-1", asked: [], answer: {}, idempotencyKey };
      const batch = entry === undefined ? [] : [entry as Entry];
      return store.append(batch, { ...terms, expectedSequence: (entry?.sequence ?? 1) - 1 });
    };
    await append(first.sale, "sale");
    const payment = sell(club, { ...pay, id: "t-2" }, first.standing);
    const { entry: early } = bring(first, whole("1"));
    expect((await append(payment.sale, "payment")).status).toBe("appended");
    expect((await append(early, "refund")).status).toBe("conflict");
    const now = await store.standing("m-1");
    if (now === undefined) throw new Error("the payment is booked");
    const again = bring({ ...first, standing: now }, whole("1"));
    expect(again.awards).toMatchObject([{ amount: "100", debt: "80" }]);
    expect(again.entry?.draws).toMatchObject([{ amount: "20" }]);
    expect((await append(again.entry, "refund")).status).toBe("appended");
    expect(await store.standing("m-1")).toMatchObject({
      lots: [],
      debts: [{ wallet: "points", amount: "80" }],
    });
  });

  it("E20 before the member's last entry, but after the sale: taken back all the same, for no clock is asked", () => {
    const sale = spent(clubOf());
    const early = { ...whole("1"), at: sale.sale.at };
    expect(bring(sale, early).awards).toMatchObject([{ amount: "100", debt: "80" }]);
    expect(issues(sale, { ...whole("1"), at: "2026-11-21T09:59:59+03:30" })).toEqual(["time-range /at"]);
  });
});
