import type { WrittenDate } from "../documents/dates.js";
import type { Labelled } from "../facts/item-filter.js";
import type { ContactDocument } from "../facts/member.js";
import type { ReferralDocument, SurveyDocument } from "../facts/transaction.js";
import type { LocalTime } from "../units/zone.js";
import type { ClubUses } from "./club-uses.js";
import type { Choices } from "./read-choices.js";
import type { RedeemRequest } from "./read-redeem.js";
import type { Standing } from "./standing.js";

/** A request in normal form: amounts exact, instants resolved, local time derived once. */
export interface Request {
  /** `undefined` is a guest. */
  readonly member: Member | undefined;
  readonly transaction: Transaction;
  /** What the host says of the declared facts, beside the request or of its activity, as written. */
  readonly facts: { readonly [name: string]: unknown };
  readonly clubUses: ClubUses;
  /** SHA-256 of the request's canonical JSON; only what is booked needs it. */
  hash(): string;
}

export interface Member {
  readonly id: string;
  readonly joinedAt: number | undefined;
  readonly birthDate: WrittenDate | undefined;
  readonly anniversaries: ReadonlyMap<string, WrittenDate>;
  readonly segments: readonly string[] | undefined;
  readonly attributes: unknown;
  readonly contact: ContactDocument;
  readonly standing: Standing;
}

export interface Transaction {
  readonly id: string;
  /** `purchase`, or an activity, which has no lines. */
  readonly type: string;
  readonly at: number;
  readonly local: LocalTime;
  readonly channel: string | undefined;
  readonly location: string | undefined;
  readonly codes: readonly string[];
  /** Ids of the member's vouchers that are to be used. */
  readonly vouchers: readonly string[];
  readonly tenders: readonly string[] | undefined;
  readonly lines: readonly Line[];
  /** In the order asked. */
  readonly redeem: readonly RedeemRequest[];
  readonly choices: Choices;
  readonly survey: SurveyDocument | undefined;
  readonly referral: ReferralDocument | undefined;
}

/** One line of the receipt; amounts in minor units. */
export interface Line extends Labelled {
  readonly id: string;
  readonly goods: boolean;
  /** In millionths. */
  readonly quantity: bigint;
  readonly unitPrice: bigint;
  /** What the line costs before anything is taken off. */
  readonly list: bigint;
  /** What no discount brings the line below. */
  readonly floor: bigint;
  readonly discountable: boolean;
  readonly accrues: boolean;
}
