import { MOST_DIGITS } from "../documents/numbers.js";
import { parseAmount } from "../units/amount.js";

/** Millionths: a number wherever that is safe, else a bigint; so two are equal where `===` says so. */
export type Exact = number | bigint;

const MILLION = 1_000_000;
const ZERO = 48;
const POINT = 46;
/** The most digits before the point of an amount whose millionths are surely a safe number. */
const SAFE_DIGITS = 9;

/** As `millionthsOf`, for what is added up by the dozen in every entry that is verified: small amounts need no bigint. */
export function exactOf(amount: string | number): Exact {
  const small = typeof amount === "string" ? smallMillionths(amount) : undefined;
  return small ?? normal(parseAmount(amount, MOST_DIGITS) ?? 0n);
}

function smallMillionths(text: string): number | undefined {
  let at = 0;
  let whole = 0;
  for (; at < text.length && text.charCodeAt(at) !== POINT; at++) whole = whole * 10 + digitAt(text, at);
  if (at > SAFE_DIGITS) return undefined;
  let millionths = whole * MILLION;
  for (let scale = MILLION / 10; ++at < text.length; scale /= 10) millionths += digitAt(text, at) * scale;
  return millionths;
}

function digitAt(text: string, at: number): number {
  return text.charCodeAt(at) - ZERO;
}

function normal(exact: bigint): Exact {
  const number = Number(exact);
  return Number.isSafeInteger(number) ? number : exact;
}

export function plus(one: Exact, other: Exact): Exact {
  if (typeof one === "number" && typeof other === "number") {
    const sum = one + other;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return normal(BigInt(one) + BigInt(other));
}

export function minus(one: Exact, other: Exact): Exact {
  return plus(one, -other);
}

export function sumOf<T>(rows: readonly T[], amountOf: (row: T) => string | number): Exact {
  let sum: Exact = 0;
  for (const row of rows) sum = plus(sum, exactOf(amountOf(row)));
  return sum;
}
