import { value } from "../documents/schema.js";

const KEY = /^[A-Za-z0-9][!-~]{0,127}$/;

/** The caller's own name for one attempt. */
export const idempotencyKey = value<string>({ type: "string", pattern: KEY.source }, (written) => {
  const expected = "1 to 128 visible ASCII characters, the first a letter or digit";
  if (typeof written !== "string") return { code: "type", message: `must be ${expected}`, expected };
  return KEY.test(written) ? undefined : { code: "id-format", message: `must be ${expected}`, expected };
});
