import * as z from "zod";
import { sha256Hex } from "#sha256";
import { didYouMean } from "../documents/closest.js";
import { ClubError, type Issue, issueAt, throwIssues } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { readDate } from "../documents/dates.js";
import { markNotBuilt } from "../documents/not-built.js";
import { parseWith } from "../documents/parse-with.js";
import { record } from "../documents/schema.js";
import { foldCode } from "../facts/catalogue.js";
import { type MemberDocument, memberSchema } from "../facts/member.js";
import { type TransactionDocument, transactionSchema } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import { canonicalJson } from "../units/canonical-json.js";
import { parseInstant } from "../units/instant.js";
import { type LocalTime, localTimeOf } from "../units/zone.js";
import { isNationalCode } from "./national-code.js";
import { readLines } from "./read-lines.js";
import type { Member, Request, Transaction } from "./request.js";
import { readStanding } from "./standing.js";

/** What a till or checkout asks about: one transaction, of a member or of a guest. */
export interface RequestDocument {
  readonly member?: MemberDocument | undefined;
  readonly transaction: TransactionDocument;
  /** Values of the facts that the program declares. */
  readonly facts?: { readonly [name: string]: unknown } | undefined;
}

export const requestSchema = record({
  member: memberSchema.optional(),
  transaction: transactionSchema,
  facts: z.record(z.string(), z.unknown()).optional(),
});

/** How large a request may be. */
const SIZES = { units: 8_388_608, nodes: 500_000, depth: 24, text: 1_024 };

/**
 * Reads a request in the program's units. Throws one `ClubError` with every issue; nothing half-read is ever decided.
 */
export function parseRequest(input: unknown, program: Program, mostLines: number): Request {
  const copy = copyRequest(input);
  const parsed = parseWith(requestSchema as unknown as z.ZodType<RequestDocument>, copy);
  if (!parsed.ok) throw new ClubError(parsed.issues.map(markNotBuilt));
  const { member, transaction, facts = {} } = parsed.value;
  const issues: Issue[] = [];
  const at = parseInstant(transaction.at) ?? 0;
  const local = localTimeOf(at, program.zone);
  const request: Request = {
    member: member === undefined ? undefined : readMember(member, local, program, issues),
    transaction: readTransaction(transaction, { at, local, mostLines }, program, issues),
    facts,
    hash: () => sha256Hex(`vafa:request:1\n${canonicalJson(copy)}`),
  };
  checkFacts(facts, program, issues);
  throwIssues(issues);
  return request;
}

/** A private copy of a request, not yet known to be one. */
export function copyRequest(input: unknown): object {
  const copied = copyDocument(input, SIZES);
  if (!copied.ok) throw new ClubError(copied.issues);
  return copied.copy as object;
}

function checkFacts(
  facts: { readonly [name: string]: unknown },
  { declared }: Program,
  issues: Issue[],
): void {
  for (const name of Object.keys(facts)) {
    if (declared.has(name)) continue;
    const hint = didYouMean(name, [...declared.keys()]) ?? "the program declares it under /facts";
    issues.push(
      issueAt("fact-unknown", ["facts", name], `the program declares no fact ${JSON.stringify(name)}`, {
        hint,
      }),
    );
  }
}

function readMember(document: MemberDocument, local: LocalTime, program: Program, issues: Issue[]): Member {
  const {
    id,
    joinedAt,
    birthDate,
    anniversaries = [],
    segments,
    attributes,
    contact = {},
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
    anniversaries: new Map(anniversaries.map(({ name, date }) => [name, readDate(date)])),
    segments,
    attributes,
    contact,
    standing: readStanding(standing, ["member", "standing"], program, issues),
  };
}

interface Moment {
  readonly at: number;
  readonly local: LocalTime;
  readonly mostLines: number;
}

function readTransaction(
  document: TransactionDocument,
  { at, local, mostLines }: Moment,
  program: Program,
  issues: Issue[],
): Transaction {
  const { id, type, currency, channel, location, codes = [], tenders, lines } = document;
  if (currency !== program.currency.code) {
    const sides = { expected: program.currency.code, received: currency };
    issues.push(
      issueAt("currency-mismatch", ["transaction", "currency"], "is not the currency of the program", sides),
    );
  }
  if (lines.length > mostLines) {
    const counts = { expected: `at most ${mostLines}`, received: `${lines.length}` };
    issues.push(issueAt("array-too-long", ["transaction", "lines"], "there are too many lines", counts));
  }
  return {
    id,
    type,
    at,
    local,
    channel,
    location,
    codes: codes.map(foldCode),
    tenders: tenders?.map((tender) => tender.type),
    lines: readLines(lines, program, issues),
  };
}
