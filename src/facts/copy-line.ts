import { type Allowance, charge, refuse } from "../documents/allowance.js";
import {
  type Blank,
  copyAmount,
  copyBy,
  copyFlag,
  copyForeignId,
  copyList,
  copyQuantity,
  copyText,
} from "../documents/copy-values.js";
import { isPlain } from "../documents/read-document.js";
import { MOST_TEXTS } from "./item-filter.js";
import { type LineDocument, lineSchema, MOST_TAGS } from "./transaction.js";

// Written out, for every sale has some of these: each key that is there is read once, whichever keys a till writes and
// in whichever order, and the copies are all made alike. Whatever is not surely as the schema wants it is refused.

export function copyLine(value: unknown, allowance: Allowance, depth: number): LineDocument {
  if (!isPlain(value)) return refuse();
  const line = blankLine();
  for (const key in value) {
    const written = value[key];
    allowance.left -= key.length;
    if (key === "id") line.id = copyForeignId(written, allowance);
    else if (key === "sku") line.sku = copyText(written, allowance);
    else if (key === "category") line.category = copyTexts(written, allowance, depth + 1);
    else if (key === "quantity") line.quantity = copyQuantity(written, allowance);
    else if (key === "unitPrice") line.unitPrice = copyAmount(written, allowance);
    else if (key === "brand") line.brand = copyText(written, allowance);
    else if (key === "tags") line.tags = copyList(written, MOST_TAGS, copyText, allowance, depth + 1);
    else if (key === "amount") line.amount = copyAmount(written, allowance);
    else if (key === "floorPrice") line.floorPrice = copyAmount(written, allowance);
    else if (key === "discountable") line.discountable = copyFlag(written, allowance);
    else if (key === "accrues") line.accrues = copyFlag(written, allowance);
    else if (key === "kind") line.kind = copyBy(shape.kind, written, allowance, depth + 1);
    else return refuse();
  }
  charge(allowance, 1);
  return line.id === undefined || line.unitPrice === undefined ? refuse() : (line as LineDocument);
}

const { shape } = lineSchema;

function blankLine(): Blank<LineDocument> {
  return {
    accrues: undefined,
    amount: undefined,
    brand: undefined,
    category: undefined,
    discountable: undefined,
    floorPrice: undefined,
    id: undefined,
    kind: undefined,
    quantity: undefined,
    sku: undefined,
    tags: undefined,
    unitPrice: undefined,
  };
}

function copyTexts(
  value: unknown,
  allowance: Allowance,
  depth: number,
): string | readonly string[] | undefined {
  if (!Array.isArray(value)) return copyText(value, allowance);
  const texts = copyList(value, MOST_TEXTS, copyText, allowance, depth);
  return texts === undefined || texts.length === 0 ? refuse() : texts;
}
