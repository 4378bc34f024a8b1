import * as z from "zod";
import { sha256Hex } from "#sha256";
import { didYouMean } from "../documents/closest.js";
import { ClubError, type Issue, issueAt, throwIssues } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { readDate } from "../documents/dates.js";
import { parseWith } from "../documents/parse-with.js";
import type { Path } from "../documents/pointer.js";
import { record } from "../documents/schema.js";
import { type MemberDocument, memberSchema } from "../facts/member.js";
import { type TransactionDocument, transactionSchema } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import { canonicalJson } from "../units/canonical-json.js";
import { parseInstant } from "../units/instant.js";
import { type LocalTime, localTimeOf } from "../units/zone.js";
import { type ClubUseDocument, clubUsesSchema, readClubUses } from "./club-uses.js";
import { isNationalCode } from "./national-code.js";
import { readTransaction } from "./read-transaction.js";
import type { Member, Request } from "./request.js";
import { readStanding } from "./standing.js";

/** What a till or checkout asks about: one transaction, of a member or of a guest. */
export interface RequestDocument {
  readonly member?: MemberDocument | undefined;
  readonly transaction: TransactionDocument;
  /** Values of the facts that the program declares. */
  readonly facts?: { readonly [name: string]: unknown } | undefined;
  /** What the whole club had so far, of offers that are limited in all and of budgets; nothing unless said. */
  readonly clubUses?: readonly ClubUseDocument[] | undefined;
}

export const requestSchema = record({
  member: memberSchema.optional(),
  transaction: transactionSchema,
  facts: z.record(z.string(), z.unknown()).optional(),
  clubUses: clubUsesSchema.optional(),
});

/** How large a request may be. */
const SIZES = { units: 8_388_608, nodes: 500_000, depth: 24, text: 1_024 };

/**
 * Reads a request in the program's units. Throws one `ClubError` with every issue; nothing half-read is ever decided.
 */
export function parseRequest(input: unknown, program: Program, mostLines: number): Request {
  const copy = copyRequest(input);
  const parsed = parseWith(requestSchema as unknown as z.ZodType<RequestDocument>, copy);
  if (!parsed.ok) throw new ClubError(parsed.issues);
  const { member: document, transaction, facts = NO_FACTS, clubUses } = parsed.value;
  const issues: Issue[] = [];
  const at = parseInstant(transaction.at) ?? 0;
  const local = localTimeOf(at, program.zone);
  const member = document === undefined ? undefined : readMember(document, { at, local }, program, issues);
  const request: Request = {
    member,
    transaction: readTransaction(transaction, member, { at, local, mostLines }, program, issues),
    facts: readFacts(facts, transaction, program, issues),
    clubUses: readClubUses(clubUses, program, issues),
    hash: () => sha256Hex(`vafa:request:1\n${canonicalJson(copy)}`),
  };
  throwIssues(issues);
  return request;
}

/** A private copy of a request, not yet known to be one. */
export function copyRequest(input: unknown): object {
  const copied = copyDocument(input, SIZES);
  if (!copied.ok) throw new ClubError(copied.issues);
  return copied.copy as object;
}

type Facts = Request["facts"];

const NO_FACTS: Facts = {};

/** What is said beside the transaction, and what an activity says of itself. */
function readFacts(
  facts: Facts,
  { activity }: TransactionDocument,
  program: Program,
  issues: Issue[],
): Facts {
  checkFacts(facts, ["facts"], program, issues);
  if (activity === undefined) return facts;
  const path = ["transaction", "activity"];
  checkFacts(activity, path, program, issues);
  for (const name of Object.keys(activity)) {
    if (!Object.hasOwn(facts, name)) continue;
    issues.push(issueAt("one-of", [...path, name], "is said in the request's `facts` already"));
  }
  return { ...activity, ...facts };
}

export function checkFacts(facts: Facts, path: Path, { declared }: Program, issues: Issue[]): void {
  for (const name of Object.keys(facts)) {
    if (declared.has(name)) continue;
    const hint = didYouMean(name, [...declared.keys()]) ?? "the program declares it under /facts";
    const message = `the program declares no fact ${JSON.stringify(name)}`;
    issues.push(issueAt("fact-unknown", [...path, name], message, { hint }));
  }
}

const STANDING: Path = ["member", "standing"];
const NO_ANNIVERSARIES: Member["anniversaries"] = new Map();
const NO_CONTACT: Member["contact"] = {};

export function readMember(
  document: MemberDocument,
  { at, local }: { readonly at: number; readonly local: LocalTime },
  program: Program,
  issues: Issue[],
): Member {
  const {
    id,
    joinedAt,
    birthDate,
    anniversaries,
    segments,
    attributes,
    contact = NO_CONTACT,
    standing,
  } = document;
  if (isNationalCode(id)) {
    const hint = "use an id of your own: entries are kept, and hold no personal numbers";
    issues.push(
      issueAt("pii-in-id", ["member", "id"], "is a national code", { received: "ir-national-code", hint }),
    );
  }
  const born = birthDate === undefined ? undefined : readDate(birthDate);
  if (born !== undefined && born.day > local.day) {
    issues.push(issueAt("time-range", ["member", "birthDate"], "lies after the transaction"));
  }
  return {
    id,
    joinedAt: joinedAt === undefined ? undefined : parseInstant(joinedAt),
    birthDate: born,
    anniversaries:
      anniversaries === undefined
        ? NO_ANNIVERSARIES
        : new Map(anniversaries.map(({ name, date }) => [name, readDate(date)])),
    segments,
    attributes,
    contact,
    standing: readStanding(standing, { at, path: STANDING }, program, issues),
  };
}
