import type { Intent, Member, Offer, Program, Request } from "vafa";
import { activity, cafe, type MemberScene, purchase } from "../scenarios/club.js";

/** Who agreed to everything, by SMS, in this language. */
export function ears(locale: "fa" | "en"): Partial<Member> {
  return { contact: { locale, channels: ["sms"], consent: { service: true, promotional: true } } };
}

export function heardOf(
  request: Request,
  offers: readonly Offer[] = [],
  terms: Partial<Program> = {},
): readonly Intent[] {
  return cafe({ offers, locale: "fa-IR", ...terms }).evaluate(request).intents ?? [];
}

/** What one hears of something in Persian, and in English. */
export function inBoth(
  scene: Partial<MemberScene> & { readonly type?: string },
  offers: readonly Offer[] = [],
  terms: Partial<Program> = {},
): readonly string[] {
  return (["fa", "en"] as const).flatMap((locale) => {
    const { type = "purchase", member, ...rest } = scene;
    const heard = { ...rest, member: { ...member, ...ears(locale) } };
    const request =
      type === "purchase" ? purchase({ lines: [100_000], ...heard }) : activity(type, { ...heard });
    return heardOf(request, offers, terms)
      .filter(({ to }) => "memberId" in to)
      .map(({ text }) => text);
  });
}
