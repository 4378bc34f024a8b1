import type {
  Benefit,
  Budget,
  CatalogueItem,
  ItemFilter,
  Line,
  Offer,
  Program,
  Request,
  Tiered,
  Wallet,
} from "vafa";
import { parseAmount } from "../../src/units/amount.js";
import { parseInstant } from "../../src/units/instant.js";
import { parsePercent, parseRate, type Rate } from "../../src/units/rate.js";
import { type Rounding, rounded } from "./rounded.js";

/** One line of the receipt, in minor units. */
export interface PurchaseLine {
  readonly id: string;
  readonly list: bigint;
  /** What discounts leave at least. */
  readonly floor: bigint;
  /** In millionths. */
  readonly quantity: bigint;
  readonly goods: boolean;
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
  readonly repeat: bigint | undefined;
  readonly budget: Budget | undefined;
  /** What the member's limit leaves of it, in minor units of what it gives. */
  readonly left: bigint | undefined;
  readonly isRefusedWhenShort: boolean;
  /** R6.39: the lines it is figured on, each by itself. */
  readonly won: readonly string[] | undefined;
}

/** All that a purchase is figured from. */
export interface Purchase {
  readonly digits: number;
  readonly rounding: Rounding;
  readonly discountBase: "list" | "remaining";
  readonly wallets: readonly Wallet[];
  readonly catalogue: readonly CatalogueItem[];
  readonly lines: readonly PurchaseLine[];
  /** In the order of awards. */
  readonly offers: readonly PurchaseOffer[];
  readonly limitOf: (group: string) => number;
  readonly isPerLine: (group: string) => boolean;
  readonly maxOffers: number;
  readonly discountCap: Rate | undefined;
  readonly tier: string | undefined;
  readonly ladder: readonly string[];
  readonly request: Request;
}

/** Which offers the member may have, with what their limits of an amount leave. */
export type MayHave = ReadonlyMap<string, bigint | undefined>;

/** Reads a purchase straight from its documents. Which offers the member may have is said from outside. */
export function readPurchase(program: Program, request: Request, mayHave: MayHave): Purchase {
  const { digits, rounding = "halfUp" } = program.currency;
  const how: Rounding =
    typeof rounding === "string"
      ? { mode: rounding, step: 1n }
      : { mode: rounding.mode, step: amountOf(rounding.step, digits) };
  const offers = program.offers
    .filter(({ id }) => mayHave.has(id))
    .sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0) || (a.id < b.id ? -1 : 1));
  const groupOf = (group: string) => program.groups?.find(({ id }) => id === group);
  return {
    digits,
    rounding: how,
    discountBase: program.discountBase ?? "list",
    wallets: program.wallets ?? [],
    catalogue: program.catalogue ?? [],
    lines: (request.transaction.lines ?? []).map((line) => readLine(line, digits, how)),
    offers: offers.map((offer) => readOffer(offer, program, mayHave.get(offer.id))),
    limitOf: (group) => groupOf(group)?.limit ?? 1,
    isPerLine: (group) => groupOf(group)?.per === "line",
    maxOffers: program.maxOffers ?? Number.POSITIVE_INFINITY,
    discountCap: program.discountCap && percentOf(program.discountCap.percent),
    tier: tierBefore(program, request),
    ladder: ladderOf(program),
    request,
  };
}

function readOffer(offer: Offer, { offers, budgets }: Program, left: bigint | undefined): PurchaseOffer {
  const { id, always = false, group = "default", exclusive = false, benefit, limits = {} } = offer;
  return {
    id,
    always,
    group,
    exclusive,
    notWith: offers.flatMap((other) => {
      if (other.id === id) return other.notWith ?? [];
      return other.notWith?.includes(id) ? [other.id] : [];
    }),
    benefits: [benefit].flat() as readonly Benefit[],
    isList: Array.isArray(benefit),
    repeat: limits.repeat === undefined ? undefined : BigInt(limits.repeat),
    budget: budgets?.find((budget) => budget.id === limits.budget),
    left,
    isRefusedWhenShort: limits.perMember?.onShort === "refuse",
    won: undefined,
  };
}

/** R5.2: of a guest, of a standing without one, and one that the ladder lacks: unknown; else as raised. */
export function tierBefore(program: Program, { member, transaction }: Request): string | undefined {
  if (member === undefined) return undefined;
  const ladder = ladderOf(program);
  const { tier, raisedTier } = member.standing ?? { tier: ladder[0] };
  const base = ladder.find((id) => id === tier);
  const isRaised = raisedTier !== undefined && instantAt(transaction.at) < instantAt(raisedTier.until);
  if (base === undefined || !isRaised) return base;
  return ladder[Math.max(ladder.indexOf(base), ladder.indexOf(raisedTier.tier))];
}

function ladderOf({ tiers }: Program): readonly string[] {
  return tiers?.ladder.map(({ id }) => id) ?? [];
}

/** R2.1 */
export function instantAt(written: string): number {
  const instant = parseInstant(written);
  if (instant === undefined) throw new Error(`${written} is no instant`);
  return instant;
}

/** Decimals of a quantity, as a factor. */
export const MILLION = 1_000_000n;

/** R6.1, R6.4: `unitPrice × quantity` rounded once, or `amount` where the till has rounded it. */
function readLine(line: Line, digits: number, rounding: Rounding): PurchaseLine {
  const quantity = amountOf(line.quantity ?? 1, 6);
  const product = quantity * amountOf(line.unitPrice, digits);
  const whole = quantity % MILLION === 0n;
  const list =
    line.amount === undefined
      ? rounded(product, MILLION, whole ? { mode: "down", step: 1n } : rounding)
      : amountOf(line.amount, digits);
  const floor = rounded(quantity * amountOf(line.floorPrice ?? 0, digits), MILLION, { mode: "up", step: 1n });
  const goods = line.kind !== "fee";
  return {
    id: line.id,
    list,
    floor: floor < list ? floor : list,
    quantity,
    goods,
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
