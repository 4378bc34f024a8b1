// Lesson 6: a festival with draw tickets, and a draw that everybody can check.
//
//   npm run example examples/06-festival-draw/run.ts

import { draw, drawCommitment, openClub } from "vafa";
import program from "./program.json" with { type: "json" };

const club = openClub(program);

// Before the festival: a secret seed, of which only the commitment is published. Take 32 random hex digits of your own.
const seed = "9b1c4e7702d84f6aa3550d1be8c6f913";
console.log(`published before: ${drawCommitment(seed).slice(0, 16)}…`);

// The festival. A real club reads the tickets from its ledger.
const bought = [
  { id: "m-1", lines: [{ id: "1", unitPrice: "700000", quantity: 2, category: "poetry" }] },
  { id: "m-2", lines: [{ id: "1", unitPrice: "1900000", category: "science" }] },
  { id: "m-3", lines: [{ id: "1", unitPrice: "499000", category: "science" }] },
  { id: "m-4", lines: [{ id: "1", unitPrice: "500000", category: "children" }] },
];
const tickets = bought.flatMap(({ id, lines }) => {
  const transaction = {
    id: `t-${id}`,
    type: "purchase",
    at: "2026-12-01T18:00:00+03:30",
    currency: "IRT",
    lines,
  };
  const { balances } = club.evaluate({ member: { id }, transaction });
  const count = balances[0]?.after ?? "0";
  return count === "0" ? [] : [{ memberId: id, count }];
});
console.log(`tickets: ${tickets.map(({ memberId, count }) => `${memberId} ${count}`).join(", ")}`);

// The draw. Once the tickets are fixed their hash is published too; then the seed is revealed.
const drawn = draw({ tickets, seed, winners: 2 });
console.log(`${drawn.total} tickets, hash ${drawn.ticketsHash.slice(0, 16)}…`);
for (const { place, memberId, ticket } of drawn.winners)
  console.log(`place ${place}: ${memberId}, ticket ${ticket}`);

// Anybody draws again, and compares with what was published.
const again = draw({ tickets: [...tickets].reverse(), seed, winners: 2 });
console.log(`drawn again: ${JSON.stringify(again) === JSON.stringify(drawn) ? "the same" : "another draw"}`);

// One ticket slipped in afterwards does not go unseen.
const more = tickets.map((row) => (row.memberId === "m-4" ? { ...row, count: "2" } : row));
const slipped = draw({ tickets: more, seed, winners: 2 });
console.log(`with one ticket more: ${slipped.ticketsHash === drawn.ticketsHash ? "unseen" : "another hash"}`);
