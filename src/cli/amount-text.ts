/** An amount with thousands set apart. Worked: `"1234567.50"` is `1,234,567.50`. */
export function amountText(amount: string): string {
  const [whole = "", ...fraction] = amount.split(".");
  return [whole.replace(/(?<=[0-9])(?=(?:[0-9]{3})+$)/g, ","), ...fraction].join(".");
}

/** Is the amount nothing? */
export function isZero(amount: string): boolean {
  return /^[0.]*$/.test(amount);
}

/** Orders amounts, the greatest first. */
export function greatestFirst(a: string, b: string): number {
  const digits = Math.max(decimalsOf(a), decimalsOf(b));
  const [left, right] = [minorOf(a, digits), minorOf(b, digits)];
  return left === right ? 0 : left > right ? -1 : 1;
}

/** Adds up amounts. */
export function sumOf(amounts: readonly string[]): string {
  const digits = Math.max(0, ...amounts.map(decimalsOf));
  return textOf(
    amounts.reduce((total, amount) => total + minorOf(amount, digits), 0n),
    digits,
  );
}

/** What is left of an amount when no more than it is taken off. */
export function lessOf(amount: string, less: string): string {
  const digits = Math.max(decimalsOf(amount), decimalsOf(less));
  return textOf(minorOf(amount, digits) - minorOf(less, digits), digits);
}

/** The amount with as many decimals as it needs. Worked: `"0.500"` is `0.5`, `"12.00"` is `12`. */
export function shortened(amount: string): string {
  return amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

function textOf(minor: bigint, digits: number): string {
  if (digits === 0) return minor.toString();
  const text = minor.toString().padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function decimalsOf(amount: string): number {
  return amount.split(".")[1]?.length ?? 0;
}

function minorOf(amount: string, digits: number): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(digits, "0"));
}
