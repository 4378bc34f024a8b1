import { describe, expect, it } from "vitest";
import { program, programOf, read, readOffer, told } from "./programs.js";

const BUDGETS = {
  budgets: [
    { id: "yalda", amount: "50000000" },
    { id: "nowruz", amount: 0, onShort: "refuse" },
  ],
};

describe("budgets", () => {
  it("are money, of which what is left is given unless they say otherwise", () => {
    expect([...read(program(BUDGETS)).budgets.values()]).toEqual([
      { id: "yalda", amount: 50_000_000n, onShort: "partial" },
      { id: "nowruz", amount: 0n, onShort: "refuse" },
    ]);
    expect(read(program()).budgets.size).toBe(0);
  });

  it("pay for the offers that name them", () => {
    expect(readOffer(programOf({ limits: { budget: "yalda" } }, BUDGETS)).budget?.id).toBe("yalda");
    expect(readOffer(programOf({}, BUDGETS)).budget).toBeUndefined();
    expect(told(programOf({ limits: { budget: "yald" } }, BUDGETS))).toEqual([
      "ref-missing /offers/0/limits/budget",
    ]);
  });

  it.each<[string, object, readonly string[]]>([
    ["without an amount", { id: "a" }, ["required /budgets/0/amount"]],
    ["finer than the currency", { id: "a", amount: "0.5" }, ["number-precision /budgets/0/amount"]],
    ["that does otherwise on short", { id: "a", amount: 1, onShort: "owe" }, ["enum /budgets/0/onShort"]],
  ])("are never %s", (_, budget, issues) => {
    expect(told(program({ budgets: [budget] }))).toEqual(issues);
  });

  it("never have one id twice", () => {
    const budget = { id: "a", amount: 1 };
    expect(told(program({ budgets: [budget, budget] }))).toEqual(["duplicate-id /budgets/1/id"]);
  });
});
