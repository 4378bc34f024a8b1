import type { LeapDayMode, MonthDay } from "../facts/catalogue.js";
import type { FactType } from "../facts/fact-value.js";
import type { ItemTest } from "../facts/item-filter.js";
import type { Calendar, Duration, Weekday } from "../units/calendar.js";
import type { Rate } from "../units/rate.js";
import type { Rounding } from "../units/round.js";
import type { Condition } from "./condition.js";
import type { LimitPeriod, Name } from "./program-document.js";
import type { Notifications } from "./read-notifications.js";
import type { Language } from "./topics.js";

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
  readonly declared: ReadonlyMap<string, FactType>;
  /** The named conditions; an offer that names one holds the very same. */
  readonly named: ReadonlyMap<string, Condition>;
  readonly groups: ReadonlyMap<string, number>;
  /** In the order of awards: higher priority first, then by id. */
  readonly offers: readonly Offer[];
  readonly maxOffers: number;
  /** Of members who say nothing of theirs. */
  readonly language: Language;
  readonly notifications: Notifications;
}

export interface Currency {
  readonly code: string;
  readonly digits: number;
  readonly rounding: Rounding;
}

export interface Wallet {
  readonly id: string;
  readonly name: Name;
  readonly kind: "credit" | "points";
  readonly digits: number;
  /** What one minor unit is worth to the member, and what it costs the club. */
  readonly worth: bigint;
  readonly cost: bigint;
  readonly accruesOn: "paid" | "discounted" | "list";
  readonly rounding: Rounding;
  readonly activatesAfter: Duration;
  readonly expires: ByTier<Expiry>;
}

export type Expiry = "never" | { readonly after: Duration };

/** A value that may differ by tier: then `tier` alone says it, and without a known tier there is none. */
export type ByTier<T> = { readonly same: T } | { readonly tier: ReadonlyMap<string, T> };

export function valueForTier<T>(value: ByTier<T>, tier: string | undefined): T | undefined {
  if ("same" in value) return value.same;
  return tier === undefined ? undefined : value.tier.get(tier);
}

export interface Offer {
  readonly id: string;
  /** Its place in the order of awards. */
  readonly rank: number;
  readonly name: Name;
  readonly always: boolean;
  readonly group: string;
  readonly exclusive: boolean;
  /** Both ways: if `a` names `b`, each has the other. */
  readonly notWith: ReadonlySet<string>;
  readonly priority: number;
  readonly when: Condition;
  /** With hours over midnight: true where a transaction counts on its own date, else it counts on the day before. */
  readonly onItsOwnDay: Condition | undefined;
  readonly birthday: Birthday | undefined;
  readonly limit: MemberLimit | undefined;
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

export interface MemberLimit {
  readonly count: number;
  readonly per: LimitPeriod;
}

export type YearlyWindow = { readonly from: MonthDay; readonly to: MonthDay };

export type Benefit = Discount | Accrual;

export interface Discount {
  readonly kind: "discount";
  readonly figure: PercentFigure | FixedFigure;
  readonly items: ItemTest | undefined;
  readonly max: bigint | undefined;
}

export interface Accrual {
  readonly kind: "credit" | "points";
  readonly wallet: Wallet;
  readonly figure: PercentFigure | FixedFigure | PerSpendFigure | MultiplyFigure;
  readonly items: ItemTest | undefined;
  readonly max: bigint | undefined;
}

export interface PercentFigure {
  readonly by: "percent";
  readonly rate: Rate;
}

/** Minor units of the currency, or of the wallet. */
export interface FixedFigure {
  readonly by: "fixed";
  readonly amount: bigint;
}

export interface PerSpendFigure {
  readonly by: "perSpend";
  readonly every: bigint;
  /** In whole units of the wallet. */
  readonly grant: Rate;
}

export interface MultiplyFigure {
  readonly by: "multiply";
  readonly factor: Rate;
}
