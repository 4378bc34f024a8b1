import { describe, expect, it } from "vitest";
import { issuesOf, program, programOf, read, readOffer, told } from "./programs.js";

const check = { fact: "basket.total", operator: "equal", value: 1 };
const named = (name: string) => ({ condition: name });

describe("named conditions", () => {
  it("stand for what they name, once and for all who name them", () => {
    const conditions = { big: { all: [check] }, both: { all: [named("big"), named("big")] } };
    const { when } = readOffer(programOf({ when: named("both") }, { conditions }));
    if (when.kind !== "all") throw new Error("not all");
    expect(when.of[0]).toMatchObject({ kind: "all", of: [{ kind: "check" }] });
    expect(when.of[0]).toBe(when.of[1]);
  });

  it("may be named before they are declared", () => {
    const conditions = { first: { not: named("second") }, second: check };
    expect(told(program({ conditions }))).toEqual([]);
    expect([...read(program({ conditions })).named.keys()].sort()).toEqual(["first", "second"]);
  });

  it.each<[string, object, string, string]>([
    ["to itself", { a: named("a") }, "/conditions/a", "a → a"],
    ["by way of another", { a: named("b"), b: named("a") }, "/conditions/b", "a → b → a"],
    [
      "deep inside",
      { a: { all: [check, { not: named("b") }] }, b: { any: [named("c")] }, c: { all: [named("b")] } },
      "/conditions/c/all/0",
      "b → c → b",
    ],
  ])("cannot come back %s", (_, conditions, path, cycle) => {
    expect(issuesOf(program({ conditions }))).toEqual([
      {
        code: "ref-cycle",
        path,
        message: `the condition comes back to itself: ${cycle}`,
        received: cycle,
      },
    ]);
  });

  it("must be there, and the one that was meant is asked for", () => {
    const conditions = { student: check };
    expect(issuesOf(programOf({ when: { any: [named("studnet")] } }, { conditions }))).toEqual([
      {
        code: "ref-missing",
        path: "/offers/0/when/any/0/condition",
        message: 'there is no condition "studnet"',
        hint: 'did you mean "student"?',
      },
    ]);
    expect(told(programOf({ when: named("toString") }))).toEqual(["ref-missing /offers/0/when/condition"]);
    expect(told(program({ conditions: { a: named("b") } }))).toEqual(["ref-missing /conditions/a/condition"]);
  });

  it("are judged where they are declared, named or not, and once", () => {
    const conditions = { wrong: { fact: "basket.totl", operator: "equal", value: 1 } };
    const when = { any: [named("wrong"), named("wrong")] };
    expect(told(programOf({ when }, { conditions }))).toEqual(["fact-unknown /conditions/wrong/fact"]);
    expect(told(program({ conditions: { empty: { any: [] } } }))).toEqual([
      "cond-empty /conditions/empty/any",
    ]);
  });

  it("may name one another in a row of 64, however many there are", () => {
    const row = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `c${index}`,
          index === length - 1 ? check : named(`c${index + 1}`),
        ]),
      );
    expect(told(program({ conditions: row(64) }))).toEqual([]);
    expect(told(program({ conditions: row(65) }))).toEqual(["depth /conditions/c63"]);
    expect(told(program({ conditions: row(8_000) }))).toHaveLength(100);
  });
});
