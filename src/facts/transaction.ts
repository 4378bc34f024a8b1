import * as z from "zod";
import { instant } from "../documents/dates.js";
import { foreignId } from "../documents/names.js";
import { amount, quantity } from "../documents/numbers.js";
import { record } from "../documents/schema.js";
import { type TextOrList, textOrList } from "./item-filter.js";

/** One line of a receipt. */
export interface LineDocument {
  readonly id: string;
  readonly sku?: string | undefined;
  readonly category?: TextOrList | undefined;
  readonly brand?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Pieces or weight, at most 6 decimals; 1 where left out. */
  readonly quantity?: string | number | undefined;
  /** What the customer pays for one, tax included, after the shop's own mark-downs. */
  readonly unitPrice: string | number;
  /** The line's list amount where the till has rounded it; else `unitPrice × quantity`, rounded once. */
  readonly amount?: string | number | undefined;
  /** No discount brings one unit below this. */
  readonly floorPrice?: string | number | undefined;
  /** `false`: takes no discount, but counts in facts. */
  readonly discountable?: boolean | undefined;
  /** `false`: earns nothing. */
  readonly accrues?: boolean | undefined;
  /** `fee` (delivery, service, deposit) is paid but is no goods: never discounted, earns nothing. */
  readonly kind?: "goods" | "fee" | undefined;
}

/** What happened: one purchase. */
export interface TransactionDocument {
  /** Unique in the club: a retry with the same id is the same event. */
  readonly id: string;
  readonly type: "purchase";
  /** When, with its offset: the engine reads no clock. */
  readonly at: string;
  readonly currency: string;
  readonly channel?: string | undefined;
  readonly location?: string | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly tenders?:
    | readonly { readonly type: string; readonly amount?: string | number | undefined }[]
    | undefined;
  readonly lines: readonly LineDocument[];
}

const label = z.string().min(1);

const lineSchema = record({
  id: foreignId,
  sku: label.optional(),
  category: textOrList.optional(),
  brand: label.optional(),
  tags: z.array(label).max(100).optional(),
  quantity: quantity.optional(),
  unitPrice: amount,
  amount: amount.optional(),
  floorPrice: amount.optional(),
  discountable: z.boolean().optional(),
  accrues: z.boolean().optional(),
  kind: z.enum(["goods", "fee"]).optional(),
});

/** What happened can be this, so far. */
export const TRANSACTION_TYPES = ["purchase"] as const;

/** The most codes one transaction may present: nobody guesses codes by the thousand. */
const MOST_CODES = 10;

export const transactionSchema = record({
  id: foreignId,
  type: z.enum(TRANSACTION_TYPES),
  at: instant,
  currency: z.string().min(1),
  channel: label.optional(),
  location: label.optional(),
  codes: z.array(z.string()).max(MOST_CODES).optional(),
  tenders: z
    .array(record({ type: label, amount: amount.optional() }))
    .max(100)
    .optional(),
  lines: z.array(lineSchema).max(5_000),
});
