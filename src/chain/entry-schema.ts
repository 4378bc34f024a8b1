import * as z from "zod";
import { grantedInstant, instant } from "../documents/dates.js";
import { foreignId, hash, id } from "../documents/names.js";
import { amount, integer } from "../documents/numbers.js";

const count = integer(0, 1_000_000);
const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
const draws = z.array(z.looseObject({ amount, lot: foreignId }));

/** A lot as entries write it. */
const lots = z.array(
  z.looseObject({
    activeAt: grantedInstant,
    amount,
    at: instant,
    expiresAt: orNull(grantedInstant),
    id: foreignId,
    offer: orNull(id),
    renewable: z.boolean(),
    usable: orNull(id),
    wallet: id,
  }),
);

const uses = z.array(
  z.looseObject({
    amount: orNull(amount),
    at: instant,
    birthdayYear: orNull(integer(0, 9_999)),
    day: z.iso.date(),
    offer: id,
  }),
);

const text = z.string();

/** What every entry has, whatever it writes down. */
const chained = {
  at: instant,
  hash,
  lots,
  postings: z.array(z.looseObject({ amount, from: text, to: text, unit: text })),
  previousHash: hash,
  sequence: integer(1, Number.MAX_SAFE_INTEGER),
  v: z.literal(1),
};

const issuedVouchers = z.array(
  z.looseObject({ expiresAt: orNull(grantedInstant), id: foreignId, issuedAt: instant, offer: id }),
);

/** What `apply` reads of an entry; the rest is covered by its hash. */
export const transactionEntrySchema = z.looseObject({
  ...chained,
  conversions: z.array(z.looseObject({ draws, wallet: id })),
  kind: z.enum(["purchase", "activity"]),
  progress: z.looseObject({
    alone: z.boolean(),
    counted: orNull(amount),
    from: orNull(text),
    period: orNull(text),
    spend: amount,
    visits: count,
  }),
  redemptions: z.array(z.looseObject({ draws, wallet: id })),
  renewals: z.array(z.looseObject({ expiresAt: orNull(grantedInstant), lot: foreignId, wallet: id })),
  standing: z.looseObject({
    baseTier: orNull(id),
    raisedTier: orNull(z.looseObject({ tier: id, until: grantedInstant })),
    streaks: orNull(z.looseObject({ months: count, weeks: count })),
    tierGraceUntil: orNull(grantedInstant),
    tierHeldUntil: orNull(grantedInstant),
  }),
  transaction: z.looseObject({ type: text }),
  usedVouchers: z.array(z.looseObject({ id: foreignId })),
  uses,
  vouchers: issuedVouchers,
});

const walletDraws = z.array(z.looseObject({ amount, lot: foreignId, wallet: id }));

export const refundEntrySchema = z.looseObject({
  ...chained,
  draws: walletDraws,
  kind: z.literal("refund"),
  progress: z.looseObject({ counted: orNull(amount), period: orNull(text), spend: amount, visits: count }),
  sale: z.looseObject({
    awards: z.array(z.looseObject({ amount, award: integer(1, 100_000) })),
    id: foreignId,
    keptBack: amount,
    returned: z.array(z.looseObject({ amount, line: foreignId, quantity: amount })),
  }),
  uses,
  vouchers: z.array(
    z.looseObject({
      expiresAt: orNull(grantedInstant),
      id: foreignId,
      issuedAt: orNull(instant),
      offer: id,
    }),
  ),
  withdrawn: z.array(foreignId),
});

export const adjustmentEntrySchema = z.looseObject({
  ...chained,
  baseTier: orNull(id),
  draws: walletDraws,
  kind: z.literal("adjustment"),
});

/** What time brought. */
export const advanceEntrySchema = z.looseObject({
  ...chained,
  activations: walletDraws,
  conversions: z.array(z.looseObject({ draws, wallet: id })),
  expiries: walletDraws,
  kind: z.literal("advance"),
  lapsed: z.array(foreignId),
  tier: orNull(
    z.looseObject({ after: id, graceUntil: orNull(grantedInstant), heldUntil: orNull(grantedInstant) }),
  ),
  vouchers: issuedVouchers,
});
