import * as z from "zod";
import { date } from "../documents/dates.js";
import { id } from "../documents/names.js";
import { amount, integer, MOST_DIGITS, percent, positiveAmount, worth } from "../documents/numbers.js";
import { record } from "../documents/schema.js";
import { itemFilter } from "../facts/item-filter.js";
import { nameSchema } from "./name-schema.js";
import { tiered } from "./tiered-schema.js";

export const roundingMode = z.enum(["halfUp", "halfEven", "down", "up"]);

/** A span of time; a lifetime of days is the most. */
export const duration = record({
  years: integer(0, 100).optional(),
  months: integer(0, 1_200).optional(),
  weeks: integer(0, 5_200).optional(),
  days: integer(0, 36_500).optional(),
}).meta({ id: "duration" });

const period = record({
  endOf: z.enum(["day", "month", "season", "year"]),
  plus: integer(0, 1_200).optional(),
});
const lastDate = record({ on: date });

export const expiry = z
  .union([z.literal("never"), record({ after: duration }), period, lastDate])
  .meta({ id: "expiry" });

const renewed = record({ after: duration, renewedBy: z.literal("activity").optional() });

/** Of units; a voucher is never renewed. */
export const lotExpiry = z.union([z.literal("never"), renewed, period, lastDate]).meta({ id: "lotExpiry" });

/** The kinds of wallet there are. */
export const WALLET_KINDS = ["credit", "points", "stamps", "tickets"] as const;

const redemption = record({
  rate: positiveAmount.optional(),
  min: amount.optional(),
  step: positiveAmount.optional(),
  maxShare: percent.optional(),
  items: itemFilter.optional(),
});

const converts = record({
  every: positiveAmount,
  into: z.union([
    record({ voucher: id, expires: expiry.optional() }),
    record({ wallet: id, amount: positiveAmount }),
  ]),
});

export const walletSchema = record({
  id,
  kind: z.enum(WALLET_KINDS),
  name: nameSchema.optional(),
  digits: integer(0, MOST_DIGITS).optional(),
  worth: worth.optional(),
  cost: worth.optional(),
  accruesOn: z.enum(["paid", "discounted", "list"]).optional(),
  rounding: roundingMode.optional(),
  activatesAfter: duration.optional(),
  expires: tiered(lotExpiry).optional(),
  redemption: redemption.optional(),
  converts: converts.optional(),
});
