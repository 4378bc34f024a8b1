import type { Issue } from "../documents/club-error.js";
import { readDate } from "../documents/dates.js";
import type { Path } from "../documents/pointer.js";
import { PURCHASE } from "../facts/transaction.js";
import { parsePercent } from "../units/rate.js";
import type { BenefitDocument } from "./benefit-document.js";
import type { BenefitTerms } from "./benefit-terms.js";
import { type Competition, checkCompetition, DEFAULT_GROUP } from "./check-competition.js";
import { checkOccasions } from "./check-occasions.js";
import { checkSugar } from "./check-sugar.js";
import type { Condition } from "./condition.js";
import { checkSize } from "./condition-size.js";
import { desugar } from "./desugar.js";
import type { OfferDocument } from "./offer-document.js";
import type { Birthday, Budget, Group, OccasionTerms, Offer, OfferWindow } from "./program.js";
import { readBenefits } from "./read-benefits.js";
import { readCondition } from "./read-condition.js";
import { moneyOf } from "./read-figures.js";
import { readLimits } from "./read-limits.js";
import { type Placed, readByTier } from "./read-tiered.js";

/** What an offer may refer to. */
export interface OfferTerms extends BenefitTerms, Competition {
  readonly budgets: ReadonlyMap<string, Budget>;
  /** Who names whom in `notWith`, both ways. */
  readonly opponents: ReadonlyMap<string, ReadonlySet<string>>;
  /** The place of each in the order of awards. */
  readonly ranks: ReadonlyMap<OfferDocument, number>;
  /** And in the order of ids. */
  readonly ranksById: ReadonlyMap<OfferDocument, number>;
}

/**
 * Reads one offer; what is wrong with it goes into `issues`. Every key is written out: objects that are put together
 * by spreading differ in their hidden shapes, and everything that looks at many offers is slower for it.
 */
export function readOffer(document: OfferDocument, path: Path, terms: OfferTerms, issues: Issue[]): Offer {
  const { id, name = {}, always = false, group = DEFAULT_GROUP, exclusive = false, priority = 0 } = document;
  const { on = [PURCHASE], holdout, benefit } = document;
  checkCompetition(document, path, terms, issues);
  checkSugar(document, path, terms.ladder, issues);
  checkOccasions(document, path, issues);
  const benefits = readBenefits(partsOf(benefit, [...path, "benefit"]), terms, issues);
  const { budgets } = terms;
  const opponents = terms.opponents.get(id) ?? new Set();
  const { when, onItsOwnDay } = readWhen(document, path, terms, issues);
  const units = { currency: moneyOf(terms.currency), budgets };
  const { limit, inAll, repeat, budget } = readLimits(document, benefits, path, units, issues);
  return {
    id,
    name,
    always,
    group: terms.groups.get(group) ?? UNKNOWN,
    exclusive,
    notWith: opponents,
    excludes: exclusive || opponents.size > 0,
    priority,
    on: new Set(on),
    occasions: readOccasions(document),
    when,
    onItsOwnDay,
    birthday: readBirthday(document.birthday, terms.ladder),
    window: readWindow(document.window),
    byVoucher: document.by === "voucher",
    holdout: holdout && parsePercent(holdout.percent),
    limit,
    inAll,
    repeat,
    budget,
    benefits,
    inParts: Array.isArray(benefit),
    rank: terms.ranks.get(document) ?? 0,
    rankById: terms.ranksById.get(document) ?? 0,
  };
}

/** Of an offer whose group is missing, which is told. */
const UNKNOWN: Group = { id: "", number: 0, limit: 0, perLine: false };

function partsOf(benefit: OfferDocument["benefit"], path: Path): readonly Placed<BenefitDocument>[] {
  if ("kind" in benefit) return [{ value: benefit, path }];
  return benefit.map((value, index) => ({ value, path: [...path, index] }));
}

function readWhen(
  document: OfferDocument,
  path: Path,
  { vocabulary }: OfferTerms,
  issues: Issue[],
): Pick<Offer, "when" | "onItsOwnDay"> {
  const written =
    document.when === undefined ? [] : [readCondition(document.when, [...path, "when"], vocabulary, issues)];
  for (const condition of written) checkSize(condition, [...path, "when"], issues);
  const { conditions, onItsOwnDay } = desugar(document);
  // What is wrong with the sugar was told where it is written; here it would be told at places that are nowhere.
  const unheard: Issue[] = [];
  const read = (condition: (typeof conditions)[number]): Condition =>
    readCondition(condition, path, vocabulary, unheard);
  const of = [...conditions.map(read), ...written];
  const [only] = of;
  return {
    when: of.length === 1 && only !== undefined ? only : { kind: "all", of },
    onItsOwnDay: onItsOwnDay === undefined ? undefined : read(onItsOwnDay),
  };
}

function readBirthday(document: OfferDocument["birthday"], ladder: readonly string[]): Birthday | undefined {
  if (document === undefined) return undefined;
  const { before = 0, after = 0, span, leapDay = "before" } = document;
  const days = (value: number) => value;
  return { leapDay, before: readByTier(before, ladder, days), after: readByTier(after, ladder, days), span };
}

function readOccasions({ milestone, anniversary, inactivity }: OfferDocument): OccasionTerms {
  return {
    milestone: milestone?.at ?? [],
    anniversary: anniversary && { name: anniversary.name, leapDay: anniversary.leapDay ?? "before" },
    inactivity: inactivity?.away,
  };
}

function readWindow(window: OfferDocument["window"]): OfferWindow | undefined {
  if (window === undefined || "yearly" in window) return window;
  const dayOf = (date: typeof window.from) => (date === undefined ? undefined : readDate(date).day);
  return { from: dayOf(window.from), to: dayOf(window.to) };
}
