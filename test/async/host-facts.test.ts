import type { Condition, Request } from "vafa";
import { afterEach, describe, expect, it, vi } from "vitest";
import { evaluateAsync, type FactFetcher, type FactQuestion } from "../../src/async/evaluate-async.js";
import { cafe, fateOf, guestPurchase, purchase } from "../scenarios/club.js";

const FACTS = {
  score: "number",
  limit: "money",
  student: "boolean",
  mood: "text",
  hobbies: "texts",
  due: "date",
  wakesAt: "time",
} as const;

const wellRated: Condition = { fact: "score", operator: "greaterThan", value: 500 };
const bigBasket: Condition = { fact: "basket.total", operator: "greaterThan", value: "500000" };

/** A club of one offer, given on a condition. */
const clubOf = (when: Condition) =>
  cafe({ facts: FACTS, offers: [{ id: "offer", when, benefit: { kind: "discount", percent: "10" } }] });

const BUYS: Request = purchase({ lines: [600_000] });

async function decideOn(when: Condition, fetchers: Record<string, FactFetcher>, request = BUYS) {
  const decision = await evaluateAsync(clubOf(when), request, { facts: fetchers, timeoutMs: 20 });
  return { fate: fateOf("offer", decision), fetched: decision.fetched };
}

afterEach(() => {
  vi.useRealTimers();
});

// R16.6
describe("a fact of the host's", () => {
  it.each<[keyof typeof FACTS, unknown, Condition]>([
    ["score", 700, wellRated],
    ["score", "700.5", wellRated],
    ["limit", "1000", { fact: "limit", operator: "lessThan", value: { fact: "basket.total" } }],
    ["student", true, { fact: "student", operator: "equal", value: true }],
    ["mood", "happy", { fact: "mood", operator: "in", value: ["happy", "glad"] }],
    ["hobbies", ["chess"], { fact: "hobbies", operator: "contains", value: "chess" }],
    ["due", "2026-12-01", { fact: "local.date", operator: "lessThan", value: { fact: "due" } }],
    ["wakesAt", "08:00", { fact: "wakesAt", operator: "lessThan", value: "09:00" }],
  ])("%s is fetched, and %j is read by its declared type", async (name, value, when) => {
    expect(await decideOn(when, { [name]: () => Promise.resolve(value) })).toEqual({
      fate: "given",
      fetched: { [name]: value },
    });
    expect(await decideOn(when, { [name]: () => value })).toEqual({
      fate: "given",
      fetched: { [name]: value },
    });
  });

  const hostile = {
    get score() {
      throw new Error("no");
    },
  };
  const throwing = new Proxy([], {
    get: () => {
      throw new Error("no");
    },
  });
  it.each<[string, FactFetcher]>([
    ["rejects", () => Promise.reject(new Error("down"))],
    ["rejects with nothing", () => Promise.reject()],
    [
      "throws",
      () => {
        throw new TypeError("down");
      },
    ],
    ["throws later", () => Promise.resolve().then(() => JSON.parse("{"))],
    ["never answers", () => new Promise(() => {})],
    // biome-ignore lint/suspicious/noThenProperty: what a host may answer
    ["is a thenable that throws", () => ({ then: () => throwing.length })],
    ["says nothing", () => undefined],
    ["says null", () => null],
    ["says a text", () => "very good"],
    ["says NaN", () => Number.NaN],
    ["says a fraction that is not exact", () => 700.5],
    ["says a bigint", () => 700n],
    ["says a number in an object", () => new Number(700)],
    ["says a list", () => [700]],
    ["says an object whose getter throws", () => hostile],
    ["says a proxy that throws", () => throwing],
    ["says a function", () => () => 700],
  ])("is unknown where the host %s", async (_, fetcher) => {
    expect(await decideOn(wellRated, { score: fetcher })).toEqual({ fate: "factMissing", fetched: {} });
    // And unknown is not false: nothing is given because of it.
    expect(await decideOn({ not: wellRated }, { score: fetcher })).toEqual({
      fate: "factMissing",
      fetched: {},
    });
  });

  it.each<[keyof typeof FACTS, unknown, string]>([
    ["mood", "\u202eyppah", "a mark that reverses the reading"],
    ["mood", "\ud83d", "half of a surrogate pair"],
    ["mood", "x".repeat(1_025), "too long a text"],
    ["hobbies", ["chess", 1], "a list of more than texts"],
    ["hobbies", throwing, "a list that throws"],
    ["hobbies", new Set(["chess"]), "a set"],
    ["hobbies", Array.from({ length: 10_001 }, () => "a"), "too long a list"],
    ["due", new Date(0), "a Date"],
    ["due", "1405-09-01", "a Persian year in a Gregorian text"],
  ])("%s is unknown where it is what a request could not say: %#", async (name, value) => {
    const value2 = name === "hobbies" ? "chess" : name === "due" ? "2026-01-01" : "happy";
    const operator = name === "hobbies" ? "contains" : "equal";
    const when = { fact: name, operator, value: value2 };
    expect(await decideOn(when, { [name]: () => value })).toEqual({ fate: "factMissing", fetched: {} });
  });

  it("harms no other where it fails", async () => {
    const when = {
      any: [wellRated, { fact: "mood", operator: "equal", value: "happy" }],
    };
    const decided = await decideOn(when, { score: () => Promise.reject(new Error()), mood: () => "happy" });
    expect(decided).toEqual({ fate: "given", fetched: { mood: "happy" } });
  });

  it("is read once and kept, whatever the host does with its answer afterwards", async () => {
    const answer = ["chess"];
    const when: Condition = { fact: "hobbies", operator: "contains", value: "chess" };
    const decision = await evaluateAsync(clubOf(when), BUYS, { facts: { hobbies: () => answer } });
    answer[0] = "nothing";
    expect(decision.fetched).toEqual({ hobbies: ["chess"] });
  });
});

// R16.5
describe("the host is asked", () => {
  it("whose purchase it is, and cannot change the question", async () => {
    const questions: FactQuestion[] = [];
    const ask: FactFetcher = (question) => {
      questions.push(question);
      Reflect.set(question, "memberId", "somebody else");
      return 1;
    };
    const when = { any: [wellRated, { fact: "limit", operator: "equal", value: "5" }] };
    await decideOn(when, { score: ask, limit: ask });
    const question = { memberId: "sara", transactionId: "t-1", at: "2026-11-21T17:30:00+03:30" };
    expect(questions).toEqual([question, question]);
  });

  it("of a guest without a name", async () => {
    const score = vi.fn<FactFetcher>(() => 700);
    const { fate } = await decideOn(wellRated, { score }, guestPurchase({ lines: [600_000] }));
    expect(fate).toBe("given");
    expect(score.mock.calls[0]?.[0].memberId).toBeUndefined();
  });

  it("once for each fact, however many offers and conditions ask for it", async () => {
    const score = vi.fn<FactFetcher>(() => Promise.resolve(700));
    const offers = ["a", "b", "c"].map((id) => ({
      id,
      when: { any: [{ not: { condition: "rated" } }, { all: [wellRated, wellRated] }] },
      benefit: { kind: "discount", percent: "1" } as const,
    }));
    const club = cafe({ facts: FACTS, conditions: { rated: wellRated }, offers });
    await evaluateAsync(club, BUYS, { facts: { score } });
    expect(score).toHaveBeenCalledTimes(1);
  });

  it("not for what the request says, be it null", async () => {
    const score = vi.fn<FactFetcher>(() => 700);
    for (const [said, fate] of [
      [501, "given"],
      [500, "not listed"],
      [null, "factMissing"],
    ] as const) {
      const request = { ...BUYS, facts: { score: said } };
      expect(await decideOn(wellRated, { score }, request)).toEqual({ fate, fetched: {} });
    }
    expect(score).not.toHaveBeenCalled();
    const unsaid = { ...BUYS, facts: { score: undefined } };
    expect((await decideOn(wellRated, { score }, unsaid)).fetched).toEqual({ score: 700 });
  });

  it.each<[string, Condition]>([
    ["all, of which a part known here is false", { all: [wellRated, { not: bigBasket }] }],
    ["any, of which a part known here is true", { any: [wellRated, bigBasket] }],
    ["not", { not: { all: [wellRated, { not: bigBasket }] } }],
    ["a named condition", { all: [{ condition: "rated" }, { not: bigBasket }] }],
    ["a named condition under not", { any: [{ not: { condition: "rated" } }, bigBasket] }],
    ["trees within trees", { any: [{ all: [wellRated, { any: [wellRated] }] }, { any: [bigBasket] }] }],
  ])("not where what is known here decides: %s", async (_, when) => {
    const score = vi.fn<FactFetcher>(() => 700);
    const offers = [{ id: "offer", when, benefit: { kind: "discount", percent: "10" } as const }];
    const club = cafe({ facts: FACTS, conditions: { rated: wellRated }, offers });
    await evaluateAsync(club, BUYS, { facts: { score } });
    expect(score).not.toHaveBeenCalled();
  });

  it("not for a fact that no offer asks for", async () => {
    const mood = vi.fn<FactFetcher>();
    await decideOn(wellRated, { mood });
    expect(mood).not.toHaveBeenCalled();
  });

  it("for no longer than the time given, 2,000 milliseconds unless said", async () => {
    vi.useFakeTimers();
    const slow: FactFetcher = () => new Promise((resolve) => setTimeout(resolve, 1_999, 700));
    const slower: FactFetcher = () => new Promise((resolve) => setTimeout(resolve, 2_001, 700));
    const decide = async (facts: Record<string, FactFetcher>, timeoutMs?: number) => {
      const pending = evaluateAsync(clubOf(wellRated), BUYS, { facts, timeoutMs });
      await vi.runAllTimersAsync();
      return fateOf("offer", await pending);
    };
    expect(await decide({ score: slow })).toBe("given");
    expect(await decide({ score: slower })).toBe("factMissing");
    expect(await decide({ score: slower }, 2_500)).toBe("given");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("and leaves no timer behind that would keep a process alive", async () => {
    vi.useFakeTimers();
    await evaluateAsync(clubOf(wellRated), BUYS, { facts: { score: () => 700 } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("for all it is needed for at once, so that one wait serves them", async () => {
    vi.useFakeTimers();
    const wait = (value: unknown) => () =>
      new Promise((resolve) => setTimeout(resolve, 1_500, value)) as unknown;
    const when = { all: [wellRated, { fact: "mood", operator: "equal", value: "happy" }] };
    const pending = evaluateAsync(clubOf(when), BUYS, { facts: { score: wait(700), mood: wait("happy") } });
    await vi.advanceTimersByTimeAsync(1_501);
    expect(fateOf("offer", await pending)).toBe("given");
  });
});
