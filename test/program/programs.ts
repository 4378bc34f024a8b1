import type { Issue } from "../../src/documents/club-error.js";
import { parseProgram } from "../../src/program/parse-program.js";
import type { Offer, Program } from "../../src/program/program.js";
import { USUAL_SIZES } from "../../src/program/sizes.js";

/** The smallest program there is, with these parts in place of its own. */
export function program(parts: object = {}): object {
  return {
    id: "cafe",
    version: "1",
    semantics: 1,
    currency: { code: "IRT", digits: 0 },
    timeZone: "Asia/Tehran",
    calendar: "persian",
    offers: [],
    ...parts,
  };
}

export const LADDER = {
  ladder: [
    { id: "bronze", from: "0" },
    { id: "silver", from: "5000000" },
  ],
};
export const CREDIT = { id: "credit", kind: "credit" };
export const POINTS = { id: "points", kind: "points", worth: "50" };

/** An offer of 5 % off, with these parts in place of its own. */
export function offer(parts: object = {}): object {
  return { id: "five", benefit: { kind: "discount", percent: "5" }, ...parts };
}

/** A program of one such offer, with a ladder and two wallets to speak of. */
export function programOf(parts: object, more: object = {}): object {
  return program({ tiers: LADDER, wallets: [CREDIT, POINTS], offers: [offer(parts)], ...more });
}

export function issuesOf(document: unknown): readonly Issue[] {
  const parsed = parseProgram(document, USUAL_SIZES);
  return parsed.ok ? [] : parsed.issues;
}

/** Each issue as `code path`. */
export function told(document: unknown): readonly string[] {
  return issuesOf(document).map(({ code, path }) => `${code} ${path}`);
}

export function read(document: unknown): Program {
  const parsed = parseProgram(document, USUAL_SIZES);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 2));
  return parsed.program;
}

/** The first offer of a program, in the order of awards. */
export function readOffer(document: unknown): Offer {
  const [first] = read(document).offers;
  if (first === undefined) throw new Error("the program has no offer");
  return first;
}

const CAKE_AND_COFFEE = [
  { items: { category: "cake" }, units: 1 },
  { items: { category: "coffee" }, units: 2 },
];

/** An offer for each kind of benefit and each thing that happens. */
const MORE_OFFERS = [
  {
    id: "tenth-coffee",
    by: "voucher",
    benefit: { kind: "discount", percent: "100", units: 1, pick: "dearest", items: { category: ["coffee"] } },
  },
  {
    id: "third-half",
    holdout: { percent: "5" },
    limits: { repeat: 2, perMember: { amount: "90000", per: "month", onShort: "refuse" } },
    benefit: { kind: "discount", percent: "50", units: 1, every: 3, unitsPer: "sku" },
  },
  { id: "from-second", benefit: { kind: "discount", perUnit: "5000", from: 2, unitsPer: "line" } },
  {
    id: "tea",
    group: "shelf",
    benefit: { kind: "discount", unitPrice: { byTier: { bronze: "9", silver: "8" } } },
  },
  { id: "cash", benefit: { kind: "discount", fixed: "50000", spread: "even" } },
  {
    id: "more",
    benefit: {
      kind: "discount",
      steps: {
        by: "quantity",
        mode: "progressive",
        at: [
          { from: "2", perUnit: "5" },
          { from: "4.5", perUnit: "9" },
        ],
      },
    },
  },
  {
    id: "two-for-one",
    benefit: { kind: "discount", buy: { units: 1 }, get: { units: 1, percent: "100" }, pick: "cheapest" },
  },
  { id: "combo", benefit: { kind: "discount", bundle: { of: CAKE_AND_COFFEE, price: "120000" } } },
  { id: "stamp", always: true, benefit: { kind: "stamps", perUnit: "1", items: { category: "coffee" } } },
  {
    id: "visit",
    always: true,
    benefit: { kind: "tickets", perVisit: { byTier: { bronze: "1", silver: "2" } } },
  },
  { id: "set", benefit: { kind: "points", perSet: { of: CAKE_AND_COFFEE, grant: "10" }, pick: "cheapest" } },
  {
    id: "tower",
    benefit: {
      kind: "credit",
      steps: {
        by: "total",
        mode: "whole",
        at: [
          { from: "100000", percent: "2" },
          { from: 200_000, fixed: "9000" },
        ],
      },
      usable: { when: { condition: "student" }, items: { tag: "book" }, maxShare: "30" },
      expires: { byTier: { bronze: { endOf: "month" }, silver: "never" } },
    },
  },
  {
    id: "cup",
    benefit: {
      kind: "gift",
      gifts: [
        { id: "cup", worth: "90000", cost: "40000" },
        { id: "spoon", name: { en: "Spoon" }, worth: 5 },
      ],
    },
  },
  {
    id: "unhappy",
    on: ["survey", "renewal"],
    always: true,
    benefit: { kind: "voucher", offer: "tenth-coffee", expires: { after: { days: 30 } }, worth: "60000" },
  },
  {
    id: "loyal",
    on: ["milestone", "anniversary", "inactivity", "birthday"],
    milestone: { since: "joinedAt", at: [{ months: 3 }, { years: 1 }] },
    anniversary: { name: "marriage", leapDay: "after" },
    inactivity: { away: { days: 60 } },
    benefit: { kind: "tier", tier: "silver", for: { months: 3 }, worth: "1000", cost: 0 },
  },
];

/** A club with a part of each kind that there is. */
export const CAFE = {
  $schema: "./program.schema.json",
  id: "cafe-naderi",
  version: "1405-09",
  semantics: 1,
  name: { fa: "کافه نادری", en: "Café Naderi" },
  currency: { code: "IRT", digits: 0, rounding: { mode: "halfUp", step: "500" } },
  timeZone: "Asia/Tehran",
  calendar: "persian",
  weekStart: "saturday",
  locale: "fa-IR",
  discountBase: "list",
  wallets: [
    {
      id: "credit",
      kind: "credit",
      worth: "1",
      accruesOn: "paid",
      activatesAfter: { days: 0 },
      expires: { after: { months: 6 } },
      redemption: { min: "10000", step: "1000", maxShare: "50", items: { not: { tag: "tobacco" } } },
    },
    {
      id: "points",
      kind: "points",
      digits: 0,
      worth: "50",
      cost: "40",
      rounding: "down",
      expires: { byTier: { bronze: { endOf: "season", plus: 1 }, silver: "never" } },
      redemption: { rate: "40" },
    },
    {
      id: "stamps",
      kind: "stamps",
      worth: "4500",
      converts: { every: "9", into: { voucher: "tenth-coffee", expires: { after: { months: 2 } } } },
    },
    {
      id: "tickets",
      kind: "tickets",
      expires: { on: { calendar: "persian", year: 1405, month: 12, day: 29 } },
      converts: { every: "100", into: { wallet: "points", amount: "1" } },
    },
  ],
  tiers: { metric: "spend", ...LADDER },
  facts: { isStudent: "boolean" },
  attributes: { city: { path: "$.address.city[0]", type: "text" } },
  conditions: { student: { all: [{ fact: "isStudent", operator: "equal", value: true }] } },
  groups: [
    { id: "default", limit: 1 },
    { id: "extras", limit: 2 },
    { id: "shelf", per: "line" },
  ],
  budgets: [
    { id: "yalda", amount: "50000000", onShort: "partial" },
    { id: "nowruz", amount: 0 },
  ],
  offers: [
    {
      id: "base",
      always: true,
      benefit: {
        kind: "points",
        perSpend: { every: "10000", grant: { byTier: { bronze: "1", silver: "1.2" } } },
      },
    },
    {
      id: "eleventh-visit",
      when: { all: [{ fact: "member.visitNumber", operator: "greaterThanInclusive", value: 11 }] },
      benefit: { kind: "credit", percent: "5" },
    },
    {
      id: "big-basket",
      when: { all: [{ fact: "basket.total", operator: "greaterThan", value: "500000" }] },
      benefit: { kind: "discount", percent: "10", max: "200000" },
    },
    { id: "birthday", birthday: { before: 3, after: 3 }, benefit: { kind: "credit", percent: "20" } },
    { id: "silver", tier: ["silver"], benefit: { kind: "credit", percent: "15" } },
    {
      id: "beans",
      when: {
        all: [
          {
            fact: "basket.quantity",
            params: { category: "beans" },
            operator: "greaterThan",
            value: 0,
          },
        ],
      },
      benefit: { kind: "discount", percent: "7", items: { category: ["beans"] } },
    },
    {
      id: "yalda",
      window: { yearly: { from: { month: 9, day: 28 }, to: { month: 9, day: 30 } } },
      schedule: { weekdays: ["monday"], hours: [{ from: "15:00", until: "18:00" }] },
      limits: { perMember: { count: 1, per: "window" }, inAll: { members: 500 }, budget: "yalda" },
      notWith: ["big-basket"],
      benefit: { kind: "points", multiply: "2" },
    },
    {
      id: "student",
      group: "extras",
      priority: 5,
      name: { en: "Students" },
      on: ["purchase"],
      code: ["STUDENT"],
      channel: ["store"],
      window: { from: "2026-09-01", to: { calendar: "persian", year: 1405, month: 12, day: 29 } },
      when: {
        any: [
          { condition: "student" },
          { not: { fact: "member.attributes.city", operator: "in", value: ["Shiraz"] } },
          { fact: "basket.total", operator: "lessThan", value: { fact: "member.spend" } },
        ],
      },
      benefit: [
        { kind: "discount", fixed: 5_000 },
        { kind: "points", wallet: "points", fixed: "10" },
      ],
    },
    ...MORE_OFFERS,
  ],
  catalogue: [
    {
      id: "free-drink",
      name: { en: "A free drink" },
      wallet: "points",
      price: "100",
      benefit: { kind: "discount", percent: "100", units: 1, pick: "dearest", items: { category: "drink" } },
    },
    { id: "shot", wallet: "points", price: 25, benefit: { kind: "discount", fixed: "20000" } },
  ],
  maxOffers: 3,
  discountCap: { percent: "40" },
};
