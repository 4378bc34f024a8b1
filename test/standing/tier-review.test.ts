import type { Program as ProgramDocument, Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { parseProgram } from "../../src/program/parse-program.js";
import { USUAL_SIZES } from "../../src/program/sizes.js";
import { readMember } from "../../src/standing/read-member.js";
import { tierForecast, tierHint } from "../../src/standing/tier-forecast.js";
import { nextReview, reviewTier } from "../../src/standing/tier-review.js";
import { parseInstant } from "../../src/units/instant.js";
import { formatInstant, localTimeOf } from "../../src/units/zone.js";
import { on } from "../scenarios/club.js";

type Tiers = NonNullable<ProgramDocument["tiers"]>;

const ROLLING = { period: { rolling: { months: 12 } }, downgrade: "rejudge" } as const;
const YEARS = { period: "calendarYear", downgrade: "rejudge" } as const;

const LADDER = [{ id: "bronze" }, { id: "silver", from: "500" }, { id: "gold", from: "2000" }] as const;

const midnight = (date: string) => on(date, "00:00");
const at = (text: string) => parseInstant(text) ?? Number.NaN;
const written = (instant: number | undefined) =>
  instant === undefined ? "never" : formatInstant(instant, "Asia/Tehran");

/** A club of three tiers and one member of it, at 30 Aban 1405. */
function sight(tiers: Partial<Tiers>, standing: Standing, joinedAt?: string) {
  const parsed = parseProgram(
    {
      id: "cafe",
      version: "1",
      semantics: 1,
      currency: { code: "IRT", digits: 0 },
      timeZone: "Asia/Tehran",
      calendar: "persian",
      tiers: { metric: "spend", ladder: LADDER, ...tiers },
      offers: [],
    },
    USUAL_SIZES,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { program } = parsed;
  const now = at(on("2026-11-21"));
  const document = { id: "sara", standing, ...(joinedAt === undefined ? {} : { joinedAt }) };
  const member = readMember(document, { at: now, local: localTimeOf(now, program.zone) }, program, []);
  return {
    program,
    member,
    next: (after: string) => written(nextReview(program, member, at(after))),
    review: (instant: string) => {
      const found = reviewTier(program, member, at(instant));
      if (found === undefined) return "nothing";
      const { before, after, heldUntil, graceUntil } = found;
      const until = (what: string, end: number | undefined) =>
        end === undefined ? "" : `, ${what} ${written(end)}`;
      return `${before} to ${after}${until("held to", heldUntil)}${until("grace to", graceUntil)}`;
    },
    fall: (from: string) => {
      const found = tierForecast(program, member, at(from));
      return found && [found.tier, written(found.until), `${found.missing}`];
    },
    hint: (from: string) => tierHint(program, member, at(from)),
  };
}

const gold = (...rows: readonly (readonly [string, string])[]): Standing => ({
  tier: "gold",
  progress: rows.map(([period, amount]) => ({ period, amount })),
});

describe("a review of a period that rolls", () => {
  // R21.10: what was spent on 30 Aban 1405 counts no more on 30 Aban 1406.
  const spent = gold(["2026-11-21", "1500"], ["2026-12-21", "600"]);

  it("finds nothing while enough counts, and lowers at the start of the first day on which too little does", () => {
    const { next, review } = sight(ROLLING, spent);
    expect(next(on("2026-12-21"))).toBe(midnight("2027-11-21"));
    expect(review(midnight("2027-11-20"))).toBe("nothing");
    expect(review(midnight("2027-11-21"))).toBe("gold to silver");
    expect(review(midnight("2027-12-21"))).toBe("gold to bronze");
  });

  it("is due at the start of a day and at no other time of it", () => {
    const { next, review } = sight(ROLLING, gold());
    expect(review(on("2026-11-22", "00:01"))).toBe("nothing");
    expect(next(on("2026-11-21", "23:59"))).toBe(midnight("2026-11-22"));
    expect(next(midnight("2026-11-22"))).toBe(midnight("2026-11-23"));
  });

  it("is not due while the tier is held", () => {
    const { next, review } = sight(ROLLING, { ...gold(), tierHeldUntil: on("2027-05-01", "17:30") });
    expect(review(midnight("2027-05-01"))).toBe("nothing");
    expect(next(on("2026-11-21"))).toBe(midnight("2027-05-02"));
    const toMidnight = sight(ROLLING, { ...gold(), tierHeldUntil: midnight("2027-05-01") });
    expect(toMidnight.next(on("2026-11-21"))).toBe(midnight("2027-05-01"));
  });

  it("goes down one step, and holds that as long as what was counted counts, or as tiers are held", () => {
    expect(sight({ ...ROLLING, downgrade: "oneStep" }, gold()).review(midnight("2026-11-22"))).toBe(
      `gold to silver, held to ${midnight("2027-11-22")}`,
    );
    const holds = { ...ROLLING, downgrade: "oneStep", holds: { months: 3 } } as const;
    expect(sight(holds, gold()).review(midnight("2026-11-22"))).toBe(
      `gold to silver, held to ${midnight("2027-02-20")}`,
    );
  });

  it("never lowers where the program does not say so", () => {
    const { next, review, fall } = sight({ period: ROLLING.period }, gold());
    expect([next(on("2026-11-21")), review(midnight("2026-11-22")), fall(on("2026-11-21"))]).toEqual([
      "never",
      "nothing",
      undefined,
    ]);
  });

  it("asks no more of a tier that one purchase reached than that purchase", () => {
    const ladder = [LADDER[0], { ...LADDER[1], orPurchase: "200" }, LADDER[2]];
    const standing = { tier: "silver", progress: [{ period: "2026-11-21", amount: "250", sale: "s" }] };
    const { next, fall } = sight({ ...ROLLING, ladder }, standing);
    expect(next(on("2026-11-21"))).toBe(midnight("2027-11-21"));
    expect(fall(on("2026-11-21"))).toEqual(["silver", midnight("2027-11-21"), "500"]);
    const together = { tier: "silver", progress: [{ period: "2026-11-21", amount: "250" }] };
    expect(sight({ ...ROLLING, ladder }, together).next(on("2026-11-21"))).toBe(midnight("2026-11-22"));
  });

  it("knows purchases of days to come, where time is late", () => {
    const { next, review } = sight(ROLLING, gold(["2026-11-21", "2000"], ["2028-01-10", "2000"]));
    expect(next(on("2026-11-22"))).toBe(midnight("2027-11-21"));
    expect(review(midnight("2028-01-10"))).toBe("nothing");
    expect(next(on("2028-01-09"))).toBe(midnight("2029-01-09"));
  });

  it("takes no notice of a tier or progress that nobody knows", () => {
    expect(sight(ROLLING, { tier: "gold" }).next(on("2026-11-21"))).toBe("never");
    expect(sight(ROLLING, { progress: [] }).next(on("2026-11-21"))).toBe("never");
    expect(sight(ROLLING, { tier: "gold" }).hint(on("2026-11-21"))).toEqual({ tier: "gold" });
  });
});

describe("a grace", () => {
  const terms = { ...ROLLING, grace: { days: 30 } };

  // R21.11
  it("begins at the review that would lower, and ends with the lowering", () => {
    const { next, review, fall } = sight(terms, gold());
    expect(next(on("2026-11-21"))).toBe(midnight("2026-11-22"));
    expect(review(midnight("2026-11-22"))).toBe(`gold to gold, grace to ${midnight("2026-12-22")}`);
    expect(fall(on("2026-11-21"))).toEqual(["gold", midnight("2026-12-22"), "2000"]);
    const late = sight(terms, { ...gold(), tierGraceUntil: midnight("2026-12-22") });
    expect(late.review(midnight("2026-12-21"))).toBe("nothing");
    expect(late.next(on("2026-11-25"))).toBe(midnight("2026-12-22"));
    expect(late.review(midnight("2026-12-22"))).toBe("gold to bronze");
  });

  it("is over at its own instant, whatever the hour, and at once where it is over already", () => {
    const { next, review } = sight(
      { ...YEARS, grace: { days: 30 } },
      { ...gold(), tierGraceUntil: on("2027-04-20", "08:00") },
    );
    expect(next(on("2027-04-01"))).toBe(on("2027-04-20", "08:00"));
    expect(review(on("2027-04-20", "08:00"))).toBe("gold to bronze");
    expect(next(on("2027-05-05"))).toBe(on("2027-05-05"));
    expect(review(on("2027-05-05"))).toBe("gold to bronze");
  });

  it("has no reason any more once the tier is reached again", () => {
    const reached = { ...gold(["2026-11-25", "2000"]), tierGraceUntil: midnight("2026-12-22") };
    const { next, review } = sight(terms, reached);
    expect(next(on("2026-11-21"))).toBe(midnight("2026-11-25"));
    expect(review(midnight("2026-11-25"))).toBe("gold to gold");
  });

  it("waits for the end of the hold", () => {
    const standing = {
      ...gold(),
      tierGraceUntil: midnight("2026-12-01"),
      tierHeldUntil: midnight("2027-01-01"),
    };
    expect(sight(terms, standing).next(on("2026-11-21"))).toBe(midnight("2027-01-01"));
    expect(sight(YEARS, standing).next(on("2026-11-21"))).toBe(midnight("2027-01-01"));
  });
});

describe("a review of years", () => {
  // R21.4, R21.10: 1406 begins on 21 March 2027, 1407 on 20 March 2028.
  it("comes with the first day of a year, and keeps what the last one reached", () => {
    const { next, review, fall, hint } = sight(YEARS, gold(["2026-03-21", "2000"]));
    expect(next(on("2026-11-21"))).toBe(midnight("2028-03-20"));
    expect(review(midnight("2027-03-21"))).toBe("nothing");
    expect(review(midnight("2028-03-20"))).toBe("gold to bronze");
    expect(review(midnight("2028-03-21"))).toBe("nothing");
    // What is spent in 1405 does not help in 1407.
    expect(fall(on("2026-11-21"))).toEqual(["gold", midnight("2028-03-20"), "2000"]);
    expect(hint(on("2026-11-21"))).toMatchObject({ tier: "gold", stay: { missing: "2000" } });
  });

  it("asks what is missing of the year to buy in", () => {
    const silver = { tier: "silver", progress: [{ period: "2026-03-21", amount: "300" }] };
    expect(sight(YEARS, silver).fall(on("2026-11-21"))).toEqual(["silver", midnight("2027-03-21"), "200"]);
    const inGrace = {
      tier: "silver",
      tierGraceUntil: midnight("2027-04-20"),
      progress: [
        { period: "2026-03-21", amount: "300" },
        { period: "2027-03-21", amount: "120" },
      ],
    };
    expect(sight(YEARS, inGrace).fall(on("2027-04-01"))).toEqual(["silver", midnight("2027-04-20"), "380"]);
  });

  it("takes the years of the membership, whose first day clamps to the month's last", () => {
    const anniversary = { ...YEARS, period: "anniversary" } as const;
    // 30 Esfand 1403 is 20 March 2025; 1404 and 1405 have 29 days of Esfand.
    const joined = on("2025-03-20");
    const { next } = sight(anniversary, gold(["2026-03-20", "2000"]), joined);
    expect(next(on("2026-11-21"))).toBe(midnight("2028-03-19"));
    expect(sight(anniversary, gold()).next(on("2026-11-21"))).toBe("never");
    expect(sight(anniversary, gold()).hint(on("2026-11-21"))).toBeUndefined();
  });
});

describe("a review of a whole life", () => {
  const life = { period: "lifetime", downgrade: "rejudge" } as const;

  it("lowers only what was given back, on the next day", () => {
    expect(sight(life, gold(["lifetime", "2000"])).next(on("2026-11-21"))).toBe("never");
    const { next, fall } = sight(life, gold(["lifetime", "1999"]));
    expect(next(on("2026-11-21"))).toBe(midnight("2026-11-22"));
    expect(fall(on("2026-11-21"))).toEqual(["gold", midnight("2026-11-22"), "1"]);
  });

  it("goes by the totals of who has no rows", () => {
    expect(sight(life, { tier: "gold", spend: "2000" }).next(on("2026-11-21"))).toBe("never");
    expect(sight(life, { tier: "gold", spend: "1000" }).review(midnight("2026-11-22"))).toBe(
      "gold to silver",
    );
  });
});

describe("a tier that no counting reaches", () => {
  const ladder = [...LADDER, { id: "house" }];
  const standing = { tier: "house", progress: [{ period: "2026-11-21", amount: "9000" }] };

  // R21.7
  it("lasts as long as it is held, and nothing that is bought keeps it", () => {
    const { next, fall, hint } = sight({ ...ROLLING, ladder }, standing);
    expect(next(on("2026-11-21"))).toBe(midnight("2026-11-22"));
    expect(fall(on("2026-11-21"))).toBeUndefined();
    expect(hint(on("2026-11-21"))).toEqual({ tier: "house" });
  });
});

describe("where the clocks are set forward at midnight", () => {
  it("a day is reviewed when it begins", () => {
    const { program, member } = sight(ROLLING, gold());
    // In Tehran, on 22 March 2022, 00:00 was skipped.
    const eve = at("2022-03-21T23:59:59+03:30");
    const next = nextReview(program, member, eve);
    expect(written(next)).toBe("2022-03-22T01:00:00+04:30");
    expect(next && reviewTier(program, member, next)).toMatchObject({ after: "bronze" });
  });
});
