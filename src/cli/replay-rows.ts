import { apply, type Club, ClubError, type Member, type RefundRequest, type Standing } from "vafa";
import type { ClubCounts } from "./club-counts.js";
import type { KeptSale, KeptSales } from "./kept-sales.js";
import { passTime } from "./pass-time.js";
import type { Complaint } from "./read-document.js";
import type { Row } from "./read-row.js";
import type { Tally } from "./tally.js";

/** One member on the way through the file. */
export interface Shopper {
  readonly member: Member;
  /** The fold of their entries; nothing of one that has none. */
  readonly standing: Standing | undefined;
  /** The line and the instant of their last row, and of a profile's line if there was no row. */
  readonly last?: { readonly line: number; readonly at: number };
}

export interface Replay {
  readonly club: Club;
  readonly counts: ClubCounts;
  /** By member id. Beside these nothing grows with the file. */
  readonly shoppers: Map<string, Shopper>;
  readonly sales: KeptSales;
  readonly tally: Tally;
  /** Takes every entry, as it is written. */
  write(entry: object): void;
}

type Faults = readonly Complaint[];

/** Decides one row; returns what is wrong with it, and then nothing of it is booked. */
export function replayRow(replay: Replay, row: Row, line: number): Faults {
  const { sales, shoppers } = replay;
  // For its last refund a sale is let go, whatever becomes of that.
  const sale = row.kind === "refund" ? sales.take(row.sale) : undefined;
  if (row.memberId === undefined) return row.kind === "refund" ? [] : sellToGuest(replay, row);
  const shopper = shoppers.get(row.memberId) ?? { member: { id: row.memberId }, standing: undefined };
  const at = typeof row.at === "string" ? Date.parse(row.at) : Number.NaN;
  const { last } = shopper;
  if (last !== undefined && at < last.at) {
    const message = `lies before the member's row in line ${last.line}`;
    const hint = "members may come in any order, and the rows of each in the order of their time";
    return [{ code: "time-range", path: `/${row.kind}/at`, message, hint }];
  }
  const before = letTimePass(replay, shopper, row.at);
  const now = before.ok ? before.shopper : shopper;
  const decided =
    row.kind === "refund" ? refund(replay, row, { sale, shopper: now }) : sell(replay, row, now);
  if (!before.ok) return decided.ok ? before.faults.map((fault) => ofRow(fault, row)) : decided.faults;
  if (!decided.ok) {
    before.takeBack();
    return decided.faults;
  }
  before.book();
  const { entry } = decided;
  decided.book();
  if (entry !== undefined) replay.write(entry);
  const standing = entry === undefined ? before.shopper.standing : apply(before.shopper.standing, entry);
  shoppers.set(row.memberId, { member: shopper.member, standing, last: { line, at } });
  return [];
}

/** Lets time pass for everybody up to an instant; returns what is wrong with whom. */
export function* replayTime(
  replay: Replay,
  at: string,
): Generator<readonly [string, Faults], void, undefined> {
  for (const [id, shopper] of replay.shoppers) {
    const passed = letTimePass(replay, shopper, at);
    if (passed.ok) {
      passed.book();
      replay.shoppers.set(id, passed.shopper);
    }
    yield [id, passed.ok ? [] : passed.faults];
  }
}

type Tried<Found> = (Found & { readonly ok: true }) | { readonly ok: false; readonly faults: Faults };

/** What falls due for a member up to an instant. It is written down only once the row that follows is known to be sound. */
function letTimePass(
  { club, counts, tally, write }: Replay,
  shopper: Shopper,
  at: unknown,
): Tried<{ readonly shopper: Shopper; book(): void; takeBack(): void }> {
  const nothing = { ok: true, shopper, book: () => {}, takeBack: () => {} } as const;
  // An instant that is none is told by the reading of its row.
  if (typeof at !== "string" || Number.isNaN(Date.parse(at))) return nothing;
  const tried = trying(() => ({ passed: passTime(club, memberNow(shopper), at, counts.rows()) }));
  if (!tried.ok) return tried;
  const { passed } = tried;
  if (passed === undefined) return nothing;
  counts.add(passed.clubUses);
  const { standing } = passed;
  return {
    ok: true,
    shopper: { ...shopper, standing },
    takeBack: () => counts.takeOff(passed.clubUses),
    book() {
      for (const entry of passed.entries) write(entry);
      tally.passed(passed);
    },
  };
}

type Decided = Tried<{ readonly entry?: object; book(): void }>;

function sellToGuest(replay: Replay, row: Extract<Row, { kind: "transaction" }>): Faults {
  const decided = sell(replay, row, undefined);
  if (!decided.ok) return decided.faults;
  decided.book();
  return [];
}

function sell(
  { club, counts, sales, tally }: Replay,
  row: Extract<Row, { kind: "transaction" }>,
  shopper: Shopper | undefined,
): Decided {
  const clubUses = counts.rows();
  const request = {
    ...row.request,
    ...(shopper === undefined ? {} : { member: memberNow(shopper) }),
    ...(clubUses.length === 0 ? {} : { clubUses }),
  };
  const tried = trying(() => ({ decision: club.evaluate(request) }));
  if (!tried.ok) return tried;
  const { decision } = tried;
  const { entry } = decision;
  return {
    ok: true,
    ...(entry === undefined ? {} : { entry }),
    book() {
      counts.add(decision.clubUses);
      tally.sold(decision, row.request);
      if (entry?.kind === "purchase") sales.keep(decision.transactionId, { entry, request });
    },
  };
}

function refund(
  { club, counts, tally }: Replay,
  row: Extract<Row, { kind: "refund" }>,
  { sale, shopper }: { readonly sale: KeptSale | undefined; readonly shopper: Shopper },
): Decided {
  if (sale === undefined) {
    const message = `no row above has sold ${JSON.stringify(row.sale)} to a member`;
    const hint = "a refund follows the sale that it names by its transaction's id";
    return { ok: false, faults: [{ code: "ref-missing", path: "/refund/sale", message, hint }] };
  }
  const isLookedAtAnew = club.program.refunds?.policy === "reevaluate";
  const request = {
    ...row.refund,
    member: memberNow(shopper),
    sale: sale.entry,
    ...(isLookedAtAnew ? { was: { request: sale.request } } : {}),
  } as Partial<RefundRequest>;
  const tried = trying(() => ({ decision: club.refund(request) }));
  if (!tried.ok) return { ok: false, faults: tried.faults.map((fault) => ofRow(fault, row)) };
  const { decision } = tried;
  return {
    ok: true,
    ...(decision.entry === undefined ? {} : { entry: decision.entry }),
    book() {
      counts.takeOff(decision.clubUses);
      tally.refunded(decision);
    },
  };
}

/** The path in the row, where the library has named its own place. */
function ofRow(fault: Complaint, { kind }: Pick<Row, "kind">): Complaint {
  return fault.path.startsWith("/member") ? fault : { ...fault, path: `/${kind}${fault.path}` };
}

function trying<Found extends object>(attempt: () => Found): Tried<Found> {
  try {
    return { ok: true, ...attempt() };
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return { ok: false, faults: error.issues };
  }
}

function memberNow({ member, standing }: Shopper): Member {
  return standing === undefined ? member : { ...member, standing };
}
