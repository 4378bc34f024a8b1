import type { Benefit, Gift } from "../program/benefit.js";
import type { Wallet } from "../program/wallet.js";
import { allow, isLimited, lowerSplit, type Purse, type Shortage } from "./allowance.js";
import type { Award, ChosenGift, Figured, Split } from "./award.js";
import type { Left } from "./left.js";
import { splitOf, type Taking } from "./take-discounts.js";
import { type AccrualCase, accrualAmount, accrualSplit, caseOf, type Multiplied } from "./value-accrual.js";
import { isMultiplier, type Valued } from "./valued.js";

/** One benefit, with what it gives here: more than nothing. */
export interface Given {
  readonly benefit: Benefit;
  readonly part: number;
  readonly amount: bigint;
  /** Before the cap, limits and budgets. */
  readonly full: bigint;
  readonly worth: bigint;
  readonly cost: bigint;
  /** Of a discount. */
  readonly taking: Taking | undefined;
  readonly gift: ChosenGift | undefined;
  /** Of an accrual. */
  readonly own: AccrualCase | undefined;
}

/** Gives nothing. */
export const NONE: readonly Given[] = [];

/** A list with one more: most offers give one thing, and a list of one is a third of one that may grow. */
export function withOne<T>(list: readonly T[], one: T): readonly T[] {
  return list.length === 0 ? [one] : [...list, one];
}

/** With what everything but the discounts of one set is figured. */
export interface GivingTerms extends Left {
  readonly purse: Purse | undefined;
  /** Which gift the member chose, by offer. */
  readonly choices: ReadonlyMap<string, string>;
  /** The tiers above the member's. */
  readonly tiersAbove: readonly string[];
  /** Told of every award that is short; nearly never is any. */
  shortages: Map<string, Shortage> | undefined;
}

export type MultipliedOf = (wallet: Wallet) => Multiplied;

/** A discount that was taken off. */
export function givenOff(taking: Taking, moneyWorth: bigint): Given {
  const { benefit, part, amount, off } = taking;
  const worth = amount * moneyWorth;
  return {
    benefit,
    part,
    amount,
    full: off.amount,
    worth,
    cost: worth,
    taking,
    gift: undefined,
    own: undefined,
  };
}

/** What the benefits of an offer give that are no discounts, and that do, or do not, multiply what others gave. */
export function give(
  valued: Valued,
  multipliedOf: MultipliedOf | undefined,
  terms: GivingTerms,
): readonly Given[] {
  const { benefits, discounts } = valued;
  if (discounts && benefits.length === 1) return NONE;
  let given = NONE;
  for (let index = 0; index < benefits.length; index++) {
    const benefit = benefits[index] as Benefit;
    if (benefit.kind === "discount" || isMultiplier(benefit) !== (multipliedOf !== undefined)) continue;
    const one = giveOne(benefit, index + 1, valued, multipliedOf, terms);
    if (one !== undefined) given = withOne(given, one);
  }
  return given;
}

function giveOne(
  benefit: Exclude<Benefit, { readonly kind: "discount" }>,
  part: number,
  valued: Valued,
  multipliedOf: MultipliedOf | undefined,
  terms: GivingTerms,
): Given | undefined {
  const { offer } = valued;
  let own: AccrualCase | undefined;
  let full = 1n;
  if ("wallet" in benefit) {
    own = caseOf(offer.repeat, multipliedOf?.(benefit.wallet));
    full = accrualAmount(benefit, own, terms);
  }
  // A raise is nothing to who stands there, or above.
  if (benefit.kind === "tier" && !terms.tiersAbove.includes(benefit.tier)) full = 0n;
  if (full === 0n) return undefined;
  const gift = benefit.kind === "gift" ? chooseGift(benefit, terms.choices.get(offer.id)) : undefined;
  const { worth, cost } = gift?.item ?? ratesOf(benefit);
  let amount = full;
  if (isLimited(valued, terms.purse)) {
    const allowance = allow(valued, full, cost, terms.purse);
    amount = allowance.amount;
    if (allowance.short !== undefined) {
      terms.shortages = (terms.shortages ?? new Map<string, Shortage>()).set(offer.id, allowance.short);
    }
    if (amount === 0n) return undefined;
  }
  const worthOfAll = amount * worth;
  return {
    benefit,
    part,
    amount,
    full,
    worth: worthOfAll,
    // What is not said to cost something else costs what it is worth.
    cost: cost === worth ? worthOfAll : amount * cost,
    taking: undefined,
    gift,
    own,
  };
}

type Rates = { readonly worth: bigint; readonly cost: bigint };

/** What one unit is worth to the member, and costs the club. */
function ratesOf(benefit: Exclude<Benefit, { readonly kind: "discount" }>): Rates {
  switch (benefit.kind) {
    case "gift":
      return benefit.gifts[0] ?? NOTHING;
    case "voucher":
    case "tier":
      return benefit;
    default:
      return benefit.wallet;
  }
}

const NOTHING: Rates = { worth: 0n, cost: 0n };

/** The one that the member chose; else the dearest. */
function chooseGift({ gifts }: Gift, choice: string | undefined): ChosenGift {
  const chosen = choice === undefined ? undefined : gifts.find(({ id }) => id === choice);
  return chosen === undefined
    ? { item: gifts[0] as Gift["gifts"][number], chosenBy: "default" }
    : { item: chosen, chosenBy: "member" };
}

/** On which lines it lies. */
export function splitOfGiven(given: Given, terms: Left): Split {
  const { benefit, amount, full, own, taking } = given;
  if (taking !== undefined) return splitOf(taking, terms.basket);
  if (own === undefined || !("wallet" in benefit)) return ON_NO_LINE;
  const split = accrualSplit(benefit, full, own, terms);
  return amount === full ? split : lowerSplit(split, amount, terms.basket);
}

const ON_NO_LINE: Split = { lines: [], amounts: [] };

/** The awards of an offer; the lines it won in a contest make one. */
export function awardsOf(given: readonly Given[], valued: Valued, terms: Left): readonly Award[] {
  if (given.length === 0) return NO_AWARDS;
  if (valued.wonLines !== undefined) return [awardOf(given, 1, valued, terms)];
  return given.map((one) => awardOf([one], one.part, valued, terms));
}

const NO_AWARDS: readonly Award[] = [];

function awardOf(given: readonly Given[], part: number, valued: Valued, terms: Left): Award {
  const { benefit, gift } = given[0] as Given;
  let { worth, cost } = given[0] as Given;
  for (let at = 1; at < given.length; at++) {
    worth += (given[at] as Given).worth;
    cost += (given[at] as Given).cost;
  }
  return {
    offer: valued.offer,
    part,
    kind: benefit.kind,
    wallet: "wallet" in benefit ? benefit.wallet : undefined,
    benefit,
    gift,
    figured: figuredOf(given, terms),
    worth,
    cost,
  };
}

function figuredOf(given: readonly Given[], terms: Left): Figured {
  let amount = 0n;
  let clipped = 0n;
  for (const one of given) {
    amount += one.amount;
    clipped += (one.taking?.off.claim.total ?? one.full) - one.amount;
  }
  let split: Split | undefined;
  return {
    amount,
    clipped,
    split: () => {
      split ??= given.length === 1 ? splitOfGiven(given[0] as Given, terms) : splitOfAll(given, terms);
      return split;
    },
  };
}

function splitOfAll(given: readonly Given[], terms: Left): Split {
  const splits = given.map((one) => splitOfGiven(one, terms));
  return {
    lines: splits.flatMap(({ lines }) => lines),
    amounts: splits.flatMap(({ amounts }) => amounts),
  };
}
