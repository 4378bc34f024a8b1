import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { Step, StepsFigure } from "./benefit.js";
import type { StepsDocument } from "./benefit-document.js";
import { amountFor, onlyKey, type Reader, type Unit } from "./read-figures.js";

/** Quantities have 6 decimals. */
const QUANTITY: Unit = { name: "a quantity", digits: 6 };

type Rate = "percent" | "fixed" | "perUnit" | "perSpend";

/** Reads the steps of a discount or an accrual, of which `rates` are the things that a step may give. */
export function readSteps<Key extends Rate, Rates extends { readonly [key in Key]?: unknown }>(
  document: StepsDocument<Rates>,
  path: Path,
  {
    rates,
    currency,
    give,
  }: {
    readonly rates: readonly Key[];
    readonly currency: Unit;
    readonly give: (rates: Rates, key: Key, path: Path) => Step["gives"] | undefined;
  },
  { issues }: Reader,
): StepsFigure {
  const { by, mode } = document;
  const at: Step[] = [];
  let last: bigint | undefined;
  document.at.forEach((step, index) => {
    const place = [...path, "at", index];
    const from = amountFor(step.from, [...place, "from"], by === "total" ? currency : QUANTITY, {
      tier: undefined,
      issues,
    });
    const key = onlyKey<Key>(step, rates, "a step", place, issues);
    if (key !== undefined) checkSlices(document, key, [...place, key], issues);
    const gives = key === undefined ? undefined : give(step, key, place);
    if (from === undefined) return;
    if (last !== undefined && from <= last)
      issues.push(issueAt("window-order", [...place, "from"], "must be above the step before"));
    last = from;
    if (gives !== undefined) at.push({ from, gives });
  });
  return { by: "steps", measure: by, mode, at };
}

/** A slice of the amount has no units, a slice of the units no amount; and a fixed amount is no rate of either. */
const NEVER_BY_SLICE = { total: ["fixed", "perUnit"], quantity: ["fixed", "percent", "perSpend"] } as const;

function checkSlices(
  { by, mode }: Pick<StepsDocument<unknown>, "by" | "mode">,
  key: Rate,
  path: Path,
  issues: Issue[],
): void {
  const never: readonly Rate[] = NEVER_BY_SLICE[by];
  if (mode === "whole" || !never.includes(key)) return;
  const message = `a slice of the ${by} cannot be given ${key}`;
  const hint = `with "mode": "whole", the step reached counts for all`;
  issues.push(issueAt("one-of", path, message, { hint }));
}
