// Lesson 3: an order of a web shop, as WooCommerce's REST API v3 gives it, decided for a member and for a guest.
//
//   npm run example examples/03-woocommerce/run.ts
//
// What becomes of which field, and why: see to-request.ts.

import { apply, type Decision, openClub } from "vafa";
import order from "./order.json" with { type: "json" };
import program from "./program.json" with { type: "json" };
import { toRequest } from "./to-request.js";

const club = openClub(program);

const { transaction } = toRequest(order);
console.log(
  `Order ${order.number}: ${order.total} ${order.currency}, codes ${transaction.codes?.join(", ")}`,
);
for (const { id, sku, quantity = "1", amount, unitPrice, kind } of transaction.lines ?? []) {
  console.log(
    `  ${id}  ${quantity} × ${(sku ?? kind ?? "").padEnd(11)} ${`${amount ?? unitPrice}`.padStart(6)}`,
  );
}

const member = club.evaluate(toRequest(order));
tell(`Customer ${order.customer_id}, a member`, member);

// The same cart of somebody who has not signed in: WooCommerce writes customer 0.
tell("Customer 0, a guest", club.evaluate(toRequest({ ...order, customer_id: 0 })));

// What the shop keeps for the next order.
const { visits, spend } = apply(undefined, member.entry);
console.log(`Kept of customer ${order.customer_id}: ${visits} visit, ${spend} spent on goods`);

function tell(who: string, { totals, lines, awards, declined }: Decision): void {
  console.log(`${who}: ${totals.list} − ${totals.discount} = ${totals.due} due`);
  for (const { offer, amount, wallet, worth } of awards) {
    console.log(`  given     ${offer}: ${amount} ${wallet ?? "off"}, worth ${worth}`);
  }
  for (const { offer, reason, worth } of declined) {
    console.log(`  declined  ${offer}: ${reason}${worth === undefined ? "" : `, worth ${worth}`}`);
  }
  // What the shop takes off each item before the customer pays; from it the shop figures its own tax.
  for (const { id, discount } of lines.filter((line) => Number(line.discount) > 0)) {
    console.log(`  item ${id}: ${discount} off`);
  }
}
