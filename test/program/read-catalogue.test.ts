import { describe, expect, it } from "vitest";
import { CREDIT, LADDER, offer, POINTS, program, read, told } from "./programs.js";

const ITEM = {
  id: "free-drink",
  wallet: "points",
  price: "100",
  benefit: { kind: "discount", percent: "100", units: 1, pick: "dearest" },
};
const document = (...catalogue: readonly object[]) =>
  program({ tiers: LADDER, wallets: [CREDIT, { ...POINTS, digits: 1 }], offers: [offer()], catalogue });

describe("the catalogue", () => {
  it("is empty unless it says otherwise", () => {
    expect(read(program()).catalogue).toEqual([]);
  });

  it("has a price in the minor units of a wallet, and a discount", () => {
    const [item] = read(document({ ...ITEM, name: { en: "A free drink" } })).catalogue;
    expect(item).toMatchObject({
      id: "free-drink",
      name: { en: "A free drink" },
      wallet: { id: "points" },
      price: 1_000n,
      benefit: { kind: "discount", figure: { by: "percent" }, units: { units: 1n, pick: "dearest" } },
    });
  });

  const benefit = (parts: object) => ({ ...ITEM, benefit: { kind: "discount", ...parts } });
  it.each<[string, object, readonly string[]]>([
    ["without a wallet that there is", { ...ITEM, wallet: "point" }, ["ref-missing /wallet"]],
    ["for nothing", { ...ITEM, price: 0 }, ["number-range /price"]],
    ["at a price finer than its wallet", { ...ITEM, price: "0.25" }, ["number-precision /price"]],
    ["that gives nothing", benefit({}), ["one-of /benefit"]],
    ["that gives points", { ...ITEM, benefit: { kind: "points", fixed: 1 } }, ["enum /benefit/kind"]],
    [
      "that differs by tier",
      benefit({ fixed: { byTier: { bronze: 1, silver: 2 } } }),
      ["one-of /benefit/fixed"],
    ],
    ["finer than the currency", benefit({ fixed: "0.5" }), ["number-precision /benefit/fixed"]],
    ["under the id of an offer", { ...ITEM, id: "five" }, ["duplicate-id /id"]],
    ["with a slip", { ...ITEM, prize: 1 }, ["unknown-field /prize"]],
  ])("never has a thing %s", (_, item, issues) => {
    expect(told(document(item)).map((issue) => issue.replace("/catalogue/0", ""))).toEqual(issues);
  });

  it("never has two things of one id", () => {
    expect(told(document(ITEM, ITEM))).toEqual(["duplicate-id /catalogue/1/id"]);
  });
});
