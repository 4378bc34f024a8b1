import type { TopicName } from "../program/topics.js";
import type { IntentParam } from "./intent.js";

/** One thing that a decision has to say. */
export interface News {
  readonly topic: TopicName;
  readonly params: readonly IntentParam[];
}

/** A parameter for texts to choose by. */
export function yesOrNo(name: string, holds: boolean): IntentParam {
  const answer = holds ? "yes" : "no";
  return { name, value: answer, text: answer };
}
