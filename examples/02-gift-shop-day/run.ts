// Lesson 2: a day in a shop, invoice after invoice, without a database.
//
//   npm run example examples/02-gift-shop-day/run.ts
//
// The invoices are real, and look it: see README.md.

import { readFileSync } from "node:fs";
import { openClub, type Standing } from "vafa";
import { type Day, decideDay, pence } from "./decide-day.js";
import program from "./program.json" with { type: "json" };
import { readInvoices } from "./read-invoices.js";

const invoices = readInvoices(readFileSync(new URL("./invoices.csv", import.meta.url), "utf8"));
const day = decideDay(openClub(program), invoices);

console.log('A gift shop\'s day: real invoices of 1 December 2010 (UCI "Online Retail", D. Chen, CC BY 4.0)');
tell("invoices", `${invoices.length}, of which ${day.decisions.length} decided`);
tell("customers", `${day.standings.size} members; ${day.guests} invoice of a guest`);
for (const { id, why } of day.skipped) tell("skipped", `${id}: ${why}`);
tell("zero prices", `${day.zeroPriced} line, decided like any other: nothing to pay, nothing given`);
tell("turnover", `${pounds(day.list)} list − ${pounds(day.discount)} discount = ${pounds(day.due)} due`);
tell("given", `${day.points} points and ${pounds(day.credit)} of credit`);
for (const [offer, { count, cost }] of day.offers) tell(offer, `given ${count}×, cost ${pounds(cost)}`);
for (const { awards, entry, saleId, totals } of day.refunds) {
  const back = awards.map(({ amount, offer }) => `${amount} of ${offer}`).join(", ");
  tell(
    "refunded",
    `${entry?.transactionId}, of ${saleId}: £${totals.due} back, and from the wallets ${back}`,
  );
}
const [id, standing] = busiest(day);
const chain = `${standing.head?.sequence} entries in the chain`;
tell("busiest", `member ${id}: ${standing.visits} visits, ${balanceOf(standing, "points")} points, ${chain}`);

function tell(what: string, text: string): void {
  console.log(`  ${what.padEnd(15)} ${text}`);
}

function pounds(amount: bigint): string {
  const text = amount.toString().padStart(3, "0");
  return `£${text.slice(0, -2).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",")}.${text.slice(-2)}`;
}

function busiest({ standings }: Day): readonly [string, Standing] {
  const [first = ["nobody", {}] as const, ...others] = standings;
  return others.reduce((best, one) => ((one[1].visits ?? 0) > (best[1].visits ?? 0) ? one : best), first);
}

function balanceOf({ lots = [] }: Standing, wallet: string): bigint {
  return lots
    .filter((lot) => lot.wallet === wallet)
    .reduce((total, { amount }) => total + pence(`${amount}`), 0n);
}
