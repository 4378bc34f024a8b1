import type * as z from "zod";
import { didYouMean } from "../documents/closest.js";
import type { IssueCode } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { type Finding, tree } from "../documents/schema.js";
import { OPERATOR_NAMES } from "../facts/operators.js";
import type { ConditionDocument } from "./condition-document.js";

/** Nesting that a person can still read. */
export const DEEPEST_CONDITION = 16;

/** The most nodes one offer's condition may have, named conditions counted each time they are used. */
export const MOST_NODES = 512;

const ITSELF = { $ref: "#/$defs/condition" };
const node = (key: string, inner: object) => ({
  type: "object",
  properties: { [key]: inner },
  required: [key],
  additionalProperties: false,
});

const SHAPE = {
  id: "condition",
  description: "a tree of comparisons, in the syntax of json-rules-engine",
  anyOf: [
    node("all", { type: "array", items: ITSELF }),
    node("any", { type: "array", items: ITSELF, minItems: 1 }),
    node("not", ITSELF),
    node("condition", { type: "string" }),
    {
      type: "object",
      properties: {
        fact: { type: "string" },
        operator: { type: "string", enum: OPERATOR_NAMES },
        value: {},
        params: { type: "object" },
      },
      required: ["fact", "operator", "value"],
      additionalProperties: false,
    },
  ],
};

/**
 * The shape of a condition, stricter than json-rules-engine: what that engine lets pass and reads as true (an empty
 * `any`, a forgotten operand, an ignored key) is an issue here.
 */
export const conditionSchema: z.ZodType<ConditionDocument, ConditionDocument> = tree(SHAPE, (written) =>
  hasTooMany(written)
    ? [{ ...found("nodes", [], "the condition has too many parts"), expected: `at most ${MOST_NODES}` }]
    : inspect(written, []),
);

/** Counts the nodes as written, before anything is said of each. */
function hasTooMany(written: unknown): boolean {
  const open = [written];
  for (let nodes = 0; open.length > 0; nodes++) {
    if (nodes + open.length > MOST_NODES) return true;
    const { all, any, not } = Object(open.pop()) as Record<string, unknown>;
    for (const list of [all, any]) if (Array.isArray(list)) for (const child of list) open.push(child);
    if (not !== undefined) open.push(not);
  }
  return false;
}

const KINDS = ["all", "any", "not", "condition", "fact"] as const;
type Kind = (typeof KINDS)[number];
const CHECK_KEYS = ["fact", "operator", "value", "params"];

function found(code: IssueCode, path: Path, message: string, hint?: string): Finding {
  return hint === undefined ? { code, path, message } : { code, path, message, hint };
}

function inspect(written: unknown, path: Path): readonly Finding[] {
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    return [
      found("cond-shape", path, "must be a condition: an object with all, any, not, condition or fact"),
    ];
  }
  if (path.length > 2 * DEEPEST_CONDITION) {
    return [found("depth", path, `a condition nests at most ${DEEPEST_CONDITION} levels`)];
  }
  const keys = Object.keys(written);
  const [kind, ...others] = KINDS.filter((one) => keys.includes(one));
  if (kind === undefined) {
    const hint = didYouMean(keys[0] ?? "", [...KINDS, ...CHECK_KEYS]);
    return [found("cond-shape", path, "must have one of all, any, not, condition or fact", hint)];
  }
  if (others.length > 0) {
    return [
      found("cond-shape", path, `has ${[kind, ...others].join(" and ")} side by side: a node is one thing`),
    ];
  }
  const foreign = keys.flatMap((key) => inspectKey(key, kind, path));
  return [...foreign, ...inspectKind(kind, written as Record<string, unknown>, path)];
}

function inspectKind(kind: Kind, written: Record<string, unknown>, path: Path): readonly Finding[] {
  const inner = written[kind];
  const innerPath = [...path, kind];
  switch (kind) {
    case "all":
    case "any":
      if (!Array.isArray(inner)) return [found("cond-shape", innerPath, "must be a list of conditions")];
      if (kind === "any" && inner.length === 0) {
        return [
          found("cond-empty", innerPath, "any of nothing is never true", "for always, write `all: []`"),
        ];
      }
      return inner.flatMap((child: unknown, index) => inspect(child, [...innerPath, index]));
    case "not":
      return inspect(inner, innerPath);
    case "condition":
      return typeof inner === "string"
        ? []
        : [found("cond-shape", innerPath, "must be the name of a condition")];
    case "fact":
      return inspectCheck(written, path);
  }
}

function inspectKey(key: string, kind: Kind, path: Path): readonly Finding[] {
  const known = kind === "fact" ? CHECK_KEYS : [kind];
  if (known.includes(key)) return [];
  if (key === "path") {
    const hint = "declare the value under `attributes` with its path";
    return [found("path-forbidden", [...path, key], "a condition reads no paths", hint)];
  }
  const message = `the field ${JSON.stringify(key)} is not known here`;
  return [found("unknown-field", [...path, key], message, didYouMean(key, known))];
}

function inspectCheck(
  { fact, operator, value, params }: Record<string, unknown>,
  path: Path,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (typeof fact !== "string") findings.push(found("type", [...path, "fact"], "must be the name of a fact"));
  if (operator === undefined) findings.push(found("required", [...path, "operator"], "is missing"));
  else if (typeof operator !== "string" || !OPERATOR_NAMES.includes(operator)) {
    const hint = typeof operator === "string" ? didYouMean(operator, OPERATOR_NAMES) : undefined;
    findings.push(
      found("operator-unknown", [...path, "operator"], `must be one of ${OPERATOR_NAMES.join(", ")}`, hint),
    );
  }
  if (value === undefined) findings.push(found("required", [...path, "value"], "is missing"));
  if (params !== undefined && (typeof params !== "object" || params === null || Array.isArray(params))) {
    findings.push(found("type", [...path, "params"], "must be an object"));
  }
  return findings;
}
