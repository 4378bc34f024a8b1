import { apply, type Decision, type Member, openClub, type Standing } from "vafa";
import { activity, entryOf, purchase, type Scene } from "../club.js";

/*
 * The clubs of this folder are whole programs, as a club would write them. Each test follows a member through one:
 * every transaction is booked before the next is decided.
 */

type Happening = Omit<Parameters<typeof activity>[1] & object, "member">;

/** A member of a club, from their first day in it or from the standing that their profile brings. */
export function memberOf(
  program: object,
  { id = "sara", standing: first, ...profile }: Partial<Member> = {},
) {
  const club = openClub(program);
  const { currency } = club.program;
  let standing: Standing | undefined = first;
  let count = 0;
  const who = () => ({ id, ...profile, ...(standing === undefined ? {} : { standing }) });
  const decide = (request: object): Decision => {
    const decision = club.evaluate(request);
    if (decision.status === "accepted") standing = apply(standing, entryOf(decision));
    return decision;
  };
  return {
    /** Buys something: prices, or lines that say more. */
    buys: (scene: Scene) =>
      decide(purchase({ id: `${id}-${++count}`, currency: currency.code, ...scene, member: who() })),
    /** Does something that is no purchase. */
    does: (type: string, happening: Happening = {}) =>
      decide(activity(type, { id: `${id}-${++count}`, ...happening, member: who() })),
    /** The ids of their vouchers for an offer. */
    vouchersFor: (offer: string) =>
      (standing?.vouchers ?? []).filter((voucher) => voucher.offer === offer).map((voucher) => voucher.id),
    standing: () => standing ?? {},
  };
}

/** What is in a wallet after a decision. */
export function balanceOf(wallet: string, { balances }: Decision): string | undefined {
  return balances.find((balance) => balance.wallet === wallet)?.after;
}
