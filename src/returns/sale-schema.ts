import * as z from "zod";
import { grantedInstant, instant } from "../documents/dates.js";
import { foreignId, hash, id } from "../documents/names.js";
import { amount, integer, quantity } from "../documents/numbers.js";

const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
const rows = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.looseObject(shape));
const amounts = z.array(amount);
const count = integer(0, 1_000_000);

/** What a refund reads of the entry of a sale; the rest is covered by its hash. */
export const saleSchema = z.looseObject({
  at: instant,
  awards: rows({
    amount,
    amounts,
    basis: z.enum(["lines", "visit"]),
    kind: z.enum(["discount", "credit", "points", "stamps", "tickets", "gift", "voucher", "tier"]),
    offer: id,
    part: integer(1, 100),
    wallet: orNull(id),
  }),
  clubUses: z.array(
    z.union([
      z.looseObject({ members: count, offer: id, uses: count }),
      z.looseObject({ amount, budget: id }),
    ]),
  ),
  hash,
  id: foreignId,
  kind: z.literal("purchase"),
  lines: rows({
    id: foreignId,
    kind: z.enum(["fee", "goods"]),
    list: amount,
    paid: amount,
    quantity,
    redeemed: amount,
  }),
  lots: rows({ expiresAt: orNull(grantedInstant), id: foreignId }),
  memberId: foreignId,
  program: z.looseObject({ hash, id }),
  progress: z.looseObject({ counted: orNull(amount), period: orNull(z.string()), visits: count }),
  redemptions: rows({
    amount,
    catalogue: orNull(id),
    draws: rows({
      activeAt: orNull(grantedInstant),
      amount,
      at: orNull(instant),
      expiresAt: orNull(grantedInstant),
      lot: foreignId,
      offer: orNull(id),
      renewable: z.boolean(),
      usable: orNull(id),
    }),
    value: amount,
    values: amounts,
    wallet: id,
  }),
  renewals: rows({ expiresAt: orNull(grantedInstant), lot: foreignId, wallet: id }),
  requestHash: hash,
  sequence: integer(1, Number.MAX_SAFE_INTEGER),
  transactionId: foreignId,
  usedVouchers: rows({
    expiresAt: orNull(grantedInstant),
    id: foreignId,
    issuedAt: orNull(instant),
    offer: id,
  }),
  uses: rows({
    amount: orNull(amount),
    at: instant,
    birthdayYear: orNull(integer(0, 9_999)),
    day: z.iso.date(),
    offer: id,
  }),
  v: z.literal(1),
});
