import { describe, expect, it } from "vitest";
import { CREDIT, POINTS, program, read, told } from "./programs.js";

const redemption = (wallet: object, more: object = {}) =>
  read(program({ wallets: [wallet], ...more })).wallets[0]?.redemption;
const refused = (wallet: object) =>
  told(program({ wallets: [wallet] })).map((issue) => issue.replace("/wallets/0/redemption", ""));
const rate = (numerator: bigint, denominator = 1n) => ({ numerator, denominator });

describe("how a wallet pays", () => {
  it("credit: one for one, any amount, all there is to pay, unless it says otherwise", () => {
    const whole = { rate: rate(1n), min: 0n, step: 1n, maxShare: rate(100n, 100n), items: undefined };
    expect(redemption(CREDIT)).toEqual(whole);
    expect(redemption({ ...CREDIT, redemption: {} })).toEqual(whole);
    const said = { rate: "0.5", min: "100", step: "10", maxShare: "50" };
    expect(redemption({ ...CREDIT, redemption: said })).toEqual({
      rate: rate(5n, 10n),
      min: 100n,
      step: 10n,
      maxShare: rate(50n, 100n),
      items: undefined,
    });
  });

  it("any other: not at all, unless it has a rate", () => {
    for (const kind of ["points", "stamps", "tickets"]) {
      expect(redemption({ ...POINTS, kind })).toBeUndefined();
      expect(redemption({ ...POINTS, kind, redemption: { rate: "40" } })).toMatchObject({ rate: rate(40n) });
    }
  });

  it("in units of the wallet, whatever the currency's", () => {
    const wallet = { ...POINTS, digits: 2, redemption: { rate: 40, min: "0.5", step: "0.25" } };
    expect(redemption(wallet)).toMatchObject({ min: 50n, step: 25n });
  });

  it("for some lines only, where it says which", () => {
    const items = redemption({ ...CREDIT, redemption: { items: { not: { tag: "tobacco" } } } })?.items;
    const line = { sku: undefined, brand: undefined, categories: [] };
    expect(items?.({ ...line, tags: ["tobacco"] })).toBe(false);
    expect(items?.({ ...line, tags: [] })).toBe(true);
  });

  it.each<[string, object, readonly string[]]>([
    ["points without a rate", { ...POINTS, redemption: { min: 100 } }, ["required /rate"]],
    ["for nothing", { ...CREDIT, redemption: { rate: 0 } }, ["number-range /rate"]],
    ["in steps of nothing", { ...CREDIT, redemption: { step: 0 } }, ["number-range /step"]],
    ["in steps finer than it has", { ...CREDIT, redemption: { step: "0.5" } }, ["number-precision /step"]],
    ["from less than it has", { ...POINTS, redemption: { rate: 1, min: "0.5" } }, ["number-precision /min"]],
    ["for more than all", { ...CREDIT, redemption: { maxShare: "101" } }, ["number-range /maxShare"]],
    ["with a slip", { ...CREDIT, redemption: { minimum: 1 } }, ["unknown-field /minimum"]],
  ])("never %s", (_, wallet, issues) => {
    expect(refused(wallet)).toEqual(issues);
  });
});
