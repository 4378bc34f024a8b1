import { sha256Hex } from "#sha256";
import type { Offer } from "../program/program.js";
import type { Member } from "../standing/request.js";

const SHARES = 1_000_000;

/**
 * Is this member among those who are not given the offer? Always the same ones, as the dice of their id fell, and
 * others for each offer. Worked: `"holdout": "5"` is 50,000 of a million; a member whose number is 49,999 is one.
 */
export function isHeldOut({ id, holdout }: Offer, member: Member): boolean {
  if (holdout === undefined) return false;
  const number = Number.parseInt(sha256Hex(`vafa:holdout:1\n${id}\n${member.id}`).slice(0, 8), 16) % SHARES;
  return BigInt(number) * holdout.denominator < holdout.numerator * BigInt(SHARES);
}
