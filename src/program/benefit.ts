import type { ItemTest } from "../facts/item-filter.js";
import type { Duration } from "../units/calendar.js";
import type { Rate } from "../units/rate.js";
import type { RoundingMode } from "../units/round.js";
import type { Condition } from "./condition.js";
import type { Name } from "./name.js";
import type { ByTier, Expiry, Wallet } from "./wallet.js";

/** What an offer gives, or one part of it. One closed union: a new kind is an error wherever it must be met. */
export type Benefit = Discount | Accrual | Gift | VoucherGrant | TierRaise;

export interface Discount {
  readonly kind: "discount";
  readonly figure:
    | PercentFigure
    | FixedFigure
    | PerUnitFigure
    | UnitPriceFigure
    | StepsFigure
    | BuyGetFigure
    | BundleFigure;
  /** Only so many units of its items; `undefined` is all. */
  readonly units: UnitPick | undefined;
  /** How a fixed amount falls on the lines. */
  readonly spread: "proportional" | "even";
  readonly items: ItemTest | undefined;
  readonly max: bigint | undefined;
}

export interface Accrual {
  readonly kind: Wallet["kind"];
  readonly wallet: Wallet;
  readonly figure:
    | PercentFigure
    | FixedFigure
    | PerSpendFigure
    | PerUnitsFigure
    | PerVisitFigure
    | PerSetFigure
    | StepsFigure
    | MultiplyFigure;
  /** The figure in numbers; `undefined` where it has none. */
  readonly small: SmallFigure | undefined;
  readonly items: ItemTest | undefined;
  readonly max: bigint | undefined;
  /** What its lots may pay for; `undefined` is what the wallet's may. */
  readonly usable: Usable | undefined;
  /** Where its lots lapse at another time than the wallet's do. */
  readonly expires: ByTier<Expiry> | undefined;
}

/** So many minor units of the wallet for every so many of the base: with numbers it costs a third. */
export interface SmallFigure {
  readonly every: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly mode: RoundingMode;
}

/** One thing of several. */
export interface Gift {
  readonly kind: "gift";
  /** The dearest first; ties by id. */
  readonly gifts: readonly GiftItem[];
}

export interface GiftItem {
  readonly id: string;
  readonly name: Name;
  /** On the scale of worths. */
  readonly worth: bigint;
  readonly cost: bigint;
}

/** A personal right to an offer marked `"by": "voucher"`. */
export interface VoucherGrant {
  readonly kind: "voucher";
  readonly offer: string;
  readonly expires: Expiry;
  readonly worth: bigint;
  readonly cost: bigint;
}

/** Lifts the member to a tier for a period; gives nothing to who stands there or above. */
export interface TierRaise {
  readonly kind: "tier";
  readonly tier: string;
  /** `undefined` is for good. */
  readonly period: Duration | undefined;
  readonly worth: bigint;
  readonly cost: bigint;
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

/** Off each unit, in minor units of the currency. */
export interface PerUnitFigure {
  readonly by: "perUnit";
  readonly amount: bigint;
}

/** The price of a unit, where that is lower. */
export interface UnitPriceFigure {
  readonly by: "unitPrice";
  readonly price: bigint;
}

/** `buy` so many, and so many `get` a percentage. */
export interface BuyGetFigure {
  readonly by: "buyGet";
  readonly buy: Component;
  readonly get: Component;
  readonly rate: Rate;
  readonly pick: UnitEnd;
}

/** Several things together at a price, or at a percentage off. */
export interface BundleFigure {
  readonly by: "bundle";
  readonly of: readonly Component[];
  readonly price: bigint | undefined;
  readonly rate: Rate | undefined;
  readonly pick: UnitEnd;
}

/** So many units of some items. */
export interface Component {
  readonly items: ItemTest | undefined;
  readonly units: bigint;
}

export type UnitEnd = "cheapest" | "dearest";

/** Which units a benefit takes: of whole units only. */
export interface UnitPick {
  /** The most it takes (of every `every`, where that is given); `undefined` is all that `from` leaves. */
  readonly units: bigint | undefined;
  readonly every: bigint | undefined;
  /** The first that it takes, counted from the other end of `pick`. */
  readonly from: bigint | undefined;
  readonly pick: UnitEnd;
  /** Counted over all its lines, on each line, or for each `sku`. */
  readonly per: "offer" | "line" | "sku";
}

export interface PerSpendFigure {
  readonly by: "perSpend";
  readonly every: bigint;
  /** In whole units of the wallet. */
  readonly grant: Rate;
}

/** For every whole unit bought. */
export interface PerUnitsFigure {
  readonly by: "perUnit";
  readonly grant: Rate;
}

export interface PerVisitFigure {
  readonly by: "perVisit";
  readonly grant: Rate;
}

export interface PerSetFigure {
  readonly by: "perSet";
  readonly of: readonly Component[];
  readonly grant: Rate;
  readonly pick: UnitEnd;
}

/** The more, the better: by the amount, or the quantity, of its lines. */
export interface StepsFigure {
  readonly by: "steps";
  readonly measure: "total" | "quantity";
  /** The highest step reached counts for all, or each for its own slice. */
  readonly mode: "whole" | "progressive";
  /** The lowest first. */
  readonly at: readonly Step[];
}

export interface Step {
  /** Inclusive: minor units of the currency, or millionths of a unit. */
  readonly from: bigint;
  readonly gives: PercentFigure | FixedFigure | PerUnitFigure | PerUnitsFigure | PerSpendFigure;
}

export interface MultiplyFigure {
  readonly by: "multiply";
  readonly factor: Rate;
}

/** What lots may be used for: in which transactions, for which items, for how much of what is left to pay. */
export interface Usable {
  readonly when: Condition | undefined;
  readonly items: ItemTest | undefined;
  readonly maxShare: Rate | undefined;
}
