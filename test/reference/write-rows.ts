import type { Award, LineCharge, Quote } from "vafa";
import { formatAmount } from "../../src/units/amount.js";
import { formatWorth } from "../../src/units/worth.js";
import { formatInstant } from "../../src/units/zone.js";
import type { Bought } from "./look-at-redemption.js";
import { after, lapseOf } from "./lots.js";
import { forTier, type Purchase } from "./read-purchase.js";
import type { Redeemed } from "./redeem.js";
import { costOf, digitsOf, type SetAward, worthOf } from "./set-award.js";
import type { Situation } from "./situation.js";
import type { Table } from "./table.js";
import type { SetValue } from "./value-set.js";

/** R9.3, R1.10: an award as a decision shows it. */
export function awardRow(award: SetAward, table: Purchase, situation: Situation): Award {
  const { offer, part, benefit, wallet, gift, amount, clipped } = award;
  const isThing = benefit.kind === "gift" || benefit.kind === "voucher" || benefit.kind === "tier";
  const text = (minor: bigint) => formatAmount(minor, isThing ? 0 : digitsOf(wallet, table));
  return {
    offer: offer.id,
    ...(offer.isList ? { part } : {}),
    kind: benefit.kind,
    ...(wallet === undefined ? {} : { wallet: wallet.id }),
    ...(gift === undefined ? {} : { gift: gift.id, chosenBy: gift.chosenBy }),
    ...thingOf(award, situation),
    amount: text(amount),
    worth: formatWorth(worthOf(award), table.digits),
    cost: formatWorth(costOf(award), table.digits),
    clipped: text(clipped),
    lines: table.lines.flatMap(({ id }) => {
      const own = award.lines.get(id);
      return own === undefined ? [] : [{ line: id, amount: text(own) }];
    }),
  };
}

/** R9.3: what a voucher is for, and until when; to which tier, and until when. */
function thingOf({ benefit }: SetAward, situation: Situation): Pick<Award, "voucher" | "tier" | "until"> {
  const written = (instant: number) => formatInstant(instant, situation.program.timeZone);
  if (benefit.kind === "voucher") {
    const lapse = lapseOf(forTier(benefit.expires ?? "never", situation.tier), situation);
    const expiresAt = lapse === Number.POSITIVE_INFINITY ? null : written(lapse);
    return { voucher: { offer: benefit.offer, expiresAt } };
  }
  if (benefit.kind !== "tier") return {};
  const { tier, for: period } = benefit;
  return { tier, ...(period === undefined ? {} : { until: written(after(period, situation)) }) };
}

/** R9.2 */
export function lineRows({ shelves, digits }: Table, { taken, redeemed }: SetValue): readonly LineCharge[] {
  return shelves.map(({ line: { id, list }, bought }) => {
    const paid = redeemed.reduce((sum, { lines }) => sum + (lines.get(id) ?? 0n), 0n);
    return { id, ...charge({ list, discount: bought + (taken.get(id) ?? 0n), redeemed: paid }, digits) };
  });
}

/** R9.2 */
export function totals({ shelves, digits }: Table, { cash, redeemed }: SetValue): Quote["totals"] {
  const sum = (list: readonly bigint[]) => list.reduce((total, one) => total + one, 0n);
  const discount = cash + sum(shelves.map(({ bought }) => bought));
  const list = sum(shelves.map(({ line }) => line.list));
  return charge({ list, discount, redeemed: sum(redeemed.map(({ money }) => money)) }, digits);
}

interface Sums {
  readonly list: bigint;
  readonly discount: bigint;
  readonly redeemed: bigint;
}

export function charge({ list, discount, redeemed }: Sums, digits: number) {
  const text = (amount: bigint) => formatAmount(amount, digits);
  return {
    list: text(list),
    discount: text(discount),
    redeemed: text(redeemed),
    due: text(list - discount - redeemed),
  };
}

/** R9.11 */
export function redemptionRows(
  bought: readonly Bought[],
  redeemed: readonly Redeemed[],
  purchase: Purchase,
): Quote["redemptions"] {
  const money = (minor: bigint) => formatAmount(minor, purchase.digits);
  return [
    ...bought.map(({ item, times, value, draws }) => {
      const wallet = purchase.wallets.find(({ id }) => id === item.wallet);
      const units = draws.reduce((sum, { amount }) => sum + amount, 0n);
      const amount = formatAmount(units, digitsOf(wallet, purchase));
      return { catalogue: item.id, wallet: item.wallet, times, amount, value: money(value) };
    }),
    ...redeemed
      .filter(({ units }) => units > 0n)
      .map(({ wallet, units, money: paid }) => {
        const amount = formatAmount(units, digitsOf(wallet, purchase));
        return { wallet: wallet.id, amount, value: money(paid) };
      }),
  ];
}
