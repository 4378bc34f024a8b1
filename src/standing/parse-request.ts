import { type Issue, throwIssues } from "../documents/club-error.js";
import { parseInstant } from "../units/instant.js";
import { localTimeOf } from "../units/zone.js";
import { readClubUses } from "./club-uses.js";
import { copyTillRequest } from "./copy-till-request.js";
import { documentOf } from "./document-of.js";
import { readFacts } from "./read-facts.js";
import { readMember } from "./read-member.js";
import { type RequestTerms, readTransaction } from "./read-transaction.js";
import type { Request } from "./request.js";
import { requestSchema } from "./request-document.js";
import { tillRequestHash } from "./request-hash.js";

/**
 * Reads a request in the program's units. Throws one `ClubError` with every issue; nothing half-read is ever decided.
 */
export function parseRequest(input: unknown, terms: RequestTerms): Request {
  const { program } = terms;
  const document = documentOf(requestSchema, input, copyTillRequest);
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
    hash: () => tillRequestHash(document),
  };
  throwIssues(issues);
  return request;
}
