import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { itemTest } from "../facts/item-filter.js";
import { parseAmount } from "../units/amount.js";
import { parsePercent, parseRate } from "../units/rate.js";
import type { Accrual, Benefit, ByTier, Currency, Discount, Wallet } from "./program.js";
import type {
  AccrualDocument,
  BenefitDocument,
  DiscountDocument,
  Figure,
  Tiered,
} from "./program-document.js";
import { checkTiers, isTiered, placedFor } from "./read-tiered.js";
import { missingRef } from "./vocabulary.js";

export interface BenefitTerms {
  readonly currency: Currency;
  readonly wallets: readonly Wallet[];
  readonly ladder: readonly string[];
}

/** Reads an offer's benefits: once for all, or once for each tier where any value differs by tier. */
export function readBenefits(
  documents: readonly Placed[],
  terms: BenefitTerms,
  issues: Issue[],
): ByTier<readonly Benefit[]> {
  const values = documents.flatMap(({ document, path }) => tieredValues(document, path));
  for (const { value, path } of values) checkTiers(value, path, terms.ladder, issues);
  const readAll = (tier: string | undefined) =>
    documents.flatMap(({ document, path }) => readBenefit(document, path, tier, terms, issues) ?? []);
  if (!values.some(({ value }) => isTiered(value))) return { same: readAll(undefined) };
  return { tier: new Map(terms.ladder.map((tier) => [tier, readAll(tier)])) };
}

/** A benefit with the place it stands at. */
export interface Placed {
  readonly document: BenefitDocument;
  readonly path: Path;
}

function tieredValues(document: BenefitDocument, path: Path) {
  const { perSpend, ...values } = document as Omit<AccrualDocument, "kind">;
  const own = (["percent", "fixed", "multiply", "max"] as const).map((key) => ({
    value: values[key],
    path: [...path, key],
  }));
  const every = { value: perSpend?.every, path: [...path, "perSpend", "every"] };
  const grant = { value: perSpend?.grant, path: [...path, "perSpend", "grant"] };
  return [...own, every, grant];
}

const FIGURES = {
  discount: ["percent", "fixed"],
  accrual: ["percent", "fixed", "perSpend", "multiply"],
} as const;

function readBenefit(
  document: BenefitDocument,
  path: Path,
  tier: string | undefined,
  terms: BenefitTerms,
  issues: Issue[],
): Benefit | undefined {
  const figures = FIGURES[document.kind === "discount" ? "discount" : "accrual"];
  const given = figures.filter((key) => (document as unknown as Record<string, unknown>)[key] !== undefined);
  if (given.length !== 1) {
    const expected = `exactly one of ${figures.join(", ")}`;
    const received = given.length === 0 ? "none" : given.join(" and ");
    issues.push(
      issueAt("one-of", path, `a ${document.kind} benefit has ${expected}`, { expected, received }),
    );
    return undefined;
  }
  return document.kind === "discount"
    ? readDiscount(document, path, tier, terms, issues)
    : readAccrual(document, path, tier, terms, issues);
}

function readDiscount(
  document: DiscountDocument,
  path: Path,
  tier: string | undefined,
  { currency }: BenefitTerms,
  issues: Issue[],
): Discount | undefined {
  const at = (key: "percent" | "fixed" | "max") => placed(document[key], tier, [...path, key]);
  const percent = at("percent");
  const fixed = readUnits(at("fixed"), currency.digits, currency.code, issues);
  const max = readUnits(at("max"), currency.digits, currency.code, issues);
  const items = document.items === undefined ? undefined : itemTest(document.items);
  if (percent !== undefined)
    return { kind: "discount", figure: { by: "percent", rate: parsePercent(percent.value) }, items, max };
  return fixed === undefined
    ? undefined
    : { kind: "discount", figure: { by: "fixed", amount: fixed }, items, max };
}

function readAccrual(
  document: AccrualDocument,
  path: Path,
  tier: string | undefined,
  { currency, wallets }: BenefitTerms,
  issues: Issue[],
): Accrual | undefined {
  const wallet = walletOf(document, path, wallets, issues);
  if (wallet === undefined) return undefined;
  const max = readUnits(placed(document.max, tier, [...path, "max"]), wallet.digits, wallet.id, issues);
  const figure = readAccrualFigure(document, path, tier, currency, wallet, issues);
  const items = document.items === undefined ? undefined : itemTest(document.items);
  return figure === undefined ? undefined : { kind: document.kind, wallet, figure, items, max };
}

function readAccrualFigure(
  { percent, fixed, perSpend, multiply }: AccrualDocument,
  path: Path,
  tier: string | undefined,
  currency: Currency,
  wallet: Wallet,
  issues: Issue[],
): Accrual["figure"] | undefined {
  const rate = placed(percent, tier, [...path, "percent"]);
  if (rate !== undefined) return { by: "percent", rate: parsePercent(rate.value) };
  const factor = placed(multiply, tier, [...path, "multiply"]);
  if (factor !== undefined) return { by: "multiply", factor: parseRate(factor.value) };
  const amount = readUnits(placed(fixed, tier, [...path, "fixed"]), wallet.digits, wallet.id, issues);
  if (amount !== undefined) return { by: "fixed", amount };
  const every = readUnits(
    placed(perSpend?.every, tier, [...path, "perSpend", "every"]),
    currency.digits,
    currency.code,
    issues,
  );
  const grant = placed(perSpend?.grant, tier, [...path, "perSpend", "grant"]);
  return every === undefined || grant === undefined
    ? undefined
    : { by: "perSpend", every, grant: parseRate(grant.value) };
}

function placed(value: Tiered<Figure> | undefined, tier: string | undefined, path: Path) {
  return value === undefined ? undefined : placedFor(value, tier, path);
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

function walletOf(
  { kind, wallet }: AccrualDocument,
  path: Path,
  wallets: readonly Wallet[],
  issues: Issue[],
): Wallet | undefined {
  const ofKind = wallets.filter((one) => one.kind === kind);
  const names = ofKind.map(({ id }) => id);
  if (wallet !== undefined) {
    const named = ofKind.find(({ id }) => id === wallet);
    const hint =
      didYouMean(wallet, names) ?? (names.length > 0 ? `there are ${names.join(", ")}` : undefined);
    if (named === undefined)
      issues.push(missingRef([...path, "wallet"], `wallet of kind ${kind}`, wallet, hint));
    return named;
  }
  if (ofKind.length === 1) return ofKind[0];
  const message =
    ofKind.length === 0
      ? `the program has no wallet of kind ${kind}`
      : `the program has several wallets of kind ${kind}`;
  const hint = ofKind.length === 0 ? "declare one under /wallets" : `name one: ${names.join(", ")}`;
  issues.push(
    issueAt(ofKind.length === 0 ? "ref-missing" : "required", [...path, "wallet"], message, { hint }),
  );
  return undefined;
}
