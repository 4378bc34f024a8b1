import { describe, expect, it } from "vitest";
import { issuesOf, offer, programOf, readOffer, told } from "./programs.js";

const FREE = offer({ id: "tenth-coffee", by: "voucher", priority: -1 });
const document = (benefit: object) => {
  const others = [FREE, offer({ id: "open", priority: -2 })];
  return programOf({}, { offers: [offer({ benefit }), ...others] });
};
const refused = (benefit: object) =>
  told(document(benefit)).map((issue) => issue.replace("/offers/0/benefit", ""));

function granted(benefit: object) {
  const { benefits } = readOffer(document(benefit));
  return "same" in benefits ? benefits.same[0] : benefits.tier.get("silver")?.[0];
}

/** Worths are told in 10^-12 of the currency. */
const worth = (amount: number) => BigInt(amount) * 10n ** 12n;

describe("a gift", () => {
  it("is one of several, the dearest first, ties by id", () => {
    const gifts = [
      { id: "b", worth: "5" },
      { id: "cup", name: { en: "A cup" }, worth: "90000", cost: "40000" },
      { id: "a", worth: 5 },
    ];
    expect(granted({ kind: "gift", gifts })).toEqual({
      kind: "gift",
      gifts: [
        { id: "cup", name: { en: "A cup" }, worth: worth(90_000), cost: worth(40_000) },
        { id: "a", name: {}, worth: worth(5), cost: worth(5) },
        { id: "b", name: {}, worth: worth(5), cost: worth(5) },
      ],
    });
  });

  it.each<[string, object, readonly string[]]>([
    ["no thing at all", { gifts: [] }, ["array-too-short /gifts"]],
    ["a thing of unknown worth", { gifts: [{ id: "a" }] }, ["required /gifts/0/worth"]],
    [
      "two of one id",
      {
        gifts: [
          { id: "a", worth: 1 },
          { id: "a", worth: 2 },
        ],
      },
      ["duplicate-id /gifts/1/id"],
    ],
    ["a percentage", { gifts: [{ id: "a", worth: 1 }], percent: 5 }, ["unknown-field /percent"]],
  ])("cannot be %s", (_, parts, issues) => {
    expect(refused({ kind: "gift", ...parts })).toEqual(issues);
  });

  it("may have a name in a language called byTier", () => {
    const gifts = [{ id: "a", worth: 1, name: { byTier: "x" } }];
    expect(refused({ kind: "gift", gifts })).toEqual([]);
  });
});

describe("a voucher", () => {
  it("is a right that never lapses and is worth nothing, unless it says otherwise", () => {
    expect(granted({ kind: "voucher", offer: "tenth-coffee" })).toEqual({
      kind: "voucher",
      offer: "tenth-coffee",
      expires: "never",
      worth: 0n,
      cost: 0n,
    });
    const benefit = { kind: "voucher", offer: "tenth-coffee", worth: "60000" };
    expect(granted({ ...benefit, expires: { after: { days: 30 } } })).toMatchObject({
      expires: { after: { days: 30 } },
      worth: worth(60_000),
      cost: worth(60_000),
    });
    expect(granted({ ...benefit, cost: 0 })).toMatchObject({ worth: worth(60_000), cost: 0n });
    const expires = { byTier: { bronze: { after: { days: 30 } }, silver: "never" } };
    expect(granted({ ...benefit, expires })).toMatchObject({ expires: "never" });
  });

  it("is for an offer that is given by voucher", () => {
    expect(refused({ kind: "voucher", offer: "open" })).toEqual(["required /offer"]);
    const [issue] = issuesOf(document({ kind: "voucher", offer: "tenth-cofee" }));
    expect(issue).toMatchObject({ code: "ref-missing", hint: 'did you mean "tenth-coffee"?' });
    expect(refused({ kind: "voucher" })).toEqual(["required /offer"]);
  });

  it("is for such an offer also where that one is wrong", () => {
    const offers = [
      offer({ benefit: { kind: "voucher", offer: "free" } }),
      offer({ id: "free", by: "voucher", priority: "high" }),
    ];
    expect(told(programOf({}, { offers }))).toEqual(["type /offers/1/priority"]);
  });

  it("cannot lapse as it is issued", () => {
    const expires = { after: { days: 0 } };
    expect(refused({ kind: "voucher", offer: "tenth-coffee", expires })).toEqual([
      "number-range /expires/after",
    ]);
  });
});

describe("a tier", () => {
  it("is for good and worth nothing, unless it says otherwise", () => {
    const raise = { kind: "tier", tier: "silver" };
    expect(granted(raise)).toEqual({ ...raise, period: undefined, worth: 0n, cost: 0n });
    expect(granted({ ...raise, for: { months: 3 }, worth: 5 })).toMatchObject({
      period: { months: 3 },
      worth: worth(5),
    });
  });

  it("is one of the ladder, and for some time", () => {
    expect(refused({ kind: "tier", tier: "gold" })).toEqual(["ref-missing /tier"]);
    expect(refused({ kind: "tier", tier: "silver", for: {} })).toEqual(["number-range /for"]);
  });
});
