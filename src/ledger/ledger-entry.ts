import * as z from "zod";
import { ClubError, type Issue, issueAt } from "../documents/club-error.js";
import { grantedInstant, instant } from "../documents/dates.js";
import { foreignId, id } from "../documents/names.js";
import { amount, integer, positiveAmount } from "../documents/numbers.js";
import { type Parsed, parseWith } from "../documents/parse-with.js";
import type { EntryLot, EntryRenewal, Posting } from "../settlement/entry.js";
import { eachOf } from "./each-of.js";
import { copyOf, issuesUnder } from "./read-ledger.js";

/** What the books are kept by; of whatever kind an entry is, it has this. */
export interface LedgerEntry {
  readonly at: string;
  readonly kind: string;
  readonly local: { readonly calendar: "gregorian" | "persian" };
  readonly lots: readonly Pick<EntryLot, "activeAt" | "amount" | "expiresAt" | "id" | "wallet">[];
  readonly memberId: string;
  readonly postings: readonly Posting[];
  /** Lots that last longer from now on; only a purchase has any. */
  readonly renewals?: readonly EntryRenewal[] | undefined;
}

/** The edition of the form that is read here. */
const EDITION = 1;

const text = z.string();

const editionSchema = z.looseObject({ v: integer(1, Number.MAX_SAFE_INTEGER) });

const entrySchema = z.looseObject({
  at: instant,
  kind: text,
  local: z.looseObject({ calendar: z.enum(["gregorian", "persian"]) }),
  lots: z.array(
    z.looseObject({
      activeAt: grantedInstant,
      amount,
      expiresAt: z.union([grantedInstant, z.null()]),
      id: foreignId,
      wallet: id,
    }),
  ),
  memberId: foreignId,
  postings: z.array(
    z.looseObject({
      amount: positiveAmount,
      from: text,
      lot: z.union([foreignId, z.null()]),
      to: text,
      unit: text,
    }),
  ),
  renewals: z
    .array(z.looseObject({ expiresAt: z.union([grantedInstant, z.null()]), lot: foreignId, wallet: id }))
    .optional(),
});

/** Reads an entry that is a private copy already. */
export function readLedgerEntry(copy: unknown): Parsed<LedgerEntry> {
  const edition = parseWith(editionSchema, copy);
  if (!edition.ok) return edition;
  const { v } = edition.value as { readonly v: number };
  if (v !== EDITION) return { ok: false, issues: [unknownEdition(v)] };
  return parseWith(entrySchema as unknown as z.ZodType<LedgerEntry>, copy);
}

function unknownEdition(v: number): Issue {
  const hint = "a newer release wrote it: read it with that one";
  const sides = { expected: `${EDITION}`, received: `${v}`, hint };
  return issueAt("schema-version", ["v"], "the entry has a form that is not known here", sides);
}

/** The entries of a ledger, one by one; the first that cannot be read throws, with its index in the path. */
export function* ledgerEntries(entries: unknown): Generator<LedgerEntry, void, undefined> {
  let index = 0;
  for (const entry of eachOf(entries)) {
    const copied = copyOf(entry);
    const parsed = copied.ok ? readLedgerEntry(copied.value) : copied;
    if (!parsed.ok) throw new ClubError(issuesUnder(`/${index}`, parsed.issues));
    yield parsed.value;
    index += 1;
  }
}
