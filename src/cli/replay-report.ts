import type { Club, ClubUse, Standing } from "vafa";
import { type LiabilityRow, standingsLiability } from "vafa/ledger";
import { greatestFirst, shortened, sumOf } from "./amount-text.js";
import type { FaultList, LineFault } from "./line-fault.js";
import type { Replay } from "./replay-rows.js";
import type { OfferSum, Sums } from "./tally.js";
import { NO_MOVES, type WalletMoves } from "./wallet-moves.js";

/** What a replay came to: as it is printed, and as JSON. Amounts are decimal texts. */
export interface ReplayReport {
  readonly program: { readonly id: string; readonly version: string; readonly hash: string };
  /** The instant of the first row that was decided; `null` without one. */
  readonly from: string | null;
  /** Up to when time has passed for everybody. */
  readonly until: string | null;
  /** `idle`: those of the members' file without a row. */
  readonly members: { readonly count: number; readonly idle: number };
  readonly rows: {
    readonly purchases: number;
    readonly activities: number;
    readonly refunds: number;
    /** Of the purchases, those of no member. */
    readonly guests: number;
    readonly refused: number;
    readonly faulty: number;
    /** Left out, for they lie after `--until`. */
    readonly later: number;
  };
  readonly occasions: number;
  readonly entries: number;
  readonly turnover: Sums["turnover"];
  readonly returned: Sums["returned"];
  /** Every wallet, in the program's order; `held` is spendable or pending at the end. */
  readonly wallets: readonly ({ readonly wallet: string } & WalletMoves & {
      readonly held: string;
      readonly owed: string;
    })[];
  /** What costs most first. */
  readonly offers: readonly OfferSum[];
  readonly liability: readonly LiabilityRow[];
  /** Members at the end by tier, the lowest first. */
  readonly tiers: readonly { readonly tier: string; readonly members: number }[];
  readonly clubUses: readonly ClubUse[];
  readonly messages: Sums["messages"] & {
    readonly topics: readonly { readonly topic: string; readonly count: number }[];
  };
  readonly refused: readonly { readonly row: string; readonly reason: string; readonly count: number }[];
  /** The first of them. */
  readonly faults: readonly LineFault[];
}

/** Which rows were read, and from when until when. */
export interface Passage {
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly later: number;
  readonly faults: FaultList;
}

export function reportOf({ club, counts, shoppers, tally }: Replay, passage: Passage): ReplayReport {
  const { program, hash } = club;
  const { sums } = tally;
  const { from = null, until = null, later, faults } = passage;
  const standings = [...shoppers.values()].flatMap(({ standing }) => standing ?? []);
  const liability =
    until === null ? [] : standingsLiability(standings, until, { calendar: program.calendar });
  const refused = [...sums.refused].map(([what, count]) => {
    const [row = "", reason = ""] = what.split(" ");
    return { row, reason, count };
  });
  return {
    program: { id: program.id, version: program.version, hash },
    from,
    until,
    members: {
      count: shoppers.size,
      idle: [...shoppers.values()].filter(({ last }) => last === undefined).length,
    },
    rows: {
      purchases: sums.purchases,
      activities: sums.activities,
      refunds: sums.refunds,
      guests: sums.guests,
      refused: refused.reduce((total, { count }) => total + count, 0),
      faulty: faults.count,
      later,
    },
    occasions: sums.occasions,
    entries: sums.entries,
    turnover: sums.turnover,
    returned: sums.returned,
    wallets: (program.wallets ?? []).map(({ id }) => ({
      wallet: id,
      ...(sums.moves.get(id) ?? NO_MOVES),
      held: sumOf(liability.filter(({ wallet }) => wallet === id).map(({ amount }) => amount)),
      owed: sumOf(standings.flatMap(({ debts = [] }) => debtsOf(debts, id))),
    })),
    offers: [...sums.offers.values()]
      .map((row) => ({ ...row, worth: shortened(row.worth), cost: shortened(row.cost) }))
      .sort((a, b) => greatestFirst(a.cost, b.cost) || inOrder(a.offer, b.offer) || inOrder(a.unit, b.unit)),
    liability,
    tiers: tiersOf(
      club,
      [...shoppers.values()].map(({ standing = {} }) => standing),
      until,
    ),
    clubUses: counts.rows(),
    messages: {
      ...sums.messages,
      topics: [...sums.topics]
        .map(([topic, count]) => ({ topic, count }))
        .sort((a, b) => b.count - a.count || inOrder(a.topic, b.topic)),
    },
    refused: refused.sort(
      (a, b) => b.count - a.count || inOrder(a.row, b.row) || inOrder(a.reason, b.reason),
    ),
    faults: faults.first,
  };
}

function debtsOf(debts: NonNullable<Standing["debts"]>, wallet: string): readonly string[] {
  return debts.flatMap((debt) => (debt.wallet === wallet ? [`${debt.amount}`] : []));
}

function tiersOf(
  { program }: Club,
  standings: readonly Standing[],
  until: string | null,
): ReplayReport["tiers"] {
  const ladder = (program.tiers?.ladder ?? []).map(({ id }) => id);
  const members = new Map(ladder.map((tier) => [tier, 0]));
  for (const { raisedTier, tier = ladder[0] } of standings) {
    const isRaised =
      raisedTier !== undefined && until !== null && Date.parse(until) < Date.parse(raisedTier.until);
    const now = isRaised ? raisedTier.tier : tier;
    if (now !== undefined) members.set(now, (members.get(now) ?? 0) + 1);
  }
  return [...members].map(([tier, count]) => ({ tier, members: count }));
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
