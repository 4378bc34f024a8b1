import type { LeapDayMode, MonthDay } from "../facts/catalogue.js";
import type { FactType } from "../facts/fact-value.js";
import type { Calendar, Duration, Weekday } from "../units/calendar.js";
import type { Rate } from "../units/rate.js";
import type { Benefit, Discount } from "./benefit.js";
import type { Condition } from "./condition.js";
import type { Name } from "./name.js";
import type { LimitPeriod, OnShort } from "./offer-document.js";
import type { Notifications } from "./read-notifications.js";
import type { RefundTerms } from "./refund-terms.js";
import type { TierTerms } from "./tier-terms.js";
import type { Language } from "./topics.js";
import type { ByTier, Currency, Wallet } from "./wallet.js";

/**
 * A program in normal form: sugar gone, names resolved, figures exact. Frozen; the one thing all rooms to the right
 * read.
 */
export interface Program {
  readonly id: string;
  readonly version: string;
  readonly semantics: number;
  /** SHA-256 of the document's canonical JSON, its offers and groups in the order of their ids. */
  readonly hash: string;
  readonly name: Name;
  readonly currency: Currency;
  readonly zone: string;
  readonly calendar: Calendar;
  readonly weekStart: Weekday;
  readonly discountBase: "list" | "remaining";
  readonly wallets: readonly Wallet[];
  /** Lowest tier first. */
  readonly ladder: readonly string[];
  /** What messages call them; one without a name goes by its id. */
  readonly tierNames: ReadonlyMap<string, Name>;
  /** How tiers are reached and kept; `undefined` where nothing is measured. */
  readonly tiers: TierTerms | undefined;
  readonly declared: ReadonlyMap<string, FactType>;
  /** The named conditions; an offer that names one holds the very same. */
  readonly named: ReadonlyMap<string, Condition>;
  readonly groups: ReadonlyMap<string, Group>;
  /** The groups that are a contest on each line. */
  readonly perLine: ReadonlySet<string>;
  readonly budgets: ReadonlyMap<string, Budget>;
  /** The most that discounts take of the goods' list total. */
  readonly discountCap: Rate | undefined;
  readonly refunds: RefundTerms;
  readonly catalogue: readonly CatalogueItem[];
  /** In the order of awards: higher priority first, then by id. */
  readonly offers: readonly Offer[];
  readonly maxOffers: number;
  /** Of members who say nothing of theirs. */
  readonly language: Language;
  readonly notifications: Notifications;
}

/** Offers that compete for few seats. */
export interface Group {
  readonly id: string;
  /** Its place among all of them. */
  readonly number: number;
  /** The most of its offers that win; with no meaning where they compete for each line. */
  readonly limit: number;
  /** Is it a contest on each line? */
  readonly perLine: boolean;
}

/** Money that several offers share. */
export interface Budget {
  readonly id: string;
  readonly amount: bigint;
  readonly onShort: OnShort;
}

/** What can be bought with what a wallet holds. */
export interface CatalogueItem {
  readonly id: string;
  readonly name: Name;
  readonly wallet: Wallet;
  /** In the wallet's minor units, each time. */
  readonly price: bigint;
  readonly benefit: Discount;
}

export interface Offer {
  readonly id: string;
  /** Its place in the order of awards. */
  readonly rank: number;
  /** Its place in the order of ids: ties are broken by it, and no text is compared. */
  readonly rankById: number;
  readonly name: Name;
  readonly always: boolean;
  readonly group: Group;
  readonly exclusive: boolean;
  /** Both ways: if `a` names `b`, each has the other. */
  readonly notWith: ReadonlySet<string>;
  /** Is there anybody that it never stands beside? It is exclusive, or in conflict with some offer. */
  readonly excludes: boolean;
  readonly priority: number;
  readonly when: Condition;
  /** With hours over midnight: true where a transaction counts on its own date, else it counts on the day before. */
  readonly onItsOwnDay: Condition | undefined;
  readonly birthday: Birthday | undefined;
  /** The days it runs; for limits per window. */
  readonly window: OfferWindow | undefined;
  /** Only with a voucher of the member's that the transaction names. */
  readonly byVoucher: boolean;
  /** The share of members who are not given it, so that its effect can be measured. */
  readonly holdout: Rate | undefined;
  readonly limit: MemberLimit | undefined;
  /** Of the whole club. */
  readonly inAll: { readonly uses: number | undefined; readonly members: number | undefined };
  /** How often a set, a bundle or a step repeats in one transaction. */
  readonly repeat: bigint | undefined;
  readonly budget: Budget | undefined;
  /** What happens that it looks at: types of transactions, and occasions without one. */
  readonly on: ReadonlySet<string>;
  readonly occasions: OccasionTerms;
  readonly benefits: ByTier<readonly Benefit[]>;
  /** Of a list of benefits, whose awards say which part they are. */
  readonly inParts: boolean;
}

export interface Birthday {
  readonly leapDay: LeapDayMode;
  readonly before: ByTier<number>;
  readonly after: ByTier<number>;
  readonly span: "day" | "week" | "month" | undefined;
}

/** When occasions fall due that an offer says more of; what it does not look at has nothing. */
export interface OccasionTerms {
  /** So long after the member joined. */
  readonly milestone: readonly Duration[];
  readonly anniversary: { readonly name: string; readonly leapDay: LeapDayMode } | undefined;
  /** So long after the last visit. */
  readonly inactivity: Duration | undefined;
}

export interface MemberLimit {
  readonly count: number | undefined;
  /** In minor units of what it gives. */
  readonly amount: bigint | undefined;
  readonly per: LimitPeriod;
  readonly onShort: OnShort;
}

/** Local days, both included; or two days of every year. */
export type OfferWindow =
  | { readonly from: number | undefined; readonly to: number | undefined }
  | { readonly yearly: YearlyWindow };

export type YearlyWindow = { readonly from: MonthDay; readonly to: MonthDay };
