import { type Issue, issueAt } from "../documents/club-error.js";
import { parseInstant } from "../units/instant.js";
import type { BookedAdvance } from "./booked-figures.js";
import { type Exact, exactOf, minus, plus, sumOf } from "./exact.js";
import { type BookedLot, type LotBook, lotKey } from "./lot-book.js";
import { unbalanced } from "./unbalanced.js";

/** Tells the first thing that does not add up in what time brought: what became active is what left what is pending. */
export function auditAdvance({ activations, conversions, postings }: BookedAdvance): Issue | undefined {
  for (const [index, { amount, draws }] of conversions.entries()) {
    if (sumOf(draws, (draw) => draw.amount) !== exactOf(amount))
      return unbalanced(["conversions", index], "what the lots gave is not the amount");
  }
  const open = new Map<string, Exact>();
  for (const { amount, lot, wallet } of activations) {
    const key = lotKey(wallet, lot);
    open.set(key, plus(open.get(key) ?? 0, exactOf(amount)));
  }
  for (const { amount, from, lot, to, unit } of postings) {
    if (from !== `member:${unit}.pending` || to !== `member:${unit}`) continue;
    const key = lotKey(unit, lot ?? "");
    open.set(key, minus(open.get(key) ?? 0, exactOf(amount)));
  }
  for (const amount of open.values()) {
    if (amount !== 0) return unbalanced(["activations"], "is not what was posted");
  }
  return undefined;
}

/** Only what is active then may become so or convert, and only what has lapsed may lapse. */
export function auditHours(
  { activations, at, conversions, expiries }: BookedAdvance,
  book: LotBook,
): Issue | undefined {
  const now = parseInstant(at) ?? 0;
  const converted = conversions.flatMap(({ draws, wallet }) => draws.map(({ lot }) => ({ lot, wallet })));
  return (
    untimely("activations", activations, ({ activeAt }) => activeAt <= now, book) ??
    untimely("conversions", converted, (one) => one.activeAt <= now && now < one.expiresAt, book) ??
    untimely("expiries", expiries, ({ expiresAt }) => expiresAt <= now, book)
  );
}

function untimely(
  kind: string,
  lots: readonly { readonly lot: string; readonly wallet: string }[],
  isTime: (lot: BookedLot) => boolean,
  book: LotBook,
): Issue | undefined {
  for (const { lot, wallet } of lots) {
    const booked = book.get(lotKey(wallet, lot));
    if (booked !== undefined && isTime(booked)) continue;
    return issueAt("lot-mismatch", [kind], `it is not the hour of lot ${lot}`);
  }
  return undefined;
}
