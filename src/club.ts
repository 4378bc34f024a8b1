import { adjust } from "./adjust.js";
import { type AdvanceDecision, advance } from "./advance.js";
import type { Decision, RefundDecision } from "./decision.js";
import { ClubError, type Issue } from "./documents/club-error.js";
import { type CompiledProgram, compileProgram } from "./eligibility/compile.js";
import { evaluate, quote } from "./evaluate.js";
import { parseProgram as readProgramDocument } from "./program/parse-program.js";
import type { ProgramDocument } from "./program/program-document.js";
import { readSizes, type Sizes } from "./program/sizes.js";
import { refund } from "./refund.js";
import type { AdjustmentDecision } from "./settlement/compose-adjustment.js";
import type { Quote } from "./settlement/quote.js";

/** An opened program. Its methods are pure and synchronous: no clock, no input or output, nothing kept between calls. */
export interface Club {
  /** The program as it was read: a frozen copy. */
  readonly program: ProgramDocument;
  /** SHA-256 of the program, as every entry names it. */
  readonly hash: string;
  /**
   * Decides one purchase: what the till charges, which offers are given, why each other one is not, and the ledger
   * entry that books it.
   *
   * Worked: on 600,000 with a birthday credit of 20 % (120,000) and a discount of 10 % (60,000) in one group, the
   * credit is given, and the discount is `beaten`, 60,000 behind.
   *
   * Takes anything, and reads a `Request`. Throws a `ClubError` with every issue where it is none; then nothing was
   * decided.
   */
  evaluate(request: unknown): Decision;
  /** The same decision without the entry: for a cart that may still change. Throws as `evaluate` does. */
  quote(request: unknown): Quote;
  /**
   * Takes back a sale, or some of it: what the till gives back, what goes back to wallets and out of them, and the
   * entry that books it. It is exact to the last unit: the parts of any split, in any order, sum to the sale.
   *
   * Worked: 10,000 off lines of 60,000 and 40,000 took 4,000 off the second; returned, it gives back 36,000.
   *
   * Takes a `RefundRequest`. What was never sold, or is back already, is `refused`; a forged entry throws a `ClubError`.
   */
  refund(request: unknown): RefundDecision;
  /**
   * Moves units of a wallet by hand, with a reason. Worked: 100 points in, of a member who owes 80, pay the debt, and
   * open a lot of 20. Takes an `AdjustmentRequest`; throws as `evaluate` does.
   */
  adjust(request: unknown): AdjustmentDecision;
  /**
   * Lets a member's time pass up to an instant, and writes down what fell due by then: units that became active,
   * converted or lapsed, reviews of the tier, birthdays and other occasions, reminders. In two steps it writes what it
   * writes in one, and a second time nothing.
   *
   * Worked: nine stamps of which the last becomes active on 14 Azar, and nine are a coffee: up to 15 Azar it writes one
   * entry, of 14 Azar, which activates the last and turns all nine into a voucher.
   *
   * Takes an `AdvanceRequest`: `{ member, at, facts, clubUses }`. Throws as `evaluate` does, and where nothing says
   * since when the member's time passes (`required` at `/member/joinedAt`).
   */
  advance(request: unknown): AdvanceDecision;
}

export type ParsedProgram =
  | { readonly ok: true; readonly program: ProgramDocument }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads a program without opening it: the frozen document, or every issue. Never throws. */
export function parseProgram(program: unknown, sizes?: Sizes): ParsedProgram {
  const wanted = readSizes(sizes);
  if (!wanted.ok) return wanted;
  const read = readProgramDocument(program, wanted.value);
  return read.ok ? { ok: true, program: read.document } : read;
}

/**
 * Opens a program: parses and compiles it once. Documents come from files, so anything may be handed over.
 *
 * Throws a `ClubError` with every issue of the program: code, JSON Pointer, expected, received and a hint.
 */
export function openClub(program: unknown, sizes?: Sizes): Club {
  const wanted = readSizes(sizes);
  if (!wanted.ok) throw new ClubError(wanted.issues);
  const parsed = readProgramDocument(program, wanted.value);
  if (!parsed.ok) throw new ClubError(parsed.issues);
  const compiled = compileProgram(parsed.program, wanted.value.lines);
  const club: Club = {
    program: parsed.document,
    hash: parsed.program.hash,
    evaluate: (request) => evaluate(compiled, request),
    quote: (request) => quote(compiled, request),
    refund: (request) => refund(compiled, request),
    adjust: (request) => adjust(compiled, request),
    advance: (request) => advance(compiled, request),
  };
  opened.set(club, compiled);
  return club;
}

/** What stands behind a club, for the doors that need more than its methods. */
const opened = new WeakMap<Club, CompiledProgram>();

export function compiledOf(club: Club): CompiledProgram | undefined {
  return opened.get(club);
}
