import type { Name } from "../program/name.js";
import type { Language } from "../program/topics.js";
import type { Currency, Wallet, WalletKind } from "../program/wallet.js";

const PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹";

/**
 * A decimal text as people write it: grouped by thousands, in Persian with its own digits and separators. Written by
 * hand because what the platform writes differs from version to version.
 * Worked: `"1234567.50"` is `1,234,567.50`, and in Persian `۱٬۲۳۴٬۵۶۷٫۵۰`.
 */
export function writeNumber(amount: string, language: Language): string {
  const [whole = "", fraction] = amount.split(".");
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
  const latin = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  if (language === "en") return latin;
  return writeDigits(latin.replaceAll(",", "٬").replace(".", "٫"));
}

/** With Persian digits. */
export function writeDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => PERSIAN_DIGITS[Number(digit)] ?? digit);
}

/** What Iranians call their money; any other currency goes by its code. */
const UNITS: { readonly [code: string]: { readonly [language in Language]: string } } = {
  IRT: { fa: "تومان", en: "toman" },
  IRR: { fa: "ریال", en: "rial" },
};

/** Worked: 60,000 of IRT is `60,000 toman` and `۶۰٬۰۰۰ تومان`. */
export function writeMoney(amount: string, { code }: Currency, language: Language): string {
  return `${writeNumber(amount, language)} ${UNITS[code]?.[language] ?? code}`;
}

/** Worked: 120,000 of credit is `120,000 toman credit`; 1 of points is `1 point`; a wallet's own name comes first. */
export function writeWalletAmount(
  amount: string,
  wallet: Wallet,
  currency: Currency,
  language: Language,
): string {
  const name = wallet.name[language];
  if (wallet.kind === "credit") {
    return `${writeMoney(amount, currency, language)} ${name ?? WALLET_NAMES.credit[language]}`;
  }
  return `${writeNumber(amount, language)} ${name ?? unitName(wallet.kind, amount, language)}`;
}

/** Where the wallet is named beside it: credit as money, anything else as a number. */
export function writeBalance(
  amount: string,
  { kind }: Wallet,
  currency: Currency,
  language: Language,
): string {
  return kind === "credit" ? writeMoney(amount, currency, language) : writeNumber(amount, language);
}

/** Worked: 1 is `1 purchase` and `۱ خرید`, 3 are `3 purchases` and `۳ خرید`. */
export function writePurchases(count: string, language: Language): string {
  const name = language === "fa" ? "خرید" : count === "1" ? "purchase" : "purchases";
  return `${writeNumber(count, language)} ${name}`;
}

/** Worked: 2 for a free coffee are `2 vouchers (Free coffee)` and `۲ بن قهوهٔ رایگان`; 1 is `بن قهوهٔ رایگان`. */
export function writeVouchers(count: string, name: string, language: Language): string {
  const number = writeNumber(count, language);
  if (language === "fa") return count === "1" ? `بن ${name}` : `${number} بن ${name}`;
  return `${number} ${count === "1" ? "voucher" : "vouchers"} (${name})`;
}

const WALLET_NAMES: {
  readonly [kind in WalletKind]: { readonly [language in Language]: string };
} = {
  credit: { fa: "اعتبار", en: "credit" },
  points: { fa: "امتیاز", en: "points" },
  stamps: { fa: "مهر", en: "stamps" },
  tickets: { fa: "بلیت", en: "tickets" },
};

/** Persian counts in the singular, and so does English one. */
function unitName(kind: WalletKind, amount: string, language: Language): string {
  const name = WALLET_NAMES[kind][language];
  return language === "en" && amount === "1" ? name.slice(0, -1) : name;
}

export function walletName({ id, kind, name }: Wallet, language: Language): string {
  return name[language] ?? WALLET_NAMES[kind][language] ?? id;
}

/** A name in the language, else in any, else the id. */
export function nameOf(name: Name, id: string, language: Language): string {
  return name[language] ?? Object.values(name)[0] ?? id;
}
