import type { WrittenDate } from "../documents/dates.js";
import type { Labelled } from "../facts/item-filter.js";
import type { ContactDocument } from "../facts/member.js";
import type { LocalTime } from "../units/zone.js";
import type { Standing } from "./standing.js";

/** A request in normal form: amounts exact, instants resolved, local time derived once. */
export interface Request {
  /** `undefined` is a guest. */
  readonly member: Member | undefined;
  readonly transaction: Transaction;
  /** What the host says of the declared facts, as written. */
  readonly facts: { readonly [name: string]: unknown };
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
  readonly type: "purchase";
  readonly at: number;
  readonly local: LocalTime;
  readonly channel: string | undefined;
  readonly location: string | undefined;
  readonly codes: readonly string[];
  readonly tenders: readonly string[] | undefined;
  readonly lines: readonly Line[];
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
