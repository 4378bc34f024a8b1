import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Condition } from "./condition.js";
import { DEEPEST_CONDITION, MOST_NODES } from "./condition-schema.js";

interface Size {
  readonly nodes: number;
  readonly depth: number;
}

/** Named conditions are shared, not copied, so each is measured once, however often it is used. */
const measured = new WeakMap<Condition, Size>();

export function checkSize(condition: Condition, path: Path, issues: Issue[]): void {
  const { nodes, depth } = sizeOf(condition);
  if (nodes > MOST_NODES) {
    const counts = { expected: `at most ${MOST_NODES}`, received: `${nodes}` };
    issues.push(issueAt("nodes", path, "the condition has too many parts", counts));
  }
  if (depth > DEEPEST_CONDITION) {
    const counts = { expected: `at most ${DEEPEST_CONDITION}`, received: `${depth}` };
    issues.push(issueAt("depth", path, "the condition nests too deep", counts));
  }
}

function sizeOf(condition: Condition): Size {
  const known = measured.get(condition);
  if (known !== undefined) return known;
  const size = measure(condition);
  measured.set(condition, size);
  return size;
}

function measure(condition: Condition): Size {
  if (condition.kind === "check") return { nodes: 1, depth: 1 };
  const children = condition.kind === "not" ? [condition.of] : condition.of;
  let nodes = 1;
  let depth = 0;
  for (const child of children) {
    const size = sizeOf(child);
    nodes += size.nodes;
    depth = Math.max(depth, size.depth);
  }
  return { nodes, depth: depth + 1 };
}
