import * as z from "zod";
import { clockTime, factName, id } from "../documents/names.js";
import { amount, integer, MOST_DIGITS, percent, positiveAmount } from "../documents/numbers.js";
import { record, value } from "../documents/schema.js";
import { FACT_TYPES } from "../facts/fact-value.js";
import { CHANNELS } from "../facts/member.js";
import { WEEKDAYS } from "../units/calendar.js";
import { discountSchema } from "./benefit-schema.js";
import { conditionSchema } from "./condition-schema.js";
import { lineOfText, nameSchema } from "./name-schema.js";
import { offerSchema, onShort } from "./offer-schema.js";
import { DEBT_POLICIES, REFUND_POLICIES } from "./refund-terms.js";
import { CEILINGS } from "./sizes.js";
import { DOWNGRADES } from "./tier-terms.js";
import { INVITATIONS, LANGUAGES, TOPIC_NAMES } from "./topics.js";
import { duration, roundingMode, walletSchema } from "./wallet-schema.js";

const currency = record({
  code: lineOfText(16),
  digits: integer(0, MOST_DIGITS),
  rounding: z.union([roundingMode, record({ mode: roundingMode, step: positiveAmount })]).optional(),
});

const rung = record({
  id,
  name: nameSchema.optional(),
  from: amount.optional(),
  orPurchase: positiveAmount.optional(),
});

const tiers = record({
  metric: z.union([z.enum(["spend", "visits"]), record({ wallet: id })]).optional(),
  period: z
    .union([z.enum(["calendarYear", "anniversary", "lifetime"]), record({ rolling: duration })])
    .optional(),
  downgrade: z.enum(DOWNGRADES).optional(),
  grace: duration.optional(),
  holds: duration.optional(),
  ladder: z.array(rung).min(1).max(100),
});

const catalogueItem = record({
  id,
  name: nameSchema.optional(),
  wallet: id,
  price: positiveAmount,
  benefit: discountSchema,
});

const language = z.enum(LANGUAGES);

const daysBefore = z.array(integer(1, 365)).max(3);

const notifications = record({
  merge: z.boolean().optional(),
  quietHours: record({ from: clockTime, until: clockTime }).optional(),
  invite: z.array(z.enum(INVITATIONS)).max(INVITATIONS.length).optional(),
  remind: record({ expiring: daysBefore.optional(), tier: daysBefore.optional() }).optional(),
  shop: record({ channels: z.array(z.enum(CHANNELS)).max(10) }).optional(),
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
  wallets: z.array(walletSchema).max(100).optional(),
  tiers: tiers.optional(),
  facts: z.record(factName, z.enum(FACT_TYPES)).optional(),
  attributes: z
    .record(factName, record({ path: z.string().min(1).max(256), type: z.enum(FACT_TYPES) }))
    .optional(),
  conditions: z.record(factName, conditionSchema).optional(),
  groups: z
    .array(record({ id, limit: integer(1, 1_000).optional(), per: z.literal("line").optional() }))
    .max(1_000)
    .optional(),
  budgets: z
    .array(record({ id, amount, onShort: onShort.optional() }))
    .max(1_000)
    .optional(),
  offers: z.array(offerSchema).max(CEILINGS.offers),
  catalogue: z.array(catalogueItem).max(1_000).optional(),
  maxOffers: integer(1, 1_000).optional(),
  discountCap: record({ percent }).optional(),
  refunds: record({
    policy: z.enum(REFUND_POLICIES).optional(),
    debt: z.enum(DEBT_POLICIES).optional(),
    graceDays: integer(0, 36_500).optional(),
  }).optional(),
  notifications: notifications.optional(),
});
