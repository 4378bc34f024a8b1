import type { Program } from "../program/program.js";
import { writeQuantity } from "../settlement/entry-lines.js";
import { entryLocal } from "../settlement/entry-local.js";
import { sealPlain } from "../settlement/seal.js";
import { formatAmount } from "../units/amount.js";
import { formatInstant } from "../units/zone.js";
import type { Claim } from "./claim-units.js";
import { refundTotals } from "./compose-refund.js";
import { isUntouched } from "./plan-return.js";
import { progressBack } from "./progress-back.js";
import type { RefundRequest } from "./read-refund.js";
import type { EntryAwardBack, EntryLineBack, EntrySale, RefundEntry } from "./refund-entry.js";
import { refundPostings } from "./refund-postings.js";
import type { ColumnsBack } from "./take-back-lines.js";
import type { TakenBack } from "./take-back-sale.js";

/** Seals a refund on the member's chain. Every object is written with its keys in code-unit order. */
export function composeRefundEntry(program: Program, request: RefundRequest, back: TakenBack): RefundEntry {
  const { at, member, local } = request;
  const { digits } = program.currency;
  const { head } = member.standing;
  const { undone } = back;
  return sealPlain<RefundEntry>({
    at: formatInstant(at, program.zone),
    awards: back.claims.filter(({ amount }) => amount > 0n).map((claim) => awardBack(claim, digits)),
    cause: request.cause,
    clubUses: undone.clubUses,
    draws: back.claims.flatMap(({ award, draw }) =>
      draw === undefined || award.wallet === undefined
        ? []
        : [{ amount: formatAmount(draw.amount, award.digits), lot: draw.lot.id, wallet: award.wallet.id }],
    ),
    hash: "",
    id: back.entryId,
    kind: "refund",
    lines: back.lines.map((line) => lineBack(line, digits)),
    local: entryLocal({ local }, program),
    lots: back.redemptions.flatMap(({ lots }) => lots.map(({ lot }) => lot)),
    memberId: member.id,
    postings: refundPostings(program, back),
    previousHash: head.hash,
    program: { hash: program.hash, id: program.id, version: program.version },
    progress: progressBack(program, request, back),
    redemptions: back.redemptions.map(({ redemption: { catalogue, wallet }, units, value }) => ({
      amount: formatAmount(units, wallet.digits),
      catalogue,
      value: formatAmount(value, digits),
      wallet: wallet.id,
    })),
    requestHash: request.hash,
    sale: saleAfter(request, back, digits),
    semantics: program.semantics,
    sequence: head.sequence + 1,
    totals: refundTotals(back, digits),
    transactionId: request.id,
    uses: undone.uses,
    v: 1,
    vouchers: undone.vouchers,
    withdrawn: back.withdrawn,
  });
}

function awardBack(claim: Claim, currencyDigits: number): EntryAwardBack {
  const { award, amount, debt, deducted, forgiven, kept } = claim;
  const digits = award.kind === "discount" ? currencyDigits : award.digits;
  const write = (units: bigint) => formatAmount(units, digits);
  return {
    amount: write(amount),
    award: award.number,
    debt: write(debt),
    deducted: write(deducted),
    forgiven: write(forgiven),
    kept: write(kept),
    kind: award.kind,
    offer: award.offer,
    part: award.part,
    wallet: award.wallet?.id ?? null,
  };
}

function lineBack({ id, discount, redeemed, due }: ColumnsBack, digits: number): EntryLineBack {
  return {
    discount: formatAmount(discount, digits),
    due: formatAmount(due, digits),
    id,
    list: formatAmount(discount + redeemed + due, digits),
    redeemed: formatAmount(redeemed, digits),
  };
}

function saleAfter(
  { sale }: RefundRequest,
  { claims, after, keptBack }: TakenBack,
  digits: number,
): EntrySale {
  const { hash, id, transactionId } = sale.entry;
  return {
    awards: claims
      .filter(({ award, settled }) => award.kind !== "discount" && settled > 0n)
      .map(({ award, settled }) => ({ amount: formatAmount(settled, award.digits), award: award.number })),
    hash,
    id,
    keptBack: formatAmount(keptBack, digits),
    returned: after
      .filter(({ after }) => !isUntouched(after))
      .map(({ line, after: { quantity, amount } }) => ({
        amount: formatAmount(amount, digits),
        line: line.id,
        quantity: writeQuantity(quantity),
      })),
    transactionId,
  };
}
