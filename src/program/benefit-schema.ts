import * as z from "zod";
import { id } from "../documents/names.js";
import { amount, factor, grant, integer, percent, positiveAmount, worth } from "../documents/numbers.js";
import { record, recordBy } from "../documents/schema.js";
import { itemFilter } from "../facts/item-filter.js";
import { conditionSchema } from "./condition-schema.js";
import { nameSchema } from "./name-schema.js";
import { tiered } from "./tiered-schema.js";
import { duration, expiry, lotExpiry, WALLET_KINDS } from "./wallet-schema.js";

/** Each is written once in the JSON Schema, and referred to by its name. */
const byTier = {
  percent: tiered(percent).meta({ id: "percentage" }),
  amount: tiered(amount).meta({ id: "amount" }),
  grant: tiered(grant).meta({ id: "grant" }),
};

const items = itemFilter.meta({ id: "items" });
const limits = { items: items.optional(), max: byTier.amount.optional() };

const units = integer(1, 1_000);
const end = z.enum(["cheapest", "dearest"]);
const component = { items: items.optional(), units };
const components = z.array(record(component)).min(1).max(5).meta({ id: "set" });

function steps<Rates extends z.ZodRawShape>(rates: Rates) {
  return record({
    by: z.enum(["total", "quantity"]),
    mode: z.enum(["whole", "progressive"]),
    at: z
      .array(record({ from: amount, ...rates }))
      .min(1)
      .max(100),
  });
}

const discountRates = {
  percent: byTier.percent.optional(),
  fixed: byTier.amount.optional(),
  perUnit: byTier.amount.optional(),
};

export const discountSchema = record({
  kind: z.literal("discount"),
  ...discountRates,
  unitPrice: byTier.amount.optional(),
  steps: steps(discountRates).optional(),
  buy: record(component).optional(),
  get: record({ ...component, percent: byTier.percent }).optional(),
  bundle: record({
    of: components,
    price: byTier.amount.optional(),
    percent: byTier.percent.optional(),
  }).optional(),
  units: units.optional(),
  every: units.optional(),
  from: units.optional(),
  pick: end.optional(),
  unitsPer: z.enum(["offer", "line", "sku"]).optional(),
  spread: z.enum(["proportional", "even"]).optional(),
  ...limits,
}).meta({ id: "discount" });

const accrualRates = {
  percent: byTier.percent.optional(),
  fixed: byTier.amount.optional(),
  perSpend: record({ every: tiered(positiveAmount), grant: byTier.grant }).optional(),
  perUnit: byTier.grant.optional(),
};

const accrual = record({
  kind: z.enum(WALLET_KINDS),
  wallet: id.optional(),
  ...accrualRates,
  perVisit: byTier.grant.optional(),
  perSet: record({ of: components, grant: byTier.grant }).optional(),
  steps: steps(accrualRates).optional(),
  multiply: tiered(factor).optional(),
  pick: end.optional(),
  usable: record({
    when: conditionSchema.optional(),
    items: items.optional(),
    maxShare: percent.optional(),
  }).optional(),
  expires: tiered(lotExpiry).optional(),
  ...limits,
});

const valued = { worth: worth.optional(), cost: worth.optional() };

const gift = record({
  kind: z.literal("gift"),
  gifts: z
    .array(record({ id, name: nameSchema.optional(), worth, cost: worth.optional() }))
    .min(1)
    .max(100),
});

const voucher = record({
  kind: z.literal("voucher"),
  offer: id,
  expires: tiered(expiry).optional(),
  ...valued,
});

const tier = record({ kind: z.literal("tier"), tier: id, for: duration.optional(), ...valued });

/** The kinds of benefit there are. */
export const BENEFIT_KINDS = ["discount", ...WALLET_KINDS, "gift", "voucher", "tier"] as const;

const kinds = [discountSchema, accrual, gift, voucher, tier] as const;
const benefit = recordBy("kind", BENEFIT_KINDS, kinds).meta({ id: "benefit" });

/** The most parts one offer may have. */
const MOST_PARTS = 4;

export const benefitSchema = z.union([benefit, z.array(benefit).min(1).max(MOST_PARTS)]);
