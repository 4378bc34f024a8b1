import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Program } from "../program/program.js";
import type { Request } from "./request.js";

type Facts = Request["facts"];

const NO_FACTS: Facts = {};
const FACTS: Path = ["facts"];
const ACTIVITY: Path = ["transaction", "activity"];

/** What is said beside the transaction, and what an activity says of itself. */
export function readFacts(
  facts: Facts = NO_FACTS,
  activity: Facts | undefined,
  program: Program,
  issues: Issue[],
): Facts {
  checkFacts(facts, FACTS, program, issues);
  if (activity === undefined) return facts;
  checkFacts(activity, ACTIVITY, program, issues);
  for (const name of Object.keys(activity)) {
    if (!Object.hasOwn(facts, name)) continue;
    issues.push(issueAt("one-of", [...ACTIVITY, name], "is said in the request's `facts` already"));
  }
  return { ...activity, ...facts };
}

export function checkFacts(facts: Facts, path: Path, { declared }: Program, issues: Issue[]): void {
  for (const name of Object.keys(facts)) {
    if (declared.has(name)) continue;
    const hint = didYouMean(name, [...declared.keys()]) ?? "the program declares it under /facts";
    const message = `the program declares no fact ${JSON.stringify(name)}`;
    issues.push(issueAt("fact-unknown", [...path, name], message, { hint }));
  }
}
