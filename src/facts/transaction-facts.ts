import { bare, type ListedFact } from "./fact-definition.js";
import { itemFilter } from "./item-filter.js";

/** One fact for each name that a survey gives a score: `transaction.survey.scores.service`. */
export const SCORES = "transaction.survey.scores.";

const items = { params: itemFilter, paramsNote: "an item filter: `sku`, `category`, `brand`, `tag`, `not`" };

export const TRANSACTION_FACTS = [
  {
    name: "transaction.type",
    type: "text",
    unit: "",
    meaning: "what happened: `purchase`, or an activity such as `enrolment` or `survey`",
    ...bare,
  },
  {
    name: "transaction.channel",
    type: "text",
    unit: "",
    meaning: "where it was sold: as the host names it",
    ...bare,
  },
  {
    name: "transaction.location",
    type: "text",
    unit: "",
    meaning: "the branch or till, as the host names it",
    ...bare,
  },
  { name: "transaction.tenders", type: "texts", unit: "", meaning: "the types of payment used", ...bare },
  {
    name: "transaction.codes",
    type: "texts",
    unit: "",
    meaning: "the codes presented, trimmed, in capitals and plain width; none is an empty list",
    ...bare,
  },
  {
    name: "transaction.survey.score",
    type: "number",
    unit: "of the survey",
    meaning: "the one score of a survey's answer",
    ...bare,
  },
  {
    name: `${SCORES}NAME`,
    type: "number",
    unit: "of the survey",
    meaning: "one of a survey's several scores, by the name that the host gives it",
    ...bare,
  },
  {
    name: "transaction.referral.role",
    type: "text",
    unit: "",
    meaning:
      "the member's side of a referral: `advocate`, who brought somebody, or `friend`, who was brought",
    ...bare,
  },
  {
    name: "transaction.referral.purchased",
    type: "boolean",
    unit: "",
    meaning: "of a referral: has the friend bought something?",
    ...bare,
  },
  { name: "basket.total", type: "money", unit: "currency", meaning: "list amount of the goods", ...items },
  { name: "basket.quantity", type: "number", unit: "units", meaning: "quantity of the goods", ...items },
  {
    name: "basket.distinctItems",
    type: "number",
    unit: "items",
    meaning: "how many different goods: by `sku`, a line without one being its own",
    ...items,
  },
] as const satisfies readonly ListedFact[];
