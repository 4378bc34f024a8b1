import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt, MOST_ISSUES } from "../documents/club-error.js";
import { readDate } from "../documents/dates.js";
import type { Path } from "../documents/pointer.js";
import type { Condition } from "./condition.js";
import { checkSize } from "./condition-size.js";
import { desugar } from "./desugar.js";
import type { Birthday, MemberLimit, Offer } from "./program.js";
import type { OfferDocument } from "./program-document.js";
import { type BenefitTerms, readBenefits } from "./read-benefits.js";
import { readCondition } from "./read-condition.js";
import { checkTiers, readByTier } from "./read-tiered.js";
import { missingRef, type Vocabulary } from "./vocabulary.js";

/** What an offer may refer to. */
export interface OfferTerms extends BenefitTerms {
  readonly vocabulary: Vocabulary;
  readonly groups: ReadonlyMap<string, number>;
  /** Of every offer of the document: is it given always? */
  readonly offers: ReadonlyMap<string, boolean>;
  /** Who names whom in `notWith`, both ways. */
  readonly opponents: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The group of an offer that names none; a program need not declare it. */
export const DEFAULT_GROUP = "default";

/** Reads one offer; what is wrong with it goes into `issues`. */
export function readOffer(
  document: OfferDocument,
  path: Path,
  terms: OfferTerms,
  issues: Issue[],
): Omit<Offer, "rank"> {
  const {
    id,
    name = {},
    always = false,
    group = DEFAULT_GROUP,
    exclusive = false,
    priority = 0,
    benefit,
  } = document;
  checkCompetition(document, path, terms, issues);
  checkSugar(document, path, terms.ladder, issues);
  const parts = Array.isArray(benefit)
    ? benefit.map((part, index) => ({ document: part, path: [...path, "benefit", index] }))
    : [{ document: benefit as Exclude<typeof benefit, readonly unknown[]>, path: [...path, "benefit"] }];
  return {
    id,
    name,
    always,
    group,
    exclusive,
    notWith: terms.opponents.get(id) ?? new Set(),
    priority,
    ...readWhen(document, path, terms, issues),
    birthday: readBirthday(document.birthday, terms.ladder),
    limit: limitOf(document),
    benefits: readBenefits(parts, terms, issues),
    inParts: Array.isArray(benefit),
  };
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

function checkCompetition(
  document: OfferDocument,
  path: Path,
  { groups, offers }: OfferTerms,
  issues: Issue[],
): void {
  const { id, always, group, notWith = [] } = document;
  if (always === true) {
    for (const key of ["group", "exclusive", "notWith"] as const) {
      if (document[key] === undefined) continue;
      issues.push(
        issueAt("one-of", [...path, key], "an offer that is given always competes with none", {
          expected: "always, or this",
        }),
      );
    }
  }
  if (group !== undefined && !groups.has(group)) {
    issues.push(missingRef([...path, "group"], "group", group, didYouMean(group, [...groups.keys()])));
  }
  notWith.forEach((other, index) => {
    const place = [...path, "notWith", index];
    const known = offers.get(other);
    if (known === undefined) {
      const hint = issues.length < MOST_ISSUES ? didYouMean(other, [...offers.keys()]) : undefined;
      issues.push(missingRef(place, "offer", other, hint));
    } else if (known)
      issues.push(issueAt("one-of", place, `${other} is given always, and competes with none`));
    else if (other === id) issues.push(issueAt("one-of", place, "an offer cannot exclude itself"));
  });
}

function checkSugar(document: OfferDocument, path: Path, ladder: readonly string[], issues: Issue[]): void {
  const { tier = [], birthday, window, schedule } = document;
  tier.forEach((one, index) => {
    if (!ladder.includes(one))
      issues.push(missingRef([...path, "tier", index], "tier", one, didYouMean(one, ladder)));
  });
  if (birthday !== undefined) {
    checkTiers(birthday.before, [...path, "birthday", "before"], ladder, issues);
    checkTiers(birthday.after, [...path, "birthday", "after"], ladder, issues);
    if (birthday.span !== undefined && (birthday.before !== undefined || birthday.after !== undefined)) {
      issues.push(issueAt("one-of", [...path, "birthday"], "takes before and after, or span, not both"));
    }
  }
  for (const key of ["window", "schedule"] as const) {
    const sugar = document[key];
    if (sugar === undefined || Object.keys(sugar).length > 0) continue;
    const expected = key === "window" ? "from, to or yearly" : "weekdays or hours";
    issues.push(issueAt("required", [...path, key], "says nothing", { expected }));
  }
  if (window !== undefined && !("yearly" in window) && window.from !== undefined && window.to !== undefined) {
    if (readDate(window.from).day > readDate(window.to).day) {
      issues.push(issueAt("window-order", [...path, "window"], "ends before it begins"));
    }
  }
  schedule?.hours?.forEach(({ from, until }, index) => {
    if (from !== until && from !== "24:00") return;
    issues.push(issueAt("window-order", [...path, "schedule", "hours", index], "is no span of time"));
  });
}

function readBirthday(document: OfferDocument["birthday"], ladder: readonly string[]): Birthday | undefined {
  if (document === undefined) return undefined;
  const { before = 0, after = 0, span, leapDay = "before" } = document;
  const days = (value: number) => value;
  return { leapDay, before: readByTier(before, ladder, days), after: readByTier(after, ladder, days), span };
}

/** A birthday is given once in its year unless another limit is written. */
function limitOf({ limits, birthday }: OfferDocument): MemberLimit | undefined {
  if (limits?.perMember !== undefined) return limits.perMember;
  return birthday === undefined ? undefined : { count: 1, per: "birthdayYear" };
}
