import { byCodeUnit } from "./code-unit-order.js";

/**
 * RFC 8785 text of a JSON value: keys in code-unit order, no white space. The value is a private copy already known
 * to be plain JSON (no cycle, no lone surrogate, shallow enough to recurse).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
