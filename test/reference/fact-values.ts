import type { FactType } from "vafa";
import { parseAmount } from "../../src/units/amount.js";
import { readDate } from "./club-days.js";

/**
 * A fact's value. Numbers are millionths, money is minor units, dates are days and times milliseconds, so that all of
 * them compare exactly.
 */
export type Value = boolean | string | bigint | readonly string[];

/** R4.6, and what facts hold: a value that is not of its type is unknown. */
export function readValue(type: FactType, written: unknown, moneyDigits: number): Value | undefined {
  switch (type) {
    case "boolean":
      return typeof written === "boolean" ? written : undefined;
    case "text":
      return typeof written === "string" ? written : undefined;
    case "texts":
      return Array.isArray(written) && written.every((text) => typeof text === "string")
        ? written
        : undefined;
    case "number":
      return readNumber(written);
    case "money":
      return typeof written === "string" || typeof written === "number"
        ? parseAmount(written, moneyDigits)
        : undefined;
    case "date": {
      const date = readDate(written);
      return date && BigInt(date.on);
    }
    case "time":
      return readTime(written);
  }
}

function readNumber(written: unknown): bigint | undefined {
  if (typeof written === "number") return Number.isSafeInteger(written) ? millionths(written) : undefined;
  if (typeof written !== "string") return undefined;
  const size = parseAmount(written.replace(/^-/, ""), 6);
  return size !== undefined && written.startsWith("-") ? -size : size;
}

export function millionths(whole: number): bigint {
  return BigInt(whole) * 1_000_000n;
}

function readTime(written: unknown): bigint | undefined {
  const time = typeof written === "string" ? millisecondsOf(written) : undefined;
  return time === undefined ? undefined : BigInt(time);
}

/** A time of day, `"00:00"` to `"24:00"`, in milliseconds. */
export function millisecondsOf(written: string): number | undefined {
  if (!/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(written)) return undefined;
  const [hours, minutes] = written.split(":").map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
}

/** R4.5, R4.7, R4.8 */
export function compare(operator: string, left: Value, right: Value | readonly Value[]): boolean {
  const has = (list: unknown, one: unknown) => Array.isArray(list) && list.includes(one);
  switch (operator) {
    case "equal":
      return left === right;
    case "notEqual":
      return left !== right;
    case "in":
      return has(right, left);
    case "notIn":
      return !has(right, left);
    case "contains":
      return has(left, right);
    case "doesNotContain":
      return !has(left, right);
    case "lessThan":
      return left < right;
    case "lessThanInclusive":
      return left <= right;
    case "greaterThan":
      return left > right;
    case "greaterThanInclusive":
      return left >= right;
    case "multipleOf":
      return typeof left === "bigint" && typeof right === "bigint" && right !== 0n && left % right === 0n;
    default:
      throw new Error(`no operator ${operator}`);
  }
}
