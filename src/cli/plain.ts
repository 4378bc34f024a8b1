/** Controls, which a terminal obeys, and direction marks, which turn round the reading of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A text from outside as a terminal may show it: what would move the cursor or the reading is spelled out. */
export function plain(text: string): string {
  return text.replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
