import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CAFE } from "../program/programs.js";
import { fits, pointers, resolve, type Schema } from "./json-schema.js";

const text = readFileSync(new URL("../../docs/program.schema.json", import.meta.url), "utf8");
const schema = JSON.parse(text) as Schema;

const program = {
  $schema: "https://unpkg.com/vafa/docs/program.schema.json",
  id: "cafe",
  version: "1",
  semantics: 1,
  currency: { code: "IRT", digits: 0, rounding: { mode: "halfUp", step: "500" } },
  timeZone: "Asia/Tehran",
  calendar: "persian",
  wallets: [
    { id: "credit", kind: "credit" },
    { id: "points", kind: "points", worth: "50", expires: { byTier: { bronze: { after: { months: 6 } } } } },
  ],
  tiers: { ladder: [{ id: "bronze", from: 0 }] },
  facts: { isStudent: "boolean" },
  conditions: { large: { fact: "basket.total", operator: "greaterThan", value: 500_000 } },
  groups: [{ id: "default", limit: 1 }],
  offers: [
    { id: "large", when: { condition: "large" }, benefit: { kind: "discount", percent: "10", max: 90_000 } },
    {
      id: "night",
      when: { any: [{ not: { all: [] } }, { condition: "large" }] },
      birthday: { before: { byTier: { bronze: 3 } } },
      window: { yearly: { from: { month: 9, day: 30 }, to: { month: 9, day: 30 } } },
      schedule: { weekdays: ["monday"], hours: [{ from: "22:00", until: "02:00" }] },
      limits: { perMember: { count: 1, per: "day" } },
      benefit: [
        { kind: "credit", fixed: "1000" },
        {
          kind: "points",
          perSpend: { every: "10000", grant: { byTier: { bronze: "1.2" } } },
          items: { sku: "A" },
        },
      ],
    },
  ],
};

describe("the JSON Schema of the program", () => {
  it("names itself, and asks for what a program must say", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.$id).toBe("https://unpkg.com/vafa/docs/program.schema.json");
    expect(schema.title).toBe("vafa program");
    expect(schema.required).toEqual([
      "id",
      "version",
      "semantics",
      "currency",
      "timeZone",
      "calendar",
      "offers",
    ]);
    const known = ["wallets", "tiers", "facts", "attributes", "conditions", "groups", "maxOffers"];
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining([...(schema.required ?? []), ...known]),
    );
  });

  it("has only references that lead somewhere, the condition's own among them", () => {
    const targets = new Set(pointers(schema));
    expect([...targets]).toContain("#/$defs/condition");
    for (const target of targets) expect(resolve(schema, target), target).toBeTypeOf("object");
  });

  it("lets a sound program pass", () => {
    expect(fits(program, schema, schema)).toBe(true);
    expect(fits(CAFE, schema, schema)).toBe(true);
  });

  it.each([
    ["a missing zone", { timeZone: undefined }],
    ["an unknown key", { timezone: "Asia/Tehran" }],
    ["a calendar that there is not", { calendar: "lunar" }],
    ["another edition", { semantics: 2 }],
    ["a fraction as a number", { offers: [{ id: "a", benefit: { kind: "discount", percent: 12.5 } }] }],
    ["too many decimals", { offers: [{ id: "a", benefit: { kind: "discount", percent: "1.23456" } }] }],
    ["a benefit that there is not", { offers: [{ id: "a", benefit: { kind: "present" } }] }],
    [
      "a step of a foreign key",
      { offers: [{ id: "a", benefit: { kind: "discount", steps: { colour: 1 } } }] },
    ],
    ["a catalogue that gives points", { catalogue: [{ ...CAFE.catalogue[0], benefit: { kind: "points" } }] }],
    ["a budget without amount", { budgets: [{ id: "a" }] }],
    ["an empty any", { conditions: { never: { any: [] } } }],
    ["an operator that there is not", { conditions: { a: { fact: "f", operator: "matches", value: 1 } } }],
    ["an id with a space", { id: "the cafe" }],
    [
      "a window of two kinds",
      { offers: [{ ...program.offers[0], window: { from: "2026-01-01", yearly: {} } }] },
    ],
  ])("does not let %s pass", (_, change) => {
    const changed = JSON.parse(JSON.stringify({ ...program, ...change })) as object;
    expect(fits(changed, schema, schema)).toBe(false);
  });
});
