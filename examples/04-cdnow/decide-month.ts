import { apply, type Club, type Decision, type Standing } from "vafa";
import type { Customer } from "./read-purchases.js";

/** One member's month. */
export interface MemberMonth {
  readonly id: string;
  readonly decisions: readonly Decision[];
  readonly standing: Standing;
}

/**
 * Member by member: in this club nothing that one member does changes what another is given, so members may be decided
 * in any order, or on several machines. Only one member's own purchases must follow each other: `apply` carries the
 * standing from one to the next, and each entry is sealed on the one before.
 */
export function decideMonth(club: Club, customers: readonly Customer[]): readonly MemberMonth[] {
  return customers.map(({ id, transactions }) => {
    const decisions: Decision[] = [];
    let standing: Standing | undefined;
    for (const transaction of transactions) {
      const decision = club.evaluate({ member: { id, standing }, transaction });
      decisions.push(decision);
      standing = apply(standing, decision.entry);
    }
    return { id, decisions, standing: standing ?? {} };
  });
}
