import { type Declined, type Offer, openClub, type Program } from "vafa";
import { describe, expect } from "vitest";
import { formatWorth } from "../../src/units/worth.js";
import { bestOf, keptOutBy, legalSets, standing } from "../reference/choose-set.js";
import type { PurchaseOffer } from "../reference/read-purchase.js";
import { admit, asReference } from "./admit.js";
import { type Case, contests } from "./generate-case.js";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

describe("what a loser is behind", () => {
  law(
    "is what two evaluations differ by: the winners, and the loser in their place",
    60,
    contests(3, 9),
    (one) => {
      const { choice, declined } = openClub(one.program).evaluate(one.request);
      const { winners } = bestOf(legalSets(asReference(one)));
      for (const { offer, beatenBy = [], behind } of beaten(declined)) {
        expect(minor(behind)).toBeGreaterThanOrEqual(0n);
        const instead = [...winners.map(({ id }) => id).filter((id) => !beatenBy.includes(id)), offer];
        const swapped = minor(choice.total) - minor(behind);
        const forced = openClub(withOnly(instead, one)).evaluate(one.request);
        const stand = instead.every((id) => forced.awards.some((award) => award.offer === id));
        // Where some of them do better without the others, they are not all given.
        if (stand) expect(minor(forced.choice.total)).toBe(swapped);
        else expect(minor(forced.choice.total)).toBeGreaterThanOrEqual(swapped);
      }
    },
  );

  law("is figured against as few winners as make room, those of least worth", 80, contests(3, 9), (one) => {
    const purchase = asReference(one);
    const best = bestOf(legalSets(purchase));
    for (const row of beaten(openClub(one.program).evaluate(one.request).declined)) {
      const loser = purchase.offers.find(({ id }) => id === row.offer);
      if (loser === undefined) throw new Error(`${row.offer} was never admitted`);
      const out = keptOutBy(purchase, loser, best);
      const instead: readonly PurchaseOffer[] = [
        ...best.winners.filter((winner) => !out.includes(winner)),
        loser,
      ];
      const swapped = standing(purchase, instead);
      expect({ beatenBy: row.beatenBy, behind: row.behind }).toEqual({
        beatenBy: out.map(({ id }) => id).sort(),
        behind: formatWorth(best.value.worth - swapped.value.worth, purchase.digits),
      });
    }
  });

  law("says beside it what the loser is worth when it alone competes", 40, contests(3, 9), (one) => {
    const { declined } = openClub(one.program).evaluate(one.request);
    const { competing } = admit(one);
    for (const row of declined) {
      if (!competing.some(({ offer }) => offer.id === row.offer)) continue;
      const { awards, declined } = openClub(withOnly([row.offer], one)).evaluate(one.request);
      const own = awards.filter(({ offer }) => offer === row.offer);
      const lostAlone = declined.find(({ offer }) => offer === row.offer);
      expect(minor(row.worth ?? "")).toBe(
        lostAlone === undefined ? sumOf(own, ({ worth }) => worth) : minor(lostAlone.worth ?? ""),
      );
      if (row.reason === "givesNothing") expect(own).toEqual([]);
    }
  });
});

type Beaten = Declined & { readonly behind: string };

function beaten(declined: readonly Declined[]): readonly Beaten[] {
  return declined.filter((row): row is Beaten => row.reason === "beaten");
}

/** The program with only these offers competing, and nothing that keeps one of them from another. */
function withOnly(ids: readonly string[], { program }: Case): Program {
  const offers = program.offers.flatMap((offer): readonly Offer[] => {
    if (offer.always === true) return [offer];
    // One by voucher stays for those that give the voucher; nobody has named one, so it never competes.
    if (offer.by === "voucher") return [{ ...offer, notWith: [] }];
    return ids.includes(offer.id) ? [{ ...offer, group: "all", exclusive: false, notWith: [] }] : [];
  });
  const groups = [...(program.groups ?? []), { id: "all", limit: 1_000 }];
  return { ...program, offers, groups, maxOffers: undefined };
}
