import type { Offer, Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { activity, cafe, fateOf, guestPurchase, lost, on, purchase } from "./club.js";

function when(fact: string, operator: string, value: number): Offer {
  return { id: "treat", when: { fact, operator, value }, benefit: { kind: "discount", percent: "10" } };
}

function fate(offer: Offer, standing: Standing | undefined, at = on("2026-11-21")): string {
  const member = standing === undefined ? {} : { standing };
  return fateOf("treat", cafe({ offers: [offer] }).quote(purchase({ member, at, lines: [100_000] })));
}

// R4.16
describe("the first purchase, and the tenth", () => {
  it("the first is that of who has none before it", () => {
    const first = when("member.visitNumber", "equal", 1);
    expect(fate(first, undefined)).toBe("given");
    expect(fate(first, { visits: 0 })).toBe("given");
    expect(fate(first, { visits: 1 })).toBe("not listed");
    expect(fate(first, {})).toBe("factMissing");
  });

  it("every tenth", () => {
    const tenth = when("member.visitNumber", "multipleOf", 10);
    const fates = [8, 9, 10, 19].map((visits) => fate(tenth, { visits }));
    expect(fates).toEqual(["not listed", "given", "not listed", "given"]);
  });
});

// R4.19
// 21 November 2026 is a Saturday, the first day of a week, and 30 Aban 1405.
describe("four weeks in a row", () => {
  const fourWeeks = when("member.weekStreak", "greaterThanInclusive", 4);
  const three = (lastVisitAt: string) => ({ streaks: { weeks: 3, months: 1 }, lastVisitAt });

  it("are reached by the purchase of the fourth week", () => {
    expect(fate(fourWeeks, three(on("2026-11-20", "23:59")))).toBe("given");
    expect(fate(fourWeeks, three(on("2026-11-14")))).toBe("given");
  });

  it("not by a second one in the third, nor after a week without", () => {
    expect(fate(fourWeeks, three(on("2026-11-21", "09:00")))).toBe("not listed");
    expect(fate(fourWeeks, three(on("2026-11-13", "23:59")))).toBe("not listed");
  });

  it("a new member begins with one", () => {
    expect(fate(when("member.weekStreak", "equal", 1), undefined)).toBe("given");
  });

  it("are unknown where the standing does not say", () => {
    expect(fate(fourWeeks, { lastVisitAt: on("2026-11-20") })).toBe("factMissing");
    expect(fate(fourWeeks, { streaks: { weeks: 3, months: 1 } })).toBe("factMissing");
    expect(lost(cafe({ offers: [fourWeeks] }).quote(guestPurchase({ lines: [100_000] })))).toEqual([
      "treat: worth 10000, memberRequired",
    ]);
  });
});

// R4.19
describe("three months in a row", () => {
  const threeMonths = when("member.monthStreak", "equal", 3);
  const two = (lastVisitAt: string) => ({ streaks: { weeks: 1, months: 2 }, lastVisitAt });

  it("are Persian months: Aban after Mehr, whatever the day", () => {
    expect(fate(threeMonths, two(on("2026-09-23")), on("2026-11-21"))).toBe("given"); // 1 Mehr and 30 Aban
    expect(fate(threeMonths, two(on("2026-09-22")), on("2026-11-21"))).toBe("not listed"); // 31 Shahrivar
    expect(fate(threeMonths, two(on("2026-10-23")), on("2026-11-21"))).toBe("not listed"); // 1 Aban
  });

  it("on a check-in they are counted without it", () => {
    const offer: Offer = {
      ...when("member.monthStreak", "equal", 2),
      on: ["checkIn"],
      benefit: { kind: "credit", fixed: "1" },
    };
    const standing = two(on("2026-10-23"));
    expect(
      fateOf("treat", cafe({ offers: [offer] }).quote(activity("checkIn", { member: { standing } }))),
    ).toBe("given");
  });
});
