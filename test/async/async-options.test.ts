import { ClubError, openClub } from "vafa";
import { describe, expect, it } from "vitest";
import { type AsyncOptions, evaluateAsync } from "../../src/async/evaluate-async.js";
import { cafe, purchase } from "../scenarios/club.js";

const club = cafe({ facts: { creditScore: "number" }, offers: [] });
const request = purchase({ lines: [1] });

async function issuesOf(options: unknown, of: unknown = club, asked: unknown = request) {
  try {
    await evaluateAsync(of as typeof club, asked, options as AsyncOptions);
    return [];
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path}`);
  }
}

const throwing = (key: string) =>
  Object.defineProperty({}, key, {
    enumerable: true,
    get() {
      throw new RangeError("gotcha");
    },
  });
const trap = new Proxy(
  {},
  {
    ownKeys() {
      throw new RangeError("gotcha");
    },
  },
);

// R16.8
describe("what is wrong with the options is told as everything else is", () => {
  it.each<[string, unknown, readonly string[]]>([
    ["none", undefined, ["required /options"]],
    ["null", null, ["type /options"]],
    ["a list", [], ["type /options"]],
    ["a text", "x", ["type /options"]],
    ["a proxy that throws", trap, ["type /options"]],
    ["a getter that throws", throwing("facts"), ["type /options"]],
    ["no facts", {}, ["required /options/facts"]],
    ["facts that are null", { facts: null }, ["type /options/facts"]],
    ["facts that are a list", { facts: [] }, ["type /options/facts"]],
    ["facts that throw", { facts: trap }, ["type /options/facts"]],
    ["a fact that throws", { facts: throwing("creditScore") }, ["type /options/facts"]],
    ["a fact unknown", { facts: { score: () => 1 } }, ["fact-unknown /options/facts/score"]],
    ["__proto__", { facts: JSON.parse('{"__proto__":1}') }, ["fact-unknown /options/facts/__proto__"]],
    ["no function", { facts: { creditScore: 1 } }, ["type /options/facts/creditScore"]],
    ["a promise", { facts: { creditScore: Promise.resolve(1) } }, ["type /options/facts/creditScore"]],
    ["a misspelt key", { facts: {}, timeout: 5 }, ["unknown-field /options/timeout"]],
    ["a key with a function", { facts: {}, log: () => {} }, ["type /options/log"]],
    ["a time in words", { facts: {}, timeoutMs: "x" }, ["type /options/timeoutMs"]],
    ["a time that is null", { facts: {}, timeoutMs: null }, ["type /options/timeoutMs"]],
    ["NaN", { facts: {}, timeoutMs: Number.NaN }, ["number-not-finite /options/timeoutMs"]],
    ["Infinity", { facts: {}, timeoutMs: Infinity }, ["number-not-finite /options/timeoutMs"]],
    ["less than nothing", { facts: {}, timeoutMs: -1 }, ["number-range /options/timeoutMs"]],
    ["no time at all", { facts: {}, timeoutMs: 0 }, ["number-range /options/timeoutMs"]],
    ["more than timers wait", { facts: {}, timeoutMs: 2 ** 31 }, ["number-range /options/timeoutMs"]],
    [
      "several things",
      { facts: { a: 1, creditScore: null }, timeoutMs: -1 },
      ["number-range /options/timeoutMs", "fact-unknown /options/facts/a", "type /options/facts/creditScore"],
    ],
  ])("%s", async (_, options, issues) => {
    expect(await issuesOf(options)).toEqual(issues);
  });

  it("with the fact that was probably meant", async () => {
    const options = { facts: { creditScor: () => 1 } };
    await expect(evaluateAsync(club, request, options)).rejects.toMatchObject({
      issues: [{ code: "fact-unknown", hint: 'did you mean "creditScore"?' }],
    });
  });

  it.each<[string, unknown]>([
    ["null", null],
    ["a text", "club"],
    ["a program", club.program],
    ["a copy of a club", { ...club }],
    ["a proxy of a club", new Proxy(club, {})],
  ])("a club that is none: %s", async (_, one) => {
    expect(await issuesOf({ facts: {} }, one)).toEqual(["type /club"]);
  });

  it("and a request as club.evaluate tells it, before the host is asked", async () => {
    const asked: string[] = [];
    const options = { facts: { creditScore: () => asked.push("creditScore") } };
    const wrong = { ...request, facts: { creditscore: 1 } };
    expect(await issuesOf(options, club, wrong)).toEqual(["fact-unknown /facts/creditscore"]);
    expect(await issuesOf(options, club, null)).toEqual(["type "]);
    expect(await issuesOf(options, club, throwing("member"))).toEqual(["type /member"]);
    expect(asked).toEqual([]);
  });

  it("and never thrown before the promise is there", () => {
    const refused = evaluateAsync(club, null, { facts: {} });
    return expect(refused).rejects.toBeInstanceOf(ClubError);
  });
});

it("decides without any fact of the host's as club.evaluate does", async () => {
  const plain = openClub(club.program);
  const { fetched, ...decision } = await evaluateAsync(plain, { ...request, facts: {} }, { facts: {} });
  expect(fetched).toEqual({});
  expect(JSON.stringify(decision)).toBe(JSON.stringify(plain.evaluate({ ...request, facts: {} })));
});
