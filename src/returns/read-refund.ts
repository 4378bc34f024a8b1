import * as z from "zod";
import { ClubError, type Issue, issueAt, throwIssues } from "../documents/club-error.js";
import { instant } from "../documents/dates.js";
import { foreignId } from "../documents/names.js";
import { positiveAmount, quantity } from "../documents/numbers.js";
import { parseWith } from "../documents/parse-with.js";
import { record } from "../documents/schema.js";
import { type MemberDocument, memberSchema } from "../facts/member.js";
import type { Program } from "../program/program.js";
import type { Entry } from "../settlement/entry.js";
import { isSealed } from "../settlement/seal.js";
import { copyRequest } from "../standing/document-of.js";
import { readMember } from "../standing/read-member.js";
import type { Member } from "../standing/request.js";
import { requestHash } from "../standing/request-hash.js";
import { parseInstant } from "../units/instant.js";
import { type LocalTime, localTimeOf } from "../units/zone.js";
import { readSale, type Sale } from "./read-sale.js";
import { saleSchema } from "./sale-schema.js";

/** What a till asks for when something of a sale comes back. */
export interface RefundDocument {
  /** The refund's own transaction id, unique in the club: a retry with the same id is the same event. */
  readonly id: string;
  readonly at: string;
  readonly member: MemberDocument;
  /** The entry of the sale, as it was sealed. */
  readonly sale: Entry;
  /** What comes back, by line; either this, or `amount`. */
  readonly returned?: readonly ReturnedLineDocument[] | undefined;
  /** Money to be given back, whatever it is for: spread over what is left of the lines. */
  readonly amount?: string | number | undefined;
  /** Whose fault it is, the customer's unless said: the merchant's leaves the member what the sale gave. */
  readonly cause?: "customer" | "merchant" | undefined;
  /** What the sale was decided on; a program whose refunds look at the rest of it anew needs it. */
  readonly was?: { readonly request: unknown } | undefined;
}

/** So much of a line, or so much money for it. */
export type ReturnedLineDocument =
  | { readonly line: string; readonly quantity: string | number }
  | { readonly line: string; readonly amount: string | number };

const refundSchema = record({
  id: foreignId,
  at: instant,
  member: memberSchema,
  sale: saleSchema,
  returned: z
    .array(
      z.union([record({ line: foreignId, quantity }), record({ line: foreignId, amount: positiveAmount })]),
    )
    .min(1)
    .max(5_000)
    .optional(),
  amount: positiveAmount.optional(),
  cause: z.enum(["customer", "merchant"]).optional(),
  was: record({ request: z.record(z.string(), z.unknown()) }).optional(),
});

/** What is asked for, read in the program's units. */
export interface RefundRequest {
  readonly id: string;
  readonly at: number;
  readonly local: LocalTime;
  readonly member: Member;
  readonly sale: Sale;
  readonly returned: readonly ReturnedLineDocument[] | undefined;
  readonly amount: string | number | undefined;
  readonly cause: "customer" | "merchant";
  readonly was: object | undefined;
  readonly hash: string;
}

const SALES_ONLY = "only a purchase can be taken back";

/** Reads what is asked for. Throws one `ClubError` with every issue: a forged sale is one, too. */
export function readRefund(input: unknown, program: Program): RefundRequest {
  const copy = copyRequest(input);
  checkIsSale(copy);
  const parsed = parseWith(refundSchema as unknown as z.ZodType<RefundDocument>, copy);
  if (!parsed.ok) throw new ClubError(parsed.issues);
  const { id, member, sale: entry, returned, amount, cause = "customer", was } = parsed.value;
  const issues: Issue[] = [];
  const at = parseInstant(parsed.value.at) ?? 0;
  const local = localTimeOf(at, program.zone);
  if (!isSealed(entry))
    issues.push(issueAt("entry-hash", ["sale", "hash"], "the entry is not what was sealed"));
  if (at < (parseInstant(entry.at) ?? 0)) issues.push(issueAt("time-range", ["at"], "lies before the sale"));
  if ((returned === undefined) === (amount === undefined)) {
    issues.push(issueAt("one-of", [], "says what comes back by `returned`, or how much money by `amount`"));
  }
  checkLines(returned ?? [], entry, issues);
  const request = {
    id,
    at,
    local,
    member: readMember(member, { at, local }, program, issues),
    sale: readSale(entry, program, issues),
    returned,
    amount,
    cause,
    was: readWas(was?.request as object | undefined, entry, program, issues),
    hash: requestHash(copy),
  };
  throwIssues(issues);
  return request;
}

/** A refund, an adjustment or an activity sold nothing; that is told alone, for the rest of it fits nowhere. */
function checkIsSale(copy: unknown): void {
  const { sale } = Object(copy) as { readonly sale?: unknown };
  const { kind } = Object(sale) as { readonly kind?: unknown };
  if (typeof kind !== "string" || kind === "purchase") return;
  const sides = { expected: "purchase", received: kind };
  throw new ClubError([issueAt("ref-missing", ["sale", "kind"], SALES_ONLY, sides)]);
}

function checkLines(returned: readonly ReturnedLineDocument[], { lines }: Entry, issues: Issue[]): void {
  const sold = new Set(lines.map(({ id }) => id));
  const named = new Set<string>();
  for (const [index, { line }] of returned.entries()) {
    const path = ["returned", index, "line"];
    if (!sold.has(line))
      issues.push(issueAt("ref-missing", path, `the sale has no line ${JSON.stringify(line)}`));
    if (named.has(line)) issues.push(issueAt("duplicate-id", path, "this line comes back already"));
    named.add(line);
  }
}

/** A new look at a sale is at the very sale, under the very program. */
function readWas(
  was: object | undefined,
  entry: Entry,
  program: Program,
  issues: Issue[],
): object | undefined {
  if (program.refunds.policy !== "reevaluate") return undefined;
  if (was === undefined) {
    const hint = "hand over the sale's own request as `was: { request }`";
    issues.push(
      issueAt("required", ["was"], "is missing: refunds look at the rest of the sale anew", { hint }),
    );
    return undefined;
  }
  if (requestHash(was) !== entry.requestHash) {
    issues.push(issueAt("entry-hash", ["was", "request"], "is not the request of this sale"));
  }
  if (program.hash !== entry.program.hash) {
    const hint = "open the program that the sale was decided by, and refund there";
    const sides = { expected: entry.program.hash, received: program.hash, hint };
    issues.push(
      issueAt("entry-hash", ["sale", "program", "hash"], "the sale was decided by another program", sides),
    );
  }
  return was;
}
