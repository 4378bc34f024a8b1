import { apply, type Offer, type Program } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, entryOf, fateOf, guestPurchase, lost, on, purchase } from "./club.js";

const FIRST_HUNDRED: Offer = {
  id: "first-hundred",
  limits: { inAll: { members: 100 } },
  benefit: { kind: "discount", percent: "10" },
};

// R9.13
describe("what a decision adds to the counts of the club", () => {
  it("one use, and one member where they had none before", () => {
    const club = cafe({ offers: [FIRST_HUNDRED] });
    const decision = club.evaluate(purchase({ lines: [100_000] }));
    expect(decision.clubUses).toEqual([{ members: 1, offer: "first-hundred", uses: 1 }]);
    const entry = entryOf(decision);
    expect(entry.clubUses).toEqual(decision.clubUses);
    const standing = apply(undefined, entry);
    expect(standing.uses).toMatchObject([{ offer: "first-hundred", day: "2026-11-21" }]);
    const again = club.quote(purchase({ id: "t-2", member: { standing }, lines: [100_000] }));
    expect(again.clubUses).toEqual([{ members: 0, offer: "first-hundred", uses: 1 }]);
  });

  it("a use of a guest is one, of no member", () => {
    const club = cafe({ offers: [FIRST_HUNDRED] });
    const { clubUses } = club.quote(guestPurchase({ lines: [100_000] }));
    expect(clubUses).toEqual([{ members: 0, offer: "first-hundred", uses: 1 }]);
  });

  it("what budgets paid: the cost, not the worth, up to a whole toman", () => {
    const terms: Partial<Program> = {
      budgets: [
        { id: "winter", amount: "1000000" },
        { id: "autumn", amount: "1000000" },
      ],
      wallets: [{ id: "points", kind: "points", worth: "50", cost: "12.5" }],
    };
    const offers: readonly Offer[] = [
      // 7 points at 12.5 are 87.5, so 88; and 10,000 off.
      { id: "points", always: true, limits: { budget: "winter" }, benefit: { kind: "points", fixed: "7" } },
      { id: "off", limits: { budget: "autumn" }, benefit: { kind: "discount", percent: "10" } },
      FIRST_HUNDRED,
    ];
    const { clubUses } = cafe({ ...terms, offers, groups: [{ id: "default", limit: 3 }] }).quote(
      purchase({ lines: [100_000] }),
    );
    expect(clubUses).toEqual([
      { members: 1, offer: "first-hundred", uses: 1 },
      { amount: "10000", budget: "autumn" },
      { amount: "88", budget: "winter" },
    ]);
  });

  it("nothing of offers that have no such limit, and nothing of those that are not given", () => {
    const plain: Offer = { id: "plain", benefit: { kind: "discount", percent: "20" } };
    const club = cafe({ offers: [FIRST_HUNDRED, plain] });
    const decision = club.evaluate(purchase({ lines: [100_000] }));
    expect([decision.clubUses, entryOf(decision).uses]).toEqual([[], []]);
  });
});

describe("a limit by amount", () => {
  const monthly: Offer = {
    id: "monthly",
    limits: { perMember: { amount: "30000", per: "month" } },
    benefit: { kind: "credit", percent: "20" },
  };
  const club = cafe({ offers: [monthly] });

  it("counts what each use gave: 20,000, then the 10,000 that are left, then nothing", () => {
    let standing = apply(
      undefined,
      entryOf(club.evaluate(purchase({ at: on("2026-11-01"), lines: [100_000] }))),
    );
    expect(standing.uses).toMatchObject([{ offer: "monthly", amount: "20000" }]);
    const second = club.evaluate(
      purchase({ id: "t-2", member: { standing }, at: on("2026-11-02"), lines: [100_000] }),
    );
    expect(second.awards).toMatchObject([{ amount: "10000", clipped: "10000" }]);
    standing = apply(standing, entryOf(second));
    const third = club.quote(
      purchase({ id: "t-3", member: { standing }, at: on("2026-11-03"), lines: [100_000] }),
    );
    expect(fateOf("monthly", third)).toBe("limitReached");
  });
});

describe("what is withheld from those who are held out", () => {
  const offer: Offer = {
    id: "yalda",
    holdout: { percent: "100" },
    benefit: { kind: "credit", percent: "20" },
  };

  it("stands in the entry, with what it would have given", () => {
    const decision = cafe({ offers: [offer] }).evaluate(purchase({ lines: [100_000] }));
    expect(lost(decision)).toEqual(["yalda: worth 20000, heldOut"]);
    expect(entryOf(decision).withheld).toEqual([
      { awards: [{ amount: "20000", kind: "credit", wallet: "credit" }], offer: "yalda", worth: "20000" },
    ]);
    expect(entryOf(decision).lots).toEqual([]);
  });
});
