import * as z from "zod";
import { ClubError, issueAt } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { grantedInstant, instant } from "../documents/dates.js";
import { foreignId, hash, id } from "../documents/names.js";
import { markNotBuilt } from "../documents/not-built.js";
import { amount, integer } from "../documents/numbers.js";
import { parseWith } from "../documents/parse-with.js";
import {
  type ChainHead,
  type LotDocument,
  type StandingDocument,
  standingSchema,
  type UseDocument,
  type VoucherDocument,
} from "../facts/standing.js";
import { CHAIN_START } from "../standing/standing.js";
import { addAmounts } from "../units/amount.js";
import { drawLots } from "./draw-lots.js";
import type { Entry, EntryLot, EntryUse, EntryVoucher } from "./entry.js";
import { isSealed } from "./seal.js";

const count = integer(0, 1_000_000);
const draws = z.array(z.looseObject({ amount, lot: foreignId }));

/** What `apply` reads of an entry; the rest is covered by its hash. */
const entrySchema = z.looseObject({
  at: instant,
  conversions: z.array(z.looseObject({ draws, wallet: id })),
  hash,
  kind: z.enum(["purchase", "activity"]),
  lots: z.array(
    z.looseObject({
      activeAt: grantedInstant,
      amount,
      at: instant,
      expiresAt: z.union([grantedInstant, z.null()]),
      id: foreignId,
      offer: z.union([id, z.null()]),
      usable: z.union([id, z.null()]),
      wallet: id,
    }),
  ),
  previousHash: hash,
  progress: z.looseObject({ spend: amount, visits: integer(0, 1_000_000) }),
  redemptions: z.array(z.looseObject({ draws, wallet: id })),
  sequence: integer(1, Number.MAX_SAFE_INTEGER),
  standing: z.looseObject({
    baseTier: z.union([id, z.null()]),
    raisedTier: z.union([z.looseObject({ tier: id, until: grantedInstant }), z.null()]),
    streaks: z.union([z.looseObject({ months: count, weeks: count }), z.null()]),
  }),
  usedVouchers: z.array(foreignId),
  uses: z.array(
    z.looseObject({
      amount: z.union([amount, z.null()]),
      at: instant,
      birthdayYear: z.union([integer(0, 9_999), z.null()]),
      day: z.iso.date(),
      offer: id,
    }),
  ),
  v: z.literal(1),
  vouchers: z.array(
    z.looseObject({
      expiresAt: z.union([grantedInstant, z.null()]),
      id: foreignId,
      issuedAt: instant,
      offer: id,
    }),
  ),
});

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
      : parseOrThrow("standing", standingSchema as unknown as z.ZodType<StandingDocument>, standing);
  const event = parseOrThrow("entry", entrySchema as unknown as z.ZodType<Entry>, entry);
  if (!isSealed(event)) {
    throw new ClubError([issueAt("entry-hash", ["entry", "hash"], "the entry is not what was sealed")]);
  }
  const { lots = [], balances = [], uses = [], vouchers = [], visits, spend, ...others } = before;
  checkFollows(event, before.head ?? CHAIN_START);
  const opening = balances.map((balance): LotDocument => ({ id: "opening", ...balance }));
  const used = new Set(event.usedVouchers);
  const isVisit = event.kind === "purchase";
  const { baseTier, raisedTier, streaks } = event.standing;
  const tier = baseTier ?? others.tier;
  const lastVisitAt = isVisit ? event.at : others.lastVisitAt;
  const inARow = isVisit ? (streaks ?? undefined) : others.streaks;
  return {
    ...(tier === undefined ? {} : { tier }),
    ...(raisedTier === null ? {} : { raisedTier: { tier: raisedTier.tier, until: raisedTier.until } }),
    ...(visits === undefined ? {} : { visits: visits + event.progress.visits }),
    ...(spend === undefined ? {} : { spend: addAmounts(spend, event.progress.spend) }),
    ...(lastVisitAt === undefined ? {} : { lastVisitAt }),
    ...(inARow === undefined ? {} : { streaks: { weeks: inARow.weeks, months: inARow.months } }),
    lots: drawLots([...lots, ...opening, ...event.lots.map(lotOf)], event),
    vouchers: [...vouchers.filter(({ id }) => !used.has(id)), ...event.vouchers.map(voucherOf)],
    uses: [...uses, ...event.uses.map(useOf)],
    head: { sequence: event.sequence, hash: event.hash },
  };
}

const NEW: StandingDocument = { visits: 0, spend: "0", streaks: { weeks: 0, months: 0 } };

function checkFollows(event: Entry, head: ChainHead): void {
  if (event.sequence === head.sequence + 1 && event.previousHash === head.hash) return;
  const sides = { expected: `sequence ${head.sequence + 1}`, received: `sequence ${event.sequence}` };
  const hint = event.hash === head.hash ? "this entry is applied already" : "apply each entry once, in order";
  const message = "the entry does not follow";
  throw new ClubError([issueAt("chain-mismatch", ["entry", "sequence"], message, { ...sides, hint })]);
}

function lotOf({ id, wallet, amount, at, activeAt, expiresAt, offer, usable }: EntryLot): LotDocument {
  return {
    id,
    wallet,
    amount,
    at,
    activeAt,
    expiresAt,
    ...(offer === null ? {} : { offer }),
    ...(usable === null ? {} : { usable }),
  };
}

function voucherOf({ id, offer, issuedAt, expiresAt }: EntryVoucher): VoucherDocument {
  return { id, offer, issuedAt, expiresAt };
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

/** Reads one of the two documents; its issues say which. */
function parseOrThrow<T>(name: "standing" | "entry", schema: z.ZodType<T>, input: unknown): T {
  const copied = copyDocument(input, SIZES);
  const parsed = copied.ok ? parseWith(schema, copied.copy) : copied;
  if (parsed.ok) return parsed.value;
  throw new ClubError(
    parsed.issues.map(markNotBuilt).map((issue) => ({ ...issue, path: `/${name}${issue.path}` })),
  );
}
