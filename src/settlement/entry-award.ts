import type { AwardRow } from "./quote.js";

/** As in the decision, with `null` for what a row does not have. */
export interface EntryAward {
  readonly amount: string;
  /** What of it lies on each line, in the order of the entry's lines, `"0"` for nothing; none where it lies on no line. */
  readonly amounts: readonly string[];
  /** What it is for, and so goes back with: the `lines` it lies on, or the `visit`, once all of the sale is back. */
  readonly basis: "lines" | "visit";
  readonly clipped: string;
  readonly cost: string;
  readonly kind: AwardRow["kind"];
  readonly offer: string;
  /** 1 where the offer has one benefit. */
  readonly part: number;
  /** Of a gift, a voucher or a raise of the tier. */
  readonly thing: EntryThing | null;
  readonly wallet: string | null;
  readonly worth: string;
}

/** What is given that is no money and goes into no wallet. */
export interface EntryThing {
  /** Of a gift. */
  readonly chosenBy: "member" | "default" | null;
  /** The gift, the tier, or the offer that the voucher is a right to. */
  readonly id: string;
  /** When the voucher lapses, or the raise ends; `null` is never, and of a gift. */
  readonly until: string | null;
}
