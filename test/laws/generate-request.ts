import fc from "fast-check";
import type { Line, Member, Request, Standing } from "vafa";
import { type DECLARED, VALUES } from "./generate-condition.js";
import { CURRENCY, OFFER_IDS } from "./generate-program.js";
import { LABELS, TIERS, WALLETS } from "./generate-terms.js";
import { maybe, minorUnits, written } from "./generate-value.js";

/** Around Yalda, a birthday and midnight. */
const instants = fc.constantFrom(
  "2026-11-21T17:30:00+03:30",
  "2026-11-21T00:15:00+03:30",
  "2026-11-20T22:00:00Z",
  "2026-12-31T23:59:59.999-03:30",
  "2027-03-20T23:30:00+03:30",
  "2024-02-29T12:00:00Z",
);

const LINE_IDS = ["1", "2", "10", "a", "B", "~"] as const;

/** Whole, broken and tiny quantities. */
const quantities = fc.constantFrom(undefined, "1", 2, "3", "10", "0.5", "0.333333", "1.25", "0.000001");

/** A floor as a part of the price; above it now and then. */
const floors = fc.constantFrom(undefined, undefined, undefined, undefined, 0, 0.3, 0.5, 0.9, 1, 1.5);

function lines(digits: number): fc.Arbitrary<Line> {
  return fc
    .record({
      id: fc.constantFrom(...LINE_IDS),
      sku: maybe(fc.constantFrom(...LABELS.sku)),
      category: maybe(
        fc.oneof(fc.constantFrom(...LABELS.category), fc.subarray([...LABELS.category], { minLength: 1 })),
        1,
        4,
      ),
      brand: maybe(fc.constantFrom(...LABELS.brand), 1, 2),
      tags: maybe(fc.subarray([...LABELS.tag])),
      quantity: quantities,
      price: fc.oneof({ weight: 14, arbitrary: minorUnits }, { weight: 1, arbitrary: fc.constant(0) }),
      rounded: maybe(fc.integer({ min: 0, max: 1 }), 5),
      floor: floors,
      discountable: maybe(fc.boolean(), 6),
      accrues: maybe(fc.boolean(), 6),
      kind: maybe(fc.constantFrom("goods", "fee"), 8),
    })
    .map(({ id, price, rounded, floor, quantity, ...rest }) => {
      const pieces = Number(quantity ?? 1);
      // What the till has rounded, it has rounded a little.
      const amount = rounded === undefined || pieces % 1 !== 0 ? undefined : price * pieces + rounded;
      return {
        id,
        unitPrice: written(price, digits),
        quantity,
        ...(amount === undefined || amount > Number.MAX_SAFE_INTEGER
          ? {}
          : { amount: written(amount, digits) }),
        ...(floor === undefined ? {} : { floorPrice: written(Math.floor(price * floor), digits) }),
        ...rest,
      };
    });
}

function baskets(digits: number): fc.Arbitrary<readonly Line[]> {
  const selector = ({ id }: Line) => id;
  return fc.uniqueArray(lines(digits), { selector, minLength: 1, maxLength: LINE_IDS.length, size: "max" });
}

/** Dates in two calendars, some of them days that not every year has. */
const dates = fc.constantFrom(
  "1990-11-22",
  "1996-02-29",
  { calendar: "persian", year: 1370, month: 8, day: 30 } as const,
  { calendar: "persian", year: 1375, month: 12, day: 30 } as const,
);

const standings: fc.Arbitrary<Standing> = fc.record({
  tier: maybe(fc.constantFrom(...TIERS, "of-old"), 1, 6),
  visits: maybe(fc.nat(30), 1, 6),
  spend: maybe(fc.constantFrom("0", "500", 100_000), 1, 6),
  lastVisitAt: maybe(fc.constantFrom("2026-09-01T10:00:00Z", "2023-01-01T00:00:00+03:30")),
  lots: maybe(
    fc.uniqueArray(
      fc.record({
        id: fc.constantFrom("lot-1", "lot-2", "lot-3", "lot-4", "Lot"),
        wallet: fc.constantFrom(...WALLETS.map(({ wallet }) => wallet)),
        amount: fc.constantFrom("0", "7", 100, "2500", 90_000),
        at: maybe(fc.constantFrom("2023-05-01T10:00:00Z", "2024-01-01T10:00:00Z")),
        activeAt: maybe(fc.constantFrom("2023-06-01T10:00:00Z", "2027-06-01T10:00:00Z"), 3),
        expiresAt: maybe(fc.constantFrom(null, "2026-11-21T17:30:00+03:30", "2028-01-01T00:00:00Z")),
        usable: maybe(fc.constantFrom(...OFFER_IDS), 4),
        offer: maybe(fc.constantFrom(...OFFER_IDS)),
        renewable: maybe(fc.boolean()),
        pending: maybe(fc.boolean(), 4),
      }),
      { maxLength: 5, selector: ({ id }) => id },
    ),
  ),
  balances: maybe(fc.constant([{ wallet: "points", amount: "40" }]), 5),
  uses: maybe(
    fc.array(
      fc.record({
        offer: fc.constantFrom(...OFFER_IDS),
        at: fc.constantFrom("2026-11-21T08:00:00+03:30", "2026-10-30T08:00:00Z", "2023-11-21T08:00:00Z"),
        day: maybe(fc.constant("2026-11-20"), 4),
        birthdayYear: maybe(fc.constantFrom(1405, 2026), 4),
        amount: maybe(fc.constantFrom("1", "12.5", 40)),
      }),
      { maxLength: 4 },
    ),
  ),
  vouchers: maybe(
    fc.uniqueArray(
      fc.record({
        id: fc.constantFrom("v-1", "v-2", "V"),
        offer: fc.constantFrom(...OFFER_IDS),
        issuedAt: maybe(fc.constantFrom("2023-06-01T10:00:00Z", "2027-06-01T10:00:00Z"), 4),
        expiresAt: maybe(fc.constantFrom(null, "2024-01-01T00:00:00Z", "2028-01-01T00:00:00Z"), 1, 2),
      }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
    3,
  ),
  streaks: maybe(fc.record({ weeks: fc.constantFrom(0, 1, 4), months: fc.constantFrom(0, 2) })),
  raisedTier: maybe(
    fc.record({
      tier: fc.constantFrom(...TIERS, "of-old"),
      until: fc.constantFrom("2026-11-21T17:30:00+03:30", "2028-01-01T00:00:00Z"),
    }),
    6,
  ),
  head: maybe(
    fc.record({ sequence: fc.integer({ min: 1, max: 99 }), hash: fc.constant("ab".repeat(32)) }),
    4,
  ),
});

/** What is said of a fact, and now and then something of another type, or nothing. */
function said<T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  const wrong = fc.constantFrom<unknown>(null, 1.5, "1e3", {}, ["cat", 1], "2026-02-30", "25:00", true, "-0");
  return fc.oneof(
    { weight: 5, arbitrary: value },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: wrong },
  );
}

const attributes = fc.record({
  isParent: said(VALUES.boolean),
  address: fc.oneof<fc.Arbitrary<unknown>[]>(
    fc.record({ city: said(VALUES.text) }),
    fc.constantFrom(null, "Shiraz"),
  ),
  pets: said(VALUES.texts),
  sizes: fc
    .oneof<fc.Arbitrary<unknown>[]>(fc.tuple(said(VALUES.number)), fc.constant([]))
    .map((sizes) => (Array.isArray(sizes) ? sizes.filter((size) => size !== undefined) : sizes)),
  income: said(VALUES.money),
  wedding: said(VALUES.date),
  rises: said(VALUES.time),
});

const facts = fc.record({
  isStudent: said(VALUES.boolean),
  mood: said(VALUES.text),
  hobbies: said(VALUES.texts),
  score: said(VALUES.number),
  allowance: said(VALUES.money),
  due: said(VALUES.date),
  wakesAt: said(VALUES.time),
} satisfies { readonly [name in keyof typeof DECLARED]: fc.Arbitrary<unknown> });

const contacts = fc.record({
  locale: maybe(fc.constantFrom("fa-IR", "en", "tr")),
  channels: maybe(fc.subarray<"sms" | "push" | "email">(["sms", "push", "email"]), 1, 4),
  consent: maybe(
    fc.record({ service: maybe(fc.boolean(), 1, 4), promotional: maybe(fc.boolean(), 1, 4) }),
    1,
    4,
  ),
});

/** A member who is new or known; a field may be left out anywhere. */
const members: fc.Arbitrary<Member> = fc.record({
  id: fc.constantFrom("m-81f3", "0499370898"),
  joinedAt: maybe(fc.constantFrom("2025-02-01T10:00:00+03:30", "2026-11-21T00:00:00Z")),
  birthDate: maybe(dates, 1, 2),
  anniversaries: maybe(
    fc.array(fc.record({ name: fc.constantFrom("marriage", "founding"), date: dates }), { maxLength: 2 }),
  ),
  segments: maybe(fc.subarray(["students", "vip", "cat"])),
  attributes: maybe(attributes),
  contact: maybe(contacts),
  standing: maybe(standings, 1, 3),
});

/** Requests of guests, new members and known ones. */
export function requests(digits: number): fc.Arbitrary<Request> {
  return fc.record({
    member: maybe(members, 1, 9),
    transaction: fc.record({
      id: fc.constantFrom("t-1", "t-2"),
      type: fc.constant("purchase" as const),
      at: instants,
      currency: fc.constant(CURRENCY),
      channel: maybe(fc.constantFrom("store", "web")),
      location: maybe(fc.constantFrom("branch-3", "store")),
      codes: maybe(fc.subarray([" yalda", "NOWRUZ", "other"])),
      tenders: maybe(
        fc.constantFrom([{ type: "card", amount: "5" }, { type: "cash" }], [{ type: "gift" }], []),
      ),
      lines: baskets(digits),
    }),
    facts: maybe(facts, 1, 3),
  });
}
