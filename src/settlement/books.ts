import type { Program } from "../program/program.js";
import { isRenewed, valueForTier, type Wallet } from "../program/wallet.js";
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
  readonly openings: readonly Opening[];
  readonly vouchers: readonly IssuedVoucher[];
  open(wallet: Wallet, amount: bigint, award: Award | undefined): Opening;
  issue(offer: string, expiresAt: number | undefined, award: Award | undefined): IssuedVoucher;
}

type Life = Pick<Opening, "activeAt" | "expiresAt" | "renewable">;

export function openBooks(
  program: Program,
  { standing: { tier, debts } }: Member,
  moment: Moment,
  entryId: string,
): Books {
  const owed = new Map(debts);
  const openings: Opening[] = [];
  const vouchers: IssuedVoucher[] = [];
  /** Calendars are slow, and nearly all that comes into a wallet now lasts equally long. */
  const lives = new Map<Wallet, Life>();
  const lifeOf = (wallet: Wallet, own: Wallet["expires"] | undefined): Life => {
    const known = own === undefined ? lives.get(wallet) : undefined;
    if (known !== undefined) return known;
    const expiry = valueForTier(own ?? wallet.expires, tier) ?? "never";
    const life = {
      activeAt: laterBy(wallet.activatesAfter, program, moment),
      expiresAt: endsAt(expiry, program, moment),
      renewable: isRenewed(expiry),
    };
    if (own === undefined) lives.set(wallet, life);
    return life;
  };
  return {
    openings,
    vouchers,
    open(wallet, gained, award) {
      const own = award !== undefined && "wallet" in award.benefit ? award.benefit.expires : undefined;
      const { activeAt, expiresAt, renewable } = lifeOf(wallet, own);
      const debt = owed.get(wallet.id) ?? 0n;
      const paid = debt < gained ? debt : gained;
      owed.set(wallet.id, debt - paid);
      const [id, amount] = [`${entryId}.${openings.length + 1}`, gained - paid];
      const opening = { id, award, wallet, amount, paid, activeAt, expiresAt, renewable };
      openings.push(opening);
      return opening;
    },
    issue(offer, expiresAt, award) {
      const voucher = { id: `${entryId}.v${vouchers.length + 1}`, award, offer, expiresAt };
      vouchers.push(voucher);
      return voucher;
    },
  };
}
