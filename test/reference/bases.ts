import type { Benefit } from "vafa";
import { passes } from "./read-purchase.js";
import type { SetAward } from "./set-award.js";
import type { Situation } from "./situation.js";

/** R18.6: what each award goes back with. */
export function bases(awards: readonly SetAward[], situation: Situation): readonly string[] {
  return awards.map(({ benefit, wallet }) => {
    if (benefit.kind === "discount") return "lines";
    if (wallet === undefined) return "visit";
    if (!isMultiplier(benefit)) return basisOf(benefit);
    const items = "items" in benefit ? benefit.items : undefined;
    const multiplied = awards.filter((one) => {
      if (!one.offer.always || one.wallet !== wallet || isMultiplier(one.benefit)) return false;
      const on = situation.lines.filter(({ id, written }) => one.lines.has(id) && passes(written, items));
      return items === undefined || on.length > 0;
    });
    return multiplied.some((one) => basisOf(one.benefit) === "lines") ? "lines" : "visit";
  });
}

function basisOf(benefit: Benefit): string {
  return has(benefit, "fixed") || has(benefit, "perVisit") ? "visit" : "lines";
}

function isMultiplier(benefit: Benefit): boolean {
  return has(benefit, "multiply");
}

function has(benefit: Benefit, key: string): boolean {
  return Object.entries(benefit).some(([name, value]) => name === key && value !== undefined);
}
