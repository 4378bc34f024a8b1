import type * as z from "zod";
import { ClubError, issueAt } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { parseWith } from "../documents/parse-with.js";
import {
  type ChainHead,
  type LotDocument,
  type StandingDocument,
  standingSchema,
  type UseDocument,
} from "../facts/standing.js";
import { isOccasion } from "../facts/transaction.js";
import type { RefundEntry } from "../returns/refund-entry.js";
import type { AdjustmentEntry } from "../settlement/adjustment-entry.js";
import { debtsAfter } from "../settlement/debts.js";
import type { Entry, EntryUse } from "../settlement/entry.js";
import { isSealed } from "../settlement/seal.js";
import { lastToldOf } from "../standing/last-told.js";
import { CHAIN_START } from "../standing/standing.js";
import type { AdvanceEntry } from "../time/advance-entry.js";
import { addAmounts } from "../units/amount.js";
import { parseInstant } from "../units/instant.js";
import { applyAdvance } from "./apply-advance.js";
import { applyAdjustment, applyRefund } from "./apply-reversal.js";
import { drawLots } from "./draw-lots.js";
import {
  adjustmentEntrySchema,
  advanceEntrySchema,
  refundEntrySchema,
  transactionEntrySchema,
} from "./entry-schema.js";
import { lotOf, opensPending } from "./lot-of.js";
import { progressAfter } from "./progress-after.js";
import { issuedVoucher } from "./voucher-of.js";

const SIZES = { units: 8_388_608, nodes: 500_000, depth: 24, text: 1_024 };

/**
 * The member's next standing: what they had, and what one entry of theirs says happened. Begin a new member with
 * `undefined`. Pure; a field that was unknown stays unknown.
 *
 * Worked: 40,000 of credit from before, of which the entry draws 30,000, and a lot of 112,000 that it opens, are two
 * lots of 10,000 and 112,000. A lot of which nothing is left is gone.
 *
 * Throws a `ClubError`: `chain-mismatch` where the entry does not follow the standing's head (applied twice, left out,
 * or another member's), `entry-hash` where it was changed after it was sealed, `lot-mismatch` where it draws what the
 * standing's lots do not hold.
 */
export function apply(standing: unknown, entry: unknown): StandingDocument {
  const before =
    standing === undefined
      ? NEW
      : parseOrThrow(
          "standing",
          standingSchema as unknown as z.ZodType<StandingDocument>,
          copyOrThrow("standing", standing),
        );
  const copy = copyOrThrow("entry", entry);
  const event = parseOrThrow("entry", schemaOf(copy), copy);
  if (!isSealed(event)) {
    throw new ClubError([issueAt("entry-hash", ["entry", "hash"], "the entry is not what was sealed")]);
  }
  checkFollows(event, before.head ?? CHAIN_START);
  const held = withLots(before);
  return fold(held, event);
}

export type AnyEntry = Entry | RefundEntry | AdjustmentEntry | AdvanceEntry;

/** The same of an entry that we have just written. */
export function follow(before: StandingDocument | undefined, event: AnyEntry): StandingDocument {
  return fold(withLots(before ?? NEW), event);
}

/** The same of an entry that is known to be whole, and to follow. */
function fold(held: StandingDocument, event: AnyEntry): StandingDocument {
  const { head, ...after } = applyAny(held, event);
  return { ...after, lastEntryAt: later(held.lastEntryAt, event.at), head };
}

/** What time brings late is written down with its own instant. */
function later(last: string | undefined, at: string): string {
  return last !== undefined && (parseInstant(last) ?? 0) > (parseInstant(at) ?? 0) ? last : at;
}

function applyAny(held: StandingDocument, event: AnyEntry): StandingDocument {
  switch (event.kind) {
    case "refund":
      return applyRefund(held, event);
    case "adjustment":
      return applyAdjustment(held, event);
    case "advance":
      return applyAdvance(held, event);
    case "purchase":
    case "activity":
      return applyTransaction(held, event);
  }
}

/** By its kind; what has none, or another, is told to be no transaction. */
function schemaOf(copy: unknown): z.ZodType<AnyEntry> {
  const { kind } = Object(copy) as { readonly kind?: unknown };
  const schema = OTHER_FORMS[String(kind)] ?? transactionEntrySchema;
  return schema as unknown as z.ZodType<AnyEntry>;
}

const OTHER_FORMS: { readonly [kind: string]: z.ZodType | undefined } = {
  refund: refundEntrySchema,
  adjustment: adjustmentEntrySchema,
  advance: advanceEntrySchema,
};

/** Balances are turned into lots. */
export function withLots({ balances = [], lots = [], ...others }: StandingDocument): StandingDocument {
  return {
    ...others,
    lots: [...lots, ...balances.map((balance): LotDocument => ({ id: "opening", ...balance }))],
  };
}

function applyTransaction(before: StandingDocument, event: Entry): StandingDocument {
  const {
    lots = [],
    uses = [],
    vouchers = [],
    visits,
    spend,
    sales,
    debts = [],
    progress,
    ...others
  } = before;
  const owed = debtsAfter(debts, event.postings);
  const used = new Set(event.usedVouchers.map(({ id }) => id));
  const isVisit = event.kind === "purchase";
  const { baseTier, raisedTier, streaks, tierGraceUntil, tierHeldUntil } = event.standing;
  const tier = baseTier ?? others.tier;
  const lastVisitAt = isVisit ? event.at : others.lastVisitAt;
  const inARow = isVisit ? (streaks ?? undefined) : others.streaks;
  return {
    ...(tier === undefined ? {} : { tier }),
    ...(raisedTier === null ? {} : { raisedTier: { tier: raisedTier.tier, until: raisedTier.until } }),
    ...(tierHeldUntil === null ? {} : { tierHeldUntil }),
    ...(tierGraceUntil === null ? {} : { tierGraceUntil }),
    ...(progress === undefined ? {} : { progress: progressAfter(progress, event.progress, event.id) }),
    ...(visits === undefined ? {} : { visits: visits + event.progress.visits }),
    ...(spend === undefined ? {} : { spend: addAmounts(spend, event.progress.spend) }),
    ...(lastVisitAt === undefined ? {} : { lastVisitAt }),
    ...(inARow === undefined ? {} : { streaks: { weeks: inARow.weeks, months: inARow.months } }),
    lots: drawLots(
      [...renewed(lots, event), ...event.lots.map((lot) => lotOf(lot, opensPending(lot)))],
      event,
    ),
    vouchers: [...vouchers.filter(({ id }) => !used.has(id)), ...event.vouchers.map(issuedVoucher)],
    uses: [...uses, ...event.uses.map(useOf)],
    ...(sales === undefined ? {} : { sales }),
    ...(owed.length === 0 ? {} : { debts: owed }),
    advancedTo: advancedTo(before, event),
    head: { sequence: event.sequence, hash: event.hash },
  };
}

/** An occasion comes by itself, when its time is there. */
function advancedTo(before: StandingDocument, { at, transaction }: Entry): string {
  return isOccasion(transaction.type) ? at : (before.advancedTo ?? lastToldOf(before) ?? at);
}

const NEW: StandingDocument = { visits: 0, spend: "0", streaks: { weeks: 0, months: 0 }, progress: [] };

function renewed(lots: readonly LotDocument[], { at, renewals }: Entry): readonly LotDocument[] {
  if (renewals.length === 0) return lots;
  const later = new Map(renewals.map(({ expiresAt, lot, wallet }) => [`${wallet} ${lot}`, expiresAt]));
  const now = parseInstant(at) ?? 0;
  return lots.map((lot) => {
    const expiresAt = later.get(`${lot.wallet} ${lot.id}`);
    if (expiresAt === undefined || lot.renewable !== true) return lot;
    // A host may hold two lots of one id: what has lapsed stays lapsed, and none lapses earlier.
    const lapse = lapseOf(lot.expiresAt);
    return now < lapse && lapse < lapseOf(expiresAt) ? { ...lot, expiresAt } : lot;
  });
}

function lapseOf(expiresAt: string | null | undefined): number {
  return expiresAt == null ? Number.POSITIVE_INFINITY : (parseInstant(expiresAt) ?? 0);
}

function checkFollows(event: AnyEntry, head: ChainHead): void {
  if (event.sequence === head.sequence + 1 && event.previousHash === head.hash) return;
  const sides = { expected: `sequence ${head.sequence + 1}`, received: `sequence ${event.sequence}` };
  const hint = event.hash === head.hash ? "this entry is applied already" : "apply each entry once, in order";
  const message = "the entry does not follow";
  throw new ClubError([issueAt("chain-mismatch", ["entry", "sequence"], message, { ...sides, hint })]);
}

function useOf({ offer, at, day, birthdayYear, amount }: EntryUse): UseDocument {
  return {
    offer,
    at,
    day,
    ...(birthdayYear === null ? {} : { birthdayYear }),
    ...(amount === null ? {} : { amount }),
  };
}

function copyOrThrow(name: "standing" | "entry", input: unknown): unknown {
  const copied = copyDocument(input, SIZES);
  if (copied.ok) return copied.copy;
  throw new ClubError(copied.issues.map((issue) => ({ ...issue, path: `/${name}${issue.path}` })));
}

/** Reads one of the two documents; its issues say which. */
function parseOrThrow<T>(name: "standing" | "entry", schema: z.ZodType<T>, copy: unknown): T {
  const parsed = parseWith(schema, copy);
  if (parsed.ok) return parsed.value;
  throw new ClubError(parsed.issues.map((issue) => ({ ...issue, path: `/${name}${issue.path}` })));
}
