export { type Club, openClub, type ParsedProgram, parseProgram } from "./club.js";
export type { Decision } from "./decision.js";
export { ClubError, type Issue, type IssueCode } from "./documents/club-error.js";
export type { DateInput } from "./documents/dates.js";
export type { FactType } from "./facts/fact-value.js";
export type { ItemFilter } from "./facts/item-filter.js";
export type { MemberDocument as Member } from "./facts/member.js";
export type {
  ChainHead,
  LotDocument as Lot,
  StandingDocument as Standing,
  UseDocument as Use,
} from "./facts/standing.js";
export type { LineDocument as Line, TransactionDocument as Transaction } from "./facts/transaction.js";
export type { Intent } from "./notification/intent.js";
export type { CheckDocument as Check, ConditionDocument as Condition } from "./program/condition-document.js";
export type {
  BenefitDocument as Benefit,
  GroupDocument as Group,
  OfferDocument as Offer,
  ProgramDocument as Program,
  Tiered,
  WalletDocument as Wallet,
} from "./program/program-document.js";
export type { Sizes } from "./program/sizes.js";
export { apply } from "./settlement/apply-entry.js";
export type { Entry, Posting } from "./settlement/entry.js";
export type {
  AwardRow as Award,
  BalanceRow as Balance,
  Charge,
  DeclinedRow as Declined,
  DeclineReason,
  LineCharge,
  Quote,
} from "./settlement/quote.js";
export type { RequestDocument as Request } from "./standing/parse-request.js";
