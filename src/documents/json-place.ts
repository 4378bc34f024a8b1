import { endOf, type Token, type TokenKind } from "./json-token.js";

const VALUE: readonly TokenKind[] = ["text", "value", "{", "["];

/** Where the reading of a JSON text can stand: what fits there, and how an issue calls it. */
const PLACES = {
  value: { fits: VALUE, words: "a value" },
  firstItem: { fits: [...VALUE, "]"], words: 'a value or "]"' },
  firstKey: { fits: ["text", "}"], words: 'a key in double quotes or "}"' },
  key: { fits: ["text"], words: "a key in double quotes" },
  colon: { fits: [":"], words: '":"' },
  afterItem: { fits: [",", "]"], words: '"," or "]"' },
  afterMember: { fits: [",", "}"], words: '"," or "}"' },
  end: { fits: ["end"], words: "nothing more" },
} as const satisfies Record<string, { readonly fits: readonly TokenKind[]; readonly words: string }>;

export type JsonPlace = keyof typeof PLACES;

export function fits({ kind }: Token, place: JsonPlace): boolean {
  const kinds: readonly TokenKind[] = PLACES[place].fits;
  return kinds.includes(kind);
}

/** What an issue says of a token that does not fit. */
export interface Misfit {
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
}

export function misfitOf({ kind, at }: Token, place: JsonPlace, json: string): Misfit {
  const sides = { expected: PLACES[place].words, received: kind === "end" ? "the end" : signAt(json, at) };
  const between = VALUE.includes(kind) && (place === "afterItem" || place === "afterMember");
  const parted = between && /[\s"}\]]/.test(json[at - 1] ?? "");
  const hint = parted ? "put a comma before it" : hintFor(json, at, place);
  return hint === undefined ? sides : { ...sides, hint };
}

function signAt(json: string, at: number): string {
  const sign = json.codePointAt(at) ?? 0;
  if (sign > 0x20 && sign < 0x7f) return JSON.stringify(String.fromCodePoint(sign));
  return `U+${sign.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The slips that people make. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201f'`]/y, "JSON has straight double quotes only"],
  [/\/|#|--/y, "JSON has no comments"],
  [/(?:NaN|-?Infinity|undefined|True|False|None|nil)\b/y, "JSON has true, false, null and finite numbers"],
  [/[-+.0-9]/y, "a number is written as 12, -3 or 0.45"],
  [/[A-Za-z_$]/y, "keys and texts stand in double quotes"],
  [/[^ -~]/y, "remove this character: it stands outside of any text"],
];

function hintFor(json: string, at: number, place: JsonPlace): string | undefined {
  if (at === json.length) return "the text ends too early: is all of it there?";
  const closes = json[at] === "}" || json[at] === "]";
  if (closes && (place === "key" || place === "value")) return "remove the comma before it";
  if (place === "end") return "one text holds one JSON value";
  if (place === "colon") return "a colon stands between a key and its value";
  return SLIPS.find(([pattern]) => endOf(pattern, json, at) > at)?.[1];
}

/** Tells lines, columns and offsets, in UTF-16 units; to be asked from front to back. */
export function positionsIn(json: string): (offset: number) => string {
  const lineEnd = /\r\n|\r|\n/g;
  let line = 1;
  let start = 0;
  return (offset) => {
    lineEnd.lastIndex = start;
    while (lineEnd.test(json) && lineEnd.lastIndex <= offset) {
      line += 1;
      start = lineEnd.lastIndex;
    }
    return `line ${line}, column ${offset - start + 1} (offset ${offset})`;
  };
}
