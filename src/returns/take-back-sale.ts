import type { Program } from "../program/program.js";
import { parseAmount } from "../units/amount.js";
import { type Claim, claimUnits } from "./claim-units.js";
import { isBack, type LineBack } from "./plan-return.js";
import type { RefundRequest } from "./read-refund.js";
import { type AwardBack, type Return, takeBackAwards } from "./take-back-awards.js";
import { type ColumnsBack, takeBackLines } from "./take-back-lines.js";
import { type RedemptionBack, takeBackUnits } from "./take-back-units.js";
import { type Undone, undoCounts } from "./undo-counts.js";

/** All that goes back, and what is left of the sale. */
export interface TakenBack {
  readonly entryId: string;
  readonly lines: readonly ColumnsBack[];
  /** One for each award of the sale, in its order. */
  readonly claims: readonly Claim[];
  readonly redemptions: readonly RedemptionBack[];
  readonly undone: Undone;
  /** Ids of vouchers that the sale had issued. */
  readonly withdrawn: readonly string[];
  /** Of the discount, what a new look at the rest has taken back beside the lines: in all, and of that now. */
  readonly keptBack: bigint;
  readonly keptBackNow: bigint;
  /** Every line of the sale, with what is back of it in all. */
  readonly after: readonly LineBack[];
}

/** What the rest of a sale would have been given. */
export interface RestOfSale {
  /** By `awardKey`. */
  readonly awards: ReadonlyMap<string, bigint>;
  /** Discounts of offers, in all. */
  readonly discount: bigint;
}

/** Works out all that goes back with these lines. */
export function takeBackSale(
  program: Program,
  request: RefundRequest,
  lines: readonly LineBack[],
  { entryId, rest }: { readonly entryId: string; readonly rest: RestOfSale | undefined },
): TakenBack {
  const { sale, member, at, local, cause } = request;
  const row = member.standing.sales.find(({ id }) => id === sale.entry.id);
  const whole = lines.every(({ line, after }) => isBack(line, after));
  const settled = new Map<number, bigint>();
  for (const { award, amount } of row?.awards ?? []) {
    const digits = sale.awards[award - 1]?.digits ?? 0;
    settled.set(award, parseAmount(amount, digits) ?? 0n);
  }
  const back: Return = { sale, lines, whole, settled, rest: rest?.awards };
  const columns = takeBackLines(sale, lines);
  const awards = takeBackAwards(back);
  const had = parseAmount(row?.keptBack ?? "0", program.currency.digits) ?? 0n;
  const keptBackNow = keepBack(columns, had, rest && keptDiscount(awards) - rest.discount);
  const { lots, vouchers } = member.standing;
  const due = columns.reduce((sum, line) => sum + line.due, -keptBackNow);
  const claims = claimUnits(back, awards, { program, at, lots, vouchers, cause, due });
  return {
    entryId,
    lines: columns,
    claims,
    redemptions: takeBackUnits(back, { program, moment: { at, local }, lots, entryId }),
    undone: undoCounts(request, whole),
    withdrawn: withdrawnFrom(claims),
    keptBack: had + keptBackNow,
    keptBackNow,
    after: lines,
  };
}

/** What is left of the discounts of offers. */
function keptDiscount(awards: readonly AwardBack[]): bigint {
  let kept = 0n;
  for (const { award, settled } of awards) if (award.kind === "discount") kept += award.amount - settled;
  return kept;
}

/**
 * What of the discount left on the rest the rest would not have been given is kept back from the money, as far as that
 * goes; what was kept back too much before is given back.
 */
function keepBack(columns: readonly ColumnsBack[], had: bigint, over: bigint | undefined): bigint {
  if (over === undefined) return -had;
  const wanted = (over > 0n ? over : 0n) - had;
  let due = 0n;
  let discount = 0n;
  for (const line of columns) {
    if (line.goods) due += line.due;
    discount += line.discount;
  }
  if (wanted > due) return due;
  return wanted < -discount ? -discount : wanted;
}

/** Vouchers that go back, as far as the member still has them. */
function withdrawnFrom(claims: readonly Claim[]): readonly string[] {
  return claims.flatMap(({ award: { kind, opened }, amount, kept, forgiven }) =>
    kind === "voucher" && opened !== undefined && amount > kept + forgiven ? [opened] : [],
  );
}
