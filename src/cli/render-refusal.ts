import type { Decision } from "vafa";
import { isolated } from "./name-texts.js";
import type { Paint } from "./paint.js";

/** Why nothing was given or booked. */
export function renderRefusal({ refusal }: Decision, paint: Paint): readonly string[] {
  if (refusal === undefined) return [];
  const { reason, path, text } = refusal;
  return [paint.bold(paint.red(`Refused: ${reason} at ${path}`)), `  ${text.en} · ${isolated(text.fa)}`];
}
