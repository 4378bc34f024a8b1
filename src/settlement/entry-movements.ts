import type { Program } from "../program/program.js";
import type { Currency } from "../program/wallet.js";
import { formatAmount } from "../units/amount.js";
import { formatInstant } from "../units/zone.js";
import type { Draw } from "../valuation/plan-redemption.js";
import type { IssuedVoucher, Opening } from "./books.js";
import type { Converted } from "./convert-units.js";
import type {
  EntryConversion,
  EntryDraw,
  EntryLot,
  EntryLotDraw,
  EntryRedemption,
  EntryRenewal,
  EntryVoucher,
} from "./entry.js";
import { writeByLine } from "./entry-lines.js";
import type { Booked } from "./postings.js";
import type { Renewal } from "./renew-lots.js";

/** What moved in the member's wallets. Objects have their keys in code-unit order. */
export interface Movements {
  readonly conversions: readonly EntryConversion[];
  readonly lots: readonly EntryLot[];
  readonly redemptions: readonly EntryRedemption[];
  readonly renewals: readonly EntryRenewal[];
  readonly vouchers: readonly EntryVoucher[];
}

/** An instant, and how it is written. */
export interface Now {
  readonly instant: number;
  readonly written: string;
}

/** Writes down what moved, now. Of nearly all transactions most of it is nothing. */
export function entryMovements({ currency, zone }: Program, now: Now, booked: Booked): Movements {
  const { openings, conversions, renewals, vouchers } = booked.settlement;
  return {
    conversions: conversions.length === 0 ? [] : conversions.map(entryConversion),
    lots: openings.length === 0 ? [] : entryLots(openings, now, zone),
    redemptions: entryRedemptions(booked, currency, zone),
    renewals: renewals.length === 0 ? [] : renewals.map((renewal) => entryRenewal(renewal, zone)),
    vouchers: vouchers.length === 0 ? [] : vouchers.map((voucher) => entryVoucher(voucher, now, zone)),
  };
}

/** One of which a debt took all is not kept. */
function entryLots(openings: readonly Opening[], now: Now, zone: string): readonly EntryLot[] {
  const lots: EntryLot[] = [];
  // What comes into a wallet now mostly lasts equally long.
  let known: number | undefined;
  let end: string | null = null;
  for (const { activeAt, amount, award, expiresAt, id, renewable, wallet } of openings) {
    if (amount === 0n) continue;
    if (expiresAt !== known) {
      known = expiresAt;
      end = writeEnd(expiresAt, zone);
    }
    lots.push({
      activeAt: activeAt === now.instant ? now.written : formatInstant(activeAt, zone),
      amount: formatAmount(amount, wallet.digits),
      at: now.written,
      expiresAt: end,
      id,
      offer: award === undefined ? null : award.offer.id,
      renewable,
      usable: usableOf(award),
      wallet: wallet.id,
    });
  }
  return lots;
}

/** The offer whose benefit says what the lot may pay for. */
function usableOf(award: Opening["award"]): string | null {
  if (award === undefined || !("wallet" in award.benefit)) return null;
  return award.benefit.usable === undefined ? null : award.offer.id;
}

function entryConversion({ amount, draws, opening, vouchers, wallet }: Converted): EntryConversion {
  return {
    amount: formatAmount(amount, wallet.digits),
    draws: draws.map(
      ({ amount, lot }): EntryDraw => ({ amount: formatAmount(amount, wallet.digits), lot: lot.id }),
    ),
    lot: opening?.id ?? null,
    vouchers: vouchers.map(({ id }) => id),
    wallet: wallet.id,
  };
}

function entryRenewal({ expiresAt, lot, wallet }: Renewal, zone: string): EntryRenewal {
  return { expiresAt: writeEnd(expiresAt, zone), lot, wallet: wallet.id };
}

function entryVoucher({ expiresAt, id, offer }: IssuedVoucher, now: Now, zone: string): EntryVoucher {
  return { expiresAt: writeEnd(expiresAt, zone), id, issuedAt: now.written, offer };
}

/** Catalogue items come first. */
function entryRedemptions(
  { shopping: { bought }, selection: { redeemed } }: Booked,
  { digits }: Currency,
  zone: string,
): readonly EntryRedemption[] {
  const redemptions: EntryRedemption[] = [];
  for (const { purchase, amount, byLine } of bought) {
    const { item, times, draws } = purchase;
    redemptions.push({
      amount: formatAmount(item.price * times, item.wallet.digits),
      catalogue: item.id,
      draws: writeDraws(draws, item.wallet.digits, zone),
      times: Number(times),
      value: formatAmount(amount, digits),
      values: writeByLine(byLine, digits),
      wallet: item.wallet.id,
    });
  }
  for (const { wallet, units, money, byLine, draws } of redeemed) {
    if (units === 0n) continue;
    redemptions.push({
      amount: formatAmount(units, wallet.digits),
      catalogue: null,
      draws: writeDraws(draws, wallet.digits, zone),
      times: 1,
      value: formatAmount(money, digits),
      values: writeByLine(byLine, digits),
      wallet: wallet.id,
    });
  }
  return redemptions;
}

function writeDraws(draws: readonly Draw[], digits: number, zone: string): readonly EntryLotDraw[] {
  return draws.map(({ amount, lot }) => ({
    activeAt: writeKnown(lot.activeAt, zone),
    amount: formatAmount(amount, digits),
    at: writeKnown(lot.at, zone),
    expiresAt: writeKnown(lot.expiresAt, zone),
    lot: lot.id,
    offer: lot.offer ?? null,
    renewable: lot.renewable,
    usable: lot.usable ?? null,
  }));
}

/** `null` is never. */
function writeEnd(expiresAt: number | undefined, zone: string): string | null {
  return expiresAt === undefined ? null : formatInstant(expiresAt, zone);
}

/** `null` where nobody said, and of an end for never. */
function writeKnown(instant: number, zone: string): string | null {
  return Number.isFinite(instant) ? formatInstant(instant, zone) : null;
}
