import type { Offer, Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, fateOf, on, persian, purchase } from "./club.js";

const NOWRUZ: Offer["window"] = { yearly: { from: { month: 12, day: 20 }, to: { month: 1, day: 13 } } };

function campaign(window: Offer["window"], more: Partial<Offer> = {}) {
  const limits = { perMember: { count: 1, per: "window" } } as const;
  return cafe({
    offers: [{ id: "treat", window, limits, benefit: { kind: "credit", fixed: "1000" }, ...more }],
  });
}

/** What comes of the treat now, when it was had at these moments. */
function fateAfter(
  club: ReturnType<typeof campaign>,
  had: readonly (string | NonNullable<Standing["uses"]>[number])[],
  at: string,
): string {
  const uses = had.map((use) => (typeof use === "string" ? { offer: "treat", at: use } : use));
  return fateOf("treat", club.quote(purchase({ member: { standing: { uses } }, at, lines: [100_000] })));
}

// R5.6
describe("once a Nowruz", () => {
  const club = campaign(NOWRUZ);

  it("is once over the year's end: had on 27 Esfand, it is not had again on 2 Farvardin", () => {
    expect(fateAfter(club, [on("2027-03-18")], on("2027-03-22"))).toBe("limitReached"); // 27 Esfand 1405, 2 Farvardin 1406
    expect(fateAfter(club, [on("2027-03-11")], on("2027-04-02"))).toBe("limitReached"); // its first and its last day
  });

  it("is given again at the next", () => {
    expect(fateAfter(club, [on("2027-03-22")], on("2028-03-10"))).toBe("given"); // 20 Esfand 1406
    expect(fateAfter(club, [on("2026-03-22")], on("2027-03-18"))).toBe("given"); // 2 Farvardin and 27 Esfand 1405: one year, two windows
  });

  it("does not count what was had outside of it, when the days were others", () => {
    expect(fateAfter(club, [on("2026-11-21")], on("2027-03-22"))).toBe("given");
  });
});

// R5.6
describe("once a campaign of some days", () => {
  const yalda = { from: persian(1405, 9, 28), to: persian(1405, 9, 30) };

  it("counts what was had within it, its first and last day included", () => {
    const club = campaign(yalda);
    expect(fateAfter(club, [on("2026-12-19")], on("2026-12-21"))).toBe("limitReached");
    expect(fateAfter(club, [on("2026-12-18"), on("2026-12-22")], on("2026-12-21"))).toBe("given");
  });

  it("also of one that has no end", () => {
    const club = campaign({ from: persian(1405, 9, 28) });
    expect(fateAfter(club, [on("2026-12-19")], on("2029-01-01"))).toBe("limitReached");
    expect(fateAfter(club, [on("2026-12-18")], on("2029-01-01"))).toBe("given");
  });

  it("the last night ends after midnight, and still counts", () => {
    const club = campaign(yalda, { schedule: { hours: [{ from: "20:00", until: "02:00" }] } });
    const late = { offer: "treat", at: on("2026-12-22", "01:00"), day: "2026-12-21" };
    expect(fateAfter(club, [late], on("2026-12-22", "01:30"))).toBe("limitReached");
    expect(fateAfter(club, [], on("2026-12-22", "01:30"))).toBe("given");
  });
});
