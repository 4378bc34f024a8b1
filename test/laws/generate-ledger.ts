import fc from "fast-check";
import {
  apply,
  type Entry,
  type Offer,
  openClub,
  type Program,
  type Request,
  type Standing,
  type Wallet,
} from "vafa";
import { type Case, conditional, contests } from "./generate-case.js";

/** One member's chain, and the standing that `apply` made of it on the way. */
export interface History {
  readonly entries: readonly Entry[];
  readonly standing: Standing;
}

/** Up to six purchases of one new member, weeks apart, in which all there is to redeem is redeemed. */
export const histories: fc.Arbitrary<History> = fc
  .tuple(
    fc.array(fc.oneof(contests(1, 5), conditional), { minLength: 2, maxLength: 6, size: "max" }),
    fc.array(fc.constantFrom(0, 1, 20, 45), { minLength: 6, maxLength: 6 }),
  )
  .map(([cases, gaps]) => live(cases, gaps));

function live(cases: readonly Case[], gaps: readonly number[]): History {
  const [first] = cases;
  if (first === undefined) throw new Error("there is no history without a purchase");
  const club = openClub(withEverything(first.program));
  const entries: Entry[] = [];
  let standing: Standing | undefined;
  let day = Date.UTC(2026, 10, 21, 14);
  for (const [index, { program, request }] of cases.entries()) {
    if (program.currency.digits !== first.program.currency.digits) continue;
    day += (gaps[index] ?? 0) * 86_400_000;
    const { entry } = club.evaluate(asked(request, { standing, index, at: new Date(day).toISOString() }));
    if (entry === undefined) throw new Error("a member's purchase is booked");
    entries.push(entry);
    standing = apply(standing, entry);
  }
  if (standing === undefined) throw new Error("there is no history without a purchase");
  return { entries, standing };
}

/** Credit and points pay, and every second purchase fills a stamp card, which becomes five stars. */
function withEverything(program: Program): Program {
  const wallets = (program.wallets ?? []).filter(({ id }) => id !== STAMPS.id);
  const paying = wallets.map((wallet) =>
    wallet.kind === "credit" || wallet.kind === "points" ? { ...wallet, redemption: { rate: "2" } } : wallet,
  );
  return { ...program, wallets: [...paying, STAMPS], offers: [...program.offers, STAMP] };
}

const STAMPS: Wallet = {
  id: "stamps",
  kind: "stamps",
  worth: "0",
  converts: { every: "2", into: { wallet: "stars", amount: "5" } },
};

const STAMP: Offer = {
  id: "stamp",
  always: true,
  benefit: { kind: "stamps", wallet: "stamps", perVisit: "1" },
};

function asked(
  { member, transaction, ...rest }: Request,
  {
    standing,
    index,
    at,
  }: { readonly standing: Standing | undefined; readonly index: number; readonly at: string },
): Request {
  const redeem = ["credit", "points", "gift-credit"].map((wallet) => ({ wallet, amount: "max" }) as const);
  return {
    ...rest,
    member: { ...member, id: "m-1", standing },
    transaction: { ...transaction, id: `t-${index + 1}`, at, redeem },
  };
}
