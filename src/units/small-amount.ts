/** The most that a number holds exactly. */
export const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

/** Eight bytes that are read as a bigint, or as the two halves of a number. */
const whole = new BigInt64Array(1);
const halves = new Int32Array(whole.buffer);
const lowHalf = new Uint32Array(whole.buffer);
const LOW = isLittleEndian() ? 0 : 1;
const HIGH = 1 - LOW;
const HALF = 2 ** 32;

function isLittleEndian(): boolean {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
}

/**
 * An amount between zero and `LARGEST_EXACT` as a number. Through bytes, for `Number(...)` is a call into the runtime
 * at three times the cost, and every sale splits dozens of amounts.
 */
export function toNumber(amount: bigint): number {
  whole[0] = amount;
  return (halves[HIGH] as number) * HALF + (lowHalf[LOW] as number);
}

/** A safe integer that is not negative as an amount: likewise, at a sixth of what `BigInt(...)` costs. */
export function toAmount(number: number): bigint {
  const high = Math.floor(number / HALF);
  halves[HIGH] = high;
  lowHalf[LOW] = number - high * HALF;
  return whole[0] as bigint;
}

/** Digits of two that a number holds. */
const EXACT_BITS = 53;

/** An amount as a number; `NaN`, which no comparison holds for, where it is negative or a number does not hold it. */
export function smallNumber(amount: bigint): number {
  return BigInt.asUintN(EXACT_BITS, amount) === amount ? toNumber(amount) : Number.NaN;
}
