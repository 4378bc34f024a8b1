import { apply, openClub } from "vafa";
import { describe, expect, it } from "vitest";
import { divide, minorUnits, parseDecimal, writeMoney } from "../../examples/03-woocommerce/exact.js";
import type { WooOrder } from "../../examples/03-woocommerce/order.js";
import json from "../../examples/03-woocommerce/order.json" with { type: "json" };
import program from "../../examples/03-woocommerce/program.json" with { type: "json" };
import { toRequest } from "../../examples/03-woocommerce/to-request.js";
import { runLesson } from "./run-lesson.js";

const order: WooOrder = json;
const club = openClub(program);

describe("the order", () => {
  it("adds up as WooCommerce adds: items, shipping, fees and tax; coupons off", () => {
    const sum = (texts: readonly string[]) => texts.reduce((total, text) => total + parseDecimal(text), 0n);
    const charges = [...json.line_items, ...json.shipping_lines, ...json.fee_lines];
    expect(sum(charges.map(({ total_tax }) => total_tax))).toBe(parseDecimal(json.total_tax));
    expect(sum([...charges.map(({ total }) => total), json.total_tax])).toBe(parseDecimal(json.total));
    const taken = json.line_items.map(({ subtotal, total }) => parseDecimal(subtotal) - parseDecimal(total));
    expect(taken.reduce((total, one) => total + one)).toBe(parseDecimal(json.discount_total));
    expect(sum(json.coupon_lines.map(({ discount }) => discount))).toBe(parseDecimal(json.discount_total));
  });
});

describe("the mapping", () => {
  it("makes one transaction of it, field by field", () => {
    // 36.00 + 6.84 = 42.84, each 21.42; 11.90 for three: 3.9666… each, written 3.97.
    expect(toRequest(order)).toEqual({
      member: { id: "customer-57" },
      transaction: {
        id: "1042",
        type: "purchase",
        at: "2026-11-21T10:15:32Z",
        currency: "EUR",
        channel: "checkout",
        tenders: [{ type: "bacs" }],
        codes: ["rewards"],
        lines: [
          { id: "2201", sku: "BEANS-1KG", quantity: "2", unitPrice: "21.42", amount: "42.84" },
          { id: "2202", sku: "product-522", quantity: "1", unitPrice: "32.13", amount: "32.13" },
          { id: "2203", sku: "FILTER-100", quantity: "3", unitPrice: "3.97", amount: "11.90" },
          { id: "2204", unitPrice: "4.90", kind: "fee" },
          { id: "2205", unitPrice: "2.50", kind: "fee" },
        ],
      },
    });
  });

  it("rounds tax of more than two decimals once, in the sum", () => {
    // 1.026 of tax on 5.40: 6.426, half up 6.43.
    const [item] = order.line_items;
    const late = { ...item, total: "5.40", total_tax: "1.026" } as WooOrder["line_items"][number];
    const small = { ...order, line_items: [late], shipping_lines: [], fee_lines: [], total: "6.43" };
    expect(toRequest(small).transaction.lines?.[0]?.amount).toBe("6.43");
  });

  it("refuses what it does not understand", () => {
    expect(() => toRequest({ ...order, total: "94.28" })).toThrow(
      "order 1042: the lines come to 94.27, the order to 94.28",
    );
    const fee = { id: 2206, total: "-5.00", total_tax: "-0.95" };
    expect(() => toRequest({ ...order, fee_lines: [fee] })).toThrow("fee 2206 is below zero");
    expect(() => toRequest({ ...order, total: "1e3" })).toThrow('not an amount: "1e3"');
  });

  it("figures exactly", () => {
    expect([minorUnits(5_000n), minorUnits(4_999n), minorUnits(-5_000n)]).toEqual([1n, 0n, 0n]);
    expect([minorUnits(-5_001n), divide(7n, 2n), divide(-7n, 2n)]).toEqual([-1n, 4n, -3n]);
    expect([writeMoney(0n), writeMoney(5n), writeMoney(1190n)]).toEqual(["0.00", "0.05", "11.90"]);
  });
});

describe("the decision", () => {
  it("gives the member credit: 8 % of 86.87 of goods is 6.9496", () => {
    const { totals, awards, declined } = club.evaluate(toRequest(order));
    expect(totals).toEqual({ list: "94.27", discount: "0.00", redeemed: "0.00", due: "94.27" });
    expect(awards.map(({ offer, amount }) => `${offer} ${amount}`)).toEqual(["points 86", "rewards 6.95"]);
    // 15 % of 42.84 is 6.426, and 6 points fewer: 7.81 of worth less 7.23.
    expect(declined.find(({ offer }) => offer === "beans")).toMatchObject({ worth: "6.43", behind: "0.58" });
    expect(declined.map(({ offer }) => offer)).not.toContain("newcomer");
  });

  it("gives a guest the best discount, and says what needs a member", () => {
    const { totals, awards, declined, entry } = club.evaluate(toRequest({ ...order, customer_id: 0 }));
    expect(totals.due).toBe("87.84");
    expect(awards.map(({ offer, amount }) => `${offer} ${amount}`)).toEqual(["beans 6.43"]);
    expect(declined.filter(({ reason }) => reason === "memberRequired").map(({ offer }) => offer)).toEqual([
      "points",
      "rewards",
    ]);
    expect(entry).toBeUndefined();
  });

  it("carries the standing to the next order", () => {
    const first = club.evaluate(toRequest(order));
    const standing = apply(undefined, first.entry);
    const next = club.evaluate(toRequest({ ...order, id: 1043 }, standing));
    expect(next.entry).toMatchObject({ sequence: 2, previousHash: first.entry?.hash });
    expect(next.balances).toContainEqual({ wallet: "points", before: "86", after: "172" });
  });
});

it("03-woocommerce prints both", () => {
  const printed = runLesson("03-woocommerce");
  expect(printed[0]).toBe("Order 1042: 94.27 EUR, codes rewards");
  expect(printed).toContain("Customer 57, a member: 94.27 − 0.00 = 94.27 due");
  expect(printed).toContain("Customer 0, a guest: 94.27 − 6.43 = 87.84 due");
  expect(printed.at(-1)).toBe("Kept of customer 57: 1 visit, 86.87 spent on goods");
});
