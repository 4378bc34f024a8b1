import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import fc from "fast-check";
import type { Entry } from "vafa";
import { checkpoint, verifyChain, verifyCheckpoint } from "vafa/ledger";
import { describe, expect } from "vitest";
import { type History, histories } from "./generate-ledger.js";
import { seeds } from "./generate-value.js";
import { law } from "./law.js";

/** Some chains to tamper with: making one costs a hundred times what verifying one does. */
const CHAINS = fc.sample(histories, { seed: 42, numRuns: 60 }).filter(({ entries }) => entries.length > 1);

/** By their places, so that a counterexample is short. */
const places = fc
  .record({ history: fc.nat(CHAINS.length - 1), place: fc.nat(5), other: fc.nat(5), seed: seeds })
  .map((one) => ({ ...one, chain: chainAt(one.history) }));

function chainAt(place: number): History {
  const chain = CHAINS[place];
  if (chain === undefined) throw new Error(`there is no chain at ${place}`);
  return chain;
}

const at = (place: number, { entries }: History) => place % entries.length;

/** A million tamperings: `VAFA_RUNS=200 npx vitest run --config .config/vitest.config.ts --root . test/laws/ledger-tampering`. */
describe("a chain that was tampered with does not verify", () => {
  law(
    "a change of any text, number or key, anywhere: at that entry",
    2_000,
    places,
    ({ chain, place, seed }) => {
      const index = at(place, chain);
      const entries = fresh(chain);
      change(entries[index] ?? {}, seed);
      const verified = verifyChain(entries);
      expect(verified).toMatchObject({ ok: false, sequence: index + 1 });
    },
  );

  law("an entry taken out, put in twice, brought from elsewhere, or two swapped", 500, places, (one) => {
    const { chain, seed } = one;
    const { entries } = chain;
    const [place, other] = [at(one.place, chain), at(one.other, chain)];
    const foreign = CHAINS[seed % CHAINS.length]?.entries[other];
    const broken = [
      ...(place < entries.length - 1 ? [entries.filter((_, index) => index !== place)] : []),
      [...entries.slice(0, place), entries[other], ...entries.slice(place)],
      ...(foreign === undefined || foreign.hash === entries[place]?.hash
        ? []
        : [entries.map((entry, index) => (index === place ? foreign : entry))]),
      ...(place === other ? [] : [swapped(entries, place, other)]),
    ];
    for (const chain of broken) expect(verifyChain(chain)).toMatchObject({ ok: false });
  });

  law("one sealed anew: at the next, or at the checkpoint", 300, places, ({ chain, place, seed }) => {
    const index = at(place, chain);
    const sealed = checkpoint(chain.entries.slice(-1));
    const entries = fresh(chain);
    const one = entries[index];
    if (one === undefined) return;
    change(one, seed, ["hash", "memberId", "sequence"]);
    const { hash: _, ...rest } = one;
    const hash = createHash("sha256")
      .update(`vafa:entry:1\n${canonicalize(rest)}`, "utf8")
      .digest("hex");
    entries[index] = { ...one, hash };
    const isFound = !verifyChain(entries).ok || !verifyCheckpoint(sealed, entries).ok;
    expect(isFound).toBe(true);
  });
});

/** What a forger does who knows how entries are sealed: the entry, and every later one on it. */
const forgeries = fc.constantFrom<Forge>(unbalancedTotal, unbalancedLine, misplaced, overdrawn);

describe("a chain that was sealed anew from the forged entry on does not verify", () => {
  law(
    "figures that contradict each other, and lots that give more than they hold",
    1_500,
    fc.record({ forge: forgeries, one: places }),
    ({ forge, one: { chain, place, seed } }) => {
      const entries = fresh(chain);
      const index = at(place, chain);
      const entry = entries[index];
      if (entry === undefined || !forge(entry, seed)) return;
      const verified = verifyChain(resealed(entries, index));
      const reason = forge === overdrawn ? "lot-mismatch" : "ledger-unbalanced";
      expect(verified).toMatchObject({ ok: false, sequence: index + 1, reason });
    },
  );
});

/** Changes an entry; false where there is nothing in it to change so. */
type Forge = (entry: Entry, seed: number) => boolean;

function unbalancedTotal({ totals }: Entry, seed: number): boolean {
  const key = (["discount", "due", "list", "redeemed"] as const)[seed % 4] ?? "due";
  return Reflect.set(totals, key, `1${totals[key]}`);
}

function unbalancedLine({ lines }: Entry, seed: number): boolean {
  const line = lines[seed % Math.max(1, lines.length)];
  return line !== undefined && Reflect.set(line, "paid", `1${line.paid}`);
}

/** Says of a discount that it took of one line what it took of another. */
function misplaced({ awards }: Entry, seed: number): boolean {
  const { amounts = [] } = awards.find(({ kind }) => kind === "discount") ?? {};
  const from = seed % Math.max(1, amounts.length);
  const to = amounts.findIndex((amount) => Number(amount) !== Number(amounts[from]));
  const [one, other] = [amounts[from], amounts[to]];
  if (one === undefined || other === undefined) return false;
  return Reflect.set(amounts, to, one) && Reflect.set(amounts, from, other);
}

/** Ten thousand million times as much out of the same lots, in every place that says so. */
function overdrawn({ postings, redemptions }: Entry): boolean {
  const [redemption] = redemptions;
  if (redemption === undefined) return false;
  const raise = (row: { readonly amount: string }) => {
    const [whole = "", decimals = ""] = row.amount.split(".");
    const shifted = `${whole}${decimals.slice(0, 2).padEnd(2, "0")}00000000`.replace(/^0+(?=.)/, "");
    Reflect.set(row, "amount", shifted);
  };
  const drawn = new Set(redemption.draws.map(({ lot }) => lot));
  const isDrawn = ({ from, lot, unit }: Entry["postings"][number]) =>
    unit === redemption.wallet && from.startsWith("member:") && lot !== null && drawn.has(lot);
  for (const row of [redemption, ...redemption.draws, ...postings.filter(isDrawn)]) raise(row);
  return true;
}

function resealed(entries: readonly Entry[], from: number): readonly Entry[] {
  let previousHash = entries[from]?.previousHash ?? "";
  return entries.map((entry, index) => {
    if (index < from) return entry;
    const { hash: _, ...rest } = { ...entry, previousHash };
    const hash = createHash("sha256")
      .update(`vafa:entry:1\n${canonicalize(rest)}`, "utf8")
      .digest("hex");
    previousHash = hash;
    return { ...rest, hash } as Entry;
  });
}

/** A copy in which no two entries share an empty list. */
function fresh({ entries }: History): Entry[] {
  return JSON.parse(JSON.stringify(entries));
}

function swapped<T>(list: readonly T[], one: number, other: number): readonly T[] {
  return list.map(
    (member, index) => (index === one ? list[other] : index === other ? list[one] : member) as T,
  );
}

/** Changes one value or one key somewhere within, which one the seed decides. */
function change(value: object, seed: number, untouched: readonly string[] = []): void {
  const members = Object.entries(value).filter(([key]) => !untouched.includes(key));
  const [key, member] = members[seed % Math.max(1, members.length)] ?? ["0", undefined];
  const next = Math.floor(seed / 7) + 1;
  const isKey = seed % 11 === 0 && !Array.isArray(value);
  if (typeof member === "object" && member !== null && !isKey) {
    change(member, next);
    return;
  }
  if (isKey) Reflect.deleteProperty(value, key);
  Reflect.set(value, isKey ? `${key}_` : key, isKey ? (member ?? null) : other(member, next));
}

function other(value: unknown, seed: number): unknown {
  if (typeof value === "number") return value + (seed % 2 === 0 ? 1 : -1);
  if (typeof value !== "string" || value === "") return "x";
  const place = seed % value.length;
  const letter = value[place] === "0" ? "1" : "0";
  return `${value.slice(0, place)}${letter}${value.slice(place + 1)}`;
}
