import fc from "fast-check";
import { maybe } from "./generate-value.js";

/** Texts of a club's own, each saying everything that can be said of its topic. */
const OWN_TEXTS = [
  { topic: "transaction.recorded", text: "{due} {discount} {list} {discounted, select, yes {!} other {}}" },
  { topic: "offer.awarded", text: "{offer} '{'{amount}'}'" },
  { topic: "birthday", text: "🎂 {offer}: {amount}" },
  { topic: "earned", text: "{wallet} {amount} {balance} {told}" },
] as const;

export const notifications = fc.record({
  merge: maybe(fc.boolean()),
  quietHours: maybe(fc.constantFrom({ from: "22:00", until: "08:00" }, { from: "13:00", until: "17:45" })),
  optOut: maybe(fc.constant({ fa: "لغو۱۱", en: "STOP to 11" })),
  texts: maybe(
    fc
      .tuple(
        fc.constantFrom("sms", "push", "email"),
        fc.constantFrom("fa", "en"),
        fc.subarray([...OWN_TEXTS]),
      )
      .map(([channel, locale, texts]) => texts.map((text) => ({ channel, locale, ...text }))),
  ),
});
