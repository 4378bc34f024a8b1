import * as z from "zod";
import { type DateInput, date, instant } from "../documents/dates.js";
import { foreignId } from "../documents/names.js";
import { record } from "../documents/schema.js";
import { type StandingDocument, standingSchema } from "./standing.js";

/** The customer in the club: what the host knows of them, and what the ledger says. Without `standing` they are new. */
export interface MemberDocument {
  /** Any id of the host's that is no personal number. */
  readonly id: string;
  readonly joinedAt?: string | undefined;
  readonly birthDate?: DateInput | undefined;
  readonly anniversaries?: readonly { readonly name: string; readonly date: DateInput }[] | undefined;
  readonly segments?: readonly string[] | undefined;
  /** What the host's CRM says; the program declares what it reads of it. */
  readonly attributes?: { readonly [name: string]: unknown } | undefined;
  readonly contact?: ContactDocument | undefined;
  readonly standing?: StandingDocument | undefined;
}

/** The ways a message may go. */
export const CHANNELS = ["sms", "push", "email"] as const;
export type Channel = (typeof CHANNELS)[number];

/** How the member may be spoken to. No address: the host has those. Without consent nothing is said. */
export interface ContactDocument {
  readonly locale?: string | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly consent?:
    | { readonly service?: boolean | undefined; readonly promotional?: boolean | undefined }
    | undefined;
}

const contact = record({
  locale: z.string().min(1).max(35).optional(),
  channels: z.array(z.enum(CHANNELS)).max(10).optional(),
  consent: record({ service: z.boolean().optional(), promotional: z.boolean().optional() }).optional(),
});

/** The most segments a member may be in. */
export const MOST_SEGMENTS = 1_000;

export const memberSchema = record({
  id: foreignId,
  joinedAt: instant.optional(),
  birthDate: date.optional(),
  anniversaries: z
    .array(record({ name: z.string().min(1), date }))
    .max(100)
    .optional(),
  segments: z.array(z.string().min(1)).max(MOST_SEGMENTS).optional(),
  attributes: z.record(z.string(), z.unknown()).optional(),
  contact: contact.optional(),
  standing: standingSchema.optional(),
});
