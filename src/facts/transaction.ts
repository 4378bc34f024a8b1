import * as z from "zod";
import { instant } from "../documents/dates.js";
import { factName, foreignId, id } from "../documents/names.js";
import { amount, integer, positiveAmount, quantity, score } from "../documents/numbers.js";
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

/** What happened: a purchase, which has `lines`, or an activity, which has none. */
export interface TransactionDocument {
  /** Unique in the club: a retry with the same id is the same event. */
  readonly id: string;
  /** `purchase`, `enrolment`, `referral`, `survey`, `checkIn`, `review`, or an activity of the club's own naming. */
  readonly type: string;
  /** When, with its offset: the engine reads no clock. */
  readonly at: string;
  /** Of the amounts; only what has none, an activity, may leave it out. */
  readonly currency?: string | undefined;
  readonly channel?: string | undefined;
  readonly location?: string | undefined;
  readonly codes?: readonly string[] | undefined;
  /** Ids of the member's vouchers that are to be used. */
  readonly vouchers?: readonly string[] | undefined;
  readonly tenders?:
    | readonly { readonly type: string; readonly amount?: string | number | undefined }[]
    | undefined;
  readonly lines?: readonly LineDocument[] | undefined;
  /** What the member pays with what their wallets hold, in the order asked. */
  readonly redeem?: readonly RedeemDocument[] | undefined;
  /** Which gift the member takes, where an offer leaves the choice. */
  readonly choices?: readonly { readonly offer: string; readonly gift: string }[] | undefined;
  readonly survey?: SurveyDocument | undefined;
  readonly referral?: ReferralDocument | undefined;
  /** Of an activity: values of facts that the program declares. */
  readonly activity?: { readonly [name: string]: unknown } | undefined;
}

/** An amount of a wallet, in its own unit, or something of the catalogue. */
export type RedeemDocument =
  | { readonly wallet: string; readonly amount: string | number }
  | { readonly catalogue: string; readonly times?: number | undefined };

/** A survey's answer; scores from 0 to 1000. */
export interface SurveyDocument {
  readonly score: string | number;
  /** Where it asked for several, by name: `{ "service": 9, "taste": "7.5" }`. */
  readonly scores?: { readonly [name: string]: string | number } | undefined;
}

/** Who brought somebody, and who was brought. */
export const REFERRAL_ROLES = ["advocate", "friend"] as const;

/** One side of a referral; each side is a transaction of its own. */
export interface ReferralDocument {
  readonly role: (typeof REFERRAL_ROLES)[number];
  /** The other member. */
  readonly with: string;
  /** Has the friend bought something? */
  readonly purchased?: boolean | undefined;
}

const label = z.string().min(1);

/** The most tags of a line, and the most lines of a purchase. */
export const MOST_TAGS = 100;
export const MOST_LINES = 5_000;

export const lineSchema = record({
  id: foreignId,
  sku: label.optional(),
  category: textOrList.optional(),
  brand: label.optional(),
  tags: z.array(label).max(MOST_TAGS).optional(),
  quantity: quantity.optional(),
  unitPrice: amount,
  amount: amount.optional(),
  floorPrice: amount.optional(),
  discountable: z.boolean().optional(),
  accrues: z.boolean().optional(),
  kind: z.enum(["goods", "fee"]).optional(),
});

export const PURCHASE = "purchase";

/** What can happen, beside the activities that a club names itself. */
export const TRANSACTION_TYPES = [PURCHASE, "enrolment", "referral", "survey", "checkIn", "review"] as const;

/** What offers are given on without a transaction: none is called so. */
export const OCCASIONS = ["birthday", "anniversary", "milestone", "inactivity", "start"] as const;

export function isOccasion(type: string): boolean {
  return (OCCASIONS as readonly string[]).includes(type);
}

/** The most codes one transaction may present: nobody guesses codes by the thousand. */
const MOST_CODES = 10;

const redeem = z.union([
  record({ wallet: id, amount: z.union([positiveAmount, z.literal("max")]) }),
  record({ catalogue: id, times: integer(1, 1_000).optional() }),
]);

const survey = record({ score, scores: z.record(factName, score).optional() });

const referral = record({
  role: z.enum(REFERRAL_ROLES),
  with: foreignId,
  purchased: z.boolean().optional(),
});

export const transactionSchema = record({
  id: foreignId,
  type: id,
  at: instant,
  currency: z.string().min(1).optional(),
  channel: label.optional(),
  location: label.optional(),
  codes: z.array(z.string()).max(MOST_CODES).optional(),
  vouchers: z.array(foreignId).max(10).optional(),
  tenders: z
    .array(record({ type: label, amount: amount.optional() }))
    .max(100)
    .optional(),
  lines: z.array(lineSchema).max(MOST_LINES).optional(),
  redeem: z.array(redeem).max(10).optional(),
  choices: z
    .array(record({ offer: id, gift: id }))
    .max(100)
    .optional(),
  survey: survey.optional(),
  referral: referral.optional(),
  activity: z.record(z.string(), z.unknown()).optional(),
});
