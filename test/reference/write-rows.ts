import type { Award, LineCharge, Quote } from "vafa";
import { formatAmount } from "../../src/units/amount.js";
import { formatWorth } from "../../src/units/worth.js";
import type { Purchase } from "./read-purchase.js";
import { digitsOf, type SetAward, type SetValue } from "./value-set.js";

/** R9.3, R1.10: an award as a decision shows it. */
export function awardRow(award: SetAward, purchase: Purchase): Award {
  const { offer, part, wallet, amount, clipped, worth, cost } = award;
  const text = (minor: bigint) => formatAmount(minor, digitsOf(wallet, purchase));
  const inParts = purchase.offers.find(({ id }) => id === offer)?.isList === true;
  return {
    offer,
    ...(inParts ? { part } : {}),
    kind: wallet?.kind ?? "discount",
    ...(wallet === undefined ? {} : { wallet: wallet.id }),
    amount: text(amount),
    worth: formatWorth(worth, purchase.digits),
    cost: formatWorth(cost, purchase.digits),
    clipped: text(clipped),
    lines: purchase.lines.flatMap(({ id }) => {
      const part = award.lines.get(id);
      return part === undefined ? [] : [{ line: id, amount: text(part) }];
    }),
  };
}

/** R9.2 */
export function lineRows({ lines, digits }: Purchase, { taken }: SetValue): readonly LineCharge[] {
  return lines.map(({ id, list }) => ({ id, ...charge(list, taken.get(id) ?? 0n, digits) }));
}

/** R9.2 */
export function totals({ lines, digits }: Purchase, { cash }: SetValue): Quote["totals"] {
  return charge(
    lines.reduce((sum, { list }) => sum + list, 0n),
    cash,
    digits,
  );
}

function charge(list: bigint, discount: bigint, digits: number) {
  const text = (amount: bigint) => formatAmount(amount, digits);
  return { list: text(list), discount: text(discount), redeemed: text(0n), due: text(list - discount) };
}
