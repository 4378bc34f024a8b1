import { ClubError, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { LotDocument } from "../facts/standing.js";
import type { Entry, EntryDraw } from "../settlement/entry.js";
import { subtractAmounts } from "../units/amount.js";

/** Takes from a member's lots what an entry drew, and leaves out those of which nothing is left. */
export function drawLots(
  lots: readonly LotDocument[],
  { redemptions, conversions }: Pick<Entry, "redemptions" | "conversions">,
): readonly LotDocument[] {
  const wanted: WantedDraw[] = [];
  for (const [kind, rows] of Object.entries({ redemptions, conversions })) {
    for (const [row, { wallet, draws }] of rows.entries()) {
      for (const [index, { amount, lot }] of draws.entries()) {
        wanted.push({ amount, lot, wallet, path: ["entry", kind, row, "draws", index] });
      }
    }
  }
  return takeFrom(lots, wanted);
}

/** What is to be drawn, and where in the entry it says so. */
export interface WantedDraw extends Pick<EntryDraw, "amount" | "lot"> {
  readonly wallet: string;
  readonly path: Path;
}

/** Likewise what an entry lists one by one. */
export function takeFrom(
  lots: readonly LotDocument[],
  wanted: readonly WantedDraw[],
): readonly LotDocument[] {
  if (wanted.length === 0) return lots;
  const held = [...lots];
  const places = placesOf(held);
  for (const draw of wanted) {
    const { amount, lot, path, wallet } = draw;
    if (take(held, places.get(`${wallet} ${lot}`) ?? [], draw)) continue;
    const sides = { received: `${amount} of ${lot}` };
    throw new ClubError([issueAt("lot-mismatch", path, "the standing has no lot that holds it", sides)]);
  }
  return held.filter(({ amount }) => !isNothing(amount));
}

/** Where the lots of one wallet and id stand: a host may have given two the same. */
function placesOf(lots: readonly LotDocument[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { id, wallet }] of lots.entries()) {
    const key = `${wallet} ${id}`;
    const own = places.get(key);
    if (own === undefined) places.set(key, [index]);
    else own.push(index);
  }
  return places;
}

/** Draws from the first that holds enough. */
function take(held: LotDocument[], places: readonly number[], { amount }: WantedDraw): boolean {
  for (const place of places) {
    const one = held[place];
    const rest = one && subtractAmounts(one.amount, amount);
    if (one === undefined || rest === undefined) continue;
    held[place] = { ...one, amount: rest };
    return true;
  }
  return false;
}

function isNothing(amount: string | number): boolean {
  return /^[0.]+$/.test(String(amount));
}
