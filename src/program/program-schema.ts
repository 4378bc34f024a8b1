import * as z from "zod";
import { clockTime, factName, id } from "../documents/names.js";
import { amount, integer, MOST_DIGITS, positiveAmount, worth } from "../documents/numbers.js";
import { record, value } from "../documents/schema.js";
import { FACT_TYPES } from "../facts/fact-value.js";
import { CHANNELS } from "../facts/member.js";
import { WEEKDAYS } from "../units/calendar.js";
import { tiered } from "./benefit-schema.js";
import { conditionSchema } from "./condition-schema.js";
import { lineOfText, nameSchema, offerSchema } from "./offer-schema.js";
import { CEILINGS } from "./sizes.js";
import { LANGUAGES, TOPIC_NAMES } from "./topics.js";

const roundingMode = z.enum(["halfUp", "halfEven", "down", "up"]);

/** A span of time; a lifetime of days is the most. */
const duration = record({
  years: integer(0, 100).optional(),
  months: integer(0, 1_200).optional(),
  weeks: integer(0, 5_200).optional(),
  days: integer(0, 36_500).optional(),
});

const currency = record({
  code: lineOfText(16),
  digits: integer(0, MOST_DIGITS),
  rounding: z.union([roundingMode, record({ mode: roundingMode, step: positiveAmount })]).optional(),
});

/** The kinds of wallet there are. */
export const WALLET_KINDS = ["credit", "points"] as const;

const wallet = record({
  id,
  kind: z.enum(WALLET_KINDS),
  name: nameSchema.optional(),
  digits: integer(0, MOST_DIGITS).optional(),
  worth: worth.optional(),
  cost: worth.optional(),
  accruesOn: z.enum(["paid", "discounted", "list"]).optional(),
  rounding: roundingMode.optional(),
  activatesAfter: duration.optional(),
  expires: tiered(z.union([z.literal("never"), record({ after: duration })])).optional(),
});

const tiers = record({
  metric: z.enum(["spend", "visits"]).optional(),
  ladder: z
    .array(record({ id, name: nameSchema.optional(), from: amount.optional() }))
    .min(1)
    .max(100),
});

const language = z.enum(LANGUAGES);

const notifications = record({
  merge: z.boolean().optional(),
  quietHours: record({ from: clockTime, until: clockTime }).optional(),
  optOut: z.record(z.string().min(1).max(35), z.string().min(1).max(256)).optional(),
  texts: z
    .array(
      record({
        topic: z.enum(TOPIC_NAMES),
        channel: z.enum(CHANNELS),
        locale: language,
        text: z.string().min(1),
      }),
    )
    .max(1_000)
    .optional(),
});

/** The only edition of the rules there is. */
export const SEMANTICS = 1;

const semantics = value<typeof SEMANTICS>({ const: SEMANTICS }, (written) => {
  const expected = `${SEMANTICS}`;
  return written === SEMANTICS
    ? undefined
    : {
        code: "schema-version",
        message: "is an edition of the rules that this engine does not have",
        expected,
      };
});

export const programSchema = record({
  $schema: z.string().optional(),
  id,
  version: z.string().min(1).max(64),
  semantics,
  name: nameSchema.optional(),
  currency,
  timeZone: z.string().min(1).max(64),
  calendar: z.enum(["gregorian", "persian"]),
  weekStart: z.enum(WEEKDAYS).optional(),
  locale: z.string().min(1).max(35).optional(),
  discountBase: z.enum(["list", "remaining"]).optional(),
  wallets: z.array(wallet).max(100).optional(),
  tiers: tiers.optional(),
  facts: z.record(factName, z.enum(FACT_TYPES)).optional(),
  attributes: z
    .record(factName, record({ path: z.string().min(1).max(256), type: z.enum(FACT_TYPES) }))
    .optional(),
  conditions: z.record(factName, conditionSchema).optional(),
  groups: z
    .array(record({ id, limit: integer(1, 1_000) }))
    .max(1_000)
    .optional(),
  offers: z.array(offerSchema).max(CEILINGS.offers),
  maxOffers: integer(1, 1_000).optional(),
  notifications: notifications.optional(),
});
