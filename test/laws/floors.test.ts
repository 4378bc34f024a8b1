import { openClub } from "vafa";
import { describe, expect } from "vitest";
import { asReference } from "./admit.js";
import { furnished } from "./generate-furnished-case.js";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

describe("whatever caps, budgets, contests and catalogue items do to it", () => {
  law("no line is paid below nothing, nor brought below its floor by an offer", 120, furnished, (one) => {
    const { lines, awards, redemptions, status } = openClub(one.program).evaluate(one.request);
    const isBought = redemptions.some((row) => "catalogue" in row);
    const off = awards.filter(({ kind }) => kind === "discount").flatMap((award) => award.lines);
    const { digits, lines: read } = asReference(one);
    const scale = 10n ** BigInt(12 - digits);
    expect(lines.map(({ id }) => id)).toEqual(read.map(({ id }) => id));
    for (const [index, { id, list, floor, takesDiscount }] of read.entries()) {
      const line = lines[index];
      const due = minor(line?.due ?? "");
      const byOffers = sumOf(
        off.filter((part) => part.line === id),
        ({ amount }) => amount,
      );
      expect(minor(line?.redeemed ?? "")).toBeGreaterThanOrEqual(0n);
      expect(due).toBeGreaterThanOrEqual(0n);
      expect(byOffers).toBeLessThanOrEqual((list - floor) * scale);
      expect(minor(line?.discount ?? "")).toBeGreaterThanOrEqual(byOffers);
      if (!isBought || status === "refused") expect(minor(line?.discount ?? "")).toBe(byOffers);
      if (!takesDiscount) expect(minor(line?.discount ?? "")).toBe(0n);
    }
  });

  law("and all discounts together pass no cap", 120, furnished, ({ program, request }) => {
    const { discountCap } = program;
    if (discountCap === undefined) return;
    const { lines, awards } = openClub(program).evaluate(request);
    const goods = lines.filter((_, index) => request.transaction.lines?.[index]?.kind !== "fee");
    const off = sumOf(
      awards.filter(({ kind }) => kind === "discount"),
      ({ amount }) => amount,
    );
    const percent = minor(String(discountCap.percent));
    expect(off * minor("100")).toBeLessThanOrEqual(sumOf(goods, ({ list }) => list) * percent);
  });
});
