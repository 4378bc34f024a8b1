import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  basisOf,
  moneyFor,
  paidBack,
  type Returned,
  type Sold,
  takenBack,
  wholeFor,
} from "../../src/returns/take-back.js";
import { law } from "./law.js";

/** Every way of bringing something whole back, one step or several, for wholes up to this. */
const SMALL = 9n;

function* upTo(most: bigint, from = 0n): Generator<bigint> {
  for (let n = from; n <= most; n++) yield n;
}

/** The steps between what is back at one moment and the next. */
function steps(cuts: readonly bigint[], back: (returned: bigint) => bigint): readonly bigint[] {
  return cuts.map((cut, index) => back(cut) - back(index === 0 ? 0n : (cuts[index - 1] ?? 0n)));
}

const sum = (list: readonly bigint[]) => list.reduce((all, one) => all + one, 0n);

/** Every way to cut a whole into steps, of any number and size, in any order: what is back after each. */
function* splitsOf(whole: bigint): Generator<readonly bigint[]> {
  const inner = whole - 1n;
  for (const chosen of upTo(2n ** inner - 1n)) {
    const cuts: bigint[] = [];
    for (const place of upTo(inner, 1n)) if ((chosen >> (place - 1n)) % 2n === 1n) cuts.push(place);
    yield [...cuts, whole];
  }
}

describe("small numbers, all of them", () => {
  it("every part on every whole goes back to the last unit, however it is split", () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const whole of upTo(12n, 1n)) {
      for (const cuts of splitsOf(whole)) {
        for (const part of upTo(12n)) {
          const parts = steps(cuts, (returned) => takenBack(part, returned, whole));
          tried += 1;
          if (sum(parts) !== part || parts.some((one) => one < 0n))
            wrong.push(`${part} on ${whole}: ${parts}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    // 1 + 2 + 4 + … + 2,048 ways, with 13 parts each.
    expect(tried).toBe(4_095 * 13);
  });

  it("whatever was taken and paid goes back to the last unit, in steps that are never negative", () => {
    for (const whole of upTo(SMALL, 1n)) {
      for (const part of upTo(whole)) {
        for (const cut of upTo(whole)) {
          for (const back of [takenBack, paidBack]) {
            const parts = steps([cut, whole], (returned) => back(part, returned, whole));
            expect(sum(parts)).toBe(part);
            expect(parts.every((one) => one >= 0n)).toBe(true);
          }
          expect(takenBack(part, cut, whole) + paidBack(whole - part, cut, whole)).toBe(cut);
        }
      }
    }
  });

  it("what was paid comes back exactly as asked, by money alone", () => {
    for (const whole of upTo(SMALL, 1n)) {
      for (const paid of upTo(whole, 1n)) {
        for (const money of upTo(paid)) {
          expect(paidBack(paid, wholeFor(money, paid, whole), whole)).toBe(money);
        }
      }
    }
  });

  it("units and money mix: each brings its own, and all units bring all", () => {
    for (const quantity of upTo(6n, 1n)) {
      for (const list of upTo(SMALL, 1n)) {
        const line: Sold = { quantity, list };
        for (const units of upTo(quantity)) {
          for (const amount of upTo(list)) checkMix(line, { quantity: units, amount });
        }
      }
    }
  });
});

function checkMix(line: Sold, back: Returned): void {
  const basis = basisOf(line, back);
  expect(basis >= 0n && basis <= line.list).toBe(true);
  if (back.quantity === line.quantity) {
    expect(basis).toBe(line.list);
    return;
  }
  for (const wanted of upTo(line.list, basis)) {
    const amount = moneyFor(line, back, wanted);
    expect(basisOf(line, { ...back, amount })).toBe(wanted);
  }
}

const MOST = 10n ** 18n;
const cases = fc
  .record({
    whole: fc.bigInt(1n, MOST),
    share: fc.bigInt(0n, MOST),
    cuts: fc.array(fc.bigInt(0n, MOST), { maxLength: 50 }),
  })
  .map(({ whole, share, cuts }) => ({
    whole,
    part: share % (whole + 1n),
    cuts: [...cuts.map((cut) => cut % (whole + 1n)), whole].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  }));

describe("amounts of 18 digits", () => {
  law(
    "H21: any split sums to the part, each step at least zero and at most the part",
    2_000,
    cases,
    (one) => {
      const { whole, part, cuts } = one;
      for (const back of [takenBack, paidBack]) {
        const parts = steps(cuts, (returned) => back(part, returned, whole));
        expect(sum(parts)).toBe(part);
        expect(parts.every((step) => step >= 0n && step <= part)).toBe(true);
      }
    },
  );

  law("and an accrual may be larger than the base it lies on", 1_000, cases, ({ whole, part, cuts }) => {
    if (part === 0n) return;
    const within = cuts.map((cut) => (cut < part ? cut : part));
    const parts = steps(within, (returned) => takenBack(whole, returned, part));
    expect(sum(parts)).toBe(whole);
    expect(parts.every((step) => step >= 0n)).toBe(true);
  });
});
