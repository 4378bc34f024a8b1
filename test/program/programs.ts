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
    },
    {
      id: "points",
      kind: "points",
      digits: 0,
      worth: "50",
      cost: "40",
      rounding: "down",
      expires: { byTier: { bronze: { after: { months: 6 } }, silver: "never" } },
    },
  ],
  tiers: { metric: "spend", ...LADDER },
  facts: { isStudent: "boolean" },
  attributes: { city: { path: "$.address.city[0]", type: "text" } },
  conditions: { student: { all: [{ fact: "isStudent", operator: "equal", value: true }] } },
  groups: [
    { id: "default", limit: 1 },
    { id: "extras", limit: 2 },
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
      limits: { perMember: { count: 1, per: "year" } },
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
  ],
  maxOffers: 3,
};
