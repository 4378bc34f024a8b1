import { parseArgs } from "node:util";
import { didYouMean } from "../documents/closest.js";
import { plain } from "./plain.js";
import type { ReplayFiles } from "./replay-files.js";

export type Command =
  | {
      readonly name: "evaluate";
      readonly program: string;
      readonly request: string;
      readonly as: "text" | "json";
    }
  | { readonly name: "check"; readonly program: string }
  | ({ readonly name: "replay" } & ReplayFiles)
  | { readonly name: "verify"; readonly file: string }
  | { readonly name: "demo" | "help" | "version" };

export type CommandRead =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly faults: readonly string[] };

/** What each command needs, and what else it takes; `word` is a file without an option before it. */
const COMMANDS = {
  evaluate: { needs: ["program", "request"], takes: [], flags: ["json"], word: false },
  check: { needs: ["program"], takes: [], flags: [], word: false },
  replay: {
    needs: ["program", "purchases"],
    takes: ["members", "entries", "until"],
    flags: ["json"],
    word: false,
  },
  verify: { needs: [], takes: [], flags: [], word: true },
  demo: { needs: [], takes: [], flags: [], word: false },
} as const satisfies Record<string, Taken>;

interface Taken {
  readonly needs: readonly string[];
  readonly takes: readonly string[];
  readonly flags: readonly string[];
  readonly word: boolean;
}

type CommandName = keyof typeof COMMANDS;

const NAMES = Object.keys(COMMANDS);

const OPTIONS = {
  program: { type: "string" },
  request: { type: "string" },
  purchases: { type: "string" },
  members: { type: "string" },
  entries: { type: "string" },
  until: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Reads the arguments: the command, or everything that is wrong with it. */
export function readCommand(args: readonly string[]): CommandRead {
  // Not strict: it would stop at the first fault, in words of its own.
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const options = tokens.flatMap((token) => (token.kind === "option" ? [token] : []));
  for (const name of ["help", "version"] as const) {
    if (options.some((option) => option.name === name)) return { ok: true, command: { name } };
  }
  const [name, ...others] = words;
  if (name === undefined) return { ok: false, faults: ["which command?"] };
  if (!isCommand(name)) {
    return { ok: false, faults: [unknown(`there is no command ${plain(name)}`, name, NAMES)] };
  }
  const values = new Map<string, string>();
  const slips = options.flatMap((option) => {
    const fault = faultOf(option, name, values);
    values.set(option.name, option.value ?? "");
    return fault ?? [];
  });
  // What else is wrong may follow from these.
  if (slips.length > 0) return { ok: false, faults: slips };
  const { needs, word }: Taken = COMMANDS[name];
  const file = word ? others[0] : undefined;
  const more = word ? others.slice(1) : others;
  const faults = [
    ...more.map((other) =>
      word
        ? `${name} takes one file, and not ${plain(other)} too`
        : `${name} takes no ${plain(other)}: files follow their option`,
    ),
    ...needs.flatMap((option) => (values.has(option) ? [] : [`${name} needs --${option} FILE`])),
    ...(word && file === undefined ? [`${name} needs a file: vafa ${name} FILE`] : []),
  ];
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, command: commandOf(name, values, file ?? "") };
}

function commandOf(name: CommandName, values: ReadonlyMap<string, string>, file: string): Command {
  const program = values.get("program") ?? "";
  const request = values.get("request") ?? "";
  const as = values.has("json") ? "json" : "text";
  switch (name) {
    case "evaluate":
      return { name, program, request, as };
    case "check":
      return { name, program };
    case "replay": {
      const [members, entries, until] = ["members", "entries", "until"].map((option) => values.get(option));
      return { name, program, purchases: values.get("purchases") ?? "", members, entries, until, as };
    }
    case "verify":
      return { name, file };
    case "demo":
      return { name };
  }
}

interface Option {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function faultOf(
  { name, rawName, value, inlineValue }: Option,
  command: CommandName,
  given: ReadonlyMap<string, string>,
): string | undefined {
  const { needs, takes, flags }: Taken = COMMANDS[command];
  const valued = [...needs, ...takes];
  if (flags.includes(name)) return value === undefined ? undefined : `${rawName} takes no value`;
  if (!valued.includes(name)) {
    const known = [...valued, ...flags, "help", "version"].map((option) => `--${option}`);
    return unknown(`${command} has no option ${plain(rawName)}`, rawName, known);
  }
  if (given.has(name)) return `${rawName} is there twice`;
  const isOption = inlineValue !== true && value?.startsWith("-");
  const text = isOption || value === "" ? undefined : value;
  if (name === "until") {
    return text !== undefined && isInstant(text) ? undefined : `${rawName} needs ${AN_INSTANT}`;
  }
  return text === undefined ? `${rawName} needs a file` : undefined;
}

const AN_INSTANT = "an instant with its offset, such as 2026-12-31T23:59:59+03:30";

/** RFC 3339, of a day that there is. */
function isInstant(text: string): boolean {
  const [, date = ""] =
    /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const day = new Date(`${date}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(text)) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
  );
}

function unknown(fault: string, written: string, known: readonly string[]): string {
  const hint = didYouMean(written, known);
  return hint === undefined ? fault : `${fault}: ${hint}`;
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}
