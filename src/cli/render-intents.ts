import type { Intent } from "vafa";
import { isolated } from "./name-texts.js";
import type { Paint } from "./paint.js";

/** What the member, and the shop, should hear, for whoever sends it. */
export function renderIntents(intents: readonly Intent[], paint: Paint): readonly string[] {
  return [
    paint.bold("Messages for somebody else to send"),
    ...intents.flatMap(({ category, channels, sms, notBefore, text, to }) => {
      const size = sms === undefined ? "" : `, ${sms.segments} × ${sms.encoding}`;
      const whom = "shop" in to ? " to the shop" : "";
      const head = `${channels.join(", ")}${whom}: ${category}, not before ${notBefore}${size}`;
      return [`  ${head}`, ...text.split("\n").map((line) => `    ${isolated(line)}`)];
    }),
  ];
}
