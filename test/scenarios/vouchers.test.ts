import { ClubError, type Offer, type Standing } from "vafa";
import { describe, expect, it } from "vitest";
import { cafe, fateOf, given, guestPurchase, lost, on, purchase } from "./club.js";

const COFFEE: Offer = {
  id: "tenth-coffee",
  by: "voucher",
  benefit: { kind: "credit", fixed: "30000" },
};
const club = cafe({ offers: [COFFEE] });

type Vouchers = NonNullable<Standing["vouchers"]>;

/** A purchase of somebody who holds these, naming those. */
function buy(held: Vouchers, named?: readonly string[], at = on("2026-11-21")) {
  const standing = { visits: 3, vouchers: held };
  return purchase({
    member: { standing },
    at,
    lines: [100_000],
    ...(named === undefined ? {} : { vouchers: named }),
  });
}

const V12 = { id: "v-12", offer: "tenth-coffee" };

function wrong(request: unknown): readonly string[] {
  try {
    club.quote(request);
    return [];
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return error.issues.map(
      ({ code, path, hint }) => `${code} ${path}${hint === undefined ? "" : `: ${hint}`}`,
    );
  }
}

// R5.10
describe("an offer by voucher", () => {
  it("is given where the transaction names a voucher of the member's", () => {
    expect(given(club.quote(buy([V12], ["v-12"])))).toEqual(["tenth-coffee: 30000 credit"]);
  });

  it("is not given where it names none: the till is told that there is one, and its worth", () => {
    expect(lost(club.quote(buy([V12])))).toEqual(["tenth-coffee: worth 30000, voucherAvailable"]);
    const other = { id: "v-13", offer: "birthday-cake" };
    expect(lost(club.quote(buy([V12, other], ["v-13"])))).toEqual([
      "tenth-coffee: worth 30000, voucherAvailable",
    ]);
  });

  it("is nobody's who holds none", () => {
    expect(fateOf("tenth-coffee", club.quote(buy([])))).toBe("not listed");
    expect(fateOf("tenth-coffee", club.quote(purchase({ lines: [100_000] })))).toBe("not listed");
    expect(fateOf("tenth-coffee", club.quote(buy([{ id: "v-1", offer: "cake" }], ["v-1"])))).toBe(
      "not listed",
    );
  });

  it("is good from when it was issued until it lapses", () => {
    const held = [{ ...V12, issuedAt: on("2026-11-20"), expiresAt: on("2026-11-22") }];
    const at = (date: string, time = "12:00") =>
      fateOf("tenth-coffee", club.quote(buy(held, ["v-12"], on(date, time))));
    expect([
      at("2026-11-20", "11:59"),
      at("2026-11-20"),
      at("2026-11-22", "11:59"),
      at("2026-11-22"),
    ]).toEqual(["not listed", "given", "given", "not listed"]);
  });

  it("one that never lapses says so, or nothing", () => {
    expect(fateOf("tenth-coffee", club.quote(buy([{ ...V12, expiresAt: null }], ["v-12"])))).toBe("given");
  });

  it("still asks for what its condition says", () => {
    const big = { fact: "basket.total", operator: "greaterThan", value: "500000" };
    const strict = cafe({ offers: [{ ...COFFEE, when: big }] });
    expect(fateOf("tenth-coffee", strict.quote(buy([V12], ["v-12"])))).toBe("not listed");
  });

  it("can be asked for by others: no welcome-back treat for who holds one", () => {
    const when = { fact: "member.vouchers", operator: "doesNotContain", value: "tenth-coffee" };
    const treat: Offer = { id: "treat", always: true, when, benefit: { kind: "credit", fixed: "1000" } };
    const both = cafe({ offers: [COFFEE, treat] });
    expect(fateOf("treat", both.quote(buy([V12])))).toBe("not listed");
    expect(fateOf("treat", both.quote(buy([])))).toBe("given");
    expect(fateOf("treat", both.quote(buy([{ ...V12, expiresAt: on("2026-11-20") }])))).toBe("given");
    expect(fateOf("treat", both.quote(guestPurchase({ lines: [1_000] })))).toBe("memberRequired");
  });
});

// R5.3, R5.10
describe("a voucher that is not there", () => {
  it("is no voucher of the member's", () => {
    expect(wrong(buy([V12], ["v-12", "v-99x"]))).toEqual(["ref-missing /transaction/vouchers/1"]);
    expect(wrong(buy([V12], ["V-12"]))).toEqual([
      'ref-missing /transaction/vouchers/0: did you mean "v-12"?',
    ]);
  });

  it("nor a guest's, who has none", () => {
    const guest = guestPurchase({ lines: [100_000], vouchers: ["v-12"] });
    expect(wrong(guest)).toEqual(["required /member: a guest has no wallets and no vouchers"]);
  });

  it("a guest is told that the offer is for members", () => {
    expect(lost(club.quote(guestPurchase({ lines: [100_000] })))).toEqual([
      "tenth-coffee: worth 30000, memberRequired",
    ]);
  });

  it("is not held twice", () => {
    expect(wrong(buy([V12, V12]))).toEqual(["duplicate-id /member/standing/vouchers/1/id"]);
  });
});
