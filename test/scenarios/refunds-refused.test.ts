import { apply, ClubError, type Entry } from "vafa";
import { describe, expect, it } from "vitest";
import { activity, cafe, entryOf, offer, on } from "./club.js";
import { bring, line, sold } from "./refunding.js";

/* What cannot be brought back: refused as data where a till asks for too much, an error where a document is wrong. */

const club = cafe({ offers: [offer("ten", { kind: "discount", fixed: "10000" })] });
const sale = sold(club, { lines: [60_000, { unitPrice: "20000", quantity: "2" }] });
const request = {
  id: "r-1",
  at: on("2026-11-25"),
  member: { id: "sara", standing: sale.standing },
  sale: sale.sale,
  ...line("1"),
};

function issuesOf(asked: unknown, at = club): readonly string[] {
  try {
    at.refund(asked);
    return [];
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path}`);
  }
}

const reason = (asked: object) => {
  const { status, refusal, entry } = club.refund({ ...request, ...asked });
  expect([status, entry]).toEqual(["refused", undefined]);
  return `${refusal?.reason} ${refusal?.path}`;
};

describe("refused, and nothing is booked", () => {
  it("more than was sold, of units and of money", () => {
    expect(reason(line("2", "2.5"))).toBe("moreThanSold /returned/0");
    expect(reason({ returned: [{ line: "1", amount: "54001" }] })).toBe("moreThanSold /returned/0");
    expect(reason({ returned: undefined, amount: "90001" })).toBe("moreThanSold /amount");
  });

  it("H05: what is back already, under another id", () => {
    const once = bring(sale, line("1")).standing;
    expect(reason({ id: "r-2", member: { id: "sara", standing: once } })).toBe("alreadyReturned /returned/0");
    const all = bring(sale, { amount: "90000" }).standing;
    expect(reason({ id: "r-2", member: { id: "sara", standing: all } })).toBe("alreadyReturned /returned/0");
    const again = { id: "r-2", member: { id: "sara", standing: all }, returned: undefined, amount: "1" };
    expect(reason(again)).toBe("alreadyReturned /amount");
  });

  it("the rest of a line whose other units are back, and one more", () => {
    const once = bring(sale, line("2")).standing;
    expect(reason({ member: { id: "sara", standing: once }, ...line("2", "2") })).toBe(
      "moreThanSold /returned/0",
    );
  });

  it("a sale of another member, of a chain that has not come so far, or of another club", () => {
    expect(reason({ member: { id: "reza", standing: sale.standing } })).toBe("unknownSale /sale");
    expect(reason({ member: { id: "sara" } })).toBe("unknownSale /sale");
    const other = sold(club, { id: "t-9", lines: [60_000] });
    expect(reason({ member: { id: "sara", standing: other.standing } })).toBe("unknownSale /sale");
    const shop = cafe({ id: "shop", offers: [] });
    const { refusal } = shop.refund(request);
    expect(refusal?.reason).toBe("unknownSale");
  });

  it("says so in two languages, and leaves the balances as they are", () => {
    const { refusal, balances, totals } = club.refund({ ...request, ...line("2", "3") });
    expect(refusal?.text).toEqual({ fa: "بیش از مقدار فروخته‌شده است", en: "It is more than was sold" });
    expect(totals).toEqual({ list: "0", discount: "0", redeemed: "0", deducted: "0", due: "0" });
    expect(balances.map(({ wallet }) => wallet)).toEqual(["credit", "points"]);
  });
});

describe("what is no refund is an error", () => {
  it("H06: a line that is listed twice, and one that the sale does not have", () => {
    const twice = { returned: [...line("2").returned, ...line("2").returned] };
    expect(issuesOf({ ...request, ...twice })).toEqual(["duplicate-id /returned/1/line"]);
    expect(issuesOf({ ...request, ...line("3") })).toEqual(["ref-missing /returned/0/line"]);
  });

  it("H08: a refund, an adjustment and an activity are no sales", () => {
    const { decisions, standing } = bring(sale, line("1"));
    const member = { id: "sara", standing };
    expect(issuesOf({ ...request, member, sale: decisions[0]?.entry })).toEqual(["ref-missing /sale/kind"]);
    const move = { wallet: "points", amount: "5", direction: "in", reason: "sorry", by: "clerk-1" } as const;
    const adjusted = club.adjust({ id: "a-1", at: on("2026-11-25"), member, ...move });
    expect(issuesOf({ ...request, sale: adjusted.entry })).toEqual(["ref-missing /sale/kind"]);
    expect(issuesOf({ ...request, sale: entryOf(club.evaluate(activity("review"))) })).toEqual([
      "ref-missing /sale/kind",
    ]);
  });

  it("an entry that was changed after it was sealed", () => {
    const forged: Entry = { ...sale.sale, totals: { ...sale.sale.totals, due: "0" } };
    expect(issuesOf({ ...request, sale: forged })).toEqual(["entry-hash /sale/hash"]);
  });

  it("both lines and money, neither, nothing, and less than nothing", () => {
    expect(issuesOf({ ...request, amount: "5" })).toEqual(["one-of "]);
    expect(issuesOf({ ...request, returned: undefined })).toEqual(["one-of "]);
    expect(issuesOf({ ...request, returned: [] })).toEqual(["array-too-short /returned"]);
    expect(issuesOf({ ...request, returned: undefined, amount: "-5" })).toEqual(["number-negative /amount"]);
    expect(issuesOf({ ...request, returned: undefined, amount: "1.5" })).toEqual([
      "number-precision /amount",
    ]);
  });

  it("a time before the sale, an unknown key, and what is no request at all", () => {
    expect(issuesOf({ ...request, at: on("2026-11-20") })).toEqual(["time-range /at"]);
    expect(issuesOf({ ...request, retuned: [] })).toEqual(["unknown-field /retuned"]);
    for (const nothing of [undefined, null, 5, "refund", [], {}]) expect(issuesOf(nothing)).not.toEqual([]);
  });
});

describe("its entry", () => {
  const { decisions, standing } = bring(sale, line("1"));
  const entry = decisions[0]?.entry;

  it("is sealed on the chain, names the sale, and is the same on every try", () => {
    expect(entry).toMatchObject({ kind: "refund", sequence: 2, previousHash: sale.sale.hash });
    expect(entry?.sale).toMatchObject({ id: sale.sale.id, hash: sale.sale.hash, transactionId: "t-1" });
    expect(bring(sale, line("1")).decisions[0]?.entry).toEqual(entry);
    expect(standing.head).toEqual({ sequence: 2, hash: entry?.hash });
  });

  it("H18: needs nothing of the member but their id and standing, and holds nothing else of them", () => {
    const contact = { locale: "fa-IR", channels: ["sms"] } as const;
    const told = { id: "sara", birthDate: "1990-10-04", contact, standing: sale.standing };
    const { requestHash, hash, ...known } = club.refund({ ...request, member: told }).entry ?? {};
    expect(JSON.stringify(known)).not.toContain("1990");
    expect(entry).toMatchObject(known);
    expect([requestHash === entry?.requestHash, hash === entry?.hash]).toEqual([false, false]);
  });

  it("is applied once, as it was sealed, and to the standing that it follows", () => {
    const forged = { ...entry, progress: { spend: "0", visits: 0 } };
    for (const [before, one] of [
      [standing, entry],
      [sale.standing, forged],
      [undefined, entry],
    ]) {
      expect(() => apply(before, one)).toThrow(ClubError);
    }
  });
});
