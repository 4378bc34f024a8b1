import fc from "fast-check";
import type { Wallet } from "vafa";
import { VOUCHER_OFFER } from "./generate-benefit.js";
import { expiries, itemFilters, lotExpiries, percent, spans, tiered } from "./generate-terms.js";
import { maybe } from "./generate-value.js";

export const modes = fc.constantFrom("halfUp", "halfEven", "down", "up" as const);

/** How a wallet pays. */
function redemptions(rates: readonly (string | undefined)[]): fc.Arbitrary<Wallet["redemption"]> {
  return fc.record({
    rate: fc.constantFrom(...rates),
    min: maybe(fc.constantFrom("0", "10", 50), 2),
    step: maybe(fc.constantFrom("1", "3", 10), 2),
    maxShare: maybe(percent, 2),
    items: maybe(itemFilters, 3),
  });
}

interface WalletTerms {
  readonly worths: readonly (string | undefined)[];
  /** What it pays; without any, it never does. */
  readonly rates?: readonly (string | undefined)[];
  readonly becomes?: fc.Arbitrary<NonNullable<Wallet["converts"]>["into"]>;
}

function wallet<Kind extends Wallet["kind"]>(
  id: string,
  kind: Kind,
  { worths, rates, becomes }: WalletTerms,
): fc.Arbitrary<Wallet> {
  return fc.record({
    id: fc.constant(id),
    kind: fc.constant(kind),
    worth: fc.constantFrom(...worths),
    cost: maybe(fc.constantFrom("0", "0.3", "1"), 3),
    digits: maybe(fc.constantFrom(0, 1, 3), 4),
    accruesOn: maybe(fc.constantFrom("paid", "discounted", "list")),
    rounding: maybe(modes, 2),
    activatesAfter: maybe(spans, 2),
    expires: maybe(tiered(lotExpiries), 2),
    redemption: rates === undefined ? fc.constant(undefined) : maybe(redemptions(rates)),
    converts:
      becomes === undefined
        ? fc.constant(undefined)
        : maybe(fc.record({ every: fc.constantFrom("9", 40, "250"), into: becomes }), 4),
  });
}

/** All wallets of a program; where one converts, it is never back into itself. */
export const wallets = fc.tuple(
  wallet("credit", "credit", { worths: [undefined, "1", "0.45"], rates: [undefined, "1"] }),
  wallet("gift-credit", "credit", { worths: ["0.9", "1", "0"], rates: [undefined, "0.7"] }),
  wallet("points", "points", {
    worths: ["50", "0.5", "1"],
    rates: ["40", "0.333"],
    becomes: fc.record({ wallet: fc.constantFrom("credit", "stamps"), amount: fc.constantFrom("1", 7) }),
  }),
  wallet("stars", "points", { worths: ["0", "0", "3"], rates: ["2"] }),
  wallet("stamps", "stamps", {
    worths: ["0", "5"],
    becomes: fc.oneof(
      fc.record({ voucher: fc.constant(VOUCHER_OFFER), expires: maybe(expiries) }),
      fc.record({ wallet: fc.constantFrom("stars", "tickets"), amount: fc.constantFrom("1", 3) }),
    ),
  }),
  wallet("tickets", "tickets", { worths: [undefined, "2"] }),
);
