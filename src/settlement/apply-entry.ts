import * as z from "zod";
import { ClubError, issueAt } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { grantedInstant, instant } from "../documents/dates.js";
import { foreignId, hash, id } from "../documents/names.js";
import { markNotBuilt } from "../documents/not-built.js";
import { amount, integer } from "../documents/numbers.js";
import { parseWith } from "../documents/parse-with.js";
import {
  type LotDocument,
  type StandingDocument,
  standingSchema,
  type UseDocument,
} from "../facts/standing.js";
import { CHAIN_START } from "../standing/standing.js";
import { addAmounts } from "../units/amount.js";
import type { Entry } from "./entry.js";
import { isSealed } from "./seal.js";

/** What `apply` reads of an entry; the rest is covered by its hash. */
const entrySchema = z.looseObject({
  at: instant,
  hash,
  kind: z.literal("purchase"),
  lots: z.array(
    z.looseObject({
      activeAt: grantedInstant,
      amount,
      at: instant,
      expiresAt: z.union([grantedInstant, z.null()]),
      id: foreignId,
      wallet: id,
    }),
  ),
  previousHash: hash,
  progress: z.looseObject({ spend: amount, visits: integer(0, 1_000_000) }),
  sequence: integer(1, Number.MAX_SAFE_INTEGER),
  standing: z.looseObject({ tierAfter: z.union([id, z.null()]) }),
  uses: z.array(
    z.looseObject({
      at: instant,
      birthdayYear: z.union([integer(0, 9_999), z.null()]),
      day: z.iso.date(),
      offer: id,
    }),
  ),
  v: z.literal(1),
});

const SIZES = { units: 8_388_608, nodes: 500_000, depth: 24, text: 1_024 };

/**
 * The member's next standing: what they had, and what one entry of theirs says happened. Begin a new member with
 * `undefined`. Pure; a field that was unknown stays unknown.
 *
 * Throws a `ClubError`: `chain-mismatch` where the entry does not follow the standing's head (applied twice, left out,
 * or another member's), `entry-hash` where it was changed after it was sealed.
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
  const { lots = [], balances = [], uses = [], head = CHAIN_START, visits, spend, ...others } = before;
  if (event.sequence !== head.sequence + 1 || event.previousHash !== head.hash) {
    const sides = { expected: `sequence ${head.sequence + 1}`, received: `sequence ${event.sequence}` };
    const hint =
      event.hash === head.hash ? "this entry is applied already" : "apply each entry once, in order";
    throw new ClubError([
      issueAt("chain-mismatch", ["entry", "sequence"], "the entry does not follow", { ...sides, hint }),
    ]);
  }
  const opening = balances.map((balance): LotDocument => ({ id: "opening", ...balance }));
  const tier = event.standing.tierAfter ?? others.tier;
  return {
    ...(tier === undefined ? {} : { tier }),
    ...(visits === undefined ? {} : { visits: visits + event.progress.visits }),
    ...(spend === undefined ? {} : { spend: addAmounts(spend, event.progress.spend) }),
    lastVisitAt: event.at,
    lots: [...lots, ...opening, ...event.lots.map(lotOf)],
    uses: [...uses, ...event.uses.map(useOf)],
    head: { sequence: event.sequence, hash: event.hash },
  };
}

const NEW: StandingDocument = { visits: 0, spend: "0" };

function lotOf({ id, wallet, amount, at, activeAt, expiresAt }: Entry["lots"][number]): LotDocument {
  return { id, wallet, amount, at, activeAt, expiresAt };
}

function useOf({ offer, at, day, birthdayYear }: Entry["uses"][number]): UseDocument {
  return { offer, at, day, ...(birthdayYear === null ? {} : { birthdayYear }) };
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
