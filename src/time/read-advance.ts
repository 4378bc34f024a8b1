import * as z from "zod";
import { type Issue, issueAt, throwIssues } from "../documents/club-error.js";
import { instant } from "../documents/dates.js";
import { record } from "../documents/schema.js";
import { type MemberDocument, memberSchema } from "../facts/member.js";
import type { Program } from "../program/program.js";
import { type ClubUseDocument, clubUsesSchema, readClubUses } from "../standing/club-uses.js";
import { documentOf } from "../standing/document-of.js";
import { lastToldOf } from "../standing/last-told.js";
import { checkFacts } from "../standing/read-facts.js";
import { readMember } from "../standing/read-member.js";
import type { Member } from "../standing/request.js";
import { parseInstant } from "../units/instant.js";
import { localTimeOf } from "../units/zone.js";
import type { Life } from "./life.js";

/** A member, and up to when their time passes. */
export interface AdvanceDocument {
  readonly member: MemberDocument;
  /** Up to this instant, included. */
  readonly at: string;
  /** Values of the facts that the program declares, for offers on occasions. */
  readonly facts?: { readonly [name: string]: unknown } | undefined;
  /** What the whole club had so far, of offers that are limited in all and of budgets; nothing unless said. */
  readonly clubUses?: readonly ClubUseDocument[] | undefined;
}

const advanceSchema = record({
  member: memberSchema,
  at: instant,
  facts: z.record(z.string(), z.unknown()).optional(),
  clubUses: clubUsesSchema.optional(),
});

/** What is asked for, read in the program's units. */
export interface AdvanceRequest {
  readonly at: number;
  /** The member where their time begins. */
  readonly life: Life;
}

export function readAdvance(input: unknown, program: Program): AdvanceRequest {
  const {
    at: written,
    member: document,
    facts = {},
    clubUses,
  } = documentOf<AdvanceDocument>(advanceSchema, input);
  const issues: Issue[] = [];
  const at = parseInstant(written) ?? 0;
  const member = readMember(document, { at, local: localTimeOf(at, program.zone) }, program, issues);
  checkFacts(facts, ["facts"], program, issues);
  const uses = readClubUses(clubUses, program, issues);
  const since = beginningOf(document, member);
  if (since === undefined) {
    const hint = "say when they joined, or up to when their time is written down: member.standing.advancedTo";
    issues.push(issueAt("required", ["member", "joinedAt"], "nothing says since when time passes", { hint }));
  }
  throwIssues(issues);
  return { at, life: { document, member, since: since ?? at, clubUses: uses, facts } };
}

/** Time runs on from where it was written down to; else from what the standing tells last; else from the first day. */
function beginningOf({ standing }: MemberDocument, { joinedAt, standing: read }: Member): number | undefined {
  if (read.advancedTo !== undefined) return read.advancedTo;
  const told = standing && lastToldOf(standing);
  return told === undefined ? joinedAt : parseInstant(told);
}
