import * as z from "zod";
import { id } from "../documents/names.js";
import { amount, factor, grant, percent, positiveAmount } from "../documents/numbers.js";
import { record, recordBy } from "../documents/schema.js";
import { itemFilter } from "../facts/item-filter.js";

/** A value that may differ by tier. */
export function tiered<Value extends z.ZodType>(value: Value) {
  return z.union([value, record({ byTier: z.record(id, value) })]);
}

const limits = { items: itemFilter.optional(), max: tiered(amount).optional() };

const discount = record({
  kind: z.literal("discount"),
  percent: tiered(percent).optional(),
  fixed: tiered(amount).optional(),
  ...limits,
});

const accrual = {
  wallet: id.optional(),
  percent: tiered(percent).optional(),
  fixed: tiered(amount).optional(),
  perSpend: record({ every: tiered(positiveAmount), grant: tiered(grant) }).optional(),
  multiply: tiered(factor).optional(),
  ...limits,
};

/** The kinds of benefit there are. */
export const BENEFIT_KINDS = ["discount", "credit", "points"] as const;

const benefit = recordBy("kind", BENEFIT_KINDS, [
  discount,
  record({ kind: z.literal("credit"), ...accrual }),
  record({ kind: z.literal("points"), ...accrual }),
]);

/** The most parts one offer may have. */
const MOST_PARTS = 4;

export const benefitSchema = z.union([benefit, z.array(benefit).min(1).max(MOST_PARTS)]);
