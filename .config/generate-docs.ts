import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { FACTS } from "../src/facts/catalogue.js";
import type { FactDefinition } from "../src/facts/fact-definition.js";
import { FACT_TYPES, type FactType } from "../src/facts/fact-value.js";
import { OPERATOR_NAMES, type Operator, operatorOf } from "../src/facts/operators.js";
import { programSchema } from "../src/program/program-schema.js";

/** A page of the documentation that follows from the source. */
export interface GeneratedPage {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** Every page that is generated; a test compares them with the files. */
export function generatePages(): readonly GeneratedPage[] {
  return [
    { path: "docs/facts.md", text: factsPage() },
    { path: "docs/program.schema.json", text: programJsonSchema() },
  ];
}

function programJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(programSchema, { target: "draft-2020-12", io: "input" });
  const head = {
    $schema,
    $id: "https://unpkg.com/vafa/docs/program.schema.json",
    title: "vafa program",
    description:
      "The document of a loyalty club: wallets, tiers, groups, offers. An editor's aid: `vafa check` tells more.",
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 1)}\n`;
}

const TYPES: { readonly [type in FactType]: string } = {
  boolean: "`true` or `false`",
  text: "a text; compared by code units",
  texts: "a list of texts",
  number: 'an integer or a decimal text with at most 6 decimals: `11`, `"2.5"`, `-3`',
  money: 'an amount in the currency of the program: `"500000"`, `500000`',
  date: '`"2026-11-21"`, or `{ "calendar": "persian", "year": 1405, "month": 8, "day": 30 }`',
  time: '`"15:00"`, up to `"24:00"`',
};

const RIGHT: { readonly [right in Operator["right"]]: string } = {
  same: "of the fact's own type",
  list: "a list of the fact's type",
  element: "one text",
};

function factsPage(): string {
  const operators = OPERATOR_NAMES.flatMap((name) => operatorOf(name) ?? []);
  return `# Facts

Generated from the source by \`npm run generate\`: change it there. What a condition may ask for, and with what it may be
compared; the rules are in the [specification](specification.md#r4-conditions).

## Of the transaction

Known of every transaction, save a channel, location or tenders that the request leaves out, and what only a survey or a
referral says. An activity has no lines: its basket is 0.

${factTable(FACTS.filter(({ ofMember }) => !ofMember))}

## Of the member

Unknown for a guest, and where the request does not say what they are read from.

${factTable(FACTS.filter(({ ofMember }) => ofMember))}

## Declared by the program

| fact | type | where its value comes from |
|---|---|---|
| \`NAME\` | as declared under \`/facts/NAME\` | the request's \`/facts/NAME\`, or else \`/transaction/activity/NAME\` |
| \`member.attributes.NAME\` | as declared under \`/attributes/NAME/type\` | what stands at \`/attributes/NAME/path\` in the member's \`attributes\` |

A value that is missing, \`null\` or not of its declared type is unknown.

## Types

${table(
  ["type", "written as"],
  FACT_TYPES.map((type) => [type, TYPES[type]]),
)}

## Operators

${table(
  ["operator", "facts of type", "compared with"],
  operators.map(({ name, types, right }) => [code(name), types.join(", "), RIGHT[right]]),
)}

In place of a literal, \`value\` may be another fact: \`{ "fact": "…", "params": { … } }\`.
`;
}

function factTable(facts: readonly FactDefinition[]): string {
  return table(
    ["fact", "type", "unit", "params", "meaning"],
    facts.map(({ name, type, unit, paramsNote, meaning }) => [code(name), type, unit, paramsNote, meaning]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { path, text } of generatePages()) writeFileSync(new URL(`../${path}`, import.meta.url), text);
}
