import fc from "fast-check";
import type { Benefit, Offer, Program, Wallet } from "vafa";
import { benefits, VOUCHER_OFFER } from "./generate-benefit.js";
import { ATTRIBUTES, conditions, DECLARED, mild, NAMED_CONDITION } from "./generate-condition.js";
import { notifications } from "./generate-notifications.js";
import { TIERS } from "./generate-terms.js";
import { maybe } from "./generate-value.js";
import { modes, wallets } from "./generate-wallets.js";

export const CURRENCY = "IRT";

/** Ids whose code-unit order is neither the order they are listed in nor that of any dictionary. */
export const OFFER_IDS = [
  "m",
  "B",
  "a-1",
  "zz",
  "a",
  "Z9",
  "9",
  "a.1",
  "k",
  "b",
  "A0",
  "x_y",
  "q",
  "10",
  "C",
  "c-2",
  "7up",
  "w",
] as const;

/** What the offers of a program are like. */
export interface ProgramTerms {
  /** Of the currency. */
  readonly digits: number;
  readonly fewestOffers?: number;
  readonly mostOffers: number;
  /** Do most offers apply, so that they have to compete, or does it take a condition each? */
  readonly offersApply: "mostly" | "on conditions";
}

function currencies(digits: number): fc.Arbitrary<Program["currency"]> {
  const step = fc.constantFrom("1", 5, 5, "10", "10", "500");
  return fc.record({
    code: fc.constant(CURRENCY),
    digits: fc.constant(digits),
    rounding: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 2, arbitrary: modes },
      { weight: 2, arbitrary: fc.record({ mode: modes, step }) },
    ),
  });
}

const competition = fc.record({
  group: maybe(fc.constantFrom("default", "one", "two")),
  exclusive: maybe(fc.boolean(), 9),
  notWith: maybe(fc.subarray([...OFFER_IDS], { maxLength: 3 }), 5),
});

const sugar = fc.record({
  tier: maybe(fc.subarray([...TIERS], { minLength: 1 }), 6),
  birthday: maybe(
    fc.oneof(
      fc.record({
        before: maybe(fc.constantFrom(3, { byTier: { bronze: 1, silver: 7 } })),
        after: maybe(fc.constant(3)),
      }),
      fc.record({
        span: fc.constantFrom("day", "week", "month"),
        leapDay: fc.constantFrom("before", "after", "exact"),
      }),
    ),
    6,
  ),
  window: maybe(
    fc.constantFrom(
      { from: "2026-11-01", to: "2026-11-30" },
      { from: { calendar: "persian", year: 1405, month: 8, day: 30 } as const },
      { yearly: { from: { month: 8, day: 1 }, to: { month: 9, day: 31 } } },
      { yearly: { from: { month: 11, day: 21 }, to: { month: 1, day: 2 } } },
    ),
    6,
  ),
  schedule: maybe(
    fc.constantFrom(
      { weekdays: ["saturday", "sunday"] as const },
      { hours: [{ from: "09:00", until: "22:00" }] },
      { weekdays: ["friday", "saturday"] as const, hours: [{ from: "18:00", until: "02:00" }] },
    ),
    6,
  ),
  code: maybe(fc.constant(["yalda", "NOWRUZ"]), 9),
  channel: maybe(fc.constant(["store", "web"]), 9),
});

const noSugar = fc.constant({});

const memberLimits = fc.record({
  perMember: fc.record({
    count: fc.integer({ min: 1, max: 3 }),
    per: fc.constantFrom("day", "week", "month", "year", "birthdayYear", "lifetime"),
  }),
});

/** An offer that takes its benefit from a palette. */
type Draft = Omit<Offer, "benefit"> & { readonly benefit: number };

function drafts({ offersApply }: ProgramTerms): fc.Arbitrary<Draft> {
  const mostly = offersApply === "mostly";
  return fc
    .record({
      id: fc.constantFrom(...OFFER_IDS),
      always: maybe(fc.boolean(), 2),
      competition,
      benefit: fc.nat(5),
      priority: maybe(fc.integer({ min: -1, max: 1 })),
      when: mostly ? maybe(mild, 6) : maybe(conditions("may name")),
      sugar: mostly ? fc.oneof({ weight: 9, arbitrary: noSugar }, { weight: 1, arbitrary: sugar }) : sugar,
      limits: maybe(memberLimits, mostly ? 9 : 3),
    })
    .map(({ id, always, competition, sugar, ...rest }) => ({
      id,
      always,
      ...(always === true ? {} : competition),
      ...sugar,
      ...rest,
    }));
}

/** Few benefits among many offers, so that many are worth the same. */
function offerLists(terms: ProgramTerms): fc.Arbitrary<readonly Offer[]> {
  const { digits, fewestOffers = 1, mostOffers } = terms;
  return fc
    .record({
      palette: fc.array(benefits(digits), { minLength: 1, maxLength: 6 }),
      offers: fc.uniqueArray(drafts(terms), {
        selector: ({ id }) => id,
        minLength: fewestOffers,
        maxLength: mostOffers,
        size: "max",
      }),
    })
    .map(({ palette, offers }) =>
      offers.map((offer) => ({ ...offer, benefit: pickFrom(palette, offer.benefit) })),
    )
    .map(withOpponentsThatAre);
}

function pickFrom<T>(list: readonly T[], index: number): T {
  const picked = list[index % list.length];
  if (picked === undefined) throw new Error("there is nothing to pick from");
  return picked;
}

/** An offer may name only such opponents as there are, and as compete. */
function withOpponentsThatAre(list: readonly Offer[]): readonly Offer[] {
  const rivals = list.filter(({ always }) => always !== true).map(({ id }) => id);
  return list.map((offer) => {
    const notWith = offer.notWith?.filter((id) => id !== offer.id && rivals.includes(id));
    return notWith === undefined ? offer : { ...offer, notWith };
  });
}

/** A program whose vouchers are for an offer that there is: for the first, which is then by voucher. */
function withVoucherOffer({ offers, wallets = [], ...rest }: Program): Program {
  const [first, ...others] = offers;
  const isWanted = JSON.stringify([offers, wallets]).includes(VOUCHER_OFFER);
  if (first === undefined || !isWanted) return { ...rest, offers, wallets };
  const named = <T extends Benefit>(benefit: T): T =>
    benefit.kind === "voucher" ? { ...benefit, offer: first.id } : benefit;
  const all: readonly Offer[] = [{ ...first, by: "voucher" }, ...others];
  return {
    ...rest,
    offers: all.map(({ benefit, ...offer }) => ({
      ...offer,
      benefit: "kind" in benefit ? named(benefit) : benefit.map(named),
    })),
    wallets: wallets.map((wallet): Wallet => {
      const { converts } = wallet;
      if (converts === undefined || !("voucher" in converts.into)) return wallet;
      return { ...wallet, converts: { ...converts, into: { ...converts.into, voucher: first.id } } };
    }),
  };
}

/** Whole programs, with everything that a program can say in this release. */
export function programs(terms: ProgramTerms): fc.Arbitrary<Program> {
  const limit = fc.integer({ min: 1, max: 3 });
  const groups = fc
    .tuple(limit, limit, maybe(limit))
    .map(([one, two, usual]) => [
      { id: "one", limit: one },
      { id: "two", limit: two },
      ...(usual === undefined ? [] : [{ id: "default", limit: usual }]),
    ]);
  return fc
    .record({
      id: fc.constant("club"),
      version: fc.constant("1"),
      semantics: fc.constant(1 as const),
      currency: currencies(terms.digits),
      timeZone: fc.constantFrom("Asia/Tehran", "UTC", "+03:30", "America/St_Johns"),
      calendar: fc.constantFrom("persian", "gregorian"),
      weekStart: maybe(fc.constantFrom("saturday", "monday")),
      discountBase: maybe(fc.constantFrom("list", "remaining", "remaining")),
      wallets,
      tiers: fc.constant({ ladder: TIERS.map((id) => ({ id })) }),
      facts: fc.constant(DECLARED),
      attributes: fc.constant(ATTRIBUTES),
      conditions: conditions("names none").map((named) => ({ [NAMED_CONDITION]: named })),
      groups,
      offers: offerLists(terms),
      maxOffers: maybe(fc.integer({ min: 1, max: 4 }), 2),
      notifications: maybe(notifications, 2),
    })
    .map(withVoucherOffer);
}
