import { didYouMean } from "../documents/closest.js";
import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { TransactionDocument } from "../facts/transaction.js";
import type { Offer, Program } from "../program/program.js";
import { missingRef } from "../program/vocabulary.js";
import { offersById } from "./offers-by-id.js";

/** Ids of gifts by id of the offer that lets choose. */
export type Choices = ReadonlyMap<string, string>;

export const NO_CHOICES: Choices = new Map();

export function readChoices(
  documents: NonNullable<TransactionDocument["choices"]>,
  path: Path,
  program: Program,
  issues: Issue[],
): Choices {
  const offers = offersById(program);
  const choices = new Map<string, string>();
  for (const [index, { offer: id, gift }] of documents.entries()) {
    const place = [...path, index];
    const offer = offers.get(id);
    if (offer === undefined) {
      issues.push(missingRef([...place, "offer"], "offer", id, didYouMean(id, [...offers.keys()])));
      continue;
    }
    if (choices.has(id)) {
      issues.push(issueAt("duplicate-id", [...place, "offer"], `a gift of ${id} is chosen already`));
    }
    const gifts = giftsOf(offer);
    if (!gifts.includes(gift)) {
      const hint =
        didYouMean(gift, gifts) ?? (gifts.length > 0 ? `there are ${gifts.join(", ")}` : undefined);
      issues.push(missingRef([...place, "gift"], `gift of ${id}`, gift, hint));
    }
    choices.set(id, gift);
  }
  return choices;
}

function giftsOf({ benefits }: Offer): readonly string[] {
  const parts = "same" in benefits ? benefits.same : [...benefits.tier.values()].flat();
  return parts.flatMap((benefit) => (benefit.kind === "gift" ? benefit.gifts.map(({ id }) => id) : []));
}
