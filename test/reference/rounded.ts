/** How a fraction becomes a whole multiple of the step. */
export interface Rounding {
  readonly mode: "halfUp" | "halfEven" | "down" | "up";
  readonly step: bigint;
}

/** R1.5: the multiples below and above, and which of them the mode takes. */
export function rounded(numerator: bigint, denominator: bigint, { mode, step }: Rounding): bigint {
  const below = (numerator / (denominator * step)) * step;
  const past = numerator - below * denominator;
  if (past === 0n) return below;
  const above = below + step;
  const half = past * 2n - denominator * step;
  switch (mode) {
    case "down":
      return below;
    case "up":
      return above;
    case "halfUp":
      return half >= 0n ? above : below;
    case "halfEven":
      return half > 0n || (half === 0n && (above / step) % 2n === 0n) ? above : below;
  }
}
