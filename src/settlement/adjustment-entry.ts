import type { EntryLocal, EntryLot, EntryWalletDraw, Posting } from "./entry.js";

/** Units moved by hand, with a reason, sealed on the member's chain. Keys stand in code-unit order. */
export interface AdjustmentEntry {
  /** In units of the wallet. */
  readonly amount: string;
  readonly at: string;
  /** The member's own tier, raises for a while apart; `null` is unknown, or none. */
  readonly baseTier: string | null;
  /** Who did it. */
  readonly by: string;
  readonly direction: "in" | "out";
  /** What was taken out of the member's lots. */
  readonly draws: readonly EntryWalletDraw[];
  readonly hash: string;
  readonly id: string;
  readonly kind: "adjustment";
  readonly local: EntryLocal;
  /** What was opened: one lot, or none. */
  readonly lots: readonly EntryLot[];
  readonly memberId: string;
  readonly postings: readonly Posting[];
  readonly previousHash: string;
  readonly program: { readonly hash: string; readonly id: string; readonly version: string };
  readonly reason: string;
  readonly requestHash: string;
  readonly semantics: number;
  readonly sequence: number;
  readonly transactionId: string;
  readonly v: 1;
  readonly wallet: string;
}
