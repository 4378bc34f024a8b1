import {
  type AdjustmentEntry,
  type AdvanceEntry,
  apply,
  type Club,
  type Decision,
  type Entry,
  openClub,
  type RefundDecision,
  type RefundEntry,
  type Request,
  type Standing,
} from "vafa";
import { type Back, programOf, type Step, type Story } from "./generate-history.js";
import { minor } from "./sum.js";

type AnyEntry = Entry | RefundEntry | AdjustmentEntry | AdvanceEntry;

/** A sale, what was asked for it, and what of it came back. */
interface SaleOfLife {
  readonly entry: Entry;
  readonly request: Request;
  readonly backs: RefundDecision[];
}

/** What became of a member. */
export interface Life {
  readonly club: Club;
  readonly entries: readonly AnyEntry[];
  /** Those of them that time brought. */
  readonly times: ReadonlySet<AnyEntry>;
  /** After each entry. */
  readonly standings: readonly Standing[];
  readonly decisions: readonly Decision[];
  readonly sales: readonly SaleOfLife[];
  readonly standing: Standing | undefined;
  /** When the last step was. */
  readonly until: string;
}

const PROFILE = {
  id: "m-1",
  joinedAt: "2026-02-17T10:00:00+03:30",
  birthDate: { calendar: "persian", year: 1375, month: 12, day: 30 },
  anniversaries: [{ name: "marriage", date: "2015-06-12" }],
} as const;

const START = Date.UTC(2026, 2, 1, 6, 30);
const HOUR = 3_600_000;

/** Lives a story: time passes for the member before each thing that happens, as a ledger sees to. */
export function live({ terms, steps }: Story): Life {
  const club = openClub(programOf(terms));
  const entries: AnyEntry[] = [];
  const times = new Set<AnyEntry>();
  const standings: Standing[] = [];
  const decisions: Decision[] = [];
  const sales: SaleOfLife[] = [];
  let standing: Standing | undefined;
  let now = START;
  const keep = (entry: AnyEntry | undefined): void => {
    if (entry === undefined) return;
    standing = apply(standing, entry);
    entries.push(entry);
    standings.push(standing);
  };
  const member = () => ({ ...PROFILE, standing });
  const sell = (id: string, step: Extract<Step, { readonly prices: unknown }>): void => {
    const request: Request = { member: member(), transaction: purchaseOf(id, now, step, standing) };
    const decision = club.evaluate(request);
    decisions.push(decision);
    keep(decision.entry);
    if (decision.entry !== undefined) sales.push({ entry: decision.entry, request, backs: [] });
  };
  const bring = (id: string, back: Omit<Back, "kind">): void => {
    const sale = sales[back.sale % sales.length];
    if (sale === undefined) return;
    const was = { request: sale.request };
    const asked = { id, at: at(now), member: member(), sale: sale.entry, cause: back.cause, was };
    const decision = club.refund({ ...asked, ...returnedOf(back, sale, standing) });
    if (decision.status === "accepted") sale.backs.push(decision);
    keep(decision.entry);
  };
  for (const [index, step] of steps.entries()) {
    now += step.hours * HOUR;
    for (const entry of club.advance({ member: member(), at: at(now) }).entries) {
      times.add(entry);
      keep(entry);
    }
    const id = `t-${index}`;
    switch (step.kind) {
      case "purchase":
        sell(id, step);
        break;
      case "exchange":
        bring(`${id}-back`, step);
        sell(id, step);
        break;
      case "refund":
        bring(id, step);
        break;
      case "survey": {
        const transaction = { id, type: "survey", at: at(now), survey: { score: 8 } };
        keep(club.evaluate({ member: member(), transaction }).entry);
        break;
      }
      case "adjust": {
        const { wallet, amount, direction } = step;
        const asked = {
          id,
          at: at(now),
          member: member(),
          wallet,
          amount,
          direction,
          reason: "test",
          by: "law",
        };
        keep(club.adjust(asked).entry);
        break;
      }
      case "advance":
        break;
    }
  }
  return { club, entries, times, standings, decisions, sales, standing, until: at(now) };
}

/** The member of a life, as they are at its end, or had been with another standing. */
export function memberOf(standing: Standing | undefined) {
  return { ...PROFILE, standing };
}

export function at(instant: number): string {
  return new Date(instant).toISOString();
}

function purchaseOf(
  id: string,
  now: number,
  step: {
    readonly prices: readonly number[];
    readonly pays?: string | undefined;
    readonly vouchers?: boolean;
  },
  standing: Standing | undefined,
): Request["transaction"] {
  const { pays, prices } = step;
  const held = (standing?.vouchers ?? []).filter(({ expiresAt }) => isAfter(expiresAt, now));
  const points = (standing?.lots ?? []).filter(
    ({ wallet, activeAt, expiresAt }) =>
      wallet === "points" && !isAfter(activeAt ?? null, now) && isAfter(expiresAt, now),
  );
  const spendable = points.reduce((sum, { amount }) => sum + minor(String(amount)), 0n);
  const canDrink = spendable >= minor("40") && prices.some((price) => price > 0);
  const redeem =
    pays === "drink"
      ? canDrink
        ? [{ catalogue: "drink" } as const]
        : []
      : pays === undefined
        ? []
        : [{ wallet: pays, amount: "max" } as const];
  return {
    id,
    type: "purchase",
    at: at(now),
    currency: "IRT",
    lines: prices.map((unitPrice, index) => ({ id: `${index + 1}`, quantity: index + 1, unitPrice })),
    ...(redeem.length === 0 ? {} : { redeem }),
    ...(step.vouchers === true && held.length > 0
      ? { vouchers: held.slice(0, 10).map((voucher) => voucher.id) }
      : {}),
  };
}

function isAfter(instant: string | null | undefined, now: number): boolean {
  return instant === null || instant === undefined || Date.parse(instant) > now;
}

/** What is left of a sale, some of it or all. */
function returnedOf(
  { by, line: place }: Omit<Back, "kind">,
  { entry }: SaleOfLife,
  standing: Standing | undefined,
): { readonly returned: readonly object[] } | { readonly amount: string } {
  const row = standing?.sales?.find(({ id }) => id === entry.id);
  const leftOf = ({ id, quantity }: Entry["lines"][number]): number =>
    Number(quantity) - Number(row?.returned.find(({ line }) => line === id)?.quantity ?? 0);
  const left = entry.lines.filter((line) => leftOf(line) > 0);
  const one = left[place % left.length] ?? entry.lines[0];
  if (one === undefined) throw new Error("a sale has lines");
  if (by === "money") return { amount: `${Math.max(1, Math.floor(Number(entry.totals.due) / 3))}` };
  if (by === "all" && left.length > 0)
    return { returned: left.map((line) => ({ line: line.id, quantity: `${leftOf(line)}` })) };
  return { returned: [{ line: one.id, quantity: by === "unit" ? "1" : `${Math.max(1, leftOf(one))}` }] };
}
