import { ClubError, type Offer, type Program, type Request } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, fateOf, guestPurchase, lost, on, purchase } from "./club.js";

type ClubUses = NonNullable<Request["clubUses"]>;

const TREAT = { id: "treat", benefit: { kind: "discount", percent: "10" } } as const;
const limited = (inAll: NonNullable<Offer["limits"]>["inAll"]) =>
  cafe({ offers: [{ ...TREAT, limits: { inAll } }] });

/** What comes of the treat when the club had so much of it. */
function fate(
  club: ReturnType<typeof cafe>,
  clubUses: ClubUses | undefined,
  request = purchase({ lines: [100_000] }),
) {
  return fateOf("treat", club.quote(clubUses === undefined ? request : { ...request, clubUses }));
}

// R5.11
describe("for the first thousand", () => {
  const club = limited({ uses: 1_000 });

  it("is over after a thousand", () => {
    expect(fate(club, [{ offer: "treat", uses: 999, members: 400 }])).toBe("given");
    expect(fate(club, [{ offer: "treat", uses: 1_000, members: 400 }])).toBe("limitReached");
    expect(fate(club, [{ offer: "treat", uses: 1_001 }])).toBe("limitReached");
  });

  it("counts nothing where the host says nothing", () => {
    expect([fate(club, undefined), fate(club, [])]).toEqual(["given", "given"]);
  });

  it("is over for guests too", () => {
    const guest = guestPurchase({ lines: [100_000] });
    expect(fate(club, [{ offer: "treat", uses: 999 }], guest)).toBe("given");
    expect(fate(club, [{ offer: "treat", uses: 1_000 }], guest)).toBe("limitReached");
  });

  it("says what it would have been worth", () => {
    const request = { ...purchase({ lines: [100_000] }), clubUses: [{ offer: "treat", uses: 1_000 }] };
    expect(lost(club.quote(request))).toEqual(["treat: worth 10000, limitReached"]);
  });
});

// R5.11
describe("for five hundred members", () => {
  const club = limited({ members: 500 });
  const full = [{ offer: "treat", uses: 812, members: 500 }];

  it("is closed to the next, and stays open to those who had it", () => {
    expect(fate(club, [{ offer: "treat", uses: 812, members: 499 }])).toBe("given");
    expect(fate(club, full)).toBe("limitReached");
    const uses = [{ offer: "treat", at: on("2026-11-01") }];
    expect(fate(club, full, purchase({ member: { standing: { uses } }, lines: [100_000] }))).toBe("given");
    const others = [{ offer: "other", at: on("2026-11-01") }];
    expect(fate(club, full, purchase({ member: { standing: { uses: others } }, lines: [100_000] }))).toBe(
      "limitReached",
    );
  });

  it("is closed to who had it, once it was given as often as may be", () => {
    const both = limited({ members: 500, uses: 812 });
    const uses = [{ offer: "treat", at: on("2026-11-01") }];
    expect(fate(both, full, purchase({ member: { standing: { uses } }, lines: [100_000] }))).toBe(
      "limitReached",
    );
  });
});

// R5.12
describe("a budget", () => {
  const budgets: Program["budgets"] = [{ id: "yalda", amount: "50000000" }];
  const club = cafe({ budgets, offers: [{ ...TREAT, limits: { budget: "yalda" } }] });

  it("that is spent gives nothing more", () => {
    expect(fate(club, [{ budget: "yalda", amount: "50000000" }])).toBe("budgetSpent");
    expect(fate(club, [{ budget: "yalda", amount: "60000000" }])).toBe("budgetSpent");
  });

  it("nobody says how much of is spent is whole", () => {
    expect(fate(club, undefined)).toBe("given");
  });
});

// R5.11, R5.12
describe("what the club had", () => {
  const club = cafe({ budgets: [{ id: "yalda", amount: "1" }], offers: [TREAT] });
  const wrong = (clubUses: unknown) => {
    try {
      club.quote({ ...purchase({ lines: [1] }), clubUses });
      return [];
    } catch (error) {
      if (!(error instanceof ClubError)) throw error;
      return error.issues.map(
        ({ code, path, hint }) => `${code} ${path}${hint === undefined ? "" : `: ${hint}`}`,
      );
    }
  };

  it("is told of what there is", () => {
    expect(wrong([{ offer: "traet", uses: 1 }])).toEqual([
      'ref-missing /clubUses/0/offer: did you mean "treat"?',
    ]);
    expect(wrong([{ budget: "yaldaa", amount: "1" }])).toEqual([
      'ref-missing /clubUses/0/budget: did you mean "yalda"?',
    ]);
  });

  it("is told once", () => {
    expect(
      wrong([
        { offer: "treat", uses: 1 },
        { offer: "treat", uses: 2 },
      ]),
    ).toEqual(["duplicate-id /clubUses/1/offer"]);
    expect(
      wrong([
        { budget: "yalda", amount: 1 },
        { budget: "yalda", amount: 2 },
      ]),
    ).toEqual(["duplicate-id /clubUses/1/budget"]);
  });

  it("is of an offer or of a budget", () => {
    expect(wrong([{ offer: "treat", used: 1 }])).toEqual([
      'unknown-field /clubUses/0/used: did you mean "uses"?',
    ]);
    expect(wrong([{ budget: "yalda" }])).toEqual(["required /clubUses/0/amount"]);
  });
});
