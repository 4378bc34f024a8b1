import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as units from "../../src/units/apportion.js";

interface Share {
  readonly id: string;
  readonly weight: bigint;
}

const weightsOf = (shares: readonly Share[]) => shares.map(({ weight: own }) => own);
const idsOf = (shares: readonly Share[]) => shares.map(({ id }) => id);
const apportion = (amount: bigint, list: readonly Share[]) =>
  units.apportion(amount, weightsOf(list), idsOf(list));
const quotasOf = (amount: bigint, list: readonly Share[]) =>
  units.quotasOf(amount, weightsOf(list), idsOf(list));
const { apportionWithin } = units;

const sharesOf = (...weights: readonly bigint[]): Share[] =>
  weights.map((weight, index) => ({ id: `${index + 1}`, weight }));
const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n);

const weight = fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 10n ** 24n), fc.constant(0n));
const shares = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), weight }), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 12,
});
const total = fc.oneof(fc.bigInt(0n, 50n), fc.bigInt(0n, 10n ** 18n));

describe("quotasOf", () => {
  it("gives the whole parts of 100 over 333, 333, 334, and who is first for the one unit that is left", () => {
    expect(quotasOf(100n, sharesOf(333n, 333n, 334n))).toEqual({
      parts: [33n, 33n, 33n],
      left: 1,
      order: [2, 0, 1],
    });
  });

  it("gives the same with numbers as with bigints, up to the largest that a number holds and beyond", () => {
    const edge = 2n ** 53n;
    const near = (middle: bigint) => fc.bigInt(middle > 3n ? middle - 3n : 0n, middle + 3n);
    const figures = fc
      .tuple(fc.bigInt(1n, 10n ** 8n), fc.array(fc.bigInt(0n, 40n), { minLength: 1, maxLength: 9 }))
      .chain(([amount, weights]) => fc.tuple(fc.constant(amount), fc.constant(weights), near(edge / amount)))
      .map(([amount, weights, last]) => [amount, [...weights, last]] as const);
    fc.assert(
      fc.property(figures, ([amount, weights]) => {
        const whole = sum(weights);
        const products = weights.map((own) => amount * own);
        const { parts, order } = quotasOf(amount, sharesOf(...weights));
        expect(parts).toEqual(products.map((product) => product / whole));
        const rests = order.map((index) => (products[index] ?? 0n) % whole);
        expect(rests).toEqual([...rests].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
      }),
      { seed: 42, numRuns: 2_000 },
    );
  });

  it("leaves fewer units than there are shares that weigh something", () => {
    fc.assert(
      fc.property(total, shares, (amount, list) => {
        const { parts, left } = quotasOf(amount, list);
        const weighing = list.filter(({ weight: own }) => own > 0n).length;
        if (weighing > 0) {
          expect(sum(parts) + BigInt(left)).toBe(amount);
          expect(left >= 0 && left < weighing).toBe(true);
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});

describe("apportion", () => {
  it("splits 100 over 333, 333, 334 as 33, 33, 34", () => {
    expect(apportion(100n, sharesOf(333n, 333n, 334n))).toEqual([33n, 33n, 34n]);
  });

  it("gives the odd unit to the smaller id where remainders tie", () => {
    expect(apportion(1_000n, sharesOf(1n, 1n, 1n))).toEqual([334n, 333n, 333n]);
    const listedBackwards = sharesOf(1n, 1n, 1n).reverse();
    expect(apportion(1_000n, listedBackwards)).toEqual([333n, 333n, 334n]);
  });

  it("orders ids by code unit: 10 before 2, Z before a, a supplementary letter before U+FFFD", () => {
    const first = (...ids: readonly string[]) =>
      ids[
        apportion(
          1n,
          ids.map((id) => ({ id, weight: 1n })),
        ).indexOf(1n)
      ];
    expect(first("2", "10")).toBe("10");
    expect(first("a", "Z")).toBe("Z");
    expect(first("\ufffd", "\u{1f600}")).toBe("\u{1f600}");
  });

  it("gives nothing where nothing weighs", () => {
    expect(apportion(7n, sharesOf(0n, 0n))).toEqual([0n, 0n]);
    expect(apportion(7n, [])).toEqual([]);
  });

  it("gives nothing to a share that weighs nothing", () => {
    fc.assert(
      fc.property(total, shares, (amount, list) => {
        const parts = apportion(amount, list);
        list.forEach(({ weight: own }, index) => {
          if (own === 0n) expect(parts[index]).toBe(0n);
        });
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it("gives parts that sum to the total, each less than one unit from its exact quota", () => {
    fc.assert(
      fc.property(total, shares, (amount, list) => {
        const weights = sum(list.map(({ weight: own }) => own));
        const parts = apportion(amount, list);
        expect(sum(parts)).toBe(weights === 0n ? 0n : amount);
        list.forEach(({ weight: own }, index) => {
          const off = (parts[index] ?? -1n) * weights - amount * own;
          if (weights > 0n) expect(off < weights && off > -weights).toBe(true);
        });
      }),
      { seed: 42, numRuns: 1_000 },
    );
  });

  it("gives each share the same wherever it is listed", () => {
    fc.assert(
      fc.property(total, shares, (amount, list) => {
        const parts = apportion(amount, list);
        const backwards = apportion(amount, [...list].reverse());
        expect([...backwards].reverse()).toEqual(parts);
      }),
      { seed: 42, numRuns: 1_000 },
    );
  });
});

describe("apportionWithin", () => {
  it("halves 1, 1, 1 twice and leaves nothing to pay", () => {
    expect(apportionWithin(quotasOf(2n, sharesOf(1n, 1n, 1n)), [1n, 1n, 1n])).toEqual([1n, 1n, 0n]);
    expect(apportionWithin(quotasOf(2n, sharesOf(1n, 1n, 1n)), [0n, 0n, 1n])).toEqual([0n, 0n, 1n]);
  });

  it("hands a full share's odd unit on to the next that has room, and leaves out what finds none", () => {
    expect(apportionWithin(quotasOf(5n, sharesOf(1n, 1n)), [2n, 9n])).toEqual([2n, 3n]);
    expect(apportionWithin(quotasOf(5n, sharesOf(1n, 1n)), [2n, 2n])).toEqual([2n, 2n]);
  });

  it("clips a share to its room without spreading the surplus over the others", () => {
    expect(apportionWithin(quotasOf(100n, sharesOf(1n, 1n)), [10n, 1_000n])).toEqual([10n, 50n]);
  });

  const withRooms = shares.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.array(fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 10n ** 18n)), {
        minLength: list.length,
        maxLength: list.length,
      }),
    ),
  );

  it("never exceeds a room, nor the total, nor one unit more than the exact quota", () => {
    fc.assert(
      fc.property(total, withRooms, (amount, [list, rooms]) => {
        const weights = sum(list.map(({ weight: own }) => own));
        const parts = apportionWithin(quotasOf(amount, list), rooms);
        expect(sum(parts) <= amount).toBe(true);
        parts.forEach((part, index) => {
          expect(part >= 0n && part <= (rooms[index] ?? 0n)).toBe(true);
          const quota = amount * (list[index]?.weight ?? 0n);
          if (weights > 0n) expect(part <= quota / weights + 1n).toBe(true);
        });
      }),
      { seed: 42, numRuns: 1_000 },
    );
  });

  it("is apportion where there is room enough", () => {
    fc.assert(
      fc.property(total, shares, (amount, list) => {
        const rooms = list.map(() => amount);
        expect(apportionWithin(quotasOf(amount, list), rooms)).toEqual(apportion(amount, list));
      }),
      { seed: 42, numRuns: 1_000 },
    );
  });
});
