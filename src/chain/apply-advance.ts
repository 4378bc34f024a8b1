import type { LotDocument, StandingDocument } from "../facts/standing.js";
import { debtsAfter } from "../settlement/debts.js";
import type { EntryWalletDraw } from "../settlement/entry.js";
import type { AdvanceEntry } from "../time/advance-entry.js";
import { parseInstant } from "../units/instant.js";
import { drawLots, takeFrom, type WantedDraw } from "./draw-lots.js";
import { lotOf, opensPending } from "./lot-of.js";
import { issuedVoucher } from "./voucher-of.js";

/** What time leaves of a standing. */
export function applyAdvance(before: StandingDocument, entry: AdvanceEntry): StandingDocument {
  const { lots = [], vouchers = [], debts = [], tierHeldUntil, tierGraceUntil, ...others } = before;
  const { activations, conversions, expiries, lapsed, tier } = entry;
  const gone = new Set(lapsed);
  const active = activated(lots, activations);
  const opened = entry.lots.map((lot) => lotOf(lot, opensPending(lot)));
  const converted = drawLots([...active, ...opened], { conversions, redemptions: [] });
  const owed = debtsAfter(debts, entry.postings);
  const wanted = expiries.map((draw, index) => ({ ...draw, path: ["entry", "expiries", index] }));
  const [held, grace] =
    tier === null
      ? [tierHeldUntil, tierGraceUntil]
      : [tier.heldUntil ?? undefined, tier.graceUntil ?? undefined];
  return {
    ...others,
    ...(tier === null ? {} : { tier: tier.after }),
    ...(held === undefined ? {} : { tierHeldUntil: held }),
    ...(grace === undefined ? {} : { tierGraceUntil: grace }),
    lots: expire(converted, wanted, entry.at),
    vouchers: [...vouchers.filter(({ id }) => !gone.has(id)), ...entry.vouchers.map(issuedVoucher)],
    ...(owed.length === 0 ? {} : { debts: owed }),
    advancedTo: entry.at,
    head: { sequence: entry.sequence, hash: entry.hash },
  };
}

/** Only what has lapsed can be taken so: where a host gave two lots the same id, the other stays. */
function expire(
  lots: readonly LotDocument[],
  wanted: readonly WantedDraw[],
  at: string,
): readonly LotDocument[] {
  const now = parseInstant(at) ?? 0;
  const isOver = ({ expiresAt = null }: LotDocument) =>
    expiresAt !== null && (parseInstant(expiresAt) ?? 0) <= now;
  return [...lots.filter((lot) => !isOver(lot)), ...takeFrom(lots.filter(isOver), wanted)];
}

function activated(
  lots: readonly LotDocument[],
  activations: readonly EntryWalletDraw[],
): readonly LotDocument[] {
  const now = new Set(activations.map(({ lot, wallet }) => `${wallet} ${lot}`));
  return lots.map((lot) => {
    if (!now.has(`${lot.wallet} ${lot.id}`)) return lot;
    const { pending: _, ...active } = lot;
    return active;
  });
}
