import { describe, expect, it } from "vitest";
import { goodVouchers, heldVouchers } from "../../src/eligibility/held-vouchers.js";
import type { Offer } from "../../src/program/program.js";
import type { Member, Transaction } from "../../src/standing/request.js";

const NEVER = Number.POSITIVE_INFINITY;
const EVER = Number.NEGATIVE_INFINITY;
const voucher = (id: string, offer: string, issuedAt = EVER, expiresAt = NEVER) => ({
  id,
  offer,
  issuedAt,
  expiresAt,
});
const holding = (...vouchers: readonly ReturnType<typeof voucher>[]) =>
  ({ standing: { vouchers } }) as unknown as Member;
const coffee = { id: "coffee" } as Offer;
const naming = (...vouchers: readonly string[]) => ({ at: 100, vouchers }) as unknown as Transaction;

describe("goodVouchers", () => {
  it("are good from the instant they are issued until the one they lapse at, which is excluded", () => {
    const member = holding(
      voucher("past", "coffee", 0, 100),
      voucher("last", "coffee", 0, 101),
      voucher("now", "coffee", 100),
      voucher("later", "coffee", 101),
    );
    expect(goodVouchers(member.standing.vouchers, 100).map(({ id }) => id)).toEqual(["last", "now"]);
  });
});

describe("heldVouchers", () => {
  it("uses none that is not named", () => {
    expect(heldVouchers(coffee, holding(voucher("a", "coffee")), naming())).toEqual({
      any: true,
      used: undefined,
    });
  });

  it("knows only those of the offer", () => {
    expect(heldVouchers(coffee, holding(voucher("a", "tea")), naming("a"))).toEqual({
      any: false,
      used: undefined,
    });
  });

  it("of those named uses the one that lapses first, and of equals the smaller id", () => {
    const member = holding(
      voucher("a", "coffee"),
      voucher("c", "coffee", EVER, 500),
      voucher("b", "coffee", EVER, 500),
      voucher("d", "coffee", EVER, 400),
    );
    expect(heldVouchers(coffee, member, naming("a", "b", "c", "d")).used).toBe("d");
    expect(heldVouchers(coffee, member, naming("a", "c", "b")).used).toBe("b");
    expect(heldVouchers(coffee, member, naming("a")).used).toBe("a");
  });
});
