import type { Line, Request, Standing, Transaction } from "vafa";
import { divide, minorUnits, parseDecimal, writeMoney } from "./exact.js";
import type { WooCharge, WooItem, WooOrder } from "./order.js";

/** An order at the checkout, before it is paid; `standing` is what the club has kept of the customer. */
export function toRequest(order: WooOrder, standing?: Standing): Request {
  const transaction = toTransaction(order);
  // Customer 0 is nobody: without a member it is a guest's. A number of the shop's own is no personal data.
  if (order.customer_id === 0) return { transaction };
  const id = `customer-${order.customer_id}`;
  return { member: standing === undefined ? { id } : { id, standing }, transaction };
}

function toTransaction(order: WooOrder): Transaction {
  const charges = [...order.shipping_lines, ...order.fee_lines];
  const lines = [...order.line_items.map(lineOf), ...charges.map(feeOf)];
  checkTotal(order, lines);
  return {
    // Ids are unique in one shop: two shops in one club would put their own name before it.
    id: `${order.id}`,
    type: "purchase",
    at: `${order.date_created_gmt}Z`,
    currency: order.currency,
    channel: order.created_via,
    tenders: [{ type: order.payment_method }],
    codes: clubCodes(order),
    lines,
  };
}

/**
 * An item at what WooCommerce's own coupons left of it, tax included: `total`, not `subtotal`. They are the shop's
 * mark-downs and are taken whatever the club decides. The club would otherwise reward money that nobody pays, and its
 * thresholds would count it. The other way, `subtotal` with the coupon as an offer of the club, is right only if
 * WooCommerce's coupon is switched off.
 */
function lineOf(item: WooItem): Line {
  const amount = priceOf(item);
  return {
    id: `${item.id}`,
    // A product without an article number still has one of WooCommerce's.
    sku: item.sku || `product-${item.variation_id || item.product_id}`,
    quantity: `${item.quantity}`,
    // Three for 11.90 have no price each in cents. The line's amount is what counts; the price of one is near it.
    unitPrice: writeMoney(divide(amount * 1_000_000n, parseDecimal(`${item.quantity}`))),
    amount: writeMoney(amount),
  };
}

/** Shipping and fees are paid but are no goods: never discounted, and they earn nothing. */
function feeOf(charge: WooCharge): Line {
  const amount = priceOf(charge);
  // Plugins write discounts as fees below zero. Off which goods nobody knows, so it is not for us to guess.
  if (amount < 0n) throw new Error(`fee ${charge.id} is below zero: map what its plugin means`);
  return { id: `${charge.id}`, unitPrice: writeMoney(amount), kind: "fee" };
}

/** In cents, tax included. Shops that round tax late give it more decimals, so it is rounded once, in the sum. */
function priceOf({ total, total_tax }: WooCharge): bigint {
  return minorUnits(parseDecimal(total) + parseDecimal(total_tax));
}

/**
 * A code buys once. One that WooCommerce has taken money off for is spent; handed over as well, an offer of the club
 * with the same code would give it again. So the shop makes the club's codes as coupons of 0.
 */
function clubCodes({ coupon_lines }: WooOrder): readonly string[] {
  return coupon_lines.filter(({ discount }) => parseDecimal(discount) === 0n).map(({ code }) => code);
}

/** What the lines come to is what the customer is asked for: else something in the order was not understood. */
function checkTotal({ id, total }: WooOrder, lines: readonly Line[]): void {
  const sum = lines.reduce((cents, line) => cents + parseDecimal(`${line.amount ?? line.unitPrice}`), 0n);
  if (sum !== parseDecimal(total)) {
    throw new Error(`order ${id}: the lines come to ${writeMoney(minorUnits(sum))}, the order to ${total}`);
  }
}
