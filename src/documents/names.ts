import type * as z from "zod";
import type { IssueCode } from "./club-error.js";
import { value } from "./schema.js";

/** The patterns match nothing but short texts of visible ASCII. */
function matching(pattern: RegExp, what: string, code: IssueCode): z.ZodType<string, string> {
  const matches = (written: unknown) => typeof written === "string" && pattern.test(written);
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
);

/** An id that another system gave: of a member, a transaction, a line. */
export const foreignId = matching(
  /^[!-~]{1,128}$/,
  "an id of 1 to 128 visible ASCII characters without spaces",
  "id-format",
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
