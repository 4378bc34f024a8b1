import type { Program } from "../program/program.js";
import type { Currency, Wallet } from "../program/wallet.js";
import type { Lot, Voucher } from "../standing/standing.js";
import { scaleOf } from "../units/amount.js";
import type { Rate } from "../units/rate.js";
import { moneyWorthOf } from "../units/worth.js";
import { lapseOf, type SaleAward } from "./read-sale.js";
import type { AwardBack, Return } from "./take-back-awards.js";

/** What becomes of an award that goes back, in its own unit. */
export interface Claim extends AwardBack {
  /** Left to the member. */
  readonly kept: bigint;
  /** Taken out of the lot that the award had opened. */
  readonly draw: { readonly lot: Lot; readonly amount: bigint } | undefined;
  readonly debt: bigint;
  readonly deducted: bigint;
  readonly forgiven: bigint;
  /** What the deducted units come to, in minor units of the currency. */
  readonly money: bigint;
}

interface Holder {
  readonly program: Program;
  readonly at: number;
  readonly lots: readonly Lot[];
  readonly vouchers: readonly Voucher[];
  readonly cause: "customer" | "merchant";
  /** Money that goes back, from which may be deducted. */
  readonly due: bigint;
}

/**
 * Takes accruals back out of the very lots that they opened. What of a lot was spent is owed, deducted from the money
 * that goes back, or let go, as the program says; what a lot had when it lapsed is gone already, and nobody owes it.
 * Worked: of 100 points that go back 80 were spent: 20 are taken, 80 are owed.
 */
export function claimUnits({ sale }: Return, backs: readonly AwardBack[], holder: Holder): readonly Claim[] {
  let due = holder.due;
  return backs.map((back): Claim => {
    const { award, amount } = back;
    const { wallet, opened } = award;
    const none = { ...back, kept: 0n, draw: undefined, debt: 0n, deducted: 0n, forgiven: 0n, money: 0n };
    if (amount === 0n || award.kind === "discount") return none;
    if (holder.cause === "merchant") return { ...none, kept: amount };
    if (wallet === undefined) return isHeld(award, holder) ? none : { ...none, forgiven: amount };
    if (opened === undefined) return none;
    const lot = holder.lots.find((one) => one.id === opened && one.wallet === wallet.id);
    const lapse = lot?.expiresAt ?? lapseOf(sale.entry, opened);
    if (lapse !== undefined && lapse <= holder.at) return { ...none, forgiven: amount };
    const there = lot?.amount ?? 0n;
    const drawn = there < amount ? there : amount;
    const short = settleShort(amount - drawn, due, wallet, holder.program);
    due -= short.money;
    return {
      ...none,
      ...short,
      draw: lot === undefined || drawn === 0n ? undefined : { lot, amount: drawn },
    };
  });
}

/** A gift is at the till again; a voucher, while it is not used; a tier, once reached, is never taken. */
function isHeld({ kind, opened }: SaleAward, { vouchers }: Holder): boolean {
  return kind === "gift" || (kind === "voucher" && vouchers.some(({ id }) => id === opened));
}

type Shortage = Pick<Claim, "debt" | "deducted" | "forgiven" | "money">;

const NOTHING_SHORT: Shortage = { debt: 0n, deducted: 0n, forgiven: 0n, money: 0n };

/** Units that are there no more. What the money that goes back cannot pay is owed. */
function settleShort(
  units: bigint,
  due: bigint,
  wallet: Wallet,
  { currency, refunds: { debt } }: Program,
): Shortage {
  if (units === 0n) return NOTHING_SHORT;
  if (debt === "forgive") return { ...NOTHING_SHORT, forgiven: units };
  const { numerator, denominator } = priceOf(wallet, currency);
  if (debt === "carry" || numerator === 0n) return { ...NOTHING_SHORT, debt: units };
  const all = (units * numerator) / denominator;
  const deducted = all <= due ? units : (due * denominator) / numerator;
  const money = (deducted * numerator) / denominator;
  return { ...NOTHING_SHORT, debt: units - deducted, deducted, money };
}

/** Minor units of the currency for one of the wallet: what it pays at the till, or else what it is worth. */
function priceOf({ redemption, worth, digits }: Wallet, currency: Currency): Rate {
  if (redemption === undefined) return { numerator: worth, denominator: moneyWorthOf(currency) };
  const { numerator, denominator } = redemption.rate;
  return { numerator: numerator * scaleOf(currency.digits), denominator: denominator * scaleOf(digits) };
}
