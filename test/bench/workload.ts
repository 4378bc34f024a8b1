import type { Condition, Offer, Program, Request } from "vafa";

/** A seeded generator: the same workload on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Workload {
  readonly program: Program;
  readonly requests: readonly Request[];
}

const TIERS = ["bronze", "silver", "gold"];
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const CHANNELS = ["store", "web", "app"];
const CATEGORIES = 500;
const SEGMENTS = 200;
const STORES = 200;

type Random = () => number;
const whole = (random: Random, below: number) => Math.floor(random() * below);
/** Skewed: few categories sell most. */
const skewed = (random: Random, below: number) => Math.floor(random() ** 3 * below);

/**
 * Programs of 5, 30, 300 … offers of which a transaction of 8 lines matches about 7 at most: conditions on category,
 * tier, dates, weekday, basket, visits, segment, channel, store and birthday, a third of them nested.
 */
export function createWorkload(offers: number, requests: number, seed = 7): Workload {
  const random = seeded(seed);
  const program: Program = {
    id: "bench",
    version: "1",
    semantics: 1,
    currency: { code: "IRT", digits: 0 },
    timeZone: "Asia/Tehran",
    calendar: "persian",
    wallets: [
      { id: "credit", kind: "credit", expires: { after: { months: 6 } } },
      { id: "points", kind: "points", worth: "50" },
    ],
    tiers: { ladder: TIERS.map((id) => ({ id })) },
    groups: [
      { id: "default", limit: 1 },
      { id: "second", limit: 2 },
    ],
    offers: [
      { id: "base", always: true, benefit: { kind: "points", perSpend: { every: "10000", grant: "1" } } },
      ...Array.from({ length: offers - 1 }, (_, index) => createOffer(index, offers, random)),
    ],
  };
  return { program, requests: Array.from({ length: requests }, (_, index) => createRequest(index, random)) };
}

function createOffer(index: number, offers: number, random: Random): Offer {
  const narrow = offers > 30;
  const first = narrow ? narrowCheck(random) : wideCheck(random);
  const second = narrow && offers > 300 ? narrowCheck(random) : wideCheck(random);
  const when: Condition =
    index % 3 === 0
      ? { any: [{ all: [first, second] }, { all: [narrowCheck(random), wideCheck(random)] }] }
      : { all: [first, ...(offers <= 5 ? [] : [second])] };
  const id = `offer-${index}`;
  const group = index % 4 === 0 ? "second" : "default";
  const size = `${1 + whole(random, 20)}`;
  const benefit =
    index % 5 < 2
      ? ({ kind: "discount", percent: size } as const)
      : index % 5 < 4
        ? ({ kind: "credit", percent: size } as const)
        : ({ kind: "points", perSpend: { every: "20000", grant: size } } as const);
  return { id, group, when, benefit };
}

/** About one in thirty to one in two hundred. */
function narrowCheck(random: Random): Condition {
  switch (whole(random, 5)) {
    case 0:
      return {
        fact: "basket.quantity",
        params: { category: `c${skewed(random, CATEGORIES)}` },
        operator: "greaterThan",
        value: 0,
      };
    case 1:
      return { fact: "member.segments", operator: "contains", value: `s${whole(random, SEGMENTS)}` };
    case 2:
      return { fact: "transaction.location", operator: "equal", value: `b${whole(random, STORES)}` };
    case 3:
      return { fact: "member.daysToBirthday", operator: "lessThanInclusive", value: 2 + whole(random, 6) };
    default:
      return { fact: "local.day", operator: "equal", value: 1 + whole(random, 29) };
  }
}

/** About one in two or three. */
function wideCheck(random: Random): Condition {
  switch (whole(random, 6)) {
    case 0:
      return { fact: "member.tier", operator: "in", value: [TIERS[whole(random, 3)] ?? "bronze", "gold"] };
    case 1:
      return { fact: "basket.total", operator: "greaterThan", value: `${400_000 + whole(random, 600_000)}` };
    case 2:
      return { fact: "member.visitNumber", operator: "greaterThanInclusive", value: 5 + whole(random, 20) };
    case 3:
      return {
        fact: "local.weekday",
        operator: "in",
        value: [0, 2, 4].map((step) => WEEKDAYS[(whole(random, 7) + step) % 7]),
      };
    case 4:
      return { fact: "transaction.channel", operator: "equal", value: CHANNELS[whole(random, 3)] ?? "store" };
    default:
      return betweenDates(random);
  }
}

/** Three to seven months of the year. */
function betweenDates(random: Random): Condition {
  const from = 1 + whole(random, 6);
  const to = from + 2 + whole(random, 5);
  const two = (part: number) => `${part}`.padStart(2, "0");
  return {
    all: [
      { fact: "local.date", operator: "greaterThanInclusive", value: `2026-${two(from)}-01` },
      { fact: "local.date", operator: "lessThanInclusive", value: `2026-${two(to)}-28` },
    ],
  };
}

function createRequest(index: number, random: Random): Request {
  const date = new Date(Date.UTC(2026, whole(random, 12), 1 + whole(random, 28), 5 + whole(random, 12)));
  return {
    member: {
      id: `m-${index}`,
      joinedAt: "2024-01-01T10:00:00+03:30",
      birthDate: {
        calendar: "persian",
        year: 1350 + whole(random, 40),
        month: 1 + whole(random, 12),
        day: 1 + whole(random, 29),
      },
      segments: [`s${whole(random, SEGMENTS)}`, `s${whole(random, SEGMENTS)}`],
      standing: {
        tier: TIERS[whole(random, 3)],
        visits: whole(random, 40),
        spend: `${whole(random, 9_000_000)}`,
        lots: [],
        uses: [],
      },
    },
    transaction: {
      id: `t-${index}`,
      type: "purchase",
      at: date.toISOString(),
      currency: "IRT",
      channel: CHANNELS[whole(random, 3)],
      location: `b${whole(random, STORES)}`,
      lines: Array.from({ length: 8 }, (_, line) => ({
        id: `${line + 1}`,
        sku: `k${whole(random, 5_000)}`,
        category: [`c${skewed(random, CATEGORIES)}`],
        quantity: `${1 + whole(random, 3)}`,
        unitPrice: `${(1 + whole(random, 100)) * 1_000}`,
      })),
    },
  };
}
