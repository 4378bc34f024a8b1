import type { Issue } from "./club-error.js";

const LONE_SURROGATE = /\p{Surrogate}/u;
/** Controls other than tab and line ends, and the marks that reverse the reading of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/;
/** Any of those, surrogates in pairs, and isolates: one look at a text tells that there is nothing to look for. */
const SUSPECT = /[^\t\n\r -~\u00a0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\uffff]/;

const SPACE = 0x20;
const TILDE = 0x7e;

/** Is there anything in the text to look at more closely? Quick, for almost no text is. */
export function isSuspect(text: string, longest: number): boolean {
  if (text.length > longest) return true;
  // Most texts are short and plain ASCII: those are looked through in less time than a pattern takes to begin.
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < SPACE || unit > TILDE) return SUSPECT.test(text);
  }
  return false;
}

/** What is wrong with a text: too long, ill-formed, or holding marks that deceive who reads it. */
export function textFaults(text: string, longest: number): readonly Omit<Issue, "path">[] {
  if (text.length > longest) {
    const expected = `at most ${longest} UTF-16 units`;
    return [
      { code: "string-too-long", message: "the text is too long", expected, received: `${text.length}` },
    ];
  }
  const faults: Omit<Issue, "path">[] = [];
  if (LONE_SURROGATE.test(text)) {
    faults.push({ code: "text-illformed", message: "the text holds half of a surrogate pair" });
  }
  if (CONTROL.test(text) || !isolatesBalance(text)) {
    const message = "the text holds a control or direction mark that deceives the reader";
    const hint =
      "remove U+202A to U+202E and control characters; close every isolate (U+2066 to U+2068) with U+2069";
    faults.push({ code: "text-control", message, hint });
  }
  return faults;
}

function isolatesBalance(text: string): boolean {
  let open = 0;
  for (const mark of text) {
    if (mark >= "\u2066" && mark <= "\u2068") open += 1;
    else if (mark === "\u2069" && --open < 0) return false;
  }
  return open === 0;
}
