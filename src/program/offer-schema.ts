import * as z from "zod";
import { date } from "../documents/dates.js";
import { clockTime, id } from "../documents/names.js";
import { integer } from "../documents/numbers.js";
import { type Fault, record } from "../documents/schema.js";
import { leapDay, windowDays } from "../facts/catalogue.js";
import { TRANSACTION_TYPES } from "../facts/transaction.js";
import { WEEKDAYS } from "../units/calendar.js";
import { benefitSchema, tiered } from "./benefit-schema.js";
import { conditionSchema } from "./condition-schema.js";

const label = z.string().min(1);

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
export const nameSchema = z.record(z.string().min(1).max(35), lineOfText(256));

const birthday = record({
  before: tiered(windowDays).optional(),
  after: tiered(windowDays).optional(),
  span: z.enum(["day", "week", "month"]).optional(),
  leapDay: leapDay.optional(),
});

const monthDay = record({ month: integer(1, 12), day: integer(1, 31) });
// Not `union`: of that, zod takes a branch of which only the keys are wrong to be the one that was meant.
const window = z.xor([
  record({ from: date.optional(), to: date.optional() }),
  record({ yearly: record({ from: monthDay, to: monthDay }) }),
]);

const schedule = record({
  weekdays: z.array(z.enum(WEEKDAYS)).min(1).max(7).optional(),
  hours: z
    .array(record({ from: clockTime, until: clockTime }))
    .min(1)
    .max(24)
    .optional(),
});

/** The periods a member's limit may run over. */
export const LIMIT_PERIODS = ["day", "week", "month", "year", "birthdayYear", "lifetime"] as const;

const limits = record({
  perMember: record({ count: integer(1, 1_000_000), per: z.enum(LIMIT_PERIODS) }).optional(),
});

export const offerSchema = record({
  id,
  name: nameSchema.optional(),
  on: z.array(z.enum(TRANSACTION_TYPES)).min(1).max(20).optional(),
  always: z.boolean().optional(),
  group: id.optional(),
  exclusive: z.boolean().optional(),
  notWith: z.array(id).max(1_000).optional(),
  priority: integer(-1_000_000, 1_000_000).optional(),
  when: conditionSchema.optional(),
  tier: z.array(id).min(1).max(100).optional(),
  birthday: birthday.optional(),
  window: window.optional(),
  schedule: schedule.optional(),
  code: z.array(label).min(1).max(1_000).optional(),
  channel: z.array(label).min(1).max(100).optional(),
  limits: limits.optional(),
  benefit: benefitSchema,
});
