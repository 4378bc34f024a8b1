import { lotRights } from "../../src/eligibility/lot-rights.js";
import { contestLines } from "../../src/valuation/contest-lines.js";
import { goShopping } from "../../src/valuation/go-shopping.js";
import { admit, gather } from "./admit.js";
import type { Case } from "./generate-case.js";

/** Who competes for which basket, as the engine sees it once catalogue items are taken; `undefined` where it refuses. */
export function goToMarket(one: Case) {
  const { compiled, read, facts } = gather(one);
  const shopping = goShopping(compiled.program, read, lotRights(compiled, facts));
  if ("reason" in shopping) return undefined;
  const { basket } = shopping;
  const contest = contestLines({ ...admit(one), barred: [] }, compiled.program, basket);
  return { program: compiled.program, read, shopping, basket, contest };
}
