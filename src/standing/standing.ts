import { MOST_DIGITS } from "../documents/numbers.js";
import type { ReturnedSaleDocument, StreaksDocument } from "../facts/standing.js";
import type { Progress } from "./read-progress.js";
import type { StandingTiers } from "./read-tiers.js";

/** What the member has, read in the program's units. `undefined` is unknown. */
export interface Standing extends StandingTiers {
  /** Before this no review lowers the base tier. */
  readonly tierHeldUntil: number | undefined;
  /** A review has found the base tier not reached any more; it is lowered then, unless it is reached again. */
  readonly tierGraceUntil: number | undefined;
  /** What counted towards the tiers. */
  readonly progress: readonly Progress[] | undefined;
  readonly visits: number | undefined;
  readonly spend: bigint | undefined;
  readonly lastVisitAt: number | undefined;
  readonly lots: readonly Lot[];
  readonly uses: readonly Use[];
  readonly vouchers: readonly Voucher[];
  readonly streaks: Streaks | undefined;
  /** What is back of each sale, as it was written: the sale's own entry says in which units. */
  readonly sales: readonly ReturnedSaleDocument[];
  /** By wallet, in its minor units. */
  readonly debts: ReadonlyMap<string, bigint>;
  /** Up to when what time brings has been written down. */
  readonly advancedTo: number | undefined;
  /** When the latest entry was; long ago where nobody says. */
  readonly lastEntryAt: number;
  readonly head: { readonly sequence: number; readonly hash: string };
}

export interface Lot {
  readonly id: string;
  readonly wallet: string;
  readonly amount: bigint;
  /** When it was opened; long ago where nobody says. */
  readonly at: number;
  readonly activeAt: number;
  readonly expiresAt: number;
  /** Id of the offer that gave it. */
  readonly offer: string | undefined;
  /** Id of the offer whose benefit says what it may pay for. */
  readonly usable: string | undefined;
  /** Each purchase renews it. */
  readonly renewable: boolean;
  /** In the account of what is not active yet, whatever the hour. */
  readonly pending: boolean;
}

export interface Use {
  readonly offer: string;
  readonly at: number;
  /** The local date it counts on, as `yyyy-mm-dd`, where it was written down. */
  readonly day: string | undefined;
  readonly birthdayYear: number | undefined;
  /** What it gave, in millionths of its unit. */
  readonly amount: bigint;
}

/** Decimals of the amount of a use: those of any unit, whichever it was. */
export const USE_DIGITS = MOST_DIGITS;

export interface Voucher {
  readonly id: string;
  readonly offer: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Weeks and months in a row with a purchase, up to that of the last visit. */
export type Streaks = StreaksDocument;

/** Before the first entry of a chain. */
export const CHAIN_START = { sequence: 0, hash: "0".repeat(64) };
