import type { AdvanceDecision, Award, AwardBack, Decision, Intent, Posting, RefundDecision } from "vafa";
import { sumOf } from "./amount-text.js";
import { addMoves, type WalletMoves } from "./wallet-moves.js";

/** What decisions came to, added up as they are made; none of them is kept. */
export interface Tally {
  sold(decision: Decision, request: { readonly transaction?: unknown }): void;
  refunded(decision: RefundDecision): void;
  passed(passed: AdvanceDecision): void;
  readonly sums: Sums;
}

export interface Sums {
  readonly purchases: number;
  readonly activities: number;
  /** Of the purchases and activities, those of no member. */
  readonly guests: number;
  readonly refunds: number;
  /** Birthdays and other days that came by themselves. */
  readonly occasions: number;
  readonly entries: number;
  readonly turnover: { readonly [column in "list" | "discount" | "redeemed" | "due"]: string };
  readonly returned: { readonly [column in "list" | "discount" | "redeemed" | "deducted" | "due"]: string };
  /** By wallet. */
  readonly moves: ReadonlyMap<string, WalletMoves>;
  /** By offer and unit. */
  readonly offers: ReadonlyMap<string, OfferSum>;
  readonly messages: { readonly count: number; readonly smsSegments: number };
  readonly topics: ReadonlyMap<string, number>;
  /** By what was asked for, and why it was refused. */
  readonly refused: ReadonlyMap<string, number>;
}

/** What an offer gave of one unit: of the currency, a wallet, or things counted one by one. */
export interface OfferSum {
  readonly offer: string;
  readonly unit: string;
  readonly given: number;
  readonly amount: string;
  readonly worth: string;
  readonly cost: string;
  /** Of the amount, what refunds asked back. */
  readonly back: string;
}

const NO_SALE = { list: "0", discount: "0", redeemed: "0", due: "0" };
const NO_REFUND = { list: "0", discount: "0", redeemed: "0", deducted: "0", due: "0" };

export function openTally(currency: string): Tally {
  const moves = new Map<string, WalletMoves>();
  const offers = new Map<string, OfferSum>();
  const topics = new Map<string, number>();
  const refused = new Map<string, number>();
  const sums = {
    ...{ purchases: 0, activities: 0, guests: 0, refunds: 0, occasions: 0, entries: 0 },
    ...{ turnover: NO_SALE, returned: NO_REFUND, messages: { count: 0, smsSegments: 0 } },
    ...{ moves, offers, topics, refused },
  };
  const hear = (intents: readonly Intent[] = []) => {
    for (const { sms, template } of intents) {
      const { count, smsSegments } = sums.messages;
      sums.messages = { count: count + 1, smsSegments: smsSegments + (sms?.segments ?? 0) };
      for (const topic of template.split("+")) countOne(topics, topic);
    }
  };
  const book = ({ postings }: { readonly postings: readonly Posting[] }) => {
    sums.entries += 1;
    addMoves(moves, postings);
  };
  return {
    sums,
    sold(decision, request) {
      if (decision.refusal !== undefined) {
        return countOne(refused, `${typeOf(request)} ${decision.refusal.reason}`);
      }
      sums[typeOf(request) === "purchase" ? "purchases" : "activities"] += 1;
      sums.turnover = added(sums.turnover, decision.totals);
      for (const award of decision.awards) addAward(offers, award, currency);
      if (decision.entry === undefined) sums.guests += 1;
      else book(decision.entry);
      hear(decision.intents);
    },
    refunded(decision) {
      if (decision.refusal !== undefined) return countOne(refused, `refund ${decision.refusal.reason}`);
      sums.refunds += 1;
      sums.returned = added(sums.returned, decision.totals);
      for (const award of decision.awards) addBack(offers, award, currency);
      if (decision.entry !== undefined) book(decision.entry);
      hear(decision.intents);
    },
    passed({ entries, intents }) {
      for (const entry of entries) {
        book(entry);
        if (entry.kind !== "activity") continue;
        sums.occasions += 1;
        for (const award of entry.awards) addAward(offers, award, currency);
      }
      hear(intents);
    },
  };
}

function typeOf({ transaction }: { readonly transaction?: unknown }): string {
  return String((Object(transaction) as { readonly type?: unknown }).type);
}

function countOne(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** Each of the columns, with what is added to it. */
function added<Columns extends { readonly [Column in keyof Columns]: string }>(
  before: Columns,
  more: { readonly [Column in keyof Columns]: string },
): Columns {
  const columns = (Object.keys(before) as (keyof Columns)[]).map((column) => [
    column,
    sumOf([before[column], more[column]]),
  ]);
  return Object.fromEntries(columns);
}

/** In no wallet, or in this one. */
type Held = { readonly wallet?: string | null };

function addAward(
  offers: Map<string, OfferSum>,
  award: Pick<Award, "amount" | "cost" | "kind" | "offer" | "worth"> & Held,
  currency: string,
): void {
  const before = offerSum(offers, award, currency);
  offers.set(`${before.offer} ${before.unit}`, {
    ...before,
    given: before.given + 1,
    amount: sumOf([before.amount, award.amount]),
    worth: sumOf([before.worth, award.worth]),
    cost: sumOf([before.cost, award.cost]),
  });
}

function addBack(offers: Map<string, OfferSum>, award: AwardBack, currency: string): void {
  const before = offerSum(offers, award, currency);
  offers.set(`${before.offer} ${before.unit}`, { ...before, back: sumOf([before.back, award.amount]) });
}

function offerSum(
  offers: ReadonlyMap<string, OfferSum>,
  { kind, offer, wallet }: { readonly kind: string; readonly offer: string } & Held,
  currency: string,
): OfferSum {
  const unit = wallet ?? (kind === "discount" ? currency : kind);
  const nothing = { offer, unit, given: 0, amount: "0", worth: "0", cost: "0", back: "0" };
  return offers.get(`${offer} ${unit}`) ?? nothing;
}
