import { describe, expect, it } from "vitest";
import { issuesOf, POINTS, programOf, readOffer, told } from "./programs.js";

const EUR = { currency: { code: "EUR", digits: 2 } };
const document = (kind: string, steps: object, more: object = {}) =>
  programOf({ benefit: { kind, steps } }, more);

function figure(kind: string, steps: object, more: object = {}) {
  const { benefits } = readOffer(document(kind, steps, more));
  const [only] = "same" in benefits ? benefits.same : [];
  return only !== undefined && "figure" in only ? only.figure : undefined;
}

const refused = (kind: string, steps: object) =>
  told(document(kind, steps)).map((issue) => issue.replace("/offers/0/benefit/steps", ""));

describe("steps", () => {
  it("by total begin at an amount of the currency", () => {
    const at = [
      { from: "0", percent: "5" },
      { from: "100.50", fixed: "2.5" },
      { from: 200, perUnit: "0.1" },
    ];
    expect(figure("discount", { by: "total", mode: "whole", at }, EUR)).toEqual({
      by: "steps",
      measure: "total",
      mode: "whole",
      at: [
        { from: 0n, gives: { by: "percent", rate: { numerator: 5n, denominator: 100n } } },
        { from: 10_050n, gives: { by: "fixed", amount: 250n } },
        { from: 20_000n, gives: { by: "perUnit", amount: 10n } },
      ],
    });
  });

  it("by quantity begin at millionths of a unit", () => {
    const at = [
      { from: "2", perUnit: "5" },
      { from: "2.5", perUnit: "9" },
    ];
    expect(figure("discount", { by: "quantity", mode: "progressive", at })).toMatchObject({
      measure: "quantity",
      mode: "progressive",
      at: [{ from: 2_000_000n }, { from: 2_500_000n }],
    });
  });

  it("of an accrual are in units of the wallet, also for every so much spent", () => {
    const at = [
      { from: 1, fixed: "0.5" },
      { from: 2, perUnit: "1.5" },
      { from: 3, perSpend: { every: "10000", grant: "2" } },
    ];
    const wallets = [{ ...POINTS, digits: 1 }];
    expect(figure("points", { by: "quantity", mode: "whole", at }, { wallets })).toMatchObject({
      at: [
        { gives: { by: "fixed", amount: 5n } },
        { gives: { by: "perUnit", grant: { numerator: 15n, denominator: 10n } } },
        { gives: { by: "perSpend", every: 10_000n, grant: { numerator: 2n, denominator: 1n } } },
      ],
    });
  });

  const progressive = (by: string, ...given: object[]) => ({
    by,
    mode: "progressive",
    at: given.map((one, index) => ({ from: index + 1, ...one })),
  });
  const perSpend = { every: "1", grant: "1" };
  it.each<[string, string, object, readonly string[]]>([
    ["none", "discount", { by: "total", mode: "whole", at: [] }, ["array-too-short /at"]],
    ["without a mode", "discount", { by: "total", at: [{ from: 1, percent: 5 }] }, ["required /mode"]],
    ["by weight", "discount", { by: "weight", mode: "whole", at: [{ from: 1, percent: 5 }] }, ["enum /by"]],
    [
      "that do not rise",
      "discount",
      {
        by: "total",
        mode: "whole",
        at: [
          { from: 5, percent: 5 },
          { from: "5", percent: 6 },
          { from: 4, percent: 7 },
        ],
      },
      ["window-order /at/1/from", "window-order /at/2/from"],
    ],
    ["that give nothing", "discount", { by: "total", mode: "whole", at: [{ from: 5 }] }, ["one-of /at/0"]],
    [
      "that give two things",
      "credit",
      { by: "total", mode: "whole", at: [{ from: 5, fixed: 1, percent: 1 }] },
      ["one-of /at/0"],
    ],
    [
      "of a discount for every so much spent",
      "discount",
      { by: "total", mode: "whole", at: [{ from: 5, perSpend }] },
      ["unknown-field /at/0/perSpend"],
    ],
    [
      "by a total finer than the currency",
      "discount",
      { by: "total", mode: "whole", at: [{ from: "0.5", percent: 5 }] },
      ["number-precision /at/0/from"],
    ],
    ["of slices that are fixed", "discount", progressive("total", { fixed: 5 }), ["one-of /at/0/fixed"]],
    [
      "of slices of the total by the unit",
      "discount",
      progressive("total", { percent: 5 }, { perUnit: 5 }),
      ["one-of /at/1/perUnit"],
    ],
    [
      "of slices of the units by percent",
      "discount",
      progressive("quantity", { percent: 5 }),
      ["one-of /at/0/percent"],
    ],
    [
      "of slices of the units by what is spent",
      "points",
      progressive("quantity", { perSpend }),
      ["one-of /at/0/perSpend"],
    ],
  ])("cannot be %s", (_, kind, steps, issues) => {
    expect(refused(kind, steps)).toEqual(issues);
  });

  it("say how a step that is no slice can be had", () => {
    const [issue] = issuesOf(document("discount", progressive("total", { fixed: 5 })));
    expect(issue?.hint).toBe('with "mode": "whole", the step reached counts for all');
  });
});
