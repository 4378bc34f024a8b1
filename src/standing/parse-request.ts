import * as z from "zod";
import { type Issue, throwIssues } from "../documents/club-error.js";
import { record } from "../documents/schema.js";
import { type MemberDocument, memberSchema } from "../facts/member.js";
import { type TransactionDocument, transactionSchema } from "../facts/transaction.js";
import { parseInstant } from "../units/instant.js";
import { localTimeOf } from "../units/zone.js";
import { type ClubUseDocument, clubUsesSchema, readClubUses } from "./club-uses.js";
import { documentOf } from "./document-of.js";
import { readFacts } from "./read-facts.js";
import { readMember } from "./read-member.js";
import { type RequestTerms, readTransaction } from "./read-transaction.js";
import type { Request } from "./request.js";
import { requestHash } from "./request-hash.js";

/** What a till or checkout asks about: one transaction, of a member or of a guest. */
export interface RequestDocument {
  readonly member?: MemberDocument | undefined;
  readonly transaction: TransactionDocument;
  /** Values of the facts that the program declares. */
  readonly facts?: { readonly [name: string]: unknown } | undefined;
  /** What the whole club had so far, of offers that are limited in all and of budgets; nothing unless said. */
  readonly clubUses?: readonly ClubUseDocument[] | undefined;
}

export const requestSchema = record(
  {
    member: memberSchema.optional(),
    transaction: transactionSchema,
    facts: z.record(z.string(), z.unknown()).optional(),
    clubUses: clubUsesSchema.optional(),
  },
  (it) => ({ ...it }),
);

/**
 * Reads a request in the program's units. Throws one `ClubError` with every issue; nothing half-read is ever decided.
 */
export function parseRequest(input: unknown, terms: RequestTerms): Request {
  const { program } = terms;
  const document = documentOf<RequestDocument>(requestSchema, input);
  const { transaction } = document;
  const issues: Issue[] = [];
  const at = parseInstant(transaction.at) ?? 0;
  const moment = { at, local: localTimeOf(at, program.zone) };
  const member =
    document.member === undefined ? undefined : readMember(document.member, moment, program, issues);
  const request: Request = {
    member,
    transaction: readTransaction(transaction, member, moment, terms, issues),
    facts: readFacts(document.facts, transaction.activity, program, issues),
    clubUses: readClubUses(document.clubUses, program, issues),
    hash: () => requestHash(document),
  };
  throwIssues(issues);
  return request;
}
