import { Engine } from "json-rules-engine";
import { ClubError, type Condition, type Offer, type Program, type Request } from "vafa";
import { describe, expect, it } from "vitest";
import { evaluateAsync, type FactFetcher } from "../../src/async/evaluate-async.js";
import { cafe, fateOf, purchase } from "../scenarios/club.js";

/*
 * json-rules-engine grants what no owner of a club would. Each of its traps is shown here as it is, beside what becomes
 * of it: refused when the program is opened, or judged as club.evaluate judges it.
 */

const FACTS = { score: "number", limit: "money", mood: "text", hobbies: "texts", other: "number" } as const;
const ATTRIBUTES = { city: { path: "$.address.city", type: "text" } } as const;

function clubOf(when: Condition, conditions: Program["conditions"] = {}) {
  const offers: readonly Offer[] = [{ id: "offer", when, benefit: { kind: "discount", percent: "10" } }];
  return cafe({ facts: FACTS, attributes: ATTRIBUTES, conditions, offers });
}

/** What the engine itself makes of a condition. */
async function rawly(conditions: object, facts: object): Promise<boolean> {
  const engine = new Engine([{ conditions: conditions as never, event: { type: "given" } }], {
    allowUndefinedFacts: true,
  });
  return (await engine.run(facts as never)).events.length > 0;
}

/** What comes of the offer, which both doors must agree on. */
async function fate(when: Condition, more: Partial<Request> = {}, conditions: Program["conditions"] = {}) {
  const club = clubOf(when, conditions);
  const request = { ...purchase({ lines: [600_000] }), ...more };
  const decision = await evaluateAsync(club, request, { facts: {} });
  expect(fateOf("offer", decision)).toBe(fateOf("offer", club.evaluate(request)));
  return fateOf("offer", decision);
}

function refusal(when: unknown): readonly string[] {
  try {
    clubOf(when as Condition);
    return [];
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path}`);
  }
}

describe("what the engine takes, and this package refuses when the program is opened", () => {
  it("an empty any, which the engine takes for true", async () => {
    expect(await rawly({ any: [] }, {})).toBe(true);
    expect(refusal({ any: [] })).toEqual(["cond-empty /offers/0/when/any"]);
    expect(await fate({ all: [] })).toBe("given");
    expect(await fate({ not: { all: [] } })).toBe("not listed");
    expect(await fate({ any: [{ not: { all: [] } }, { not: { all: [{ all: [] }] } }] })).toBe("not listed");
  });

  it("in with a text, in which the engine searches", async () => {
    const substring = { fact: "mood", operator: "in", value: "unhappy" };
    expect(await rawly({ all: [substring] }, { mood: "happy" })).toBe(true);
    expect(refusal(substring)).toEqual(["operator-type /offers/0/when/value"]);
    expect(refusal({ ...substring, value: null })).toEqual(["operator-type /offers/0/when/value"]);
  });

  it("an order of texts, which the engine takes from their letters", async () => {
    const lexical = { fact: "mood", operator: "lessThan", value: "9" };
    expect(await rawly({ all: [lexical] }, { mood: "10" })).toBe(true);
    expect(refusal(lexical)).toEqual(["operator-type /offers/0/when/operator"]);
  });

  it.each(["not:equal", "someFact:equal", "everyValue:equal", "swap:lessThan", "number.equal"])(
    "%s, a decorated name",
    (operator) => {
      const check = { fact: "score", operator, value: 1 };
      expect(refusal(check)).toEqual(["operator-unknown /offers/0/when/operator"]);
    },
  );

  it("a path in a condition, which the engine ignores on a scalar", async () => {
    const check = { fact: "score", operator: "equal", value: 5, path: "$.anything" };
    expect(await rawly({ all: [check] }, { score: 5 })).toBe(true);
    expect(refusal(check)).toEqual(["path-forbidden /offers/0/when/path"]);
    // A path that leads through a scalar leads nowhere.
    const when = { fact: "member.attributes.city", operator: "equal", value: "Shiraz" };
    const member = (address: unknown) => ({ member: { id: "m-1", attributes: { address } } });
    expect(await fate(when, member({ city: "Shiraz" }))).toBe("given");
    expect(await fate(when, member("Shiraz"))).toBe("factMissing");
  });

  it.each<[string, unknown, readonly string[]]>([
    ["a priority", { all: [], priority: 1 }, ["unknown-field /offers/0/when/priority"]],
    ["two kinds of node side by side", { all: [], any: [] }, ["cond-shape /offers/0/when"]],
    ["a name that nothing has", { condition: "nobody" }, ["ref-missing /offers/0/when/condition"]],
    ["a list under not", { not: [] }, ["cond-shape /offers/0/when/not"]],
    [
      "a value that is null",
      { fact: "score", operator: "greaterThan", value: null },
      ["operator-type /offers/0/when/value"],
    ],
  ])("%s", (_, when, issues) => {
    expect(refusal(when).map((issue) => issue.split(" ")[0])).toEqual(
      issues.map((issue) => issue.split(" ")[0]),
    );
    expect(refusal(when)[0]).toContain("/offers/0/when");
  });

  it("names that lead back to themselves, on which the engine overflows the stack", () => {
    const conditions = { a: { not: { condition: "b" } }, b: { all: [{ condition: "a" }] } };
    expect(() => clubOf({ condition: "a" }, conditions)).toThrow(ClubError);
  });
});

describe("what the engine would judge otherwise", () => {
  it("two facts that are both missing, which it finds equal", async () => {
    const check = { fact: "score", operator: "equal", value: { fact: "other" } };
    expect(await rawly({ all: [check] }, {})).toBe(true);
    expect(await fate(check)).toBe("factMissing");
    expect(await fate(check, { facts: { score: 1, other: "1" } })).toBe("given");
  });

  it("a negation of what is unknown, which it finds true", async () => {
    const check = { fact: "hobbies", operator: "contains", value: "chess" };
    expect(await rawly({ not: check }, { hobbies: "chess" })).toBe(true);
    expect(await fate({ not: check }, { facts: { hobbies: "chess" } })).toBe("factMissing");
    expect(await fate({ not: { condition: "plays" } }, { facts: { hobbies: 1 } }, { plays: check })).toBe(
      "factMissing",
    );
    expect(await fate({ not: { condition: "plays" } }, { facts: { hobbies: [] } }, { plays: check })).toBe(
      "given",
    );
  });

  it("amounts, which it would compare as floats or letters", async () => {
    const check = { fact: "limit", operator: "lessThan", value: "9" };
    expect(await rawly({ all: [check] }, { limit: "10" })).toBe(true);
    expect(await fate(check, { facts: { limit: "10" } })).toBe("not listed");
    const large = { fact: "limit", operator: "equal", value: "900719925474099267" };
    expect(await fate(large, { facts: { limit: "900719925474099268" } })).toBe("not listed");
    expect(await fate(large, { facts: { limit: "900719925474099267" } })).toBe("given");
  });

  it("one fact with several params, each of which is a fact of its own", async () => {
    const beans = (value: string) =>
      ({ fact: "basket.total", params: { category: "beans" }, operator: "equal", value }) as const;
    const all = { fact: "basket.total", operator: "equal", value: "300" } as const;
    const request = purchase({ lines: [{ unitPrice: "100", category: "beans" }, { unitPrice: "200" }] });
    expect(await fate({ all: [beans("100"), all] }, request)).toBe("given");
    expect(await fate({ any: [beans("300"), { not: all }] }, request)).toBe("not listed");
  });

  it("conditions that share their names again and again, in no time", async () => {
    const chain = Array.from({ length: 62 }, (_, index): [string, Condition] => {
      const condition = { condition: `c${index + 1}` };
      return [`c${index}`, { all: [condition, condition] }];
    });
    const conditions = { ...Object.fromEntries(chain), c62: { all: [] } };
    expect(await fate({ all: [{ condition: "c62" }, { condition: "c60" }] }, {}, conditions)).toBe("given");
  });
});

describe("what runs of the engine share", () => {
  const offers: readonly Offer[] = [
    {
      id: "error",
      when: { fact: "score", operator: "greaterThan", value: 5 },
      always: true,
      benefit: off(1),
    },
    {
      id: "failure",
      when: { all: [{ any: [{ all: [{ fact: "other", operator: "equal", value: 1 }] }] }] },
      always: true,
      benefit: off(2),
    },
    {
      id: "success",
      when: { fact: "limit", operator: "lessThan", value: "5" },
      always: true,
      benefit: off(3),
    },
    { id: "a", when: { not: { condition: "rated" } }, always: true, benefit: off(4) },
    { id: "b", when: { condition: "rated" }, always: true, benefit: off(5) },
  ];
  const conditions = { rated: { fact: "score", operator: "greaterThan", value: 5 } };
  const club = cafe({ facts: FACTS, conditions, offers });
  const request = purchase({ lines: [600_000] });

  function off(fixed: number) {
    return { kind: "discount", fixed } as const;
  }

  /** Answers after some turns of the event loop. */
  const inTurns = (turns: number, value: unknown): FactFetcher => {
    return async () => {
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      return value;
    };
  };

  it("nothing: what runs at the same time does not stop one another", async () => {
    const runs = Array.from({ length: 24 }, (_, index) => ({
      score: inTurns(index % 5, index % 3 === 0 ? 1 : 9),
      other: inTurns((index * 7) % 4, index % 2),
      limit: index % 4 === 0 ? () => Promise.reject(new Error("down")) : inTurns(index % 2, "4"),
    }));
    const alone = [];
    for (const facts of runs) alone.push(await evaluateAsync(club, request, { facts }));
    const together = await Promise.all(runs.map((facts) => evaluateAsync(club, request, { facts })));
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
  });

  it("no order of completion: awards stand in the order of awards, whatever comes first", async () => {
    const facts = { score: inTurns(9, 9), other: inTurns(3, 1), limit: inTurns(0, "4") };
    const { awards } = await evaluateAsync(club, request, { facts });
    expect(awards.map(({ offer }) => offer)).toEqual(["b", "error", "failure", "success"]);
  });

  it("no names of events: offers may be called error, success and failure", async () => {
    const facts = { score: 9, other: 1, limit: "4" };
    const { awards } = await evaluateAsync(club, { ...request, facts }, { facts: {} });
    expect(awards).toEqual(club.evaluate({ ...request, facts }).awards);
  });

  it("no documents: program and request stay as they were, frozen or not", async () => {
    const before = JSON.stringify([club.program, request]);
    const facts = { score: inTurns(0, 9), other: inTurns(0, 1) };
    const first = await evaluateAsync(club, deepFreeze(structuredClone(request)), { facts });
    const second = await evaluateAsync(club, request, { facts });
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(JSON.stringify([club.program, request])).toBe(before);
  });

  it("no rejections that nobody hears, which end a Node process", async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => void unheard.push(reason);
    process.on("unhandledRejection", hear);
    const late: FactFetcher = () =>
      new Promise((_, reject) => setTimeout(reject, 15, new Error("down, and too late")));
    const facts = {
      score: () => Promise.reject(new Error("down")),
      other: late,
      limit: () => {
        throw new Error("down");
      },
    };
    const { declined } = await evaluateAsync(club, request, { facts, timeoutMs: 5 });
    await new Promise((resolve) => setTimeout(resolve, 40));
    process.off("unhandledRejection", hear);
    expect(unheard).toEqual([]);
    expect(declined.map(({ reason }) => reason)).toEqual(offers.map(() => "factMissing"));
  });

  it("no facts of a prototype: what is inherited is not asked", async () => {
    const facts = Object.create({ score: () => 9, toString: () => 1 }) as Record<string, FactFetcher>;
    const { fetched, declined } = await evaluateAsync(club, request, { facts });
    expect(fetched).toEqual({});
    expect(declined.map(({ reason }) => reason)).toEqual(offers.map(() => "factMissing"));
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
