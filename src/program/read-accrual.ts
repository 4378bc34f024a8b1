import { issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { itemTest } from "../facts/item-filter.js";
import type { Accrual, FixedFigure, PercentFigure, PerSpendFigure, PerUnitsFigure } from "./benefit.js";
import type { AccrualDocument } from "./benefit-document.js";
import type { BenefitTerms } from "./benefit-terms.js";
import { readComponent } from "./read-component.js";
import { checkExpiry, readExpiry } from "./read-expiry.js";
import { amountFor, moneyOf, onlyKey, percentFor, type Reader, rateFor, type Unit } from "./read-figures.js";
import { readSteps } from "./read-steps.js";
import { placedFor } from "./read-tiered.js";
import { readUsable } from "./read-usable.js";
import { smallFigure } from "./small-figure.js";
import { walletOf } from "./wallet-of.js";

const RATES = ["percent", "fixed", "perSpend", "perUnit"] as const;
type Rate = (typeof RATES)[number];
const FIGURES = [...RATES, "perVisit", "perSet", "steps", "multiply"] as const;
type FigureKey = (typeof FIGURES)[number];

export function readAccrual(
  document: AccrualDocument,
  path: Path,
  terms: BenefitTerms,
  reader: Reader,
): Accrual | undefined {
  const { issues } = reader;
  const { kind, items, usable, expires } = document;
  const key = onlyKey<FigureKey>(document, FIGURES, `a ${kind} benefit`, path, issues);
  if (key === undefined) return undefined;
  if (document.pick !== undefined && key !== "perSet")
    issues.push(issueAt("one-of", [...path, "pick"], "is for perSet"));
  const wallet = walletOf(document, path, terms.wallets, issues);
  if (wallet === undefined) return undefined;
  const units = { wallet: { name: wallet.id, digits: wallet.digits }, currency: moneyOf(terms.currency) };
  const max = amountFor(document.max, [...path, "max"], units.wallet, reader);
  const figure = readFigure(document, key, path, units, reader);
  if (expires !== undefined) checkExpiry(expires, [...path, "expires"], issues);
  const expiry = expires === undefined ? undefined : placedFor(expires, reader.tier, path);
  const own =
    usable === undefined ? undefined : readUsable(usable, [...path, "usable"], terms.vocabulary, issues);
  if (figure === undefined) return undefined;
  return {
    kind,
    wallet,
    figure,
    small: smallFigure(figure, wallet, terms.currency),
    items: items === undefined ? undefined : itemTest(items),
    max,
    usable: own,
    expires: expiry === undefined ? undefined : { same: readExpiry(expiry.value) },
  };
}

interface Units {
  readonly wallet: Unit;
  readonly currency: Unit;
}

function readFigure(
  document: AccrualDocument,
  key: FigureKey,
  path: Path,
  units: Units,
  reader: Reader,
): Accrual["figure"] | undefined {
  const { perVisit, perSet, steps, multiply, pick = "dearest" } = document;
  switch (key) {
    case "percent":
    case "fixed":
    case "perSpend":
    case "perUnit":
      return readRate(document, key, path, units, reader);
    case "perVisit": {
      const grant = rateFor(perVisit, reader);
      return grant && { by: key, grant };
    }
    case "perSet": {
      const grant = rateFor(perSet?.grant, reader);
      return perSet && grant && { by: key, of: perSet.of.map(readComponent), grant, pick };
    }
    case "steps": {
      const give = (step: Pick<AccrualDocument, Rate>, rate: Rate, place: Path) =>
        readRate(step, rate, place, units, reader);
      const { currency } = units;
      return steps && readSteps(steps, [...path, key], { rates: RATES, currency, give }, reader);
    }
    case "multiply": {
      const factor = rateFor(multiply, reader);
      return factor && { by: key, factor };
    }
  }
}

function readRate(
  { percent, fixed, perSpend, perUnit }: Pick<AccrualDocument, Rate>,
  key: Rate,
  path: Path,
  units: Units,
  reader: Reader,
): PercentFigure | FixedFigure | PerSpendFigure | PerUnitsFigure | undefined {
  const place = [...path, key];
  switch (key) {
    case "percent": {
      const rate = percentFor(percent, reader);
      return rate && { by: key, rate };
    }
    case "fixed": {
      const amount = amountFor(fixed, place, units.wallet, reader);
      return amount === undefined ? undefined : { by: key, amount };
    }
    case "perUnit": {
      const grant = rateFor(perUnit, reader);
      return grant && { by: key, grant };
    }
    case "perSpend": {
      const every = amountFor(perSpend?.every, [...place, "every"], units.currency, reader);
      const grant = rateFor(perSpend?.grant, reader);
      return every === undefined || grant === undefined ? undefined : { by: key, every, grant };
    }
  }
}
