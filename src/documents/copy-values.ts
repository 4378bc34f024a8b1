import type * as z from "zod";
import { type Allowance, charge, refuse } from "./allowance.js";
import { isGrantedInstant, isInstant } from "./dates.js";
import { isForeignId, isId } from "./names.js";
import { amount, isUsual, MOST_DIGITS, quantity } from "./numbers.js";
import { isHarmless, type Reader, readerOf } from "./read-document.js";

/** A copy that is being made: all keys are there from the beginning, so that all copies are made alike. */
export type Blank<T> = { -readonly [Key in keyof T]-?: T[Key] | undefined };

// Each of these copies one value that surely fits, and refuses any other; `undefined` is nothing, and stays so.

export function copyId(value: unknown, allowance: Allowance): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !isId(value)) return refuse();
  charge(allowance, value.length);
  return value;
}

export function copyForeignId(value: unknown, allowance: Allowance): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !isForeignId(value)) return refuse();
  charge(allowance, value.length);
  return value;
}

/** Of one character at least. */
export function copyText(value: unknown, allowance: Allowance): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || value === "" || !isHarmless(value, allowance.text)) return refuse();
  charge(allowance, value.length);
  return value;
}

export function copyInstant(value: unknown, allowance: Allowance): string | undefined {
  if (value === undefined) return undefined;
  if (!isInstant(value)) return refuse();
  charge(allowance, value.length);
  return value;
}

export function copyGrantedInstant(value: unknown, allowance: Allowance): string | undefined {
  if (value === undefined) return undefined;
  if (!isGrantedInstant(value)) return refuse();
  charge(allowance, value.length);
  return value;
}

/** `null` is never. */
export function copyExpiry(value: unknown, allowance: Allowance): string | null | undefined {
  if (value !== null) return copyGrantedInstant(value, allowance);
  charge(allowance, 1);
  return null;
}

export function copyFlag(value: unknown, allowance: Allowance): boolean | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "boolean") return refuse();
  charge(allowance, 1);
  return value;
}

export function copyAmount(value: unknown, allowance: Allowance): string | number | undefined {
  return copyDecimal(amount, value, allowance);
}

export function copyQuantity(value: unknown, allowance: Allowance): string | number | undefined {
  return copyDecimal(quantity, value, allowance);
}

/** Of a schema that takes all that is usual. */
function copyDecimal(
  schema: typeof amount,
  value: unknown,
  allowance: Allowance,
): string | number | undefined {
  if (!isUsual(value, MOST_DIGITS)) return copyBy(schema, value, allowance, 1);
  charge(allowance, typeof value === "string" ? value.length : 1);
  return value;
}

/** From zero on. */
export function copyInteger(value: unknown, most: number, allowance: Allowance): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > most) return refuse();
  charge(allowance, 1);
  // The copy of minus zero is zero.
  return value + 0;
}

/** By its schema, of what few documents have. */
export function copyBy<T>(
  schema: z.ZodType<T>,
  value: unknown,
  allowance: Allowance,
  depth: number,
): T | undefined {
  if (value === undefined) return undefined;
  return (readerOf(schema) as Reader<T>)(value, allowance, depth) ?? refuse();
}

/** A list; what it holds is there. */
export function copyList<T>(
  value: unknown,
  most: number,
  copyItem: Reader<T>,
  allowance: Allowance,
  depth: number,
): readonly T[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return refuse();
  const { length } = value;
  // A proxy may say anything is its length.
  if (!(length >= 0 && length <= most)) return refuse();
  const copy = new Array<T>(length);
  for (let at = 0; at < length; at++) {
    const item = copyItem(value[at], allowance, depth + 1);
    if (item === undefined) return refuse();
    copy[at] = item;
  }
  charge(allowance, 1);
  return copy;
}
