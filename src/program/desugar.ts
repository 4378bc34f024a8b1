import type { ConditionDocument } from "./condition-document.js";
import type { BirthdayDocument, OfferDocument, WindowDocument } from "./offer-document.js";
import type { Tiered } from "./tiered.js";

/** What the sugar of an offer stands for. */
export interface Desugared {
  /** Beside `when`: all of these must hold. */
  readonly conditions: readonly ConditionDocument[];
  /** With hours over midnight: true where a transaction counts on its own date. */
  readonly onItsOwnDay: ConditionDocument | undefined;
}

type Sugar = Pick<OfferDocument, "tier" | "birthday" | "window" | "schedule" | "code" | "channel">;

/**
 * `tier`, `birthday`, `window`, `schedule`, `code` and `channel` as the conditions they stand for. Hours over midnight
 * become two branches: the evening of its own day, and the small hours, which ask for the day before.
 */
export function desugar({ tier, birthday, window, schedule, code, channel }: Sugar): Desugared {
  const steady: ConditionDocument[] = [];
  if (tier !== undefined) steady.push({ fact: "member.tier", operator: "in", value: tier });
  if (code !== undefined) steady.push({ any: code.map((value) => ({ ...CODES, value })) });
  if (channel !== undefined) steady.push({ fact: "transaction.channel", operator: "in", value: channel });

  const onDay = (daysAgo: 0 | 1): ConditionDocument[] => [
    ...(window === undefined ? [] : windowChecks(window, daysAgo)),
    ...(schedule?.weekdays === undefined
      ? []
      : [{ ...dayFact("local.weekday", daysAgo), operator: "in", value: schedule.weekdays }]),
    ...(birthday === undefined ? [] : [birthdayCheck(birthday, daysAgo)]),
  ];
  if (schedule?.hours === undefined) return { conditions: [...steady, ...onDay(0)], onItsOwnDay: undefined };

  const evenings = schedule.hours.map(({ from, until }): ConditionDocument => {
    const begun: ConditionDocument = { ...TIME, operator: "greaterThanInclusive", value: from };
    return from < until ? { all: [begun, { ...TIME, operator: "lessThan", value: until }] } : begun;
  });
  const smallHours = schedule.hours
    .filter(({ from, until }) => from > until && until !== "00:00")
    .map(({ until }): ConditionDocument => ({ ...TIME, operator: "lessThan", value: until }));
  const own: ConditionDocument = { all: [{ any: evenings }, ...onDay(0)] };
  if (smallHours.length === 0) return { conditions: [...steady, own], onItsOwnDay: undefined };
  const late: ConditionDocument = { all: [{ any: smallHours }, ...onDay(1)] };
  return { conditions: [...steady, { any: [own, late] }], onItsOwnDay: own };
}

const CODES = { fact: "transaction.codes", operator: "contains" };
const TIME = { fact: "local.time" };

function dayFact(fact: string, daysAgo: 0 | 1, params: { readonly [name: string]: unknown } = {}) {
  return { fact, params: daysAgo === 0 ? params : { ...params, daysAgo } };
}

function windowChecks(window: WindowDocument, daysAgo: 0 | 1): readonly ConditionDocument[] {
  if ("yearly" in window) {
    return [{ ...dayFact("local.inYearlyWindow", daysAgo, window.yearly), operator: "equal", value: true }];
  }
  const date = dayFact("local.date", daysAgo);
  const from =
    window.from === undefined ? [] : [{ ...date, operator: "greaterThanInclusive", value: window.from }];
  const to = window.to === undefined ? [] : [{ ...date, operator: "lessThanInclusive", value: window.to }];
  return [...from, ...to];
}

function birthdayCheck(
  { before = 0, after = 0, ...rest }: BirthdayDocument,
  daysAgo: 0 | 1,
): ConditionDocument {
  const check = (around: { readonly before?: number; readonly after?: number }): ConditionDocument => {
    const params = rest.span === undefined ? { ...around, ...rest } : rest;
    return { ...dayFact("member.inBirthdayWindow", daysAgo, params), operator: "equal", value: true };
  };
  const tiers = [...new Set([...tiersOf(before), ...tiersOf(after)])];
  if (tiers.length === 0) return check({ before: forTier(before, ""), after: forTier(after, "") });
  const branches = tiers.map((tier): ConditionDocument => {
    const isTier = { fact: "member.tier", operator: "equal", value: tier };
    return { all: [isTier, check({ before: forTier(before, tier), after: forTier(after, tier) })] };
  });
  return { any: branches };
}

function tiersOf(value: Tiered<number>): readonly string[] {
  return typeof value === "number" ? [] : Object.keys(value.byTier);
}

function forTier(value: Tiered<number>, tier: string): number {
  if (typeof value === "number") return value;
  return Object.hasOwn(value.byTier, tier) ? (value.byTier[tier] ?? 0) : 0;
}
