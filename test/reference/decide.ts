import type { Declined, Entry, Program, Quote, Request } from "vafa";
import { calendarOf, formatDate } from "../../src/units/calendar.js";
import { formatWorth } from "../../src/units/worth.js";
import { formatInstant } from "../../src/units/zone.js";
import { type Admission, admit, hasLimit, isFiguredByTier } from "./admit.js";
import { bestOf, type Choice, keptOutBy, legalSets, standing } from "./choose-set.js";
import { balancesAfter, openLots } from "./lots.js";
import { type Purchase, type PurchaseOffer, readPurchase } from "./read-purchase.js";
import { readSituation, type Situation } from "./situation.js";
import { type SetAward, valueSet } from "./value-set.js";
import { awardRow, lineRows, totals } from "./write-rows.js";

/** What a purchase comes to by the specification, and of its entry the lots and uses. */
export interface SecondOpinion {
  readonly quote: Quote;
  readonly lots: Entry["lots"];
  readonly uses: Entry["uses"];
}

export function decide(program: Program, request: Request): SecondOpinion {
  const situation = readSituation(program, request);
  const admissions = admit(situation);
  const admitted = admissions.filter((one) => !("barred" in one)).map(({ offer }) => offer.id);
  const purchase = readPurchase(program, request, new Set(admitted));
  const best = bestOf(legalSets(purchase));
  const { awards } = best.value;
  const declined = [
    ...admissions.flatMap((one) => ("barred" in one ? [barredRow(one, admitted, situation)] : [])),
    ...purchase.offers.flatMap((offer) => loserRow(offer, best, purchase)),
  ];
  const isMember = request.member !== undefined;
  return {
    quote: {
      status: "accepted",
      transactionId: request.transaction.id,
      totals: totals(purchase, best.value),
      lines: lineRows(purchase, best.value),
      awards: awards.map((award) => awardRow(award, purchase)),
      declined: declined.sort((a, b) => (a.offer < b.offer ? -1 : 1)),
      choice: { total: formatWorth(best.value.worth, purchase.digits), proven: true }, // R7.6
      balances: isMember ? balancesAfter(awards, situation) : [], // R9.6
    },
    lots: isMember ? openLots(awards, situation) : [],
    uses: isMember ? usesOf(admissions, awards, situation) : [],
  };
}

/** R7.12: with its worth beside the `always` offers, where that can be figured. */
function barredRow(
  { offer, barred }: Extract<Admission, { readonly barred: unknown }>,
  admitted: readonly string[],
  { program, request, tier }: Situation,
): Declined {
  const row = { offer: offer.id, ...barred };
  if (barred.reason === "factMissing" || (isFiguredByTier(offer) && tier === undefined)) return row;
  const purchase = readPurchase(program, request, new Set([...admitted, offer.id]));
  return { ...row, worth: formatWorth(worthOf(alone(offer.id, purchase)), purchase.digits) };
}

/** What an offer gives alone beside the `always` offers. */
function alone(id: string, purchase: Purchase): readonly SetAward[] {
  const set = purchase.offers.filter((one) => one.always || one.id === id);
  return valueSet(purchase, set).awards.filter(({ offer }) => offer === id);
}

function worthOf(awards: readonly SetAward[]): bigint {
  return awards.reduce((sum, { worth }) => sum + worth, 0n);
}

/** R7.11 to R7.14; no row for an offer that stands. */
function loserRow(loser: PurchaseOffer, best: Choice, purchase: Purchase): readonly Declined[] {
  const { id: offer, always } = loser;
  if (best.value.awards.some((award) => award.offer === offer)) return [];
  const text = (worth: bigint) => formatWorth(worth, purchase.digits);
  const own = alone(offer, purchase);
  if (always || own.length === 0) return [{ offer, reason: "givesNothing", worth: text(0n) }];
  const out = keptOutBy(purchase, loser, best);
  const instead = [...best.winners.filter((winner) => !out.includes(winner)), loser];
  const behind = best.value.worth - standing(purchase, instead).value.worth;
  const beatenBy = out.map(({ id }) => id).sort();
  return [{ offer, reason: "beaten", worth: text(worthOf(own)), beatenBy, behind: text(behind) }];
}

/** R9.5 */
function usesOf(admissions: readonly Admission[], awards: readonly SetAward[], { at, program }: Situation) {
  const uses = admissions.flatMap((one) => {
    if ("barred" in one || !hasLimit(one.offer)) return [];
    if (!awards.some(({ offer }) => offer === one.offer.id)) return [];
    const day = formatDate(calendarOf("gregorian").dateOf(one.day));
    const birthdayYear = one.birthdayYear ?? null;
    return [{ offer: one.offer.id, at: formatInstant(at, program.timeZone), day, birthdayYear }];
  });
  return uses.sort((a, b) => (a.offer < b.offer ? -1 : 1));
}
