import type { ItemFilter } from "../facts/item-filter.js";
import type { Duration } from "../units/calendar.js";
import type { ConditionDocument } from "./condition-document.js";
import type { Name } from "./name.js";
import type { Figure, Tiered } from "./tiered.js";
import type { ExpiryDocument, LotExpiryDocument } from "./wallet-document.js";

/** What an offer gives, or one part of it. */
export type BenefitDocument =
  | DiscountDocument
  | AccrualDocument
  | GiftDocument
  | VoucherGrantDocument
  | TierRaiseDocument;

interface BenefitBase {
  /** What it is figured on: all goods unless said. */
  readonly items?: ItemFilter | undefined;
  /** The most it gives for one transaction, in its own unit. */
  readonly max?: Tiered<Figure> | undefined;
}

interface DiscountRates {
  readonly percent?: Tiered<Figure> | undefined;
  /** Off the basket. */
  readonly fixed?: Tiered<Figure> | undefined;
  /** Off each unit. */
  readonly perUnit?: Tiered<Figure> | undefined;
}

/**
 * Money off. Exactly one of `percent`, `fixed`, `perUnit`, `unitPrice`, `steps`, `buy` with `get`, and `bundle`.
 * Worked: `{ kind: "discount", percent: "50", units: 1, every: 2 }` takes half off one of every two units.
 */
export interface DiscountDocument extends BenefitBase, DiscountRates {
  readonly kind: "discount";
  /** What each unit costs, where that is lower. */
  readonly unitPrice?: Tiered<Figure> | undefined;
  readonly steps?: StepsDocument<DiscountRates> | undefined;
  /** So many units bought … */
  readonly buy?: ComponentDocument | undefined;
  /** … and so many at a percentage off: 100 is free. */
  readonly get?: (ComponentDocument & { readonly percent: Tiered<Figure> }) | undefined;
  readonly bundle?: BundleDocument | undefined;
  /** Only so many units; with `percent`, `perUnit` or `unitPrice`. */
  readonly units?: number | undefined;
  /** So many `units` of every so many. */
  readonly every?: number | undefined;
  /** From the so-manieth unit on. */
  readonly from?: number | undefined;
  /** Which units come first: the `cheapest` unless said, in a bundle the `dearest`. */
  readonly pick?: "cheapest" | "dearest" | undefined;
  /** Where units are counted: over the whole `offer` unless said, on each `line`, or for each `sku`. */
  readonly unitsPer?: "offer" | "line" | "sku" | undefined;
  /** How `fixed` falls on lines: `proportional` to their amounts unless said, or `even`. */
  readonly spread?: "proportional" | "even" | undefined;
}

/** So many units of some items: of all goods where none are named. */
export interface ComponentDocument {
  readonly items?: ItemFilter | undefined;
  readonly units: number;
}

/** Things bought together, at one `price` or at a `percent` off: one of the two. */
export interface BundleDocument {
  readonly of: readonly ComponentDocument[];
  readonly price?: Tiered<Figure> | undefined;
  readonly percent?: Tiered<Figure> | undefined;
}

/**
 * The more, the better: each step holds from its `from` on, and gives exactly one thing. `whole`: the highest step
 * reached counts for all; `progressive`: each for its own slice.
 * Worked: 5 % from 100 and 10 % from 200 give on 300, whole, 30; progressive, 5 + 10 = 15.
 */
export interface StepsDocument<Rates> {
  readonly by: "total" | "quantity";
  readonly mode: "whole" | "progressive";
  readonly at: readonly (Rates & { readonly from: Figure })[];
}

interface AccrualRates {
  /** One unit for one of currency at 100. */
  readonly percent?: Tiered<Figure> | undefined;
  readonly fixed?: Tiered<Figure> | undefined;
  /** `grant` units for every whole `every` of currency. */
  readonly perSpend?: { readonly every: Tiered<Figure>; readonly grant: Tiered<Figure> } | undefined;
  /** For every whole unit bought. */
  readonly perUnit?: Tiered<Figure> | undefined;
}

/**
 * Into a wallet. Exactly one of `percent`, `fixed`, `perSpend`, `perUnit`, `perVisit`, `perSet`, `steps` and
 * `multiply`. Worked: `{ kind: "points", perSpend: { every: "10000", grant: "1" } }` gives 6 points on 65,000.
 */
export interface AccrualDocument extends BenefitBase, AccrualRates {
  readonly kind: "credit" | "points" | "stamps" | "tickets";
  /** Needed where the program has several wallets of the kind. */
  readonly wallet?: string | undefined;
  readonly perVisit?: Tiered<Figure> | undefined;
  /** For each set of things bought together. */
  readonly perSet?: { readonly of: readonly ComponentDocument[]; readonly grant: Tiered<Figure> } | undefined;
  readonly steps?: StepsDocument<AccrualRates> | undefined;
  /** Multiplies what the `always` offers give to the wallet: 2 gives as much again. */
  readonly multiply?: Tiered<Figure> | undefined;
  /** With `perSet`, which units a set takes first: the `dearest` unless said. */
  readonly pick?: "cheapest" | "dearest" | undefined;
  /** What may be paid with what it gives, where that is less than its wallet pays. */
  readonly usable?: UsableDocument | undefined;
  /** When what it gives lapses, where that is not when its wallet says. */
  readonly expires?: Tiered<LotExpiryDocument> | undefined;
}

export interface UsableDocument {
  /** In which transactions. */
  readonly when?: ConditionDocument | undefined;
  /** For which lines. */
  readonly items?: ItemFilter | undefined;
  /** For how much, in percent of what discounts left to pay. */
  readonly maxShare?: Figure | undefined;
}

/** One thing of several: the one that the transaction chooses, else the dearest. */
export interface GiftDocument {
  readonly kind: "gift";
  readonly gifts: readonly {
    readonly id: string;
    readonly name?: Name | undefined;
    readonly worth: Figure;
    /** What it costs the club, where that is not its worth. */
    readonly cost?: Figure | undefined;
  }[];
}

/** A personal right to an offer marked `"by": "voucher"`. */
export interface VoucherGrantDocument {
  readonly kind: "voucher";
  readonly offer: string;
  /** Never, unless said. */
  readonly expires?: Tiered<ExpiryDocument> | undefined;
  /** What it is worth to the member, in the currency: 0 unless said. */
  readonly worth?: Figure | undefined;
  readonly cost?: Figure | undefined;
}

/** Lifts the member to a tier: for a while, or for good. */
export interface TierRaiseDocument {
  readonly kind: "tier";
  readonly tier: string;
  readonly for?: Duration | undefined;
  readonly worth?: Figure | undefined;
  readonly cost?: Figure | undefined;
}
