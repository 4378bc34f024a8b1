import { sha256Hex } from "#sha256";
import { type Expiry, type Program, valueForTier, type Wallet } from "../program/program.js";
import type { Selection } from "../selection/select-awards.js";
import { spendable } from "../standing/lots.js";
import type { Member, Request, Transaction } from "../standing/request.js";
import type { Duration } from "../units/calendar.js";
import { canonicalJson } from "../units/canonical-json.js";
import { instantOf } from "../units/zone.js";
import type { Award } from "../valuation/award.js";

/** What is written down of a member's purchase: its id, the lots it opens and what each wallet then holds. */
export interface Settlement {
  readonly entryId: string;
  readonly openings: readonly Opening[];
  readonly balances: readonly Balance[];
}

/** A lot that an accrual opens. */
export interface Opening {
  readonly id: string;
  readonly award: Award;
  readonly wallet: Wallet;
  readonly amount: bigint;
  readonly activeAt: number;
  /** `undefined` is never. */
  readonly expiresAt: number | undefined;
}

export interface Balance {
  readonly wallet: Wallet;
  readonly before: bigint;
  readonly after: bigint;
  readonly pending: bigint;
}

/** Opens a lot for each accrual and works out the balances. A guest has neither. */
export function settle(
  program: Program,
  { member, transaction }: Request,
  { awards }: Selection,
): Settlement | undefined {
  if (member === undefined) return undefined;
  const entryId = entryIdOf(program, transaction);
  const openings = openLots(program, member, transaction, awards, entryId);
  const { at } = transaction;
  const balances = program.wallets.map((wallet): Balance => {
    const before = spendable(member.standing.lots, wallet.id, at);
    let after = before;
    let pending = 0n;
    for (const lot of member.standing.lots) {
      if (lot.wallet === wallet.id && lot.activeAt > at && lot.activeAt < lot.expiresAt)
        pending += lot.amount;
    }
    for (const opening of openings) {
      if (opening.wallet !== wallet) continue;
      const { amount, activeAt, expiresAt = Number.POSITIVE_INFINITY } = opening;
      if (activeAt > at && activeAt < expiresAt) pending += amount;
      else if (activeAt <= at && at < expiresAt) after += amount;
    }
    return { wallet, before, after, pending };
  });
  return { entryId, openings, balances };
}

/** Derived from the program's id, not its version, so that a retry after a change of the program is the same event. */
function entryIdOf({ id }: Program, transaction: Transaction): string {
  return sha256Hex(`vafa:id:1\n${canonicalJson([id, transaction.id, transaction.type])}`).slice(0, 32);
}

function openLots(
  program: Program,
  { standing }: Member,
  transaction: Transaction,
  awards: readonly Award[],
  entryId: string,
): readonly Opening[] {
  const openings: Opening[] = [];
  for (const award of awards) {
    const { wallet, figured } = award;
    const { amount } = figured;
    if (wallet === undefined) continue;
    const activeAt = after(wallet.activatesAfter, program, transaction);
    const expiry = valueForTier(wallet.expires, standing.tier) ?? "never";
    const expiresAt = expiryOf(expiry, program, transaction);
    openings.push({ id: `${entryId}.${openings.length + 1}`, award, wallet, amount, activeAt, expiresAt });
  }
  return openings;
}

function expiryOf(expiry: Expiry, program: Program, transaction: Transaction): number | undefined {
  return expiry === "never" ? undefined : after(expiry.after, program, transaction);
}

/** Later by a span of the club's calendar, at the same time of day. */
function after(span: Duration, { calendar, zone }: Program, { at, local }: Transaction): number {
  if (Object.keys(span).length === 0) return at;
  const day = calendar.plus(local.day, span);
  return day === local.day ? at : instantOf(day, local.time, zone);
}
