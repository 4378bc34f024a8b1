import { type Formatters, IntlMessageFormat } from "intl-messageformat";
import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { type Language, type Topic, type TopicName, topicOf } from "./topics.js";

/** A club's own text for a topic. */
export interface OwnText {
  readonly message: IntlMessageFormat;
  /** The parameters that it names. */
  readonly names: ReadonlySet<string>;
}

/** Reads a text in the parameters of its topic; `undefined` where it is no message at all. */
export function readOwnText(
  text: string,
  { locale, topic }: { readonly locale: Language; readonly topic: TopicName },
  path: Path,
  issues: Issue[],
): OwnText | undefined {
  const message = readMessage(text, locale, path, issues);
  if (message === undefined) return undefined;
  return { message, names: adaptMessage(message.getAst(), topicOf(topic), path, issues) };
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
 * what stands in the text otherwise is written already. Gives the names of the parameters.
 */
function adaptMessage(
  ast: Ast,
  { name: topic, params, figures }: Topic,
  path: Path,
  issues: Issue[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const unknown = new Set<string>();
  const refused = new Map<string, string>();
  const adapt = (element: Element, counted: string | undefined): void => {
    if (element.type === LITERAL) return;
    if (element.type === POUND) {
      if (counted !== undefined) Object.assign(element, { type: ARGUMENT, value: writtenOf(counted) });
      return;
    }
    const { value: name } = element;
    names.add(name);
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
  return names;
}
