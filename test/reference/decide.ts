import type { Declined, Entry, Offer, Program, Quote, Request } from "vafa";
import { formatAmount } from "../../src/units/amount.js";
import { calendarOf, formatDate } from "../../src/units/calendar.js";
import { formatWorth } from "../../src/units/worth.js";
import { formatInstant } from "../../src/units/zone.js";
import { type Admission, admit, isFiguredByTier } from "./admit.js";
import { bases } from "./bases.js";
import { type Books, book } from "./book.js";
import { bestOf, type Choice, keptOutBy, legalSets, standing } from "./choose-set.js";
import { type Contested, contestLines, unrivalled } from "./contest-lines.js";
import { limitOf } from "./limits.js";
import { lookAtRedemption, type Refused } from "./look-at-redemption.js";
import { type PurchaseOffer, readPurchase } from "./read-purchase.js";
import { rounded } from "./rounded.js";
import { costOf, digitsOf, type SetAward, worthOf } from "./set-award.js";
import { goodsOf, readSituation, type Situation } from "./situation.js";
import type { Table } from "./table.js";
import { type Climb, climb } from "./tiers.js";
import { valueSet } from "./value-set.js";
import { awardRow, charge, lineRows, redemptionRows, totals } from "./write-rows.js";

/** What a transaction comes to by the specification, and of its entry what is opened, issued, converted and counted. */
export interface SecondOpinion extends Pick<Books, "lots" | "vouchers" | "conversions" | "renewals"> {
  readonly quote: Quote;
  readonly uses: Entry["uses"];
  readonly usedVouchers: readonly string[];
  /** Of each award. */
  readonly bases: readonly string[];
  readonly progress: Climb["progress"] | undefined;
  readonly tiers: Climb["standing"] | undefined;
}

const NOTHING = {
  lots: [],
  vouchers: [],
  conversions: [],
  renewals: [],
  uses: [],
  usedVouchers: [],
  bases: [],
  progress: undefined,
  tiers: undefined,
};

export function decide(program: Program, request: Request): SecondOpinion {
  const situation = readSituation(program, request);
  const admissions = admit(situation);
  const mayHave = new Map(
    admissions.flatMap((one) => ("barred" in one ? [] : [[one.offer.id, one.left] as const])),
  );
  const laid = lookAtRedemption(readPurchase(program, request, mayHave), situation);
  if ("reason" in laid) return { ...NOTHING, quote: refusal(laid, situation) };
  const { bought } = laid;
  const contested = contestLines(laid.table);
  const { table } = contested;
  const best = bestOf(legalSets(table));
  const { awards, redeemed } = best.value;
  const declined = [
    ...admissions.flatMap((one) =>
      "barred" in one ? [barredRow(one, laid.table, contested, situation)] : [],
    ),
    ...table.offers.flatMap((offer) => loserRow(offer, best, table)),
    ...contested.outdone.map(({ offer, beatenBy }): Declined => {
      const free = unrivalled(offer, table);
      const own = alone(free, withOffer(free, table, program));
      if (own.length === 0)
        return { offer: offer.id, reason: "givesNothing", worth: formatWorth(0n, table.digits) };
      return {
        offer: offer.id,
        reason: "beaten",
        worth: formatWorth(worthOfAll(own), table.digits),
        beatenBy,
      };
    }),
  ];
  const isMember = request.member !== undefined;
  const { balances, ...books } = isMember
    ? book({ awards, bought, redeemed }, situation)
    : { ...NOTHING, balances: [] }; // R9.6
  const climbed = isMember ? climb(awards, spentOn(table, best, situation), situation) : undefined;
  return {
    ...NOTHING,
    ...books,
    quote: {
      status: "accepted",
      transactionId: request.transaction.id,
      totals: totals(table, best.value),
      lines: lineRows(table, best.value),
      awards: awards.map((award) => awardRow(award, table, situation)),
      declined: declined.sort((a, b) => (a.offer < b.offer ? -1 : 1)),
      choice: { total: formatWorth(best.value.worth, table.digits), proven: true }, // R7.6
      redemptions: redemptionRows(bought, redeemed, table),
      balances,
      clubUses: clubUsesOf(awards, table, situation),
      ...(climbed?.hints === undefined ? {} : { hints: climbed.hints }),
    },
    progress: climbed?.progress,
    tiers: climbed?.standing,
    ...(isMember ? usesOf(admissions, awards, table, situation) : {}),
    ...(isMember ? { bases: bases(awards, situation) } : {}),
  };
}

/** R10.8 */
function spentOn(table: Table, { value }: Choice, situation: Situation): bigint {
  const goods = goodsOf(situation).reduce((sum, { list }) => sum + list, 0n);
  return goods - table.shelves.reduce((sum, { bought }) => sum + bought, value.cash);
}

/** The specification does not say in which words a till is told. */
const NO_TEXT = { fa: "", en: "" };

/** R9.8 */
function refusal({ reason, redeem }: Refused, situation: Situation): Quote {
  const { program, request, lines } = situation;
  const { digits } = program.currency;
  const untouched = (list: bigint) => charge({ list, discount: 0n, redeemed: 0n }, digits);
  const { balances } = book(
    { awards: [], bought: [], redeemed: [] },
    { ...situation, program: quiet(program) },
  );
  return {
    status: "refused",
    refusal: { reason, path: `/transaction/redeem/${redeem}`, text: NO_TEXT },
    transactionId: request.transaction.id,
    totals: untouched(lines.reduce((sum, { list }) => sum + list, 0n)),
    lines: lines.map(({ id, list }) => ({ id, ...untouched(list) })),
    awards: [],
    declined: [],
    choice: { total: formatWorth(0n, digits), proven: true },
    redemptions: [],
    balances: request.member === undefined ? [] : balances,
    clubUses: [],
  };
}

/** Nothing converts where nothing is booked. */
function quiet({ wallets = [], ...program }: Program): Program {
  return { ...program, wallets: wallets.map(({ converts: _, ...wallet }) => wallet) };
}

/** R7.12: with its worth beside the `always` offers, as though it had no limit and no budget. */
function barredRow(
  { offer, barred }: Extract<Admission, { readonly barred: unknown }>,
  laid: Table,
  { table }: Contested,
  situation: Situation,
): Declined {
  const row = { offer: offer.id, ...barred };
  const { program, request, tier } = situation;
  if (barred.reason === "factMissing" || (isFiguredByTier(offer) && tier === undefined)) return row;
  const [read] = readPurchase(program, request, new Map([[offer.id, undefined]])).offers;
  if (read === undefined) throw new Error(`no offer ${offer.id}`);
  const free = unrivalled({ ...read, budget: undefined }, laid);
  return {
    ...row,
    worth: formatWorth(worthOfAll(alone(free, withOffer(free, table, program))), table.digits),
  };
}

/** The same table with one offer more, at its place in the order of awards. */
function withOffer(offer: PurchaseOffer, table: Table, { offers }: Program): Table {
  const priorityOf = ({ id }: PurchaseOffer) => offers.find((one: Offer) => one.id === id)?.priority ?? 0;
  const all = [...table.offers, offer].sort(
    (a, b) => priorityOf(b) - priorityOf(a) || (a.id < b.id ? -1 : 1),
  );
  return { ...table, offers: all };
}

/** What an offer gives alone beside the `always` offers. */
function alone(offer: PurchaseOffer, table: Table): readonly SetAward[] {
  const set = table.offers.filter((one) => one.always || one.id === offer.id);
  return valueSet(table, set).awards.filter((award) => award.offer.id === offer.id);
}

function worthOfAll(awards: readonly SetAward[]): bigint {
  return awards.reduce((sum, award) => sum + worthOf(award), 0n);
}

/** R7.11 to R7.14; no row for an offer that stands. */
function loserRow(loser: PurchaseOffer, best: Choice, table: Table): readonly Declined[] {
  const { id: offer, always } = loser;
  if (best.value.awards.some((award) => award.offer.id === offer)) return [];
  const text = (worth: bigint) => formatWorth(worth, table.digits);
  const own = alone(loser, table);
  if (always || own.length === 0) {
    const set = table.offers.filter((one) => one.always || one === loser);
    const { short } = always ? best.value : valueSet(table, set);
    return [{ offer, reason: short.get(loser) ?? "givesNothing", worth: text(0n) }]; // R6.38
  }
  const out = keptOutBy(table, loser, best);
  const instead = [...best.winners.filter((winner) => !out.includes(winner)), loser];
  const behind = best.value.worth - standing(table, instead).value.worth;
  const beatenBy = out.map(({ id }) => id).sort();
  return [{ offer, reason: "beaten", worth: text(worthOfAll(own)), beatenBy, behind: text(behind) }];
}

/** R9.5, R5.10 */
function usesOf(
  admissions: readonly Admission[],
  awards: readonly SetAward[],
  table: Table,
  { at, program }: Situation,
): Pick<SecondOpinion, "uses" | "usedVouchers"> {
  const given = admissions.flatMap((one) => {
    if ("barred" in one) return [];
    const own = awards.filter(({ offer }) => offer.id === one.offer.id);
    return own.length === 0 ? [] : [{ ...one, own }];
  });
  const byId = given.sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1));
  return {
    usedVouchers: byId.flatMap(({ voucher }) => (voucher === undefined ? [] : [voucher])).sort(),
    uses: byId
      .filter(({ offer }) => limitOf(offer) !== undefined || offer.limits?.inAll !== undefined)
      .map(({ offer, mark, own: [award] }) => ({
        amount:
          limitOf(offer)?.amount === undefined || award === undefined
            ? null
            : formatAmount(award.amount, digitsOf(award.wallet, table)),
        at: formatInstant(at, program.timeZone),
        birthdayYear: mark.birthdayYear ?? null,
        day: formatDate(calendarOf("gregorian").dateOf(mark.day)),
        offer: offer.id,
      })),
  };
}

/** R9.13: what the host adds to its counts of the whole club. */
function clubUsesOf(
  awards: readonly SetAward[],
  table: Table,
  { standing: before, program }: Situation,
): Quote["clubUses"] {
  const given = [...new Set(awards.map(({ offer }) => offer))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const counted = given.filter(({ id }) => program.offers.some((one) => one.id === id && one.limits?.inAll));
  const budgets = [...(program.budgets ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...counted.map(({ id }) => {
      const isNew = before !== undefined && before.uses?.some(({ offer }) => offer === id) !== true;
      return { members: isNew ? (1 as const) : (0 as const), offer: id, uses: 1 as const };
    }),
    ...budgets.flatMap(({ id }) => {
      const cost = awards
        .filter(({ offer }) => offer.budget?.id === id)
        .reduce((sum, award) => sum + costOf(award), 0n);
      const money = rounded(cost, 10n ** BigInt(12 - table.digits), { mode: "up", step: 1n });
      return cost === 0n ? [] : [{ amount: formatAmount(money, table.digits), budget: id }];
    }),
  ];
}
