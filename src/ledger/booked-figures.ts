import * as z from "zod";
import { foreignId, id } from "../documents/names.js";
import { amount } from "../documents/numbers.js";
import { type Parsed, parseWith } from "../documents/parse-with.js";
import type { RefundEntry } from "../returns/refund-entry.js";
import type {
  Entry,
  EntryConversion,
  EntryDraw,
  EntryLine,
  EntryRedemption,
  EntryWalletDraw,
} from "../settlement/entry.js";
import type { EntryAward } from "../settlement/entry-award.js";
import type { Charge } from "../settlement/quote.js";
import type { AdvanceEntry } from "../time/advance-entry.js";
import type { LedgerEntry } from "./ledger-entry.js";

/** What a purchase, or an activity, says of its figures. */
export interface BookedSale extends LedgerEntry {
  readonly awards: readonly (Pick<EntryAward, "amount" | "amounts" | "wallet"> & { readonly kind: string })[];
  readonly conversions: readonly Pick<EntryConversion, "amount" | "draws" | "lot" | "wallet">[];
  readonly lines: readonly BookedLine[];
  readonly progress: Pick<Entry["progress"], "spend">;
  readonly redemptions: readonly BookedRedemption[];
  readonly totals: Charge;
}

export interface BookedLine extends Pick<EntryLine, "discount" | "list" | "paid" | "redeemed"> {
  readonly kind: string;
}

export interface BookedRedemption
  extends Pick<EntryRedemption, "amount" | "catalogue" | "value" | "values" | "wallet"> {
  readonly draws: readonly EntryDraw[];
}

/** What a refund says of them: all are what goes back. */
export type BookedRefund = LedgerEntry & Pick<RefundEntry, "awards" | "lines" | "totals">;

/** What time brought says of them. */
export type BookedAdvance = LedgerEntry &
  Pick<AdvanceEntry, "activations" | "expiries"> &
  Pick<BookedSale, "conversions">;

const text = z.string();
const rows = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.looseObject(shape));
const amounts = z.array(amount);
const draws = rows({ amount, lot: foreignId });

const saleSchema = z.looseObject({
  awards: rows({ amount, amounts, kind: text, wallet: z.union([id, z.null()]) }),
  conversions: rows({ amount, draws, lot: z.union([foreignId, z.null()]), wallet: id }),
  lines: rows({ discount: amount, kind: text, list: amount, paid: amount, redeemed: amount }),
  progress: z.looseObject({ spend: amount }),
  redemptions: rows({
    amount,
    catalogue: z.union([id, z.null()]),
    draws,
    value: amount,
    values: amounts,
    wallet: id,
  }),
  totals: z.looseObject({ discount: amount, due: amount, list: amount, redeemed: amount }),
});

const refundSchema = z.looseObject({
  awards: rows({ debt: amount, wallet: z.union([id, z.null()]) }),
  lines: rows({ list: amount, redeemed: amount }),
  totals: z.looseObject({ deducted: amount, discount: amount, due: amount, list: amount, redeemed: amount }),
});

const walletDraws = rows({ amount, lot: foreignId, wallet: id });

const advanceSchema = z.looseObject({
  activations: walletDraws,
  conversions: rows({ amount, draws, lot: z.union([foreignId, z.null()]), wallet: id }),
  expiries: walletDraws,
});

const drawsSchema = z.looseObject({ draws: walletDraws });

/** The figures of an entry, and what it says that it drew from lots. */
export interface BookedFigures {
  readonly sale?: BookedSale;
  readonly refund?: BookedRefund;
  readonly advance?: BookedAdvance;
  /** `undefined` of a kind that is not known here. */
  readonly draws?: readonly EntryWalletDraw[];
}

/** Reads the figures of an entry that is read already, by its kind. */
export function readFigures(entry: LedgerEntry): Parsed<BookedFigures> {
  const { kind } = entry;
  if (kind === "purchase" || kind === "activity") {
    const read = parseWith(saleSchema as unknown as z.ZodType<BookedSale>, entry);
    return read.ok ? { ok: true, value: { sale: read.value, draws: drawsOf(read.value) } } : read;
  }
  if (kind === "advance") {
    const read = parseWith(advanceSchema as unknown as z.ZodType<BookedAdvance>, entry);
    if (!read.ok) return read;
    const { conversions, expiries } = read.value;
    return { ok: true, value: { advance: read.value, draws: [...drawnBy(conversions), ...expiries] } };
  }
  if (kind !== "refund" && kind !== "adjustment") return { ok: true, value: {} };
  const drawn = parseWith(drawsSchema as unknown as z.ZodType<Pick<RefundEntry, "draws">>, entry);
  if (!drawn.ok) return drawn;
  const { draws } = drawn.value;
  if (kind === "adjustment") return { ok: true, value: { draws } };
  const read = parseWith(refundSchema as unknown as z.ZodType<BookedRefund>, entry);
  return read.ok ? { ok: true, value: { refund: read.value, draws } } : read;
}

export function drawsOf({ conversions, redemptions }: BookedSale): readonly EntryWalletDraw[] {
  if (redemptions.length + conversions.length === 0) return NO_DRAWS;
  return [...drawnBy(redemptions), ...drawnBy(conversions)];
}

const NO_DRAWS: readonly EntryWalletDraw[] = [];

function drawnBy(rows: BookedSale["conversions"] | BookedSale["redemptions"]): readonly EntryWalletDraw[] {
  return rows.flatMap(({ draws, wallet }) => draws.map(({ amount, lot }) => ({ amount, lot, wallet })));
}
