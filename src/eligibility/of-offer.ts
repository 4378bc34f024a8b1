interface OfAnOffer {
  readonly offer: string;
}

/** Sorted by offer once a list: thousands of offers may ask for thousands of uses or vouchers. */
const sorted = new WeakMap<readonly OfAnOffer[], ReadonlyMap<string, readonly OfAnOffer[]>>();
const NONE: readonly never[] = [];

/** Those of a member's uses, or vouchers, that are of one offer. */
export function ofOffer<Row extends OfAnOffer>(rows: readonly Row[], offer: string): readonly Row[] {
  if (rows.length === 0) return NONE;
  const known = sorted.get(rows) ?? byOffer(rows);
  sorted.set(rows, known);
  return (known.get(offer) as readonly Row[] | undefined) ?? NONE;
}

function byOffer(rows: readonly OfAnOffer[]): ReadonlyMap<string, readonly OfAnOffer[]> {
  const lists = new Map<string, OfAnOffer[]>();
  for (const row of rows) {
    const list = lists.get(row.offer);
    if (list === undefined) lists.set(row.offer, [row]);
    else list.push(row);
  }
  return lists;
}
