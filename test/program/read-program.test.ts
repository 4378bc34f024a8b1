import { describe, expect, it } from "vitest";
import { CAFE, CREDIT, issuesOf, LADDER, offer, POINTS, program, programOf, read, told } from "./programs.js";

describe("a program in normal form", () => {
  it("takes what it says", () => {
    const { currency, zone, calendar, weekStart, ladder, wallets, groups, maxOffers, declared, discountCap } =
      read(CAFE);
    expect(currency).toEqual({ code: "IRT", digits: 0, rounding: { mode: "halfUp", step: 500n } });
    expect([zone, calendar.id, weekStart, maxOffers]).toEqual(["Asia/Tehran", "persian", "saturday", 3]);
    expect(ladder).toEqual(["bronze", "silver"]);
    expect(wallets.map(({ id }) => id)).toEqual(["credit", "points", "stamps", "tickets"]);
    expect([...groups.values()].slice(0, 2)).toEqual([
      { id: "default", number: 0, limit: 1, perLine: false },
      { id: "extras", number: 1, limit: 2, perLine: false },
    ]);
    expect(discountCap).toEqual({ numerator: 40n, denominator: 100n });
    expect([...declared]).toEqual([["isStudent", "boolean"]]);
  });

  it("rounds half up, discounts list amounts and gives any number of offers unless it says otherwise", () => {
    const { currency, discountBase, discountCap, maxOffers, groups, ladder, wallets } = read(program());
    expect(discountCap).toBeUndefined();
    expect(currency.rounding).toEqual({ mode: "halfUp", step: 1n });
    expect([discountBase, maxOffers]).toEqual(["list", Number.POSITIVE_INFINITY]);
    expect([...groups.values()].map(({ id, limit }) => [id, limit])).toEqual([["default", 1]]);
    expect([ladder, wallets]).toEqual([[], []]);
  });

  it("begins weeks on Saturday in the Persian and on Monday in the Gregorian calendar unless it says otherwise", () => {
    expect(read(program()).weekStart).toBe("saturday");
    expect(read(program({ calendar: "gregorian" })).weekStart).toBe("monday");
    expect(read(program({ weekStart: "sunday" })).weekStart).toBe("sunday");
  });

  it("has its offers in the order of awards: higher priority first, then by code unit", () => {
    const offers = [
      offer({ id: "b" }),
      offer({ id: "a2" }),
      offer({ id: "a10" }),
      offer({ id: "B" }),
      offer({ id: "z", priority: 5 }),
      offer({ id: "late", priority: -1 }),
    ];
    const read1 = read(program({ offers })).offers;
    expect(read1.map(({ id }) => id)).toEqual(["z", "B", "a10", "a2", "b", "late"]);
    expect(read1.map(({ rank }) => rank)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(read1.map(({ rankById }) => rankById)).toEqual([5, 0, 1, 2, 3, 4]);
    expect(read(program({ offers: offers.reverse() })).offers.map(({ id }) => id)).toEqual(
      read1.map(({ id }) => id),
    );
  });

  it("may give the default group more winners", () => {
    const document = programOf({}, { groups: [{ id: "default", limit: 2 }] });
    expect(read(document).groups.get("default")).toMatchObject({ number: 0, limit: 2 });
  });
});

describe("the time zone of a program", () => {
  it.each(["Asia/Tehran", "Iran", "UTC", "+03:30", "-09:30"])("can be %s", (timeZone) => {
    expect(read(program({ timeZone })).zone).toBe(timeZone);
  });

  it.each(["IRST", "Asia/Teheran", "3:30", "+25:00", "local", "constructor", `A${"_".repeat(62)}!`])(
    "cannot be %s",
    (timeZone) => {
      expect(told(program({ timeZone }))).toEqual(["tz-unknown /timeZone"]);
    },
  );

  it("cannot be empty, nor left out", () => {
    expect(told(program({ timeZone: "" }))).toEqual(["string-too-short /timeZone"]);
    expect(told(program({ timeZone: undefined }))).toEqual(["required /timeZone"]);
  });
});

describe("the currency of a program", () => {
  const currency = (parts: object) => program({ currency: { code: "EUR", digits: 2, ...parts } });

  it("rounds to cash steps in its own decimals", () => {
    const { rounding } = read(currency({ rounding: { mode: "halfEven", step: "0.05" } })).currency;
    expect(rounding).toEqual({ mode: "halfEven", step: 5n });
    expect(read(currency({ rounding: "down" })).currency.rounding).toEqual({ mode: "down", step: 1n });
  });

  it.each<[string, object, string]>([
    [
      "a step with more decimals than it has",
      { rounding: { mode: "up", step: "0.005" } },
      "number-precision /currency/rounding/step",
    ],
    ["a step of nothing", { rounding: { mode: "up", step: "0" } }, "number-range /currency/rounding/step"],
    ["a step without a mode", { rounding: { step: "5" } }, "required /currency/rounding/mode"],
    ["an unknown mode", { rounding: "halfDown" }, "enum /currency/rounding"],
    ["half a digit", { digits: 0.5 }, "number-format /currency/digits"],
    ["seven digits", { digits: 7 }, "number-range /currency/digits"],
    ["no code", { code: "" }, "string-too-short /currency/code"],
  ])("cannot have %s", (_, parts, issue) => {
    expect(told(currency(parts))).toEqual([issue]);
  });
});

describe("the tiers of a program", () => {
  const ladder = (...from: readonly unknown[]) =>
    program({ tiers: { ladder: from.map((bound, index) => ({ id: `t${index}`, from: bound })) } });

  it("have lower bounds that rise, so that there is neither gap nor overlap", () => {
    expect(told(ladder("0", "30000000", "30000001"))).toEqual([]);
    expect(told(ladder("0", "9", "10"))).toEqual([]);
    expect(told(ladder(undefined, "5"))).toEqual([]);
  });

  it("cannot have equal or falling bounds, even with a tier without one between", () => {
    expect(told(ladder("0", "5", "5"))).toEqual(["window-order /tiers/ladder/2/from"]);
    expect(told(ladder("10", "9"))).toEqual(["window-order /tiers/ladder/1/from"]);
    expect(told(ladder("0", "5", undefined, "4"))).toEqual(["window-order /tiers/ladder/3/from"]);
  });

  it("cannot have a bound finer than the currency", () => {
    expect(told(ladder("0", "30000000.5"))).toEqual(["number-precision /tiers/ladder/1/from"]);
  });

  it("cannot be an empty ladder", () => {
    expect(told(program({ tiers: { ladder: [] } }))).toEqual(["array-too-short /tiers/ladder"]);
    expect(told(program({ tiers: {} }))).toEqual(["required /tiers/ladder"]);
  });
});

describe("two of one id", () => {
  it("are an issue at the second, in each list", () => {
    const document = program({
      wallets: [CREDIT, POINTS, CREDIT],
      tiers: { ladder: [{ id: "a" }, { id: "a" }] },
      groups: [
        { id: "g", limit: 1 },
        { id: "g", limit: 1 },
        { id: "g", limit: 1 },
      ],
      offers: [offer(), offer({ id: "other" }), offer()],
    });
    expect(told(document)).toEqual([
      "duplicate-id /wallets/2/id",
      "duplicate-id /tiers/ladder/1/id",
      "duplicate-id /groups/1/id",
      "duplicate-id /groups/2/id",
      "duplicate-id /offers/2/id",
    ]);
  });

  it("may stand in different lists", () => {
    const groups = [{ id: "same", limit: 1 }];
    expect(told(program({ groups, offers: [offer({ id: "same" })] }))).toEqual([]);
  });
});

describe("the frame of a program", () => {
  it.each<[string, object, string]>([
    ["an id with a space", { id: "my cafe" }, "id-format /id"],
    ["a version of nothing", { version: "" }, "string-too-short /version"],
    ["a version of 65 characters", { version: "x".repeat(65) }, "string-too-long /version"],
    ["another edition of the rules", { semantics: 2 }, "schema-version /semantics"],
    ["the edition as a text", { semantics: "1" }, "schema-version /semantics"],
    ["no edition", { semantics: undefined }, "required /semantics"],
    ["a schema number of its own", { schema: 99 }, "unknown-field /schema"],
    ["an unknown calendar", { calendar: "islamic" }, "enum /calendar"],
    ["an unknown weekday", { weekStart: "caturday" }, "enum /weekStart"],
    ["a fact with a dot", { facts: { "is.student": "boolean" } }, "id-format /facts/is.student"],
    ["a fact of an unknown type", { facts: { isStudent: "bool" } }, "enum /facts/isStudent"],
    [
      "an attribute without a path",
      { attributes: { city: { type: "text" } } },
      "required /attributes/city/path",
    ],
    [
      "a name of a condition with a hyphen",
      { conditions: { "a-b": { all: [] } } },
      "id-format /conditions/a-b",
    ],
    ["a group of no winners", { groups: [{ id: "g", limit: 0 }] }, "number-range /groups/0/limit"],
    ["no offers at all to be given", { maxOffers: 0 }, "number-range /maxOffers"],
    ["no list of offers", { offers: undefined }, "required /offers"],
  ])("cannot have %s", (_, parts, issue) => {
    expect(told(program(parts))).toEqual([issue]);
  });

  it("says which weekday was meant", () => {
    expect(issuesOf(program({ weekStart: "saterday" }))[0]?.hint).toBe('did you mean "saturday"?');
  });
});

describe("the ladder that a program of tiers gives", () => {
  it("is the order in which its tiers are listed", () => {
    expect(read(program({ tiers: LADDER })).ladder).toEqual(["bronze", "silver"]);
  });
});
