import * as z from "zod";
import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt, MOST_ISSUES } from "../documents/club-error.js";
import { id } from "../documents/names.js";
import { amount, integer } from "../documents/numbers.js";
import type { Path } from "../documents/pointer.js";
import { record } from "../documents/schema.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";
import { missingRef } from "../program/vocabulary.js";
import { offersById } from "./offers-by-id.js";

/** How often the whole club has had an offer, or how much of a budget is spent. */
export type ClubUseDocument =
  | { readonly offer: string; readonly uses?: number | undefined; readonly members?: number | undefined }
  | { readonly budget: string; readonly amount: string | number };

const count = integer(0, Number.MAX_SAFE_INTEGER);

export const clubUsesSchema = z
  .array(
    z.union([
      record({ offer: id, uses: count.optional(), members: count.optional() }),
      record({ budget: id, amount }),
    ]),
  )
  .max(20_000);

/** What the whole club has had so far; what is not there is nothing yet. */
export interface ClubUses {
  readonly offers: ReadonlyMap<string, OfferUses>;
  /** Spent, in minor units of the currency. */
  readonly budgets: ReadonlyMap<string, bigint>;
}

export interface OfferUses {
  readonly uses: number;
  /** How many different members had it. */
  readonly members: number;
}

const NOTHING: ClubUses = { offers: new Map(), budgets: new Map() };

export function readClubUses(
  documents: readonly ClubUseDocument[] | undefined,
  program: Program,
  issues: Issue[],
): ClubUses {
  if (documents === undefined) return NOTHING;
  const offers = new Map<string, OfferUses>();
  const budgets = new Map<string, bigint>();
  for (const [index, document] of documents.entries()) {
    const path = ["clubUses", index];
    if ("offer" in document) {
      const { offer, uses = 0, members = 0 } = document;
      checkName("offer", offer, { known: offersById(program), told: offers }, path, issues);
      offers.set(offer, { uses, members });
    } else {
      const { code, digits } = program.currency;
      checkName("budget", document.budget, { known: program.budgets, told: budgets }, path, issues);
      const spent = readUnits({ value: document.amount, path: [...path, "amount"] }, digits, code, issues);
      budgets.set(document.budget, spent ?? 0n);
    }
  }
  return { offers, budgets };
}

/** A count under a name that nothing has would be a limit that never ends; one told twice would be half told. */
function checkName(
  what: "offer" | "budget",
  name: string,
  {
    known,
    told,
  }: { readonly known: ReadonlyMap<string, unknown>; readonly told: ReadonlyMap<string, unknown> },
  row: Path,
  issues: Issue[],
): void {
  const path = [...row, what];
  if (!known.has(name)) {
    const hint = issues.length < MOST_ISSUES ? didYouMean(name, [...known.keys()]) : undefined;
    issues.push(missingRef(path, what, name, hint));
  }
  if (told.has(name)) issues.push(issueAt("duplicate-id", path, `the ${what} ${name} is counted already`));
}
