import type { Wallet } from "../program/wallet.js";
import { scaleOf } from "../units/amount.js";
import { apportion } from "../units/apportion.js";
import type { Rate } from "../units/rate.js";
import type { Basket } from "./basket.js";
import type { Draw, PayingLot, Payment } from "./plan-redemption.js";

/** What units of a wallet paid. */
export interface Redeemed {
  readonly wallet: Wallet;
  /** In minor units of the wallet. */
  readonly units: bigint;
  /** In minor units of the currency, in all and by line. */
  readonly money: bigint;
  readonly byLine: readonly bigint[];
  readonly draws: readonly Draw[];
}

/**
 * Pays with what wallets hold, in the order asked, once it is known what discounts left to pay: no more than `maxShare`
 * of that, and no more than there is, in whole steps.
 * Worked: 50,000 of credit asked on 60,000 left, at most half of it, in steps of 1,000, pays 30,000.
 */
export function redeem(
  payments: readonly Payment[],
  basket: Basket,
  due: readonly bigint[],
  currencyDigits: number,
): readonly Redeemed[] {
  const open = [...due];
  return payments.map((payment) => {
    const bill = { basket, due, open, scale: scaleOf(currencyDigits) };
    const paid = pay(payment, bill);
    for (const [line, money] of paid.byLine.entries()) open[line] = (open[line] ?? 0n) - money;
    return paid;
  });
}

/** What is to be paid, by line. */
interface Bill {
  readonly basket: Basket;
  /** As discounts left it. */
  readonly due: readonly bigint[];
  /** Less what was paid before. */
  readonly open: readonly bigint[];
  /** Minor units of the currency in a whole one. */
  readonly scale: bigint;
}

function pay(payment: Payment, bill: Bill): Redeemed {
  const { asked, redemption, lots } = payment;
  const all = lots.reduce((sum, { lot }) => sum + lot.amount, 0n);
  const most = drawOf(payment, asked === "max" ? all : asked, bill);
  const whole = most.units - (most.units % redemption.step);
  if (asked === "max" && whole < redemption.min) return drawOf(payment, 0n, bill);
  return whole === most.units ? most : drawOf(payment, whole, bill);
}

/** Draws at most so many units, lot by lot, each paying for the lines it may pay, in proportion to what they still cost. */
function drawOf(
  { wallet, redemption, lots }: Payment,
  limit: bigint,
  { basket, due, open: before, scale }: Bill,
): Redeemed {
  const open = [...before];
  const price = {
    numerator: redemption.rate.numerator * scale,
    denominator: redemption.rate.denominator * scaleOf(wallet.digits),
  };
  const draws: Draw[] = [];
  const byShare = new Map<PayingLot["usable"], bigint>();
  let money = 0n;
  let units = 0n;
  const share = shareOf(redemption.maxShare, due, linesFor(undefined, redemption.items, basket));
  for (const { lot, usable } of lots) {
    const lines = linesFor(usable?.items, redemption.items, basket);
    const paidAlike = byShare.get(usable) ?? 0n;
    const own = usable?.maxShare === undefined ? undefined : shareOf(usable.maxShare, due, lines) - paidAlike;
    const room = least(sumOf(open, lines), share - money, own);
    // Figured from the first unit on, so that no fraction is lost between lots.
    const reach = unitsFor(money + (room > 0n ? room : 0n), price) - units;
    const part = least(reach, lot.amount, limit - units);
    if (part <= 0n) continue;
    units += part;
    const pays = moneyFor(units, price) - money;
    money += pays;
    byShare.set(usable, paidAlike + pays);
    draws.push({ lot, amount: part });
    payLines(pays, lines, basket, open);
  }
  return { wallet, units, money, draws, byLine: before.map((amount, line) => amount - (open[line] ?? 0n)) };
}

/** What so many units pay, down to whole minor units of the currency. */
function moneyFor(units: bigint, { numerator, denominator }: Rate): bigint {
  return (units * numerator) / denominator;
}

/** The most units that are worth no more than this. */
function unitsFor(money: bigint, { numerator, denominator }: Rate): bigint {
  return (money * denominator) / numerator;
}

type Items = Payment["redemption"]["items"];

function linesFor(own: Items, ofWallet: Items, { lines }: Basket): readonly number[] {
  return lines.flatMap((line, index) =>
    (own === undefined || own(line)) && (ofWallet === undefined || ofWallet(line)) ? [index] : [],
  );
}

function shareOf({ numerator, denominator }: Rate, due: readonly bigint[], lines: readonly number[]): bigint {
  return (sumOf(due, lines) * numerator) / denominator;
}

function sumOf(amounts: readonly bigint[], lines: readonly number[]): bigint {
  let sum = 0n;
  for (const line of lines) sum += amounts[line] ?? 0n;
  return sum;
}

function least(first: bigint, ...others: readonly (bigint | undefined)[]): bigint {
  let least = first;
  for (const other of others) if (other !== undefined && other < least) least = other;
  return least;
}

function payLines(money: bigint, lines: readonly number[], { lines: all }: Basket, open: bigint[]): void {
  const weights = lines.map((line) => open[line] ?? 0n);
  const ids = lines.map((line) => all[line]?.id ?? "");
  apportion(money, weights, ids).forEach((part, at) => {
    const line = lines[at] ?? 0;
    open[line] = (open[line] ?? 0n) - part;
  });
}
