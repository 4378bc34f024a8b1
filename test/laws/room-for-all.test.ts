import fc from "fast-check";
import { expect } from "vitest";
import { apportion } from "../../src/units/apportion.js";
import { haveRoom } from "../../src/valuation/shared-lines.js";
import { law } from "./law.js";

const costs = fc.array(fc.oneof(fc.bigInt(0n, 4n), fc.bigInt(0n, 900n)), { minLength: 1, maxLength: 6 });
const totals = fc.array(fc.oneof(fc.bigInt(1n, 9n), fc.bigInt(1n, 900n)), { minLength: 1, maxLength: 4 });
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

law(
  "discounts that are said to have room together take no line below nothing",
  2_000,
  fc.record({ costs, totals }),
  ({ costs, totals }) => {
    const total = sum(costs);
    const least = costs.reduce((low, cost) => (cost > 0n && (low === 0n || cost < low) ? cost : low), 0n);
    fc.pre(total > 0n && haveRoom(totals.length, sum(totals), { total, least }));
    const ids = costs.map((_, line) => `${line}`);
    const parts = totals.map((one) => apportion(one, costs, ids));
    for (const [line, cost] of costs.entries()) {
      expect(sum(parts.map((part) => part[line] ?? 0n))).toBeLessThanOrEqual(cost);
    }
  },
);
