import fc from "fast-check";
import type { Member, Offer, Program, Wallet } from "vafa";
import { asMember, type Case } from "./generate-case.js";
import { furnished } from "./generate-furnished-case.js";
import { maybe } from "./generate-value.js";

/** What an offer looks at that comes by itself. */
type When = Pick<Offer, "on" | "milestone" | "anniversary" | "inactivity" | "window">;

const leapDays = fc.constantFrom("before", "after", "exact", undefined);

const day = { month: 9, day: 30 };

const whens: fc.Arbitrary<When> = fc.oneof(
  fc.constant({ on: ["birthday"] }),
  leapDays.map((leapDay) => ({ on: ["anniversary"], anniversary: { name: "marriage", leapDay } })),
  leapDays.map((leapDay) => ({ on: ["anniversary"], anniversary: { name: "first-cup", leapDay } })),
  fc
    .subarray([{ months: 3 }, { months: 6 }, { years: 1 }, { days: 100 }], { minLength: 1 })
    .map((at) => ({ on: ["milestone"], milestone: { since: "joinedAt" as const, at } })),
  {
    weight: 4,
    arbitrary: fc
      .constantFrom({ days: 1 }, { days: 2 }, { months: 1 }, { days: 60 })
      .map((away) => ({ on: ["inactivity"], inactivity: { away } })),
  },
  fc.constant({ on: ["start"], window: { yearly: { from: day, to: day } } }),
  fc.constant({ on: ["start", "purchase"], window: { from: "2026-12-21", to: "2027-03-20" } }),
);

/** Who all of that comes to, on days that not every year has. */
const people: fc.Arbitrary<Partial<Member>> = fc.record({
  joinedAt: fc.constantFrom("2024-03-19T23:30:00+03:30", "2026-11-21T00:00:00+03:30", "2025-08-31T10:00:00Z"),
  birthDate: maybe(
    fc.constantFrom<NonNullable<Member["birthDate"]>>(
      "1992-02-29",
      { calendar: "persian", year: 1375, month: 12, day: 30 },
      { calendar: "persian", year: 1370, month: 9, day: 30 },
    ),
    3,
  ),
  anniversaries: fc.subarray(
    [
      { name: "marriage", date: "2015-12-21" },
      { name: "first-cup", date: { calendar: "persian", year: 1399, month: 12, day: 30 } as const },
    ],
    { minLength: 1 },
  ),
});

/** A cup for each visit, later; nine are one for free, for a while. */
const cards: fc.Arbitrary<Wallet> = fc.record({
  id: fc.constant("cups"),
  kind: fc.constant("points" as const),
  worth: fc.constant("0"),
  activatesAfter: fc.constantFrom({ days: 1 }, { days: 14 }, { months: 1 }),
  expires: maybe(fc.constantFrom<Wallet["expires"]>({ after: { months: 6 } }, { endOf: "season" })),
  converts: fc.constantFrom<Wallet["converts"]>(
    { every: "9", into: { voucher: "free-cup", expires: { after: { months: 2 } } } },
    { every: "2", into: { wallet: "tickets", amount: "3" } },
  ),
});

const CARD_OFFERS: readonly Offer[] = [
  { id: "cup", always: true, benefit: { kind: "points", wallet: "cups", perVisit: "6" } },
  { id: "free-cup", by: "voucher", benefit: { kind: "discount", percent: "100" } },
];

/** A purchase under a program some of whose offers come by themselves. */
export const visited: fc.Arbitrary<Case> = fc
  .tuple(furnished.map(asMember), fc.array(whens, { minLength: 1, maxLength: 6 }), people, cards)
  .map(([{ program, request }, ownWhens, person, card]) => ({
    program: {
      ...program,
      wallets: [...(program.wallets ?? []), card],
      offers: [
        ...program.offers.map((offer, index) => withWhen(offer, ownWhens[index % ownWhens.length])),
        ...CARD_OFFERS,
      ],
    },
    request: { ...request, member: { id: "m-1", ...request.member, ...person } },
  }));

/** Nothing is discounted where nothing is bought, and what competes line by line is for lines. */
function withWhen(offer: Offer, when: When | undefined): Offer {
  const text = JSON.stringify(offer);
  if (when === undefined || text.includes('"discount"') || text.includes('"by":"voucher"')) return offer;
  if (offer.group === "lines") return offer;
  return { ...offer, ...when };
}

/** A program in which time changes nothing of what a purchase is given. */
export function withoutConversions({ wallets = [], ...program }: Program): Program {
  return { ...program, wallets: wallets.map(({ converts: _, ...wallet }) => wallet) };
}
