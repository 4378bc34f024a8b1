// Lesson 4: a month of a record shop, member by member.
//
//   npm run example examples/04-cdnow/run.ts
//
// The purchases are real: see README.md.

import { readFileSync } from "node:fs";
import { openClub } from "vafa";
import { decideMonth } from "./decide-month.js";
import program from "./program.json" with { type: "json" };
import { readPurchases } from "./read-purchases.js";
import { totalMonth } from "./total-month.js";

const customers = readPurchases(readFileSync(new URL("./1997-01.txt", import.meta.url), "utf8"));
const members = decideMonth(openClub(program), customers);
const { list, discount, due, offers, balances } = totalMonth(members);

console.log("A record shop's month: real purchases of January 1997 (CDNOW; P. Fader and B. Hardie)");
tell("purchases", `${members.flatMap(({ decisions }) => decisions).length} of ${members.length} members`);
tell("turnover", `${dollars(list)} list − ${dollars(discount)} discount = ${dollars(due)} due`);
for (const [offer, { count, cost }] of offers) tell(offer, `given ${count}×, cost ${dollars(cost)}`);
tell("owed", `${balances.get("points")} points and ${dollars(balances.get("credit") ?? 0n)} of credit`);

const returned = members.filter(({ decisions }) => decisions.length > 1);
const [most] = [...returned].sort((a, b) => b.decisions.length - a.decisions.length);
tell(
  "came again",
  `${returned.length} members; most often ${most?.id}, who bought ${most?.standing.visits} times`,
);
for (const { totals, awards, entry } of most?.decisions ?? []) {
  const given = awards.map(({ offer, amount }) => `${offer} ${amount}`).join(", ");
  tell(entry?.local.date ?? "", `${totals.due.padStart(6)} due: ${given}`);
}

function tell(what: string, text: string): void {
  console.log(`  ${what.padEnd(11)} ${text}`);
}

function dollars(cents: bigint): string {
  const text = cents.toString().padStart(3, "0");
  return `$${text.slice(0, -2).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",")}.${text.slice(-2)}`;
}
