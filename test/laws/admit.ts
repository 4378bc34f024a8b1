import type { Program, Request } from "vafa";
import { admitOffers } from "../../src/eligibility/admit-offers.js";
import { compileProgram } from "../../src/eligibility/compile.js";
import { gatherFacts } from "../../src/eligibility/gather-facts.js";
import { judgeOffers } from "../../src/eligibility/judge-offers.js";
import { parseProgram } from "../../src/program/parse-program.js";
import { USUAL_SIZES } from "../../src/program/sizes.js";
import { parseRequest } from "../../src/standing/parse-request.js";
import { readPurchase } from "../reference/read-purchase.js";
import { plainTable, type Table } from "../reference/table.js";
import type { Case } from "./generate-case.js";

/** A program compiled, and the facts of a request gathered, as the engine does it. */
export function gather({ program, request }: { readonly program: Program; readonly request: Request }) {
  const parsed = parseProgram(program, USUAL_SIZES);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const compiled = compileProgram(parsed.program, 500);
  const read = parseRequest(request, compiled);
  return { compiled, read, facts: gatherFacts(compiled.readers, read) };
}

/** Which offers the member may have. */
export function admit(one: Case) {
  const { compiled, read, facts } = gather(one);
  const offers = compiled.offersOn.get(read.transaction.type)?.offers ?? [];
  const admission = admitOffers(judgeOffers(offers, facts), facts, read, compiled.program);
  return { ...admission, compiled, read };
}

/** The same purchase as the reference reads it. */
export function asReference(one: Case): Table {
  const { always, competing } = admit(one);
  const mayHave = new Map([...always, ...competing].map(({ offer, left }) => [offer.id, left] as const));
  return plainTable(readPurchase(one.program, one.request, mayHave));
}
