import type { CatalogueItem, Wallet } from "vafa";
import { claimOf } from "./claim.js";
import { judge } from "./conditions.js";
import { drawable } from "./lots.js";
import { amountOf, type Purchase } from "./read-purchase.js";
import { digitsOf } from "./set-award.js";
import { countOn, leftOn, openShelves, type Shelf, takeOff, takeUnits, unitsOf } from "./shelf.js";
import type { Situation } from "./situation.js";
import { splitAndClip, splitAnew } from "./split.js";
import type { PayingLot, Payment, Table, Usable } from "./table.js";

/** R9.8 */
export interface Refused {
  readonly reason: "insufficientBalance" | "belowMinimum" | "notWholeSteps" | "givesNothing";
  readonly redeem: number;
}

/** A catalogue item that was taken. */
export interface Bought {
  readonly item: CatalogueItem;
  readonly times: number;
  readonly value: bigint;
  readonly draws: readonly { readonly lot: PayingLot; readonly amount: bigint }[];
  readonly lines: ReadonlyMap<string, bigint>;
}

export interface Laid {
  readonly table: Table;
  readonly bought: readonly Bought[];
}

/** R9.7, R6.40: looks at what is asked to be redeemed, and takes what catalogue items give. */
export function lookAtRedemption(purchase: Purchase, situation: Situation): Laid | Refused {
  const asked = (purchase.request.transaction.redeem ?? []).map((one, redeem) => ({ one, redeem }));
  const lots = new Map(purchase.wallets.map(({ id }) => [id, payingLots(id, situation)]));
  /** Takes units from the front; `undefined` where there are too few. */
  const draw = ({ id }: Wallet, from: readonly PayingLot[], amount: bigint) => {
    const draws: { lot: PayingLot; amount: bigint }[] = [];
    let open = amount;
    for (const lot of from) {
      const part = lot.amount < open ? lot.amount : open;
      if (part > 0n) draws.push({ lot, amount: part });
      open -= part;
    }
    if (open > 0n) return undefined;
    const takenOf = (lot: PayingLot) => draws.find((one) => one.lot === lot)?.amount ?? 0n;
    lots.set(
      id,
      (lots.get(id) ?? []).map((lot) => ({ ...lot, amount: lot.amount - takenOf(lot) })),
    );
    return draws;
  };
  const items: Omit<Bought & { readonly redeem: number }, "value" | "lines">[] = [];
  for (const { one, redeem } of asked) {
    if (!("catalogue" in one)) continue;
    const { times = 1 } = one;
    const item = found(purchase.catalogue.find(({ id }) => id === one.catalogue));
    const wallet = found(purchase.wallets.find(({ id }) => id === item.wallet));
    const wide = (lots.get(wallet.id) ?? []).filter(({ usable }) => !isNarrow(usable));
    const draws = draw(wallet, wide, amountOf(item.price, digitsOf(wallet, purchase)) * BigInt(times));
    if (draws === undefined) return { reason: "insufficientBalance", redeem };
    items.push({ item, times, draws, redeem });
  }
  const payments: Payment[] = [];
  for (const { one, redeem } of asked) {
    if (!("wallet" in one)) continue;
    const wallet = found(purchase.wallets.find(({ id }) => id === one.wallet));
    const digits = digitsOf(wallet, purchase);
    const { min = 0, step } = wallet.redemption ?? {};
    const own = lots.get(wallet.id) ?? [];
    const amount = one.amount === "max" ? one.amount : amountOf(one.amount, digits);
    if (amount !== "max") {
      if (amount < amountOf(min, digits)) return { reason: "belowMinimum", redeem };
      if (step !== undefined && amount % amountOf(step, digits) !== 0n)
        return { reason: "notWholeSteps", redeem };
      if (draw(wallet, own, amount) === undefined) return { reason: "insufficientBalance", redeem };
    }
    payments.push({ wallet, asked: amount, lots: own });
  }
  return take(purchase, items, payments);
}

/** R6.40 */
function take(
  purchase: Purchase,
  items: readonly Omit<Bought & { readonly redeem: number }, "value" | "lines">[],
  payments: readonly Payment[],
): Laid | Refused {
  let shelves = openShelves(purchase);
  const bought: Bought[] = [];
  for (const { redeem, ...one } of items) {
    const before = shelves;
    for (let time = 0; time < one.times; time++) {
      const next = takeOnce(one.item, shelves, purchase);
      if (next === undefined) return { reason: "givesNothing", redeem };
      shelves = next;
    }
    const off = shelves.map((shelf, at) => shelf.bought - (before[at]?.bought ?? 0n));
    const value = off.reduce((sum, amount) => sum + amount, 0n);
    bought.push({ ...one, value, lines: new Map(shelves.map(({ line }, at) => [line.id, off[at] ?? 0n])) });
  }
  return { table: { ...purchase, shelves, payments }, bought };
}

function takeOnce(
  { benefit }: CatalogueItem,
  shelves: readonly Shelf[],
  purchase: Purchase,
): readonly Shelf[] | undefined {
  const bench = { purchase, shelves, units: unitsOf(shelves), weightOf: leftOn, roomOf: leftOn };
  const { total, lines, isFixed, picked } = claimOf(benefit, bench, undefined);
  const parts = isFixed ? splitAnew(total, lines) : splitAndClip(total, lines);
  if (![...parts.values()].some((amount) => amount > 0n)) return undefined;
  return shelves.map((shelf) => {
    const amount = parts.get(shelf.line.id) ?? 0n;
    return picked === undefined
      ? takeOff(shelf, amount)
      : takeUnits(shelf, countOn(shelf, picked.used), amount);
  });
}

function isNarrow(usable: Usable | undefined): boolean {
  return usable?.items !== undefined || usable?.maxShare !== undefined;
}

/** R9.10 */
function payingLots(id: string, situation: Situation): readonly PayingLot[] {
  const { program } = situation;
  const rights = new Map(
    program.offers.map(({ id: offer, benefit }) => {
      const own = [benefit].flat().find((part) => {
        if (!("kind" in part) || !("usable" in part) || part.usable === undefined) return false;
        const ofKind = program.wallets?.filter(({ kind }) => kind === part.kind) ?? [];
        return (part.wallet ?? ofKind[0]?.id) === id;
      });
      return [offer, own !== undefined && "usable" in own ? own.usable : undefined] as const;
    }),
  );
  return drawable(id, situation).flatMap(({ usable: offer, ...lot }): readonly PayingLot[] => {
    if (offer === undefined) return [{ ...lot, usable: undefined }];
    const usable = rights.get(offer);
    if (usable === undefined) return [];
    const mayPay = usable.when === undefined || judge(usable.when, situation) === true;
    return mayPay ? [{ ...lot, usable }] : [];
  });
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error("the request names what the program does not have");
  return one;
}
