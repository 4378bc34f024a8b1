import { type Issue, throwIssues } from "../documents/club-error.js";
import type { ReturnedSaleDocument } from "../facts/standing.js";
import type { Program } from "../program/program.js";
import { readUnits } from "../program/read-figures.js";
import { QUANTITY_DIGITS } from "../standing/read-lines.js";
import { parseAmount } from "../units/amount.js";
import { apportion } from "../units/apportion.js";
import type { RefundRequest } from "./read-refund.js";
import type { SaleLine } from "./read-sale.js";
import { basisOf, moneyFor, paidBack, type Returned, wholeFor } from "./take-back.js";

/** A line of the sale, and what is back of it, before this refund and with it. */
export interface LineBack {
  readonly line: SaleLine;
  readonly before: Returned;
  readonly after: Returned;
}

/** Why nothing is taken back. */
export interface RefundRefusal {
  readonly reason: "alreadyReturned" | "moreThanSold" | "unknownSale";
  /** Of what was asked for. */
  readonly path: readonly (string | number)[];
}

const NOTHING_BACK: Returned = { quantity: 0n, amount: 0n };

/** What comes back of every line of the sale, or why it cannot. */
export function planReturn(request: RefundRequest, program: Program): readonly LineBack[] | RefundRefusal {
  if (!isMembersOwn(request, program)) return { reason: "unknownSale", path: ["sale"] };
  const { sale, member } = request;
  const row = member.standing.sales.find(({ id }) => id === sale.entry.id);
  const lines = sale.lines.map((line): LineBack => {
    const before = readReturned(row, line, program);
    return { line, before, after: before };
  });
  return request.returned === undefined
    ? returnMoney(lines, request, program)
    : returnLines(lines, request.returned, program);
}

/** Of this club, of this member, and on their chain. */
function isMembersOwn({ member, sale: { entry } }: RefundRequest, program: Program): boolean {
  const { head } = member.standing;
  const isLast = entry.sequence === head.sequence;
  return (
    entry.program.id === program.id &&
    entry.memberId === member.id &&
    entry.sequence <= head.sequence &&
    (!isLast || entry.hash === head.hash)
  );
}

function readReturned(row: ReturnedSaleDocument | undefined, { id }: SaleLine, program: Program): Returned {
  const told = row?.returned.find(({ line }) => line === id);
  if (told === undefined) return NOTHING_BACK;
  return {
    quantity: parseAmount(told.quantity ?? "0", QUANTITY_DIGITS) ?? 0n,
    amount: parseAmount(told.amount ?? "0", program.currency.digits) ?? 0n,
  };
}

function returnLines(
  lines: readonly LineBack[],
  returned: NonNullable<RefundRequest["returned"]>,
  { currency }: Program,
): readonly LineBack[] | RefundRefusal {
  const issues: Issue[] = [];
  const backs = new Map(lines.map((back) => [back.line.id, back]));
  for (const [index, asked] of returned.entries()) {
    const back = backs.get(asked.line);
    if (back === undefined) continue;
    const path = ["returned", index];
    if (isBack(back.line, back.before)) return { reason: "alreadyReturned", path };
    const after =
      "quantity" in asked
        ? unitsBack(back, parseAmount(asked.quantity, QUANTITY_DIGITS) ?? 0n)
        : moneyBack(
            back,
            readUnits(
              { value: asked.amount, path: [...path, "amount"] },
              currency.digits,
              currency.code,
              issues,
            ) ?? 0n,
          );
    if (after === undefined) return { reason: "moreThanSold", path };
    backs.set(asked.line, { ...back, after });
  }
  throwIssues(issues);
  return [...backs.values()];
}

/** Spread by what is left to give back of each line; with all of it, lines that cost nothing are back too. */
function returnMoney(
  lines: readonly LineBack[],
  { amount = "0" }: RefundRequest,
  { currency }: Program,
): readonly LineBack[] | RefundRefusal {
  const issues: Issue[] = [];
  const path = ["amount"];
  const money = readUnits({ value: amount, path }, currency.digits, currency.code, issues) ?? 0n;
  throwIssues(issues);
  const open = lines.map(({ line, before }) => line.paid - paidSoFar(line, before));
  let left = 0n;
  for (const amount of open) left += amount;
  if (left === 0n) return { reason: "alreadyReturned", path };
  if (money > left) return { reason: "moreThanSold", path };
  if (money === left) return lines.map((back) => ({ ...back, after: wholeOf(back) }));
  const parts = apportion(
    money,
    open,
    lines.map(({ line }) => line.id),
  );
  return lines.map((back, index) => {
    const part = parts[index] ?? 0n;
    return part === 0n ? back : { ...back, after: moneyBack(back, part) ?? back.before };
  });
}

function wholeOf({ line, before }: LineBack): Returned {
  return { quantity: line.quantity, amount: before.amount };
}

function unitsBack({ line, before }: LineBack, units: bigint): Returned | undefined {
  const quantity = before.quantity + units;
  return quantity > line.quantity ? undefined : { quantity, amount: before.amount };
}

/** More than was paid cannot be given back. */
function moneyBack({ line, before }: LineBack, money: bigint): Returned | undefined {
  const paid = paidSoFar(line, before) + money;
  if (paid > line.paid) return undefined;
  return { quantity: before.quantity, amount: moneyFor(line, before, wholeFor(paid, line.paid, line.list)) };
}

function paidSoFar(line: SaleLine, returned: Returned): bigint {
  return paidBack(line.paid, basisOf(line, returned), line.list);
}

/** Is nothing of it back? */
export function isUntouched({ quantity, amount }: Returned): boolean {
  return quantity === 0n && amount === 0n;
}

/** Is all of it back? Of a line that costs nothing only its units can be. */
export function isBack(line: SaleLine, returned: Returned): boolean {
  if (returned.quantity === line.quantity) return true;
  return line.list > 0n && basisOf(line, returned) === line.list;
}
