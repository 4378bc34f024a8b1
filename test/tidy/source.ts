import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export interface Source {
  /** From `src/` on. */
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** Every file of the house. */
export function readSources(): readonly Source[] {
  const folder = fileURLToPath(new URL("../../src/", import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => sourceOf(path, readFileSync(join(folder, path), "utf8")));
}

export function sourceOf(path: string, text: string): Source {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
}

export function nodesOf(root: ts.Node): readonly ts.Node[] {
  const nodes: ts.Node[] = [root];
  for (const node of nodes) node.forEachChild((child) => void nodes.push(child));
  return nodes;
}

/** What a file imports, types too, however it does it. */
export function importsOf({ tree }: Source): readonly { readonly from: string; readonly node: ts.Node }[] {
  return nodesOf(tree).flatMap((node) => {
    const isStatement = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    const from = isStatement
      ? node.moduleSpecifier
      : ts.isImportTypeNode(node)
        ? node.argument
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    const text = from !== undefined && ts.isLiteralTypeNode(from) ? from.literal : from;
    return text !== undefined && ts.isStringLiteral(text) ? [{ from: text.text, node }] : [];
  });
}

/** The file of ours that an import means; `undefined` for packages and for what is not in `src/`. */
export function targetOf({ path }: Source, from: string): string | undefined {
  if (!from.startsWith(".")) return undefined;
  const target = join(dirname(path), from).replace(/\.js$/, ".ts");
  return target.startsWith("..") ? undefined : target;
}

export function at({ path, tree }: Source, node: ts.Node): string {
  return `src/${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}
