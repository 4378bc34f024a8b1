import { parseArgs } from "node:util";
import { didYouMean } from "../documents/closest.js";
import { plain } from "./plain.js";

export type Command =
  | {
      readonly name: "evaluate";
      readonly program: string;
      readonly request: string;
      readonly as: "text" | "json";
    }
  | { readonly name: "check"; readonly program: string }
  | { readonly name: "demo" | "help" | "version" };

export type CommandRead =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The options of each command; those that take a file must be given. */
const COMMANDS = {
  evaluate: { files: ["program", "request"], flags: ["json"] },
  check: { files: ["program"], flags: [] },
  demo: { files: [], flags: [] },
} as const satisfies Record<string, { readonly files: readonly string[]; readonly flags: readonly string[] }>;
type CommandName = keyof typeof COMMANDS;

const NAMES = Object.keys(COMMANDS);

const OPTIONS = {
  program: { type: "string" },
  request: { type: "string" },
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
  const missing = COMMANDS[name].files.filter((file) => !values.has(file));
  const faults = [
    ...others.map((word) => `${name} takes no ${plain(word)}: files follow their option`),
    ...missing.map((file) => `${name} needs --${file} FILE`),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, command: commandOf(name, values) };
}

function commandOf(name: CommandName, values: ReadonlyMap<string, string>): Command {
  const program = values.get("program") ?? "";
  const request = values.get("request") ?? "";
  switch (name) {
    case "evaluate":
      return { name, program, request, as: values.has("json") ? "json" : "text" };
    case "check":
      return { name, program };
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
  const files: readonly string[] = COMMANDS[command].files;
  const flags: readonly string[] = COMMANDS[command].flags;
  if (flags.includes(name)) return value === undefined ? undefined : `${rawName} takes no value`;
  if (!files.includes(name)) {
    const known = [...files, ...flags, "help", "version"].map((option) => `--${option}`);
    return unknown(`${command} has no option ${plain(rawName)}`, rawName, known);
  }
  if (given.has(name)) return `${rawName} is there twice`;
  const isOption = inlineValue !== true && value?.startsWith("-");
  return value === undefined || value === "" || isOption ? `${rawName} needs a file` : undefined;
}

function unknown(fault: string, written: string, known: readonly string[]): string {
  const hint = didYouMean(written, known);
  return hint === undefined ? fault : `${fault}: ${hint}`;
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}
