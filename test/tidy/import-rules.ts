import ts from "typescript";
import { at, importsOf, type Source, targetOf } from "./source.js";

/** The house, from left to right: a file imports from its own room, or from rooms to its left. */
const ROOMS = [
  "units",
  "documents",
  "facts",
  "program",
  "standing",
  "eligibility",
  "valuation",
  "selection",
  "settlement",
  "returns",
  "time",
  "chain",
  "notification",
  "decision.ts",
  "evaluate.ts",
  "refund.ts",
  "adjust.ts",
  "advance.ts",
  "club.ts",
  "async",
  "ledger",
  "draw",
  "index.ts",
  "cli",
] as const;

/** Which room a package belongs to; nobody else imports it. */
const PACKAGES: { readonly [name: string]: { readonly rooms: readonly string[]; readonly instead: string } } =
  {
    "decimal.js": { rooms: ["units"], instead: "use units/rate.ts" },
    "date-fns": { rooms: ["units"], instead: "use units/calendar.ts" },
    "@date-fns/tz": { rooms: ["units"], instead: "use units/zone.ts" },
    "jalaali-js": { rooms: ["units"], instead: "use units/calendar.ts" },
    "@noble/hashes": { rooms: ["units"], instead: 'import { sha256Hex } from "#sha256"' },
    "intl-messageformat": {
      rooms: ["notification", "program/read-own-text.ts"],
      instead: "use notification/messages.ts",
    },
    "json-rules-engine": { rooms: ["async"], instead: "nobody else is to carry this dependency" },
    node: {
      rooms: ["cli", "units/sha256-node.ts"],
      instead: "the library runs in a browser: keep it to the command",
    },
  };

/** What the command takes of the library's own files: how texts are read, and how a slip is told. */
const CLI_TAKES = ["documents/json-text.ts", "documents/closest.ts"];

function roomOf(path: string): number {
  const [first = ""] = path.split("/");
  return (ROOMS as readonly string[]).indexOf(first);
}

export function directions(source: Source): readonly string[] {
  const room = roomOf(source.path);
  if (room < 0)
    return [`src/${source.path} is in no room: give it one in ROOMS, at its place from left to right`];
  return importsOf(source).flatMap(({ from, node }) => {
    const target = targetOf(source, from);
    if (target === undefined) return [];
    const fromCli =
      source.path.startsWith("cli/") && !target.startsWith("cli/") && !CLI_TAKES.includes(target);
    if (fromCli)
      return [`${at(source, node)} imports ${target}: the command knows the library as "vafa" only`];
    const wrong = `${at(source, node)} imports ${target}, to its right: hand it over as an argument, or move what both need to the left`;
    return roomOf(target) > room ? [wrong] : [];
  });
}

export function packages(source: Source): readonly string[] {
  return importsOf(source).flatMap(({ from, node }) => {
    const [name] = Object.keys(PACKAGES).filter(
      (one) => from === one || from.startsWith(`${one}/`) || from.startsWith(`${one}:`),
    );
    const { rooms = [], instead = "" } = PACKAGES[name ?? ""] ?? {};
    const isFree =
      name === undefined || rooms.some((room) => source.path === room || source.path.startsWith(`${room}/`));
    if (!isFree) return [`${at(source, node)} imports ${from}: ${instead}`];
    if (from !== "zod" || !ts.isImportDeclaration(node)) return [];
    const bindings = node.importClause?.namedBindings;
    const isWhole = bindings !== undefined && ts.isNamespaceImport(bindings);
    return isWhole
      ? []
      : [`${at(source, node)}: write \`import * as z from "zod"\`: any other form bundles 64 languages`];
  });
}

export function cycles(all: readonly Source[]): readonly string[] {
  const next = new Map(
    all.map((source) => [source.path, importsOf(source).flatMap(({ from }) => targetOf(source, from) ?? [])]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const turn = way.indexOf(path);
    if (turn >= 0)
      found.push(`${[...way.slice(turn), path].join(" → ")}: move what they share into a file of its own`);
    if (turn >= 0 || done.has(path)) return;
    for (const other of next.get(path) ?? []) visit(other, [...way, path]);
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  return found;
}
