import type { Lot, Wallet } from "vafa";
import { instantOf } from "../../src/units/zone.js";
import { type Duration, readDate } from "./club-days.js";
import { amountOf, instantAt } from "./read-purchase.js";
import { digitsOf } from "./set-award.js";
import type { Situation } from "./situation.js";

/** A lot in minor units of its wallet. */
export interface HeldLot {
  readonly id: string;
  readonly amount: bigint;
  readonly at: number;
  readonly activeAt: number;
  readonly expiresAt: number;
  readonly usable: string | undefined;
  readonly offer: string | undefined;
  /** R11.11 */
  readonly renewable: boolean;
}

/** R11.4, R11.5 */
export function heldLots(wallet: string, situation: Situation): readonly HeldLot[] {
  const { lots = [], balances = [] } = situation.standing ?? {};
  const digits = digitsOf(walletNamed(wallet, situation), situation.program.currency);
  const opening = balances.map((balance): Lot => ({ id: "opening", ...balance }));
  return [...lots, ...opening]
    .filter((lot) => lot.wallet === wallet)
    .map(({ id, amount, at, activeAt, expiresAt, usable, offer, renewable = false }) => ({
      id,
      amount: amountOf(amount, digits),
      at: instantOr(at, Number.NEGATIVE_INFINITY),
      activeAt: instantOr(activeAt ?? at, Number.NEGATIVE_INFINITY),
      expiresAt: instantOr(expiresAt, Number.POSITIVE_INFINITY),
      usable,
      offer,
      renewable,
    }));
}

function instantOr(written: string | null | undefined, otherwise: number): number {
  return written == null ? otherwise : instantAt(written);
}

export function walletNamed(id: string, { program }: Situation): Wallet {
  const found = program.wallets?.find((wallet) => wallet.id === id);
  if (found === undefined) throw new Error(`no wallet ${id}`);
  return found;
}

export function isSpendable({ activeAt, expiresAt }: HeldLot, { at }: Situation): boolean {
  return activeAt <= at && at < expiresAt;
}

/** R11.9 */
export function inDrawingOrder(lots: readonly HeldLot[], situation: Situation): readonly HeldLot[] {
  const order = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0);
  return lots
    .filter((lot) => isSpendable(lot, situation))
    .sort((a, b) => order(a.expiresAt, b.expiresAt) || order(a.at, b.at) || order(a.id, b.id));
}

export function drawable(wallet: string, situation: Situation): readonly HeldLot[] {
  return inDrawingOrder(heldLots(wallet, situation), situation);
}

/** R11.4: what can be spent of a wallet, in millionths. */
export function spendable(wallet: string, situation: Situation): bigint {
  const digits = digitsOf(walletNamed(wallet, situation), situation.program.currency);
  return (
    drawable(wallet, situation).reduce((sum, { amount }) => sum + amount, 0n) * 10n ** BigInt(6 - digits)
  );
}

/** R2.10, R2.11 */
export function after(duration: Duration, { program, calendar, at, today, time }: Situation): number {
  const day = calendar.plus(today, duration);
  return day === today ? at : instantOf(day, time, program.timeZone);
}

/** R11.3; never is `Infinity`. */
export function lapseOf(
  expiry: Exclude<Wallet["expires"], { byTier: unknown }>,
  situation: Situation,
): number {
  const { program, calendar, today } = situation;
  const midnight = (day: number) => instantOf(day, 0, program.timeZone);
  if (expiry === undefined || expiry === "never") return Number.POSITIVE_INFINITY;
  if ("after" in expiry) return after(expiry.after, situation);
  if ("on" in expiry) return midnight((readDate(expiry.on)?.on ?? 0) + 1);
  const { endOf, plus = 0 } = expiry;
  if (endOf === "day") return midnight(today + plus + 1);
  const { year, month } = calendar.dateOf(today);
  const months = { month: 1, season: 3, year: 12 }[endOf];
  // Months since the year 0, of the first one that is in no period any more.
  const first = (Math.floor((year * 12 + month - 1) / months) + plus + 1) * months;
  return midnight(calendar.dayOf({ year: Math.floor(first / 12), month: (first % 12) + 1, day: 1 }));
}
