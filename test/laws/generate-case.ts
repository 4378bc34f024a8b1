import fc from "fast-check";
import type { Program, Request } from "vafa";
import { type ProgramTerms, programs } from "./generate-program.js";
import { requests } from "./generate-request.js";

/** A program, and a purchase to decide by it. */
export interface Case {
  readonly program: Program;
  readonly request: Request;
}

/** Most offers apply at once and have to compete. */
export function contests(fewestOffers = 1, mostOffers = 8): fc.Arbitrary<Case> {
  return cases({ fewestOffers, mostOffers, offersApply: "mostly" });
}

/** Offers with conditions, sugar and limits of every kind. */
export const conditional: fc.Arbitrary<Case> = cases({ mostOffers: 6, offersApply: "on conditions" });

/** Both. */
export const purchases: fc.Arbitrary<Case> = fc.oneof(contests(), conditional);

function cases(terms: Omit<ProgramTerms, "digits">): fc.Arbitrary<Case> {
  const [toman, euro] = [0, 2].map((digits) =>
    fc.record({ program: programs({ ...terms, digits }), request: requests(digits) }),
  );
  return fc.oneof(...[toman, euro].filter((one) => one !== undefined));
}

/** The same purchase by somebody who is a member. */
export function asMember({ program, request }: Case): Case {
  return { program, request: { ...request, member: request.member ?? { id: "m-1" } } };
}
