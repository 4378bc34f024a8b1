export type { Advanced } from "./advanced.js";
export { balancesAt, type LedgerBalance } from "./balances-at.js";
export type { ChainFault, ChainReason, EntryFault } from "./chain-fault.js";
export {
  type ChainOptions,
  type ChainVerifier,
  createChainVerifier,
  type VerifiedChain,
  verifyChain,
} from "./chain-verifier.js";
export {
  type Checkpoint,
  type CheckpointFault,
  checkpoint,
  type MemberHead,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from "./checkpoint.js";
export { type LiabilityOptions, type LiabilityRow, liability } from "./liability.js";
export { openMemoryStore } from "./memory-store.js";
export type { Recorded, RecordOptions } from "./record.js";
export { type RecordedAdjustment, recordAdjustment } from "./record-adjustment.js";
export { type RecordedAdvance, recordAdvance } from "./record-advance.js";
export { type DecisionOptions, type RecordedDecision, recordDecision } from "./record-decision.js";
export {
  type Exchange,
  type ExchangeRequest,
  type RecordedExchange,
  recordExchange,
} from "./record-exchange.js";
export { type RecordedRefund, type RecordedRefundRequest, recordRefund } from "./record-refund.js";
export { differingParts, type RequestPart, requestParts } from "./request-parts.js";
export { standingOf } from "./standing-of.js";
export { standingsLiability } from "./standings-liability.js";
export type { Appended, AppendTerms, Kept, LedgerStore, StoredEntry } from "./store.js";
export { type AccountRow, type TrialBalance, trialBalance } from "./trial-balance.js";
export { type VerifiedLedger, verifyLedger, verifyLines } from "./verify-ledger.js";
