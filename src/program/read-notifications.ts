import { IntlMessageFormat } from "intl-messageformat";
import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Channel } from "../facts/member.js";
import type { NotificationsDocument, QuietHours } from "./program-document.js";
import { type Language, type TopicName, topicOf } from "./topics.js";

/** How a club speaks to its members. */
export interface Notifications {
  readonly merge: boolean;
  readonly quietHours: QuietHours | undefined;
  /** Closes every SMS, where the market asks for it. */
  readonly optOut: { readonly [locale: string]: string };
  /** The club's own text for a topic, where it has one. */
  textOf(topic: TopicName, channel: Channel, language: Language): IntlMessageFormat | undefined;
}

export function readNotifications(
  document: NotificationsDocument | undefined,
  issues: Issue[],
): Notifications {
  const { merge = true, quietHours, optOut = {}, texts = [] } = document ?? {};
  const own = new Map<string, IntlMessageFormat>();
  texts.forEach(({ topic, channel, locale, text }, index) => {
    const path = ["notifications", "texts", index];
    const message = readMessage(text, locale, [...path, "text"], issues);
    if (message === undefined) return;
    const { params } = topicOf(topic);
    const { names, formats } = argumentsOf(message.getAst());
    for (const name of formats) {
      const reason = `{${name}} is a text already: it takes no number, date, time or plural`;
      const hint = `write {${name}}, or {${name}, select, …}`;
      issues.push(issueAt("template-syntax", [...path, "text"], reason, { hint }));
    }
    for (const name of names) {
      if (params.includes(name)) continue;
      const hint = didYouMean(name, params) ?? `there are ${params.join(", ")}`;
      issues.push(
        issueAt("template-param", [...path, "text"], `${topic} has no parameter {${name}}`, { hint }),
      );
    }
    own.set(`${topic} ${channel} ${locale}`, message);
  });
  if (quietHours !== undefined && quietHours.from === quietHours.until) {
    issues.push(issueAt("window-order", ["notifications", "quietHours"], "is no span of time"));
  }
  return {
    merge,
    quietHours,
    optOut,
    textOf: (topic, channel, language) => own.get(`${topic} ${channel} ${language}`),
  };
}

/** Reads an ICU message; `undefined`, and an issue, where it is none. */
function readMessage(
  text: string,
  locale: Language,
  path: Path,
  issues: Issue[],
): IntlMessageFormat | undefined {
  try {
    return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  } catch (error) {
    const received = error instanceof Error ? error.message : "";
    const hint = "write parameters as {amount}; see ICU MessageFormat for plural and select";
    issues.push(issueAt("template-syntax", path, "is not an ICU message", { received, hint }));
    return undefined;
  }
}

type Ast = ReturnType<IntlMessageFormat["getAst"]>;

/** As the parser numbers what it finds: what is written as it stands, and what takes a text. */
const LITERAL = 0;
const ARGUMENT = 1;
const SELECT = 5;
const POUND = 7;

/** The names of all arguments of a message, those within its choices among them, and of those it would format. */
function argumentsOf(ast: Ast): {
  readonly names: ReadonlySet<string>;
  readonly formats: ReadonlySet<string>;
} {
  const names = new Set<string>();
  const formats = new Set<string>();
  const open: Ast[number][] = [...ast];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.type !== LITERAL && element.type !== POUND) {
      names.add(element.value);
      if (element.type !== ARGUMENT && element.type !== SELECT) formats.add(element.value);
    }
    if ("options" in element) open.push(...Object.values(element.options).flatMap(({ value }) => value));
    if ("children" in element) open.push(...element.children);
  }
  return { names, formats };
}
