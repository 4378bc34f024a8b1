import type { Entry, Quote, Wallet } from "vafa";
import { formatAmount } from "../../src/units/amount.js";
import { canonicalJson } from "../../src/units/canonical-json.js";
import { sha256Hex } from "../../src/units/sha256-node.js";
import { formatInstant } from "../../src/units/zone.js";
import { isTiered } from "./limits.js";
import type { Bought } from "./look-at-redemption.js";
import { after, type HeldLot, heldLots, inDrawingOrder, isSpendable, lapseOf, walletNamed } from "./lots.js";
import { amountOf, forTier } from "./read-purchase.js";
import type { Redeemed } from "./redeem.js";
import { isRenewed, renewals } from "./renew-lots.js";
import { digitsOf, type SetAward } from "./set-award.js";
import type { Situation } from "./situation.js";

/** What a member's wallets come to. */
export interface Books {
  readonly lots: Entry["lots"];
  readonly vouchers: Entry["vouchers"];
  readonly conversions: Entry["conversions"];
  readonly renewals: Entry["renewals"];
  readonly balances: Quote["balances"];
}

interface Moved {
  readonly awards: readonly SetAward[];
  readonly bought: readonly Bought[];
  readonly redeemed: readonly Redeemed[];
}

/** R9.12: the most vouchers that units become at once. */
const MOST_VOUCHERS = 100n;

interface Opened extends HeldLot {
  readonly wallet: string;
}

/** R9.4, R9.12, R11.1 to R11.3 */
export function book({ awards, bought, redeemed }: Moved, situation: Situation): Books {
  const { program, request, tier, at } = situation;
  const key = canonicalJson([program.id, request.transaction.id, request.transaction.type]);
  const entryId = sha256Hex(`vafa:id:1\n${key}`).slice(0, 32); // R10.3
  const written = (instant: number) => formatInstant(instant, program.timeZone);
  const until = (instant: number) => (instant === Number.POSITIVE_INFINITY ? null : written(instant));
  const digits = (wallet: string) => digitsOf(walletNamed(wallet, situation), program.currency);
  /** R9.12: what converts without a known tier never lapses where that is by tier. */
  const lapses = (expires: Wallet["expires"] = "never") =>
    isTiered(expires) && tier === undefined
      ? Number.POSITIVE_INFINITY
      : lapseOf(forTier(expires, tier), situation);
  const opened: Opened[] = [];
  const vouchers: Entry["vouchers"][number][] = [];
  const open = (wallet: string, amount: bigint, award?: SetAward) => {
    const own = walletNamed(wallet, situation);
    const benefit = award?.benefit;
    const ofBenefit = benefit !== undefined && "expires" in benefit ? benefit.expires : undefined;
    const usable = benefit !== undefined && "usable" in benefit && benefit.usable !== undefined;
    opened.push({
      id: `${entryId}.${opened.length + 1}`,
      wallet,
      amount,
      at,
      activeAt: after(own.activatesAfter ?? {}, situation),
      expiresAt: lapses(ofBenefit ?? own.expires),
      offer: award?.offer.id,
      usable: usable ? award?.offer.id : undefined,
      renewable: isRenewed(ofBenefit ?? own.expires, tier),
    });
  };
  const issue = (offer: string, expiresAt: number) =>
    vouchers.push({
      expiresAt: until(expiresAt),
      id: `${entryId}.v${vouchers.length + 1}`,
      issuedAt: written(at),
      offer,
    });
  for (const award of awards) {
    const { benefit, wallet, amount } = award;
    if (wallet !== undefined) open(wallet.id, amount, award);
    if (benefit.kind === "voucher")
      issue(benefit.offer, lapseOf(forTier(benefit.expires ?? "never", tier), situation));
  }
  const before = new Map((program.wallets ?? []).map(({ id }) => [id, heldLots(id, situation)] as const));
  const held = new Map(
    [...before].map(([id, lots]) => [id, leftOf(lots, id, { bought, redeemed })] as const),
  );
  const conversions: Entry["conversions"][number][] = [];
  for (const wallet of sourcesFirst(situation)) {
    const { converts, id } = wallet;
    if (converts === undefined) continue;
    const mine = [...(held.get(id) ?? []), ...opened.filter((lot) => lot.wallet === id)];
    const lots = inDrawingOrder(mine, situation);
    const every = amountOf(converts.every, digits(id));
    let bundles = lots.reduce((sum, { amount }) => sum + amount, 0n) / every;
    if ("voucher" in converts.into && bundles > MOST_VOUCHERS) bundles = MOST_VOUCHERS;
    if (bundles === 0n) continue;
    const draws = drawFrom(lots, bundles * every);
    const fresh = vouchers.length;
    if ("voucher" in converts.into) {
      const lapse = lapseOf(converts.into.expires, situation);
      for (let one = 0n; one < bundles; one++) issue(converts.into.voucher, lapse);
    } else {
      const { into } = converts;
      open(into.wallet, amountOf(into.amount, digits(into.wallet)) * bundles);
    }
    conversions.push({
      amount: formatAmount(bundles * every, digits(id)),
      draws: draws.map(({ lot, amount }) => ({ amount: formatAmount(amount, digits(id)), lot })),
      lot: "voucher" in converts.into ? null : (opened.at(-1)?.id ?? null),
      vouchers: vouchers.slice(fresh).map((voucher) => voucher.id),
      wallet: id,
    });
  }
  const balances = (program.wallets ?? []).map(({ id }) => {
    const own = opened.filter((lot) => lot.wallet === id);
    const text = (minor: bigint) => formatAmount(minor, digits(id));
    const sum = (lots: readonly HeldLot[]) => lots.reduce((total, { amount }) => total + amount, 0n);
    const spendableOf = (lots: readonly HeldLot[]) => sum(lots.filter((lot) => isSpendable(lot, situation)));
    const converted = conversions
      .filter(({ wallet }) => wallet === id)
      .reduce((total, { amount }) => total + amountOf(amount, digits(id)), 0n);
    const waiting = [...(before.get(id) ?? []), ...own].filter(
      (lot) => lot.activeAt > at && lot.activeAt < lot.expiresAt,
    );
    const after = spendableOf([...(held.get(id) ?? []), ...own]) - converted;
    return {
      wallet: id,
      before: text(spendableOf(before.get(id) ?? [])),
      after: text(after),
      ...(sum(waiting) === 0n ? {} : { pending: text(sum(waiting)) }),
    };
  });
  const lots = opened.map(({ id, wallet, amount, activeAt, expiresAt, offer, renewable, usable }) => ({
    activeAt: written(activeAt),
    amount: formatAmount(amount, digits(wallet)),
    at: written(at),
    expiresAt: until(expiresAt),
    id,
    offer: offer ?? null,
    renewable,
    usable: usable ?? null,
    wallet,
  }));
  return { lots, vouchers, conversions, renewals: renewals(situation), balances };
}

/** R9.12: every wallet after those that convert into it, else as the program lists them. */
function sourcesFirst({ program: { wallets = [] } }: Situation) {
  const ordered: (typeof wallets)[number][] = [];
  const add = (wallet: (typeof wallets)[number]): void => {
    if (ordered.includes(wallet)) return;
    for (const source of wallets) {
      const into = source.converts?.into;
      if (into !== undefined && "wallet" in into && into.wallet === wallet.id) add(source);
    }
    ordered.push(wallet);
  };
  for (const wallet of wallets) add(wallet);
  return ordered;
}

/** The lots of a wallet as redemptions left them. */
function leftOf(
  lots: readonly HeldLot[],
  wallet: string,
  { bought, redeemed }: Pick<Moved, "bought" | "redeemed">,
): readonly HeldLot[] {
  const draws = [
    ...bought.filter(({ item }) => item.wallet === wallet).flatMap((one) => one.draws),
    ...redeemed.filter((one) => one.wallet.id === wallet).flatMap((one) => one.draws),
  ];
  return lots.map((lot) => {
    const gone = draws.filter((draw) => draw.lot.id === lot.id).reduce((sum, { amount }) => sum + amount, 0n);
    return { ...lot, amount: lot.amount - gone };
  });
}

function drawFrom(lots: readonly HeldLot[], amount: bigint) {
  let open = amount;
  return lots.flatMap(({ id: lot, amount: there }) => {
    const part = there < open ? there : open;
    open -= part;
    return part > 0n ? [{ lot, amount: part }] : [];
  });
}
