import type { Admission } from "../eligibility/admit-offers.js";
import type { Offer, Program } from "../program/program.js";
import type { Member } from "../standing/request.js";
import type { Standing, Voucher } from "../standing/standing.js";
import { formatAmount } from "../units/amount.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { formatInstant } from "../units/zone.js";
import type { Award } from "../valuation/award.js";
import { isCounted } from "./count-club-uses.js";
import type { EntryUse, EntryUsedVoucher } from "./entry.js";
import { gregorianText } from "./entry-local.js";

/** What is kept of the offers given: their uses, and the vouchers they used up. */
export interface RecordedUses {
  readonly uses: readonly EntryUse[];
  readonly usedVouchers: readonly EntryUsedVoucher[];
}

/** A use is kept of the offers that are limited: nothing else asks how often an offer was had. */
export function recordUses(
  program: Program,
  { standing }: Member,
  { always, competing }: Admission,
  awards: readonly Award[],
  at: string,
): RecordedUses {
  let given: ReadonlySet<Offer> | undefined;
  const uses: EntryUse[] = [];
  let used: Set<string> | undefined;
  for (const list of [always, competing]) {
    for (const { offer, mark, voucher } of list) {
      const isKept = offer.limit !== undefined || isCounted(offer);
      if (voucher === undefined && !isKept) continue;
      given ??= new Set(awards.map(({ offer }) => offer));
      if (!given.has(offer)) continue;
      if (voucher !== undefined) used = (used ?? new Set()).add(voucher);
      if (!isKept) continue;
      const amount =
        offer.limit?.amount === undefined ? null : amountOf(offer, awards, program.currency.digits);
      const { birthdayYear, day } = mark;
      uses.push({ amount, at, birthdayYear, day: gregorianText(day), offer: offer.id });
    }
  }
  if (given === undefined) return { uses: [], usedVouchers: [] };
  return {
    uses: uses.sort((a, b) => byCodeUnit(a.offer, b.offer)),
    usedVouchers: used === undefined ? [] : usedVouchers(used, standing, program),
  };
}

function usedVouchers(
  used: ReadonlySet<string>,
  { vouchers }: Standing,
  program: Program,
): readonly EntryUsedVoucher[] {
  return vouchers
    .filter(({ id }) => used.has(id))
    .map((voucher) => usedVoucher(voucher, program))
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

function usedVoucher({ id, offer, issuedAt, expiresAt }: Voucher, { zone }: Program): EntryUsedVoucher {
  const known = (instant: number) => (Number.isFinite(instant) ? formatInstant(instant, zone) : null);
  return { expiresAt: known(expiresAt), id, issuedAt: known(issuedAt), offer };
}

/** All that it gave: an offer that is limited by amount gives one unit. */
function amountOf(offer: Offer, awards: readonly Award[], currencyDigits: number): string {
  let amount = 0n;
  let digits = currencyDigits;
  for (const award of awards) {
    if (award.offer !== offer) continue;
    amount += award.figured.amount;
    digits = award.wallet?.digits ?? digits;
  }
  return formatAmount(amount, digits);
}
