import type * as z from "zod";
import { WHOLE_DIGITS } from "../units/amount.js";
import { exceeds } from "../units/rate.js";
import type { IssueCode } from "./club-error.js";
import { value } from "./schema.js";

const PLAIN = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

interface NumberBounds {
  readonly what: string;
  readonly decimals: number;
  readonly most?: string;
  readonly least?: "zero" | "above zero" | "one";
}

/** A decimal text, or a safe integer, within bounds. A fraction as a JS number is no exact figure. */
function decimal(bounds: NumberBounds): z.ZodType<string | number, string | number> {
  const expected = `${bounds.what} as a decimal text or an integer`;
  const shape = {
    description: `${bounds.what}: a decimal text or an integer`,
    anyOf: [
      { type: "string", pattern: `^(0|[1-9][0-9]{0,${WHOLE_DIGITS - 1}})(\\.[0-9]{1,${bounds.decimals}})?$` },
      { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    ],
  };
  return value(shape, (written) => {
    const fault = (code: IssueCode, message: string, hint?: string) =>
      hint === undefined ? { code, message, expected } : { code, message, expected, hint };
    if (typeof written !== "string" && typeof written !== "number")
      return fault("type", "must be a decimal text or an integer");
    const text = String(written);
    if (typeof written === "number" && !Number.isSafeInteger(written)) {
      return fault(
        "number-format",
        "must be written as a text to stay exact",
        `write it as a string: "${text}"`,
      );
    }
    if (!PLAIN.test(text) || text === "-0") {
      const hint = /[\u06f0-\u06f9\u0660-\u0669]/.test(text) ? "write it with the digits 0 to 9" : undefined;
      return fault("number-format", "must be plain decimal digits, such as 12500 or 0.45", hint);
    }
    if (text.startsWith("-")) return fault("number-negative", "must not be negative");
    if ((text.split(".")[0] ?? "").length > WHOLE_DIGITS)
      return fault("number-range", `must have at most ${WHOLE_DIGITS} whole digits`);
    if ((text.split(".")[1] ?? "").length > bounds.decimals) {
      return fault("number-precision", `must have at most ${bounds.decimals} decimals`);
    }
    if (bounds.most !== undefined && exceeds(text, bounds.most))
      return fault("number-range", `must be at most ${bounds.most}`);
    if (bounds.least === "above zero" && !exceeds(text, 0))
      return fault("number-range", "must be above zero");
    if (bounds.least === "one" && exceeds(1, text)) return fault("number-range", "must be at least 1");
    return undefined;
  });
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
