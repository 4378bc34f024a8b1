import type { DebtDocument } from "../facts/standing.js";
import type { Program } from "../program/program.js";
import { accountOf } from "../standing/lots.js";
import { formatAmount } from "../units/amount.js";
import { formatInstant } from "../units/zone.js";
import type { Adjusted } from "./adjust-wallet.js";
import type { AdjustmentEntry } from "./adjustment-entry.js";
import { balancesOf } from "./balances.js";
import { balanceRow } from "./compose-quote.js";
import { debtAccount, debtRows, debtsAfter } from "./debts.js";
import type { Posting } from "./entry.js";
import { entryIdOf } from "./entry-id.js";
import { entryLocal } from "./entry-local.js";
import type { BalanceRow, RefusalRow } from "./quote.js";
import type { AdjustmentRequest } from "./read-adjustment.js";
import { sealPlain } from "./seal.js";

/** What comes of units moved by hand. */
export interface AdjustmentDecision {
  /** `refused`: more was to go out than can be spent; then nothing is booked. */
  readonly status: "accepted" | "refused";
  readonly refusal?: AdjustmentRefusal;
  readonly transactionId: string;
  readonly balances: readonly BalanceRow[];
  /** What the member owes wallets from now on. */
  readonly debts: readonly DebtDocument[];
  readonly entry?: AdjustmentEntry;
}

export interface AdjustmentRefusal {
  readonly reason: "insufficientBalance";
  readonly path: string;
  readonly text: RefusalRow["text"];
}

const NOT_ENOUGH: AdjustmentRefusal = {
  reason: "insufficientBalance",
  path: "/amount",
  text: { fa: "موجودی کافی نیست", en: "The balance is not enough" },
};

export function composeAdjustment(
  program: Program,
  request: AdjustmentRequest,
  adjusted: Adjusted | undefined,
): AdjustmentDecision {
  const { id, member, at, wallet } = request;
  const debts = debtRows(program, member);
  const before = balancesOf(program, member, at, { openings: [], conversions: [], drawn: [] });
  if (adjusted === undefined) {
    return {
      status: "refused",
      refusal: NOT_ENOUGH,
      transactionId: id,
      balances: before.map(balanceRow),
      debts,
    };
  }
  const entry = adjustmentEntry(program, request, adjusted);
  const gained = adjusted.opened?.amount ?? 0n;
  const balances = before.map((balance) => {
    if (balance.wallet !== wallet) return balanceRow(balance);
    const lost = adjusted.draws.reduce((sum, { amount }) => sum + amount, 0n);
    return balanceRow({ ...balance, after: balance.after + gained - lost });
  });
  return { status: "accepted", transactionId: id, balances, debts: debtsAfter(debts, entry.postings), entry };
}

/** Every object is written with its keys in code-unit order. */
function adjustmentEntry(program: Program, request: AdjustmentRequest, adjusted: Adjusted): AdjustmentEntry {
  const { amount, by, direction, id, local, member, reason, wallet } = request;
  const { head } = member.standing;
  const at = formatInstant(request.at, program.zone);
  const write = (units: bigint) => formatAmount(units, wallet.digits);
  const entryId = entryIdOf(program, id, "adjustment");
  const { opened, draws } = adjusted;
  return sealPlain<AdjustmentEntry>({
    amount: write(amount),
    at,
    baseTier: member.standing.baseTier ?? null,
    by,
    direction,
    draws: draws.map((draw) => ({ amount: write(draw.amount), lot: draw.lot.id, wallet: wallet.id })),
    hash: "",
    id: entryId,
    kind: "adjustment",
    local: entryLocal({ local }, program),
    lots:
      opened === undefined
        ? []
        : [
            {
              activeAt: at,
              amount: write(opened.amount),
              at,
              expiresAt:
                opened.expiresAt === undefined ? null : formatInstant(opened.expiresAt, program.zone),
              id: `${entryId}.1`,
              offer: null,
              renewable: opened.renewable,
              usable: null,
              wallet: wallet.id,
            },
          ],
    memberId: member.id,
    postings: postingsOf(request, adjusted, `${entryId}.1`),
    previousHash: head.hash,
    program: { hash: program.hash, id: program.id, version: program.version },
    reason,
    requestHash: request.hash,
    semantics: program.semantics,
    sequence: head.sequence + 1,
    transactionId: id,
    v: 1,
    wallet: wallet.id,
  });
}

function postingsOf(
  { wallet }: AdjustmentRequest,
  { paid, opened, draws }: Adjusted,
  lot: string,
): readonly Posting[] {
  const [member, club] = [`member:${wallet.id}`, `club:${wallet.id}.adjusted`];
  const move = (units: bigint, from: string, lot: string | null, to: string): readonly Posting[] =>
    units === 0n ? [] : [{ amount: formatAmount(units, wallet.digits), from, lot, to, unit: wallet.id }];
  return [
    ...move(opened?.amount ?? 0n, club, lot, member),
    ...move(paid, club, null, member),
    ...move(paid, member, null, debtAccount(wallet.id)),
    ...draws.flatMap(({ lot, amount }) => move(amount, accountOf(lot), lot.id, club)),
  ];
}
