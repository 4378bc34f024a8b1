import * as z from "zod";
import { date } from "../documents/dates.js";
import { clockTime, id } from "../documents/names.js";
import { amount, integer, percent } from "../documents/numbers.js";
import { record } from "../documents/schema.js";
import { leapDay, windowDays } from "../facts/catalogue.js";
import { WEEKDAYS } from "../units/calendar.js";
import { benefitSchema } from "./benefit-schema.js";
import { conditionSchema } from "./condition-schema.js";
import { nameSchema } from "./name-schema.js";
import { tiered } from "./tiered-schema.js";
import { duration } from "./wallet-schema.js";

const label = z.string().min(1);

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
const LIMIT_PERIODS = ["day", "week", "month", "year", "window", "birthdayYear", "lifetime"] as const;

export const onShort = z.enum(["partial", "refuse"]);

const limits = record({
  perMember: record({
    count: integer(1, 1_000_000).optional(),
    amount: amount.optional(),
    per: z.enum(LIMIT_PERIODS),
    onShort: onShort.optional(),
  }).optional(),
  inAll: record({
    uses: integer(1, 1_000_000_000).optional(),
    members: integer(1, 1_000_000_000).optional(),
  }).optional(),
  repeat: integer(1, 1_000).optional(),
  budget: id.optional(),
});

export const offerSchema = record({
  id,
  name: nameSchema.optional(),
  on: z.array(id).min(1).max(20).optional(),
  always: z.boolean().optional(),
  by: z.literal("voucher").optional(),
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
  milestone: record({ since: z.literal("joinedAt"), at: z.array(duration).min(1).max(100) }).optional(),
  anniversary: record({ name: label, leapDay: leapDay.optional() }).optional(),
  inactivity: record({ away: duration }).optional(),
  holdout: record({ percent }).optional(),
  limits: limits.optional(),
  benefit: benefitSchema,
});
