import ts from "typescript";
import { at, nodesOf, type Source } from "./source.js";

/** Calls that make a decision depend on more than its input, by how they are written. */
const BANNED: readonly (readonly [RegExp, string])[] = [
  [
    /^(Date|performance)\.now$|^new Date\(\)$/,
    "take the instant from the transaction: nothing reads a clock",
  ],
  [/^Math\.random$/, "derive it from the input: the same request gives the same bytes"],
  [/^(Number\.)?parseFloat$/, "read amounts with units/amount.ts, rates with units/rate.ts: never a float"],
  [
    /\.(toLocale\w*|localeCompare)$|^Intl\.(?!DateTimeFormat$)\w+$/,
    "locales differ between machines: compare with units/code-unit-order.ts",
  ],
  [
    /^process\.|^console\./,
    "the library has no surroundings and no logger: return it, and let the caller say it",
  ],
  [/^JSON\.parse$/, "read texts with documents/json-text.ts, which finds keys that are there twice"],
  [/^eval$|^new Function\(/, "pages forbid it (CSP): compile to closures"],
];

export function bannedCalls(source: Source): readonly string[] {
  if (source.path.startsWith("cli/")) return [];
  return nodesOf(source.tree).flatMap((node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword)
      return [`${at(source, node)} says \`any\`: say \`unknown\`, and find out`];
    if (ts.isNonNullExpression(node))
      return [`${at(source, node)} says \`!\`: test for undefined, or use invariant()`];
    const isName =
      ts.isPropertyAccessExpression(node) ||
      ts.isNewExpression(node) ||
      (ts.isIdentifier(node) && ts.isCallExpression(node.parent));
    const text = isName ? node.getText(source.tree).replaceAll("?.", ".") : "";
    const ban = BANNED.find(([pattern]) => pattern.test(text));
    if (ban === undefined || (text === "JSON.parse" && source.path === "documents/json-text.ts")) return [];
    return [`${at(source, node)} uses ${text}: ${ban[1]}`];
  });
}
