import type { Intent } from "vafa";
import { isolated } from "./name-texts.js";
import type { Paint } from "./paint.js";

/** What the member should hear, for whoever sends it. */
export function renderIntents(intents: readonly Intent[], paint: Paint): readonly string[] {
  return [
    paint.bold("Messages for somebody else to send"),
    ...intents.flatMap(({ category, channels, sms, notBefore, text }) => {
      const size = sms === undefined ? "" : `, ${sms.segments} × ${sms.encoding}`;
      const head = `${channels.join(", ")}: ${category}, not before ${notBefore}${size}`;
      return [`  ${head}`, ...text.split("\n").map((line) => `    ${isolated(line)}`)];
    }),
  ];
}
