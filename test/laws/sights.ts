import type { Decision, DeclineReason, Offer } from "vafa";
import type { Case } from "./generate-case.js";

/** Something that a comparison must have met often, or it says little. */
interface Sight {
  /** In how many of a thousand cases at least. */
  readonly perMille: number;
  readonly isIn: (one: Case, decision: Decision) => boolean;
}

const declined = (reason: DeclineReason) => (_: Case, decision: Decision) =>
  decision.declined.some((row) => row.reason === reason);

const someOffer = (has: (offer: Offer) => unknown) => (one: Case, decision: Decision) =>
  one.program.offers.some((offer) => has(offer) && isGiven(offer, decision));

function isGiven({ id }: Offer, { awards }: Decision): boolean {
  return awards.some(({ offer }) => offer === id);
}

/** How many offers the member could have had that compete: those that won, and those that lost. */
function competing({ program }: Case, { awards, declined }: Decision): number {
  const admitted = new Set([
    ...awards.map(({ offer }) => offer),
    ...declined
      .filter(({ reason }) => reason === "beaten" || reason === "givesNothing")
      .map(({ offer }) => offer),
  ]);
  return program.offers.filter(({ id, always }) => always !== true && admitted.has(id)).length;
}

/** Is a key said somewhere in a benefit? */
function has(benefit: Offer["benefit"], key: string): boolean {
  return JSON.stringify(benefit).includes(`"${key}":`);
}

const uses = (decision: Decision) => decision.entry?.uses ?? [];

export const SIGHTS: { readonly [name: string]: Sight } = {
  "two offers competing": { perMille: 250, isIn: (one, decision) => competing(one, decision) >= 2 },
  "four offers competing": { perMille: 90, isIn: (one, decision) => competing(one, decision) >= 4 },
  "two winners": {
    perMille: 80,
    isIn: (one, { awards }) =>
      one.program.offers.filter((offer) => offer.always !== true && awards.some((a) => a.offer === offer.id))
        .length >= 2,
  },
  beaten: { perMille: 130, isIn: declined("beaten") },
  "beaten by the total alone": {
    perMille: 25,
    isIn: (_, decision) => decision.declined.some(({ beatenBy }) => beatenBy?.length === 0),
  },
  "giving nothing": { perMille: 100, isIn: declined("givesNothing") },
  "a limit reached": { perMille: 25, isIn: declined("limitReached") },
  "a fact missing": { perMille: 100, isIn: declined("factMissing") },
  "a member required": { perMille: 30, isIn: declined("memberRequired") },
  "a guest": { perMille: 40, isIn: ({ request }) => request.member === undefined },
  "a use": { perMille: 100, isIn: (_, decision) => uses(decision).length > 0 },
  "a use in a birthday year": {
    perMille: 25,
    isIn: (_, decision) => uses(decision).some(({ birthdayYear }) => birthdayYear !== null),
  },
  "a use on the day before": {
    perMille: 3,
    isIn: (_, decision) => uses(decision).some(({ day }) => day !== decision.entry?.local.date),
  },
  "a lot": { perMille: 150, isIn: (_, { entry }) => (entry?.lots.length ?? 0) > 0 },
  pending: { perMille: 50, isIn: (_, { balances }) => balances.some(({ pending }) => pending !== undefined) },
  "a lot renewed": { perMille: 30, isIn: (_, { entry }) => (entry?.renewals.length ?? 0) > 0 },
  "a renewable lot": {
    perMille: 15,
    isIn: (_, { entry }) => entry?.lots.some(({ renewable }) => renewable) === true,
  },
  "an accrual for the visit": {
    perMille: 50,
    isIn: (_, { entry }) =>
      entry?.awards.some(({ basis, wallet }) => basis === "visit" && wallet !== null) === true,
  },
  "a discount clipped": {
    perMille: 50,
    isIn: (_, { awards }) => awards.some(({ clipped }) => Number(clipped) > 0),
  },
  "several parts given": {
    perMille: 50,
    isIn: (_, { awards }) => awards.some(({ part = 1 }) => part > 1),
  },
  "a multiplier given": {
    perMille: 15,
    isIn: someOffer(({ benefit }) => JSON.stringify(benefit).includes('"multiply"')),
  },
  "a figure by tier given": {
    perMille: 30,
    isIn: someOffer(({ benefit }) => JSON.stringify(benefit).includes("byTier")),
  },
  "a birthday given": { perMille: 10, isIn: someOffer(({ birthday }) => birthday) },
  "a window given": { perMille: 20, isIn: someOffer(({ window }) => window) },
  "hours given": { perMille: 25, isIn: someOffer(({ schedule }) => schedule?.hours) },
  "a code given": { perMille: 8, isIn: someOffer(({ code }) => code) },
  "discounts on what remains": {
    perMille: 20,
    isIn: ({ program }, { awards }) =>
      program.discountBase === "remaining" && awards.filter(({ kind }) => kind === "discount").length > 1,
  },
  ...Object.fromEntries(
    [
      "units",
      "unitPrice",
      "perUnit",
      "buy",
      "bundle",
      "every",
      "unitsPer",
      "steps",
      "perSet",
      "perVisit",
    ].map((key) => [`${key} given`, { perMille: 5, isIn: someOffer(({ benefit }) => has(benefit, key)) }]),
  ),
  "progressive steps given": {
    perMille: 8,
    isIn: someOffer(({ benefit }) => JSON.stringify(benefit).includes('"progressive"')),
  },
  "an even spread": {
    perMille: 3,
    isIn: someOffer(({ benefit }) => JSON.stringify(benefit).includes('"even"')),
  },
  "a repeat capped": { perMille: 8, isIn: someOffer(({ limits }) => limits?.repeat !== undefined) },
  ...Object.fromEntries(
    ["gift", "voucher", "tier", "stamps", "tickets"].map((kind) => [
      `a ${kind} given`,
      {
        perMille: kind === "tier" ? 2 : 8,
        isIn: (_: Case, { awards }: Decision) => awards.some((one) => one.kind === kind),
      },
    ]),
  ),
  "a gift chosen": { perMille: 4, isIn: (_, { awards }) => awards.some((one) => one.chosenBy === "member") },
  "a voucher used": { perMille: 3, isIn: (_, { entry }) => (entry?.usedVouchers.length ?? 0) > 0 },
  "a voucher left": { perMille: 3, isIn: declined("voucherAvailable") },
  "a budget spent": { perMille: 8, isIn: declined("budgetSpent") },
  "an award held to its budget": {
    perMille: 8,
    isIn: someOffer(({ limits }) => limits?.budget !== undefined),
  },
  "an amount limited": {
    perMille: 8,
    isIn: someOffer(({ limits }) => limits?.perMember?.amount !== undefined),
  },
  "held out": { perMille: 8, isIn: declined("heldOut") },
  "a contest on lines won": { perMille: 15, isIn: someOffer(({ group }) => group === "lines") },
  "a contest on lines lost": {
    perMille: 5,
    isIn: (_, decision) =>
      decision.declined.some(({ reason, behind }) => reason === "beaten" && behind === undefined),
  },
  "a cap on discounts": {
    perMille: 20,
    isIn: ({ program }, { awards }) =>
      program.discountCap !== undefined && awards.some(({ kind }) => kind === "discount"),
  },
  "an amount redeemed": {
    perMille: 8,
    isIn: (_, { redemptions }) => redemptions.some((row) => !("catalogue" in row)),
  },
  "a catalogue item": {
    perMille: 8,
    isIn: (_, { redemptions }) => redemptions.some((row) => "catalogue" in row),
  },
  refused: { perMille: 15, isIn: (_, { status }) => status === "refused" },
  "a conversion": { perMille: 4, isIn: (_, { entry }) => (entry?.conversions.length ?? 0) > 0 },
  "an activity": { perMille: 20, isIn: ({ request }) => request.transaction.type !== "purchase" },
  "given on an activity": {
    perMille: 4,
    isIn: ({ request }, { awards }) => request.transaction.type !== "purchase" && awards.length > 0,
  },
  "a tier reached": {
    perMille: 20,
    isIn: (_, { entry }) => entry?.standing.tierBefore === "bronze" && entry.standing.baseTier === "silver",
  },
  "a tier held": { perMille: 50, isIn: (_, { entry }) => typeof entry?.standing.tierHeldUntil === "string" },
  "a grace ended": {
    perMille: 2,
    isIn: ({ request }, { entry }) =>
      request.member?.standing?.tierGraceUntil !== undefined && entry?.standing.tierGraceUntil === null,
  },
  "a tier reached alone": { perMille: 30, isIn: (_, { entry }) => entry?.progress.alone === true },
  "a tier missed": { perMille: 30, isIn: (_, { hints }) => hints?.tier.missing !== undefined },
  "a tier that falls": { perMille: 20, isIn: (_, { hints }) => hints?.tier.stay !== undefined },
  "nothing measured": { perMille: 100, isIn: (_, { entry }) => entry?.progress.counted === null },
  "a cash step": { perMille: 100, isIn: ({ program }) => typeof program.currency.rounding === "object" },
  "a broken quantity": {
    perMille: 300,
    isIn: ({ request }) =>
      (request.transaction.lines ?? []).some(({ quantity = 1 }) => Number(quantity) % 1 !== 0),
  },
  "a floor": {
    perMille: 300,
    isIn: ({ request }) =>
      (request.transaction.lines ?? []).some(({ floorPrice }) => floorPrice !== undefined),
  },
};
