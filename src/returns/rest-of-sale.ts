import type { Program } from "../program/program.js";
import { writeQuantity } from "../settlement/entry-lines.js";
import type { Quote } from "../settlement/quote.js";
import { WHOLE_UNIT } from "../standing/read-lines.js";
import { formatAmount, parseAmount } from "../units/amount.js";
import { isBack, isUntouched, type LineBack } from "./plan-return.js";
import { awardKey } from "./take-back-awards.js";
import { basesOf } from "./take-back-lines.js";
import type { RestOfSale } from "./take-back-sale.js";

type Fields = Readonly<Record<string, unknown>>;

/** The request of the sale without what is back: as if only the rest had been bought. `undefined` where none is left. */
export function restRequest(was: object, lines: readonly LineBack[], program: Program): object | undefined {
  const { digits } = program.currency;
  const { transaction, ...others } = was as { readonly transaction: Fields };
  const written = transaction.lines as readonly Fields[];
  const rest = lines.flatMap((back, index): readonly Fields[] => {
    const { line, after } = back;
    const own = written[index];
    if (own === undefined || isBack(line, after)) return [];
    if (isUntouched(after)) return [own];
    const list = line.list - basesOf(back)[1];
    const quantity = line.quantity - after.quantity;
    // A line that was only given money for costs less apiece: else its amount would look like a slip of the till.
    const price =
      after.amount === 0n ? {} : { unitPrice: formatAmount((list * WHOLE_UNIT) / quantity, digits) };
    return [{ ...own, ...price, quantity: writeQuantity(quantity), amount: formatAmount(list, digits) }];
  });
  return rest.length === 0 ? undefined : { ...others, transaction: { ...transaction, lines: rest } };
}

/** What a decision on the rest gives; one that is refused gives nothing. */
export function readRest({ awards }: Quote, { wallets, currency }: Program): RestOfSale {
  const amounts = new Map<string, bigint>();
  let discount = 0n;
  for (const { offer, part = 1, kind, wallet, amount } of awards) {
    const digits =
      wallets.find(({ id }) => id === wallet)?.digits ?? (kind === "discount" ? currency.digits : 0);
    const units = parseAmount(amount, digits) ?? 0n;
    if (kind === "discount") discount += units;
    amounts.set(awardKey({ offer, part }), units);
  }
  return { awards: amounts, discount };
}
