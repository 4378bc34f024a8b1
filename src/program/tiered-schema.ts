import * as z from "zod";
import { id } from "../documents/names.js";
import { record } from "../documents/schema.js";

/** A value that may differ by tier. */
export function tiered<Value extends z.ZodType>(value: Value) {
  return z.union([value, record({ byTier: z.record(id, value) })]);
}
