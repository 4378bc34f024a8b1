/**
 * What is back of a part, once so much of the whole that it lies on is: rounded down, and all of it with the whole.
 * Figured from the first unit on, so the steps of any split, in any order, sum to the part.
 * Worked: of 10 on 3, one after the other, 3, 3 and 4 go back.
 */
export function takenBack(part: bigint, returned: bigint, whole: bigint): bigint {
  return returned >= whole ? part : (part * returned) / whole;
}

/**
 * What is given back of what was paid: the rest, so rounded up, which is what one part rounded down leaves of it. It
 * never shrinks as more comes back, whatever number of parts lies on the line.
 * Worked: 10 off 30 for three, so 20 were paid: one after the other 7, 7 and 6 go back, and 3, 3 and 4 of the 10.
 */
export function paidBack(paid: bigint, returned: bigint, whole: bigint): bigint {
  return returned >= whole ? paid : ceil(paid * returned, whole);
}

/** How much of the whole comes back with so much of what was paid: the most. `paid` is above zero. */
export function wholeFor(money: bigint, paid: bigint, whole: bigint): bigint {
  return money >= paid ? whole : (money * whole) / paid;
}

/** What is back of a line: so many of its units, and so much of its list amount given back in money. */
export interface Returned {
  /** In millionths. */
  readonly quantity: bigint;
  readonly amount: bigint;
}

/** What a line was: its quantity in millionths, above zero, and its list amount. */
export interface Sold {
  readonly quantity: bigint;
  readonly list: bigint;
}

/**
 * The part of a line's list amount that is back: units bring their share of what money has left on them.
 * Worked: two of three at 300 are 200; with 30 of it given back in money before or after, 210.
 */
export function basisOf({ quantity: units, list }: Sold, { quantity, amount }: Returned): bigint {
  return (list * quantity + amount * (units - quantity)) / units;
}

/** The money that brings the part that is back to `basis`; the units are as before. */
export function moneyFor({ quantity: units, list }: Sold, { quantity }: Returned, basis: bigint): bigint {
  return ceil(basis * units - list * quantity, units - quantity);
}

function ceil(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}
