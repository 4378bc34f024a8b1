import { describe, expect } from "vitest";
import { openBasket } from "../../src/valuation/basket.js";
import { contestLines } from "../../src/valuation/contest-lines.js";
import { alwaysAtMost, atMost, createValuer } from "../../src/valuation/value-offers.js";
import type { Valued } from "../../src/valuation/valued.js";
import { legalSets } from "../reference/choose-set.js";
import { worthOf } from "../reference/set-award.js";
import { admit, asReference } from "./admit.js";
import { contests } from "./generate-case.js";
import { law } from "./law.js";

describe("no offer is worth more in any legal set than its bound says", () => {
  law("neither a competing one nor those given always", 90, contests(1, 7), (one) => {
    const { compiled, read, ...admission } = admit(one);
    const shopping = { basket: openBasket(read.transaction.lines), payments: [] };
    const contest = contestLines({ ...admission, barred: [] }, compiled.program, shopping.basket);
    const { always, competing } = contest;
    const valuer = createValuer(compiled.program, read, shopping, contest);
    for (const { winners, value } of legalSets(asReference(one))) {
      const worthOfAll = (offers: readonly Valued[]) =>
        value.awards
          .filter((award) => offers.some(({ offer }) => offer.id === award.offer.id))
          .reduce((sum, award) => sum + worthOf(award), 0n);
      expect(worthOfAll(always) <= alwaysAtMost(valuer)).toBe(true);
      for (const { id } of winners) {
        const winner = competing.filter(({ offer }) => offer.id === id);
        const most = winner.map((valued) => atMost(valuer, valued));
        expect(most).toHaveLength(1);
        expect(most.every((bound) => bound !== undefined && worthOfAll(winner) <= bound)).toBe(true);
      }
    }
  });
});
