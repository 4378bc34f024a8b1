import { quote } from "../units/canonical-json.js";

/** A list of an entry that is short, and mostly empty. */
export function writeList<T>(items: readonly T[], write: (item: T) => string): string {
  const { length } = items;
  if (length === 0) return "[]";
  let text = `[${write(items[0] as T)}`;
  for (let at = 1; at < length; at++) text += `,${write(items[at] as T)}`;
  return `${text}]`;
}

/** A text of our own, or none. */
export function plain(text: string | null): string {
  return text === null ? "null" : `"${text}"`;
}

/** A text that others wrote, or none. */
export function foreign(text: string | null): string {
  return text === null ? "null" : quote(text);
}
