import type { Offer } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, fateOf, guestPurchase, lost, on, purchase } from "./club.js";

const YALDA: Offer = {
  id: "yalda",
  holdout: { percent: "20" },
  benefit: { kind: "discount", percent: "10" },
};
const club = cafe({ offers: [YALDA] });

const fate = (id: string, more: object = {}, one = club) =>
  fateOf("yalda", one.quote(purchase({ member: { id, ...more }, lines: [100_000] })));

// R5.13
describe("an offer that a fifth of the members is not given, to see what it brings", () => {
  const members = Array.from({ length: 500 }, (_, index) => `m-${index}`);
  const [held, given] = [
    members.filter((id) => fate(id) === "heldOut"),
    members.filter((id) => fate(id) === "given"),
  ];

  it("is kept from about a fifth, and given to all others", () => {
    expect(held.length).toBeGreaterThan(70);
    expect(held.length).toBeLessThan(130);
    expect(held.length + given.length).toBe(500);
  });

  it("always from the same", () => {
    const later = (id: string) =>
      fateOf("yalda", club.quote(purchase({ member: { id }, at: on("2027-06-01"), lines: [5_000] })));
    expect(members.filter((id) => later(id) === "heldOut")).toEqual(held);
  });

  it("says so, with what it would have been worth", () => {
    const [id = ""] = held;
    expect(lost(club.quote(purchase({ member: { id }, lines: [100_000] })))).toEqual([
      "yalda: worth 10000, heldOut",
    ]);
  });

  it("counts only who would have had it: not who does not fit, nor who had it already", () => {
    const [id = ""] = held;
    const big = { fact: "basket.total", operator: "greaterThan", value: "500000" };
    expect(fate(id, {}, cafe({ offers: [{ ...YALDA, when: big }] }))).toBe("not listed");
    const once = cafe({ offers: [{ ...YALDA, limits: { perMember: { count: 1, per: "lifetime" } } }] });
    const uses = [{ offer: "yalda", at: on("2026-11-01") }];
    expect(fate(id, { standing: { uses } }, once)).toBe("limitReached");
    expect(fate(id, {}, once)).toBe("heldOut");
  });

  it("needs a member: a guest has no lot to draw", () => {
    expect(lost(club.quote(guestPurchase({ lines: [100_000] })))).toEqual([
      "yalda: worth 10000, memberRequired",
    ]);
  });
});
