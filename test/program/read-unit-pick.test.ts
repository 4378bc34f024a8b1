import { describe, expect, it } from "vitest";
import { programOf, readOffer, told } from "./programs.js";

const document = (parts: object) => programOf({ benefit: { kind: "discount", ...parts } });
const refused = (parts: object) =>
  told(document(parts)).map((issue) => issue.replace("/offers/0/benefit", ""));

function units(parts: object) {
  const { benefits } = readOffer(document(parts));
  const [only] = "same" in benefits ? benefits.same : [];
  return only?.kind === "discount" ? only.units : undefined;
}

describe("the units that a discount takes", () => {
  it("are all, unless it says otherwise", () => {
    expect(units({ percent: "5" })).toBeUndefined();
  });

  it("are the cheapest of the whole offer, unless it says otherwise", () => {
    const pick = { units: 1n, every: undefined, from: undefined, pick: "cheapest", per: "offer" };
    expect(units({ percent: "100", units: 1 })).toEqual(pick);
    expect(units({ perUnit: "5", units: 2, every: 3, unitsPer: "sku" })).toEqual({
      ...pick,
      units: 2n,
      every: 3n,
      per: "sku",
    });
    expect(units({ unitPrice: "5", from: 2, pick: "dearest" })).toEqual({
      ...pick,
      units: undefined,
      from: 2n,
      pick: "dearest",
    });
  });

  it("may be every unit of every so many", () => {
    expect(units({ percent: "5", units: 2, every: 2 })).toMatchObject({ units: 2n, every: 2n });
  });

  const bundle = { of: [{ units: 1 }], price: "5" };
  const steps = { by: "total", mode: "whole", at: [{ from: 1, percent: "5" }] };
  it.each<[string, object, readonly string[]]>([
    ["more of every than there are", { percent: "5", units: 3, every: 2 }, ["number-range /every"]],
    ["of every, without how many", { percent: "5", every: 2 }, ["required /units"]],
    ["of every, from one on", { percent: "5", units: 1, every: 2, from: 2 }, ["one-of /from"]],
    ["none", { percent: "5", units: 0 }, ["number-range /units"]],
    ["a part of one", { percent: "5", units: 1.5 }, ["number-format /units"]],
    [
      "of a fixed amount",
      { fixed: "5", units: 1, every: 2, from: 1 },
      ["one-of /units", "one-of /every", "one-of /from"],
    ],
    ["of steps", { steps, units: 1, pick: "dearest" }, ["one-of /units", "one-of /pick"]],
    ["of a bundle", { bundle, units: 1, pick: "cheapest" }, ["one-of /units"]],
    [
      "counted each on its own where all are taken",
      { percent: "5", pick: "dearest", unitsPer: "line" },
      ["one-of /pick", "one-of /unitsPer"],
    ],
    ["the middle ones", { percent: "5", units: 1, pick: "middle" }, ["enum /pick"]],
    ["by basket", { percent: "5", units: 1, unitsPer: "basket" }, ["enum /unitsPer"]],
  ])("cannot be %s", (_, parts, issues) => {
    expect(refused(parts)).toEqual(issues);
  });
});
