import { describe, expect, it } from "vitest";
import { issuesOf, programOf, readOffer, told } from "./programs.js";

const CREDITED = { benefit: { kind: "credit", fixed: "5" } };
const refused = (parts: object) =>
  told(programOf({ ...CREDITED, ...parts })).map((issue) => issue.replace("/offers/0", ""));

const MILESTONE = { since: "joinedAt", at: [{ months: 3 }, { years: 1 }] };

describe("what an offer looks at", () => {
  it("may be any transaction, an activity of the club's own, and an occasion", () => {
    const on = ["purchase", "enrolment", "referral", "survey", "checkIn", "review", "renewal", "birthday"];
    expect([...readOffer(programOf({ ...CREDITED, on })).on]).toEqual(on);
  });

  it("may be an occasion that says more of itself", () => {
    expect(refused({ on: ["milestone"], milestone: MILESTONE })).toEqual([]);
    expect(refused({ on: ["anniversary"], anniversary: { name: "marriage" } })).toEqual([]);
    expect(refused({ on: ["inactivity"], inactivity: { away: { days: 60 } } })).toEqual([]);
    expect(refused({ on: ["start"], window: { from: "2026-11-21" } })).toEqual([]);
    const day = { month: 9, day: 30 };
    expect(refused({ on: ["start"], window: { yearly: { from: day, to: day } } })).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ["nothing", { on: [] }, ["array-too-short /on"]],
    ["a text that is no name", { on: ["a survey"] }, ["id-format /on/0"]],
    ["a milestone of nothing said", { on: ["milestone"] }, ["required /milestone"]],
    ["an anniversary of nothing said", { on: ["anniversary"] }, ["required /anniversary"]],
    ["an absence of nothing said", { on: ["inactivity"] }, ["required /inactivity"]],
    ["a milestone beside purchases alone", { milestone: MILESTONE }, ["one-of /milestone"]],
    [
      "a milestone since another day",
      { on: ["milestone"], milestone: { ...MILESTONE, since: "birth" } },
      ["enum /milestone/since"],
    ],
    [
      "a milestone after no time",
      { on: ["milestone"], milestone: { ...MILESTONE, at: [{ days: 1 }, {}] } },
      ["number-range /milestone/at/1"],
    ],
    [
      "an absence of no time",
      { on: ["inactivity"], inactivity: { away: {} } },
      ["number-range /inactivity/away"],
    ],
    ["the first of no days", { on: ["start"] }, ["required /window"]],
    [
      "the first of days without a beginning",
      { on: ["start"], window: { to: "2026-11-21" } },
      ["required /window"],
    ],
    [
      "a start that says more of itself",
      { on: ["start"], window: { from: "2026-11-21" }, start: {} },
      ["unknown-field /start"],
    ],
  ])("is never %s", (_, parts, issues) => {
    expect(refused(parts)).toEqual(issues);
  });

  it("is never nearly something that happens: that is a slip", () => {
    const hints = ["purchse", "enrollment", "checkin"].map((name) =>
      issuesOf(programOf({ ...CREDITED, on: [name] })),
    );
    expect(hints).toMatchObject([
      [{ code: "enum", path: "/offers/0/on/0", received: '"purchse"', hint: 'did you mean "purchase"?' }],
      [{ code: "enum", hint: 'did you mean "enrolment"?' }],
      [{ code: "enum", hint: 'did you mean "checkIn"?' }],
    ]);
  });
});

describe("a discount", () => {
  const discount = { kind: "discount", percent: "5" };

  it("is given on purchases only", () => {
    expect(refused({ on: ["purchase"], benefit: discount })).toEqual([]);
    expect(refused({ on: ["survey"], benefit: discount })).toEqual(["no-basket /benefit"]);
    expect(refused({ on: ["birthday"], benefit: discount })).toEqual(["no-basket /benefit"]);
  });

  it("is not given on purchases where its offer looks at more", () => {
    const benefit = [CREDITED.benefit, discount];
    expect(refused({ on: ["purchase", "renewal"], benefit })).toEqual(["no-basket /benefit/1"]);
  });
});
