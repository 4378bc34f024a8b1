import type { Program } from "../program/program.js";
import { AT_ONCE, isRenewed, valueForTier, type Wallet } from "../program/wallet.js";
import { laterBy, type Moment } from "../standing/later-by.js";
import type { Member } from "../standing/request.js";
import type { Award } from "../valuation/award.js";
import { endsAt } from "./ends-at.js";

/** A lot that an accrual, or a conversion, opens. */
export interface Opening {
  readonly id: string;
  /** `undefined` where other units became it. */
  readonly award: Award | undefined;
  readonly wallet: Wallet;
  /** What the lot holds: nothing where all of it paid a debt. */
  readonly amount: bigint;
  /** What of it paid the member's debt. */
  readonly paid: bigint;
  readonly activeAt: number;
  /** `undefined` is never. */
  readonly expiresAt: number | undefined;
  /** Each purchase renews it. */
  readonly renewable: boolean;
}

/** A voucher that an award, or a conversion, issues. */
export interface IssuedVoucher {
  readonly id: string;
  /** `undefined` where units became it. */
  readonly award: Award | undefined;
  readonly offer: string;
  /** `undefined` is never. */
  readonly expiresAt: number | undefined;
}

/** What is opened and issued, as it comes. */
export interface Books {
  readonly program: Program;
  readonly moment: Moment;
  readonly entryId: string;
  /** Of the member, before the transaction. */
  readonly tier: string | undefined;
  /** What is still owed, by wallet. */
  readonly owed: Map<string, bigint>;
  readonly openings: Opening[];
  readonly vouchers: IssuedVoucher[];
}

/** Hardly anybody owes: what is not owed is never written down, so all may share it. */
const NOTHING: Map<string, bigint> = new Map();

export function openBooks(
  program: Program,
  { standing: { tier, debts } }: Member,
  moment: Moment,
  entryId: string,
): Books {
  const owed = debts.size === 0 ? NOTHING : new Map(debts);
  return { program, moment, entryId, tier, owed, openings: [], vouchers: [] };
}

/** Opens a lot with what has come into a wallet, less what pays the member's debt there. */
export function openLot(books: Books, wallet: Wallet, gained: bigint, award: Award | undefined): Opening {
  const { program, moment, entryId, tier, openings } = books;
  const own = award !== undefined && "wallet" in award.benefit ? award.benefit.expires : undefined;
  const expiry = valueForTier(own ?? wallet.expires, tier) ?? "never";
  const paid = payDebt(books.owed, wallet.id, gained);
  const { activatesAfter } = wallet;
  const opening: Opening = {
    id: `${entryId}.${openings.length + 1}`,
    award,
    wallet,
    amount: gained - paid,
    paid,
    activeAt: activatesAfter === AT_ONCE ? moment.at : laterBy(activatesAfter, program, moment),
    expiresAt: endsAt(expiry, program, moment),
    renewable: isRenewed(expiry),
  };
  openings.push(opening);
  return opening;
}

function payDebt(owed: Map<string, bigint>, wallet: string, gained: bigint): bigint {
  const debt = owed.get(wallet);
  if (debt === undefined) return 0n;
  const paid = debt < gained ? debt : gained;
  owed.set(wallet, debt - paid);
  return paid;
}

export function issueVoucher(
  { entryId, vouchers }: Books,
  offer: string,
  expiresAt: number | undefined,
  award: Award | undefined,
): IssuedVoucher {
  const voucher = { id: `${entryId}.v${vouchers.length + 1}`, award, offer, expiresAt };
  vouchers.push(voucher);
  return voucher;
}
