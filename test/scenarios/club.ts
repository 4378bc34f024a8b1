import {
  type Award,
  apply,
  type Club,
  type Decision,
  type Declined,
  type Entry,
  type Line,
  type Member,
  type Offer,
  openClub,
  type Program,
  type Quote,
  type Request,
  type Standing,
  type Transaction,
} from "vafa";

/*
 * The scenarios' own words: a café, its members, what they buy, and what came of it in words. The rules that a
 * scenario names, such as R7.5, are those of docs/specification.md; its figures are worked out by hand beside it.
 */

/** 30 Aban 1405 in Tehran, a Saturday. Every purchase happens then unless it says otherwise. */
export const SATURDAY_EVENING = "2026-11-21T17:30:00+03:30";

/** A moment in Tehran: `on("2026-11-21", "17:30")`. */
export function on(date: string, time = "12:00"): string {
  return `${date}T${time}:00+03:30`;
}

/** A date of the Persian calendar. */
export function persian(year: number, month: number, day: number) {
  return { calendar: "persian", year, month, day } as const;
}

/** One toman of credit is worth one toman, one point fifty. */
const PLAIN = {
  id: "cafe",
  version: "1",
  semantics: 1,
  currency: { code: "IRT", digits: 0 },
  timeZone: "Asia/Tehran",
  calendar: "persian",
  wallets: [
    { id: "credit", kind: "credit" },
    { id: "points", kind: "points", worth: "50" },
  ],
  tiers: { ladder: [{ id: "bronze" }, { id: "silver", from: "5000000" }] },
  offers: [],
} as const satisfies Program;

/** Opens a plain café's club with these offers, and with whatever else the scenario is about. */
export function cafe(terms: Partial<Program> & { readonly offers: readonly Offer[] }): Club {
  return openClub({ ...PLAIN, ...terms });
}

/** An offer with what it gives. */
export function offer(id: string, benefit: Offer["benefit"], more: Partial<Offer> = {}): Offer {
  return { id, benefit, ...more };
}

/** What is said of a discount, whatever offer or catalogue item it is of. */
export type DiscountTerms = Omit<Extract<Offer["benefit"], { readonly kind: "discount" }>, "kind">;
/** Likewise of what goes into a wallet. */
export type AccrualTerms = Omit<
  Extract<Offer["benefit"], { readonly kind: "credit" | "points" | "stamps" | "tickets" }>,
  "kind"
>;

/** Two groups, of each of which one offer may win. */
export const TWO_GROUPS = [
  { id: "first", limit: 1 },
  { id: "second", limit: 1 },
] as const;
export const FIRST = { group: "first" } as const;
export const SECOND = { group: "second" } as const;

/** A member of the lowest tier who holds so much of each wallet. */
export function holding(balances: { readonly [wallet: string]: string }): Partial<Member> {
  const held = Object.entries(balances).map(([wallet, amount]) => ({ wallet, amount }));
  return { standing: { tier: "bronze", visits: 0, spend: "0", balances: held } };
}

/** A price, or a line that says more. Lines are called 1, 2, 3 … unless they have an id. */
export type Item = string | number | (Omit<Line, "id"> & { readonly id?: string });

export interface Scene extends Partial<Omit<Transaction, "lines">> {
  readonly lines: readonly Item[];
  readonly facts?: Request["facts"];
}

export interface MemberScene extends Scene {
  readonly member?: Partial<Member>;
}

/** A purchase of a member: of Sara, who is new, unless the scenario says more of her. */
export function purchase({ member = {}, ...scene }: MemberScene): Request {
  return { member: { id: "sara", ...member }, ...guestPurchase(scene) };
}

/** A purchase of somebody who is not in the club. */
export function guestPurchase({ lines, facts, ...transaction }: Scene): Request {
  return {
    transaction: {
      id: "t-1",
      type: "purchase",
      at: SATURDAY_EVENING,
      currency: "IRT",
      ...transaction,
      lines: lines.map(toLine),
    },
    ...(facts === undefined ? {} : { facts }),
  };
}

/** Something that happens without a purchase: to Sara, unless the scenario says more of her. */
export function activity(
  type: string,
  { member = {}, facts, ...transaction }: Partial<Omit<MemberScene, "lines">> = {},
): Request {
  return {
    member: { id: "sara", ...member },
    transaction: { id: "t-1", type, at: SATURDAY_EVENING, ...transaction },
    ...(facts === undefined ? {} : { facts }),
  };
}

function toLine(item: Item, index: number): Line {
  const line = typeof item === "object" ? item : { unitPrice: item };
  return { id: `${index + 1}`, ...line };
}

/** What the member is given, in words: `birthday: 120000 credit`, `big-basket: 60000 off`. */
export function given({ awards }: Quote): readonly string[] {
  return awards.map(awardText);
}

function awardText(award: Award): string {
  const { offer, part, clipped } = award;
  const which = part === undefined ? offer : `${offer}, part ${part}`;
  const cut = Number(clipped) === 0 ? "" : ` (${clipped} clipped)`;
  return `${which}: ${whatText(award)}${cut}`;
}

function whatText({ kind, amount, wallet, gift, chosenBy, voucher, tier }: Award): string {
  if (kind === "gift") return `${gift}, by ${chosenBy}`;
  if (kind === "voucher") return `voucher for ${voucher?.offer}`;
  if (kind === "tier") return `tier ${tier}`;
  return `${amount} ${wallet ?? "off"}`;
}

/** What the member is not given, in words: `silver: worth 90000, beaten by birthday, 30000 behind`. */
export function lost({ declined }: Quote): readonly string[] {
  return declined.map(declinedText);
}

function declinedText({ offer, reason, worth, beatenBy = [], behind, missing = [] }: Declined): string {
  const value = worth === undefined ? "" : `worth ${worth}, `;
  if (reason === "beaten") {
    const winners = beatenBy.length === 0 ? "the total" : beatenBy.join(" and ");
    return `${offer}: ${value}beaten by ${winners}${behind === undefined ? "" : `, ${behind} behind`}`;
  }
  const unknown = reason === "factMissing" ? ` ${missing.join(" and ")}` : "";
  return `${offer}: ${value}${reason}${unknown}`;
}

/** What one offer puts on each line: `["1: 33", "2: 33", "3: 34"]`. */
export function onLines({ awards }: Quote, offer: string): readonly string[] {
  return awards
    .filter((award) => award.offer === offer)
    .flatMap(({ lines }) => lines.map(({ line, amount }) => `${line}: ${amount}`));
}

/** What the till charges for each line, and at last for all. */
export function charged({ lines, totals }: Quote): readonly string[] {
  return [...lines.map(({ due }) => due), totals.due];
}

/** Why a decision is refused as a whole; `accepted` where it is not. */
export function refusedFor({ status, refusal }: Quote): string {
  return refusal?.reason ?? status;
}

/** What is left of the member's lots once this is booked: `["a: 5000"]`. */
export function lotsLeft(club: Club, request: Request): readonly string[] {
  const { lots = [] } = apply(request.member?.standing, entryOf(club.evaluate(request)));
  return lots.map(({ id, amount }) => `${id}: ${amount}`);
}

/** The entry that books a decision. Only a guest's decision has none. */
export function entryOf({ entry, transactionId }: Decision): Entry {
  if (entry === undefined) throw new Error(`${transactionId} was not booked`);
  return entry;
}

/** What comes of one offer: given, declined for a reason, or not listed, for its condition is false. */
export function fateOf(offer: string, { awards, declined }: Quote): string {
  if (awards.some((award) => award.offer === offer)) return "given";
  return declined.find((row) => row.offer === offer)?.reason ?? "not listed";
}

/** A member's purchases one after the other, each booked before the next is decided. */
export function visits(
  club: Club,
  member: Partial<Member>,
  scenes: readonly Scene[],
): { readonly decisions: readonly Decision[]; readonly standing: Standing | undefined } {
  let standing = member.standing;
  const decisions = scenes.map((scene, index) => {
    const now = standing === undefined ? member : { ...member, standing };
    const decision = club.evaluate(purchase({ id: `t-${index + 1}`, ...scene, member: now }));
    standing = apply(standing, entryOf(decision));
    return decision;
  });
  return { decisions, standing };
}

/** What comes of one offer at each of these moments, when the member buys for 100,000 every time. */
export function fates(
  club: Club,
  offer: string,
  member: Partial<Member>,
  moments: readonly string[],
): readonly string[] {
  const scenes = moments.map((at) => ({ at, lines: [100_000] }));
  return visits(club, member, scenes).decisions.map((decision) => fateOf(offer, decision));
}

/** The same, each moment on its own: nothing of it is booked. */
export function fateAt(
  club: Club,
  offer: string,
  member: Partial<Member>,
  moments: readonly string[],
): readonly string[] {
  return moments.map((at) => fateOf(offer, club.quote(purchase({ member, at, lines: [100_000] }))));
}
