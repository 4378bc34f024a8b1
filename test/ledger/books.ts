import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { apply, type Club, type Entry, openClub, type Program, type Request, type Standing } from "vafa";

/*
 * The ledger tests' own words: a café that gives a tenth back as credit for six months, a point for every 10,000 that
 * can be used from the next day on, and takes credit at the till.
 */

const PROGRAM: Program = {
  id: "cafe",
  version: "1",
  semantics: 1,
  currency: { code: "IRT", digits: 0 },
  timeZone: "Asia/Tehran",
  calendar: "persian",
  wallets: [
    { id: "credit", kind: "credit", expires: { after: { months: 6 } }, redemption: {} },
    { id: "points", kind: "points", worth: "0", activatesAfter: { days: 1 } },
  ],
  offers: [
    { id: "back", always: true, benefit: { kind: "credit", percent: "10" } },
    { id: "base", always: true, benefit: { kind: "points", perSpend: { every: "10000", grant: "1" } } },
  ],
};

export function cafe(): Club {
  return openClub(PROGRAM);
}

/** An afternoon in Tehran. */
export function on(date: string): string {
  return `${date}T17:30:00+03:30`;
}

/** One purchase of somebody: what it costs, and how much of it credit is to pay. */
export interface Visit {
  readonly at?: string;
  readonly price?: string;
  readonly redeem?: string;
}

export function purchase(
  id: string,
  { at = on("2026-11-21"), price = "100000", redeem }: Visit = {},
): Request {
  return {
    member: { id: "m-1" },
    transaction: {
      id,
      type: "purchase",
      at,
      currency: "IRT",
      lines: [{ id: "1", unitPrice: price }],
      ...(redeem === undefined ? {} : { redeem: [{ wallet: "credit", amount: redeem }] }),
    },
  };
}

/** The chain that these visits of one member make. */
export function chainOf(visits: readonly Visit[], memberId = "m-1"): readonly Entry[] {
  const club = cafe();
  const entries: Entry[] = [];
  let standing: Standing | undefined;
  for (const [index, visit] of visits.entries()) {
    const request = { ...purchase(`${memberId}-t-${index + 1}`, visit), member: { id: memberId, standing } };
    const { entry } = club.evaluate(request);
    if (entry === undefined) throw new Error("a member's purchase is booked");
    entries.push(entry);
    standing = apply(standing, entry);
  }
  return entries;
}

/** Five visits, the third of which spends 15,000 of the 20,000 that the first two gave. */
export const FIVE: readonly Visit[] = [
  { at: on("2026-11-21") },
  { at: on("2026-11-22") },
  { at: on("2026-11-24"), redeem: "15000" },
  { at: on("2026-11-25") },
  { at: on("2026-11-26") },
];

/** The same entry with a change, sealed as whoever forges one would: by the rules, which are public. */
export function forged<E extends { readonly hash: string }>(entry: E, change: object): E {
  const { hash: _, ...rest } = { ...entry, ...change };
  const sealed = `vafa:entry:1\n${canonicalize(rest)}`;
  return { ...entry, ...change, hash: createHash("sha256").update(sealed, "utf8").digest("hex") };
}

/** A chain with one entry forged, and every later one sealed anew on it. */
export function rewritten(entries: readonly Entry[], place: number, change: object): readonly Entry[] {
  let previousHash = entries[place]?.previousHash ?? "";
  return entries.map((entry, index) => {
    if (index < place) return entry;
    const one = forged(entry, { previousHash, ...(index === place ? change : {}) });
    previousHash = one.hash;
    return one;
  });
}

export function entryAt(entries: readonly Entry[], place: number): Entry {
  const entry = entries[place];
  if (entry === undefined) throw new Error(`there is no entry at ${place}`);
  return entry;
}
