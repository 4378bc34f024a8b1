import type { Award, Declined, DeclineReason, Offer } from "vafa";
import { amountText, greatestFirst, isZero } from "./amount-text.js";
import type { Decided } from "./decided.js";
import { nameTexts } from "./name-texts.js";
import type { Paint } from "./paint.js";
import { type Cell, type Column, renderTable } from "./render-table.js";

const COLUMNS: readonly Column[] = [
  { title: "offer", align: "left" },
  { title: "outcome", align: "left" },
  { title: "gives", align: "right" },
  { title: "worth", align: "right" },
  { title: "behind", align: "right" },
  { title: "why", align: "left" },
  { title: "name", align: "left" },
  { title: "", align: "left" },
];

/** Every offer that applied, or may have: what it is worth, and whether it stands or to whom it lost. */
export function renderOffers({ club, decision }: Decided, paint: Paint): readonly string[] {
  const { offers, currency } = club.program;
  const { awards, declined, choice } = decision;
  const offerOf = new Map(offers.map((offer) => [offer.id, offer]));
  const byWorth = [...declined].sort((a, b) => greatestFirst(a.worth ?? "0", b.worth ?? "0"));
  const rows = [
    ...awards.map((award) => awardRow(award, offerOf.get(award.offer), paint)),
    ...byWorth.map((row) => declinedRow(row, offerOf.get(row.offer), paint)),
  ];
  const told = new Set([...awards, ...declined].map(({ offer }) => offer)).size;
  const rest = offers.length - told;
  const isOpen = declined.some(({ reason }) => reason === "factMissing" || reason === "memberRequired");
  const title = isOpen ? "Offers that applied, or may have" : "Offers that applied";
  const proof = choice.proven ? "proven: no legal set is worth more" : "the best set found; not proven";
  return [
    paint.bold(`${title}: ${told} of ${offers.length}, worth in ${currency.code}`),
    ...(rows.length === 0 ? [] : renderTable(COLUMNS, rows, paint.dim)),
    "",
    `  Worth to the member: ${paint.bold(`${amountText(choice.total)} ${currency.code}`)} (${proof})`,
    ...(rest === 0
      ? []
      : [`  ${rest === 1 ? "1 other offer does" : `${rest} other offers do`} not apply here`]),
  ];
}

function awardRow(award: Award, offer: Offer | undefined, paint: Paint): readonly (Cell | string)[] {
  const { part, wallet, amount, worth, clipped } = award;
  const always = offer?.always === true;
  const why = [
    ...(always ? ["competes with none"] : []),
    ...(isZero(clipped) ? [] : [`${amountText(clipped)} less`]),
    ...(award.chosenBy === "member" ? ["chosen by the member"] : []),
    ...untilText(award.voucher?.expiresAt ?? award.until),
  ];
  return [
    part === undefined ? award.offer : `${award.offer}, part ${part}`,
    { text: always ? "always" : "won", paint: paint.green },
    thingText(award) ?? `${amountText(amount)} ${wallet ?? "off"}`,
    amountText(worth),
    "",
    why.join("; "),
    ...nameTexts(offer?.name),
  ];
}

/** What is given that is no amount. */
function thingText({ gift, voucher, tier }: Award): string | undefined {
  if (gift !== undefined) return `gift ${gift}`;
  if (voucher !== undefined) return `voucher for ${voucher.offer}`;
  return tier === undefined ? undefined : `tier ${tier}`;
}

function untilText(instant: string | undefined): readonly string[] {
  return instant === undefined ? [] : [`until ${instant}`];
}

function declinedRow(row: Declined, offer: Offer | undefined, paint: Paint): readonly (Cell | string)[] {
  const { worth, behind, reason } = row;
  return [
    row.offer,
    { text: reason === "beaten" ? "lost" : "not given", paint: paint.red },
    "",
    worth === undefined ? "" : amountText(worth),
    behind === undefined ? "" : amountText(behind),
    WHY[reason](row),
    ...nameTexts(offer?.name),
  ];
}

const WHY: { readonly [reason in DeclineReason]: (row: Declined) => string } = {
  beaten: ({ beatenBy = [] }) =>
    beatenBy.length === 0 ? "all together are worth more without it" : `to ${beatenBy.join(", ")}`,
  givesNothing: () => "gives nothing here",
  limitReached: () => "had as often as may be",
  budgetSpent: () => "its budget is spent",
  factMissing: ({ missing = [] }) => `unknown: ${missing.join(", ")}`,
  memberRequired: () => "for members of the club only",
  voucherAvailable: () => "the member has a voucher for it, and did not name it",
  heldOut: () => "kept from this member, to measure what it brings",
};
