/** Printable ASCII but for the quote and the backslash: what JSON writes as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

/**
 * RFC 8785 text of a JSON value: keys in code-unit order, no white space. The value is a private copy already known
 * to be plain JSON (no cycle, no lone surrogate, shallow enough to recurse).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return canonicalList(value);
  return canonicalObject(value as Readonly<Record<string, unknown>>);
}

function canonicalList(list: readonly unknown[]): string {
  let text = "[";
  for (const [index, item] of list.entries())
    text += index === 0 ? canonicalJson(item) : `,${canonicalJson(item)}`;
  return `${text}]`;
}

function canonicalObject(object: Readonly<Record<string, unknown>>): string {
  const keys = inOrder(Object.keys(object));
  let text = "{";
  for (const [index, key] of keys.entries()) {
    text += `${index === 0 ? "" : ","}${quote(key)}:${canonicalJson(object[key])}`;
  }
  return `${text}}`;
}

/** By code unit, in place. Objects are small, so insertion costs a third of `sort`, which copies. */
function inOrder(keys: string[]): readonly string[] {
  if (keys.length > MOST_TO_INSERT) return keys.sort();
  for (let at = 1; at < keys.length; at++) {
    const key = keys[at] ?? "";
    let place = at;
    for (; place > 0 && (keys[place - 1] ?? "") > key; place--) keys[place] = keys[place - 1] ?? "";
    keys[place] = key;
  }
  return keys;
}

const MOST_TO_INSERT = 24;

function quote(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
