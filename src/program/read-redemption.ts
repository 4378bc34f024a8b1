import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { itemTest } from "../facts/item-filter.js";
import { parsePercent, parseRate } from "../units/rate.js";
import { readUnits } from "./read-figures.js";
import type { Redemption } from "./wallet.js";
import type { WalletDocument } from "./wallet-document.js";

/** Reads how a wallet pays: credit one for one unless it says otherwise, any other only where it has a rate. */
export function readRedemption(
  { id, kind, redemption }: WalletDocument,
  path: Path,
  digits: number,
  issues: Issue[],
): Redemption | undefined {
  if (redemption === undefined && kind !== "credit") return undefined;
  const {
    rate = kind === "credit" ? "1" : undefined,
    min = "0",
    step,
    maxShare = "100",
    items,
  } = redemption ?? {};
  const place = [...path, "redemption"];
  if (rate === undefined) {
    const hint = 'say what one unit pays, such as "rate": "40"';
    issues.push(issueAt("required", [...place, "rate"], `is missing: ${kind} are no money`, { hint }));
    return undefined;
  }
  const units = (key: "min" | "step", value: typeof min) =>
    readUnits({ value, path: [...place, key] }, digits, id, issues);
  return {
    rate: parseRate(rate),
    min: units("min", min) ?? 0n,
    step: (step === undefined ? undefined : units("step", step)) ?? 1n,
    maxShare: parsePercent(maxShare),
    items: items && itemTest(items),
  };
}
