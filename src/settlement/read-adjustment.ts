import * as z from "zod";
import { didYouMean } from "../documents/closest.js";
import { ClubError, type Issue, throwIssues } from "../documents/club-error.js";
import { instant } from "../documents/dates.js";
import { foreignId, id } from "../documents/names.js";
import { positiveAmount } from "../documents/numbers.js";
import { record } from "../documents/schema.js";
import { type MemberDocument, memberSchema } from "../facts/member.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";
import { missingRef } from "../program/vocabulary.js";
import type { Wallet } from "../program/wallet.js";
import { documentOf } from "../standing/document-of.js";
import { readMember } from "../standing/read-member.js";
import type { Member } from "../standing/request.js";
import { requestHash } from "../standing/request-hash.js";
import { parseInstant } from "../units/instant.js";
import { type LocalTime, localTimeOf } from "../units/zone.js";

/** Units to be moved by hand. */
export interface AdjustmentDocument {
  /** The adjustment's own transaction id, unique in the club: a retry with the same id is the same event. */
  readonly id: string;
  readonly at: string;
  readonly member: MemberDocument;
  readonly wallet: string;
  /** In units of the wallet, above zero. */
  readonly amount: string | number;
  readonly direction: "in" | "out";
  /** For whoever looks at the ledger later; name nobody here. */
  readonly reason: string;
  /** Who did it: an id of the host's. */
  readonly by: string;
}

const adjustmentSchema = record({
  id: foreignId,
  at: instant,
  member: memberSchema,
  wallet: id,
  amount: positiveAmount,
  direction: z.enum(["in", "out"]),
  reason: z.string().min(1).max(256),
  by: foreignId,
});

/** What is asked for, read in the program's units. */
export interface AdjustmentRequest {
  readonly id: string;
  readonly at: number;
  readonly local: LocalTime;
  readonly member: Member;
  readonly wallet: Wallet;
  readonly amount: bigint;
  readonly direction: "in" | "out";
  readonly reason: string;
  readonly by: string;
  readonly hash: string;
}

export function readAdjustment(input: unknown, program: Program): AdjustmentRequest {
  const document = documentOf<AdjustmentDocument>(adjustmentSchema, input);
  const { id, wallet: name, amount, direction, reason, by } = document;
  const issues: Issue[] = [];
  const at = parseInstant(document.at) ?? 0;
  const local = localTimeOf(at, program.zone);
  const member = readMember(document.member, { at, local }, program, issues);
  const wallet = program.wallets.find((one) => one.id === name);
  if (wallet === undefined) {
    const ids = program.wallets.map((one) => one.id);
    throw new ClubError([...issues, missingRef(["wallet"], "wallet", name, didYouMean(name, ids))]);
  }
  const units = readUnits({ value: amount, path: ["amount"] }, wallet.digits, wallet.id, issues) ?? 0n;
  throwIssues(issues);
  const hash = requestHash(document);
  return { id, at, local, member, wallet, amount: units, direction, reason, by, hash };
}
