import type { Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, charged, given, lost, type MemberScene, onLines, purchase } from "./club.js";
import { FIVE_OFFERS, SARA } from "./five-offers.js";

/*
 * A café's whole program: five competing offers, points for all, a campaign, a voucher, a survey, a catalogue; and
 * Sara, on her birthday, silver, who pays 40,000 of 600,000 with her credit.
 */
const WALLETS: Program["wallets"] = [
  {
    id: "credit",
    kind: "credit",
    worth: "1",
    accruesOn: "paid",
    activatesAfter: { days: 0 },
    expires: { after: { months: 6 } },
    redemption: { min: "10000", step: "1000", maxShare: "50" },
  },
  { id: "points", kind: "points", digits: 0, worth: "50", rounding: "down", redemption: { rate: "40" } },
  {
    id: "stamps",
    kind: "stamps",
    worth: "0",
    converts: { every: "9", into: { voucher: "tenth-coffee", expires: { after: { months: 2 } } } },
  },
];

const COFFEE = { category: ["coffee"] };

const OFFERS: Program["offers"] = [
  ...FIVE_OFFERS,
  {
    id: "base",
    always: true,
    benefit: {
      kind: "points",
      perSpend: { every: "10000", grant: { byTier: { bronze: "1", silver: "1.2" } } },
    },
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
    id: "tenth-coffee",
    by: "voucher",
    benefit: { kind: "discount", percent: "100", units: 1, pick: "dearest", items: COFFEE },
  },
  {
    id: "unhappy",
    on: ["survey"],
    always: true,
    when: { all: [{ fact: "transaction.survey.score", operator: "lessThanInclusive", value: 6 }] },
    benefit: { kind: "voucher", offer: "tenth-coffee", expires: { after: { days: 30 } } },
  },
];

const CLUB = cafe({
  wallets: WALLETS,
  groups: [{ id: "default", limit: 1 }],
  budgets: [{ id: "yalda", amount: "50000000", onShort: "partial" }],
  offers: OFFERS,
  catalogue: [
    {
      id: "free-drink",
      wallet: "points",
      price: "100",
      benefit: {
        kind: "discount",
        percent: "100",
        units: 1,
        pick: "dearest",
        items: { category: ["drink", "coffee"] },
      },
    },
  ],
  maxOffers: 3,
  discountCap: { percent: "40" },
});

const vouchers = [{ id: "v-12", offer: "tenth-coffee" }];

function decide({ standing = {}, ...scene }: MemberScene & { readonly standing?: object }) {
  const balances = [
    { wallet: "credit", amount: "40000" },
    { wallet: "points", amount: "150" },
  ];
  const member = { ...SARA, standing: { ...SARA.standing, balances, ...standing } };
  return CLUB.quote(purchase({ ...scene, member }));
}

const BEANS = { unitPrice: "200000", category: ["beans"] };
const REDEEM = [{ wallet: "credit", amount: "40000" }];

// R9.2, R9.9, R7.14
describe("600,000 on her birthday, 40,000 of it paid with credit", () => {
  const decision = decide({ redeem: REDEEM, lines: [BEANS, 400_000] });

  it("the till charges 560,000", () => {
    expect(decision.totals).toEqual({ list: "600000", discount: "0", redeemed: "40000", due: "560000" });
    expect(decision.lines).toEqual([
      { id: "1", list: "200000", discount: "0", redeemed: "13333", due: "186667" },
      { id: "2", list: "400000", discount: "0", redeemed: "26667", due: "373333" },
    ]);
  });

  it("20 % of that back for the birthday, and 56 × 1.2 = 67.2 points, rounded down", () => {
    expect(given(decision)).toEqual(["base: 67 points", "birthday: 112000 credit"]);
    // 67 × 186,667 / 560,000 = 22.3 and 44.7; 112,000 × 186,667 / 560,000 = 37,333.4 and 74,666.6
    expect(onLines(decision, "base")).toEqual(["1: 22", "2: 45"]);
    expect(onLines(decision, "birthday")).toEqual(["1: 37333", "2: 74667"]);
    expect(decision.awards).toMatchObject([
      { worth: "3350", cost: "3350", clipped: "0" },
      { worth: "112000", cost: "112000", clipped: "0" },
    ]);
    expect(decision.choice).toEqual({ total: "115350", proven: true });
  });

  it("every other offer says how far behind it is", () => {
    // beans: 14,000 off leave 546,000: 54 × 1.2 = 64.8, so 64 points, 3,200: 115,350 − 17,200.
    // big-basket: 60,000 off leave 500,000: 50 × 1.2 = 60 points, 3,000: 115,350 − 63,000.
    // eleventh-visit: 5 % of 560,000. silver: 15 % of it.
    expect(lost(decision)).toEqual([
      "beans: worth 14000, beaten by birthday, 98150 behind",
      "big-basket: worth 60000, beaten by birthday, 52350 behind",
      "eleventh-visit: worth 28000, beaten by birthday, 84000 behind",
      "silver: worth 84000, beaten by birthday, 28000 behind",
    ]);
  });

  it("every wallet before and after", () => {
    expect(decision.balances).toEqual([
      { wallet: "credit", before: "40000", after: "112000" },
      { wallet: "points", before: "150", after: "217" },
      { wallet: "stamps", before: "0", after: "0" },
    ]);
  });
});

// R5.10, R6.40, R9.1
describe("the same with a coffee for points and one for a voucher", () => {
  const coffee = (unitPrice: number) => ({ unitPrice, category: ["coffee"] });

  it("the voucher's coffee is one offer of the group: it loses to the birthday, and is kept", () => {
    const decision = decide({
      standing: { vouchers },
      vouchers: ["v-12"],
      redeem: [{ catalogue: "free-drink" }, ...REDEEM],
      lines: [coffee(90_000), coffee(60_000), 400_000],
    });
    // The coffee at 90,000 for 100 points. 460,000 are left, 40,000 of which credit pays: 20 % of 420,000 is 84,000.
    expect(given(decision)).toEqual(["base: 50 points", "birthday: 84000 credit"]);
    expect(charged(decision).at(-1)).toBe("420000");
    // With the voucher 60,000 off leave 360,000: 36 × 1.2 = 43.2, 43 points. 86,500 − (60,000 + 2,150) = 24,350.
    expect(lost(decision)).toContain("tenth-coffee: worth 60000, beaten by birthday, 24350 behind");
    expect(decision.balances).toMatchObject([
      { wallet: "credit", before: "40000", after: "84000" },
      { wallet: "points", before: "150", after: "100" },
      { wallet: "stamps" },
    ]);
  });

  it("a voucher that is not named is told of, with its worth", () => {
    const decision = decide({ standing: { vouchers }, lines: [coffee(60_000)] });
    expect(lost(decision)).toContain("tenth-coffee: worth 24000, voucherAvailable");
  });
});
