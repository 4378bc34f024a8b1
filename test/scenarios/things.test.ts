import { apply, type Offer, type Program, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { activity, cafe, entryOf, fateOf, guestPurchase, lost, on, purchase } from "./club.js";

const TENTH: Offer = { id: "tenth-coffee", by: "voucher", benefit: { kind: "discount", percent: "5" } };

describe("a gift", () => {
  const club = cafe({
    offers: [
      {
        id: "yalda",
        benefit: {
          kind: "gift",
          gifts: [
            { id: "mug", worth: "90000", cost: "40000" },
            { id: "cake", worth: "120000", cost: "50000" },
          ],
        },
      },
      { id: "ten", benefit: { kind: "discount", percent: "10" } },
    ],
  });

  it("is the dearest unless the member chooses, and says so; it beats what is worth less", () => {
    const decision = club.evaluate(purchase({ lines: [600_000] }));
    expect(decision.awards).toEqual([
      {
        offer: "yalda",
        kind: "gift",
        gift: "cake",
        chosenBy: "default",
        amount: "1",
        worth: "120000",
        cost: "50000",
        clipped: "0",
        lines: [],
      },
    ]);
    expect(lost(decision)).toEqual(["ten: worth 60000, beaten by yalda, 60000 behind"]);
  });

  it("is another where the member chooses it", () => {
    const choices = [{ offer: "yalda", gift: "mug" }];
    const { awards } = club.quote(purchase({ lines: [600_000], choices }));
    expect(awards).toMatchObject([{ gift: "mug", chosenBy: "member", worth: "90000" }]);
  });

  it("a guest takes along, too", () => {
    const decision = club.evaluate(guestPurchase({ lines: [600_000] }));
    expect(fateOf("yalda", decision)).toBe("given");
    expect(decision).not.toHaveProperty("entry");
  });

  it("stands in the entry as the thing that it is", () => {
    const { awards, postings } = entryOf(club.evaluate(purchase({ lines: [600_000] })));
    expect(awards).toMatchObject([
      { amounts: [], part: 1, thing: { chosenBy: "default", id: "cake", until: null }, wallet: null },
    ]);
    expect(postings).toEqual([]);
  });
});

describe("a voucher that an offer grants", () => {
  const unhappy: Offer = {
    id: "unhappy",
    on: ["survey"],
    always: true,
    when: { fact: "transaction.survey.score", operator: "lessThanInclusive", value: 6 },
    benefit: { kind: "voucher", offer: "tenth-coffee", worth: "30000", expires: { after: { days: 30 } } },
  };
  const club = cafe({ offers: [TENTH, unhappy] });
  const decision = club.evaluate(activity("survey", { survey: { score: 3 } }));
  const entry = entryOf(decision);

  it("says what it is a right to, and until when", () => {
    expect(decision.awards).toEqual([
      {
        offer: "unhappy",
        kind: "voucher",
        voucher: { offer: "tenth-coffee", expiresAt: "2026-12-21T17:30:00+03:30" },
        amount: "1",
        worth: "30000",
        cost: "30000",
        clipped: "0",
        lines: [],
      },
    ]);
  });

  it("is issued by the entry, held by the next standing, and good until it lapses", () => {
    const id = `${entry.id}.v1`;
    expect(entry.vouchers).toMatchObject([{ id, offer: "tenth-coffee" }]);
    const standing = apply(undefined, entry);
    expect(standing.vouchers).toEqual([
      {
        id,
        offer: "tenth-coffee",
        issuedAt: "2026-11-21T17:30:00+03:30",
        expiresAt: "2026-12-21T17:30:00+03:30",
      },
    ]);
    const fate = (at: string) =>
      fateOf(
        "tenth-coffee",
        club.quote(purchase({ member: { standing }, at, vouchers: [id], lines: [1_000] })),
      );
    expect([fate(on("2026-12-21", "17:29")), fate(on("2026-12-21", "17:30"))]).toEqual([
      "given",
      "not listed",
    ]);
  });

  it("one that is named and not needed is kept", () => {
    const better: Offer = { id: "better", benefit: { kind: "discount", percent: "50" } };
    const standing: Standing = { vouchers: [{ id: "v-1", offer: "tenth-coffee" }] };
    const request = purchase({ member: { standing }, vouchers: ["v-1"], lines: [1_000] });
    const lost = entryOf(cafe({ offers: [TENTH, better] }).evaluate(request));
    expect(lost.usedVouchers).toEqual([]);
    expect(apply(standing, lost).vouchers).toEqual([{ id: "v-1", offer: "tenth-coffee" }]);
  });
});

describe("an activity", () => {
  const club = cafe({
    offers: [{ id: "hi", on: ["checkIn"], always: true, benefit: { kind: "credit", fixed: "1000" } }],
  });
  const standing: Standing = {
    tier: "bronze",
    visits: 4,
    spend: "100",
    lastVisitAt: on("2026-11-20"),
    streaks: { weeks: 2, months: 1 },
  };
  const entry = entryOf(club.evaluate(activity("checkIn", { member: { standing } })));

  it("is booked as one: no visit, nothing spent", () => {
    expect(entry).toMatchObject({
      kind: "activity",
      lines: [],
      progress: { spend: "0", visits: 0 },
      transaction: { type: "checkIn" },
    });
    const { lots, head, ...next } = apply(standing, entry);
    expect(next).toEqual({
      ...standing,
      vouchers: [],
      uses: [],
      advancedTo: on("2026-11-20"),
      lastEntryAt: entry.at,
    });
    expect([lots?.length, head?.sequence]).toEqual([1, 1]);
  });

  it("of another type is another event", () => {
    const ids = ["checkIn", "review"].map((type) => entryOf(club.evaluate(activity(type))).id);
    expect(new Set(ids).size).toBe(2);
  });

  it("leaves a new member's weeks in a row known: the first purchase is the first week", () => {
    const joined = apply(undefined, entryOf(club.evaluate(activity("enrolment"))));
    const first = entryOf(club.evaluate(purchase({ member: { standing: joined }, lines: [1_000] })));
    expect(first.standing.streaks).toEqual({ weeks: 1, months: 1 });
    expect(apply(joined, first)).toMatchObject({ visits: 1, streaks: { weeks: 1, months: 1 } });
  });
});

describe("a raise to a higher tier", () => {
  const ladder: Program["tiers"] = {
    ladder: [{ id: "bronze" }, { id: "silver", from: "5000000" }, { id: "gold", from: "9000000" }],
  };
  const trial = (more: object = {}): Offer => ({
    id: "trial",
    always: true,
    benefit: { kind: "tier", tier: "gold", for: { days: 30 }, ...more },
  });
  const bronze: Standing = { tier: "bronze", visits: 1, spend: "1000" };
  const buy = (offer: Offer, standing: Standing, at = on("2026-11-21")) =>
    cafe({ offers: [offer], tiers: ladder }).evaluate(purchase({ member: { standing }, at, lines: [1_000] }));

  it("for 30 days: gold from the next transaction on, and bronze again", () => {
    const decision = buy(trial(), bronze);
    expect(decision.awards).toMatchObject([
      {
        offer: "trial",
        kind: "tier",
        tier: "gold",
        until: "2026-12-21T12:00:00+03:30",
        amount: "1",
        worth: "0",
      },
    ]);
    const entry = entryOf(decision);
    expect(entry.standing).toMatchObject({
      tierBefore: "bronze",
      tierAfter: "gold",
      baseTier: "bronze",
      raisedTier: { tier: "gold", until: "2026-12-21T12:00:00+03:30" },
    });
    const next = apply(bronze, entry);
    expect(next).toMatchObject({
      tier: "bronze",
      raisedTier: { tier: "gold", until: "2026-12-21T12:00:00+03:30" },
    });
    const then = (at: string) => entryOf(buy(trial(), next, at)).standing;
    expect(then(on("2026-12-21", "11:59"))).toMatchObject({
      tierBefore: "gold",
      tierAfter: "gold",
      baseTier: "bronze",
    });
    // It has lapsed, so the offer lifts her anew.
    expect(then(on("2026-12-21"))).toMatchObject({ tierBefore: "bronze", tierAfter: "gold" });
  });

  it("gives nothing to who stands there", () => {
    expect(lost(buy(trial(), { ...bronze, tier: "gold" }))).toEqual(["trial: worth 0, givesNothing"]);
    expect(fateOf("trial", buy(trial(), { ...bronze, tier: "silver" }))).toBe("given");
  });

  it("for good is the tier from then on", () => {
    const decision = buy({ ...trial(), benefit: { kind: "tier", tier: "silver" } }, bronze);
    expect(decision.awards[0]).not.toHaveProperty("until");
    expect(entryOf(decision).standing).toMatchObject({
      baseTier: "silver",
      raisedTier: null,
      tierAfter: "silver",
    });
    expect(apply(bronze, entryOf(decision))).toMatchObject({ tier: "silver" });
  });
});

describe("lots that may not pay for everything", () => {
  it("say which offer's benefit says so, and what it gave", () => {
    const offer: Offer = {
      id: "books",
      always: true,
      benefit: {
        kind: "credit",
        fixed: "5000",
        usable: { items: { category: ["book"] } },
        expires: { endOf: "month" },
      },
    };
    const entry = entryOf(cafe({ offers: [offer] }).evaluate(purchase({ lines: [1_000] })));
    expect(entry.lots).toMatchObject([
      { offer: "books", usable: "books", expiresAt: "2026-11-22T00:00:00+03:30" },
    ]);
    expect(apply(undefined, entry).lots).toMatchObject([{ offer: "books", usable: "books" }]);
  });
});
