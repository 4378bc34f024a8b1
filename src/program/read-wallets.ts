import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { parseRate } from "../units/rate.js";
import { DOWN } from "../units/round.js";
import { worthOfMinor } from "../units/worth.js";
import type { Currency, Wallet } from "./program.js";
import type { WalletDocument } from "./program-document.js";
import { checkTiers, isTiered, readByTier } from "./read-tiered.js";

export interface WalletTerms {
  readonly currency: Currency;
  readonly ladder: readonly string[];
  /** Does any offer compete? Then every wallet must say what its units are worth. */
  readonly compete: boolean;
}

export function readWallet(
  document: WalletDocument,
  path: Path,
  terms: WalletTerms,
  issues: Issue[],
): Wallet {
  const { id, kind, accruesOn = "paid", activatesAfter = {}, expires = "never" } = document;
  const isCredit = kind === "credit";
  const digits = document.digits ?? (isCredit ? terms.currency.digits : 0);
  if (document.worth === undefined && !isCredit && terms.compete) {
    const hint = 'say what one unit is worth to the member, such as "worth": "50"; "0" is allowed';
    issues.push(
      issueAt("worth-missing", [...path, "worth"], "offers compete, so a worth is needed to compare them", {
        hint,
      }),
    );
  }
  const worth = document.worth ?? (isCredit ? "1" : "0");
  const mode = document.rounding;
  checkExpiry(expires, [...path, "expires"], issues);
  checkTiers(expires, [...path, "expires"], terms.ladder, issues);
  return {
    id,
    name: document.name ?? {},
    kind,
    digits,
    worth: worthOfMinor(parseRate(worth), digits),
    cost: worthOfMinor(parseRate(document.cost ?? worth), digits),
    accruesOn,
    rounding:
      mode !== undefined ? { mode, step: 1n } : isCredit ? creditRounding(terms.currency, digits) : DOWN,
    activatesAfter,
    expires: readByTier(expires, terms.ladder, (expiry) => expiry),
  };
}

/** A lot that lapses as it is opened could never be spent. */
function checkExpiry(expires: NonNullable<WalletDocument["expires"]>, path: Path, issues: Issue[]): void {
  const each = isTiered(expires)
    ? Object.entries(expires.byTier).map(([tier, expiry]) => ({ expiry, place: [...path, "byTier", tier] }))
    : [{ expiry: expires, place: path }];
  for (const { expiry, place } of each) {
    if (expiry === "never" || Object.values(expiry.after).some((part) => (part ?? 0) > 0)) continue;
    issues.push(
      issueAt("number-range", [...place, "after"], "must be longer than nothing", {
        expected: "at least a day",
      }),
    );
  }
}

/** Credit is money: it rounds as money does, in the wallet's own decimals. */
function creditRounding({ digits: currencyDigits, rounding }: Currency, digits: number): Wallet["rounding"] {
  if (digits >= currencyDigits)
    return {
      ...rounding,
      step: rounding.step === 1n ? 1n : rounding.step * 10n ** BigInt(digits - currencyDigits),
    };
  const step = rounding.step / 10n ** BigInt(currencyDigits - digits);
  return { ...rounding, step: step > 0n ? step : 1n };
}
