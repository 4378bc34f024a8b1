import { type Issue, issueAt } from "../documents/club-error.js";
import { calendarOf } from "../units/calendar.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { parsePercent } from "../units/rate.js";
import { isZone } from "../units/zone.js";
import { readAttributePath } from "./attribute-path.js";
import type { OffersById } from "./benefit-terms.js";
import { checkIds } from "./check-ids.js";
import type { OfferDocument } from "./offer-document.js";
import type { Program } from "./program.js";
import type { CurrencyDocument, ProgramDocument } from "./program-document.js";
import { programHash } from "./program-hash.js";
import { readBudgets } from "./read-budgets.js";
import { readCatalogueItem } from "./read-catalogue.js";
import { withNamedConditions } from "./read-conditions.js";
import { moneyOf, readUnits } from "./read-figures.js";
import { readGroups } from "./read-groups.js";
import { readNotifications } from "./read-notifications.js";
import { type OfferTerms, readOffer } from "./read-offer.js";
import { readTiers } from "./read-tiers.js";
import { readWallet } from "./read-wallets.js";
import { readRefundTerms } from "./refund-terms.js";
import { languageOf } from "./topics.js";
import type { Currency, Wallet } from "./wallet.js";

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
  const ladder = (document.tiers?.ladder ?? []).map(({ id }) => id);
  const offersById = new Map(document.offers.map((offer) => [offer.id, offer]));
  const wallets = readWallets(document, { currency, ladder, offers: offersById }, issues);
  const vocabulary = readVocabulary(document, { currency, wallets, ladder }, issues);
  const money = moneyOf(currency);
  const terms: OfferTerms = {
    currency,
    wallets,
    ladder,
    vocabulary,
    offers: offersById,
    ...readGroups(document.groups ?? [], issues),
    budgets: readBudgets(document.budgets ?? [], money, issues),
    opponents: opponentsOf(document.offers),
    ...ranksOf(document.offers),
  };
  const offers = document.offers.flatMap((offer, index) =>
    unsound.has(index) ? [] : [readOffer(offer, ["offers", index], terms, issues)],
  );
  const calendar = calendarOf(document.calendar);
  return Object.freeze({
    id: document.id,
    version: document.version,
    semantics: document.semantics,
    hash: programHash(document),
    name: document.name ?? {},
    currency,
    zone: document.timeZone,
    calendar,
    weekStart: document.weekStart ?? (calendar.id === "persian" ? "saturday" : "monday"),
    discountBase: document.discountBase ?? "list",
    wallets,
    ladder,
    tierNames: new Map((document.tiers?.ladder ?? []).map(({ id, name = {} }) => [id, name])),
    tiers: readTiers(document.tiers, { currency, wallets }, issues),
    declared: vocabulary.declared,
    named: vocabulary.all,
    groups: terms.groups,
    perLine: terms.perLine,
    budgets: terms.budgets,
    discountCap: document.discountCap && parsePercent(document.discountCap.percent),
    refunds: readRefundTerms(document.refunds),
    catalogue: readCatalogue(document, { currency: money, wallets }, issues),
    offers: offers.sort((a, b) => a.rank - b.rank),
    maxOffers: document.maxOffers ?? Number.POSITIVE_INFINITY,
    language: languageOf(document.locale) ?? "en",
    notifications: readNotifications(document.notifications, issues),
  });
}

type Frame = Pick<OfferTerms, "currency" | "wallets" | "ladder">;

function readWallets(
  { wallets = [], offers: list }: ProgramDocument,
  frame: Omit<Frame, "wallets"> & { readonly offers: OffersById },
  issues: Issue[],
): readonly Wallet[] {
  const compete = list.some(({ always }) => always !== true);
  const terms = { ...frame, compete, documents: wallets };
  return wallets.map((wallet, index) => readWallet(wallet, ["wallets", index], terms, issues));
}

/** What the conditions of the program may speak of, the named ones among them. */
function readVocabulary(document: ProgramDocument, { currency, wallets, ladder }: Frame, issues: Issue[]) {
  const words = {
    currencyDigits: currency.digits,
    declared: new Map(Object.entries(document.facts ?? {})),
    attributes: readAttributes(document.attributes ?? {}, issues),
    wallets: wallets.map(({ id }) => id),
    ladder,
  };
  return withNamedConditions(words, document.conditions ?? {}, issues);
}

function readCatalogue(
  { catalogue = [] }: ProgramDocument,
  terms: Parameters<typeof readCatalogueItem>[2],
  issues: Issue[],
): Program["catalogue"] {
  return catalogue.flatMap(
    (item, index) => readCatalogueItem(item, ["catalogue", index], terms, issues) ?? [],
  );
}

/** By the order of awards, which is higher priority first, then by id; and by that of ids alone. */
function ranksOf(offers: readonly OfferDocument[]): Pick<OfferTerms, "ranks" | "ranksById"> {
  const byId = [...offers].sort((a, b) => byCodeUnit(a.id, b.id));
  const byPriority = [...byId].sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
  return { ranks: placesIn(byPriority), ranksById: placesIn(byId) };
}

function placesIn(offers: readonly OfferDocument[]): ReadonlyMap<OfferDocument, number> {
  return new Map(offers.map((offer, place) => [offer, place]));
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
