type Names = { readonly [locale: string]: string } | undefined;

/** Hebrew, Arabic and the other scripts that are read from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * What a club calls something: names read from left to right, and those from right to left, which go last in a row.
 */
export function nameTexts(names: Names): readonly [string, string] {
  const all = [...new Set(Object.values(names ?? {}))];
  const ours = all.filter((name) => !RIGHT_TO_LEFT.test(name));
  const theirs = all.filter((name) => RIGHT_TO_LEFT.test(name));
  return [ours.join(" / "), theirs.map(isolated).join(" / ")];
}

/** All names in one text, as titles have them. */
export function nameText(names: Names): string {
  return nameTexts(names)
    .filter((text) => text !== "")
    .join(" · ");
}

/** Wraps right-to-left text so that a terminal that knows of directions keeps what stands around it in place. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}
