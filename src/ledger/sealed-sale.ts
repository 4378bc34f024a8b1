import type { BookedSale } from "./booked-figures.js";
import type { Link } from "./chain-link.js";
import { isSealedText } from "./is-sealed-copy.js";
import { saleForm } from "./sale-form.js";

export type SealedSale = BookedSale & Link;

/** A pattern looks back as far as the text is long; what is longer than any ordinary sale is left to others. */
const LONGEST = 65_536;

/** A sale that is sound in itself, by its canonical text; `undefined` of all else, which may be sound as well. */
export function sealedSale(text: string): SealedSale | undefined {
  if (text.length > LONGEST) return undefined;
  const found = saleForm.readAt(text, 0);
  if (found === undefined || found.end !== text.length) return undefined;
  const sale = found.value;
  return sale.sequence > 0 && isSealedText(text, sale.hash) ? sale : undefined;
}
