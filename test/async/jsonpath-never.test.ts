import { createRequire } from "node:module";
import { Engine } from "json-rules-engine";
import { openClub } from "vafa";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { evaluateAsync } from "../../src/async/evaluate-async.js";
import { cafe, purchase } from "../scenarios/club.js";

/*
 * json-rules-engine reads paths by jsonpath-plus, whose filters run code. The very function that the engine calls is
 * replaced here by one that throws; mocking the module by its name would not reach a CommonJS package's own require.
 */
const ofEngine = createRequire(createRequire(import.meta.url).resolve("json-rules-engine"));
const jsonpath = ofEngine("jsonpath-plus") as { JSONPath: (...args: unknown[]) => unknown };
const original = jsonpath.JSONPath;
const trap = vi.fn(() => {
  throw new Error("jsonpath-plus was called");
});

beforeAll(() => {
  jsonpath.JSONPath = trap;
});
afterAll(() => {
  jsonpath.JSONPath = original;
});

describe("jsonpath-plus", () => {
  it("would be called by the engine alone", async () => {
    const check = { fact: "a", path: "$.b", operator: "equal", value: 1 };
    const engine = new Engine([{ conditions: { all: [check] }, event: { type: "given" } }]);
    await expect(engine.run({ a: { b: 1 } })).rejects.toThrow("jsonpath-plus was called");
    trap.mockClear();
  });

  it("is never called, whatever values and attributes look like", async () => {
    const path = "$[?(@.constructor)]";
    const when = {
      any: [
        { fact: "member.attributes.city", operator: "equal", value: path },
        { fact: "hobbies", operator: "contains", value: { fact: "mood" } },
        { fact: "due", operator: "lessThan", value: { fact: "local.date" } },
        { not: { condition: "named" } },
      ],
    };
    const offers = [{ id: "offer", when, benefit: { kind: "discount", percent: "10" } as const }];
    const { program } = cafe({
      facts: { hobbies: "texts", mood: "text", due: "date" },
      attributes: { city: { path: "$.address.cities[0]", type: "text" } },
      conditions: { named: { fact: "mood", operator: "equal", value: path } },
      offers,
    });
    const attributes = { address: { cities: [path], path } };
    const facts = {
      hobbies: () => [path],
      mood: () => path,
      due: () => ({ calendar: "persian", year: 1405, month: 1, day: 1, path }),
    };
    const request = purchase({ lines: [600_000], member: { attributes } });
    const { awards } = await evaluateAsync(openClub(program), request, { facts });
    expect(awards).toHaveLength(1);
    expect(trap).not.toHaveBeenCalled();
  });
});
