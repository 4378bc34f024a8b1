import type * as z from "zod";
import { plainDecimals, WHOLE_DIGITS } from "../units/amount.js";
import { exceeds } from "../units/rate.js";
import { type Fault, value } from "./schema.js";

const PLAIN = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

interface NumberBounds {
  readonly what: string;
  readonly decimals: number;
  readonly most?: string;
  readonly least?: "above zero" | "one";
}

/** A decimal text, or a safe integer, within bounds. A fraction as a JS number is no exact figure. */
function decimal(bounds: NumberBounds): z.ZodType<string | number, string | number> {
  const shape = {
    description: `${bounds.what}: a decimal text or an integer`,
    anyOf: [
      { type: "string", pattern: `^(0|[1-9][0-9]{0,${WHOLE_DIGITS - 1}})(\\.[0-9]{1,${bounds.decimals}})?$` },
      { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    ],
  };
  const expected = `${bounds.what} as a decimal text or an integer`;
  const { most, decimals } = bounds;
  return value(
    shape,
    (written) => {
      const fault = isNumeral(written) ? faultOf(written, bounds) : NO_NUMERAL;
      return fault && { ...fault, expected };
    },
    most === undefined ? (written) => isUsual(written, decimals) : undefined,
  );
}

/** Nearly all that is written begins with 1 to 9: it is above zero, and read without a search. */
export function isUsual(written: unknown, decimals: number): written is string | number {
  if (typeof written === "number") return Number.isSafeInteger(written) && written > 0;
  if (typeof written !== "string" || written.startsWith("0")) return false;
  const places = plainDecimals(written);
  return places !== undefined && places <= decimals;
}

const NO_NUMERAL: Fault = { code: "type", message: "must be a decimal text or an integer" };

function isNumeral(written: unknown): written is string | number {
  return typeof written === "string" || typeof written === "number";
}

function faultOf(written: string | number, { decimals, most, least }: NumberBounds): Fault | undefined {
  const text = String(written);
  if (typeof written === "number" && !Number.isSafeInteger(written)) {
    const hint = `write it as a string: "${text}"`;
    return { code: "number-format", message: "must be written as a text to stay exact", hint };
  }
  const match = PLAIN.exec(text);
  if (match === null || text === "-0") {
    const message = "must be plain decimal digits, such as 12500 or 0.45";
    const foreign = /[\u06f0-\u06f9\u0660-\u0669]/.test(text);
    return {
      code: "number-format",
      message,
      ...(foreign ? { hint: "write it with the digits 0 to 9" } : {}),
    };
  }
  const [, minus, whole = "", fraction = ""] = match;
  if (minus === "-") return { code: "number-negative", message: "must not be negative" };
  if (whole.length > WHOLE_DIGITS) return range(`must have at most ${WHOLE_DIGITS} whole digits`);
  if (fraction.length > decimals) {
    return { code: "number-precision", message: `must have at most ${decimals} decimals` };
  }
  if (most !== undefined && exceeds(text, most)) return range(`must be at most ${most}`);
  if (least === "above zero" && !/[1-9]/.test(text)) return range("must be above zero");
  if (least === "one" && whole === "0") return range("must be at least 1");
  return undefined;
}

function range(message: string): Fault {
  return { code: "number-range", message };
}

/** The most decimals any currency or wallet may have. */
export const MOST_DIGITS = 6;

export const amount = decimal({ what: "an amount", decimals: MOST_DIGITS });
export const positiveAmount = decimal({
  what: "an amount above zero",
  decimals: MOST_DIGITS,
  least: "above zero",
});
export const worth = decimal({ what: "a worth", decimals: 6 });
export const quantity = decimal({ what: "a quantity above zero", decimals: 6, least: "above zero" });
export const percent = decimal({ what: "a percentage from 0 to 100", decimals: 4, most: "100" });
export const factor = decimal({ what: "a factor from 1 to 1000", decimals: 4, most: "1000", least: "one" });
export const score = decimal({ what: "a score from 0 to 1000", decimals: 2, most: "1000" });
export const grant = decimal({ what: "an amount", decimals: 4, most: "1000000000", least: "above zero" });

/** An integer within bounds. */
export function integer(least: number, most: number): z.ZodType<number, number> {
  const expected = `an integer from ${least} to ${most}`;
  return value({ type: "integer", minimum: least, maximum: most }, (written) => {
    if (typeof written !== "number") return { code: "type", message: `must be ${expected}`, expected };
    if (!Number.isInteger(written))
      return { code: "number-format", message: `must be ${expected}`, expected };
    return written >= least && written <= most
      ? undefined
      : { code: "number-range", message: `must be ${expected}`, expected };
  });
}
