export type { AdvanceDecision } from "./advance.js";
export { apply } from "./chain/apply-entry.js";
export { type Club, openClub, type ParsedProgram, parseProgram } from "./club.js";
export type { Decision, RefundDecision } from "./decision.js";
export { ClubError, type Issue, type IssueCode } from "./documents/club-error.js";
export type { DateInput } from "./documents/dates.js";
export { type Drawn, draw, drawCommitment } from "./draw/draw.js";
export type { DrawDocument as Draw } from "./draw/read-draw.js";
export type { FactType } from "./facts/fact-value.js";
export type { ItemFilter } from "./facts/item-filter.js";
export type { MemberDocument as Member } from "./facts/member.js";
export type {
  ChainHead,
  DebtDocument as Debt,
  LotDocument as Lot,
  ProgressDocument as Progress,
  ReturnedSaleDocument as ReturnedSale,
  StandingDocument as Standing,
  StreaksDocument as Streaks,
  UseDocument as Use,
  VoucherDocument as Voucher,
} from "./facts/standing.js";
export type {
  LineDocument as Line,
  RedeemDocument as Redeem,
  ReferralDocument as Referral,
  SurveyDocument as Survey,
  TransactionDocument as Transaction,
} from "./facts/transaction.js";
export type { Intent } from "./notification/intent.js";
export type {
  AccrualDocument as Accrual,
  BenefitDocument as Benefit,
  DiscountDocument as Discount,
} from "./program/benefit-document.js";
export type { CheckDocument as Check, ConditionDocument as Condition } from "./program/condition-document.js";
export type { LimitsDocument as Limits, OfferDocument as Offer } from "./program/offer-document.js";
export type {
  BudgetDocument as Budget,
  CatalogueItemDocument as CatalogueItem,
  GroupDocument as Group,
  ProgramDocument as Program,
  TiersDocument as Tiers,
} from "./program/program-document.js";
export type { RefundsDocument as Refunds } from "./program/refund-terms.js";
export type { Sizes } from "./program/sizes.js";
export type { Figure, Tiered } from "./program/tiered.js";
export type {
  ExpiryDocument as Expiry,
  LotExpiryDocument as LotExpiry,
  WalletDocument as Wallet,
} from "./program/wallet-document.js";
export type {
  RefundDocument as RefundRequest,
  ReturnedLineDocument as ReturnedLine,
} from "./returns/read-refund.js";
export type { RefundEntry } from "./returns/refund-entry.js";
export type { AwardBackRow as AwardBack } from "./returns/refund-quote.js";
export type { AdjustmentEntry } from "./settlement/adjustment-entry.js";
export type { AdjustmentDecision } from "./settlement/compose-adjustment.js";
export type { Entry, Posting } from "./settlement/entry.js";
export type {
  AwardRow as Award,
  BalanceRow as Balance,
  Charge,
  ClubUseRow,
  DeclinedRow as Declined,
  DeclineReason,
  Hints,
  LineCharge,
  Quote,
  RedemptionRow as Redemption,
  RefusalReason,
  RefusalRow as Refusal,
} from "./settlement/quote.js";
export type { AdjustmentDocument as AdjustmentRequest } from "./settlement/read-adjustment.js";
export type { ClubUseDocument as ClubUse } from "./standing/club-uses.js";
export type { RequestDocument as Request } from "./standing/request-document.js";
export type { TierHint } from "./standing/tier-forecast.js";
export type { AdvanceEntry, EntryReminder as Reminder } from "./time/advance-entry.js";
export type { AdvanceDocument as AdvanceRequest } from "./time/read-advance.js";
