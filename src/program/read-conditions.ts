import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Condition } from "./condition.js";
import type { ConditionDocument } from "./condition-document.js";
import { readCondition } from "./read-condition.js";
import type { Vocabulary } from "./vocabulary.js";

/** How many names may follow one another: enough for any reader, and for the stack. */
const LONGEST_CHAIN = 64;

/**
 * Adds the program's named conditions to its vocabulary. Each is read once, when it is first named, and shared by all
 * that name it; one that comes back to itself is an issue.
 */
export function withNamedConditions(
  words: Omit<Vocabulary, "named" | "names">,
  documents: { readonly [name: string]: ConditionDocument },
  issues: Issue[],
): Vocabulary & { readonly all: ReadonlyMap<string, Condition> } {
  const read = new Map<string, Condition>();
  const open: string[] = [];

  const named = (name: string, path: Path): Condition | undefined => {
    const known = read.get(name);
    if (known !== undefined) return known;
    const document = Object.hasOwn(documents, name) ? documents[name] : undefined;
    if (document === undefined) return undefined;
    if (open.includes(name)) {
      const cycle = [...open.slice(open.indexOf(name)), name].join(" → ");
      issues.push(
        issueAt("ref-cycle", path, `the condition comes back to itself: ${cycle}`, { received: cycle }),
      );
      return { kind: "all", of: [] };
    }
    if (open.length >= LONGEST_CHAIN) {
      const counts = { expected: `at most ${LONGEST_CHAIN}` };
      issues.push(issueAt("depth", path, "too many conditions name one another in a row", counts));
      return { kind: "all", of: [] };
    }
    open.push(name);
    const condition = readCondition(document, ["conditions", name], vocabulary, issues);
    open.pop();
    read.set(name, condition);
    return condition;
  };

  const vocabulary = { ...words, named, names: Object.keys(documents), all: read };
  for (const name of vocabulary.names) named(name, ["conditions", name]);
  return vocabulary;
}
