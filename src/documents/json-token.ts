/** What a JSON text is made of; `stray` is what none is made of. */
export type TokenKind = "{" | "}" | "[" | "]" | "," | ":" | "text" | "value" | "end" | "stray";

export interface Token {
  readonly kind: TokenKind;
  readonly at: number;
  readonly end: number;
  /** What is wrong inside a text. */
  readonly fault?: { readonly at: number; readonly message: string; readonly hint: string };
}

const WHITE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where a match that begins here ends; `at` itself where there is none. The pattern is sticky. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The token that begins here, or after white space. */
export function readToken(json: string, from: number): Token {
  const at = endOf(WHITE, json, from);
  if (at === json.length) return { kind: "end", at, end: at };
  const sign = json[at];
  switch (sign) {
    case "{":
    case "}":
    case "[":
    case "]":
    case ",":
    case ":":
      return { kind: sign, at, end: at + 1 };
    case '"':
      return readText(json, at);
    default: {
      const end = endOf(SCALAR, json, at);
      return { kind: end > at ? "value" : "stray", at, end };
    }
  }
}

/** Sign by sign, not by one pattern: a pattern with alternatives overflows on a text of millions. */
function readText(json: string, at: number): Token {
  const broken = (place: number, message: string, hint: string): Token => {
    return { kind: "text", at, end: at, fault: { at: place, message, hint } };
  };
  for (let index = at + 1; index < json.length; index++) {
    const code = json.charCodeAt(index);
    if (code === QUOTE) return { kind: "text", at, end: index + 1 };
    if (code < SPACE) {
      const hint = "write it as \\n, \\t or \\u00.., and close every text with a double quote";
      return broken(index, "a text holds a line end or another control character", hint);
    }
    if (code !== BACKSLASH) continue;
    const end = endOf(ESCAPE, json, index);
    if (end === index) {
      const hint = 'a backslash is written \\\\; the others are \\" \\/ \\b \\f \\n \\r \\t \\uXXXX';
      return broken(index, "a text holds an unknown escape", hint);
    }
    index = end - 1;
  }
  return broken(at, "a text is not closed", "close it with a double quote");
}

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
