/**
 * RFC 8785 text of a JSON value: keys in code-unit order, no white space. The value is a private copy already known
 * to be plain JSON (no cycle, no lone surrogate, shallow enough to recurse).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return canonicalList(value);
  return canonicalObject(value as Readonly<Record<string, unknown>>);
}

function canonicalList(list: readonly unknown[]): string {
  if (list.length === 0) return "[]";
  let text = `[${canonicalJson(list[0])}`;
  for (let at = 1; at < list.length; at++) text += `,${canonicalJson(list[at])}`;
  return `${text}]`;
}

function canonicalObject(object: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(object);
  if (keys.length === 0) return "{}";
  const { inOrder, heads } = shapeOf(keys);
  let text = "";
  for (let at = 0; at < inOrder.length; at++) {
    const value = object[inOrder[at] as string];
    // Nearly all values are texts: those are written without going round again.
    text += (heads[at] as string) + (typeof value === "string" ? quote(value) : canonicalJson(value));
  }
  return `${text}}`;
}

/** How objects of certain keys are written. */
interface Shape {
  readonly keys: readonly string[];
  /** By code unit. */
  readonly inOrder: readonly string[];
  /** What stands before each value: `{"a":`, `,"b":`. */
  readonly heads: readonly string[];
}

/**
 * Documents of one kind come again and again, so shapes are remembered: ordering and quoting keys is most of the work.
 * By the last key, for that tells kinds of object apart better than the first, which is often `id`.
 */
const shapes = new Map<string, Shape>();
const REMEMBERED = 256;
const MOST_KEYS = 24;

function shapeOf(keys: readonly string[]): Shape {
  const last = keys.at(-1) ?? "";
  const known = shapes.get(last);
  if (known !== undefined && isSame(keys, known.keys)) return known;
  const inOrder = [...keys].sort();
  const shape = { keys, inOrder, heads: inOrder.map((key, at) => `${at === 0 ? "{" : ","}${quote(key)}:`) };
  if (shapes.size >= REMEMBERED) shapes.clear();
  if (keys.length <= MOST_KEYS) shapes.set(last, shape);
  return shape;
}

/** Are these the same keys in the same order? */
function isSame(keys: readonly string[], others: readonly string[]): boolean {
  if (keys.length !== others.length) return false;
  for (let at = 0; at < keys.length; at++) if (keys[at] !== others[at]) return false;
  return true;
}

/** A JSON text. */
export function quote(text: string): string {
  return `"${escaped(text)}"`;
}

/**
 * What stands between its quotes. Nearly all texts are plain ASCII that is written as it is: a look at each letter costs
 * a third of a pattern.
 */
export function escaped(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < SPACE || unit > TILDE || unit === QUOTE || unit === BACKSLASH)
      return JSON.stringify(text).slice(1, -1);
  }
  return text;
}

const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const TILDE = 126;
