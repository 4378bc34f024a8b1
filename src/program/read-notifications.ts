import { type Formatters, IntlMessageFormat } from "intl-messageformat";
import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Channel } from "../facts/member.js";
import type { NotificationsDocument, QuietHours } from "./program-document.js";
import { type Invitation, type Language, type Topic, type TopicName, topicOf } from "./topics.js";

/** How a club speaks to its members. */
export interface Notifications {
  readonly merge: boolean;
  readonly quietHours: QuietHours | undefined;
  /** Closes every SMS, where the market asks for it. */
  readonly optOut: { readonly [locale: string]: string };
  /** What the club asks of its members by itself. */
  readonly invite: ReadonlySet<Invitation>;
  /** The ways in which the shop itself is told. */
  readonly shopChannels: readonly Channel[];
  /** The club's own text for a topic, where it has one. */
  textOf(topic: TopicName, channel: Channel, language: Language): IntlMessageFormat | undefined;
}

export function readNotifications(
  document: NotificationsDocument | undefined,
  issues: Issue[],
): Notifications {
  const { merge = true, quietHours, optOut = {}, texts = [], invite = [], shop } = document ?? {};
  const own = new Map<string, IntlMessageFormat>();
  texts.forEach(({ topic, channel, locale, text }, index) => {
    const path = ["notifications", "texts", index];
    const message = readMessage(text, locale, [...path, "text"], issues);
    if (message === undefined) return;
    adaptMessage(message.getAst(), topicOf(topic), [...path, "text"], issues);
    own.set(`${topic} ${channel} ${locale}`, message);
  });
  if (quietHours !== undefined) checkQuietHours(quietHours, issues);
  return {
    merge,
    quietHours,
    optOut,
    invite: new Set(invite),
    shopChannels: shop?.channels ?? ["push"],
    textOf: (topic, channel, language) => own.get(`${topic} ${channel} ${language}`),
  };
}

/** `24:00` is `00:00` of the next day; hours that end where they begin are none, or all. */
function checkQuietHours({ from, until }: QuietHours, issues: Issue[]): void {
  if (from.replace("24", "00") !== until.replace("24", "00")) return;
  const [path, expected] = [["notifications", "quietHours"], "an end that is not its beginning"];
  issues.push(issueAt("window-order", path, "is no span of time, or the whole day", { expected }));
}

/** Reads an ICU message; `undefined`, and an issue, where it is none. */
function readMessage(
  text: string,
  locale: Language,
  path: Path,
  issues: Issue[],
): IntlMessageFormat | undefined {
  try {
    return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true, formatters: ours(locale) });
  } catch (error) {
    const received = error instanceof Error ? error.message : "";
    const hint = "write parameters as {amount}; see ICU MessageFormat for plural and select";
    issues.push(issueAt("template-syntax", path, "is not an ICU message", { received, hint }));
    return undefined;
  }
}

/** Plurals by the rules of CLDR, not by the machine's edition of them. Numbers are written before they come here. */
function ours(locale: Language): Formatters {
  const isOne = locale === "fa" ? (count: number) => count <= 1 : (count: number) => count === 1;
  const rules = { select: (count: number) => (isOne(count) ? "one" : "other") };
  return { getPluralRules: () => rules } as unknown as Formatters;
}

type Ast = ReturnType<IntlMessageFormat["getAst"]>;
type Element = Ast[number];

/** As the parser numbers what it finds: what takes a text, chooses by one, chooses by a number, and stands for it. */
const ARGUMENT = 1;
const SELECT = 5;
const PLURAL = 6;
const POUND = 7;
const LITERAL = 0;

/** What a message is given of a figure beside its text: the number it chooses by, and the number as it is written. */
export function numberOf(figure: string): string {
  return `${figure}.number`;
}

export function writtenOf(figure: string): string {
  return `${figure}.written`;
}

/**
 * Checks the parameters of a message, and turns its plurals to the number itself and `#` to the number as we write it;
 * what stands in the text otherwise is written already.
 */
function adaptMessage(ast: Ast, { name: topic, params, figures }: Topic, path: Path, issues: Issue[]): void {
  const unknown = new Set<string>();
  const refused = new Map<string, string>();
  const adapt = (element: Element, counted: string | undefined): void => {
    if (element.type === LITERAL) return;
    if (element.type === POUND) {
      if (counted !== undefined) Object.assign(element, { type: ARGUMENT, value: writtenOf(counted) });
      return;
    }
    const { value: name } = element;
    let inner = counted;
    if (!params.includes(name)) unknown.add(name);
    else if (element.type === PLURAL) {
      const isPlain = element.offset === 0 && element.pluralType !== "ordinal";
      if (!isPlain) refused.set(name, "takes no ordinal and no offset");
      else if (!figures.includes(name)) refused.set(name, "is no figure: it takes no plural");
      Object.assign(element, { value: numberOf(name) });
      inner = name;
    } else if (element.type !== ARGUMENT && element.type !== SELECT) {
      refused.set(name, "is a text already: it takes no number, date or time");
    }
    if (!("options" in element)) return;
    for (const { value: parts } of Object.values(element.options)) {
      for (const part of parts) adapt(part, inner);
    }
  };
  for (const element of ast) adapt(element, undefined);
  for (const [name, reason] of refused) {
    const hint = `write {${name}}, or {${name}, select, …}; figures (${figures.join(", ")}) may take plural`;
    issues.push(issueAt("template-syntax", path, `{${name}} ${reason}`, { hint }));
  }
  for (const name of unknown) {
    const hint = didYouMean(name, params) ?? `there are ${params.join(", ")}`;
    issues.push(issueAt("template-param", path, `${topic} has no parameter {${name}}`, { hint }));
  }
}
