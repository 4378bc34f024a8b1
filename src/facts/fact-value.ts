import { isDateInput, readDate } from "../documents/dates.js";
import { parseAmount, scaleOf } from "../units/amount.js";

export const FACT_TYPES = ["boolean", "text", "texts", "number", "money", "date", "time"] as const;
export type FactType = (typeof FACT_TYPES)[number];

/**
 * A fact's value inside, one representation a type: boolean; text; texts as a list; number in millionths; money in
 * minor units; date as a count of days; time as milliseconds since midnight. `undefined` is unknown.
 */
export type FactValue = boolean | string | readonly string[] | bigint | number;

/** Decimals that a number keeps. */
const NUMBER_DIGITS = 6;

/** A whole number as a fact's value. */
export function numberFact(whole: number): bigint {
  return BigInt(whole) * scaleOf(NUMBER_DIGITS);
}

/** An amount in minor units as a fact of type number. */
export function numberFactOf(minor: bigint, digits: number): bigint {
  return digits === NUMBER_DIGITS ? minor : minor * scaleOf(NUMBER_DIGITS - digits);
}

const CLOCK_TIME = /^(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)$/;

/** `"15:30"` as milliseconds since midnight. */
export function timeOfDay(text: string): number | undefined {
  const match = CLOCK_TIME.exec(text);
  if (match === null) return undefined;
  return text === "24:00" ? 86_400_000 : (Number(match[1]) * 60 + Number(match[2])) * 60_000;
}

/** Reads a written JSON value as one of a type; `undefined` where it is none. Nothing is ever converted or guessed. */
export function readFactValue(
  type: FactType,
  written: unknown,
  currencyDigits: number,
): FactValue | undefined {
  switch (type) {
    case "boolean":
      return typeof written === "boolean" ? written : undefined;
    case "text":
      return typeof written === "string" ? written : undefined;
    case "texts":
      return Array.isArray(written) && written.every((item) => typeof item === "string")
        ? written
        : undefined;
    case "number":
      return readNumber(written);
    case "money":
      return isAmount(written) ? parseAmount(written, currencyDigits) : undefined;
    case "date":
      return isDateInput(written) ? readDate(written).day : undefined;
    case "time":
      return typeof written === "string" ? timeOfDay(written) : undefined;
  }
}

function isAmount(written: unknown): written is string | number {
  return typeof written === "string" || typeof written === "number";
}

function readNumber(written: unknown): bigint | undefined {
  if (typeof written === "number" && written < 0) {
    return Number.isSafeInteger(written) ? numberFact(written) : undefined;
  }
  if (!isAmount(written)) return undefined;
  const negative = typeof written === "string" && written.startsWith("-");
  const size = parseAmount(negative ? written.slice(1) : written, NUMBER_DIGITS);
  return size !== undefined && negative ? -size : size;
}
