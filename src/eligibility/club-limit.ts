import type { Offer } from "../program/program.js";
import type { ClubUses } from "../standing/club-uses.js";
import type { Member } from "../standing/request.js";
import { ofOffer } from "./of-offer.js";

/** Has the whole club had the offer as often, or have as many members had it, as may? One who had it stays one of them. */
export function clubLimitReached(offer: Offer, member: Member | undefined, { offers }: ClubUses): boolean {
  const { uses: mostUses, members: mostMembers } = offer.inAll;
  if (mostUses === undefined && mostMembers === undefined) return false;
  const had = offers.get(offer.id);
  if (had === undefined) return false;
  if (mostUses !== undefined && had.uses >= mostUses) return true;
  if (mostMembers === undefined || had.members < mostMembers) return false;
  return member === undefined || ofOffer(member.standing.uses, offer.id).length === 0;
}

/** Is nothing left of the money that it shares with other offers? */
export function budgetSpent({ budget }: Offer, { budgets }: ClubUses): boolean {
  return budget !== undefined && (budgets.get(budget.id) ?? 0n) >= budget.amount;
}
