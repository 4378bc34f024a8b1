import type { Standing } from "vafa";
import { parseInstant } from "../../src/units/instant.js";

export type StandingLot = NonNullable<Standing["lots"]>[number];

function instant(text: string | null | undefined, otherwise: number): number {
  return text === null || text === undefined ? otherwise : (parseInstant(text) ?? otherwise);
}

/** The lots of a standing that can be spent at an instant, in the order in which they are to be drawn (R11.4, R11.9). */
export function spendableLots(standing: Standing | undefined, at: string): readonly StandingLot[] {
  const now = instant(at, 0);
  const opening = (standing?.balances ?? []).map((one): StandingLot => ({ id: "opening", ...one }));
  return [...(standing?.lots ?? []), ...opening]
    .filter((lot) => instant(lot.activeAt ?? lot.at, -Infinity) <= now && now < lapseOf(lot))
    .sort(
      (a, b) =>
        order(lapseOf(a), lapseOf(b)) ||
        order(instant(a.at, -Infinity), instant(b.at, -Infinity)) ||
        order(a.id, b.id),
    );
}

function lapseOf({ expiresAt }: StandingLot): number {
  return instant(expiresAt, Infinity);
}

function order<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
