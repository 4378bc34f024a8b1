import type { Admission, Barred } from "../eligibility/admit-offers.js";
import type { Benefit } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import { WHOLE_UNIT } from "../standing/read-lines.js";
import type { Line } from "../standing/request.js";
import { scaleOf } from "../units/amount.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import type { Rate } from "../units/rate.js";
import { moneyWorthOf } from "../units/worth.js";
import { type Basket, wholeUnits } from "./basket.js";
import { type Candidate, enter, type Valued } from "./valued.js";

/** An offer that won no line of its group's contest. */
export interface Outdone {
  readonly valued: Valued;
  /** Ids of those that won lines. */
  readonly beatenBy: readonly string[];
}

/** An offer that something bars. */
export interface BarredOffer extends Pick<Barred, "offer" | "reason" | "missing"> {
  /** As it would stand were all budgets full; `undefined` where nothing can be said of it. */
  readonly valued: Valued | undefined;
}

/** Who takes part in the choice. */
export interface Contest {
  readonly always: readonly Valued[];
  readonly competing: readonly Valued[];
  readonly outdone: readonly Outdone[];
  readonly barred: readonly BarredOffer[];
  /** How many they are together. */
  readonly places: number;
}

/**
 * Each line of a group `per: "line"` goes to the offer that gives most on it, ties to the smaller id; the lines an
 * offer won make its award. That is decided before any set is looked at, by list amounts alone.
 * Worked: 10 % on coffee and 8 % on all: coffee lines go to the first, the others to the second.
 */
export function contestLines(admission: Admission, program: Program, basket: Basket): Contest {
  const always = enterAll(admission.always, 0);
  const competing = enterAll(admission.competing, always.length);
  const open = always.length + competing.length;
  const places = open + admission.barred.length;
  const barred = admission.barred.map((one, index) => enterBarred(one, open + index));
  if (program.perLine.size === 0) return { always, competing, outdone: NOBODY, barred, places };
  const moneyWorth = moneyWorthOf(program.currency);
  const won = new Map<Valued, number[]>();
  const winners = new Map<string, Set<string>>();
  for (const group of program.perLine) {
    const rivals = competing.filter(({ offer }) => offer.group.id === group);
    for (const [line] of basket.lines.entries()) {
      const winner = winnerOf(rivals, line, program, basket, moneyWorth);
      if (winner === undefined) continue;
      won.set(winner, [...(won.get(winner) ?? []), line]);
      winners.set(group, (winners.get(group) ?? new Set()).add(winner.offer.id));
    }
  }
  /** As it would stand without its rivals: on every line that it gives something on. */
  const unrivalled = (valued: Valued): Valued => {
    const lines = basket.lines.flatMap((_, line) =>
      worthOn(valued, line, program, basket, moneyWorth).numerator > 0n ? [line] : [],
    );
    return onLines(valued, lines, basket);
  };
  const standing: Valued[] = [];
  const outdone: Outdone[] = [];
  for (const valued of competing) {
    const lines = won.get(valued);
    if (!valued.offer.group.perLine) standing.push(valued);
    else if (lines !== undefined) standing.push(onLines(valued, lines, basket));
    else {
      const beatenBy = [...(winners.get(valued.offer.group.id) ?? [])].sort(byCodeUnit);
      outdone.push({ valued: unrivalled(valued), beatenBy });
    }
  }
  const alone = barred.map((one): BarredOffer => {
    const { offer, valued } = one;
    if (valued === undefined || offer.always || !offer.group.perLine) return one;
    return { ...one, valued: { ...unrivalled(valued), wonLines: undefined } };
  });
  return { always, competing: standing, outdone, barred: alone, places };
}

const NOBODY: readonly never[] = [];

function enterAll(candidates: readonly Candidate[], from: number): readonly Valued[] {
  return candidates.map((candidate, index) => enter(candidate, from + index, undefined));
}

/** What is unknown about an offer, or about a guest, does not always hide what it would give: were all budgets full. */
function enterBarred({ offer, reason, missing, benefits }: Barred, place: number): BarredOffer {
  if (benefits === undefined || reason === "factMissing")
    return { offer, reason, missing, valued: undefined };
  const unbounded = offer.budget === undefined ? offer : { ...offer, budget: undefined };
  const valued = enter({ offer: unbounded, benefits, left: undefined }, place, undefined);
  return { offer, reason, missing, valued };
}

/** The offer as it stands on the lines it won: with a benefit for each, so that each is figured by itself. */
function onLines(valued: Valued, lines: readonly number[], basket: Basket): Valued {
  const benefits = valued.benefits.flatMap((benefit) =>
    lines.map((index): Benefit => {
      const own = basket.lines[index];
      return { ...benefit, items: (line: Line) => line === own } as Benefit;
    }),
  );
  return { ...valued, benefits, wonLines: lines };
}

function winnerOf(
  rivals: readonly Valued[],
  line: number,
  program: Program,
  basket: Basket,
  moneyWorth: bigint,
): Valued | undefined {
  let winner: Valued | undefined;
  let most: Rate = { numerator: 0n, denominator: 1n };
  for (const rival of rivals) {
    const gives = worthOn(rival, line, program, basket, moneyWorth);
    const [left, right] = [gives.numerator * most.denominator, most.numerator * gives.denominator];
    const isSmaller = winner !== undefined && byCodeUnit(rival.offer.id, winner.offer.id) < 0;
    if (left > right || (left === right && left > 0n && isSmaller)) {
      winner = rival;
      most = gives;
    }
  }
  return winner;
}

const NOTHING: Rate = { numerator: 0n, denominator: 1n };

/** What a benefit gives on the list amount of one line, exactly: not yet rounded, and after the line's floor. */
function worthOn(
  { benefits }: Valued,
  line: number,
  program: Program,
  basket: Basket,
  moneyWorth: bigint,
): Rate {
  const [benefit] = benefits;
  if (benefit === undefined || !("figure" in benefit) || !basket.linesOf(benefit).includes(line))
    return NOTHING;
  const base = basket.bases[line] ?? 0n;
  const quantity = basket.quantities[line] ?? 0n;
  if (benefit.kind === "discount") {
    const gives = exactDiscount(benefit.figure, base, quantity);
    const room = { numerator: basket.rooms[line] ?? 0n, denominator: 1n };
    const held = gives.numerator > room.numerator * gives.denominator ? room : gives;
    return { ...held, numerator: held.numerator * moneyWorth };
  }
  const { wallet, figure } = benefit;
  switch (figure.by) {
    case "percent": {
      const scale = scaleOf(program.currency.digits);
      const minor = base * figure.rate.numerator * scaleOf(wallet.digits);
      return { numerator: minor * wallet.worth, denominator: figure.rate.denominator * scale };
    }
    case "perUnit": {
      const minor = wholeUnits(basket, line) * figure.grant.numerator * scaleOf(wallet.digits);
      return { numerator: minor * wallet.worth, denominator: figure.grant.denominator };
    }
    default:
      return NOTHING;
  }
}

type DiscountFigure = Extract<Benefit, { readonly kind: "discount" }>["figure"];

function exactDiscount(figure: DiscountFigure, base: bigint, quantity: bigint): Rate {
  switch (figure.by) {
    case "percent":
      return { numerator: base * figure.rate.numerator, denominator: figure.rate.denominator };
    case "perUnit":
      return { numerator: figure.amount * quantity, denominator: WHOLE_UNIT };
    case "unitPrice": {
      const saved = base * WHOLE_UNIT - figure.price * quantity;
      return { numerator: saved > 0n ? saved : 0n, denominator: WHOLE_UNIT };
    }
    default:
      return NOTHING;
  }
}
