import { didYouMean } from "../documents/closest.js";
import type { Issue } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { LotDocument, StandingDocument, UseDocument } from "../facts/standing.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-benefits.js";
import { missingRef } from "../program/vocabulary.js";
import { parseInstant } from "../units/instant.js";

/** What the member has, read in the program's units. `undefined` is unknown. */
export interface Standing {
  readonly tier: string | undefined;
  readonly visits: number | undefined;
  readonly spend: bigint | undefined;
  readonly lastVisitAt: number | undefined;
  readonly lots: readonly Lot[];
  readonly uses: readonly Use[];
  readonly head: { readonly sequence: number; readonly hash: string };
}

export interface Lot {
  readonly id: string;
  readonly wallet: string;
  readonly amount: bigint;
  readonly activeAt: number;
  readonly expiresAt: number;
}

export interface Use {
  readonly offer: string;
  readonly at: number;
  /** The local date it counts on, as `yyyy-mm-dd`, where it was written down. */
  readonly day: string | undefined;
  readonly birthdayYear: number | undefined;
}

/** Before the first entry of a chain. */
export const CHAIN_START = { sequence: 0, hash: "0".repeat(64) };

/** Reads a standing; one who has none is new: no visits, nothing spent, the lowest tier. */
export function readStanding(
  document: StandingDocument | undefined,
  path: Path,
  program: Program,
  issues: Issue[],
): Standing {
  if (document === undefined) return newStanding(program);
  const {
    tier,
    visits,
    spend,
    lastVisitAt,
    lots = [],
    balances = [],
    uses = [],
    head = CHAIN_START,
  } = document;
  const spent = spend === undefined ? undefined : { value: spend, path: [...path, "spend"] };
  const opening = balances.map(({ wallet, amount }): LotDocument => ({ id: "opening", wallet, amount }));
  return {
    tier: tier !== undefined && program.ladder.includes(tier) ? tier : undefined,
    visits,
    spend: readUnits(spent, program.currency.digits, program.currency.code, issues),
    lastVisitAt: instantOrNone(lastVisitAt),
    lots: [
      ...lots.flatMap((lot, index) => readLot(lot, [...path, "lots", index], program, issues) ?? []),
      ...opening.flatMap((lot, index) => readLot(lot, [...path, "balances", index], program, issues) ?? []),
    ],
    uses: uses.map(readUse),
    head,
  };
}

function newStanding({ ladder }: Program): Standing {
  return {
    tier: ladder[0],
    visits: 0,
    spend: 0n,
    lastVisitAt: undefined,
    lots: [],
    uses: [],
    head: CHAIN_START,
  };
}

function readLot(document: LotDocument, path: Path, { wallets }: Program, issues: Issue[]): Lot | undefined {
  const wallet = wallets.find(({ id }) => id === document.wallet);
  if (wallet === undefined) {
    const hint = didYouMean(
      document.wallet,
      wallets.map(({ id }) => id),
    );
    issues.push(missingRef([...path, "wallet"], "wallet", document.wallet, hint));
    return undefined;
  }
  const amount = readUnits(
    { value: document.amount, path: [...path, "amount"] },
    wallet.digits,
    wallet.id,
    issues,
  );
  if (amount === undefined) return undefined;
  return {
    id: document.id,
    wallet: wallet.id,
    amount,
    activeAt: instantOrNone(document.activeAt ?? document.at) ?? Number.NEGATIVE_INFINITY,
    expiresAt: instantOrNone(document.expiresAt) ?? Number.POSITIVE_INFINITY,
  };
}

function readUse({ offer, at, day, birthdayYear }: UseDocument): Use {
  return { offer, at: instantOrNone(at) ?? 0, day, birthdayYear };
}

/** Reads an instant that its schema has let pass. */
function instantOrNone(text: string | null | undefined): number | undefined {
  return text === undefined || text === null ? undefined : parseInstant(text);
}
