import type { Accrual, Benefit, Discount } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Wallet } from "../program/wallet.js";
import { divide, type Rounding, UP } from "../units/round.js";
import { type Basket, priceOfUnits } from "./basket.js";
import { claimOf, countsUnits } from "./claim.js";
import { formSets } from "./form-sets.js";
import type { Left } from "./left.js";
import type { ListClaims } from "./list-claims.js";
import { percentOf, sum } from "./rated.js";
import { countUnits, noUnits, poolOf, takeUnits } from "./unit-pool.js";
import { accrualAmount, caseOf, type Multiplied } from "./value-accrual.js";
import type { Valued } from "./valued.js";

/** The most that benefits can give in any set, whatever the others take: what a branch of the search is cut by. */
export interface Ceiling {
  /** In the unit of what it gives. */
  atMost(benefit: Benefit, repeat: bigint | undefined): bigint;
}

/** As though nothing were taken: units from the dearest end, of steps the best one that can be reached. */
export function createCeiling(
  { currency }: Program,
  basket: Basket,
  always: readonly Valued[],
  onList: ListClaims,
): Ceiling {
  const left: Left = {
    basket,
    currencyDigits: currency.digits,
    takings: [],
    redeemed: [],
    rooms: basket.rooms,
    discounted: basket.bases,
    paid: basket.bases,
    free: undefined,
    base: undefined,
  };
  const accrued = (accrual: Accrual, repeat: bigint | undefined, multiplied: Multiplied | undefined) => {
    const own = caseOf(repeat, multiplied);
    return mostOf(accrual, (one) => accrualAmount(one, own, left));
  };
  const claimedBy = (discount: Discount, repeat: bigint | undefined) =>
    mostOf(discount, (one) =>
      countsUnits(one) ? unitsAtMost(one, basket, repeat, currency.rounding) : onList.of(one).claim.total,
    );
  /** What the `always` offers give to a wallet, multipliers apart. */
  const multipliedAtMost = (wallet: Wallet): Multiplied => {
    let amount = 0n;
    for (const { offer, benefits } of always) {
      for (const benefit of benefits) {
        if (!("wallet" in benefit) || benefit.wallet !== wallet || benefit.figure.by === "multiply") continue;
        amount += accrued(benefit, offer.repeat, undefined);
      }
    }
    return { amount, byLine: () => new Map() };
  };
  return {
    atMost(benefit, repeat) {
      switch (benefit.kind) {
        case "discount": {
          const claimed = claimedBy(benefit, repeat);
          const { room } = onList.on(basket.linesOf(benefit));
          return claimed < room ? claimed : room;
        }
        case "gift":
        case "voucher":
        case "tier":
          return 1n;
        default:
          if (benefit.figure.by !== "multiply") return accrued(benefit, repeat, undefined);
          // All that was given may lie on the lines that it asks for.
          return accrued({ ...benefit, items: undefined }, repeat, multipliedAtMost(benefit.wallet));
      }
    },
  };
}

/** A lower step may give more than a higher one, and what is left may reach only that. */
function mostOf<T extends Discount | Accrual>(benefit: T, amountOf: (one: T) => bigint): bigint {
  const { figure } = benefit;
  if (figure.by !== "steps" || figure.mode === "progressive") return amountOf(benefit);
  let highest = 0n;
  for (const step of figure.at) {
    const amount = amountOf({ ...benefit, figure: { ...figure, at: [step] } });
    if (amount > highest) highest = amount;
  }
  return highest;
}

/** So fine that what rounding takes of the units of all lines, in a thousand sets, is less than one. */
const FINE = 10n ** 12n;

/**
 * What the dearest units come to. That is rounded down line by line, by which other units may lose less: they come to
 * no more than these do exactly.
 */
function unitsAtMost(
  discount: Discount,
  basket: Basket,
  repeat: bigint | undefined,
  rounding: Rounding,
): bigint {
  const claimed = unitsClaimed(discount, basket, repeat, rounding);
  const { max } = discount;
  return max !== undefined && max < claimed ? max : claimed;
}

function unitsClaimed(
  discount: Discount,
  basket: Basket,
  repeat: bigint | undefined,
  rounding: Rounding,
): bigint {
  const { figure, units } = discount;
  const bases = basket.bases.map((base) => base * FINE);
  const fine = { ...basket, bases };
  // Where lines are counted alone, others may use up those that repeats would fall on first.
  const repeats = units !== undefined && units.per !== "offer" ? undefined : repeat;
  const terms = { basket: fine, amounts: bases, spent: undefined, repeat: repeats, rounding };
  const dearest = { ...discount, max: undefined, units: units && { ...units, pick: "dearest" as const } };
  switch (figure.by) {
    case "buyGet":
      return percentOf(figure.rate, upToWhole(bargainAtMost(discount, figure, fine)), rounding);
    case "bundle": {
      const { price, rate } = figure;
      const sets = { ...figure, pick: "dearest" as const, price: price && price * FINE };
      const { total, weights } = claimOf({ ...discount, max: undefined, figure: sets }, terms);
      return rate === undefined ? upToWhole(total) : percentOf(rate, upToWhole(sum(weights)), rounding);
    }
    case "percent":
      return percentOf(figure.rate, upToWhole(sum(claimOf(dearest, terms).weights)), rounding);
    case "unitPrice": {
      const over = { ...figure, price: figure.price * FINE };
      return upToWhole(claimOf({ ...dearest, figure: over }, terms).total);
    }
    default:
      return claimOf(dearest, terms).total;
  }
}

function upToWhole(fine: bigint): bigint {
  return divide(fine, FINE, UP);
}

/** What the dearest units cost that may be given, though some of them may have to be bought. */
function bargainAtMost(
  discount: Discount,
  { buy, get }: Extract<Discount["figure"], { readonly by: "buyGet" }>,
  basket: Basket,
): bigint {
  const given = poolOf(basket, basket.linesOf({ ...discount, items: get.items }), undefined, "dearest");
  const goods = basket.lines.flatMap(({ goods }, line) => (goods ? [line] : []));
  const bought = formSets(basket, [{ lines: goods, units: buy.units }], undefined, "dearest").count;
  const byGiven = countUnits(given) / get.units;
  const taken = noUnits(basket);
  takeUnits(given, (bought < byGiven ? bought : byGiven) * get.units, taken);
  let price = 0n;
  for (const [line, units] of taken.entries())
    price += priceOfUnits(basket, line, basket.bases[line] ?? 0n, units);
  return price;
}
