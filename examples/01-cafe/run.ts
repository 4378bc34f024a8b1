// Lesson 1: several offers apply to one purchase, and the member is given the one worth most to them.
//
//   npm run example examples/01-cafe/run.ts

import { openClub } from "vafa";
import program from "./program.json" with { type: "json" };
import request from "./request.json" with { type: "json" };

// A program is opened once; it is checked there, and every mistake in it is told.
const club = openClub(program);

// A decision is a pure function of the program and the request: the request brings the time and the member's standing.
const { totals, awards, declined, balances, entry } = club.evaluate(request);

console.log(`The till charges ${totals.due} ${program.currency.code}.`);
for (const { offer, amount, wallet, worth } of awards) {
  console.log(`given   ${offer}: ${amount} ${wallet ?? "off"}, worth ${worth}`);
}

// The others applied as well. Each one says what it is worth alone, and what the member would lose by having it instead.
for (const { offer, worth, behind } of declined) {
  console.log(`beaten  ${offer}: worth ${worth}, ${behind} behind`);
}
for (const { wallet, before, after } of balances) console.log(`${wallet}: ${before} before, ${after} after`);

// The entry is what a ledger keeps: sealed by its hash, and never changed.
console.log(`entry ${entry?.id}, number ${entry?.sequence}`);

// The same purchase in a club for which a toman of credit is worth 0.45 toman of cash: now the discount is the best.
const thrifty = openClub({
  ...program,
  wallets: program.wallets.map((wallet) => (wallet.id === "credit" ? { ...wallet, worth: "0.45" } : wallet)),
});
const best = thrifty.quote(request).awards.find(({ offer }) => offer !== "base");
console.log(`With credit worth 0.45: ${best?.offer}, worth ${best?.worth}.`);
