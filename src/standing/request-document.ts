import * as z from "zod";
import { record } from "../documents/schema.js";
import { type MemberDocument, memberSchema } from "../facts/member.js";
import { type TransactionDocument, transactionSchema } from "../facts/transaction.js";
import { type ClubUseDocument, clubUsesSchema } from "./club-uses.js";

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
