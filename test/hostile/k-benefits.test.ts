import { apply, openClub } from "vafa";
import { describe, expect, it } from "vitest";
import {
  attempt,
  decide,
  fate,
  given,
  line,
  many,
  offer,
  program,
  programIssues,
  request,
  requestIssues,
  told,
  transaction,
} from "./act.js";

const off = (terms: object) => ({ kind: "discount", ...terms });
const points = (terms: object) => ({ kind: "points", ...terms });

/** A member with this standing buys these lines. */
function buying(lines: readonly object[], terms: object = {}, standing?: object): object {
  const numbered = lines.map((one, index) => line({ id: `${index + 1}`, ...one }));
  return request({
    member: { id: "m-1", standing },
    transaction: transaction({ lines: numbered, ...terms }),
  });
}

describe("units", () => {
  it("C30 what costs nothing is neither bought nor given: the cheapest free are the cheapest with a price", () => {
    const free = { unitPrice: "0", quantity: 3 };
    const threeFree = offer({ benefit: off({ percent: "100", units: 3 }) });
    const cups = buying([
      free,
      { unitPrice: "50" },
      { unitPrice: "40" },
      { unitPrice: "30" },
      { unitPrice: "20" },
    ]);
    expect(decide({ offers: [threeFree] }, cups).awards).toMatchObject([
      { amount: "90", lines: [{ line: "3" }, { line: "4" }, { line: "5" }] },
    ]);
    const oneOfThree = offer({ benefit: off({ buy: { units: 2 }, get: { units: 1, percent: "100" } }) });
    expect(fate(decide({ offers: [oneOfThree] }, buying([free, { unitPrice: "50", quantity: 2 }])))).toBe(
      "givesNothing",
    );
  });

  it("C31 at most two of one sku are two of all its lines together", () => {
    const twice = offer({ benefit: off({ percent: "50", units: 2, unitsPer: "sku" }) });
    const lines = [
      { sku: "a", unitPrice: "100", quantity: 3 },
      { sku: "a", unitPrice: "60" },
      { sku: "b", unitPrice: "10", quantity: 5 },
    ];
    expect(decide({ offers: [twice] }, buying(lines)).awards).toMatchObject([
      {
        lines: [
          { line: "1", amount: "50" },
          { line: "2", amount: "30" },
          { line: "3", amount: "10" },
        ],
      },
    ]);
  });

  it("C40 of eighteen digits of units every second is free, each third makes a set, and all are counted exactly", () => {
    const all = "9".repeat(18);
    const much = buying([{ unitPrice: "1", quantity: all }]);
    const second = offer({ benefit: off({ percent: "100", every: 2, units: 1 }) });
    expect(decide({ offers: [second] }, much).totals.discount).toBe("499999999999999999");
    const third = offer({ benefit: points({ perSet: { of: [{ units: 3 }], grant: "1" } }) });
    expect(given(decide({ offers: [third] }, much))).toEqual(["offer: 333333333333333333 points"]);
    const each = offer({ benefit: points({ perUnit: "1000000000" }) });
    expect(given(decide({ offers: [each] }, much))).toEqual([`offer: ${all}000000000 points`]);
    const pair = offer({ benefit: off({ bundle: { of: [{ units: 2 }], price: "1" } }) });
    expect(decide({ offers: [pair] }, much).totals.discount).toBe("499999999999999999");
    const bought = offer({ benefit: off({ buy: { units: 1000 }, get: { units: 1, percent: "100" } }) });
    expect(decide({ offers: [bought] }, much).totals.discount).toBe(`${999999999999999999n / 1001n}`);
  });

  it("C41 ten thousand units, one of every thousand: ten are free, and none is where one is missing", () => {
    const benefit = off({ percent: "100", every: 1_000, units: 1 });
    const discount = (quantity: number | string) =>
      decide({ offers: [offer({ benefit })] }, buying([{ unitPrice: "7", quantity }])).totals.discount;
    expect([discount(10_000), discount(9_999), discount(999), discount("999.999999")]).toEqual([
      "70",
      "63",
      "0",
      "0",
    ]);
  });

  it("C42 a millionth of a unit is none", () => {
    const benefit = off({ percent: "100", units: 1 });
    for (const quantity of ["0.000001", "0.999999"])
      expect(fate(decide({ offers: [offer({ benefit })] }, buying([{ quantity }])))).toBe("givesNothing");
  });

  it("C43 five hundred lines make a hundred bundles of five", () => {
    const of = many(5, (place) => ({ units: 1, items: { category: `c${place}` } }));
    const lines = many(500, (index) => ({ category: `c${index % 5}`, unitPrice: `${1_000 + index}` }));
    const decision = decide(
      { offers: [offer({ benefit: off({ bundle: { of, price: "1000" } }) })] },
      buying(lines),
    );
    expect(decision.totals.due).toBe("100000");
    expect(
      decide({ offers: [offer({ benefit: off({ bundle: { of, percent: "100" } }) })] }, buying(lines)).totals
        .due,
    ).toBe("0");
  });

  it("C44 where five places want the same few units, none is counted twice", () => {
    const of = many(5, () => ({ units: 2 }));
    const benefit = off({ bundle: { of, percent: "100" } });
    const discount = (quantity: number) =>
      decide({ offers: [offer({ benefit })] }, buying([{ unitPrice: "10", quantity }])).totals.discount;
    expect([discount(9), discount(10), discount(19), discount(20)]).toEqual(["0", "100", "100", "200"]);
  });
});

describe("what only looks like more, or less, than nothing", () => {
  const wrong: readonly (readonly [string, object, string])[] = [
    ["-1 off", off({ fixed: "-1" }), "number-negative /fixed"],
    ["-1 off each", off({ perUnit: "-1" }), "number-negative /perUnit"],
    ["a price of -1", off({ unitPrice: "-1" }), "number-negative /unitPrice"],
    ["a bundle for -1", off({ bundle: { of: [{ units: 1 }], price: -1 } }), "number-negative /bundle/price"],
    ["at most -1", off({ percent: "5", max: "-1" }), "number-negative /max"],
    [
      "a step from -1",
      off({ steps: { by: "total", mode: "whole", at: [{ from: "-1", percent: 1 }] } }),
      "number-negative /steps/at/0/from",
    ],
    ["a minus of another script", off({ fixed: "−1" }), "number-format /fixed"],
    ["-0 off", off({ fixed: "-0" }), "number-format /fixed"],
    ["no unit", off({ percent: "5", units: 0 }), "number-range /units"],
    ["-1 units", off({ percent: "5", units: -1 }), "number-range /units"],
    ["half a unit", off({ percent: "5", units: 0.5 }), "number-format /units"],
    ["every 1,001", off({ percent: "5", every: 1_001 }), "number-range /every"],
    ["bought -2", off({ buy: { units: -2 }, get: { units: 1, percent: "5" } }), "number-range /buy/units"],
    ["a grant of -1", points({ perUnit: "-1" }), "number-negative /perUnit"],
    [
      "a gift worth -1",
      { kind: "gift", gifts: [{ id: "g", worth: "-1" }] },
      "number-negative /gifts/0/worth",
    ],
    ["a factor below one", points({ multiply: "0.5" }), "number-range /multiply"],
    [
      "101 steps",
      off({
        steps: { by: "total", mode: "whole", at: many(101, (from) => ({ from: `${from}`, percent: 1 })) },
      }),
      "array-too-long /steps/at",
    ],
    [
      "six components",
      off({ bundle: { of: many(6, () => ({ units: 1 })), percent: "5" } }),
      "array-too-long /bundle/of",
    ],
    ["no component", off({ bundle: { of: [], percent: "5" } }), "array-too-short /bundle/of"],
    [
      "101 gifts",
      { kind: "gift", gifts: many(101, (index) => ({ id: `g${index}`, worth: 1 })) },
      "array-too-long /gifts",
    ],
  ];

  it.each(wrong)("C45 %s is refused", (_, benefit, issue) => {
    const [code, path] = issue.split(" ");
    expect(programIssues(() => program({ offers: [offer({ benefit })] }))).toEqual([
      `${code} /offers/0/benefit${path}`,
    ]);
  });

  it("C46 so are budgets, caps, withheld shares and limits of less than nothing, or more than all", () => {
    const budget = (amount: unknown) => programIssues(() => program({ budgets: [{ id: "b", amount }] }));
    expect(budget("-1")).toEqual(["number-negative /budgets/0/amount"]);
    expect(budget("0")).toEqual([]);
    const cap = (percent: string) => programIssues(() => program({ discountCap: { percent } }));
    expect(cap("-5")).toEqual(["number-negative /discountCap/percent"]);
    expect(cap("100.0001")).toEqual(["number-range /discountCap/percent"]);
    const share = (percent: string) =>
      programIssues(() => program({ offers: [offer({ holdout: { percent } })] }));
    expect(share("101")).toEqual(["number-range /offers/0/holdout/percent"]);
    const repeat = offer({ benefit: off({ percent: "5", every: 2 }), limits: { repeat: 0 } });
    expect(programIssues(() => program({ offers: [repeat] }))).toEqual([
      "number-range /offers/0/limits/repeat",
    ]);
  });

  it("C47 and what is asked to be redeemed", () => {
    const asked = (redeem: object) => requestIssues(() => buying([{}], { redeem: [redeem] }));
    expect(asked({ wallet: "credit", amount: "-1" })).toEqual([
      "number-negative /transaction/redeem/0/amount",
    ]);
    expect(asked({ wallet: "credit", amount: "0" })).toEqual(["number-range /transaction/redeem/0/amount"]);
    expect(asked({ wallet: "credit", amount: "MAX" })).toEqual([
      "number-format /transaction/redeem/0/amount",
    ]);
    expect(asked({ catalogue: "x", times: -1 })).toEqual(["number-range /transaction/redeem/0/times"]);
    const eleven = many(11, () => ({ wallet: "credit", amount: "1" }));
    expect(requestIssues(() => buying([{}], { redeem: eleven }))).toEqual([
      "array-too-long /transaction/redeem",
    ]);
    const spent = { clubUses: [{ budget: "b", amount: "-1" }] };
    expect(requestIssues(() => request(spent))).toEqual(["number-negative /clubUses/0/amount"]);
  });

  it("C13 an amount has no currency of its own: all are in the club's", () => {
    const budgets = [{ id: "b", amount: "5", currency: "EUR" }];
    expect(programIssues(() => program({ budgets }))).toEqual(["unknown-field /budgets/0/currency"]);
  });
});

describe("steps", () => {
  it("C48 a hundred steps: the last that is reached counts, or each for its slice", () => {
    const at = many(100, (index) => ({ from: `${index * 10}`, percent: `${index + 1}` }));
    const discount = (mode: string, unitPrice: string) => {
      const benefit = off({ steps: { by: "total", mode, at } });
      return decide({ offers: [offer({ benefit })] }, buying([{ unitPrice }])).totals.discount;
    };
    expect([discount("whole", "989"), discount("whole", "990"), discount("whole", "99999")]).toEqual([
      "979",
      "990",
      "99999",
    ]);
    // 1 % to 99 % of 10 each are 495; what is above 990 is free.
    expect([discount("progressive", "990"), discount("progressive", "1990")]).toEqual(["495", "1495"]);
  });
});

describe("limits and budgets", () => {
  it("F11 a member's one use is one: the second till's purchase is declined once the first is on the chain", () => {
    const club = openClub(
      program({ offers: [offer({ limits: { perMember: { count: 1, per: "lifetime" } } })] }),
    );
    const tills = ["t-1", "t-2"].map((id) => club.evaluate(buying([{}], { id })));
    expect(tills.map((decision) => fate(decision))).toEqual(["given", "given"]);
    const [first, second] = tills.map(({ entry }) => entry);
    if (first === undefined || second === undefined) throw new Error("a member's purchase is booked");
    const standing = apply(undefined, first);
    const outcome = attempt(() => apply(standing, second));
    expect(outcome.ok ? [] : told(outcome.issues)).toMatchObject([expect.stringMatching(/^chain-mismatch/)]);
    expect(fate(club.evaluate(buying([{}], { id: "t-2" }, standing)))).toBe("limitReached");
  });

  it("F31 a hundred offers with a limit each are held to it, each by itself", () => {
    const offers = many(100, (index) =>
      offer({
        id: `o${index}`,
        always: true,
        benefit: off({ fixed: "10" }),
        limits: { perMember: { amount: "25", per: "lifetime" } },
      }),
    );
    const club = openClub(program({ offers }));
    let standing: object | undefined;
    const discounts = many(4, (time) => {
      const { entry, totals } = club.evaluate(buying([{}], { id: `t-${time}` }, standing));
      if (entry === undefined) throw new Error("a member's purchase is booked");
      standing = apply(standing, entry);
      return totals.discount;
    });
    expect(discounts).toEqual(["1000", "1000", "500", "0"]);
  });

  it("F32 a thousand budgets of one pay one each, and one of nothing pays nothing", () => {
    const budgets = many(1_000, (index) => ({ id: `b${index}`, amount: index === 7 ? "0" : "1" }));
    const offers = many(1_000, (index) =>
      offer({ id: `o${index}`, always: true, benefit: off({ fixed: "5" }), limits: { budget: `b${index}` } }),
    );
    const decision = decide({ budgets, offers }, buying([{}]));
    expect(decision.totals.discount).toBe("999");
    expect(decision.clubUses).toHaveLength(999);
    expect(fate(decision, "o7")).toBe("budgetSpent");
    const more = [...budgets, { id: "more", amount: "1" }];
    expect(programIssues(() => program({ budgets: more }))).toEqual(["array-too-long /budgets"]);
  });

  it("F33 a budget that is overspent already is spent, and what refuses to be short gives all or nothing", () => {
    const asked = (amount: string, onShort: string) => {
      const budgets = [{ id: "b", amount: "100", onShort }];
      const offers = [offer({ benefit: off({ fixed: "60" }), limits: { budget: "b" } })];
      return given(decide({ budgets, offers }, { ...buying([{}]), clubUses: [{ budget: "b", amount }] }));
    };
    expect(["0", "40", "41", "99", "100", "9".repeat(18)].map((spent) => asked(spent, "partial"))).toEqual([
      ["offer: 60"],
      ["offer: 60"],
      ["offer: 59"],
      ["offer: 1"],
      [],
      [],
    ]);
    expect(["40", "41"].map((spent) => asked(spent, "refuse"))).toEqual([["offer: 60"], []]);
  });
});

describe("what is given, and to whom", () => {
  const voucher = { offers: [offer({ by: "voucher", benefit: off({ fixed: "1" }) })] };
  const held = (count: number) => ({
    vouchers: many(count, (index) => ({ id: `v${index}`, offer: "offer" })),
  });

  it("D30 of ten thousand vouchers one is used, and it is the one that lapses first", () => {
    const vouchers = [
      ...held(9_999).vouchers,
      { id: "z", offer: "offer", expiresAt: "2030-01-01T00:00:00Z" },
    ];
    const { entry } = decide(voucher, buying([{}], { vouchers: ["v0", "z", "v1"] }, { vouchers }));
    if (entry === undefined) throw new Error("a member's purchase is booked");
    expect(entry.usedVouchers).toMatchObject([{ id: "z" }]);
    expect(apply({ vouchers }, entry).vouchers).toHaveLength(9_999);
    expect(requestIssues(() => buying([{}], {}, held(10_001)), voucher)).toEqual([
      "array-too-long /member/standing/vouchers",
    ]);
  });

  it("D31 a voucher that nobody holds, one named twice, and eleven of them are no way to two", () => {
    const asked = (vouchers: readonly string[], standing: object = held(20)) =>
      requestIssues(() => buying([{}], { vouchers }, standing), voucher);
    expect(asked(["other"])).toEqual(["ref-missing /transaction/vouchers/0"]);
    expect(asked(many(11, (index) => `v${index}`))).toEqual(["array-too-long /transaction/vouchers"]);
    const twice = decide(voucher, buying([{}], { vouchers: ["v0", "v0"] }, held(2)));
    expect([given(twice), twice.entry?.usedVouchers]).toMatchObject([["offer: 1"], [{ id: "v0" }]]);
  });

  it("D21 a lot is drawn no deeper than it is, whatever balance stands beside it", () => {
    const club = openClub(program());
    const standing = { lots: [{ id: "l", wallet: "credit", amount: "90" }] };
    const paying = (amount: string) => buying([{}], { redeem: [{ wallet: "credit", amount }] }, standing);
    expect(club.evaluate(paying("100")).refusal).toMatchObject({
      reason: "insufficientBalance",
      path: "/transaction/redeem/0",
    });
    const { entry } = club.evaluate(paying("90"));
    if (entry === undefined) throw new Error("a member's purchase is booked");
    const less = { lots: [{ id: "l", wallet: "credit", amount: "89" }] };
    const outcome = attempt(() => apply(less, entry));
    expect(outcome.ok ? [] : told(outcome.issues)).toMatchObject([expect.stringMatching(/^lot-mismatch/)]);
  });

  it("F16 credit that this purchase gives does not pay for it", () => {
    const offers = [offer({ always: true, benefit: { kind: "credit", percent: "100" } })];
    const asked = (amount: string) => buying([{}], { redeem: [{ wallet: "credit", amount }] });
    expect(decide({ offers }, asked("1"))).toMatchObject({
      status: "refused",
      refusal: { reason: "insufficientBalance" },
      totals: { due: "100000" },
    });
    expect(decide({ offers }, asked("max")).totals).toMatchObject({ redeemed: "0", due: "100000" });
  });

  it("F18 of several gifts the dearest is given, and said to be the default, unless one was chosen", () => {
    const gifts = [
      { id: "mug", worth: "50" },
      { id: "cake", worth: "90" },
      { id: "book", worth: "90" },
    ];
    const offers = [offer({ benefit: { kind: "gift", gifts } })];
    const chosen = (choices: readonly object[]) => decide({ offers }, buying([{}], { choices })).awards;
    expect(chosen([])).toMatchObject([{ gift: "book", chosenBy: "default", worth: "90" }]);
    expect(chosen([{ offer: "offer", gift: "mug" }])).toMatchObject([
      { gift: "mug", chosenBy: "member", worth: "50" },
    ]);
    expect(
      requestIssues(() => buying([{}], { choices: [{ offer: "offer", gift: "car" }] }), { offers }),
    ).toEqual(["ref-missing /transaction/choices/0/gift"]);
  });

  it("F23 a lottery is tickets: nothing here draws, and what is left to chance cannot be written", () => {
    const wallets = [{ id: "draw", kind: "tickets" }];
    const tickets = offer({ benefit: { kind: "tickets", perSpend: { every: "30000", grant: "1" } } });
    expect(decide({ wallets, offers: [tickets] }).awards).toMatchObject([
      { amount: "3", wallet: "draw", worth: "0" },
    ]);
    const chance = offer({ chance: "0.1" });
    expect(programIssues(() => program({ wallets, offers: [chance] }))).toEqual([
      "unknown-field /offers/0/chance",
    ]);
  });
});

describe("two tills", () => {
  it("G03 a request whose keys stand in another order is the same request", () => {
    const [one, two] = [
      { member: { id: "m-1" }, transaction: transaction() },
      { transaction: Object.fromEntries(Object.entries(transaction()).reverse()), member: { id: "m-1" } },
    ].map((asked) => decide({ offers: [offer()] }, asked));
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  });

  it("G10 credit that both of them spend is spent once: the other decides again, and is refused", () => {
    const club = openClub(program());
    const standing = { lots: [{ id: "l", wallet: "credit", amount: "50000" }] };
    const paying = (id: string, now: object) =>
      buying([{}], { id, redeem: [{ wallet: "credit", amount: "50000" }] }, now);
    const [first, second] = ["t-1", "t-2"].map((id) => club.evaluate(paying(id, standing)).entry);
    if (first === undefined || second === undefined) throw new Error("a member's purchase is booked");
    const after = apply(standing, first);
    const outcome = attempt(() => apply(after, second));
    expect(outcome.ok ? [] : told(outcome.issues)).toMatchObject([expect.stringMatching(/^chain-mismatch/)]);
    const again = club.evaluate(paying("t-2", after));
    expect([again.status, again.refusal?.reason, again.entry]).toEqual([
      "refused",
      "insufficientBalance",
      undefined,
    ]);
  });
});
