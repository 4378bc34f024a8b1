import { sha256Hex } from "#sha256";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { parseAmount } from "../units/amount.js";
import { calendarOf } from "../units/calendar.js";
import { canonicalJson } from "../units/canonical-json.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { isZone } from "../units/zone.js";
import { readAttributePath } from "./attribute-path.js";
import type { Currency, Offer, Program } from "./program.js";
import type { CurrencyDocument, OfferDocument, ProgramDocument, TiersDocument } from "./program-document.js";
import { type BenefitTerms, readUnits } from "./read-benefits.js";
import { withNamedConditions } from "./read-conditions.js";
import { readNotifications } from "./read-notifications.js";
import { DEFAULT_GROUP, type OfferTerms, readOffer } from "./read-offer.js";
import { readWallet } from "./read-wallets.js";
import { languageOf } from "./topics.js";
import type { Vocabulary } from "./vocabulary.js";

/** A document whose frame its schema has let pass; the offers at `unsound` are not to be read. */
export interface SoundDocument extends ProgramDocument {
  readonly unsound: ReadonlySet<number>;
}

/** Reads the whole program; what is wrong in sense goes into `issues`. */
export function readProgram({ unsound, ...document }: SoundDocument, issues: Issue[]): Program {
  checkIds(document, issues);
  if (!isZone(document.timeZone)) {
    const hint = 'an IANA name such as "Asia/Tehran", or an offset such as "+03:30"';
    issues.push(
      issueAt("tz-unknown", ["timeZone"], `there is no time zone ${JSON.stringify(document.timeZone)}`, {
        hint,
      }),
    );
  }
  const currency = readCurrency(document.currency, issues);
  const ladder = readLadder(document.tiers, currency, issues);
  const compete = document.offers.some(({ always }) => always !== true);
  const wallets = (document.wallets ?? []).map((wallet, index) =>
    readWallet(wallet, ["wallets", index], { currency, ladder, compete }, issues),
  );
  const vocabulary = readVocabulary(document, { currency, wallets, ladder }, issues);
  const terms = offerTerms(document, { currency, wallets, ladder }, vocabulary);
  const offers = document.offers.flatMap((offer, index) =>
    unsound.has(index) ? [] : [readOffer(offer, ["offers", index], terms, issues)],
  );
  const calendar = calendarOf(document.calendar);
  return Object.freeze({
    id: document.id,
    version: document.version,
    semantics: document.semantics,
    hash: hashOf(document),
    name: document.name ?? {},
    currency,
    zone: document.timeZone,
    calendar,
    weekStart: document.weekStart ?? (calendar.id === "persian" ? "saturday" : "monday"),
    discountBase: document.discountBase ?? "list",
    wallets,
    ladder,
    declared: vocabulary.declared,
    named: vocabulary.all,
    groups: terms.groups,
    offers: offers.sort(inOrderOfAwards).map((offer, rank) => ({ ...offer, rank })),
    maxOffers: document.maxOffers ?? Number.POSITIVE_INFINITY,
    language: languageOf(document.locale) ?? "en",
    notifications: readNotifications(document.notifications, issues),
  });
}

/** What the conditions of the program may speak of, the named ones among them. */
function readVocabulary(
  document: ProgramDocument,
  { currency, wallets, ladder }: BenefitTerms,
  issues: Issue[],
) {
  const words = {
    currencyDigits: currency.digits,
    declared: new Map(Object.entries(document.facts ?? {})),
    attributes: readAttributes(document.attributes ?? {}, issues),
    wallets: wallets.map(({ id }) => id),
    ladder,
  };
  return withNamedConditions(words, document.conditions ?? {}, issues);
}

function offerTerms(document: ProgramDocument, terms: BenefitTerms, vocabulary: Vocabulary): OfferTerms {
  const groups = (document.groups ?? []).map(({ id, limit }) => [id, limit] as const);
  return {
    ...terms,
    vocabulary,
    groups: new Map([[DEFAULT_GROUP, 1], ...groups]),
    offers: new Map(document.offers.map(({ id, always }) => [id, always === true])),
    opponents: opponentsOf(document.offers),
  };
}

type Ranked = Pick<Offer, "id" | "priority">;

/** Higher priority first, then by id. */
function inOrderOfAwards(a: Ranked, b: Ranked): number {
  return b.priority - a.priority || byCodeUnit(a.id, b.id);
}

/** The order in which offers and groups are listed means nothing, so it does not change the hash. */
function hashOf(document: ProgramDocument): string {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => byCodeUnit(a.id, b.id);
  const offers = [...document.offers].sort(byId);
  const groups = document.groups === undefined ? {} : { groups: [...document.groups].sort(byId) };
  return sha256Hex(`vafa:program:1\n${canonicalJson({ ...document, offers, ...groups })}`);
}

function readCurrency({ code, digits, rounding = "halfUp" }: CurrencyDocument, issues: Issue[]): Currency {
  if (typeof rounding === "string") return { code, digits, rounding: { mode: rounding, step: 1n } };
  const step = readUnits(
    { value: rounding.step, path: ["currency", "rounding", "step"] },
    digits,
    code,
    issues,
  );
  return { code, digits, rounding: { mode: rounding.mode, step: step ?? 1n } };
}

/** Lower bounds only, each above the one before: so there can be neither gap nor overlap. */
function readLadder(
  tiers: TiersDocument | undefined,
  { digits }: Currency,
  issues: Issue[],
): readonly string[] {
  const ladder = tiers?.ladder ?? [];
  let last: bigint | undefined;
  ladder.forEach(({ from }, index) => {
    const bound = from === undefined ? undefined : parseAmount(from, digits);
    const path = ["tiers", "ladder", index, "from"];
    if (from !== undefined && bound === undefined) {
      issues.push(issueAt("number-precision", path, `has more than ${digits} decimals`));
    } else if (bound !== undefined && last !== undefined && bound <= last) {
      issues.push(issueAt("window-order", path, "must be above the bound of the tier before"));
    }
    last = bound ?? last;
  });
  return ladder.map(({ id }) => id);
}

function readAttributes(attributes: NonNullable<ProgramDocument["attributes"]>, issues: Issue[]) {
  for (const [name, { path }] of Object.entries(attributes)) {
    if (readAttributePath(path) !== undefined) continue;
    const expected = 'plain steps, such as "$.city" or "$.address.lines[0]"';
    const place = ["attributes", name, "path"];
    issues.push(
      issueAt("path-forbidden", place, "is not a path of plain steps", { expected, received: path }),
    );
  }
  return new Map(Object.entries(attributes));
}

function opponentsOf(offers: readonly OfferDocument[]): ReadonlyMap<string, ReadonlySet<string>> {
  const opponents = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    opponents.set(one, (opponents.get(one) ?? new Set()).add(other));
  };
  for (const { id, notWith } of offers) {
    for (const other of notWith ?? []) {
      add(id, other);
      add(other, id);
    }
  }
  return opponents;
}

function checkIds(document: ProgramDocument, issues: Issue[]): void {
  const lists: readonly (readonly [Path, readonly { readonly id: string }[]])[] = [
    [["wallets"], document.wallets ?? []],
    [["tiers", "ladder"], document.tiers?.ladder ?? []],
    [["groups"], document.groups ?? []],
    [["offers"], document.offers],
  ];
  for (const [path, list] of lists) checkDistinct(path, list, issues);
}

/** Two of one id are an issue at the second. */
export function checkDistinct(path: Path, list: readonly { readonly id: string }[], issues: Issue[]): void {
  const seen = new Set<string>();
  list.forEach(({ id }, index) => {
    if (seen.has(id))
      issues.push(issueAt("duplicate-id", [...path, index, "id"], `${JSON.stringify(id)} is there twice`));
    seen.add(id);
  });
}
