import type * as z from "zod";
import type { IssueCode } from "./club-error.js";
import { value } from "./schema.js";

/** What matches is a short text of visible ASCII; `fits` says the same as the pattern, where there is a quicker way. */
function matching(
  pattern: RegExp,
  what: string,
  code: IssueCode,
  fits = (text: string) => pattern.test(text),
): z.ZodType<string, string> {
  const matches = (written: unknown) => typeof written === "string" && fits(written);
  const fault = { message: `must be ${what}`, expected: what };
  return value(
    { type: "string", pattern: pattern.source, description: what },
    (written) =>
      matches(written) ? undefined : { code: typeof written === "string" ? code : "type", ...fault },
    matches,
  );
}

/** The id of something in a program. */
export const id = matching(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  "an id of 1 to 64 letters, digits, dots, hyphens and underscores (ASCII), beginning with a letter or digit",
  "id-format",
  isId,
);

/** An id that another system gave: of a member, a transaction, a line. */
export const foreignId = matching(
  /^[!-~]{1,128}$/,
  "an id of 1 to 128 visible ASCII characters without spaces",
  "id-format",
  isForeignId,
);

/** A name that conditions refer to. */
export const factName = matching(
  /^[A-Za-z][A-Za-z0-9_]{0,63}$/,
  "a name of 1 to 64 letters, digits and underscores (ASCII), beginning with a letter",
  "id-format",
);

export const clockTime = matching(
  /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$/,
  'a time of day such as "15:00"',
  "time-format",
);

export const hash = matching(/^[0-9a-f]{64}$/, "a SHA-256 hash in hex", "type");

// Letter by letter: most ids are shorter than what a pattern costs before it begins.

const MOST_OF_ID = 64;
const MOST_OF_FOREIGN_ID = 128;

/** Is this an id as a program writes it? */
export function isId(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > MOST_OF_ID || !isLetterOrDigit(text.charCodeAt(0))) return false;
  for (let at = 1; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (!isLetterOrDigit(unit) && unit !== POINT && unit !== HYPHEN && unit !== UNDERSCORE) return false;
  }
  return true;
}

/** Is this an id as another system may give it? */
export function isForeignId(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > MOST_OF_FOREIGN_ID) return false;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= SPACE || unit > TILDE) return false;
  }
  return true;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const UNDERSCORE = 0x5f;
const TILDE = 0x7e;

function isLetterOrDigit(unit: number): boolean {
  // The letters lie at the same places of their rows, large ones and small.
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}
