import { scaleOf } from "../units/amount.js";
import { safeNumber } from "../units/safe-number.js";
import type { Accrual, SmallFigure } from "./benefit.js";
import type { Currency, Wallet } from "./wallet.js";

/** A figure in numbers; `undefined` of what is figured on anything but the base, rounded to a step, or too large for a number. */
export function smallFigure(
  figure: Accrual["figure"],
  { digits, rounding: { mode, step } }: Wallet,
  currency: Currency,
): SmallFigure | undefined {
  if (step !== 1n || (figure.by !== "percent" && figure.by !== "perSpend")) return undefined;
  const { numerator: units, denominator: parts } = figure.by === "percent" ? figure.rate : figure.grant;
  const every = figure.by === "percent" ? 1 : safeNumber(figure.every);
  const numerator = safeNumber(units * scaleOf(digits));
  const denominator = safeNumber(figure.by === "percent" ? parts * scaleOf(currency.digits) : parts);
  return Number.isNaN(every + numerator + denominator) ? undefined : { every, numerator, denominator, mode };
}
