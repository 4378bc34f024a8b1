import type * as z from "zod";
import { copyDocument } from "../documents/copy-document.js";
import { integer } from "../documents/numbers.js";
import { type Parsed, parseWith } from "../documents/parse-with.js";
import { record } from "../documents/schema.js";

/** How large documents may be; what is left out is the default. Beyond the ceilings nobody may go. */
export interface Sizes {
  /** Characters of a program's text: 1,048,576 unless said, 67,108,864 at most. */
  readonly characters?: number | undefined;
  /** Offers of a program: 10,000 unless said, 100,000 at most. */
  readonly offers?: number | undefined;
  /** Lines of a transaction: 500 unless said, 5,000 at most. */
  readonly lines?: number | undefined;
}

export const CEILINGS = { characters: 67_108_864, offers: 100_000, lines: 5_000 } as const;
export const USUAL_SIZES = { characters: 1_048_576, offers: 10_000, lines: 500 } as const;

export type ResolvedSizes = { readonly [key in keyof typeof CEILINGS]: number };

const schema = record({
  characters: integer(1, CEILINGS.characters).optional(),
  offers: integer(1, CEILINGS.offers).optional(),
  lines: integer(1, CEILINGS.lines).optional(),
}) as unknown as z.ZodType<Sizes>;

/** Reads the sizes a caller wants, as any other document. */
export function readSizes(input: unknown): Parsed<ResolvedSizes> {
  const copied = copyDocument(input ?? {}, { units: 1_000, nodes: 100, depth: 4, text: 64 });
  const parsed = copied.ok ? parseWith(schema, copied.copy) : copied;
  if (!parsed.ok)
    return { ok: false, issues: parsed.issues.map((issue) => ({ ...issue, path: `/sizes${issue.path}` })) };
  const { characters, offers, lines } = parsed.value;
  return {
    ok: true,
    value: {
      characters: characters ?? USUAL_SIZES.characters,
      offers: offers ?? USUAL_SIZES.offers,
      lines: lines ?? USUAL_SIZES.lines,
    },
  };
}
