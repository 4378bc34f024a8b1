import type { LotDocument, StandingDocument, UseDocument, VoucherDocument } from "../facts/standing.js";
import type { EntryVoucherBack, RefundEntry } from "../returns/refund-entry.js";
import type { AdjustmentEntry } from "../settlement/adjustment-entry.js";
import { debtsAfter } from "../settlement/debts.js";
import type { EntryLot, EntryUse } from "../settlement/entry.js";
import { addAmounts, subtractAmounts } from "../units/amount.js";
import { takeFrom } from "./draw-lots.js";
import { lotOf } from "./lot-of.js";
import { progressWithout } from "./progress-after.js";

/**
 * What a refund leaves of a standing: units are taken out of lots and given back to others, what the sale counted is
 * counted no more, and the sale's row says what is back of it in all.
 */
export function applyRefund(before: StandingDocument, entry: RefundEntry): StandingDocument {
  const { uses = [], vouchers = [], sales = [], visits, spend, progress, ...others } = before;
  const { id, awards, keptBack, returned } = entry.sale;
  const withdrawn = new Set(entry.withdrawn);
  const row = {
    id,
    returned: returned.map(({ line, quantity, amount }) => ({ line, quantity, amount })),
    awards: awards.map(({ award, amount }) => ({ award, amount })),
    keptBack,
  };
  return {
    ...moved(others, entry),
    ...(progress === undefined ? {} : { progress: progressWithout(progress, entry.progress, id) }),
    ...(visits === undefined ? {} : { visits: Math.max(0, visits - entry.progress.visits) }),
    ...(spend === undefined ? {} : { spend: subtractAmounts(spend, entry.progress.spend) ?? "0" }),
    vouchers: [...vouchers.filter((one) => !withdrawn.has(one.id)), ...entry.vouchers.map(voucherOf)],
    uses: without(uses, entry.uses),
    sales: [...sales.filter((sale) => sale.id !== id), row],
  };
}

/** What an adjustment leaves of a standing. */
export function applyAdjustment(before: StandingDocument, entry: AdjustmentEntry): StandingDocument {
  const tier = before.tier ?? entry.baseTier ?? undefined;
  return { ...(tier === undefined ? {} : { tier }), ...moved(before, entry) };
}

/** Lots, debts and head. */
function moved(before: StandingDocument, entry: RefundEntry | AdjustmentEntry): StandingDocument {
  const { debts = [], lots = [], ...others } = before;
  const owed = debtsAfter(debts, entry.postings);
  const wanted = entry.draws.map((draw, index) => ({ ...draw, path: ["entry", "draws", index] }));
  return {
    ...others,
    lots: giveBack(takeFrom(lots, wanted), entry.lots),
    ...(owed.length === 0 ? {} : { debts: owed }),
    head: { sequence: entry.sequence, hash: entry.hash },
  };
}

/** Adds to the lot of that wallet and id; one that is gone is opened again. */
function giveBack(lots: readonly LotDocument[], back: readonly EntryLot[]): readonly LotDocument[] {
  const held = [...lots];
  for (const lot of back) {
    const place = held.findIndex(({ id, wallet }) => id === lot.id && wallet === lot.wallet);
    const there = held[place];
    if (there === undefined) held.push(lotOf(lot, false));
    else held[place] = { ...there, amount: addAmounts(there.amount, lot.amount) };
  }
  return held;
}

/** Each use undoes one of its own. */
function without(uses: readonly UseDocument[], undone: readonly EntryUse[]): readonly UseDocument[] {
  const left = [...uses];
  for (const { offer, at } of undone) {
    const place = left.findIndex((use) => use.offer === offer && use.at === at);
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

function voucherOf({ id, offer, issuedAt, expiresAt }: EntryVoucherBack): VoucherDocument {
  return { id, offer, ...(issuedAt === null ? {} : { issuedAt }), expiresAt };
}
