import type { LineBack } from "./plan-return.js";
import type { Sale, SaleAward, SaleLine } from "./read-sale.js";
import { takenBack } from "./take-back.js";
import { basesOf, partsBack } from "./take-back-lines.js";

/** What goes back of an award, in its own unit. */
export interface AwardBack {
  readonly award: SaleAward;
  readonly amount: bigint;
  /** Of an accrual: all that is settled with this, taken back or left to the member. */
  readonly settled: bigint;
}

/** What is known of a sale that comes back. */
export interface Return {
  readonly sale: Sale;
  readonly lines: readonly LineBack[];
  /** Is all of it back now? */
  readonly whole: boolean;
  /** By the number of the award. */
  readonly settled: ReadonlyMap<number, bigint>;
  /** What the rest of the sale would have been given, by `awardKey`; `undefined` where nothing is left, or nobody asks. */
  readonly rest: ReadonlyMap<string, bigint> | undefined;
}

export function awardKey({ offer, part }: Pick<SaleAward, "offer" | "part">): string {
  return `${offer} ${part}`;
}

/**
 * Each award of the sale, in its order. A discount goes back with its lines. An accrual goes back as the sum of the
 * bases of its lines does, rounded down for the whole award, and all of it with the last of them; what was for the
 * visit, or has no base for its lines cost nothing, only with all of the sale. Where the rest of the sale is looked at anew, no more of it is left
 * than the rest would have given.
 * Worked: of 1,000 points on three equal lines, returned one by one, 333, 333 and 334 go back.
 */
export function takeBackAwards(back: Return): readonly AwardBack[] {
  const { sale, settled, whole, rest } = back;
  const lines = new Map(back.lines.map((one) => [one.line.id, one]));
  return sale.awards.map((award): AwardBack => {
    if (award.kind === "discount") {
      const [before, after] = partsBack(award.parts, lines);
      return { award, amount: after - before, settled: after };
    }
    const had = settled.get(award.number) ?? 0n;
    const share = whole ? award.amount : shareOf(award, lines);
    const over = rest === undefined ? 0n : award.amount - (rest.get(awardKey(award)) ?? 0n);
    const target = share > over ? share : over;
    const amount = target > had ? target - had : 0n;
    return { award, amount, settled: had + amount };
  });
}

function shareOf(award: SaleAward, lines: ReadonlyMap<string, LineBack>): bigint {
  if (award.basis === "visit") return 0n;
  let returned = 0n;
  let all = 0n;
  for (const { line: id } of award.parts) {
    const back = lines.get(id);
    if (back === undefined) continue;
    const base = baseOf(back.line, award);
    all += base;
    returned += takenBack(base, basesOf(back)[1], back.line.list);
  }
  return all === 0n ? 0n : takenBack(award.amount, returned, all);
}

/** As the wallet accrues: on what was paid, on what discounts left, or on the list amount. */
function baseOf({ list, paid, redeemed }: SaleLine, { wallet }: SaleAward): bigint {
  if (wallet?.accruesOn === "list") return list;
  return wallet?.accruesOn === "discounted" ? paid + redeemed : paid;
}
