import type { VoucherGrant } from "../program/benefit.js";
import type { Program } from "../program/program.js";
import type { Language } from "../program/topics.js";
import type { IssuedVoucher } from "../settlement/books.js";
import { offersById } from "../standing/offers-by-id.js";
import { formatAmount } from "../units/amount.js";
import type { Award } from "../valuation/award.js";
import type { IntentParam } from "./intent.js";
import { type News, yesOrNo } from "./news.js";
import { nameOf, writeMoney, writeNumber, writeWalletAmount } from "./write-amount.js";
import { lastDay } from "./write-date.js";

/** An offer that was given, by its name and what it gave. */
export function offerNews(award: Award, program: Program, language: Language): News {
  return { topic: "offer.awarded", params: offerParams(award, program, language) };
}

/** A birthday, or that a member was missed: with each thing that was given for it, or with nothing. */
export function greetings(
  topic: "birthday" | "winback",
  awards: readonly Award[],
  program: Program,
  language: Language,
): readonly News[] {
  const gifts = awards.map((award) => offerParams(award, program, language));
  const all = gifts.length === 0 ? [NO_GIFT] : gifts;
  return all.map((params, index): News => {
    const asked = [yesOrNo("given", params !== NO_GIFT), yesOrNo("again", index > 0)];
    return { topic, params: [...params, ...asked] };
  });
}

const NO_GIFT: readonly IntentParam[] = [
  { name: "offer", value: "", text: "" },
  { name: "amount", value: "", text: "" },
];

function offerParams(award: Award, program: Program, language: Language): readonly IntentParam[] {
  const { offer, wallet, figured } = award;
  const isThing = wallet === undefined && award.kind !== "discount";
  const digits = isThing ? 0 : (wallet?.digits ?? program.currency.digits);
  const value = formatAmount(figured.amount, digits);
  const name = nameOf(offer.name, offer.id, language);
  return [
    { name: "offer", value: offer.id, text: name },
    { name: "amount", value, text: whatOf(award, value, program, language) },
  ];
}

const OFF: { readonly [language in Language]: string } = { fa: "تخفیف", en: "off" };

function whatOf(
  { wallet, gift, kind, benefit }: Award,
  value: string,
  program: Program,
  language: Language,
): string {
  if (gift !== undefined) return nameOf(gift.item.name, gift.item.id, language);
  if (kind === "voucher") return offerName((benefit as VoucherGrant).offer, program, language);
  return wallet === undefined
    ? `${writeMoney(value, program.currency, language)} ${OFF[language]}`
    : writeWalletAmount(value, wallet, program.currency, language);
}

/** Of a voucher: the offer that it is a right to. */
export function offerName(id: string, program: Program, language: Language): string {
  return nameOf(offersById(program).get(id)?.name ?? {}, id, language);
}

/** A gift that waits at the counter. */
export function giftNews({ offer, gift }: Award, language: Language): readonly News[] {
  if (gift === undefined) return [];
  const { id, name } = gift.item;
  const params = [
    { name: "offer", value: offer.id, text: nameOf(offer.name, offer.id, language) },
    { name: "gift", value: id, text: nameOf(name, id, language) },
  ];
  return [{ topic: "gift.issued", params }];
}

/** Vouchers of one kind are told together. */
export function voucherNews(
  vouchers: readonly IssuedVoucher[],
  program: Program,
  language: Language,
): readonly News[] {
  const alike = new Map<string, IssuedVoucher[]>();
  for (const voucher of vouchers) {
    const key = `${voucher.offer} ${voucher.expiresAt}`;
    alike.set(key, [...(alike.get(key) ?? []), voucher]);
  }
  return [...alike.values()].map((some): News => {
    const [{ offer, expiresAt } = { offer: "", expiresAt: undefined }] = some;
    const count = `${some.length}`;
    return {
      topic: "voucher.issued",
      params: [
        { name: "offer", value: offer, text: offerName(offer, program, language) },
        { name: "count", value: count, text: writeNumber(count, language) },
        yesOrNo("many", some.length > 1),
        lastDay(expiresAt, program, language),
        yesOrNo("expires", expiresAt !== undefined),
      ],
    };
  });
}
