import type { FactType } from "../facts/fact-value.js";
import type { Channel } from "../facts/member.js";
import type { CalendarId, Duration, Weekday } from "../units/calendar.js";
import type { RoundingMode } from "../units/round.js";
import type { DiscountDocument } from "./benefit-document.js";
import type { ConditionDocument } from "./condition-document.js";
import type { Name } from "./name.js";
import type { OfferDocument, OnShort } from "./offer-document.js";
import type { RefundsDocument } from "./refund-terms.js";
import type { Downgrade, TierMetricDocument, TierPeriodDocument } from "./tier-terms.js";
import type { Figure } from "./tiered.js";
import type { Invitation, Language, TopicName } from "./topics.js";
import type { WalletDocument } from "./wallet-document.js";

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
  readonly budgets?: readonly BudgetDocument[] | undefined;
  readonly offers: readonly OfferDocument[];
  readonly catalogue?: readonly CatalogueItemDocument[] | undefined;
  /** The most competing offers that one transaction is given. */
  readonly maxOffers?: number | undefined;
  /** The most that discounts take, of the goods' list total. */
  readonly discountCap?: { readonly percent: Figure } | undefined;
  /** What becomes of a sale that is taken back. */
  readonly refunds?: RefundsDocument | undefined;
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
  /** What the club asks by itself: a `survey` after each purchase; a `referral` of who answered one with 9 or more. */
  readonly invite?: readonly Invitation[] | undefined;
  /** So many days before the end a member is reminded of what lapses (7), and of a tier that would fall (30). */
  readonly remind?: RemindDocument | undefined;
  /** How the shop itself is told of what it should know: `push` unless said. */
  readonly shop?: { readonly channels: readonly Channel[] } | undefined;
  /** The club's own words, as ICU messages; for every other topic there are good ones in `fa` and `en`. */
  readonly texts?: readonly TextDocument[] | undefined;
}

/** Up to three times each; an empty list is never. */
export interface RemindDocument {
  readonly expiring?: readonly number[] | undefined;
  readonly tier?: readonly number[] | undefined;
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

/** The ladder, lowest tier first, and how it is climbed. A member's tier is the one that their standing gives. */
export interface TiersDocument {
  /** What counts; without it nothing is counted, and a tier rises by offers alone. */
  readonly metric?: TierMetricDocument | undefined;
  /** How long it counts: `lifetime` unless said. */
  readonly period?: TierPeriodDocument | undefined;
  /** What a review makes of a tier that is not reached any more: `none` unless said. */
  readonly downgrade?: Downgrade | undefined;
  /** How much later than its review a tier is lowered. */
  readonly grace?: Duration | undefined;
  /** How long a tier is kept at least, once it is reached. */
  readonly holds?: Duration | undefined;
  readonly ladder: readonly RungDocument[];
}

export interface RungDocument {
  readonly id: string;
  readonly name?: Name | undefined;
  /** Reached with so much counted; without it, never by counting. */
  readonly from?: Figure | undefined;
  /** Or by one purchase that counts so much. */
  readonly orPurchase?: Figure | undefined;
}

export interface AttributeDocument {
  /** Where it stands in the member's attributes: `$.city`, `$.address.lines[0]`. */
  readonly path: string;
  readonly type: FactType;
}

/** Offers that compete: at most `limit` of them win; or, `per` line, the best on each line. */
export interface GroupDocument {
  readonly id: string;
  /** Needed unless they compete on each line, where it has no meaning. */
  readonly limit?: number | undefined;
  readonly per?: "line" | undefined;
}

/** Money that several offers share. */
export interface BudgetDocument {
  readonly id: string;
  readonly amount: Figure;
  /** `partial` unless said. */
  readonly onShort?: OnShort | undefined;
}

/** What can be bought with what a wallet holds: 100 points for a free drink. */
export interface CatalogueItemDocument {
  readonly id: string;
  readonly name?: Name | undefined;
  readonly wallet: string;
  /** In units of the wallet. */
  readonly price: Figure;
  /** The same for all tiers. */
  readonly benefit: DiscountDocument;
}
