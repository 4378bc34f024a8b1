import type { Benefit } from "vafa";
import { walletOf } from "./accrue.js";
import { amountOf, forTier, MILLION, type PurchaseOffer, passes, percentOf } from "./read-purchase.js";
import type { Shelf } from "./shelf.js";
import type { Table } from "./table.js";

/** An offer that won no line, and those that won some. */
interface Outdone {
  readonly offer: PurchaseOffer;
  readonly beatenBy: readonly string[];
}

export interface Contested {
  /** Its offers without those that won no line, the others on the lines they won. */
  readonly table: Table;
  readonly outdone: readonly Outdone[];
}

/** R6.39 */
export function contestLines(table: Table): Contested {
  const inContest = (offer: PurchaseOffer) => !offer.always && table.isPerLine(offer.group);
  const winnerOn = (shelf: Shelf, group: string) => {
    const rivals = table.offers.filter((offer) => inContest(offer) && offer.group === group);
    const giving = rivals.map((offer) => ({ offer, gives: givesOn(shelf, offer, table) }));
    const best = giving.sort((a, b) =>
      a.gives === b.gives ? (a.offer.id < b.offer.id ? -1 : 1) : a.gives > b.gives ? -1 : 1,
    )[0];
    return best !== undefined && best.gives > 0n ? best.offer : undefined;
  };
  const wonBy = (offer: PurchaseOffer) =>
    table.shelves.filter((shelf) => winnerOn(shelf, offer.group) === offer).map(({ line }) => line.id);
  const offers = table.offers.map((offer) => (inContest(offer) ? { ...offer, won: wonBy(offer) } : offer));
  const lost = offers.filter(({ won }) => won?.length === 0);
  return {
    table: { ...table, offers: offers.filter((offer) => !lost.includes(offer)) },
    outdone: lost.map((offer) => {
      const rivals = offers.filter(({ group, won = [] }) => group === offer.group && won.length > 0);
      return { offer, beatenBy: rivals.map(({ id }) => id).sort() };
    }),
  };
}

/** R7.12: on all of its lines, as though it had no rivals. */
export function unrivalled(offer: PurchaseOffer, table: Table): PurchaseOffer {
  if (offer.always || !table.isPerLine(offer.group)) return offer;
  const own = table.shelves.filter((shelf) => givesOn(shelf, offer, table) > 0n);
  return { ...offer, won: own.map(({ line }) => line.id) };
}

/** The exact worth on the list amount of one line; all rates are fractions of this. */
const FRACTION = 10n ** 24n;

function givesOn(shelf: Shelf, { benefits }: PurchaseOffer, table: Table): bigint {
  const benefit = benefits[0] as Benefit;
  const { digits, tier } = table;
  if (benefit.kind === "gift" || benefit.kind === "voucher" || benefit.kind === "tier") return 0n;
  const { line, list, quantity } = shelf;
  const takesPart = benefit.kind === "discount" ? line.takesDiscount : line.accrues;
  if (!takesPart || !passes(line.written, benefit.items) || list === 0n) return 0n;
  const percent = percentOf(forTier(benefit.percent ?? 0, tier));
  const ofList = (list * percent.numerator * FRACTION) / percent.denominator;
  if (benefit.kind !== "discount") {
    const { worth = "1" } = walletOf(table, benefit);
    return ofList * amountOf(worth, 6) * 10n ** BigInt(6 - digits);
  }
  const money = 10n ** BigInt(12 - digits);
  const room = shelf.room * FRACTION;
  const each = amountOf(forTier(benefit.perUnit ?? benefit.unitPrice ?? 0, tier), digits);
  const ofUnits = (each * quantity * FRACTION) / MILLION;
  const gives =
    benefit.percent !== undefined
      ? ofList
      : benefit.perUnit !== undefined
        ? ofUnits
        : list * FRACTION - ofUnits;
  return (gives < room ? gives : room) * money;
}
