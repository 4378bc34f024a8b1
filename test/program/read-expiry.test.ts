import { describe, expect, it } from "vitest";
import { checkExpiry, checkSpan, readExpiry } from "../../src/program/read-expiry.js";
import type { LotExpiryDocument } from "../../src/program/wallet-document.js";
import { CREDIT, LADDER, program, told } from "./programs.js";

const refused = (expires: unknown) =>
  told(program({ tiers: LADDER, wallets: [{ ...CREDIT, expires }] })).map((issue) =>
    issue.replace("/wallets/0/expires", ""),
  );

describe("readExpiry", () => {
  it.each<[LotExpiryDocument, unknown]>([
    ["never", "never"],
    [{ after: { months: 6 } }, { after: { months: 6 } }],
    [
      { after: { months: 6 }, renewedBy: "activity" },
      { after: { months: 6 }, renewedBy: "activity" },
    ],
    [{ endOf: "month" }, { endOf: "month", plus: 0 }],
    [
      { endOf: "season", plus: 2 },
      { endOf: "season", plus: 2 },
    ],
    [{ on: "2026-11-21" }, { on: 20_778 }],
    [{ on: { calendar: "persian", year: 1405, month: 8, day: 30 } }, { on: 20_778 }],
  ])("reads %j", (written, expiry) => {
    expect(readExpiry(written)).toEqual(expiry);
  });
});

describe("checkExpiry", () => {
  it("refuses what lapses at once, told for each tier", () => {
    const expires = {
      byTier: { bronze: { after: {} }, silver: { after: { days: 1 } }, gold: { after: { weeks: 0 } } },
    };
    const issues: Parameters<typeof checkExpiry>[2] = [];
    checkExpiry(expires, ["expires"], issues);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "number-range /expires/byTier/bronze/after",
      "number-range /expires/byTier/gold/after",
    ]);
  });
});

describe("checkSpan", () => {
  it("takes a day, and refuses nothing", () => {
    const issues: Parameters<typeof checkSpan>[2] = [];
    checkSpan({ days: 1, months: 0 }, ["for"], issues);
    expect(issues).toEqual([]);
    checkSpan({ days: 0 }, ["for"], issues);
    expect(issues).toMatchObject([{ code: "number-range", path: "/for" }]);
  });
});

describe("an expiry as it is written", () => {
  it.each<[string, unknown, readonly string[]]>([
    ["the end of a year to come", { endOf: "year", plus: 1 }, []],
    ["by tier", { byTier: { bronze: { on: "2027-03-20" }, silver: { endOf: "day" } } }, []],
    ["another word", "always", ["enum "]],
    ["the end of a decade", { endOf: "decade" }, ["enum /endOf"]],
    ["periods without their end", { plus: 1 }, ["required /endOf"]],
    ["a day that there is not", { on: "2026-02-30" }, ["date-invalid /on"]],
    ["less than no period", { endOf: "day", plus: -1 }, ["number-range /plus"]],
    ["renewed by each purchase", { after: { months: 6 }, renewedBy: "activity" }, []],
    [
      "renewed for one tier",
      { byTier: { bronze: { after: { months: 6 }, renewedBy: "activity" }, silver: "never" } },
      [],
    ],
    ["renewed by something else", { after: { days: 1 }, renewedBy: "purchase" }, ["enum /renewedBy"]],
    ["the end of a month, renewed", { endOf: "month", renewedBy: "activity" }, ["unknown-field /renewedBy"]],
    ["two in one", { endOf: "day", after: { days: 1 } }, ["unknown-field /endOf"]],
  ])("%s", (_, expires, issues) => {
    expect(refused(expires)).toEqual(issues);
  });
});

describe("a renewal", () => {
  const renewed = { after: { months: 6 }, renewedBy: "activity" };
  const benefit = (terms: object) =>
    told(program({ tiers: LADDER, wallets: [CREDIT], offers: [{ id: "offer", benefit: terms }, COFFEE] }));
  const COFFEE = { id: "coffee", by: "voucher", benefit: { kind: "discount", percent: "100" } };

  it("is of units: of a wallet's, and of those that a benefit gives", () => {
    expect(benefit({ kind: "credit", fixed: "5", expires: renewed })).toEqual([]);
  });

  it("and never of a voucher, given or converted into: nothing is ignored", () => {
    expect(benefit({ kind: "voucher", offer: "coffee", expires: renewed })).toEqual([
      "unknown-field /offers/0/benefit/expires/renewedBy",
    ]);
    const into = { voucher: "coffee", expires: renewed };
    const stamps = { id: "stamps", kind: "stamps", worth: "0", converts: { every: "9", into } };
    expect(told(program({ tiers: LADDER, wallets: [stamps], offers: [COFFEE] }))).toEqual([
      "unknown-field /wallets/0/converts/into/expires/renewedBy",
    ]);
  });
});
