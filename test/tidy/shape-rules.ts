import ts from "typescript";
import { at, nodesOf, type Source } from "./source.js";

const DOORS = ["index.ts", "ledger/ledger.ts"];

export function barrels({ path, tree }: Source): readonly string[] {
  const reexports = tree.statements.filter(
    (one) => ts.isExportDeclaration(one) && one.moduleSpecifier !== undefined,
  );
  const isBarrel =
    !DOORS.includes(path) && (/(^|\/)index\.ts$/.test(path) || reexports.length === tree.statements.length);
  return isBarrel
    ? [`src/${path} only hands on: import from the file that says it; doors alone are barrels`]
    : [];
}

export function names({ path }: Source): readonly string[] {
  const name = path.split("/").at(-1) ?? "";
  const isContainer = /(^|-)(types?|utils?|helpers?|common|constants?|misc|shared|manager|service)\.ts$/.test(
    name,
  );
  const isKebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\.ts$/.test(name);
  return [
    ...(isContainer
      ? [`src/${path} is a container, no meaning: name it by what it does, or by the type it defines`]
      : []),
    ...(isKebab ? [] : [`src/${path}: write file names in kebab-case`]),
  ];
}

const MOST_LINES = 250;
const MANY_LINES = 150;
const MOST_FUNCTION_LINES = 60;

export function sizes(all: readonly Source[]): readonly string[] {
  const lines = ({ tree }: Source) => tree.getLineStarts().length - 1;
  const near = all.filter((one) => lines(one) > MANY_LINES).map((one) => `${one.path} ${lines(one)}`);
  return all
    .filter((one) => lines(one) > MOST_LINES)
    .map(
      (one) =>
        `src/${one.path} has ${lines(one)} lines: split it by meaning (above ${MANY_LINES} are: ${near.join(", ")})`,
    );
}

export function longFunctions(source: Source): readonly string[] {
  return nodesOf(source.tree).flatMap((node) => {
    if (!ts.isFunctionLike(node)) return [];
    const text = node.getText(source.tree).split("\n").length;
    const wrong = `${at(source, node)} is a function of ${text} lines: split it, so that each fits a screen`;
    return text > MOST_FUNCTION_LINES ? [wrong] : [];
  });
}
