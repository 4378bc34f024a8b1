import type { Issue } from "./club-error.js";

/** Keys that the documents will have, and this release refuses rather than ignores. `#` stands for an index. */
const KEYS: readonly RegExp[] = [
  /^\/(?:catalogue|budgets|discountCap|clubUses)$/,
  /^\/wallets\/#\/(?:redemption|converts)$/,
  /^\/wallets\/#\/expires(?:\/byTier\/[^/]+)?\/(?:renewedBy|endOf|plus|on)$/,
  /^\/tiers\/(?:period|downgrade|grace|holds|ladder\/#\/orPurchase)$/,
  /^\/groups\/#\/per$/,
  /^\/offers\/#\/(?:by|milestone|anniversary|inactivity|start|holdout)$/,
  /^\/offers\/#\/limits\/(?:inAll|repeat|budget|perMember\/(?:amount|onShort))$/,
  /^\/offers\/#\/benefit(?:\/#)?\/(?:perUnit|unitPrice|steps|buy|get|bundle|units|every|from|pick|unitsPer|spread)$/,
  /^\/offers\/#\/benefit(?:\/#)?\/(?:perVisit|perSet|usable|worth|cost|offer|expires|choose)$/,
  /^\/member\/(?:standing\/(?:vouchers|sales|debts))$/,
  /^\/transaction\/(?:redeem|vouchers|survey|referral|activity|choices)$/,
];

/** Values likewise. */
const VALUES: readonly (readonly [RegExp, RegExp])[] = [
  [/^\/wallets\/#\/kind$/, /^"(?:stamps|tickets)"$/],
  [/^\/tiers\/metric$/, /^an object$/],
  [/^\/offers\/#\/on\/#$/, /^"[a-z][A-Za-z-]*"$/],
  [/^\/offers\/#\/limits\/perMember\/per$/, /^"window"$/],
  [/^\/offers\/#\/benefit(?:\/#)?\/kind$/, /^"(?:gift|voucher|tickets|stamps|tier)"$/],
  [/^\/transaction\/type$/, /^"[a-z][A-Za-z-]*"$/],
];

/** Tells apart what is a slip from what is only not built yet. */
export function markNotBuilt(issue: Issue): Issue {
  const place = issue.path.replace(/\/[0-9]+(?=\/|$)/g, "/#");
  const known =
    issue.code === "unknown-field"
      ? KEYS.some((pattern) => pattern.test(place))
      : (issue.code === "enum" || issue.code === "type") &&
        VALUES.some(([pattern, received]) => pattern.test(place) && received.test(issue.received ?? ""));
  if (!known) return issue;
  const { hint: _, ...rest } = issue;
  return {
    ...rest,
    code: "not-supported",
    message: "is not built yet; nothing is ignored, so it is refused",
  };
}
