// Lesson 5: a stamp card, and a survey. What is earned on one day is used on another.
//
//   npm run example examples/05-stamp-card/run.ts

import { apply, openClub, type Standing, type Transaction } from "vafa";
import program from "./program.json" with { type: "json" };

const club = openClub(program);
let standing: Standing | undefined;
let count = 0;

tell("4 coffees", happens("2026-11-22", { lines: [coffee("60000", 4)] }));
tell("5 more", happens("2026-11-25", { lines: [coffee("60000", 5)] }));

// Nine stamps became a voucher. The till does not use it unasked: it is told that the member has one.
const unasked = happens("2026-11-28", { lines: [coffee("60000")] });
tell("a coffee", unasked);
for (const { offer, reason, worth } of unasked.declined) console.log(`  ${offer}: ${reason}, worth ${worth}`);

// Named, it pays for the dearer coffee, which then earns no stamp.
const [voucher] = standing?.vouchers ?? [];
const lines = [coffee("60000"), { ...coffee("75000"), id: "2" }];
tell("2, one free", happens("2026-11-29", { lines, vouchers: [voucher?.id ?? ""] }));

// A survey is no purchase: nothing is paid, and no visit counts. An unhappy answer is made good at the next visit.
tell("unhappy", happens("2026-11-30", { type: "survey", survey: { score: 3 } }));
for (const { offer, expiresAt } of standing?.vouchers ?? [])
  console.log(`  voucher for ${offer}, until ${expiresAt}`);
console.log(`${standing?.visits} visits, ${standing?.head?.sequence} entries in the chain`);

/** Decides what happens on a day, and books it. */
function happens(date: string, what: Partial<Transaction>) {
  const transaction = {
    id: `t-${++count}`,
    type: "purchase",
    at: `${date}T10:00:00+03:30`,
    currency: "IRT",
    ...what,
  };
  const decision = club.evaluate({ member: { id: "m-1", ...(standing && { standing }) }, transaction });
  standing = apply(standing, decision.entry);
  return decision;
}

function coffee(unitPrice: string, quantity = 1) {
  return { id: "1", category: "coffee", unitPrice, quantity };
}

function tell(what: string, { totals, awards, balances }: ReturnType<typeof happens>): void {
  const given = awards.map(({ offer, amount, wallet, voucher }) =>
    voucher === undefined ? `${offer}: ${amount} ${wallet ?? "off"}` : `a voucher for ${voucher.offer}`,
  );
  console.log(
    `${what.padEnd(11)}  ${totals.due.padStart(6)} due; ${given.join(", ")}; ${balances[0]?.after} on the card`,
  );
}
