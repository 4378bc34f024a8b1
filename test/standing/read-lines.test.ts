import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/documents/club-error.js";
import type { LineDocument } from "../../src/facts/transaction.js";
import type { Program } from "../../src/program/program.js";
import { readLines } from "../../src/standing/read-lines.js";
import { divide, type Rounding, UP } from "../../src/units/round.js";
import { law } from "../laws/law.js";

function read(lines: readonly LineDocument[], digits: number, rounding: Rounding) {
  const issues: Issue[] = [];
  const currency = { code: "IRT", digits, rounding };
  return { lines: readLines(lines, { currency } as Program, issues), issues };
}

const DOWN_TO_ONE: Rounding = { mode: "down", step: 1n };

describe("readLines", () => {
  const rounding = fc.record({
    mode: fc.constantFrom("halfUp", "halfEven", "down", "up"),
    step: fc.constantFrom(1n, 10n, 500n),
  }) as fc.Arbitrary<Rounding>;
  const written = fc.record({
    pieces: fc.oneof(fc.bigInt(1n, 12n), fc.bigInt(1n, 10n ** 13n)),
    millionths: fc.constantFrom(0n, 0n, 500_000n, 450_000n, 1n, 999_999n),
    price: fc.oneof(fc.bigInt(0n, 10n ** 7n), fc.bigInt(0n, 10n ** 17n)),
    floor: fc.option(fc.bigInt(0n, 10n ** 7n), { nil: undefined }),
    rounding,
  });

  // The rule in bigints alone, whatever way is taken for small figures.
  law("prices whole units exactly, and a part of one rounded once", 1_000, written, (one) => {
    const quantity = one.pieces * 1_000_000n + one.millionths;
    const document = {
      id: "1",
      quantity: `${one.pieces}.${one.millionths.toString().padStart(6, "0")}`,
      unitPrice: `${one.price}`,
      ...(one.floor === undefined ? {} : { floorPrice: `${one.floor}` }),
    };
    const [line] = read([document], 0, one.rounding).lines;
    const product = quantity * one.price;
    const list = one.millionths === 0n ? one.pieces * one.price : divide(product, 1_000_000n, one.rounding);
    const floor = one.floor === undefined ? 0n : divide(quantity * one.floor, 1_000_000n, UP);
    expect(line).toMatchObject({ quantity, unitPrice: one.price, list, floor: floor < list ? floor : list });
  });

  it("takes what the till has rounded, and one unit where no quantity is written", () => {
    const { lines, issues } = read([{ id: "1", unitPrice: "999", amount: "1000" }], 2, DOWN_TO_ONE);
    expect(lines).toMatchObject([{ quantity: 1_000_000n, unitPrice: 99_900n, list: 100_000n, tags: [] }]);
    expect(issues).toEqual([]);
  });

  it("tells of a line, or of all together, that have more than 18 whole digits", () => {
    const most = "999999999999999999";
    const told = (lines: readonly LineDocument[], digits = 2) =>
      read(lines, digits, DOWN_TO_ONE).issues.map(({ code, path }) => `${code} ${path}`);
    expect(told([{ id: "1", unitPrice: most }])).toEqual([]);
    expect(told([{ id: "1", unitPrice: most, quantity: 2 }])).toEqual(["number-range /transaction/lines/0"]);
    const half = { unitPrice: "500000000000000000" };
    expect(
      told([
        { id: "1", ...half },
        { id: "2", unitPrice: "499999999999999999" },
      ]),
    ).toEqual([]);
    expect(
      told([
        { id: "1", ...half },
        { id: "2", ...half },
      ]),
    ).toEqual(["number-range /transaction/lines"]);
  });

  it("tells an id that is there twice, in short lists and in long ones", () => {
    for (const length of [2, 12, 13, 40]) {
      const lines = Array.from({ length }, (_, at) => ({ id: `${at}`, unitPrice: 1 }));
      expect(read(lines, 0, DOWN_TO_ONE).issues).toEqual([]);
      const twice = lines.with(-1, { id: "0", unitPrice: 1 });
      expect(read(twice, 0, DOWN_TO_ONE).issues).toMatchObject([
        { code: "duplicate-id", path: `/transaction/lines/${length - 1}/id` },
      ]);
    }
  });
});
