import type { MemberDocument } from "../facts/member.js";
import type { StandingDocument } from "../facts/standing.js";
import type { Program } from "../program/program.js";
import type { ClubUseRow } from "../settlement/quote.js";
import type { ClubUses } from "../standing/club-uses.js";
import type { Moment } from "../standing/later-by.js";
import { readMember } from "../standing/read-member.js";
import type { Member, Request } from "../standing/request.js";
import { parseAmount } from "../units/amount.js";

/** A member while their time passes. */
export interface Life {
  /** With the standing that the entries so far have made. */
  readonly document: MemberDocument;
  /** The same, read. */
  readonly member: Member;
  /** Time has passed up to here: what falls due on a date comes after it, and no entry before it. */
  readonly since: number;
  /** What the whole club has had, with what the entries so far gave. */
  readonly clubUses: ClubUses;
  /** What the host says of the declared facts. */
  readonly facts: Request["facts"];
}

/** What an entry leaves. */
export interface Left {
  readonly standing: StandingDocument;
  readonly clubUses: readonly ClubUseRow[];
}

/** The member at another instant, or after an entry. What is wrong with them was told when the request was read. */
export function liveOn(program: Program, life: Life, moment: Moment, left?: Left): Life {
  const document = left === undefined ? life.document : { ...life.document, standing: left.standing };
  return {
    ...life,
    document,
    member: readMember(document, moment, program, []),
    clubUses: left === undefined ? life.clubUses : withUses(life.clubUses, left.clubUses, program),
  };
}

/** What the club has had, with what one more decision gave. */
function withUses(
  { offers, budgets }: ClubUses,
  rows: readonly ClubUseRow[],
  { currency }: Program,
): ClubUses {
  if (rows.length === 0) return { offers, budgets };
  const [counted, spent] = [new Map(offers), new Map(budgets)];
  for (const row of rows) {
    if ("budget" in row) {
      const paid = parseAmount(row.amount, currency.digits) ?? 0n;
      spent.set(row.budget, (spent.get(row.budget) ?? 0n) + paid);
    } else {
      const { uses, members } = counted.get(row.offer) ?? { uses: 0, members: 0 };
      counted.set(row.offer, { uses: uses + row.uses, members: members + row.members });
    }
  }
  return { offers: counted, budgets: spent };
}
