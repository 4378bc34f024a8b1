import fc from "fast-check";
import type { Benefit, CatalogueItem, Member, Offer, Program, Request } from "vafa";
import { type Case, conditional, contests } from "./generate-case.js";
import { discounts, lineDiscounts } from "./generate-discount.js";
import { itemFilters, percent } from "./generate-terms.js";
import { maybe, money } from "./generate-value.js";
import { varied } from "./generate-varied-case.js";

/** What an offer has beside its own keys, where it can. */
interface Trimming {
  readonly by: "voucher" | undefined;
  readonly budget: string | undefined;
  readonly most: string | number | undefined;
  readonly count: number | undefined;
  readonly onShort: "partial" | "refuse" | undefined;
  readonly repeat: number | undefined;
  readonly inAll: { readonly uses?: number | undefined; readonly members?: number | undefined } | undefined;
  readonly holdout: { readonly percent: string | number } | undefined;
  /** In the contest on lines, with this benefit. */
  readonly onLines: Benefit | undefined;
}

const BUDGETS = ["yalda", "B"] as const;
const ITEMS = ["free-drink", "Cake"] as const;

function trimmings(digits: number): fc.Arbitrary<Trimming> {
  const credit = fc.record({ percent }).map((rate) => ({ wallet: "credit", ...rate }));
  return fc.record({
    by: maybe(fc.constant("voucher" as const), 6),
    budget: maybe(fc.constantFrom(...BUDGETS), 3),
    most: maybe(fc.constantFrom("1", "20", 300), 5),
    count: maybe(fc.constantFrom(1, 3)),
    onShort: maybe(fc.constantFrom("partial", "refuse")),
    repeat: maybe(fc.constantFrom(1, 1, 2), 2),
    inAll: maybe(
      fc.oneof(
        fc.record({ uses: fc.constantFrom(1, 800) }),
        fc.record({ uses: maybe(fc.constant(900)), members: fc.constantFrom(2, 400) }),
      ),
      7,
    ),
    holdout: maybe(fc.record({ percent: fc.constantFrom("50", 0, "12.5", 100) }), 9),
    onLines: maybe(
      fc
        .tuple(
          fc.oneof(
            lineDiscounts(digits).map((by) => ({ kind: "discount" as const, ...by })),
            credit.map((by) => ({ kind: "credit" as const, ...by })),
          ),
          maybe(itemFilters),
        )
        .map(([by, items]): Benefit => ({ ...by, items })),
      1,
    ),
  });
}

/** A discount that is the same for all tiers. */
function itemBenefits(digits: number): fc.Arbitrary<CatalogueItem["benefit"]> {
  return discounts(digits).filter((benefit) => !JSON.stringify(benefit).includes("byTier"));
}

interface Terms {
  readonly trimmings: readonly Trimming[];
  readonly hasContest: boolean;
  readonly hasTrimmings: boolean;
  readonly budgets: NonNullable<Program["budgets"]>;
  readonly discountCap: Program["discountCap"];
  readonly catalogue: readonly CatalogueItem[];
  readonly redeem: readonly { readonly place: number; readonly amount: string; readonly times: number }[];
  /** Does the member hold vouchers, and lots enough to pay with? */
  readonly isRich: boolean;
  readonly vouchers: boolean;
  readonly choice: boolean;
  readonly spent: readonly (string | undefined)[];
  readonly had: readonly number[];
  readonly activity: Activity | undefined;
}

type Activity = Pick<Request["transaction"], "type" | "survey" | "referral" | "activity">;

const activities: fc.Arbitrary<Activity> = fc.oneof(
  fc.record({
    type: fc.constant("survey"),
    survey: fc.record({
      score: fc.constantFrom(1, "2.5", 10),
      scores: maybe(fc.record({ taste: fc.constantFrom(0, 2, "10") })),
    }),
  }),
  fc.record({
    type: fc.constant("referral"),
    referral: fc.record({
      role: fc.constantFrom("advocate", "friend"),
      with: fc.constant("m-2"),
      purchased: maybe(fc.boolean()),
    }),
  }),
  fc.record({ type: fc.constant("yoga"), activity: fc.constant({ mood: "happy", score: 10 }) }),
);

function termsFor(digits: number): fc.Arbitrary<Terms> {
  return fc.record({
    trimmings: fc.array(trimmings(digits), { minLength: 8, maxLength: 8 }),
    hasContest: fc.constantFrom(true, false, false),
    hasTrimmings: fc.oneof(
      { weight: 1, arbitrary: fc.boolean() },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    budgets: fc.tuple(
      ...BUDGETS.map((id) =>
        fc.record({
          id: fc.constant(id),
          amount: money(digits),
          onShort: maybe(fc.constantFrom("partial", "refuse"), 1, 2),
        }),
      ),
    ),
    discountCap: maybe(fc.record({ percent }), 3),
    catalogue: fc.tuple(
      ...ITEMS.map((id) =>
        fc.record({
          id: fc.constant(id),
          wallet: fc.constantFrom("credit", "points", "stars"),
          price: fc.constantFrom("1", 7, "40"),
          benefit: itemBenefits(digits),
        }),
      ),
    ),
    redeem: fc.oneof(
      fc.constant([]),
      fc.array(
        fc.record({
          place: fc.nat(7),
          amount: fc.constantFrom("max", "max", "10", "30", "7", "60", "3000"),
          times: fc.constantFrom(1, 1, 2),
        }),
        { maxLength: 3 },
      ),
    ),
    isRich: fc.oneof(
      { weight: 3, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    vouchers: fc.boolean(),
    choice: fc.boolean(),
    spent: fc.array(maybe(money(digits), 2), { minLength: 2, maxLength: 2 }),
    had: fc.array(fc.constantFrom(0, 1, 2, 400, 900), { minLength: 8, maxLength: 8 }),
    activity: maybe(activities, 7),
  });
}

/** Clubs with budgets, caps, contests on lines, a catalogue and wallets that pay; now and then an activity. */
export const furnished: fc.Arbitrary<Case> = fc
  .oneof(
    { weight: 3, arbitrary: contests(1, 7) },
    { weight: 1, arbitrary: conditional },
    { weight: 1, arbitrary: varied },
  )
  .chain((one) => termsFor(one.program.currency.digits).map((terms) => furnish(one, terms)));

function furnish({ program, request }: Case, terms: Terms): Case {
  const { budgets, discountCap, catalogue, hasContest, activity } = terms;
  const offers = program.offers.map((offer, index) => trim(offer, index, terms));
  const contest = hasContest ? [{ id: "lines", per: "line" as const }] : [];
  const ofLines = offers.filter(({ group }) => group === "lines").map(({ id }) => id);
  const furnished: Program = {
    ...program,
    budgets,
    discountCap,
    catalogue,
    groups: [...(program.groups ?? []), ...contest],
    offers: offers.map(({ notWith, ...offer }) => {
      const foes = notWith?.filter((id) => !ofLines.includes(id));
      const on = activity === undefined || hasDiscount(offer) ? {} : { on: ["purchase", activity.type] };
      return { ...offer, ...on, ...(foes === undefined ? {} : { notWith: foes }) };
    }),
  };
  const { member } = request;
  const rich = member === undefined || !terms.isRich ? member : enrich(member, furnished);
  return { program: furnished, request: ask({ ...request, member: rich }, furnished, terms) };
}

/** Lots in every wallet, some of them for some things only, and a voucher for every offer that asks for one. */
function enrich(member: Member, { offers, wallets = [] }: Program): Member {
  const {
    lots = [],
    vouchers = [],
    ...standing
  } = member.standing ?? { tier: "bronze", visits: 2, spend: "0" };
  const asking = offers.filter(({ by }) => by === "voucher");
  const usable = offers.find(({ benefit }) => JSON.stringify(benefit).includes('"usable"'))?.id;
  return {
    ...member,
    standing: {
      ...standing,
      lots: [
        ...lots,
        ...wallets.flatMap(({ id: wallet }) => [
          { id: `${wallet}-1`, wallet, amount: "61", expiresAt: "2029-01-01T00:00:00Z" },
          { id: `${wallet}-2`, wallet, amount: "300" },
          { id: `${wallet}-3`, wallet, amount: "40", at: "2024-05-01T10:00:00Z", usable },
          { id: `${wallet}-4`, wallet, amount: "9", expiresAt: "2026-12-01T00:00:00Z", renewable: true },
        ]),
      ],
      vouchers: [
        ...vouchers,
        ...asking.flatMap(({ id: offer }) => [
          { id: `${offer}-1`, offer, expiresAt: "2029-01-01T00:00:00Z" },
          { id: `${offer}-0`, offer },
        ]),
      ],
    },
  };
}

function hasDiscount({ benefit }: Pick<Offer, "benefit">): boolean {
  return partsOf(benefit).some(({ kind }) => kind === "discount");
}

function partsOf(benefit: Offer["benefit"]): readonly Benefit[] {
  return "kind" in benefit ? [benefit] : benefit;
}

function trim(offer: Offer, index: number, { trimmings, hasContest, hasTrimmings }: Terms): Offer {
  const own = trimmings[index % trimmings.length];
  if (own === undefined || !hasTrimmings) return offer;
  const { by = offer.by, holdout, inAll } = own;
  if (hasContest && own.onLines !== undefined && offer.always !== true) {
    const { exclusive: _, notWith: __, ...rest } = offer;
    const limits = { ...offer.limits, inAll };
    return { ...rest, by, holdout, limits, group: "lines", benefit: own.onLines };
  }
  const [only] = partsOf(offer.benefit);
  const hasUnit =
    "kind" in offer.benefit && only !== undefined && (only.kind === "discount" || "wallet" in only);
  const per = offer.limits?.perMember?.per ?? "month";
  const amount = {
    perMember: {
      count: offer.limits?.perMember?.count ?? own.count,
      amount: own.most,
      per,
      onShort: own.onShort,
    },
  };
  const limits = {
    ...offer.limits,
    ...(own.most !== undefined && hasUnit ? amount : {}),
    inAll,
    budget: own.budget,
    repeat: partsOf(offer.benefit).some(repeats) ? own.repeat : undefined,
  };
  return { ...offer, by, holdout, limits };
}

/** A figure of which there can be more than one in a transaction. */
function repeats(benefit: Benefit): boolean {
  if (benefit.kind === "discount")
    return benefit.every !== undefined || benefit.buy !== undefined || benefit.bundle !== undefined;
  return (
    ("perSpend" in benefit && benefit.perSpend !== undefined) ||
    ("perSet" in benefit && benefit.perSet !== undefined)
  );
}

function ask(request: Request, program: Program, terms: Terms): Request {
  const { redeem, vouchers, choice, spent, had, activity } = terms;
  const { member, transaction } = request;
  const paying = (program.wallets ?? []).filter(
    ({ kind, redemption }) => kind === "credit" || redemption !== undefined,
  );
  const places = [
    ...paying.map(({ id: wallet }) => (amount: string) => ({ wallet, amount })),
    ...ITEMS.map((catalogue) => (_: string, times: number) => ({ catalogue, times })),
  ];
  const asked = redeem.flatMap(
    ({ place, amount, times }) => places[place % places.length]?.(amount, times) ?? [],
  );
  const once = asked.filter(
    (one, index) =>
      !("wallet" in one) ||
      asked.findIndex((other) => "wallet" in other && other.wallet === one.wallet) === index,
  );
  const held = member?.standing?.vouchers?.map(({ id }) => id).slice(-10);
  const gifts = program.offers.flatMap(({ id, benefit }) =>
    partsOf(benefit).flatMap((part) =>
      part.kind === "gift" ? [{ offer: id, gift: part.gifts.at(-1)?.id ?? "" }] : [],
    ),
  );
  const clubUses = [
    ...program.offers
      .map(({ id }, index) => ({ offer: id, uses: had[index % 8] ?? 0, members: had[(index + 3) % 8] ?? 0 }))
      .filter(({ uses }) => uses > 0),
    ...BUDGETS.flatMap((budget, index) => {
      const amount = spent[index];
      return amount === undefined ? [] : [{ budget, amount }];
    }),
  ];
  const isPurchase = activity === undefined;
  const { lines, ...rest } = transaction;
  return {
    ...request,
    // A fact of an activity stands there or beside the transaction, in one of the two.
    facts: activity?.activity === undefined ? request.facts : undefined,
    clubUses,
    transaction: {
      ...rest,
      ...activity,
      ...(isPurchase ? { lines } : {}),
      ...(isPurchase && member !== undefined && once.length > 0 ? { redeem: once } : {}),
      ...(vouchers && held !== undefined ? { vouchers: held } : {}),
      ...(choice
        ? { choices: gifts.filter(({ offer }, at) => gifts.findIndex((one) => one.offer === offer) === at) }
        : {}),
    },
  };
}
