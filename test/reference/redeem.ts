import type { Wallet } from "vafa";
import { amountOf, passes, percentOf, rateOf } from "./read-purchase.js";
import { digitsOf } from "./set-award.js";
import type { Shelf } from "./shelf.js";
import { split } from "./split.js";
import type { PayingLot, Payment, Table, Usable } from "./table.js";

/** What a wallet paid. */
export interface Redeemed {
  readonly wallet: Wallet;
  readonly units: bigint;
  readonly money: bigint;
  /** By id of the line. */
  readonly lines: ReadonlyMap<string, bigint>;
  readonly draws: readonly { readonly lot: PayingLot; readonly amount: bigint }[];
}

/** R9.9: in the order asked, once it is known what discounts left to pay. */
export function redeem(table: Table, taken: ReadonlyMap<string, bigint>): readonly Redeemed[] {
  const due = new Map(
    table.shelves.map(({ line, bought }) => [line.id, line.list - bought - (taken.get(line.id) ?? 0n)]),
  );
  const open = new Map(due);
  return table.payments.map((payment) => {
    const paid = pay(payment, table, { due, open });
    for (const [id, amount] of paid.lines) open.set(id, (open.get(id) ?? 0n) - amount);
    return paid;
  });
}

interface Bill {
  readonly due: ReadonlyMap<string, bigint>;
  readonly open: ReadonlyMap<string, bigint>;
}

function pay(payment: Payment, table: Table, bill: Bill): Redeemed {
  const { wallet, asked, lots } = payment;
  const digits = digitsOf(wallet, table);
  const { step, min = 0 } = wallet.redemption ?? {};
  const most = drawUpTo(
    asked === "max" ? lots.reduce((sum, { amount }) => sum + amount, 0n) : asked,
    payment,
    table,
    bill,
  );
  const whole = most.units - (most.units % (step === undefined ? 1n : amountOf(step, digits)));
  const isTooLittle = asked === "max" && whole < amountOf(min, digits);
  return drawUpTo(isTooLittle ? 0n : whole, payment, table, bill);
}

const least = (...amounts: readonly bigint[]) => amounts.reduce((a, b) => (b < a ? b : a));

/** R9.9, R9.10 */
function drawUpTo(limit: bigint, { wallet, lots }: Payment, table: Table, { due, open }: Bill): Redeemed {
  const { redemption = {} } = wallet;
  const rate = rateOf(redemption.rate ?? "1");
  const over = rate.numerator * 10n ** BigInt(table.digits);
  const under = rate.denominator * 10n ** BigInt(digitsOf(wallet, table));
  const left = new Map(open);
  const sumOn = (amounts: ReadonlyMap<string, bigint>, shelves: readonly Shelf[]) =>
    shelves.reduce((sum, { line }) => sum + (amounts.get(line.id) ?? 0n), 0n);
  const shareOf = (share: string | number, shelves: readonly Shelf[]) => {
    const { numerator, denominator } = percentOf(share);
    return (sumOn(due, shelves) * numerator) / denominator;
  };
  const own = table.shelves.filter(({ line }) => passes(line.written, redemption.items));
  const draws: { lot: PayingLot; amount: bigint }[] = [];
  const paidBy = new Map<Usable, bigint>();
  let units = 0n;
  let money = 0n;
  for (const lot of lots) {
    const { usable } = lot;
    const payable = own.filter(({ line }) => passes(line.written, usable?.items));
    const rooms = [sumOn(left, payable), shareOf(redemption.maxShare ?? 100, own) - money];
    if (usable?.maxShare !== undefined)
      rooms.push(shareOf(usable.maxShare, payable) - (paidBy.get(usable) ?? 0n));
    const room = least(...rooms);
    // The most units that are worth no more than what is paid so far and this room.
    const reach = ((money + (room > 0n ? room : 0n)) * under) / over - units;
    const amount = least(reach, lot.amount, limit - units);
    if (amount <= 0n) continue;
    units += amount;
    const pays = (units * over) / under - money;
    money += pays;
    if (usable !== undefined) paidBy.set(usable, (paidBy.get(usable) ?? 0n) + pays);
    draws.push({ lot, amount });
    const shares = payable.map(({ line }) => ({ id: line.id, weight: left.get(line.id) ?? 0n }));
    for (const [id, part] of split(pays, shares)) left.set(id, (left.get(id) ?? 0n) - part);
  }
  const lines = new Map([...open].map(([id, amount]) => [id, amount - (left.get(id) ?? 0n)]));
  return { wallet, units, money, lines, draws };
}
