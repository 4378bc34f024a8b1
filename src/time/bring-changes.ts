import type { Program } from "../program/program.js";
import type { IssuedVoucher, Opening } from "../settlement/books.js";
import { openBooks } from "../settlement/books.js";
import { type Converted, convertUnits } from "../settlement/convert-units.js";
import type { Moment } from "../standing/later-by.js";
import type { Member } from "../standing/request.js";
import type { Lot, Voucher } from "../standing/standing.js";
import { reviewTier, type TierReview } from "../standing/tier-review.js";
import { advanceIds } from "./advance-ids.js";

/** What time makes of what the member has, at one instant. */
export interface Changes {
  /** Lots that can be spent from now on. */
  readonly activated: readonly Lot[];
  readonly conversions: readonly Converted[];
  readonly openings: readonly Opening[];
  readonly vouchers: readonly IssuedVoucher[];
  readonly review: TierReview | undefined;
  /** Lots that are good no more, as they are kept once all are activated that can be. */
  readonly expired: readonly Lot[];
  readonly lapsed: readonly Voucher[];
}

export const NO_CHANGES: Changes = {
  activated: [],
  conversions: [],
  openings: [],
  vouchers: [],
  review: undefined,
  expired: [],
  lapsed: [],
};

/**
 * Activates, converts, reviews and expires, in this order; `undefined` where there is nothing of it. Units convert once
 * some have become active; what a purchase has left unconverted waits for the next.
 */
export function bringChanges(
  program: Program,
  member: Member,
  due: Moment & { readonly reviewed: boolean },
): Changes | undefined {
  const { at } = due;
  const { lots, vouchers } = member.standing;
  const activated = lots.filter(({ amount, pending, activeAt }) => pending && activeAt <= at && amount > 0n);
  const held =
    activated.length === 0
      ? lots
      : lots.map((lot) => (lot.pending && lot.activeAt <= at ? { ...lot, pending: false } : lot));
  const changes: Changes = {
    ...NO_CHANGES,
    ...(activated.length === 0 ? {} : { activated, ...convert(program, withLots(member, held), due) }),
    review: due.reviewed ? reviewTier(program, member, at) : undefined,
    expired: held.filter(({ amount, expiresAt }) => expiresAt <= at && amount > 0n),
    lapsed: vouchers.filter(({ expiresAt }) => expiresAt <= at),
  };
  const { expired, lapsed, review } = changes;
  return activated.length + expired.length + lapsed.length === 0 && review === undefined
    ? undefined
    : changes;
}

function withLots(member: Member, lots: readonly Lot[]): Member {
  return { ...member, standing: { ...member.standing, lots } };
}

function convert(
  program: Program,
  member: Member,
  moment: Moment,
): Pick<Changes, "conversions" | "openings" | "vouchers"> {
  const books = openBooks(program, member, moment, advanceIds(program, member).entryId);
  const conversions = convertUnits(program, member, moment, { books, drawn: [] });
  return { conversions, openings: books.openings, vouchers: books.vouchers };
}
