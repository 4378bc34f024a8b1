import { type Issue, issueAt } from "../documents/club-error.js";
import type { Channel } from "../facts/member.js";
import type { NotificationsDocument, QuietHours } from "./program-document.js";
import { type OwnText, readOwnText } from "./read-own-text.js";
import type { Invitation, Language, TopicName } from "./topics.js";

/** How a club speaks to its members. */
export interface Notifications {
  readonly merge: boolean;
  readonly quietHours: QuietHours | undefined;
  /** Closes every SMS, where the market asks for it. */
  readonly optOut: { readonly [locale: string]: string };
  /** What the club asks of its members by itself. */
  readonly invite: ReadonlySet<Invitation>;
  /** Days before the end on which members are reminded, each once. */
  readonly remind: { readonly expiring: readonly number[]; readonly tier: readonly number[] };
  /** The ways in which the shop itself is told. */
  readonly shopChannels: readonly Channel[];
  /** The club's own text for a topic, where it has one. */
  textOf(topic: TopicName, channel: Channel, language: Language): OwnText | undefined;
}

/** In days: how long before the end is soon enough to use what lapses, and to earn a tier. */
const A_WEEK = 7;
const A_MONTH = 30;

export function readNotifications(
  document: NotificationsDocument | undefined,
  issues: Issue[],
): Notifications {
  const { merge = true, quietHours, optOut = {}, texts = [], invite = [], remind, shop } = document ?? {};
  const own = new Map<string, OwnText>();
  texts.forEach(({ topic, channel, locale, text }, index) => {
    const path = ["notifications", "texts", index];
    const message = readOwnText(text, { locale, topic }, [...path, "text"], issues);
    if (message !== undefined) own.set(`${topic} ${channel} ${locale}`, message);
  });
  if (quietHours !== undefined) checkQuietHours(quietHours, issues);
  return {
    merge,
    quietHours,
    optOut,
    invite: new Set(invite),
    remind: {
      expiring: [...new Set(remind?.expiring ?? [A_WEEK])],
      tier: [...new Set(remind?.tier ?? [A_MONTH])],
    },
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
