import type { CompiledProgram } from "./eligibility/compile.js";
import { adjustWallet } from "./settlement/adjust-wallet.js";
import { type AdjustmentDecision, composeAdjustment } from "./settlement/compose-adjustment.js";
import { readAdjustment } from "./settlement/read-adjustment.js";

/** Units moved by hand, and written down with their reason; or why they are not. */
export function adjust({ program }: CompiledProgram, input: unknown): AdjustmentDecision {
  const request = readAdjustment(input, program);
  return composeAdjustment(program, request, adjustWallet(program, request));
}
