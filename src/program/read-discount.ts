import { issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { itemTest } from "../facts/item-filter.js";
import type { Discount, FixedFigure, PercentFigure, PerUnitFigure } from "./benefit.js";
import type { DiscountDocument } from "./benefit-document.js";
import { readComponent } from "./read-component.js";
import { amountFor, onlyKey, percentFor, type Reader, type Unit } from "./read-figures.js";
import { readSteps } from "./read-steps.js";
import { readUnitPick } from "./read-unit-pick.js";

const RATES = ["percent", "fixed", "perUnit"] as const;
type Rate = (typeof RATES)[number];
const FIGURES = [...RATES, "unitPrice", "steps", "buy", "bundle"] as const;
type FigureKey = (typeof FIGURES)[number];

export function readDiscount(
  document: DiscountDocument,
  path: Path,
  currency: Unit,
  reader: Reader,
): Discount | undefined {
  const { issues } = reader;
  const { items, spread = "proportional" } = document;
  const key = onlyKey<FigureKey>(document, FIGURES, "a discount benefit", path, issues);
  if (document.get !== undefined && document.buy === undefined)
    issues.push(issueAt("required", [...path, "buy"], "is missing", { expected: "what is bought for it" }));
  if (key === undefined) return undefined;
  if (spread === "even" && key !== "fixed")
    issues.push(issueAt("one-of", [...path, "spread"], "only a fixed amount is spread evenly"));
  const units = readUnitPick(document, key, path, issues);
  const max = amountFor(document.max, [...path, "max"], currency, reader);
  const figure = readFigure(document, key, path, currency, reader);
  if (figure === undefined) return undefined;
  return {
    kind: "discount",
    figure,
    units,
    spread,
    items: items === undefined ? undefined : itemTest(items),
    max,
  };
}

function readFigure(
  document: DiscountDocument,
  key: FigureKey,
  path: Path,
  currency: Unit,
  reader: Reader,
): Discount["figure"] | undefined {
  switch (key) {
    case "percent":
    case "fixed":
    case "perUnit":
      return readRate(document, key, path, currency, reader);
    case "unitPrice": {
      const price = amountFor(document.unitPrice, [...path, key], currency, reader);
      return price === undefined ? undefined : { by: "unitPrice", price };
    }
    case "steps": {
      const give = (step: Pick<DiscountDocument, Rate>, rate: Rate, place: Path) =>
        readRate(step, rate, place, currency, reader);
      return (
        document.steps && readSteps(document.steps, [...path, key], { rates: RATES, currency, give }, reader)
      );
    }
    case "buy":
      return readBuyGet(document, path, reader);
    case "bundle":
      return readBundle(document, [...path, key], currency, reader);
  }
}

function readRate(
  document: Pick<DiscountDocument, Rate>,
  key: Rate,
  path: Path,
  currency: Unit,
  reader: Reader,
): PercentFigure | FixedFigure | PerUnitFigure | undefined {
  if (key === "percent") {
    const rate = percentFor(document.percent, reader);
    return rate === undefined ? undefined : { by: key, rate };
  }
  const amount = amountFor(document[key], [...path, key], currency, reader);
  return amount === undefined ? undefined : { by: key, amount };
}

function readBuyGet(
  { buy, get, pick = "cheapest" }: DiscountDocument,
  path: Path,
  reader: Reader,
): Discount["figure"] | undefined {
  if (buy === undefined) return undefined;
  if (get === undefined) {
    reader.issues.push(
      issueAt("required", [...path, "get"], "is missing", { expected: "what is given for it" }),
    );
    return undefined;
  }
  const rate = percentFor(get.percent, reader);
  if (rate === undefined) return undefined;
  return { by: "buyGet", buy: readComponent(buy), get: readComponent(get), rate, pick };
}

function readBundle(
  { bundle, pick = "dearest" }: DiscountDocument,
  path: Path,
  currency: Unit,
  reader: Reader,
): Discount["figure"] | undefined {
  if (bundle === undefined) return undefined;
  const key = onlyKey(bundle, ["price", "percent"] as const, "a bundle", path, reader.issues);
  if (key === undefined) return undefined;
  const price = amountFor(bundle.price, [...path, "price"], currency, reader);
  const rate = percentFor(bundle.percent, reader);
  if (price === undefined && rate === undefined) return undefined;
  return { by: "bundle", of: bundle.of.map(readComponent), price, rate, pick };
}
