import { ofOffer } from "../eligibility/of-offer.js";
import type { Budget, Offer, Program } from "../program/program.js";
import type { Request } from "../standing/request.js";
import { formatAmount } from "../units/amount.js";
import { byCodeUnit } from "../units/code-unit-order.js";
import { divide, UP } from "../units/round.js";
import { moneyWorthOf } from "../units/worth.js";
import type { Award } from "../valuation/award.js";
import type { ClubUseRow } from "./quote.js";

/**
 * What this decision adds to the club's counts: a use of each offer given that is limited in all, then what each
 * budget paid, up to the smallest unit of the currency; each by id.
 */
export function countClubUses(
  { currency }: Program,
  { member }: Request,
  awards: readonly Award[],
): readonly ClubUseRow[] {
  let costs: Map<Budget, bigint> | undefined;
  let counted: Set<Offer> | undefined;
  for (const { offer, cost } of awards) {
    const { budget } = offer;
    if (isCounted(offer)) counted = (counted ?? new Set()).add(offer);
    if (budget !== undefined) costs = (costs ?? new Map()).set(budget, (costs?.get(budget) ?? 0n) + cost);
  }
  if (costs === undefined && counted === undefined) return [];
  const isNew = (offer: Offer) =>
    member !== undefined && ofOffer(member.standing.uses, offer.id).length === 0;
  const offers = [...(counted ?? [])].sort((a, b) => byCodeUnit(a.id, b.id));
  const budgets = [...(costs ?? [])].filter(([, cost]) => cost > 0n);
  budgets.sort(([a], [b]) => byCodeUnit(a.id, b.id));
  return [
    ...offers.map((offer): ClubUseRow => ({ members: isNew(offer) ? 1 : 0, offer: offer.id, uses: 1 })),
    ...budgets.map(([{ id }, cost]): ClubUseRow => {
      const paid = divide(cost, moneyWorthOf(currency), UP);
      return { amount: formatAmount(paid, currency.digits), budget: id };
    }),
  ];
}

/** Is it limited in all? */
export function isCounted({ inAll: { uses, members } }: Offer): boolean {
  return uses !== undefined || members !== undefined;
}
