import fc from "fast-check";
import type { Entry } from "vafa";
import { verifyLedger, verifyLines } from "vafa/ledger";
import { describe, expect } from "vitest";
import { readFigures } from "../../src/ledger/booked-figures.js";
import { readLedgerEntry } from "../../src/ledger/ledger-entry.js";
import { saleForm } from "../../src/ledger/sale-form.js";
import { histories } from "./generate-ledger.js";
import { seeds } from "./generate-value.js";
import { law } from "./law.js";

/** Making a chain costs a hundred times what verifying one does. */
const CHAINS: readonly (readonly Entry[])[] = fc
  .sample(histories, { seed: 43, numRuns: 40 })
  .map(({ entries }) => entries);

const lineOf = (entry: unknown) => JSON.stringify(entry);
const changed = fc.record({ chain: fc.nat(CHAINS.length - 1), place: fc.nat(5), seed: seeds });

/** Signs that mean something in JSON, in amounts, in instants or to whoever reads, and one that means nothing. */
const SIGNS = [
  '"',
  "\\",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  " ",
  "\t",
  "0",
  "9",
  ".",
  "-",
  "e",
  "T",
  "\u202e",
  "\ud800",
  "ی",
];

describe("lines of entries", () => {
  law("of every sale that the club wrote are read at once", 1, fc.constant(CHAINS), (chains) => {
    for (const line of chains.flat().map(lineOf)) expect(saleForm.readAt(line, 0)?.end).toBe(line.length);
  });

  law("verify as the entries themselves", 40, fc.constantFrom(...CHAINS), (entries) => {
    expect(verifyLines(entries.map(lineOf))).toEqual(verifyLedger(entries));
  });

  law(
    "changed in one place, tell what the entries themselves would tell",
    2_000,
    changed,
    ({ chain, place, seed }) => {
      const lines = (CHAINS[chain] ?? []).map(lineOf);
      const index = place % lines.length;
      lines[index] = altered(lines[index] ?? "", seed);
      const entries = lines.map(parsed);
      const verified = verifyLines(lines);
      if (entries.includes(undefined))
        expect(verified).toMatchObject({ ok: false, index, reason: "entry-form" });
      else expect(verified).toEqual(verifyLedger(entries));
    },
  );

  law(
    "that the pattern lets pass, the schemas let pass, and both read the same",
    4_000,
    changed,
    ({ chain, place, seed }) => {
      const entries = CHAINS[chain] ?? [];
      const line = altered(lineOf(entries[place % entries.length]), seed);
      const found = saleForm.readAt(line, 0);
      if (found === undefined || found.end !== line.length) return;
      const copy: unknown = JSON.parse(line);
      expect(JSON.stringify(copy)).toBe(line);
      expect(copy).toMatchObject(found.value);
      const entry = readLedgerEntry(copy);
      expect(entry.ok && readFigures(entry.value).ok).toBe(true);
    },
  );
});

/** One sign put in, taken out, or in the place of another. */
function altered(line: string, seed: number): string {
  const at = Math.floor(seed / 3) % line.length;
  const sign = SIGNS[seed % SIGNS.length] ?? "";
  return `${line.slice(0, at)}${seed % 3 === 0 ? "" : sign}${line.slice(seed % 3 === 1 ? at : at + 1)}`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
