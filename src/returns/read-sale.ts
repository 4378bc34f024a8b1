import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";
import { missingRef } from "../program/vocabulary.js";
import type { Wallet } from "../program/wallet.js";
import type { Entry, EntryLine, EntryRedemption } from "../settlement/entry.js";
import type { EntryAward } from "../settlement/entry-award.js";
import { QUANTITY_DIGITS } from "../standing/read-lines.js";
import { parseAmount } from "../units/amount.js";
import { parseInstant } from "../units/instant.js";
import type { Sold } from "./take-back.js";

/** A sale as its entry says, in the program's units. */
export interface Sale {
  readonly entry: Entry;
  readonly lines: readonly SaleLine[];
  readonly awards: readonly SaleAward[];
  readonly redemptions: readonly SaleRedemption[];
}

export interface SaleLine extends Sold {
  readonly id: string;
  readonly goods: boolean;
  readonly paid: bigint;
  readonly redeemed: bigint;
}

/** What something put on a line. */
export interface SalePart {
  readonly line: string;
  readonly amount: bigint;
}

export interface SaleAward {
  /** Its place among the awards, from 1. */
  readonly number: number;
  readonly kind: EntryAward["kind"];
  /** What it goes back with: its lines, or the whole sale. */
  readonly basis: EntryAward["basis"];
  readonly offer: string;
  readonly part: number;
  readonly wallet: Wallet | undefined;
  /** Decimals of its amount. */
  readonly digits: number;
  readonly amount: bigint;
  readonly parts: readonly SalePart[];
  /** The lot that it opened, or the voucher that it issued. */
  readonly opened: string | undefined;
}

export interface SaleRedemption {
  readonly wallet: Wallet;
  readonly catalogue: string | null;
  /** In units of the wallet. */
  readonly amount: bigint;
  /** In the currency. */
  readonly value: bigint;
  readonly parts: readonly SalePart[];
  readonly draws: EntryRedemption["draws"];
}

/** Reads a sale's entry that its schema has let pass; what the program has no units for goes into `issues`. */
export function readSale(entry: Entry, program: Program, issues: Issue[]): Sale {
  const reader = { program, lines: entry.lines, issues };
  const opened = openedBy(entry);
  return {
    entry,
    lines: entry.lines.map((line, index) => readLine(line, ["sale", "lines", index], reader)),
    awards: entry.awards.map((award, index) => ({
      number: index + 1,
      opened: opened[index],
      ...readAward(award, ["sale", "awards", index], reader),
    })),
    redemptions: entry.redemptions.flatMap(
      (redemption, index) => readRedemption(redemption, ["sale", "redemptions", index], reader) ?? [],
    ),
  };
}

interface Reader {
  readonly program: Program;
  readonly lines: Entry["lines"];
  readonly issues: Issue[];
}

function readLine(
  { id, kind, list, paid, quantity, redeemed }: EntryLine,
  path: Path,
  reader: Reader,
): SaleLine {
  return {
    id,
    goods: kind === "goods",
    quantity: parseAmount(quantity, QUANTITY_DIGITS) ?? 1n,
    list: readMoney(list, [...path, "list"], reader),
    paid: readMoney(paid, [...path, "paid"], reader),
    redeemed: readMoney(redeemed, [...path, "redeemed"], reader),
  };
}

function readAward(award: EntryAward, path: Path, reader: Reader): Omit<SaleAward, "number" | "opened"> {
  const { code, digits: moneyDigits } = reader.program.currency;
  const wallet = award.wallet === null ? undefined : readWallet(award.wallet, path, reader);
  const digits = wallet?.digits ?? (award.kind === "discount" ? moneyDigits : 0);
  const unit = { value: award.amount, path: [...path, "amount"] };
  return {
    kind: award.kind,
    basis: award.basis,
    offer: award.offer,
    part: award.part,
    wallet,
    digits,
    amount: readUnits(unit, digits, wallet?.id ?? code, reader.issues) ?? 0n,
    parts: readParts(award.amounts, digits, [...path, "amounts"], reader),
  };
}

function readRedemption(redemption: EntryRedemption, path: Path, reader: Reader): SaleRedemption | undefined {
  const wallet = readWallet(redemption.wallet, path, reader);
  if (wallet === undefined) return undefined;
  const { amount, catalogue, draws, value, values } = redemption;
  const unit = { value: amount, path: [...path, "amount"] };
  return {
    wallet,
    catalogue,
    amount: readUnits(unit, wallet.digits, wallet.id, reader.issues) ?? 0n,
    value: readMoney(value, [...path, "value"], reader),
    parts: readParts(values, reader.program.currency.digits, [...path, "values"], reader),
    draws,
  };
}

function readMoney(value: string, path: Path, { program: { currency }, issues }: Reader): bigint {
  return readUnits({ value, path }, currency.digits, currency.code, issues) ?? 0n;
}

function readWallet(id: string, path: Path, { program: { wallets }, issues }: Reader): Wallet | undefined {
  const wallet = wallets.find((one) => one.id === id);
  if (wallet === undefined) issues.push(missingRef([...path, "wallet"], "wallet", id, undefined));
  return wallet;
}

/** By line, in the order of the sale's lines; where more than nothing. */
function readParts(
  amounts: readonly string[],
  digits: number,
  path: Path,
  { lines, issues }: Reader,
): readonly SalePart[] {
  const parts: SalePart[] = [];
  for (const [index, { id }] of lines.entries()) {
    const units = parseAmount(amounts[index] ?? "0", digits);
    if (units === undefined) {
      issues.push(issueAt("number-precision", [...path, index], `has more than ${digits} decimals`));
    } else if (units > 0n) parts.push({ line: id, amount: units });
  }
  return parts;
}

/** Lots and vouchers are numbered in the order of awards, also where nothing was left to put into a lot. */
function openedBy({ awards, id }: Entry): readonly (string | undefined)[] {
  let lots = 0;
  let vouchers = 0;
  return awards.map(({ kind, wallet }) => {
    if (wallet !== null) return `${id}.${++lots}`;
    return kind === "voucher" ? `${id}.v${++vouchers}` : undefined;
  });
}

/** When the lot that an award opened lapses, by the sale: `undefined` is never, or not known. */
export function lapseOf({ lots }: Entry, lot: string): number | undefined {
  const expiresAt = lots.find(({ id }) => id === lot)?.expiresAt;
  return expiresAt === null || expiresAt === undefined ? undefined : parseInstant(expiresAt);
}
