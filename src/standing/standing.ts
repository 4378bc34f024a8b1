import { didYouMean } from "../documents/closest.js";
import type { Issue } from "../documents/club-error.js";
import { MOST_DIGITS } from "../documents/numbers.js";
import type { Path } from "../documents/pointer.js";
import type {
  LotDocument,
  ReturnedSaleDocument,
  StandingDocument,
  StreaksDocument,
  UseDocument,
  VoucherDocument,
} from "../facts/standing.js";
import { checkDistinct } from "../program/check-ids.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";
import { missingRef } from "../program/vocabulary.js";
import type { Currency, Wallet } from "../program/wallet.js";
import { parseAmount } from "../units/amount.js";
import { parseInstant } from "../units/instant.js";
import { readDebts } from "./read-debts.js";
import { type Progress, readProgress } from "./read-progress.js";
import { readTiers, type StandingTiers } from "./read-tiers.js";

/** What the member has, read in the program's units. `undefined` is unknown. */
export interface Standing extends StandingTiers {
  /** Before this no review lowers the base tier. */
  readonly tierHeldUntil: number | undefined;
  /** A review has found the base tier not reached any more; it is lowered then, unless it is reached again. */
  readonly tierGraceUntil: number | undefined;
  /** What counted towards the tiers. */
  readonly progress: readonly Progress[] | undefined;
  readonly visits: number | undefined;
  readonly spend: bigint | undefined;
  readonly lastVisitAt: number | undefined;
  readonly lots: readonly Lot[];
  readonly uses: readonly Use[];
  readonly vouchers: readonly Voucher[];
  readonly streaks: Streaks | undefined;
  /** What is back of each sale, as it was written: the sale's own entry says in which units. */
  readonly sales: readonly ReturnedSaleDocument[];
  /** By wallet, in its minor units. */
  readonly debts: ReadonlyMap<string, bigint>;
  /** Up to when what time brings has been written down. */
  readonly advancedTo: number | undefined;
  /** When the latest entry was; long ago where nobody says. */
  readonly lastEntryAt: number;
  readonly head: { readonly sequence: number; readonly hash: string };
}

export interface Lot {
  readonly id: string;
  readonly wallet: string;
  readonly amount: bigint;
  /** When it was opened; long ago where nobody says. */
  readonly at: number;
  readonly activeAt: number;
  readonly expiresAt: number;
  /** Id of the offer that gave it. */
  readonly offer: string | undefined;
  /** Id of the offer whose benefit says what it may pay for. */
  readonly usable: string | undefined;
  /** Each purchase renews it. */
  readonly renewable: boolean;
  /** In the account of what is not active yet, whatever the hour. */
  readonly pending: boolean;
}

export interface Use {
  readonly offer: string;
  readonly at: number;
  /** The local date it counts on, as `yyyy-mm-dd`, where it was written down. */
  readonly day: string | undefined;
  readonly birthdayYear: number | undefined;
  /** What it gave, in millionths of its unit. */
  readonly amount: bigint;
}

/** Decimals of the amount of a use: those of any unit, whichever it was. */
export const USE_DIGITS = MOST_DIGITS;

export interface Voucher {
  readonly id: string;
  readonly offer: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Weeks and months in a row with a purchase, up to that of the last visit. */
export type Streaks = StreaksDocument;

const HERE: Path = ["member", "standing"];
const PROGRESS: Path = [...HERE, "progress"];
const VOUCHERS: Path = [...HERE, "vouchers"];
const DEBTS: Path = [...HERE, "debts"];
const NONE: readonly never[] = [];
const NO_STREAKS: Streaks = { weeks: 0, months: 0 };

/** Before the first entry of a chain. */
export const CHAIN_START = { sequence: 0, hash: "0".repeat(64) };

/** Reads a standing; one who has none is new: no visits, nothing spent, the lowest tier. */
export function readStanding(
  document: StandingDocument | undefined,
  at: number,
  program: Program,
  issues: Issue[],
): Standing {
  if (document === undefined) return newStanding(program);
  const {
    visits,
    spend,
    lastVisitAt,
    lots = NONE,
    balances = NONE,
    uses = NONE,
    vouchers = NONE,
    streaks,
    sales = NONE,
    debts = NONE,
    head = CHAIN_START,
  } = document;
  const { tier, baseTier, raisedTier } = readTiers(document, at, program);
  const listed = readLots(lots, "lots", program, issues);
  return {
    tier,
    baseTier,
    raisedTier,
    tierHeldUntil: instantOrNone(document.tierHeldUntil),
    tierGraceUntil: instantOrNone(document.tierGraceUntil),
    progress: readProgress(document.progress, PROGRESS, program, issues),
    visits,
    spend: spend === undefined ? undefined : readSpend(spend, program.currency, issues),
    lastVisitAt: instantOrNone(lastVisitAt),
    lots: balances.length === 0 ? listed : [...listed, ...readBalances(balances, program, issues)],
    uses: uses.length === 0 ? NONE : uses.map(readUse),
    vouchers: vouchers.length === 0 ? NONE : readVouchers(vouchers, issues),
    streaks,
    sales,
    debts: readDebts(debts, DEBTS, program, issues),
    advancedTo: instantOrNone(document.advancedTo),
    lastEntryAt: instantOrNone(document.lastEntryAt) ?? Number.NEGATIVE_INFINITY,
    head,
  };
}

function newStanding({ ladder }: Program): Standing {
  return {
    tier: ladder[0],
    baseTier: ladder[0],
    raisedTier: undefined,
    tierHeldUntil: undefined,
    tierGraceUntil: undefined,
    progress: NONE,
    visits: 0,
    spend: 0n,
    lastVisitAt: undefined,
    lots: [],
    uses: NONE,
    vouchers: NONE,
    streaks: NO_STREAKS,
    sales: NONE,
    debts: new Map(),
    advancedTo: undefined,
    lastEntryAt: Number.NEGATIVE_INFINITY,
    head: CHAIN_START,
  };
}

// Figures are read first, and their places made only where they are wrong: a member may have hundreds.

function readSpend(value: string | number, { digits, code }: Currency, issues: Issue[]): bigint | undefined {
  return parseAmount(value, digits) ?? readUnits({ value, path: [...HERE, "spend"] }, digits, code, issues);
}

type Balances = NonNullable<StandingDocument["balances"]>;

function readBalances(balances: Balances, program: Program, issues: Issue[]): readonly Lot[] {
  const opening = balances.map(({ wallet, amount }): LotDocument => ({ id: "opening", wallet, amount }));
  return readLots(opening, "balances", program, issues);
}

function readLots(
  documents: readonly LotDocument[],
  key: "lots" | "balances",
  { wallets }: Program,
  issues: Issue[],
): readonly Lot[] {
  if (documents.length === 0) return NONE;
  const lots: Lot[] = [];
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] as LotDocument;
    const wallet = walletOf(document, wallets);
    const amount = wallet && parseAmount(document.amount, wallet.digits);
    if (amount === undefined) tellLot(document, [...HERE, key, index], wallet, wallets, issues);
    else lots.push(readLot(document, amount));
  }
  return lots;
}

function walletOf(document: LotDocument, wallets: readonly Wallet[]): Wallet | undefined {
  for (const wallet of wallets) if (wallet.id === document.wallet) return wallet;
  return undefined;
}

/** What is wrong with a lot: there is no such wallet, or it counts in fewer decimals. */
function tellLot(
  { wallet: name, amount }: LotDocument,
  path: Path,
  wallet: Wallet | undefined,
  wallets: readonly Wallet[],
  issues: Issue[],
): void {
  if (wallet === undefined) {
    const ids = wallets.map(({ id }) => id);
    issues.push(missingRef([...path, "wallet"], "wallet", name, didYouMean(name, ids)));
  } else readUnits({ value: amount, path: [...path, "amount"] }, wallet.digits, wallet.id, issues);
}

function readLot(document: LotDocument, amount: bigint): Lot {
  return {
    id: document.id,
    wallet: document.wallet,
    amount,
    at: instantOrNone(document.at) ?? Number.NEGATIVE_INFINITY,
    activeAt: instantOrNone(document.activeAt ?? document.at) ?? Number.NEGATIVE_INFINITY,
    expiresAt: instantOrNone(document.expiresAt) ?? Number.POSITIVE_INFINITY,
    offer: document.offer,
    usable: document.usable,
    renewable: document.renewable ?? false,
    pending: document.pending ?? false,
  };
}

function readUse({ offer, at, day, birthdayYear, amount }: UseDocument): Use {
  const had = amount === undefined ? undefined : parseAmount(amount, USE_DIGITS);
  return { offer, at: instantOrNone(at) ?? 0, day, birthdayYear, amount: had ?? 0n };
}

function readVouchers(documents: readonly VoucherDocument[], issues: Issue[]): readonly Voucher[] {
  checkDistinct(VOUCHERS, documents, issues);
  return documents.map(({ id, offer, issuedAt, expiresAt }) => ({
    id,
    offer,
    issuedAt: instantOrNone(issuedAt) ?? Number.NEGATIVE_INFINITY,
    expiresAt: instantOrNone(expiresAt) ?? Number.POSITIVE_INFINITY,
  }));
}

/** Reads an instant that its schema has let pass. */
function instantOrNone(text: string | null | undefined): number | undefined {
  return text === undefined || text === null ? undefined : parseInstant(text);
}
