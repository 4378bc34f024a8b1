import type { Program } from "../program/program.js";
import type { Conversion, Wallet } from "../program/wallet.js";
import type { Moment } from "../standing/later-by.js";
import { inDrawingOrder } from "../standing/lots.js";
import type { Member } from "../standing/request.js";
import type { Lot } from "../standing/standing.js";
import { type Books, type IssuedVoucher, issueVoucher, type Opening, openLot } from "./books.js";
import type { Drawn } from "./drawn-from.js";
import { endsAt } from "./ends-at.js";

/** Units of a wallet that became something else by themselves. */
export interface Converted {
  readonly wallet: Wallet;
  readonly amount: bigint;
  readonly draws: readonly { readonly lot: Lot; readonly amount: bigint }[];
  /** The lot they opened in another wallet. */
  readonly opening: Opening | undefined;
  readonly vouchers: readonly IssuedVoucher[];
}

/** The most vouchers one entry issues for units; what is left converts with the next. */
const MOST_VOUCHERS = 100;

export interface Holdings {
  readonly books: Books;
  readonly drawn: readonly Drawn[];
}

/**
 * Turns whole bundles of a wallet's active units into what they convert to, drawing its lots in drawing order. A
 * wallet comes after those that convert into it, so that a chain of wallets runs to its end. What a lot may pay for does not
 * matter here: to convert is not to pay.
 * Worked: with 8 stamps and one more for this visit, `every: "9"` makes one voucher, and leaves none.
 */
export function convertUnits(
  program: Program,
  member: Member,
  moment: Moment,
  holdings: Holdings,
): readonly Converted[] {
  if (!program.wallets.some(({ converts }) => converts !== undefined)) return [];
  const converted: Converted[] = [];
  for (const wallet of sourcesFirst(program.wallets)) {
    const { converts } = wallet;
    if (converts === undefined) continue;
    const lots = inDrawingOrder(heldIn(wallet, member, moment, holdings), moment.at);
    const bundles = bundlesIn(lots, converts);
    if (bundles === 0n) continue;
    const amount = bundles * converts.every;
    const became = become(converts.into, bundles, holdings.books, program, moment);
    converted.push({ wallet, amount, draws: draw(lots, amount), ...became });
  }
  return converted;
}

function become(
  into: Conversion["into"],
  bundles: bigint,
  books: Books,
  program: Program,
  moment: Moment,
): Pick<Converted, "opening" | "vouchers"> {
  if (into.kind === "voucher") {
    const expiresAt = endsAt(into.expires, program, moment);
    const issue = () => issueVoucher(books, into.offer, expiresAt, undefined);
    return { opening: undefined, vouchers: Array.from({ length: Number(bundles) }, issue) };
  }
  const wallet = program.wallets.find(({ id }) => id === into.wallet);
  const amount = into.amount * bundles;
  const opening =
    wallet === undefined || amount === 0n ? undefined : openLot(books, wallet, amount, undefined);
  return { opening, vouchers: [] };
}

/** Every wallet after those that convert into it. */
function sourcesFirst(wallets: readonly Wallet[]): readonly Wallet[] {
  const ordered = new Set<Wallet>();
  const visit = (wallet: Wallet): void => {
    if (ordered.has(wallet)) return;
    for (const source of wallets) {
      const into = source.converts?.into;
      if (into?.kind === "wallet" && into.wallet === wallet.id) visit(source);
    }
    ordered.add(wallet);
  };
  for (const wallet of wallets) visit(wallet);
  return [...ordered];
}

function bundlesIn(lots: readonly Lot[], { every, into }: Conversion): bigint {
  let held = 0n;
  for (const { amount } of lots) held += amount;
  const bundles = held / every;
  return into.kind === "voucher" && bundles > MOST_VOUCHERS ? BigInt(MOST_VOUCHERS) : bundles;
}

/** The lots of a wallet as redemptions left them, with those that have just been opened. */
function heldIn(
  wallet: Wallet,
  { standing }: Member,
  { at }: Moment,
  { books, drawn }: Holdings,
): readonly Lot[] {
  const gone = new Map<string, bigint>();
  for (const one of drawn) {
    if (one.wallet === wallet) gone.set(one.lot.id, (gone.get(one.lot.id) ?? 0n) + one.amount);
  }
  const held: Lot[] = [];
  for (const lot of standing.lots) {
    if (lot.wallet !== wallet.id) continue;
    const open = gone.get(lot.id) ?? 0n;
    const part = open < lot.amount ? open : lot.amount;
    gone.set(lot.id, open - part);
    held.push({ ...lot, amount: lot.amount - part });
  }
  for (const { id, wallet: own, amount, activeAt, expiresAt = Number.POSITIVE_INFINITY } of books.openings) {
    if (own !== wallet) continue;
    held.push({
      id,
      wallet: wallet.id,
      amount,
      at,
      activeAt,
      expiresAt,
      offer: undefined,
      usable: undefined,
      renewable: false,
      pending: activeAt > at,
    });
  }
  return held;
}

function draw(lots: readonly Lot[], amount: bigint): Converted["draws"] {
  const draws: { readonly lot: Lot; readonly amount: bigint }[] = [];
  let open = amount;
  for (const lot of lots) {
    const part = lot.amount < open ? lot.amount : open;
    if (part > 0n) draws.push({ lot, amount: part });
    open -= part;
  }
  return draws;
}
