import type { Program } from "../program/program.js";
import type { EntryWalletDraw, Posting } from "../settlement/entry.js";
import { entryLocal } from "../settlement/entry-local.js";
import { entryMovements } from "../settlement/entry-movements.js";
import { type Booked, postingsOf } from "../settlement/postings.js";
import { sealPlain } from "../settlement/seal.js";
import type { Moment } from "../standing/later-by.js";
import { accountOf } from "../standing/lots.js";
import type { Member } from "../standing/request.js";
import type { Lot } from "../standing/standing.js";
import { formatAmount } from "../units/amount.js";
import { formatInstant } from "../units/zone.js";
import type { AdvanceEntry, EntryReminder, EntryTierReview } from "./advance-entry.js";
import { advanceIds } from "./advance-ids.js";
import { type Changes, NO_CHANGES } from "./bring-changes.js";
import type { TimeNews } from "./time-news.js";

/** What time brought, of which either may be nothing. */
export interface Brought {
  readonly changes?: Changes;
  readonly news?: readonly TimeNews[];
}

/** Every object here is written with its keys in code-unit order: that makes the entry canonical as it is. */
export function composeAdvanceEntry(
  program: Program,
  member: Member,
  moment: Moment,
  { changes = NO_CHANGES, news = [] }: Brought,
): AdvanceEntry {
  const { head } = member.standing;
  const at = formatInstant(moment.at, program.zone);
  const { conversions, openings, vouchers: issued } = changes;
  const settlement = { conversions, openings, vouchers: issued, renewals: [] };
  const booked: Booked = { shopping: { bought: [] }, selection: { awards: [], redeemed: [] }, settlement };
  const movements = entryMovements(program, { instant: moment.at, written: at }, booked);
  const { entryId, transactionId } = advanceIds(program, member);
  const write = ({ amount, id, wallet }: Lot): EntryWalletDraw => {
    return { amount: writeUnits(program, wallet, amount), lot: id, wallet };
  };
  return sealPlain<AdvanceEntry>({
    activations: changes.activated.map(write),
    at,
    conversions: movements.conversions,
    expiries: changes.expired.map(write),
    hash: "",
    id: entryId,
    kind: "advance",
    lapsed: changes.lapsed.map(({ id }) => id),
    local: entryLocal(moment, program),
    lots: movements.lots,
    memberId: member.id,
    postings: [
      ...changes.activated.map((lot) => move(program, lot, `member:${lot.wallet}`)),
      ...postingsOf(program, moment.at, booked, movements.lots),
      ...changes.expired.map((lot) => move(program, lot, `club:${lot.wallet}.expired`)),
    ],
    previousHash: head.hash,
    program: { hash: program.hash, id: program.id, version: program.version },
    reminders: news.map((one) => reminderOf(program, one)),
    semantics: program.semantics,
    sequence: head.sequence + 1,
    tier: reviewOf(program, changes),
    transactionId,
    v: 1,
    vouchers: movements.vouchers,
  });
}

/** All that is left of a lot, from where it is kept. */
function move(program: Program, lot: Lot, to: string): Posting {
  const { amount, id, wallet } = lot;
  return { amount: writeUnits(program, wallet, amount), from: accountOf(lot), lot: id, to, unit: wallet };
}

function writeUnits({ wallets }: Program, wallet: string, amount: bigint): string {
  return formatAmount(amount, wallets.find(({ id }) => id === wallet)?.digits ?? 0);
}

function reviewOf({ zone }: Program, { review }: Changes): EntryTierReview | null {
  if (review === undefined) return null;
  const { after, before, graceUntil, heldUntil } = review;
  return {
    after,
    before,
    graceUntil: graceUntil === undefined ? null : formatInstant(graceUntil, zone),
    heldUntil: heldUntil === undefined ? null : formatInstant(heldUntil, zone),
  };
}

function reminderOf({ tiers, zone }: Program, news: TimeNews): EntryReminder {
  const until = formatInstant(news.until, zone);
  switch (news.kind) {
    case "expiring": {
      const { amount, wallet } = news;
      return { amount: formatAmount(amount, wallet.digits), kind: "expiring", until, wallet: wallet.id };
    }
    case "voucher":
      return { kind: "voucher", until, voucher: news.voucher };
    case "tier": {
      const missing = formatAmount(news.missing, tiers?.unit.digits ?? 0);
      return { kind: "tier", missing, tier: news.tier, until };
    }
  }
}
