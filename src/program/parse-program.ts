import { type Issue, issueAt, MOST_ISSUES } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { freezeDocument } from "../documents/freeze-document.js";
import { parseWith } from "../documents/parse-with.js";
import type { OfferDocument } from "./offer-document.js";
import type { Program } from "./program.js";
import type { ProgramDocument } from "./program-document.js";
import { programSchema } from "./program-schema.js";
import { readProgram, type SoundDocument } from "./read-program.js";
import type { ResolvedSizes } from "./sizes.js";

export type ProgramParse =
  | { readonly ok: true; readonly program: Program; readonly document: ProgramDocument }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Nesting of the whole document: a condition of 16 levels, two steps each, in an offer, and room. */
const DEEPEST_DOCUMENT = 48;
const LONGEST_TEXT = 1_024;

/** Reads a program: copied, checked by its schema, then by sense, and brought to normal form. Never throws. */
export function parseProgram(input: unknown, sizes: ResolvedSizes): ProgramParse {
  const { characters: units } = sizes;
  const copied = copyDocument(input, { units, nodes: units, depth: DEEPEST_DOCUMENT, text: LONGEST_TEXT });
  if (!copied.ok) return copied;
  const parsed = parseWith(programSchema, copied.copy);
  const issues: Issue[] = parsed.ok ? [] : [...parsed.issues];
  const document = issues.length >= MOST_ISSUES ? undefined : soundPart(copied.copy, issues);
  if (document === undefined) return { ok: false, issues };
  if (document.offers.length > sizes.offers) {
    const counts = { expected: `at most ${sizes.offers}`, received: `${document.offers.length}` };
    return {
      ok: false,
      issues: [issueAt("array-too-long", ["offers"], "there are too many offers", counts)],
    };
  }
  const program = readProgram(document, issues);
  if (issues.length > 0) return { ok: false, issues: distinct(issues) };
  return { ok: true, program, document: freezeDocument(copied.copy) as ProgramDocument };
}

/**
 * The document if its frame is sound, even where single offers are not: so that what is wrong between the others is
 * told in the same breath.
 */
function soundPart(copy: unknown, issues: readonly Issue[]): SoundDocument | undefined {
  const unsound = new Set<number>();
  for (const { path } of issues) {
    const index = /^\/offers\/([0-9]+)/.exec(path)?.[1];
    if (index === undefined) return undefined;
    unsound.add(Number(index));
  }
  const document = copy as ProgramDocument;
  const offers = document.offers.map((offer, index) => (unsound.has(index) ? nameOnly(offer, index) : offer));
  return { ...document, offers, unsound };
}

/** All that the others may ask of an unsound offer: its id, whether it competes, and whether a voucher gives it. */
function nameOnly(offer: unknown, index: number): OfferDocument {
  const { id, always, by } = Object(offer) as Partial<OfferDocument>;
  return {
    id: typeof id === "string" ? id : `/offers/${index}`,
    always: always === true,
    by: by === "voucher" ? by : undefined,
  } as OfferDocument;
}

/** A value that is read once a tier is told once; and only so many at once. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  const told = new Map(issues.map((issue) => [`${issue.code} ${issue.path} ${issue.message}`, issue]));
  return [...told.values()].slice(0, MOST_ISSUES);
}
