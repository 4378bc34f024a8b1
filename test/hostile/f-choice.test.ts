import { openClub, parseProgram } from "vafa";
import { describe, expect, it } from "vitest";
import {
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
  transaction,
} from "./act.js";

const fixed = (amount: number | string) => ({ kind: "discount", fixed: `${amount}` });
const points = (amount: number | string) => ({ kind: "points", fixed: `${amount}` });

function buying(unitPrice: string): object {
  return request({ transaction: transaction({ lines: [line({ unitPrice })] }) });
}

/** How an offer of one code fares when these are presented. */
function presenting(codes: readonly unknown[], wanted = "YALDA"): string {
  return fate(
    decide({ offers: [offer({ code: [wanted] })] }, request({ transaction: transaction({ codes }) })),
  );
}

describe("choosing", () => {
  it("F01 a capped percentage against a fixed amount: the dearer is given, the other told by how much", () => {
    const offers = [
      offer({ id: "percent", exclusive: true, benefit: { kind: "discount", percent: "10", max: "50000" } }),
      offer({ id: "fixed", exclusive: true, benefit: fixed(40_000) }),
    ];
    const decision = decide({ offers }, buying("450000"));
    expect(given(decision)).toEqual(["percent: 45000"]);
    expect(decision.declined).toEqual([
      { offer: "fixed", reason: "beaten", worth: "40000", beatenBy: ["percent"], behind: "5000" },
    ]);
  });

  it("F03 the dearest offer is no trap: two lesser ones together are worth more", () => {
    const groups = [{ id: "g", limit: 3 }];
    const offers = [
      offer({ id: "a", group: "g", benefit: fixed(60), notWith: ["b", "c"] }),
      offer({ id: "b", group: "g", benefit: fixed(50) }),
      offer({ id: "c", group: "g", benefit: fixed(50) }),
    ];
    const decision = decide({ groups, offers });
    expect(given(decision)).toEqual(["b: 50", "c: 50"]);
    expect(decision.declined).toMatchObject([{ offer: "a", beatenBy: ["b", "c"], behind: "40" }]);
  });

  it("F04 who excludes is no matter: named from either side, or from both", () => {
    const groups = [{ id: "g", limit: 2 }];
    const sides: readonly (readonly [string[], string[]])[] = [
      [["b"], []],
      [[], ["a"]],
      [["b"], ["a"]],
      [["b", "b"], []],
    ];
    for (const [a, b] of sides) {
      const offers = [
        offer({ id: "a", group: "g", benefit: points(2), notWith: a }),
        offer({ id: "b", group: "g", benefit: points(1), notWith: b }),
      ];
      expect(given(decide({ groups, offers }))).toEqual(["a: 2 points"]);
    }
  });

  it("F05 thirty that exclude one another: the best, proven", () => {
    const offers = many(30, (index) => offer({ id: `o${index}`, benefit: fixed(100 + index) }));
    expect(decide({ offers })).toMatchObject({ awards: [{ offer: "o29" }], choice: { proven: true } });
    const exclusive = offers.map((one) => ({ ...one, exclusive: true }));
    expect(decide({ offers: exclusive })).toMatchObject({
      awards: [{ offer: "o29" }],
      choice: { proven: true },
    });
  });

  it("F06 more near-equal sets than may be tried: it stops, says so, and stops at the same place again", () => {
    const groups = [{ id: "g", limit: 12 }];
    const offers = many(24, (index) =>
      offer({
        id: `o${index}`,
        group: "g",
        benefit: fixed(1_000 + index),
        notWith: [`o${(index + 1) % 24}`],
      }),
    );
    const club = openClub(program({ groups, offers }));
    const first = club.quote(request());
    expect(JSON.stringify(club.quote(request()))).toBe(JSON.stringify(first));
    expect(first.awards.length).toBeGreaterThan(0);
    expect(first.awards.length).toBeLessThanOrEqual(12);
  });

  it("F07 an offer without a rival is given though a thousand others ask for what nobody has", () => {
    const never = { fact: "basket.total", operator: "lessThan", value: "0" };
    const others = many(1_000, (index) => offer({ id: `o${index}`, when: never, benefit: fixed(9_999) }));
    expect(decide({ offers: [...others, offer()] })).toMatchObject({
      awards: [{ offer: "offer" }],
      declined: [],
    });
  });

  it("F08 an offer that gives nothing is not given, and not used up", () => {
    const decision = decide({
      offers: [
        offer({
          benefit: { kind: "points", perSpend: { every: "100001", grant: "1" } },
          limits: { perMember: { count: 1, per: "day" } },
        }),
      ],
    });
    expect(decision.declined).toMatchObject([{ offer: "offer", reason: "givesNothing" }]);
    expect(decision.entry).toMatchObject({ uses: [], postings: [], awards: [] });
  });

  it("F10 an always discount comes first, and the total holds it", () => {
    const offers = [
      offer({ id: "zz", always: true, benefit: { kind: "discount", percent: "50" } }),
      offer({ id: "credit", benefit: { kind: "credit", percent: "10" } }),
    ];
    const decision = decide({ offers });
    expect(given(decision)).toEqual(["credit: 5000 credit", "zz: 50000"]);
    expect(decision.choice).toEqual({ total: "55000", proven: true });
  });

  it("F12 equals are told apart by their ids, whatever their order", () => {
    const ids = ["b", "a", "B", "10", "9"];
    const offers = ids.map((id) => offer({ id }));
    for (const listed of [offers, [...offers].reverse()]) {
      expect(decide({ offers: listed })).toMatchObject({ awards: [{ offer: "10" }] });
    }
  });

  it("F14 no more stand than maxOffers says, though the groups would hold more", () => {
    const groups = [{ id: "g", limit: 1_000 }];
    const offers = many(50, (index) => offer({ id: `o${index}`, group: "g", benefit: points(index + 1) }));
    const decision = decide({ groups, offers, maxOffers: 2 });
    expect(given(decision)).toEqual(["o48: 49 points", "o49: 50 points"]);
    expect(decision.declined.every(({ beatenBy }) => beatenBy?.join() === "o48")).toBe(true);
  });

  it("F15 letters are compared as they are written: Arabic kaf is no Persian kaf", () => {
    const benefit = { kind: "discount", percent: "10", items: { category: "کفش" } };
    const wearing = (category: string) =>
      request({ transaction: transaction({ lines: [line({ category })] }) });
    expect(given(decide({ offers: [offer({ benefit })] }, wearing("کفش")))).toEqual(["offer: 10000"]);
    expect(given(decide({ offers: [offer({ benefit })] }, wearing("كفش")))).toEqual([]);
  });

  it("F17 an offer that is made of parts gives each part it can, and is nothing where none can", () => {
    const benefit = [
      fixed(0),
      { kind: "discount", percent: "100" },
      { kind: "credit", percent: "100" },
      points(0),
    ];
    const decision = decide({ offers: [offer({ benefit })] });
    expect(decision.awards).toMatchObject([{ part: 2, amount: "100000" }]);
    expect(programIssues(() => program({ offers: [offer({ benefit: [] })] }))).toEqual([
      "array-too-short /offers/0/benefit",
    ]);
    const five = many(5, () => points(1));
    expect(programIssues(() => program({ offers: [offer({ benefit: five })] }))).toEqual([
      "array-too-long /offers/0/benefit",
    ]);
  });
});

describe("codes", () => {
  it("F20 a code is folded: trimmed, in capitals, of plain width, composed", () => {
    for (const code of ["yalda", " YALDA ", "ＹＡＬＤＡ", "YaLdA", "\u3000yalda\u00a0", "ⓎⒶⓁⒹⒶ"]) {
      expect(presenting([code])).toBe("given");
    }
    expect(presenting(["CAFE\u0301"], "CAFÉ")).toBe("given");
    expect(presenting(["CAFÉ"], "CAFE\u0301")).toBe("given");
    expect(presenting(["ﬁve"], "FIVE")).toBe("given");
  });

  it("F20 a letter that only looks the same is another letter", () => {
    for (const code of ["YАLDA", "YALDA\u200b", "YAL DA", "YALDA\u0301", "ÝALDA", "", "YALDAYALDA"]) {
      expect(presenting([code])).toBe("not listed");
    }
    expect(presenting(["straße"], "STRASSE")).toBe("not listed");
    expect(presenting(["ı"], "I")).toBe("not listed");
  });

  it("F20 a code is written folded or not in the program: it is the same code", () => {
    expect(presenting(["YALDA"], " yalda ")).toBe("given");
    expect(presenting(["x".repeat(1_024)], "X".repeat(1_024))).toBe("given");
  });

  it("F21 eleven codes are refused, and ten are not", () => {
    expect(requestIssues(() => request({ transaction: transaction({ codes: many(10, String) }) }))).toEqual(
      [],
    );
    expect(requestIssues(() => request({ transaction: transaction({ codes: many(11, String) }) }))).toEqual([
      "array-too-long /transaction/codes",
    ]);
    expect(
      requestIssues(() => request({ transaction: transaction({ codes: many(100_000, String) }) })),
    ).toEqual(["array-too-long /transaction/codes"]);
    expect(requestIssues(() => request({ transaction: transaction({ codes: "YALDA" }) }))).toEqual([
      "type /transaction/codes",
    ]);
    expect(requestIssues(() => request({ transaction: transaction({ codes: [5] }) }))).toEqual([
      "type /transaction/codes/0",
    ]);
  });
});

describe("programs that are wrong in themselves", () => {
  it("F22 two of one id are told at the second, wherever ids are", () => {
    const twice = (terms: object) => programIssues(() => program(terms));
    expect(
      twice({
        groups: [
          { id: "g", limit: 1 },
          { id: "g", limit: 2 },
        ],
      }),
    ).toEqual(["duplicate-id /groups/1/id"]);
    expect(twice({ offers: [offer(), offer()] })).toEqual(["duplicate-id /offers/1/id"]);
    expect(
      twice({
        wallets: [
          { id: "a", kind: "credit" },
          { id: "a", kind: "credit" },
        ],
      }),
    ).toEqual(["duplicate-id /wallets/1/id"]);
    expect(twice({ tiers: { ladder: [{ id: "a" }, { id: "a" }] } })).toEqual([
      "duplicate-id /tiers/ladder/1/id",
    ]);
    expect(requestIssues(() => request({ transaction: transaction({ lines: [line(), line()] }) }))).toEqual([
      "duplicate-id /transaction/lines/1/id",
    ]);
  });

  it("F24 offers that exclude themselves, one that is always given, or one that there is not", () => {
    const issues = (notWith: unknown, more: readonly object[] = []) =>
      programIssues(() => program({ offers: [offer({ notWith }), ...more] }));
    expect(issues(["offer"])).toEqual(["one-of /offers/0/notWith/0"]);
    expect(issues(["a"], [offer({ id: "a", always: true })])).toEqual(["one-of /offers/0/notWith/0"]);
    expect(issues(["nobody"])).toEqual(["ref-missing /offers/0/notWith/0"]);
    expect(issues(["toString"])).toEqual(["ref-missing /offers/0/notWith/0"]);
    expect(
      programIssues(() => program({ offers: [offer({ always: true, exclusive: true, group: "default" })] })),
    ).toEqual(["one-of /offers/0/group", "one-of /offers/0/exclusive"]);
  });

  it("F25 a group that there is not, and a limit of nothing", () => {
    expect(programIssues(() => program({ offers: [offer({ group: "defualt" })] }))).toEqual([
      "ref-missing /offers/0/group",
    ]);
    expect(programIssues(() => program({ groups: [{ id: "g", limit: 0 }] }))).toEqual([
      "number-range /groups/0/limit",
    ]);
    expect(programIssues(() => program({ maxOffers: 0 }))).toEqual(["number-range /maxOffers"]);
    expect(
      programIssues(() => program({ offers: [offer({ limits: { perMember: { count: 0, per: "day" } } })] })),
    ).toEqual(["number-range /offers/0/limits/perMember/count"]);
  });

  it("F26 how long a tier holds, where nothing is measured", () => {
    const ladder = [{ id: "bronze" }];
    expect(programIssues(() => program({ tiers: { ladder, holds: { months: 12 } } }))).toEqual([
      "required /tiers/metric",
    ]);
  });
});

describe("programs as large as they may be", () => {
  const offers = (terms: (index: number) => object) =>
    many(10_000, (index) => offer({ id: `o${index}`, ...terms(index) }));

  it("F27 10,000 offers that all apply and compete are decided, and proven", () => {
    const club = openClub(program({ offers: offers(() => ({})) }));
    const decision = club.quote(request());
    expect(decision.awards).toMatchObject([{ offer: "o0" }]);
    expect(decision.declined).toHaveLength(9_999);
    expect(decision.choice.proven).toBe(true);
  });

  it("F27 10,000 offers that are always given are all given", () => {
    const club = openClub(program({ offers: offers(() => ({ always: true, benefit: points(1) })) }));
    const { awards, balances } = club.quote(request());
    expect(awards).toHaveLength(10_000);
    expect(balances[1]).toMatchObject({ wallet: "points", after: "10000" });
  });

  const wrong: readonly (readonly [string, object, string])[] = [
    ["group", { group: "defualt" }, "ref-missing"],
    ["offer to stand beside", { notWith: ["nobody"] }, "ref-missing"],
    ["condition", { when: { condition: "nobody" } }, "ref-missing"],
    ["fact", { when: { fact: "basket.totl", operator: "equal", value: 1 } }, "fact-unknown"],
    ["tier", { tier: ["gold"] }, "ref-missing"],
    ["wallet", { benefit: { kind: "credit", wallet: "x", fixed: "1" } }, "ref-missing"],
    ["kind", { benefit: { kind: "discuont", fixed: "1" } }, "enum"],
  ];

  it.each(wrong)(
    "F28 10,000 offers that name the same wrong %s are told, a hundred of them",
    (_, terms, code) => {
      const document = program({ offers: offers(() => terms) });
      const read = parseProgram(document);
      expect(read.ok ? [] : read.issues.map((issue) => issue.code)).toEqual(many(100, () => code));
    },
  );

  it("F29 10,001 offers are too many, and as many as were asked for are not", () => {
    const more = () => program({ offers: many(10_001, (index) => offer({ id: `o${index}` })) });
    expect(programIssues(more)).toEqual(["array-too-long /offers"]);
    expect(openClub(more(), { offers: 10_001 }).program.offers).toHaveLength(10_001);
  });

  it("F30 501 lines are too many, and as many as were asked for are not", () => {
    const lines = many(501, (index) => line({ id: `${index}` }));
    const asked = () => request({ transaction: transaction({ lines }) });
    expect(requestIssues(asked)).toEqual(["array-too-long /transaction/lines"]);
    expect(openClub(program(), { lines: 501 }).evaluate(asked()).totals.list).toBe("50100000");
  });
});
