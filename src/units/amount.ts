/** The most whole digits an amount may have. */
export const WHOLE_DIGITS = 18;

/** Ten to the power of `digits`. */
export function scaleOf(digits: number): bigint {
  return SCALES[digits] ?? 10n ** BigInt(digits);
}

const SCALES = Array.from({ length: 19 }, (_, digits) => 10n ** BigInt(digits));

const PLAIN = /^(0|[1-9][0-9]{0,17})(?:\.([0-9]+))?$/;

/**
 * Reads a decimal text or a safe integer as minor units, exactly; `undefined` where it is no amount of that many
 * decimals. A plain reading by digits: decimal.js gives the same (a test compares them) at fifty times the cost,
 * and every sale reads dozens of amounts.
 * Worked: `parseAmount("2.5", 2)` is 250n; `parseAmount("2.505", 2)` is `undefined`.
 */
export function parseAmount(value: string | number, digits: number): bigint | undefined {
  if (typeof value === "number") {
    return Number.isSafeInteger(value) && value >= 0 ? scaled(value, digits) : undefined;
  }
  const whole = smallWhole(value);
  if (whole !== undefined) return scaled(whole, digits);
  const match = PLAIN.exec(value);
  if (match === null) return undefined;
  const fraction = match[2] ?? "";
  if (fraction.length > digits) return undefined;
  return BigInt(`${match[1]}${fraction.padEnd(digits, "0")}`);
}

/** So many whole units in minor ones: most currencies here have no others, and a product by one costs what another does. */
function scaled(whole: number, digits: number): bigint {
  return digits === 0 ? BigInt(whole) : BigInt(whole) * scaleOf(digits);
}

/** Nearly all amounts are whole and small: those are read without a search or a copy. */
function smallWhole(text: string): number | undefined {
  const { length } = text;
  if (length === 0 || length > 15 || (length > 1 && text.charCodeAt(0) === ZERO)) return undefined;
  let whole = 0;
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    whole = whole * 10 + digit;
  }
  return whole;
}

const ZERO = 48;

/** Minor units as a decimal text with all its decimals. Worked: `formatAmount(250n, 2)` is `"2.50"`. */
export function formatAmount(minor: bigint, digits: number): string {
  if (digits === 0) return writeWhole(minor);
  const sign = minor < 0n ? "-" : "";
  const text = writeWhole(minor < 0n ? -minor : minor).padStart(digits + 1, "0");
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A number is written quicker than a bigint, and a safe one is exact. */
function writeWhole(minor: bigint): string {
  const number = Number(minor);
  return Number.isSafeInteger(number) ? `${number}` : minor.toString();
}

/** The sum of two written amounts, with the decimals of the finer. */
export function addAmounts(a: string | number, b: string | number): string {
  const digits = Math.max(decimalsOf(a), decimalsOf(b));
  return formatAmount((parseAmount(a, digits) ?? 0n) + (parseAmount(b, digits) ?? 0n), digits);
}

/** What is left of a written amount, likewise; `undefined` where there is less. */
export function subtractAmounts(a: string | number, b: string | number): string | undefined {
  const digits = Math.max(decimalsOf(a), decimalsOf(b));
  const rest = (parseAmount(a, digits) ?? 0n) - (parseAmount(b, digits) ?? 0n);
  return rest < 0n ? undefined : formatAmount(rest, digits);
}

function decimalsOf(value: string | number): number {
  return String(value).split(".")[1]?.length ?? 0;
}
