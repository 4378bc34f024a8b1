import type { DateInput } from "../documents/dates.js";
import type { LeapDayMode, MonthDay } from "../facts/catalogue.js";
import type { Duration, Weekday } from "../units/calendar.js";
import type { BenefitDocument } from "./benefit-document.js";
import type { ConditionDocument } from "./condition-document.js";
import type { Name } from "./name.js";
import type { Figure, Tiered } from "./tiered.js";

/** One rule: when it applies, and what it gives. */
export interface OfferDocument {
  readonly id: string;
  readonly name?: Name | undefined;
  /**
   * What it looks at: purchases unless said. Other transactions are `enrolment`, `referral`, `survey`, `checkIn`,
   * `review`, and any activity that the club invents; occasions without one are `birthday`, `anniversary`,
   * `milestone`, `inactivity` and `start`.
   */
  readonly on?: readonly string[] | undefined;
  /** Given to all, competing with none. */
  readonly always?: boolean | undefined;
  /** Only with a voucher of the member's that the transaction names. */
  readonly by?: "voucher" | undefined;
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
  /** The occasion `milestone`: so long after the member joined. */
  readonly milestone?: { readonly since: "joinedAt"; readonly at: readonly Duration[] } | undefined;
  /** The occasion `anniversary`: the return of a named day of the member. */
  readonly anniversary?: { readonly name: string; readonly leapDay?: LeapDayMode | undefined } | undefined;
  /** The occasion `inactivity`: so long without a purchase. */
  readonly inactivity?: { readonly away: Duration } | undefined;
  /** Not given to this share of the members, so that its effect can be measured. */
  readonly holdout?: { readonly percent: Figure } | undefined;
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

/** `window` is the offer's own. */
export type LimitPeriod = "day" | "week" | "month" | "year" | "window" | "birthdayYear" | "lifetime";

/** Where less is left than would be given: what is left (`partial`), or nothing (`refuse`). */
export type OnShort = "partial" | "refuse";

export interface LimitsDocument {
  /** How often, or how much in the benefit's own unit, one member is given it. */
  readonly perMember?:
    | {
        readonly count?: number | undefined;
        readonly amount?: Figure | undefined;
        readonly per: LimitPeriod;
        /** Of the amount; `partial` unless said. */
        readonly onShort?: OnShort | undefined;
      }
    | undefined;
  /** How often, or how many members, in the whole club. */
  readonly inAll?: { readonly uses?: number | undefined; readonly members?: number | undefined } | undefined;
  /** How often a set, a bundle or a step repeats in one transaction. */
  readonly repeat?: number | undefined;
  /** The budget that pays for it. */
  readonly budget?: string | undefined;
}
