/** Up to here insertion costs a third of `sort`, which copies. */
const FEW = 16;

/** Sorts in place, as `sort` does: for the short lists of which every decision sorts dozens. */
export function sortSmall<T>(list: T[], order: (a: T, b: T) => number): T[] {
  if (list.length > FEW) return list.sort(order);
  for (let at = 1; at < list.length; at++) {
    const one = list[at] as T;
    let place = at;
    for (; place > 0 && order(list[place - 1] as T, one) > 0; place--) list[place] = list[place - 1] as T;
    list[place] = one;
  }
  return list;
}
