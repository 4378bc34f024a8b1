import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { parseAmount } from "../units/amount.js";
import { parsePercent, parseRate, type Rate } from "../units/rate.js";
import { placedFor } from "./read-tiered.js";
import type { Figure, Tiered } from "./tiered.js";
import type { Currency } from "./wallet.js";

/** What an amount is counted in. */
export interface Unit {
  readonly name: string;
  readonly digits: number;
}

export function moneyOf({ code, digits }: Currency): Unit {
  return { name: code, digits };
}

/** Reads an amount in its unit's minor units; more decimals than the unit has are an issue. */
export function readUnits(
  figure: { readonly value: Figure; readonly path: Path } | undefined,
  digits: number,
  unit: string,
  issues: Issue[],
): bigint | undefined {
  if (figure === undefined) return undefined;
  const amount = parseAmount(figure.value, digits);
  if (amount === undefined) {
    const expected = `at most ${digits} decimals`;
    issues.push(
      issueAt("number-precision", figure.path, `${unit} has ${digits} decimals`, {
        expected,
        received: `${figure.value}`,
      }),
    );
  }
  return amount;
}

/** For whom a benefit is read: for one tier, or for all. */
export interface Reader {
  readonly tier: string | undefined;
  readonly issues: Issue[];
}

export function amountFor(
  value: Tiered<Figure> | undefined,
  path: Path,
  { name, digits }: Unit,
  { tier, issues }: Reader,
): bigint | undefined {
  return value === undefined ? undefined : readUnits(placedFor(value, tier, path), digits, name, issues);
}

export function percentFor(value: Tiered<Figure> | undefined, { tier }: Reader): Rate | undefined {
  const own = value === undefined ? undefined : placedFor(value, tier, []);
  return own === undefined ? undefined : parsePercent(own.value);
}

/** Of a grant, or a factor. */
export function rateFor(value: Tiered<Figure> | undefined, { tier }: Reader): Rate | undefined {
  const own = value === undefined ? undefined : placedFor(value, tier, []);
  return own === undefined ? undefined : parseRate(own.value);
}

/** The one key of several that is there; none, or more than one, is an issue. */
export function onlyKey<Key extends string>(
  document: { readonly [key in Key]?: unknown },
  keys: readonly Key[],
  what: string,
  path: Path,
  issues: Issue[],
): Key | undefined {
  const given = keys.filter((key) => document[key] !== undefined);
  if (given.length === 1) return given[0];
  const expected = `exactly one of ${keys.join(", ")}`;
  const received = given.length === 0 ? "none" : given.join(" and ");
  issues.push(issueAt("one-of", path, `${what} has ${expected}`, { expected, received }));
  return undefined;
}
