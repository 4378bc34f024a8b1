import { type Offer, openClub, type Program } from "vafa";
import { seeded } from "./workload.js";

const COUNTS = [10, 15, 20, 24];
const CASES = 20;

type Shape = (
  count: number,
  random: () => number,
) => { readonly offers: readonly Offer[]; readonly groups: Program["groups"] };

const whole = (random: () => number, below: number) => Math.floor(random() * below);

/** Two in three discount, the others give credit: both what competes and what depends on it. */
function offer(index: number, percent: number, group?: string): Offer {
  const id = `o${index}`;
  const category = `c${index % 8}`;
  const kind = index % 3 === 2 ? ("credit" as const) : ("discount" as const);
  const benefit =
    index % 2 === 0
      ? { kind, percent: percent.toFixed(2) }
      : { kind, percent: percent.toFixed(2), items: { category } };
  return group === undefined ? { id, benefit } : { id, group, benefit };
}

const SHAPES: { readonly [name: string]: Shape } = {
  "random groups": (count, random) => ({
    groups: [1, 2, 3, 4].map((limit) => ({ id: `g${limit}`, limit: Math.min(limit, 2) })),
    offers: Array.from({ length: count }, (_, index) =>
      offer(index, 1 + random() * 20, `g${1 + whole(random, 4)}`),
    ),
  }),
  "one group": (count, random) => ({
    groups: [],
    offers: Array.from({ length: count }, (_, index) => offer(index, 1 + random() * 20)),
  }),
  "half may stand": (count, random) => ({
    groups: [{ id: "default", limit: Math.floor(count / 2) }],
    offers: Array.from({ length: count }, (_, index) => offer(index, 1 + random() * 10)),
  }),
  "all may stand": (count, random) => ({
    groups: [{ id: "default", limit: count }],
    offers: Array.from({ length: count }, (_, index) => offer(index, 0.5 + random() * 3)),
  }),
  "nearly equal": (count, random) => ({
    groups: [{ id: "default", limit: Math.floor(count / 2) }],
    offers: Array.from({ length: count }, (_, index) => offer(index, 5 + random() * 0.05)),
  }),
};

/** How many choices are proven the best, and what a choice costs, by how many awards compete. */
export function benchChoices(print: (line?: string) => void): void {
  print("competing  shape             proven   ms/decision (median, worst)");
  for (const count of COUNTS) {
    for (const [name, shape] of Object.entries(SHAPES)) {
      let proven = 0;
      const times: number[] = [];
      for (let index = 0; index < CASES; index++) {
        const random = seeded(index * 31 + count);
        const club = openClub({ ...BASE, ...shape(count, random) });
        const request = basketOf(random);
        const begun = performance.now();
        if (club.quote(request).choice.proven) proven += 1;
        times.push(performance.now() - begun);
      }
      times.sort((a, b) => a - b);
      const [middle = 0, worst = 0] = [times[CASES / 2], times.at(-1)];
      const share = `${Math.round((proven * 100) / CASES)} %`;
      print(
        `${String(count).padStart(9)}  ${name.padEnd(16)} ${share.padStart(6)}   ${middle.toFixed(2)}, ${worst.toFixed(1)}`,
      );
    }
  }
}

const BASE = {
  id: "bench",
  version: "1",
  semantics: 1,
  currency: { code: "IRT", digits: 0 },
  timeZone: "Asia/Tehran",
  calendar: "persian",
  wallets: [
    { id: "credit", kind: "credit" },
    { id: "points", kind: "points", worth: "50" },
  ],
};

function basketOf(random: () => number) {
  return {
    member: { id: "m-1" },
    transaction: {
      id: "t-1",
      type: "purchase",
      at: "2026-11-21T17:30:00+03:30",
      currency: "IRT",
      lines: Array.from({ length: 8 }, (_, index) => ({
        id: `${index + 1}`,
        category: `c${index}`,
        unitPrice: `${(10 + whole(random, 300)) * 1_000}`,
        floorPrice: index % 4 === 0 ? `${5_000}` : "0",
      })),
    },
  };
}
