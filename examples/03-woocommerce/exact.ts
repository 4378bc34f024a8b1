const DIGITS = 6;

/** A decimal text in millionths, exactly: `"3.19"` is 3,190,000. */
export function parseDecimal(text: string): bigint {
  const [, sign, whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (sign === undefined || fraction.length > DIGITS)
    throw new Error(`not an amount: ${JSON.stringify(text)}`);
  const millionths = BigInt(whole + fraction.padEnd(DIGITS, "0"));
  return sign === "-" ? -millionths : millionths;
}

/** Millionths as cents, half up. */
export function minorUnits(millionths: bigint): bigint {
  return divide(millionths, 10_000n);
}

/** Half up; the divisor is above zero. */
export function divide(amount: bigint, by: bigint): bigint {
  const doubled = 2n * amount + by;
  const quotient = doubled / (2n * by);
  return doubled < 0n && doubled % (2n * by) !== 0n ? quotient - 1n : quotient;
}

/** Cents as a decimal text: 1190 is `"11.90"`. */
export function writeMoney(cents: bigint): string {
  const text = cents.toString().padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
