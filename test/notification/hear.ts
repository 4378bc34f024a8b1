import type { Club, Intent, Member, Offer, Program } from "vafa";
import { cafe, type MemberScene, purchase, type Scene } from "../scenarios/club.js";
import { BEANS_AND_MORE, BIG_BASKET, BIRTHDAY, SARA } from "../scenarios/five-offers.js";

/** A point for every 10,000. */
export const POINTS = {
  id: "base",
  always: true,
  benefit: { kind: "points", perSpend: { every: "10000", grant: "1" } },
} as const satisfies Offer;

export const NAMED_BASKET = { ...BIG_BASKET, name: { fa: "تخفیف سبد بزرگ", en: "Big basket" } } as const;

/** The café as its members hear it: it gives points always, a birthday credit or a discount on a big basket. */
export function talkingCafe(
  notifications: Program["notifications"] = {},
  offers: readonly Offer[] = [POINTS, BIRTHDAY, NAMED_BASKET],
  terms: Partial<Program> = {},
): Club {
  return cafe({ offers, locale: "fa-IR", notifications, ...terms });
}

/** Reached by SMS, about everything, in the language of the club. */
export const ALL_EARS = {
  channels: ["sms"],
  consent: { service: true, promotional: true },
} as const satisfies Member["contact"];

export const SERVICE_ONLY = { channels: ["sms"], consent: { service: true } } as const;

export interface Hearing extends Scene {
  readonly contact?: Member["contact"];
  readonly member?: Partial<Member>;
}

/** Sara's request, on her birthday, with this contact. */
export function sarasRequest({ contact = ALL_EARS, member = {}, ...scene }: Partial<Hearing> = {}) {
  const said: MemberScene = { lines: BEANS_AND_MORE, ...scene, member: { ...SARA, contact, ...member } };
  return purchase(said);
}

export function hear(club: Club, hearing: Partial<Hearing> = {}): readonly Intent[] {
  return club.evaluate(sarasRequest(hearing)).intents ?? [];
}

/** What she reads, message by message. */
export function texts(club: Club, hearing: Partial<Hearing> = {}): readonly string[] {
  return hear(club, hearing).map(({ text }) => text);
}
