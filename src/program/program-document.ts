import type { DateInput } from "../documents/dates.js";
import type { LeapDayMode, MonthDay } from "../facts/catalogue.js";
import type { FactType } from "../facts/fact-value.js";
import type { ItemFilter } from "../facts/item-filter.js";
import type { Channel } from "../facts/member.js";
import type { CalendarId, Duration, Weekday } from "../units/calendar.js";
import type { RoundingMode } from "../units/round.js";
import type { ConditionDocument } from "./condition-document.js";
import type { Language, TopicName } from "./topics.js";

/** A decimal text, or a safe integer: `"0.45"`, `"12500"`, `12500`. */
export type Figure = string | number;

/** One value for all, or one for each tier of the ladder. */
export type Tiered<T> = T | { readonly byTier: { readonly [tier: string]: T } };

/** What a club calls something, by language. */
export type Name = { readonly [locale: string]: string };

/** The club's document. Everything that is not optional must be said: nothing is guessed. */
export interface ProgramDocument {
  /** For editors: where the JSON Schema stands. */
  readonly $schema?: string | undefined;
  readonly id: string;
  /** Changes with every published change; written into each entry. */
  readonly version: string;
  /** The edition of the engine's rules that gives the figures. */
  readonly semantics: 1;
  readonly name?: Name | undefined;
  readonly currency: CurrencyDocument;
  /** An IANA zone such as `Asia/Tehran`, or a fixed offset such as `+03:30`. */
  readonly timeZone: string;
  readonly calendar: CalendarId;
  readonly weekStart?: Weekday | undefined;
  readonly locale?: string | undefined;
  /** What rates are figured on: `list` amounts (default), or what earlier discounts left `remaining`. */
  readonly discountBase?: "list" | "remaining" | undefined;
  readonly wallets?: readonly WalletDocument[] | undefined;
  readonly tiers?: TiersDocument | undefined;
  /** Facts that the host hands over with a request. */
  readonly facts?: { readonly [name: string]: FactType } | undefined;
  /** What of the member's attributes conditions may ask for, as `member.attributes.NAME`. */
  readonly attributes?: { readonly [name: string]: AttributeDocument } | undefined;
  /** Conditions to refer to by name. */
  readonly conditions?: { readonly [name: string]: ConditionDocument } | undefined;
  readonly groups?: readonly GroupDocument[] | undefined;
  readonly offers: readonly OfferDocument[];
  /** The most competing offers that one transaction is given. */
  readonly maxOffers?: number | undefined;
  readonly notifications?: NotificationsDocument | undefined;
}

/** How the club speaks to its members. */
export interface NotificationsDocument {
  /** One message a channel for all that one decision has to say (default), or one for each topic. */
  readonly merge?: boolean | undefined;
  /** When nothing is sent, in the club's zone; it waits for the end. */
  readonly quietHours?: QuietHours | undefined;
  /** The line that closes every SMS, by language, where the market asks for it: `{ "fa": "لغو۱۱" }`. */
  readonly optOut?: Name | undefined;
  /** The club's own words, as ICU messages; for every other topic there are good ones in `fa` and `en`. */
  readonly texts?: readonly TextDocument[] | undefined;
}

export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

export interface TextDocument {
  readonly topic: TopicName;
  readonly channel: Channel;
  readonly locale: Language;
  readonly text: string;
}

export interface CurrencyDocument {
  /** As the club writes it: `IRT`, `IRR`, `EUR`. */
  readonly code: string;
  /** Decimals of the smallest amount: 0 for toman, 2 for euro. */
  readonly digits: number;
  /** Half up unless said; with a `step`, to whole steps such as 500. */
  readonly rounding?: RoundingMode | { readonly mode: RoundingMode; readonly step: Figure } | undefined;
}

export interface WalletDocument {
  readonly id: string;
  readonly kind: "credit" | "points";
  readonly name?: Name | undefined;
  /** Decimals: the currency's for credit, else 0. */
  readonly digits?: number | undefined;
  /** What one unit is worth to the member, in the currency: 1 for credit; any other must say as soon as an offer competes. */
  readonly worth?: Figure | undefined;
  /** What one unit costs the club, where that is not its worth. */
  readonly cost?: Figure | undefined;
  /** What rates are figured on: what is `paid` (default), what discounts left (`discounted`), or the `list` amount. */
  readonly accruesOn?: "paid" | "discounted" | "list" | undefined;
  /** Half up as money for credit, else down. */
  readonly rounding?: RoundingMode | undefined;
  readonly activatesAfter?: Duration | undefined;
  readonly expires?: Tiered<ExpiryDocument> | undefined;
}

/** When a lot lapses, counted from its accrual in the club's calendar. */
export type ExpiryDocument = "never" | { readonly after: Duration };

/** The ladder, lowest tier first. A member's tier is the one that their standing gives. */
export interface TiersDocument {
  readonly metric?: "spend" | "visits" | undefined;
  readonly ladder: readonly {
    readonly id: string;
    readonly name?: Name | undefined;
    readonly from?: Figure | undefined;
  }[];
}

export interface AttributeDocument {
  /** Where it stands in the member's attributes: `$.city`, `$.address.lines[0]`. */
  readonly path: string;
  readonly type: FactType;
}

/** Offers that compete: at most `limit` of them win. */
export interface GroupDocument {
  readonly id: string;
  readonly limit: number;
}

/** One rule: when it applies, and what it gives. */
export interface OfferDocument {
  readonly id: string;
  readonly name?: Name | undefined;
  /** The transactions it looks at: purchases unless said. */
  readonly on?: readonly "purchase"[] | undefined;
  /** Given to all, competing with none. */
  readonly always?: boolean | undefined;
  /** Where it competes: `default` unless said. */
  readonly group?: string | undefined;
  /** Stands with no other competing offer. */
  readonly exclusive?: boolean | undefined;
  /** Offers that it never stands beside. */
  readonly notWith?: readonly string[] | undefined;
  /** Higher is figured earlier and clips later ones; it never chooses who wins. */
  readonly priority?: number | undefined;
  readonly when?: ConditionDocument | undefined;
  readonly tier?: readonly string[] | undefined;
  readonly birthday?: BirthdayDocument | undefined;
  readonly window?: WindowDocument | undefined;
  readonly schedule?: ScheduleDocument | undefined;
  readonly code?: readonly string[] | undefined;
  readonly channel?: readonly string[] | undefined;
  readonly limits?: LimitsDocument | undefined;
  /** What it gives; a list of up to 4 is given all or none. */
  readonly benefit: BenefitDocument | readonly BenefitDocument[];
}

/** The days of a birthday: some `before` and `after` it, or the day, week or month (`span`) that holds it. */
export interface BirthdayDocument {
  readonly before?: Tiered<number> | undefined;
  readonly after?: Tiered<number> | undefined;
  readonly span?: "day" | "week" | "month" | undefined;
  /** 30 Esfand and 29 February in other years: the day `before` (default), the day `after`, or `exact`: none. */
  readonly leapDay?: LeapDayMode | undefined;
}

/** Local dates, both included; or two days of every year, in the club's calendar. */
export type WindowDocument =
  | { readonly from?: DateInput | undefined; readonly to?: DateInput | undefined }
  | { readonly yearly: { readonly from: MonthDay; readonly to: MonthDay } };

export interface ScheduleDocument {
  readonly weekdays?: readonly Weekday[] | undefined;
  /** From inclusive, until exclusive; over midnight where `until` is the earlier, counting on the day it starts. */
  readonly hours?: readonly { readonly from: string; readonly until: string }[] | undefined;
}

export type LimitPeriod = "day" | "week" | "month" | "year" | "birthdayYear" | "lifetime";

export interface LimitsDocument {
  readonly perMember?: { readonly count: number; readonly per: LimitPeriod } | undefined;
}

interface BenefitBase {
  /** What it is figured on: all goods unless said. */
  readonly items?: ItemFilter | undefined;
  /** The most it gives for one transaction, in its own unit. */
  readonly max?: Tiered<Figure> | undefined;
}

/** Exactly one of `percent` and `fixed`. */
export interface DiscountDocument extends BenefitBase {
  readonly kind: "discount";
  readonly percent?: Tiered<Figure> | undefined;
  readonly fixed?: Tiered<Figure> | undefined;
}

/** Exactly one of `percent`, `fixed`, `perSpend` and `multiply`. */
export interface AccrualDocument extends BenefitBase {
  readonly kind: "credit" | "points";
  /** Needed where the program has several wallets of the kind. */
  readonly wallet?: string | undefined;
  /** One unit for one of currency at 100. */
  readonly percent?: Tiered<Figure> | undefined;
  readonly fixed?: Tiered<Figure> | undefined;
  /** `grant` units for every whole `every` of currency. */
  readonly perSpend?: { readonly every: Tiered<Figure>; readonly grant: Tiered<Figure> } | undefined;
  /** Multiplies what the `always` offers give to the wallet: 2 gives as much again. */
  readonly multiply?: Tiered<Figure> | undefined;
}

export type BenefitDocument = DiscountDocument | AccrualDocument;
