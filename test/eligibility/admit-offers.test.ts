import type { Offer, Program, Request, Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { admit, gather } from "../laws/admit.js";
import { guestPurchase, purchase } from "../scenarios/club.js";

const PROGRAM: Program = {
  id: "cafe",
  version: "1",
  semantics: 1,
  currency: { code: "IRT", digits: 0 },
  timeZone: "Asia/Tehran",
  calendar: "persian",
  wallets: [
    { id: "credit", kind: "credit" },
    { id: "points", kind: "points", digits: 2, worth: "50" },
  ],
  offers: [],
};

function admitted(offer: Omit<Offer, "id">, request: Request, more: Partial<Program> = {}) {
  const program = { ...PROGRAM, ...more, offers: [{ id: "treat", ...offer }] };
  const { always, competing, barred } = admit({ program, request });
  return { admitted: [...always, ...competing], barred: barred.map(({ reason }) => reason) };
}

const buy = (standing: Standing = {}, named: readonly string[] = []) =>
  purchase({ member: { standing }, vouchers: named, lines: [100_000] });

// R5.3
describe("for a guest", () => {
  const discount = { kind: "discount", percent: "10" } as const;
  const once = { count: 1, per: "lifetime" } as const;
  const offers: readonly (readonly [string, string, Omit<Offer, "id">])[] = [
    ["a discount", "given", { benefit: discount }],
    ["a gift", "given", { benefit: { kind: "gift", gifts: [{ id: "mug", worth: "1" }] } }],
    ["what only the club limits", "given", { benefit: discount, limits: { inAll: { uses: 1, members: 1 } } }],
    ["credit", "memberRequired", { benefit: { kind: "credit", fixed: "1" } }],
    ["a tier", "memberRequired", { benefit: { kind: "tier", tier: "silver" } }],
    ["a limit of the member's", "memberRequired", { benefit: discount, limits: { perMember: once } }],
    ["a holdout", "memberRequired", { benefit: discount, holdout: { percent: "0" } }],
    ["what is by voucher", "memberRequired", { benefit: discount, by: "voucher" }],
    ["a gift beside credit", "memberRequired", { benefit: [discount, { kind: "credit", fixed: "1" }] }],
  ];

  it.each(offers)("%s: %s", (_, fate, offer) => {
    const tiers = { ladder: [{ id: "bronze" }, { id: "silver", from: "1" }] };
    const found = admitted(offer, guestPurchase({ lines: [100_000] }), { tiers });
    expect(found.barred[0] ?? "given").toBe(fate);
    expect(found.admitted).toHaveLength(fate === "given" ? 1 : 0);
  });
});

// R5.4
describe("a member whose tier nobody knows", () => {
  it("is not raised, for nobody knows from where", () => {
    const tiers = { ladder: [{ id: "bronze" }, { id: "silver", from: "1" }] };
    const raise = { benefit: { kind: "tier", tier: "silver" } } as const;
    expect(admitted(raise, buy({ visits: 1 }), { tiers }).barred).toEqual(["factMissing"]);
    expect(admitted(raise, buy({ tier: "bronze" }), { tiers }).barred).toEqual([]);
  });
});

// R5.5
describe("a member's limit of an amount", () => {
  const use = (at: string, amount?: string) => ({
    offer: "treat",
    at,
    ...(amount === undefined ? {} : { amount }),
  });
  const monthly = { perMember: { amount: "30000", per: "month" } } as const;
  const treat = { limits: monthly, benefit: { kind: "credit", percent: "10" } } as const;

  it("leaves what was not had in the period", () => {
    const uses = [
      use("2026-11-01T12:00:00Z", "12000"),
      use("2026-10-01T12:00:00Z", "30000"),
      use("2026-11-02T12:00:00Z"),
    ];
    expect(admitted(treat, buy({ uses })).admitted).toMatchObject([{ left: 18_000n }]);
    expect(admitted(treat, buy({})).admitted).toMatchObject([{ left: 30_000n }]);
  });

  it("is reached when nothing is left", () => {
    for (const amount of ["30000", "40000"]) {
      const uses = [use("2026-11-01T12:00:00Z", amount)];
      expect(admitted(treat, buy({ uses }))).toEqual({ admitted: [], barred: ["limitReached"] });
    }
  });

  it("is in the unit of what is given: points of two decimals", () => {
    const limits = { perMember: { amount: "10.5", per: "lifetime" } } as const;
    const points = { limits, benefit: { kind: "points", fixed: "3.25" } } as const;
    const uses = [use("2020-01-01T12:00:00Z", "3.25")];
    expect(admitted(points, buy({ uses })).admitted).toMatchObject([{ left: 725n }]);
  });

  it("stands beside a count", () => {
    const limits = { perMember: { count: 2, amount: "30000", per: "lifetime" } } as const;
    const uses = [use("2020-01-01T12:00:00Z", "1"), use("2020-01-02T12:00:00Z", "1")];
    expect(admitted({ ...treat, limits }, buy({ uses })).barred).toEqual(["limitReached"]);
    expect(admitted({ ...treat, limits }, buy({ uses: uses.slice(1) })).admitted).toMatchObject([
      { left: 29_999n },
    ]);
  });

  it("there is none where none is written", () => {
    expect(admitted({ benefit: treat.benefit }, buy({})).admitted).toMatchObject([{ left: undefined }]);
  });
});

// R5.10
describe("the voucher that is used", () => {
  it("goes along with the offer", () => {
    const vouchers = [
      { id: "v-1", offer: "treat" },
      { id: "v-2", offer: "treat", expiresAt: "2027-01-01T00:00:00Z" },
    ];
    const offer = { by: "voucher", benefit: { kind: "credit", fixed: "1" } } as const;
    expect(admitted(offer, buy({ vouchers }, ["v-1", "v-2"])).admitted).toMatchObject([{ voucher: "v-2" }]);
    expect(admitted(offer, buy({ vouchers }, ["v-1"])).admitted).toMatchObject([{ voucher: "v-1" }]);
  });
});

// R5.14
describe("of several reasons the first is told", () => {
  const everything = {
    by: "voucher",
    holdout: { percent: "100" },
    limits: { perMember: { count: 1, per: "lifetime" }, budget: "purse" },
    when: { fact: "member.visits", operator: "equal", value: 3 },
    benefit: { kind: "credit", fixed: "1" },
  } as const;
  const budgets = [{ id: "purse", amount: "100" }];
  const vouchers = [{ id: "v-1", offer: "treat" }];
  const uses = [{ offer: "treat", at: "2026-01-01T12:00:00Z" }];
  const spent = [{ budget: "purse", amount: "100" }];
  const reason = (request: Request) => admitted(everything, request, { budgets }).barred;

  it("memberRequired, factMissing, voucherAvailable, limitReached, budgetSpent, heldOut", () => {
    const { member: _, ...guest } = { ...buy(), clubUses: spent };
    expect(reason(guest)).toEqual(["memberRequired"]);
    expect(reason({ ...buy({ vouchers, uses }), clubUses: spent })).toEqual(["factMissing"]);
    const known = { visits: 3, vouchers };
    expect(reason({ ...buy({ ...known, uses }), clubUses: spent })).toEqual(["voucherAvailable"]);
    expect(reason({ ...buy({ ...known, uses }, ["v-1"]), clubUses: spent })).toEqual(["limitReached"]);
    expect(reason({ ...buy(known, ["v-1"]), clubUses: spent })).toEqual(["budgetSpent"]);
    expect(reason(buy(known, ["v-1"]))).toEqual(["heldOut"]);
  });
});

describe("lots that may pay for some things only", () => {
  it("know their offer's condition, compiled", () => {
    const evenings = { fact: "transaction.channel", operator: "equal", value: "store" } as const;
    const program: Program = {
      ...PROGRAM,
      offers: [
        { id: "treat", benefit: { kind: "credit", fixed: "1", usable: { when: evenings } } },
        { id: "half", benefit: { kind: "credit", fixed: "1", usable: { maxShare: "50" } } },
        { id: "plain", benefit: { kind: "credit", fixed: "1" } },
      ],
    };
    const holdsIn = (channel: string) => {
      const { compiled, facts } = gather({ program, request: purchase({ channel, lines: [1] }) });
      return ["treat", "half", "plain"].map((id) =>
        compiled.usable.get(id)?.map(({ holds }) => holds(facts)),
      );
    };
    expect(holdsIn("store")).toEqual([[true], [true], undefined]);
    expect(holdsIn("web")).toEqual([[false], [true], undefined]);
  });
});
