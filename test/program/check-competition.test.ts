import { describe, expect, it } from "vitest";
import { issuesOf, offer, program, programOf, read, told } from "./programs.js";

const GROUPS = {
  groups: [
    { id: "shelf", per: "line" },
    { id: "extras", limit: 2 },
  ],
};

describe("a group", () => {
  it("of a contest on each line needs no limit", () => {
    const { groups, perLine } = read(program(GROUPS));
    expect([...perLine]).toEqual(["shelf"]);
    expect(groups.get("extras")).toMatchObject({ number: 2, limit: 2, perLine: false });
    expect(groups.get("shelf")).toMatchObject({ number: 1, perLine: true });
    const limited = { groups: [{ id: "shelf", per: "line", limit: 1 }] };
    expect(told(program(limited))).toEqual([]);
  });

  it("of any other contest does", () => {
    expect(told(program({ groups: [{ id: "a" }] }))).toEqual(["required /groups/0/limit"]);
    expect(told(program({ groups: [{ id: "a", per: "basket" }] }))).toEqual(["enum /groups/0/per"]);
  });
});

describe("a contest on each line", () => {
  const joined = (parts: object, more: object = {}) =>
    told(programOf({ group: "shelf", ...parts }, { ...GROUPS, ...more })).map((issue) =>
      issue.replace("/offers/0", ""),
    );

  it.each<[object]>([
    [{ kind: "discount", percent: "5", items: { category: "tea" } }],
    [{ kind: "discount", perUnit: "5" }],
    [{ kind: "discount", unitPrice: { byTier: { bronze: "5", silver: "4" } } }],
    [{ kind: "credit", percent: "5", wallet: "credit", expires: "never" }],
  ])("takes %j", (benefit) => {
    expect(joined({ benefit })).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ["a fixed amount", { kind: "discount", fixed: 5 }, ["per-line /benefit/fixed"]],
    [
      "some of the units",
      { kind: "discount", percent: 5, units: 1, pick: "dearest" },
      ["per-line /benefit/units", "per-line /benefit/pick"],
    ],
    ["a most", { kind: "discount", percent: 5, max: 5 }, ["per-line /benefit/max"]],
    [
      "credit for what is spent",
      { kind: "credit", perSpend: { every: 1, grant: 1 } },
      ["per-line /benefit/perSpend"],
    ],
    ["points", { kind: "points", percent: 5 }, ["per-line /benefit/kind"]],
    ["a gift", { kind: "gift", gifts: [{ id: "a", worth: 1 }] }, ["per-line /benefit/kind"]],
  ])("refuses %s", (_, benefit, issues) => {
    expect(joined({ benefit })).toEqual(issues);
  });

  it("refuses what would bind its lines together", () => {
    const budgets = [{ id: "b", amount: 5 }];
    const perMember = { count: 1, amount: 5, per: "day" };
    expect(joined({ exclusive: true, limits: { budget: "b", perMember } }, { budgets })).toEqual([
      "per-line /exclusive",
      "per-line /limits/budget",
      "per-line /limits/perMember/amount",
    ]);
    expect(joined({ limits: { perMember: { count: 1, per: "day" }, inAll: { uses: 5 } } })).toEqual([]);
    expect(joined({ benefit: [{ kind: "discount", percent: 5 }] })).toEqual(["per-line /benefit"]);
  });

  it("excludes no offer, and is excluded by none", () => {
    const offers = [offer({ group: "shelf", notWith: ["other"] }), offer({ id: "other", notWith: ["five"] })];
    expect(told(program({ ...GROUPS, offers }))).toEqual([
      "per-line /offers/0/notWith",
      "per-line /offers/1/notWith/0",
    ]);
  });

  it("may be that of the offers that name no group", () => {
    const groups = [{ id: "default", per: "line" }];
    const [issue] = issuesOf(programOf({ benefit: { kind: "discount", fixed: 5 } }, { groups }));
    expect(issue).toMatchObject({ code: "per-line", path: "/offers/0/benefit/fixed" });
    expect(issue?.message).toContain("the group default");
    expect(told(programOf({ always: true, benefit: { kind: "discount", fixed: 5 } }, { groups }))).toEqual(
      [],
    );
  });
});
