import * as z from "zod";
import { ClubError, type Issue, issueAt, throwIssues } from "../documents/club-error.js";
import { copyDocument } from "../documents/copy-document.js";
import { foreignId } from "../documents/names.js";
import { integer, positiveAmount } from "../documents/numbers.js";
import { parseWith } from "../documents/parse-with.js";
import { record, value } from "../documents/schema.js";
import { parseAmount } from "../units/amount.js";
import { byCodeUnit } from "../units/code-unit-order.js";

/** Who holds how many tickets, the seed that was committed to, and how many are to win. */
export interface DrawDocument {
  /** A member stands here once. */
  readonly tickets: readonly { readonly memberId: string; readonly count: string | number }[];
  /** At least 16 visible characters. */
  readonly seed: string;
  /** 10,000 at most. */
  readonly winners: number;
}

/** A member in the pot, and the first of their tickets; tickets are counted from 0 here. */
export interface Holder {
  readonly memberId: string;
  readonly first: bigint;
  readonly count: bigint;
}

interface Pot {
  /** By member id, so that the order of the list means nothing. */
  readonly holders: readonly Holder[];
  readonly total: bigint;
  readonly seed: string;
  readonly winners: number;
}

const FEWEST_VISIBLE = 16;
const MOST_MEMBERS = 500_000;
const SIZES = { units: 134_217_728, nodes: 3 * MOST_MEMBERS + 100, depth: 4, text: 1_024 };

const seedSchema = value<string>({ type: "string" }, (written) => {
  const expected = `a text of at least ${FEWEST_VISIBLE} visible characters`;
  if (typeof written !== "string") return { code: "type", message: `must be ${expected}`, expected };
  const visible = [...written.replace(/[\s\p{Cf}]/gu, "")].length;
  if (visible >= FEWEST_VISIBLE) return undefined;
  return { code: "string-too-short", message: "the seed can be guessed", expected };
});

const schema = record({
  tickets: z
    .array(record({ memberId: foreignId, count: positiveAmount }))
    .min(1)
    .max(MOST_MEMBERS),
  seed: seedSchema,
  winners: integer(1, 10_000),
}) as unknown as z.ZodType<DrawDocument>;

export function readDraw(input: unknown): Pot {
  const { tickets, seed, winners } = read(schema, input);
  const issues: Issue[] = [];
  const counts = new Map<string, bigint>();
  for (const [index, { memberId, count }] of tickets.entries()) {
    const path = ["tickets", index];
    if (counts.has(memberId))
      issues.push(issueAt("duplicate-id", [...path, "memberId"], "this member stands here already"));
    const whole = parseAmount(count, 0);
    if (whole === undefined)
      issues.push(issueAt("number-precision", [...path, "count"], "tickets are whole"));
    counts.set(memberId, whole ?? 0n);
  }
  throwIssues(issues);
  let total = 0n;
  const holders = [...counts]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([memberId, count]) => {
      const first = total;
      total += count;
      return { memberId, first, count };
    });
  return { holders, total, seed, winners };
}

export function readSeed(input: unknown): string {
  return read(seedSchema, input);
}

function read<T>(wanted: z.ZodType<T>, input: unknown): T {
  const copied = copyDocument(input, SIZES);
  const parsed = copied.ok ? parseWith(wanted, copied.copy) : copied;
  if (!parsed.ok) throw new ClubError(parsed.issues);
  return parsed.value;
}
