import type { Club, Offer, Program } from "vafa";
import { cafe, type MemberScene, persian, purchase } from "./club.js";

/** The café's five offers, as its owner writes them. */
const ELEVENTH_VISIT = {
  id: "eleventh-visit",
  when: { all: [{ fact: "member.visitNumber", operator: "greaterThanInclusive", value: 11 }] },
  benefit: { kind: "credit", percent: "5" },
} as const satisfies Offer;

export const BIG_BASKET = {
  id: "big-basket",
  when: { all: [{ fact: "basket.total", operator: "greaterThan", value: "500000" }] },
  benefit: { kind: "discount", percent: "10" },
} as const satisfies Offer;

export const BIRTHDAY = {
  id: "birthday",
  birthday: { before: 3, after: 3 },
  benefit: { kind: "credit", percent: "20" },
} as const satisfies Offer;

const SILVER = {
  id: "silver",
  tier: ["silver"],
  benefit: { kind: "credit", percent: "15" },
} as const satisfies Offer;

const BEANS = {
  id: "beans",
  when: {
    all: [{ fact: "basket.quantity", params: { category: "beans" }, operator: "greaterThan", value: 0 }],
  },
  benefit: { kind: "discount", percent: "7", items: { category: ["beans"] } },
} as const satisfies Offer;

export const FIVE_OFFERS: readonly Offer[] = [ELEVENTH_VISIT, BIG_BASKET, BIRTHDAY, SILVER, BEANS];

/** The café with its five offers in one group: at most one of them is given. */
export function fiveOfferCafe(terms: Partial<Program> = {}): Club {
  return cafe({ offers: FIVE_OFFERS, ...terms });
}

/** Sara on 30 Aban 1405, her birthday: the 11th visit, silver. */
export const SARA = {
  id: "sara",
  birthDate: persian(1370, 8, 30),
  standing: { tier: "silver", visits: 10, spend: "5200000" },
} as const;

/** 600,000, of which 200,000 are beans: all five offers apply. */
export const BEANS_AND_MORE = [{ unitPrice: "200000", category: "beans" }, { unitPrice: "400000" }] as const;

/** Sara's purchase to which all five offers apply, with what the scenario changes. */
export function sarasPurchase(changes: Partial<MemberScene> = {}) {
  return purchase({ member: SARA, lines: BEANS_AND_MORE, ...changes });
}
