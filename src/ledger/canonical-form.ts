/*
 * Entries are canonical JSON: their keys in order, no white space, one way to write each value. So an entry of a known
 * form is matched by one pattern, which says as much as a parser, a schema and a check of its canonical form together,
 * at a tenth of their cost. What does not fit to the letter is left to those, and to what they say of it.
 */

/** How a value stands in canonical text, and what is read of it. */
export interface Form<T> {
  readonly pattern: string;
  /** The same with one group: around what is read, which `null` has none of. */
  readonly group: string;
  /** `undefined` where it is none after all. */
  readonly read: (found: string | undefined) => T | undefined;
}

/** An object, which may be a row of a list. */
export interface RowForm<T> extends Form<T> {
  /** The object that begins at this place of the text; the next one begins behind `end`, and a comma. */
  readonly readAt: (text: string, at: number) => { readonly value: T; readonly end: number } | undefined;
}

/** Patterns of what only has to be there. A text longer than documents may have, or one to look at closely, is none. */
const LETTER = " !#-\\[\\]-~\u00a0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\uffff";
export const TEXT = `"[${LETTER}]{0,1024}"`;
export const TEXT_OR_NULL = nullOr(TEXT);
export const WHOLE = "(?:0|[1-9][0-9]{0,14})";
export const WHOLE_OR_NULL = nullOr(WHOLE);
export const FLAG = "(?:true|false)";
export const TEXTS = list(TEXT);

export function nullOr(pattern: string): string {
  return `(?:null|${pattern})`;
}

export function list(pattern: string): string {
  return `\\[(?:${pattern}(?:,${pattern})*)?\\]`;
}

/** An object of exactly these keys. */
export function object(patterns: { readonly [key: string]: string }): string {
  const members = Object.keys(patterns)
    .sort()
    .map((key) => `"${key}":${patterns[key]}`);
  return `\\{${members.join(",")}\\}`;
}

/** A text of this pattern, which has no groups; and for which the test says yes. */
export function text<T extends string = string>(pattern: string, fits?: (found: string) => boolean): Form<T> {
  return {
    pattern: `"${pattern}"`,
    group: `"(${pattern})"`,
    read: (found) => (found !== undefined && (fits === undefined || fits(found)) ? (found as T) : undefined),
  };
}

export const anyText = text(`[${LETTER}]{0,1024}`);

export const whole: Form<number> = {
  pattern: WHOLE,
  group: `(${WHOLE})`,
  read: (found) => (found === undefined ? undefined : Number(found)),
};

export function orNull<T>({ group, pattern, read }: Form<T>): Form<T | null> {
  return {
    pattern: nullOr(pattern),
    group: nullOr(group),
    read: (found) => (found === undefined ? null : read(found)),
  };
}

export function listOf<T>({ pattern, readAt }: RowForm<T>): Form<readonly T[]> {
  return {
    pattern: list(pattern),
    group: `(${list(pattern)})`,
    read(found = "[]") {
      const rows: T[] = [];
      for (let at = 1; at < found.length - 1; ) {
        const row = readAt(found, at);
        if (row === undefined) return undefined;
        rows.push(row.value);
        at = row.end + 1;
      }
      return rows;
    },
  };
}

/** A list of texts of this pattern, which has no groups and lets no quote pass. */
export function textsOf(pattern: string): Form<readonly string[]> {
  return {
    pattern: list(`"${pattern}"`),
    group: `(${list(`"${pattern}"`)})`,
    read: (found = "[]") => (found === "[]" ? [] : found.slice(2, -2).split('","')),
  };
}

/** An object of these keys, which are read, and others. */
export function objectOf<T extends object>(
  kept: { readonly [Key in keyof T]: Form<T[Key]> },
  others: { readonly [key: string]: string } = {},
): RowForm<T> {
  const forms: { readonly [key: string]: Form<unknown> } = kept;
  const keys = Object.keys(kept).sort();
  const readers = keys.map((key) => (forms[key] as Form<unknown>).read);
  const patternsBy = (side: "pattern" | "group") =>
    object({ ...others, ...Object.fromEntries(keys.map((key) => [key, forms[key]?.[side] ?? ""])) });
  const inner = new RegExp(patternsBy("group"), "y");
  const readAt = (text: string, at: number) => {
    inner.lastIndex = at;
    const match = inner.exec(text);
    if (match === null) return undefined;
    const value: Record<string, unknown> = {};
    for (let index = 0; index < keys.length; index++) {
      const member = readers[index]?.(match[index + 1]);
      if (member === undefined) return undefined;
      value[keys[index] as string] = member;
    }
    return { value: value as T, end: inner.lastIndex };
  };
  return {
    pattern: patternsBy("pattern"),
    group: `(${patternsBy("pattern")})`,
    read: (found = "") => readAt(found, 0)?.value,
    readAt,
  };
}
