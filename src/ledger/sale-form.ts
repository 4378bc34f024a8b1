import type { BookedSale } from "./booked-figures.js";
import {
  anyText,
  FLAG,
  list,
  listOf,
  nullOr,
  object,
  objectOf,
  orNull,
  TEXT,
  TEXT_OR_NULL,
  TEXTS,
  text,
  textsOf,
  WHOLE,
  WHOLE_OR_NULL,
  whole,
} from "./canonical-form.js";
import type { Link } from "./chain-link.js";
import { isGranted, isMoment } from "./moment.js";

/*
 * An ordinary sale, to the letter. What is read of it is narrower than what the schemas let pass, never wider (a law
 * compares them): what is none here is no fault, only slow.
 */

const AMOUNT = "(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,6})?";
const VISIBLE = "[!#-\\[\\]-~]{1,128}";
const MOMENT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,18}(?:Z|[+-][0-9]{2}:[0-9]{2})";

const amount = text(AMOUNT);
const positiveAmount = text(`(?=[0.]{0,25}[1-9])${AMOUNT}`);
const foreignId = text(VISIBLE);
const id = text("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
const hash = text("[0-9a-f]{64}");
const granted = text(MOMENT, isGranted);

const amounts = textsOf(AMOUNT);

const awards = objectOf(
  { amount, amounts, kind: anyText, wallet: orNull(id) },
  {
    basis: TEXT,
    clipped: TEXT,
    cost: TEXT,
    offer: TEXT,
    part: WHOLE,
    thing: nullOr(object({ chosenBy: TEXT_OR_NULL, id: TEXT, until: TEXT_OR_NULL })),
    worth: TEXT,
  },
);

const conversions = objectOf(
  { amount, draws: listOf(objectOf({ amount, lot: foreignId })), lot: orNull(foreignId), wallet: id },
  { vouchers: TEXTS },
);

const lines = objectOf(
  { discount: amount, kind: anyText, list: amount, paid: amount, redeemed: amount },
  { brand: TEXT_OR_NULL, category: TEXTS, id: TEXT, quantity: TEXT, sku: TEXT_OR_NULL, tags: TEXTS },
);

const lots = objectOf(
  { activeAt: granted, amount, expiresAt: orNull(granted), id: foreignId, wallet: id },
  { at: TEXT, offer: TEXT_OR_NULL, renewable: FLAG, usable: TEXT_OR_NULL },
);

const lotDraws = objectOf(
  { amount, lot: foreignId },
  {
    activeAt: TEXT_OR_NULL,
    at: TEXT_OR_NULL,
    expiresAt: TEXT_OR_NULL,
    offer: TEXT_OR_NULL,
    renewable: FLAG,
    usable: TEXT_OR_NULL,
  },
);

const redemptions = objectOf(
  {
    amount,
    catalogue: orNull(id),
    draws: listOf(lotDraws),
    value: amount,
    values: amounts,
    wallet: id,
  },
  { times: WHOLE },
);

/** What only has to be there. */
const OTHERS = {
  clubUses: list(
    `(?:${object({ amount: TEXT, budget: TEXT })}|${object({ members: WHOLE, offer: TEXT, uses: WHOLE })})`,
  ),
  declined: list(
    object({
      beatenBy: TEXTS,
      behind: TEXT_OR_NULL,
      missing: TEXTS,
      offer: TEXT,
      reason: TEXT,
      worth: TEXT_OR_NULL,
    }),
  ),
  id: TEXT,
  program: object({ hash: TEXT, id: TEXT, version: TEXT }),
  renewals: list(object({ expiresAt: TEXT_OR_NULL, lot: TEXT, wallet: TEXT })),
  requestHash: TEXT,
  semantics: WHOLE,
  standing: object({
    baseTier: TEXT_OR_NULL,
    daysSinceLastVisit: WHOLE_OR_NULL,
    raisedTier: nullOr(object({ tier: TEXT, until: TEXT })),
    streaks: nullOr(object({ months: WHOLE, weeks: WHOLE })),
    tierAfter: TEXT_OR_NULL,
    tierBefore: TEXT_OR_NULL,
    tierGraceUntil: TEXT_OR_NULL,
    tierHeldUntil: TEXT_OR_NULL,
    visitNumber: WHOLE_OR_NULL,
  }),
  transaction: object({ channel: TEXT_OR_NULL, location: TEXT_OR_NULL, tenders: TEXTS, type: TEXT }),
  transactionId: TEXT,
  usedVouchers: list(object({ expiresAt: TEXT_OR_NULL, id: TEXT, issuedAt: TEXT_OR_NULL, offer: TEXT })),
  uses: list(object({ amount: TEXT_OR_NULL, at: TEXT, birthdayYear: WHOLE_OR_NULL, day: TEXT, offer: TEXT })),
  v: "1",
  vouchers: list(object({ expiresAt: TEXT_OR_NULL, id: TEXT, issuedAt: TEXT, offer: TEXT })),
  withheld: list(
    object({
      awards: list(object({ amount: TEXT, kind: TEXT, wallet: TEXT_OR_NULL })),
      offer: TEXT,
      worth: TEXT_OR_NULL,
    }),
  ),
};

export const saleForm = objectOf<BookedSale & Link>(
  {
    at: text(MOMENT, isMoment),
    awards: listOf(awards),
    conversions: listOf(conversions),
    hash,
    kind: text<BookedSale["kind"]>("(?:purchase|activity)"),
    lines: listOf(lines),
    local: objectOf(
      { calendar: text<"gregorian" | "persian">("(?:gregorian|persian)") },
      { calendarDate: TEXT, date: TEXT, time: TEXT, weekday: TEXT },
    ),
    lots: listOf(lots),
    memberId: foreignId,
    postings: listOf(
      objectOf({ amount: positiveAmount, from: anyText, lot: orNull(foreignId), to: anyText, unit: anyText }),
    ),
    previousHash: hash,
    progress: objectOf(
      { spend: amount },
      { alone: FLAG, counted: TEXT_OR_NULL, from: TEXT_OR_NULL, period: TEXT_OR_NULL, visits: WHOLE },
    ),
    redemptions: listOf(redemptions),
    sequence: whole,
    totals: objectOf({ discount: amount, due: amount, list: amount, redeemed: amount }),
  },
  OTHERS,
);
