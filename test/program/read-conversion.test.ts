import { describe, expect, it } from "vitest";
import { CREDIT, offer, POINTS, program, read, told } from "./programs.js";

const FREE = offer({ id: "free", by: "voucher" });
const STAMPS = { id: "stamps", kind: "stamps", worth: "0" };
const document = (converts: object, others: readonly object[] = []) =>
  program({ offers: [FREE, offer()], wallets: [{ ...STAMPS, converts }, ...others] });
const conversion = (converts: object, others: readonly object[] = []) =>
  read(document(converts, others)).wallets[0]?.converts;

describe("what the units of a wallet become", () => {
  it("is nothing else, unless it says so", () => {
    expect(read(program({ wallets: [CREDIT] })).wallets[0]?.converts).toBeUndefined();
  });

  it("is a voucher, good for ever unless it says otherwise", () => {
    expect(conversion({ every: "9", into: { voucher: "free" } })).toEqual({
      every: 9n,
      into: { kind: "voucher", offer: "free", expires: "never" },
    });
    const into = { voucher: "free", expires: { after: { months: 2 } } };
    expect(conversion({ every: 9, into })?.into).toMatchObject({ expires: { after: { months: 2 } } });
  });

  it("is an amount of another wallet, in its own decimals", () => {
    const converts = { every: "100", into: { wallet: "points", amount: "2.5" } };
    expect(conversion(converts, [{ ...POINTS, digits: 2 }])).toEqual({
      every: 100n,
      into: { kind: "wallet", wallet: "points", amount: 250n },
    });
  });

  const into = (wallet: string) => ({ converts: { every: 10, into: { wallet, amount: 1 } } });
  it.each<[string, object, readonly string[]]>([
    ["every so many of none", { every: 0, into: { voucher: "free" } }, ["number-range /every"]],
    [
      "every so many finer than it has",
      { every: "0.5", into: { voucher: "free" } },
      ["number-precision /every"],
    ],
    ["nothing", { every: 9 }, ["required /into"]],
    ["two things", { every: 9, into: { voucher: "free", wallet: "points" } }, ["unknown-field /into/wallet"]],
    ["a voucher for no offer", { every: 9, into: { voucher: "fre" } }, ["ref-missing /into/voucher"]],
    [
      "a voucher for an offer that needs none",
      { every: 9, into: { voucher: "five" } },
      ["required /into/voucher"],
    ],
    [
      "a voucher that lapses at once",
      { every: 9, into: { voucher: "free", expires: { after: {} } } },
      ["number-range /into/expires/after"],
    ],
    [
      "a wallet that there is not",
      { every: 9, into: { wallet: "point", amount: 1 } },
      ["ref-missing /into/wallet"],
    ],
    [
      "no amount of a wallet",
      { every: 9, into: { wallet: "points", amount: 0 } },
      ["number-range /into/amount"],
    ],
    [
      "less of a wallet than it has",
      { every: 9, into: { wallet: "points", amount: "0.5" } },
      ["number-precision /into/amount"],
    ],
    ["itself", into("stamps").converts, ["ref-cycle /into/wallet"]],
  ])("is never %s", (_, converts, issues) => {
    const issue = told(document(converts, [POINTS])).map((one) => one.replace("/wallets/0/converts", ""));
    expect(issue).toEqual(issues);
  });

  it("never comes back to itself, told at each wallet on the way round and no other", () => {
    const wallets = [
      { ...STAMPS, id: "a", ...into("b") },
      { ...STAMPS, id: "b", ...into("c") },
      { ...STAMPS, id: "c", ...into("b") },
    ];
    expect(told(program({ wallets }))).toEqual([
      "ref-cycle /wallets/1/converts/into/wallet",
      "ref-cycle /wallets/2/converts/into/wallet",
    ]);
  });
});
