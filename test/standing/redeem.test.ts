import { ClubError, type Program, type Transaction } from "vafa";
import { describe, expect, it } from "vitest";
import { parseProgram } from "../../src/program/parse-program.js";
import { USUAL_SIZES } from "../../src/program/sizes.js";
import { parseRequest } from "../../src/standing/parse-request.js";
import { activity, guestPurchase, purchase } from "../scenarios/club.js";

const cakeOrMug = [
  { id: "cake", worth: "30000" },
  { id: "mug", worth: "50000" },
];

const PROGRAM = {
  id: "cafe",
  version: "1",
  semantics: 1,
  currency: { code: "IRT", digits: 0 },
  timeZone: "Asia/Tehran",
  calendar: "persian",
  wallets: [
    { id: "credit", kind: "credit", redemption: { maxShare: "50" } },
    { id: "points", kind: "points", worth: "50" },
  ],
  catalogue: [
    {
      id: "free-drink",
      wallet: "points",
      price: "100",
      benefit: { kind: "discount", percent: "100", units: 1, pick: "dearest" },
    },
  ],
  offers: [
    { id: "treat", benefit: { kind: "gift", gifts: cakeOrMug } },
    { id: "plain", benefit: { kind: "credit", fixed: "1" } },
  ],
} as const satisfies Program;

function read(request: unknown) {
  const parsed = parseProgram(PROGRAM, USUAL_SIZES);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parseRequest(request, { program: parsed.program, mostLines: 500 }).transaction;
}

const buy = (terms: Partial<Omit<Transaction, "lines">>) => purchase({ ...terms, lines: [100_000] });
const redeem = (...rows: readonly object[]) => buy({ redeem: rows } as object);

function wrong(request: unknown): readonly string[] {
  try {
    read(request);
    return [];
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return error.issues.map(
      ({ code, path, hint }) => `${code} ${path}${hint === undefined ? "" : `: ${hint}`}`,
    );
  }
}

describe("what is to be redeemed", () => {
  it("is read in the order asked, in minor units", () => {
    const request = redeem(
      { catalogue: "free-drink" },
      { wallet: "credit", amount: "40000" },
      { catalogue: "free-drink", times: 2 },
    );
    expect(
      read(request).redeem.map((one) =>
        one.kind === "wallet" ? [one.wallet.id, one.amount] : [one.item.id, one.times],
      ),
    ).toEqual([
      ["free-drink", 1n],
      ["credit", 40_000n],
      ["free-drink", 2n],
    ]);
    expect(read(redeem({ wallet: "credit", amount: "max" })).redeem).toMatchObject([{ amount: "max" }]);
  });

  it("asks a wallet once: what it has cannot be promised twice", () => {
    const twice = redeem({ wallet: "credit", amount: "max" }, { wallet: "credit", amount: "40000" });
    expect(wrong(twice)).toEqual(["duplicate-id /transaction/redeem/1/wallet"]);
  });

  it("is nothing unless it is asked for", () => {
    expect(read(buy({})).redeem).toEqual([]);
  });

  it("is of wallets that pay, and of the catalogue", () => {
    expect(wrong(redeem({ wallet: "credits", amount: 1 }))).toEqual([
      'ref-missing /transaction/redeem/0/wallet: did you mean "credit"?',
    ]);
    expect(wrong(redeem({ wallet: "points", amount: 1 }))).toEqual([
      "one-of /transaction/redeem/0/wallet: these do: credit",
    ]);
    expect(wrong(redeem({ catalogue: "free-drinks" }))).toEqual([
      'ref-missing /transaction/redeem/0/catalogue: did you mean "free-drink"?',
    ]);
  });

  it("is more than nothing, and no finer than the wallet", () => {
    expect(wrong(redeem({ wallet: "credit", amount: "0" }))).toEqual([
      "number-range /transaction/redeem/0/amount",
    ]);
    expect(wrong(redeem({ wallet: "credit", amount: "1.5" }))).toEqual([
      "number-precision /transaction/redeem/0/amount",
    ]);
    expect(wrong(redeem({ catalogue: "free-drink", times: 0 }))).toEqual([
      "number-range /transaction/redeem/0/times",
    ]);
  });

  it("is of a wallet or of the catalogue, not of both", () => {
    expect(wrong(redeem({ wallet: "credit", amount: 1, times: 2 }))).toHaveLength(1);
    expect(wrong(redeem({ wallet: "credit" }))).toEqual(["required /transaction/redeem/0/amount"]);
  });

  it("is at most ten things", () => {
    const rows = Array.from({ length: 11 }, () => ({ catalogue: "free-drink" }));
    expect(wrong(redeem(...rows))).toEqual(["array-too-long /transaction/redeem"]);
  });

  it("is a member's", () => {
    const guest = guestPurchase({ redeem: [{ wallet: "credit", amount: 1 }], lines: [100_000] });
    expect(wrong(guest)).toEqual(["required /member: a guest has no wallets and no vouchers"]);
  });

  it("is of a purchase", () => {
    expect(wrong(activity("checkIn", { redeem: [{ wallet: "credit", amount: 1 }] }))).toEqual([
      "one-of /transaction/redeem",
    ]);
  });
});

describe("the gifts that are chosen", () => {
  it("are known by their offer", () => {
    const { choices } = read(buy({ choices: [{ offer: "treat", gift: "cake" }] }));
    expect([...choices]).toEqual([["treat", "cake"]]);
    expect([...read(buy({})).choices]).toEqual([]);
  });

  it("are gifts of an offer that there is", () => {
    expect(wrong(buy({ choices: [{ offer: "treats", gift: "cake" }] }))).toEqual([
      'ref-missing /transaction/choices/0/offer: did you mean "treat"?',
    ]);
    expect(wrong(buy({ choices: [{ offer: "treat", gift: "tea" }] }))).toEqual([
      "ref-missing /transaction/choices/0/gift: there are mug, cake",
    ]);
    expect(wrong(buy({ choices: [{ offer: "plain", gift: "cake" }] }))).toEqual([
      "ref-missing /transaction/choices/0/gift",
    ]);
  });

  it("are one of each offer", () => {
    const twice = [
      { offer: "treat", gift: "cake" },
      { offer: "treat", gift: "mug" },
    ];
    expect(wrong(buy({ choices: twice }))).toEqual(["duplicate-id /transaction/choices/1/offer"]);
  });
});
