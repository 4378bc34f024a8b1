import type { Lot, Wallet } from "vafa";
import { formatAmount } from "../../src/units/amount.js";
import { canonicalJson } from "../../src/units/canonical-json.js";
import { sha256Hex } from "../../src/units/sha256-node.js";
import { formatInstant, instantOf } from "../../src/units/zone.js";
import type { Duration } from "./club-days.js";
import { amountOf, forTier } from "./read-purchase.js";
import { instantAt, type Situation } from "./situation.js";
import { digitsOf, type SetAward } from "./value-set.js";

type Held = Omit<Lot, "id">;

/** R11.4: what can be spent of a wallet, and (R9.4) what is pending, in minor units. */
export function spendable(id: string, situation: Situation) {
  const { program, standing, at } = situation;
  const digits = digitsOf(walletOf(id, situation), program.currency);
  const { lots = [], balances = [] } = standing ?? {};
  const own: readonly Held[] = [...lots, ...balances].filter(({ wallet }) => wallet === id);
  const sumOf = (some: readonly Held[]) =>
    some.reduce((sum, { amount }) => sum + amountOf(amount, digits), 0n);
  const sinceOf = ({ activeAt, at: opened }: Held) => msOf(activeAt ?? opened, Number.NEGATIVE_INFINITY);
  const untilOf = ({ expiresAt }: Held) => msOf(expiresAt, Number.POSITIVE_INFINITY);
  const active = sumOf(own.filter((lot) => sinceOf(lot) <= at && at < untilOf(lot)));
  return {
    active,
    pending: sumOf(own.filter((lot) => sinceOf(lot) > at && sinceOf(lot) < untilOf(lot))),
    millionths: active * 10n ** BigInt(6 - digits),
  };
}

function msOf(written: string | null | undefined, otherwise: number): number {
  return written == null ? otherwise : instantAt(written);
}

function walletOf(id: string, { program }: Situation): Wallet {
  const found = program.wallets?.find((wallet) => wallet.id === id);
  if (found === undefined) throw new Error(`no wallet ${id}`);
  return found;
}

/** R2.10, R2.11 */
function after(duration: Duration, { program, calendar, at, today, time }: Situation): number {
  const day = calendar.plus(today, duration);
  return day === today ? at : instantOf(day, time, program.timeZone);
}

/** R11.1 to R11.3: the lots that the accruals among the awards open. */
export function openLots(awards: readonly SetAward[], situation: Situation) {
  const { program, request, tier, at } = situation;
  const key = canonicalJson([program.id, request.transaction.id, "purchase"]);
  const entryId = sha256Hex(`vafa:id:1\n${key}`).slice(0, 32); // R10.3
  const written = (instant: number) => formatInstant(instant, program.timeZone);
  const accruals = awards.flatMap(({ wallet, amount }) => (wallet === undefined ? [] : [{ wallet, amount }]));
  return accruals.map(({ wallet, amount }, index) => {
    const expiry = forTier(wallet.expires ?? "never", tier);
    return {
      id: `${entryId}.${index + 1}`,
      wallet: wallet.id,
      amount: formatAmount(amount, digitsOf(wallet, program.currency)),
      at: written(at),
      activeAt: written(after(wallet.activatesAfter ?? {}, situation)),
      expiresAt: expiry === "never" ? null : written(after(expiry.after, situation)),
    };
  });
}

/** R9.4 */
export function balancesAfter(awards: readonly SetAward[], situation: Situation) {
  const { program, at, tier } = situation;
  return (program.wallets ?? []).map((wallet) => {
    const { active, pending } = spendable(wallet.id, situation);
    const own = awards.filter((award) => award.wallet?.id === wallet.id);
    const accrued = own.reduce((sum, { amount }) => sum + amount, 0n);
    const since = after(wallet.activatesAfter ?? {}, situation);
    const expiry = own.length === 0 ? "never" : forTier(wallet.expires ?? "never", tier);
    const lapses = expiry !== "never" && after(expiry.after, situation) <= since;
    const waiting = since > at && !lapses ? pending + accrued : pending;
    const text = (minor: bigint) => formatAmount(minor, digitsOf(wallet, program.currency));
    return {
      wallet: wallet.id,
      before: text(active),
      after: text(since <= at && !lapses ? active + accrued : active),
      ...(waiting === 0n ? {} : { pending: text(waiting) }),
    };
  });
}
