import { sha256Hex } from "#sha256";
import type { CompiledOffer } from "../eligibility/compiled-offer.js";
import type { OCCASIONS } from "../facts/transaction.js";
import type { Program } from "../program/program.js";
import { gregorianText } from "../settlement/entry-local.js";
import type { Moment } from "../standing/later-by.js";
import { NO_CHOICES } from "../standing/read-choices.js";
import type { Request } from "../standing/request.js";
import { requestHash } from "../standing/request-hash.js";
import { canonicalJson } from "../units/canonical-json.js";
import { formatInstant } from "../units/zone.js";
import type { Life } from "./life.js";

/** Something that comes by itself on a local day of the member's. */
export interface Occasion {
  readonly type: (typeof OCCASIONS)[number];
  /** Which anniversary. */
  readonly name: string | undefined;
  /** Those that are due on this day. */
  readonly offers: readonly CompiledOffer[];
}

/** An occasion as a transaction, so that it is decided as one: nothing is bought, and nothing said of it. */
export function occasionRequest(
  { zone }: Pick<Program, "zone">,
  { type, name }: Occasion,
  { at, local }: Moment,
  { member, clubUses, facts }: Life,
): Request {
  const id = `${type}:${gregorianText(local.day)}:${ownKey(name === undefined ? [member.id] : [member.id, name])}`;
  const told = { member: { id: member.id }, transaction: { at: formatInstant(at, zone), id, type } };
  return {
    member,
    transaction: {
      id,
      type,
      at,
      local,
      channel: undefined,
      location: undefined,
      codes: [],
      vouchers: [],
      tenders: undefined,
      lines: [],
      redeem: [],
      choices: NO_CHOICES,
      survey: undefined,
      referral: undefined,
    },
    facts,
    clubUses,
    hash: () => requestHash(told),
  };
}

/** Short, and in the club the member's alone: ids of members may be as long as those of transactions. */
export function ownKey(parts: readonly string[]): string {
  return sha256Hex(`vafa:own:1\n${canonicalJson(parts)}`).slice(0, 32);
}
