import { describe, expect, it } from "vitest";
import type { Wallet } from "../../src/program/wallet.js";
import { LADDER, offer, program, read, told } from "./programs.js";

const wallets = (wallet: object, more: object = {}) =>
  program({ wallets: [{ id: "w", kind: "points", worth: "50", ...wallet }], ...more });

function wallet(parts: object, more: object = {}): Wallet {
  const [first] = read(wallets(parts, more)).wallets;
  if (first === undefined) throw new Error("there is no wallet");
  return first;
}

/** One unit of currency, in the figures that worths are held in. */
const UNIT = 10n ** 12n;

describe("a wallet of points", () => {
  it("has no decimals, rounds down, accrues on what is paid, at once and for ever, unless it says otherwise", () => {
    expect(wallet({})).toMatchObject({
      digits: 0,
      rounding: { mode: "down", step: 1n },
      accruesOn: "paid",
      activatesAfter: {},
      expires: { same: "never" },
    });
  });

  it("costs the club what it is worth, unless it says otherwise", () => {
    expect([wallet({}).worth, wallet({}).cost]).toEqual([50n * UNIT, 50n * UNIT]);
    expect(wallet({ cost: "40" }).cost).toBe(40n * UNIT);
    expect(wallet({ worth: "0.45", digits: 2 }).worth).toBe((45n * UNIT) / 10_000n);
  });

  it("must say its worth as soon as an offer competes", () => {
    const [competing, always] = [offer(), offer({ id: "base", always: true })];
    expect(told(wallets({ worth: undefined }, { offers: [always] }))).toEqual([]);
    expect(told(wallets({ worth: undefined }, { offers: [always, competing] }))).toEqual([
      "worth-missing /wallets/0/worth",
    ]);
    expect(told(wallets({ worth: "0" }, { offers: [competing] }))).toEqual([]);
  });

  it("takes its own rounding", () => {
    expect(wallet({ rounding: "up" }).rounding).toEqual({ mode: "up", step: 1n });
  });
});

describe("a wallet of credit", () => {
  const EUR = { currency: { code: "EUR", digits: 2, rounding: { mode: "halfEven", step: "0.05" } } };

  it("is worth 1 unless it says otherwise, and has the currency's decimals and rounding", () => {
    expect(wallet({ kind: "credit", worth: undefined }, EUR)).toMatchObject({
      digits: 2,
      worth: UNIT / 100n,
      rounding: { mode: "halfEven", step: 5n },
    });
  });

  it("rounds as money does, in its own decimals", () => {
    expect(wallet({ kind: "credit", digits: 3 }, EUR).rounding).toEqual({ mode: "halfEven", step: 50n });
    expect(wallet({ kind: "credit", digits: 1 }, EUR).rounding).toEqual({ mode: "halfEven", step: 1n });
    const toman = { currency: { code: "IRT", digits: 0, rounding: { mode: "up", step: "500" } } };
    expect(wallet({ kind: "credit" }, toman).rounding).toEqual({ mode: "up", step: 500n });
    expect(wallet({ kind: "credit", rounding: "down" }, toman).rounding).toEqual({ mode: "down", step: 1n });
  });
});

describe("the expiry of a wallet", () => {
  it("is a span of time, or never, for all or by tier", () => {
    const after = { after: { months: 6 } };
    expect(wallet({ expires: after }).expires).toEqual({ same: after });
    const expires = { byTier: { bronze: after, silver: "never" } };
    const byTier = wallet({ expires }, { tiers: LADDER }).expires;
    expect("tier" in byTier ? [...byTier.tier] : []).toEqual([
      ["bronze", after],
      ["silver", "never"],
    ]);
  });

  it("by tier names every tier, and no other", () => {
    const expires = { byTier: { bronze: "never", gold: "never" } };
    expect(told(wallets({ expires }, { tiers: LADDER }))).toEqual([
      "ref-missing /wallets/0/expires/byTier/gold",
      "required /wallets/0/expires/byTier/silver",
    ]);
  });

  it.each<[string, object, readonly string[]]>([
    ["another word than never", { expires: "nevr" }, ["enum /wallets/0/expires"]],
    ["a number", { expires: 30 }, ["type /wallets/0/expires"]],
    [
      "a span of an unknown unit",
      { expires: { after: { fortnights: 1 } } },
      ["unknown-field /wallets/0/expires/after/fortnights"],
    ],
    [
      "a span of days below zero",
      { expires: { after: { days: -1 } } },
      ["number-range /wallets/0/expires/after/days"],
    ],
    [
      "half a month",
      { expires: { after: { months: 0.5 } } },
      ["number-format /wallets/0/expires/after/months"],
    ],
    [
      "a slip within a tier",
      { expires: { byTier: { bronze: "never", silver: { after: { dys: 3 } } } } },
      ["unknown-field /wallets/0/expires/byTier/silver/after/dys"],
    ],
  ])("cannot be %s", (_, parts, issues) => {
    expect(told(wallets(parts, { tiers: LADDER }))).toEqual(issues);
  });
});

describe("a wallet", () => {
  it.each<[string, object, readonly string[]]>([
    ["no kind", { kind: undefined }, ["required /wallets/0/kind"]],
    ["an unknown kind", { kind: "miles" }, ["enum /wallets/0/kind"]],
    ["seven decimals", { digits: 7 }, ["number-range /wallets/0/digits"]],
    ["a worth of seven decimals", { worth: "0.1234567" }, ["number-precision /wallets/0/worth"]],
    ["a worth below zero", { worth: "-1" }, ["number-negative /wallets/0/worth"]],
    ["a worth as a fraction that is no text", { worth: 0.45 }, ["number-format /wallets/0/worth"]],
    ["an unknown base", { accruesOn: "payed" }, ["enum /wallets/0/accruesOn"]],
    ["a rounding to a step", { rounding: { mode: "up", step: "5" } }, ["enum /wallets/0/rounding"]],
  ])("cannot have %s", (_, parts, issues) => {
    expect(told(wallets(parts))).toEqual(issues);
  });
});
