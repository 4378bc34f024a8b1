import { didYouMean } from "../documents/closest.js";
import type { Issue } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { LotDocument, StandingDocument, UseDocument, VoucherDocument } from "../facts/standing.js";
import { checkDistinct } from "../program/check-ids.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";
import { missingRef } from "../program/vocabulary.js";
import type { Currency, Wallet } from "../program/wallet.js";
import { parseAmount } from "../units/amount.js";
import { parseInstant } from "../units/instant.js";
import { readDebts } from "./read-debts.js";
import { readProgress } from "./read-progress.js";
import { readTiers } from "./read-tiers.js";
import {
  CHAIN_START,
  type Lot,
  type Standing,
  type Streaks,
  USE_DIGITS,
  type Use,
  type Voucher,
} from "./standing.js";

const HERE: Path = ["member", "standing"];
const PROGRESS: Path = [...HERE, "progress"];
const VOUCHERS: Path = [...HERE, "vouchers"];
const DEBTS: Path = [...HERE, "debts"];
const NONE: readonly never[] = [];
const NO_STREAKS: Streaks = { weeks: 0, months: 0 };

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
