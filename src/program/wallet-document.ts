import type { DateInput } from "../documents/dates.js";
import type { ItemFilter } from "../facts/item-filter.js";
import type { Duration } from "../units/calendar.js";
import type { RoundingMode } from "../units/round.js";
import type { Name } from "./name.js";
import type { Figure, Tiered } from "./tiered.js";

export interface WalletDocument {
  readonly id: string;
  readonly kind: "credit" | "points" | "stamps" | "tickets";
  readonly name?: Name | undefined;
  /** Decimals: the currency's for credit, else 0. */
  readonly digits?: number | undefined;
  /**
   * What one unit is worth to the member, in the currency: 1 for credit, 0 for tickets; any other must say as soon as
   * an offer competes.
   */
  readonly worth?: Figure | undefined;
  /** What one unit costs the club, where that is not its worth. */
  readonly cost?: Figure | undefined;
  /** What rates are figured on: what is `paid` (default), what discounts left (`discounted`), or the `list` amount. */
  readonly accruesOn?: "paid" | "discounted" | "list" | undefined;
  /** Half up as money for credit, else down. */
  readonly rounding?: RoundingMode | undefined;
  readonly activatesAfter?: Duration | undefined;
  readonly expires?: Tiered<LotExpiryDocument> | undefined;
  /** How it pays at the till. Credit pays one for one unless said; any other only with a `rate`. */
  readonly redemption?: RedemptionDocument | undefined;
  /** What its units become by themselves. */
  readonly converts?: ConversionDocument | undefined;
}

/** How units pay. `{ rate: "40", min: "100" }`: from 100 points on, each point pays 40. */
export interface RedemptionDocument {
  /** What one unit pays, in the currency: 1 for credit. */
  readonly rate?: Figure | undefined;
  /** The least at once, in units: 0 unless said. */
  readonly min?: Figure | undefined;
  /** In whole steps of so many units: the smallest amount unless said. */
  readonly step?: Figure | undefined;
  /** The most it pays, in percent of what discounts left to pay: 100 unless said. */
  readonly maxShare?: Figure | undefined;
  /** The lines it may pay: all, fees too, unless said. */
  readonly items?: ItemFilter | undefined;
}

/** `{ every: "9", into: { voucher: "tenth-coffee" } }`: nine stamps become a free coffee. */
export interface ConversionDocument {
  readonly every: Figure;
  readonly into:
    | { readonly voucher: string; readonly expires?: ExpiryDocument | undefined }
    | { readonly wallet: string; readonly amount: Figure };
}

/**
 * When something granted lapses, in the club's calendar: a while after it; at the end of its day, month, season or
 * year, or of the `plus` next ones; or after a date, the last that it is good on.
 */
export type ExpiryDocument =
  | "never"
  | { readonly after: Duration }
  | { readonly endOf: "day" | "month" | "season" | "year"; readonly plus?: number | undefined }
  | { readonly on: DateInput };

/** Of units: those that lapse a while after they came may be renewed, by each purchase, to as long after that. */
export type LotExpiryDocument =
  | Exclude<ExpiryDocument, { readonly after: Duration }>
  | { readonly after: Duration; readonly renewedBy?: "activity" | undefined };
