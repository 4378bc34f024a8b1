import type { Benefit, ItemFilter, Line, Program, Request, Tiered, Wallet } from "vafa";
import { parseAmount } from "../../src/units/amount.js";
import { parsePercent, parseRate, type Rate } from "../../src/units/rate.js";
import { type Rounding, rounded } from "./rounded.js";

/** One line of the receipt, in minor units. */
export interface PurchaseLine {
  readonly id: string;
  readonly list: bigint;
  /** What discounts leave at least. */
  readonly floor: bigint;
  readonly takesDiscount: boolean;
  readonly accrues: boolean;
  /** As written, for item filters. */
  readonly written: Line;
}

/** An offer that the member may have here. */
export interface PurchaseOffer {
  readonly id: string;
  readonly always: boolean;
  readonly group: string;
  readonly exclusive: boolean;
  readonly notWith: readonly string[];
  readonly benefits: readonly Benefit[];
  readonly isList: boolean;
}

/** All that a purchase is figured from. */
export interface Purchase {
  readonly digits: number;
  readonly rounding: Rounding;
  readonly discountBase: "list" | "remaining";
  readonly wallets: readonly Wallet[];
  readonly lines: readonly PurchaseLine[];
  /** In the order of awards. */
  readonly offers: readonly PurchaseOffer[];
  readonly limitOf: (group: string) => number;
  readonly maxOffers: number;
  readonly tier: string | undefined;
}

/** Reads a purchase straight from its documents. Which offers the member may have is said from outside. */
export function readPurchase(program: Program, request: Request, mayHave: ReadonlySet<string>): Purchase {
  const { digits, rounding = "halfUp" } = program.currency;
  const how: Rounding =
    typeof rounding === "string"
      ? { mode: rounding, step: 1n }
      : { mode: rounding.mode, step: amountOf(rounding.step, digits) };
  const offers = program.offers
    .filter(({ id }) => mayHave.has(id))
    .sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0) || (a.id < b.id ? -1 : 1));
  return {
    digits,
    rounding: how,
    discountBase: program.discountBase ?? "list",
    wallets: program.wallets ?? [],
    lines: request.transaction.lines.map((line) => readLine(line, digits, how)),
    offers: offers.map(({ id, always = false, group = "default", exclusive = false, benefit }) => ({
      id,
      always,
      group,
      exclusive,
      notWith: program.offers.flatMap((other) => {
        const against =
          other.id === id ? (other.notWith ?? []) : other.notWith?.includes(id) ? [other.id] : [];
        return against;
      }),
      benefits: [benefit].flat() as readonly Benefit[],
      isList: Array.isArray(benefit),
    })),
    limitOf: (group) => program.groups?.find(({ id }) => id === group)?.limit ?? 1,
    maxOffers: program.maxOffers ?? Number.POSITIVE_INFINITY,
    tier: tierBefore(program, request),
  };
}

/** R5.2: of a guest, of a standing without one, and one that the ladder lacks: unknown. */
export function tierBefore({ tiers }: Program, { member }: Request): string | undefined {
  if (member === undefined) return undefined;
  const ladder = tiers?.ladder.map(({ id }) => id) ?? [];
  const tier = member.standing === undefined ? ladder[0] : member.standing.tier;
  return ladder.find((id) => id === tier);
}

/** R6.1, R6.4: `unitPrice × quantity` rounded once, or `amount` where the till has rounded it. */
function readLine(line: Line, digits: number, rounding: Rounding): PurchaseLine {
  const million = 1_000_000n;
  const quantity = amountOf(line.quantity ?? 1, 6);
  const product = quantity * amountOf(line.unitPrice, digits);
  const whole = quantity % million === 0n;
  const list =
    line.amount === undefined
      ? rounded(product, million, whole ? { mode: "down", step: 1n } : rounding)
      : amountOf(line.amount, digits);
  const floor = rounded(quantity * amountOf(line.floorPrice ?? 0, digits), million, { mode: "up", step: 1n });
  const goods = line.kind !== "fee";
  return {
    id: line.id,
    list,
    floor: floor < list ? floor : list,
    takesDiscount: goods && line.discountable !== false,
    accrues: goods && line.accrues !== false,
    written: line,
  };
}

/** R4.13: keys joined by and, the values of one key by or, `not` taken away. */
export function passes(line: Line, filter: ItemFilter | undefined): boolean {
  if (filter === undefined) return true;
  const has = (
    wanted: string | readonly string[] | undefined,
    own: string | readonly string[] | undefined,
  ) => {
    if (wanted === undefined) return true;
    const names = own === undefined ? [] : [own].flat();
    return [wanted].flat().some((name) => names.includes(name));
  };
  const { sku, category, brand, tag, not } = filter;
  const own =
    has(sku, line.sku) && has(category, line.category) && has(brand, line.brand) && has(tag, line.tags);
  return own && !(not !== undefined && passes(line, not));
}

export function forTier<T>(value: Tiered<T>, tier: string | undefined): T {
  if (typeof value !== "object" || value === null || !("byTier" in value)) return value as T;
  const own = tier === undefined ? undefined : value.byTier[tier];
  if (own === undefined) throw new Error(`no value for the tier ${tier}`);
  return own;
}

export function amountOf(written: string | number, digits: number): bigint {
  const amount = parseAmount(written, digits);
  if (amount === undefined) throw new Error(`${written} is no amount of ${digits} decimals`);
  return amount;
}

export function percentOf(written: string | number): Rate {
  return parsePercent(written);
}

export function rateOf(written: string | number): Rate {
  return parseRate(written);
}
