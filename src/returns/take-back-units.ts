import type { Program } from "../program/program.js";
import type { Entry, EntryLot, EntryLotDraw } from "../settlement/entry.js";
import { laterBy, type Moment } from "../standing/later-by.js";
import { accountOf } from "../standing/lots.js";
import type { Lot } from "../standing/standing.js";
import { formatAmount, parseAmount } from "../units/amount.js";
import { parseInstant } from "../units/instant.js";
import { formatInstant } from "../units/zone.js";
import type { LineBack } from "./plan-return.js";
import type { SaleRedemption } from "./read-sale.js";
import { takenBack } from "./take-back.js";
import type { Return } from "./take-back-awards.js";
import { partsBack } from "./take-back-lines.js";

/** What goes back of what a wallet paid. */
export interface RedemptionBack {
  readonly redemption: SaleRedemption;
  /** In units of the wallet, and in money. */
  readonly units: bigint;
  readonly value: bigint;
  readonly lots: readonly LotBack[];
}

/** What goes back into a lot. */
export interface LotBack {
  readonly amount: bigint;
  readonly lot: EntryLot;
  /** That it goes into: while no entry has activated the lot, that of what is not active yet. */
  readonly account: string;
  readonly activeAt: number;
  readonly expiresAt: number;
}

/** When and where the units go back. */
export interface Recipient {
  readonly program: Program;
  readonly moment: Moment;
  readonly lots: readonly Lot[];
  readonly entryId: string;
}

/**
 * Each redemption of which something goes back. The money it paid goes back with its lines; its units as that money
 * does, into the very lots that paid, the last drawn first, as if less had been drawn.
 * Worked: 30,000 of one lot and 10,000 of a later one paid; with half of the lines back the later one has its 10,000
 * again, and the first 10,000.
 */
export function takeBackUnits({ sale, lines, whole }: Return, to: Recipient): readonly RedemptionBack[] {
  const byId = new Map(lines.map((back) => [back.line.id, back]));
  let opened = 0;
  return sale.redemptions.flatMap((redemption): readonly RedemptionBack[] => {
    const [from, until] = unitsBack(redemption, byId, whole);
    const [before, after] = partsBack(redemption.parts, byId);
    const lots = spansOf(redemption, from, until).map(({ draw, amount }) => {
      const back = intoLot(draw, amount, redemption, sale.entry, to, `${to.entryId}.${opened + 1}`);
      if (back.lot.id !== draw.lot) opened += 1;
      return back;
    });
    const value = after - before;
    return until === from && value === 0n ? [] : [{ redemption, units: until - from, value, lots }];
  });
}

/** Units that paid nothing go back with all of the sale. */
function unitsBack(
  { amount, parts, value }: SaleRedemption,
  lines: ReadonlyMap<string, LineBack>,
  whole: boolean,
): readonly [bigint, bigint] {
  if (value === 0n) return [0n, whole ? amount : 0n];
  const [before, after] = partsBack(parts, lines);
  return [takenBack(amount, before, value), takenBack(amount, after, value)];
}

interface Span {
  readonly draw: EntryLotDraw;
  readonly amount: bigint;
}

/** The draws, from the last, that the units after the first `from` up to the first `until` belong to. */
function spansOf({ draws, wallet }: SaleRedemption, from: bigint, until: bigint): readonly Span[] {
  const spans: Span[] = [];
  let start = 0n;
  for (const draw of [...draws].reverse()) {
    const end = start + (parseAmount(draw.amount, wallet.digits) ?? 0n);
    const first = from > start ? from : start;
    const last = until < end ? until : end;
    if (last > first) spans.push({ draw, amount: last - first });
    start = end;
  }
  return spans;
}

/** When a lot that is gone would lapse: as it did when it was drawn, or as the sale renewed it. */
function lapseAfter({ expiresAt, lot }: EntryLotDraw, wallet: string, renewals: Entry["renewals"]): number {
  const renewed = renewals.find((one) => one.lot === lot && one.wallet === wallet);
  const text = renewed === undefined ? expiresAt : renewed.expiresAt;
  return (text === null ? undefined : parseInstant(text)) ?? Number.POSITIVE_INFINITY;
}

/** Into its own lot; where that lapses before the grace is over, into a new one that lapses with it. */
function intoLot(
  draw: EntryLotDraw,
  amount: bigint,
  { wallet }: SaleRedemption,
  { at: soldAt, renewals }: Entry,
  { program, moment, lots }: Recipient,
  newId: string,
): LotBack {
  const held = lots.find(({ id, wallet: own }) => id === draw.lot && own === wallet.id);
  const own = held?.expiresAt ?? lapseAfter(draw, wallet.id, renewals);
  const { graceDays } = program.refunds;
  const graceEnd = laterBy({ days: graceDays }, program, moment);
  const isGrace = graceDays > 0 && own < graceEnd;
  const expiresAt = isGrace ? graceEnd : own;
  const activeAt = draw.activeAt ?? soldAt;
  return {
    amount,
    lot: {
      activeAt,
      amount: formatAmount(amount, wallet.digits),
      at: draw.at ?? soldAt,
      expiresAt: Number.isFinite(expiresAt) ? formatInstant(expiresAt, program.zone) : null,
      id: isGrace ? newId : draw.lot,
      offer: draw.offer,
      renewable: draw.renewable,
      usable: draw.usable,
      wallet: wallet.id,
    },
    account: accountOf({ wallet: wallet.id, pending: !isGrace && held?.pending === true }),
    activeAt: parseInstant(activeAt) ?? moment.at,
    expiresAt,
  };
}
