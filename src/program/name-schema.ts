import * as z from "zod";
import type { Fault } from "../documents/schema.js";

/** A text that may come to stand within a message, where a line break would begin a line of its own. */
export function lineOfText(longest: number) {
  const schema = z.string().min(1).max(longest);
  return schema.check(...noLineBreak).meta({ pattern: "^[^\\n\\r\\u2028\\u2029]*$" });
}

const noLineBreak = [
  ({ value, issues }: z.core.ParsePayload<string>) => {
    if (!/[\n\r\u2028\u2029]/.test(value)) return;
    const message = "must not hold a line break: it comes to stand within the lines of messages";
    const fault: Fault = { code: "template-param", message, expected: "one line" };
    issues.push({ code: "custom", input: value, message, params: { fault } });
  },
];

/** A name in the languages that it has one in. */
export const nameSchema = z.record(z.string().min(1).max(35), lineOfText(256)).meta({ id: "name" });
