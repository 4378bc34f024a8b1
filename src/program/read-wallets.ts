import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import { parseRate } from "../units/rate.js";
import { DOWN } from "../units/round.js";
import { worthOfMinor } from "../units/worth.js";
import { readConversion } from "./read-conversion.js";
import { checkExpiry, readExpiry } from "./read-expiry.js";
import { readRedemption } from "./read-redemption.js";
import { checkTiers, readByTier } from "./read-tiered.js";
import { AT_ONCE, type Currency, type Wallet } from "./wallet.js";
import type { WalletDocument } from "./wallet-document.js";
import { digitsOf, type WalletTerms } from "./wallet-terms.js";

export function readWallet(
  document: WalletDocument,
  path: Path,
  terms: WalletTerms,
  issues: Issue[],
): Wallet {
  const { id, kind, accruesOn = "paid", activatesAfter = AT_ONCE, expires = "never" } = document;
  const isCredit = kind === "credit";
  const digits = digitsOf(document, terms.currency);
  if (document.worth === undefined && !isCredit && kind !== "tickets" && terms.compete) {
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
    expires: readByTier(expires, terms.ladder, readExpiry),
    redemption: readRedemption(document, path, digits, issues),
    converts: readConversion(document, [...path, "converts"], terms, issues),
  };
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
