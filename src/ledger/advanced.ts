import type { AdvanceDecision } from "../advance.js";
import type { Club } from "../club.js";
import { ClubError } from "../documents/club-error.js";
import type { StandingDocument } from "../facts/standing.js";
import type { ClubUseRow } from "../settlement/quote.js";
import type { ClubUseDocument } from "../standing/club-uses.js";
import { addAmounts } from "../units/amount.js";
import { type Fields, withStanding } from "./asked.js";
import type { Outcome } from "./kept-answer.js";
import type { StoredEntry } from "./store.js";

/** What time had brought the member before it was decided, in the same batch. */
export type Advanced = Pick<AdvanceDecision, "entries" | "intents" | "clubUses">;

export const NOT_ADVANCED: Advanced = { entries: [], intents: [], clubUses: [] };

/** What is decided after time has passed, and the entries that it comes to. */
export interface Afterwards<Result> {
  readonly told: Result;
  readonly entries: readonly (StoredEntry | undefined)[];
}

/**
 * Decides at an instant by what the member has then: what fell due by itself goes before it, in the same batch. The
 * time of a chain begins with its first entry.
 */
export function decideAfter<Result extends object>(
  { club, request, at, standing }: Moment,
  decide: (request: Fields) => Afterwards<Result>,
): Outcome<Result & { readonly advanced: Advanced }> {
  const time = standing === undefined ? undefined : advance(club, request, at, standing, decide);
  const advanced = time === undefined ? NOT_ADVANCED : told(time);
  const counted = { ...request, ...countsWith(request.clubUses, advanced.clubUses) };
  const { told: result, entries } = decide(withStanding(counted, time?.standing ?? standing));
  const booked = entries.filter((entry) => entry !== undefined);
  return { result: { ...result, advanced }, entries: [...advanced.entries, ...booked] };
}

/** Where, and of whom, something is decided. */
export interface Moment {
  readonly club: Club;
  readonly request: Fields;
  readonly at: unknown;
  readonly standing: StandingDocument | undefined;
}

export function told({ entries, intents, clubUses }: AdvanceDecision): Advanced {
  return { entries, intents, clubUses };
}

/** What is wrong with the request is told at its own places, which the decision knows best. */
function advance(
  club: Club,
  request: Fields,
  at: unknown,
  standing: StandingDocument,
  decide: (request: Fields) => unknown,
): AdvanceDecision {
  const asked = withStanding(request, standing);
  const { member, facts, clubUses } = asked;
  try {
    return club.advance({ member, at, facts, clubUses });
  } catch (error) {
    if (error instanceof ClubError) decide(asked);
    throw error;
  }
}

/** The counts of the host, with what time gave. */
function countsWith(counts: unknown, rows: readonly ClubUseRow[]): { readonly clubUses?: unknown } {
  if (rows.length === 0) return {};
  const counted = [...((counts ?? []) as readonly ClubUseDocument[])];
  for (const row of rows) {
    const place = counted.findIndex((one) => nameOf(one) === nameOf(row));
    const there = counted[place];
    if (there === undefined) counted.push(row);
    else counted[place] = sumOf(there, row);
  }
  return { clubUses: counted };
}

function nameOf(one: ClubUseDocument): string {
  return "budget" in one ? `budget ${one.budget}` : `offer ${one.offer}`;
}

function sumOf(one: ClubUseDocument, row: ClubUseRow): ClubUseDocument {
  if ("budget" in one) {
    return "budget" in row ? { budget: one.budget, amount: addAmounts(one.amount, row.amount) } : one;
  }
  if ("budget" in row) return one;
  const { offer, members = 0, uses = 0 } = one;
  return { offer, members: members + row.members, uses: uses + row.uses };
}
