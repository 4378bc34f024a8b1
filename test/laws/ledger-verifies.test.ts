import fc from "fast-check";
import { balancesAt, standingOf, trialBalance, verifyChain, verifyLedger } from "vafa/ledger";
import { describe, expect } from "vitest";
import { histories } from "./generate-ledger.js";
import { law } from "./law.js";
import { minor } from "./sum.js";

describe("whatever a member does", () => {
  law(
    "their chain verifies, their standing is its fold, and replay gives the same bytes",
    60,
    histories,
    (history) => {
      const { entries, standing } = history;
      expect(verifyChain(entries)).toEqual({ ok: true, head: standing.head });
      expect(verifyLedger(entries)).toEqual({
        ok: true,
        entries: entries.length,
        heads: [{ memberId: "m-1", ...standing.head }],
      });
      const replayed = standingOf(JSON.parse(JSON.stringify(entries)));
      expect(JSON.stringify(replayed)).toBe(JSON.stringify(standing));
    },
  );

  law(
    "any part of the chain verifies from the standing before it",
    30,
    histories,
    ({ entries, standing }) => {
      for (const at of entries.keys()) {
        const from = standingOf(entries.slice(0, at));
        const options = from === undefined ? {} : { from };
        expect(verifyChain(entries.slice(at), options)).toEqual({ ok: true, head: standing.head });
      }
    },
  );

  law("every unit nets to nothing", 60, histories, ({ entries }) => {
    const { accounts, units } = trialBalance(entries);
    for (const { net } of units) expect(minor(net)).toBe(0n);
    for (const { received, gave, balance } of accounts) {
      expect(signed(balance)).toBe(minor(received) - minor(gave));
    }
  });

  const moments = fc.constantFrom(
    "2026-11-21T14:00:00Z",
    "2026-12-30T00:00:00Z",
    "2027-06-01T00:00:00Z",
    "2100-01-01T00:00:00Z",
  );
  law(
    "balances from the postings are those of the standing's lots, at any instant",
    60,
    fc.record({ history: histories, moment: moments }),
    ({ history: { entries }, moment }) => {
      const until = Date.parse(moment);
      const { lots = [] } = standingOf(entries.filter(({ at }) => Date.parse(at) <= until)) ?? {};
      const found = new Map(balancesAt(entries, moment).map((row) => [row.wallet, row]));
      for (const wallet of ["credit", "gift-credit", "points", "stars", "stamps"]) {
        const sums = { spendable: 0n, pending: 0n, expired: 0n };
        for (const lot of lots) {
          if (lot.wallet !== wallet) continue;
          const isExpired = lot.expiresAt != null && Date.parse(lot.expiresAt) <= until;
          const isPending = lot.activeAt !== undefined && Date.parse(lot.activeAt) > until;
          sums[isExpired ? "expired" : isPending ? "pending" : "spendable"] += minor(String(lot.amount));
        }
        const row = found.get(wallet) ?? { spendable: "0", pending: "0", expired: "0" };
        const { spendable, pending, expired } = row;
        expect({ spendable: minor(spendable), pending: minor(pending), expired: minor(expired) }).toEqual(
          sums,
        );
      }
    },
  );
});

function signed(text: string): bigint {
  return text.startsWith("-") ? -minor(text.slice(1)) : minor(text);
}
