import { follow } from "./chain/apply-entry.js";
import type { CompiledProgram } from "./eligibility/compile.js";
import { book, decide, judge } from "./evaluate.js";
import type { StandingDocument } from "./facts/standing.js";
import { composeAdvanceIntents } from "./notification/compose-advance-intents.js";
import type { Intent } from "./notification/intent.js";
import type { Program } from "./program/program.js";
import type { Entry } from "./settlement/entry.js";
import type { ClubUseRow } from "./settlement/quote.js";
import type { Member } from "./standing/request.js";
import { type TierHint, tierHint } from "./standing/tier-forecast.js";
import type { AdvanceEntry } from "./time/advance-entry.js";
import { bringChanges } from "./time/bring-changes.js";
import { composeAdvanceEntry } from "./time/compose-advance-entry.js";
import { type Life, liveOn } from "./time/life.js";
import { type Due, nextDue } from "./time/next-due.js";
import { type Occasion, occasionRequest } from "./time/occasion.js";
import { readAdvance } from "./time/read-advance.js";
import { remindersAt } from "./time/reminders.js";
import { invariant } from "./units/invariant.js";
import { localTimeOf } from "./units/zone.js";

/** What time has brought a member. */
export interface AdvanceDecision {
  /** In the order of their instants, each on the one before. */
  readonly entries: readonly (Entry | AdvanceEntry)[];
  /** What the member, and the shop, should hear of them. */
  readonly intents: readonly Intent[];
  /** Of the member's way on the ladder of tiers, where they are measured. */
  readonly hints?: { readonly tier: TierHint };
  /** What the host adds to its counts of the whole club, row by row. */
  readonly clubUses: readonly ClubUseRow[];
  /** What the member has after the entries; where there are none, what was given. */
  readonly standing: StandingDocument | undefined;
}

/** One entry of time, and what comes with it. */
interface Written extends Pick<AdvanceDecision, "intents" | "clubUses"> {
  readonly entry: Entry | AdvanceEntry;
}

/** What falls due up to an instant, in the order of the instants, each written down before the next is looked for. */
export function advance(club: CompiledProgram, input: unknown): AdvanceDecision {
  const { program } = club;
  const { at, life: beginning } = readAdvance(input, program);
  const written: Written[] = [];
  let life = beginning;
  for (let due = nextDue(club, life, at); due !== undefined; due = nextDue(club, life, at)) {
    life = liveOn(program, life, due);
    for (const step of stepsOf(due)) {
      const one = step(club, life, due);
      if (one === undefined) continue;
      written.push(one);
      life = liveOn(program, life, due, { standing: follow(life.document.standing, one.entry), ...one });
    }
    life = { ...life, since: due.at };
  }
  const hint = program.tiers && tierHint(program, memberAt(program, life, at), at);
  return {
    entries: written.map(({ entry }) => entry),
    intents: written.flatMap(({ intents }) => intents),
    ...(hint === undefined ? {} : { hints: { tier: hint } }),
    clubUses: written.flatMap(({ clubUses }) => clubUses),
    standing: life.document.standing,
  };
}

function memberAt(program: Program, life: Life, at: number): Member {
  return liveOn(program, life, { at, local: localTimeOf(at, program.zone) }).member;
}

type Step = (club: CompiledProgram, life: Life, due: Due) => Written | undefined;

/** The order of one instant: what changes by itself, then occasions, then reminders. */
function stepsOf({ occasions, reminded }: Due): readonly Step[] {
  const given = occasions.map(giveOn);
  return reminded ? [change, ...given, remind] : [change, ...given];
}

function change({ program }: CompiledProgram, { member }: Life, due: Due): Written | undefined {
  const changes = bringChanges(program, member, due);
  if (changes === undefined) return undefined;
  const entry = composeAdvanceEntry(program, member, due, { changes });
  const moment = { at: due.at, local: due.local, entryId: entry.id };
  return {
    entry,
    intents: composeAdvanceIntents(program, member, moment, [], changes.vouchers),
    clubUses: [],
  };
}

/** An occasion is written down whatever is given: so the next advance knows that it has been. */
function giveOn(occasion: Occasion): Step {
  return (club, life, due) => {
    const request = occasionRequest(club.program, occasion, due, life);
    const { entry, intents = [], clubUses } = book(club, decide(club, judge(club, request, occasion.offers)));
    invariant(entry !== undefined, "an occasion asks for nothing that could be refused");
    return { entry, intents, clubUses };
  };
}

/** Nothing is told where what was to be told of has changed at this very instant. */
function remind({ program }: CompiledProgram, { member }: Life, due: Due): Written | undefined {
  const news = remindersAt(program, member, due);
  if (news.length === 0) return undefined;
  const entry = composeAdvanceEntry(program, member, due, { news });
  const moment = { at: due.at, local: due.local, entryId: entry.id };
  return { entry, intents: composeAdvanceIntents(program, member, moment, news), clubUses: [] };
}
