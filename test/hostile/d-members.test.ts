import { apply, openClub } from "vafa";
import { describe, expect, it } from "vitest";
import {
  attempt,
  decide,
  fate,
  many,
  offer,
  program,
  request,
  requestFaults,
  requestIssues,
  told,
  transaction,
} from "./act.js";

function member(terms: object): object {
  return request({ member: { id: "m-1", ...terms } });
}

function standing(terms: object): object {
  return member({ standing: terms });
}

function born(birthDate: unknown): () => object {
  return () => member({ birthDate });
}

const persian = (year: unknown, month: unknown, day: unknown) => ({ calendar: "persian", year, month, day });

describe("who the member is", () => {
  it("D03 an id that is a valid national code is refused, and one that only looks like it is not", () => {
    expect(requestFaults(() => member({ id: "0499370899" }))).toMatchObject([
      { code: "pii-in-id", path: "/member/id", received: "ir-national-code" },
    ]);
    for (const id of ["0499370898", "1111111111", "0000000000", "049937089", "04993708990"]) {
      expect(requestIssues(() => member({ id }))).toEqual([]);
    }
  });

  it("D05 an id is visible ASCII: no letter that looks like another", () => {
    for (const id of ["علي", "علی", "m 1", "m\u200c1", "", "é", "m\n"]) {
      expect(requestIssues(() => member({ id }))).toEqual(["id-format /member/id"]);
    }
    expect(requestIssues(() => member({ id: 5 }))).toEqual(["type /member/id"]);
    expect(requestIssues(() => member({ id: undefined }))).toEqual(["required /member/id"]);
  });

  const dates: readonly (readonly [string, unknown, string])[] = [
    ["D08 a Persian year in a Gregorian text", "1405-01-01", "time-range"],
    ["D08 a day before 1900", "1899-12-31", "time-range"],
    ["D09 a day without zeros", "1990-1-4", "time-format"],
    ["D09 an instant", "1990-10-04T00:00:00Z", "time-format"],
    ["D09 Persian digits", "۱۳۷۰-۰۸-۳۰", "time-format"],
    ["D09 a number", 19901004, "type"],
    ["D10 a day in the future", "2026-11-22", "time-range"],
    ["D11 30 Esfand of a year without it", persian(1404, 12, 30), "date-invalid"],
    ["D13 31 Mehr", persian(1404, 7, 31), "date-invalid"],
    ["D13 a thirteenth month", persian(1404, 13, 1), "date-invalid"],
    ["D13 a month of nothing", persian(1404, 0, 10), "date-invalid"],
    ["D13 a day of nothing", persian(1404, 1, 0), "date-invalid"],
    ["D13 a negative month", persian(1404, -1, 10), "date-invalid"],
    ["D13 a month with a fraction", persian(1404, 1.5, 10), "type"],
    ["D13 a year as a text", persian("1370", 1, 1), "type"],
    ["D13 another calendar", { ...persian(1404, 1, 1), calendar: "islamic" }, "type"],
    ["D13 one key too many", { ...persian(1370, 1, 1), hour: 5 }, "type"],
    ["D14 29 February of a year without it", "2025-02-29", "date-invalid"],
    ["D14 29 February 1900", "1900-02-29", "date-invalid"],
    ["E26 a Persian year after 1500", persian(1501, 1, 1), "time-range"],
    ["E26 a Persian year before 1279", persian(1278, 12, 29), "time-range"],
  ];

  it.each(dates)("%s is no birth date", (_, birthDate, code) => {
    expect(requestIssues(born(birthDate))).toEqual([`${code} /member/birthDate`]);
  });

  it("D08 the issue says how a Persian date is written", () => {
    expect(requestFaults(born("1405-01-01"))[0]?.hint).toContain('"calendar": "persian"');
  });

  it("D10 somebody born today, and somebody 126 years old, are members", () => {
    expect(requestIssues(born("2026-11-21"))).toEqual([]);
    const old = { fact: "member.age", operator: "equal", value: 126 };
    expect(fate(decide({ offers: [offer({ when: old })] }, born("1900-01-01")()))).toBe("given");
    const young = { fact: "member.age", operator: "equal", value: 0 };
    expect(fate(decide({ offers: [offer({ when: young })] }, born("2026-11-21")()))).toBe("given");
  });

  it("D16 bounds of tiers rise, and are amounts", () => {
    const ladder = (...from: readonly unknown[]) => {
      const tiers = { ladder: from.map((bound, index) => ({ id: `t${index}`, from: bound })) };
      const outcome = attempt(() => openClub(program({ tiers })).hash);
      return outcome.ok ? [] : told(outcome.issues);
    };
    expect(ladder("0", "5", "5")).toEqual(["window-order /tiers/ladder/2/from"]);
    expect(ladder("5", "4")).toEqual(["window-order /tiers/ladder/1/from"]);
    expect(ladder("5", undefined, "5")).toEqual(["window-order /tiers/ladder/2/from"]);
    expect(ladder("30000000.5")).toEqual(["number-precision /tiers/ladder/0/from"]);
    expect(ladder("-1")).toEqual(["number-negative /tiers/ladder/0/from"]);
    expect(ladder()).toEqual(["array-too-short /tiers/ladder"]);
    expect(ladder("9", "10", "100")).toEqual([]);
  });

  it("D20 without consent nothing promotional is said, and the benefit is given all the same", () => {
    const contact = (promotional: boolean) => ({
      locale: "fa",
      channels: ["sms"],
      consent: { service: true, promotional },
    });
    const [silent, told] = [false, true].map((yes) =>
      decide({ offers: [offer()] }, member({ contact: contact(yes) })),
    );
    expect(silent?.totals).toEqual(told?.totals);
    expect(silent?.intents?.map(({ category }) => category)).toEqual(["service"]);
    expect(told?.intents?.map(({ category }) => category)).toEqual(["promotional"]);
    expect(decide({ offers: [offer()] }, member({ contact: { channels: ["sms"] } })).intents).toEqual([]);
  });
});

describe("what the ledger says of the member", () => {
  const tiered = { offers: [offer({ tier: ["silver"] })] };

  it("D15 a tier that the program does not know is unknown", () => {
    for (const tier of ["gold", "toString", "Silver"]) {
      expect(fate(decide(tiered, standing({ tier })))).toBe("factMissing");
    }
    expect(fate(decide(tiered, standing({})))).toBe("factMissing");
    expect(fate(decide(tiered, member({})))).toBe("not listed");
    expect(requestIssues(() => standing({ tier: "پلاتین" }))).toEqual(["id-format /member/standing/tier"]);
  });

  const standings: readonly (readonly [string, object, string])[] = [
    [
      "a lot of a wallet that there is not",
      { lots: [{ id: "l", wallet: "x", amount: 1 }] },
      "ref-missing /lots/0/wallet",
    ],
    [
      "a balance of a wallet that there is not",
      { balances: [{ wallet: "x", amount: 1 }] },
      "ref-missing /balances/0/wallet",
    ],
    [
      "a negative lot",
      { lots: [{ id: "l", wallet: "credit", amount: "-1" }] },
      "number-negative /lots/0/amount",
    ],
    [
      "half a point",
      { lots: [{ id: "l", wallet: "points", amount: "0.5" }] },
      "number-precision /lots/0/amount",
    ],
    ["visits of a fraction", { visits: 1.5 }, "number-format /visits"],
    ["negative visits", { visits: -1 }, "number-range /visits"],
    ["visits as a text", { visits: "10" }, "type /visits"],
    ["a negative spend", { spend: "-1" }, "number-negative /spend"],
    ["a hash in capitals", { head: { sequence: 1, hash: "A".repeat(64) } }, "type /head/hash"],
    ["a sequence of nothing", { head: { sequence: 0, hash: "a".repeat(64) } }, "number-range /head/sequence"],
    [
      "10,001 lots",
      { lots: many(10_001, () => ({ id: "l", wallet: "credit", amount: 1 })) },
      "array-too-long /lots",
    ],
    ["a last visit without its offset", { lastVisitAt: "2026-11-20T10:00:00" }, "time-format /lastVisitAt"],
    [
      "a use on no day",
      { uses: [{ offer: "a", at: "2026-01-01T00:00:00Z", day: "2026-02-30" }] },
      "type /uses/0/day",
    ],
    ["a debt to no wallet", { debts: [{ wallet: "gold", amount: 1 }] }, "ref-missing /debts/0/wallet"],
    ["a sale without a word of what is back", { sales: [{ id: "s" }] }, "required /sales/0/returned"],
  ];

  it.each(standings)("D21 %s is refused", (_, terms, issue) => {
    const [code, path] = issue.split(" ");
    expect(requestIssues(() => standing(terms))).toEqual([`${code} /member/standing${path}`]);
  });

  it("D22 10,000 lots and 10,000 uses are read quickly, and summed exactly", () => {
    const lots = many(10_000, (index) => ({ id: `l${index}`, wallet: "credit", amount: "9".repeat(18) }));
    const uses = many(10_000, () => ({ offer: "offer", at: "2020-01-01T00:00:00Z" }));
    const limits = { perMember: { count: 10_000, per: "lifetime" } };
    const asked = standing({ lots, uses });
    const decision = decide({ offers: [offer({ limits })] }, asked);
    expect(fate(decision)).toBe("limitReached");
    expect(decision.balances[0]).toMatchObject({ before: `${999_999_999_999_999_999n * 10_000n}` });
    const once = { perMember: { count: 10_001, per: "month" } };
    expect(fate(decide({ offers: [offer({ limits: once })] }, asked))).toBe("given");
  });

  it("D23 3,000 limited offers are each counted among 10,000 uses", () => {
    const limits = { perMember: { count: 2, per: "day" } };
    const offers = many(3_000, (index) => offer({ id: `o${index}`, always: true, limits }));
    const uses = many(10_000, (index) => ({ offer: `o${index % 5_000}`, at: "2026-11-21T05:00:00Z" }));
    const { declined } = openClub(program({ offers })).quote(standing({ uses }));
    expect(declined.filter(({ reason }) => reason === "limitReached")).toHaveLength(3_000);
  });

  it("D24 a lot counts from when it is active and until it expires, to the millisecond", () => {
    const at = "2026-11-21T10:00:00+03:30";
    const lot = (terms: object) => ({ id: "l", wallet: "credit", amount: "5", ...terms });
    const spendable = (terms: object) => decide({}, standing({ lots: [lot(terms)] })).balances[0]?.before;
    expect(spendable({ activeAt: at })).toBe("5");
    expect(spendable({ activeAt: "2026-11-21T10:00:00.001+03:30" })).toBe("0");
    expect(spendable({ expiresAt: at })).toBe("0");
    expect(spendable({ expiresAt: "2026-11-21T06:30:00.001Z" })).toBe("5");
    expect(spendable({ expiresAt: null })).toBe("5");
    expect(spendable({ activeAt: "9999-12-31T23:59:59Z" })).toBe("0");
    expect(spendable({ activeAt: at, expiresAt: "1900-01-01T00:00:00Z" })).toBe("0");
  });
});

describe("a member's chain", () => {
  const terms = { offers: [offer({ benefit: { kind: "credit", percent: "10" } })] };
  const club = openClub(program(terms));
  const first = club.evaluate(request()).entry;
  const after = apply(undefined, first);
  const applied = (before: unknown, entry: unknown) => {
    const outcome = attempt(() => apply(before, entry));
    return outcome.ok ? [] : told(outcome.issues);
  };

  it("I02 an entry whose keys were put in another order is the same entry", () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, turned(inner)]),
      );
    };
    expect(JSON.stringify(turned(first))).not.toBe(JSON.stringify(first));
    expect(apply(undefined, turned(first))).toEqual(after);
  });

  it("I01 an entry with any one value changed, left out or added is refused", () => {
    const changes: readonly object[] = [
      { lots: first?.lots.map((lot) => ({ ...lot, amount: "10001" })) },
      { totals: { ...first?.totals, due: "1" } },
      { memberId: "m-2" },
      { note: "" },
      { awards: [] },
      { declined: undefined },
    ];
    for (const change of changes)
      expect(applied(undefined, { ...first, ...change })).toEqual(["entry-hash /entry/hash"]);
    expect(applied(undefined, { ...first, hash: "0".repeat(64) })).toEqual(["entry-hash /entry/hash"]);
  });

  it("I04 an entry applied twice, left out, or put on another member's chain does not follow", () => {
    const follows = ["chain-mismatch /entry/sequence"];
    const second = club.evaluate(standing({ ...after })).entry;
    expect(applied(after, first)).toEqual(follows);
    expect(applied(undefined, second)).toEqual(follows);
    expect(applied(after, second)).toEqual([]);
    const other = { ...after, head: { sequence: 1, hash: "f".repeat(64) } };
    expect(applied(other, second)).toEqual(follows);
  });

  it("I07 what is no entry or no standing is told, each at its own place", () => {
    expect(applied(undefined, undefined)).toEqual(["type /entry"]);
    expect(applied(undefined, {}).every((issue) => issue.startsWith("required /entry/"))).toBe(true);
    expect(applied([], first)).toEqual(["type /standing"]);
    expect(applied({ visits: -1 }, first)).toEqual(["number-range /standing/visits"]);
    expect(applied(undefined, JSON.parse('{"__proto__":1}'))).toEqual(["forbidden-key /entry/__proto__"]);
  });

  it("G01 the same purchase a hundred times is a hundred times the same entry", () => {
    const bytes = new Set(many(100, () => JSON.stringify(club.evaluate(request()))));
    expect(bytes.size).toBe(1);
    const shuffled = {
      transaction: Object.fromEntries(Object.entries(transaction()).reverse()),
      member: { id: "m-1" },
    };
    expect(club.evaluate(shuffled).entry).toEqual(first);
  });
});
