import type { Program } from "../program/program.js";
import type { Transaction } from "../standing/request.js";
import { formatAmount } from "../units/amount.js";
import { formatInstant } from "../units/zone.js";
import type { Draw } from "../valuation/plan-redemption.js";
import type {
  EntryConversion,
  EntryLot,
  EntryLotDraw,
  EntryRedemption,
  EntryRenewal,
  EntryVoucher,
} from "./entry.js";
import type { Booked } from "./postings.js";
import type { LineAmount } from "./quote.js";

/** What moved in the member's wallets. Objects have their keys in code-unit order. */
export interface Movements {
  readonly conversions: readonly EntryConversion[];
  readonly lots: readonly EntryLot[];
  readonly redemptions: readonly EntryRedemption[];
  readonly renewals: readonly EntryRenewal[];
  readonly vouchers: readonly EntryVoucher[];
}

/** Writes down what moved; `at` is the transaction's instant, as it is written. */
export function entryMovements(
  { currency, zone }: Program,
  transaction: Pick<Transaction, "at" | "lines">,
  at: string,
  booked: Booked,
): Movements {
  const { openings, conversions, renewals, vouchers } = booked.settlement;
  // Most lots begin and end together.
  const written = new Map([[transaction.at, at]]);
  const write: WriteInstant = (instant) => {
    const text = written.get(instant) ?? formatInstant(instant, zone);
    written.set(instant, text);
    return text;
  };
  return {
    conversions: conversions.map(({ amount, draws, opening, vouchers, wallet }) => ({
      amount: formatAmount(amount, wallet.digits),
      draws: draws.map(({ amount, lot }) => ({ amount: formatAmount(amount, wallet.digits), lot: lot.id })),
      lot: opening?.id ?? null,
      vouchers: vouchers.map(({ id }) => id),
      wallet: wallet.id,
    })),
    lots: openings
      .filter(({ amount }) => amount > 0n)
      .map(({ activeAt, amount, award, expiresAt, id, renewable, wallet }) => ({
        activeAt: write(activeAt),
        amount: formatAmount(amount, wallet.digits),
        at,
        expiresAt: expiresAt === undefined ? null : write(expiresAt),
        id,
        offer: award?.offer.id ?? null,
        renewable,
        usable:
          award !== undefined && "wallet" in award.benefit && award.benefit.usable !== undefined
            ? award.offer.id
            : null,
        wallet: wallet.id,
      })),
    redemptions: redemptionsOf(booked.shopping, booked.selection, transaction, {
      digits: currency.digits,
      write,
    }),
    renewals: renewals.map(({ expiresAt, lot, wallet }) => ({
      expiresAt: expiresAt === undefined ? null : write(expiresAt),
      lot,
      wallet: wallet.id,
    })),
    vouchers: vouchers.map(({ expiresAt, id, offer }) => ({
      expiresAt: expiresAt === undefined ? null : write(expiresAt),
      id,
      issuedAt: at,
      offer,
    })),
  };
}

function redemptionsOf(
  { bought }: Booked["shopping"],
  { redeemed }: Booked["selection"],
  { lines }: Pick<Transaction, "lines">,
  { digits, write }: { readonly digits: number; readonly write: WriteInstant },
): readonly EntryRedemption[] {
  if (bought.length === 0 && redeemed.length === 0) return [];
  const redemptions: EntryRedemption[] = [];
  for (const { purchase, amount, byLine } of bought) {
    const { item, times, draws } = purchase;
    redemptions.push({
      amount: formatAmount(item.price * times, item.wallet.digits),
      catalogue: item.id,
      draws: writeDraws(draws, item.wallet.digits, write),
      lines: writeLines(byLine, lines, digits),
      times: Number(times),
      value: formatAmount(amount, digits),
      wallet: item.wallet.id,
    });
  }
  for (const { wallet, units, money, byLine, draws } of redeemed) {
    if (units === 0n) continue;
    redemptions.push({
      amount: formatAmount(units, wallet.digits),
      catalogue: null,
      draws: writeDraws(draws, wallet.digits, write),
      lines: writeLines(byLine, lines, digits),
      times: 1,
      value: formatAmount(money, digits),
      wallet: wallet.id,
    });
  }
  return redemptions;
}

type WriteInstant = (instant: number) => string;

function writeDraws(draws: readonly Draw[], digits: number, write: WriteInstant): readonly EntryLotDraw[] {
  const known = (instant: number) => (Number.isFinite(instant) ? write(instant) : null);
  return draws.map(({ amount, lot }) => ({
    activeAt: known(lot.activeAt),
    amount: formatAmount(amount, digits),
    at: known(lot.at),
    expiresAt: known(lot.expiresAt),
    lot: lot.id,
    offer: lot.offer ?? null,
    renewable: lot.renewable,
    usable: lot.usable ?? null,
  }));
}

function writeLines(
  byLine: readonly bigint[],
  lines: Transaction["lines"],
  digits: number,
): readonly LineAmount[] {
  const parts: LineAmount[] = [];
  for (const [index, amount] of byLine.entries()) {
    if (amount > 0n) parts.push({ amount: formatAmount(amount, digits), line: lines[index]?.id ?? "" });
  }
  return parts;
}
