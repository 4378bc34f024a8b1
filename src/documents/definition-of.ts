import type * as z from "zod";

interface Defined {
  readonly _zod: { readonly def: Definition };
}

/** As much of a zod definition as is read here. */
export interface Definition {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly pattern?: RegExp;
  readonly shape?: { readonly [key: string]: z.ZodType };
  readonly catchall?: Defined;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly inclusive?: boolean;
  readonly entries?: { readonly [key: string]: unknown };
  readonly values?: readonly unknown[];
}

interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export function definitionOf(schema: z.ZodType): Definition {
  return (schema as unknown as Defined)._zod.def;
}

/** The bounds of a length; `undefined` where something else is asked too. */
export function lengthBounds({
  checks = [],
}: Definition): { readonly least: number; readonly most: number } | undefined {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const { _zod } of checks) {
    const { check, minimum, maximum } = _zod.def;
    if (check === "min_length" && minimum !== undefined) least = Math.max(least, minimum);
    else if (check === "max_length" && maximum !== undefined) most = Math.min(most, maximum);
    else return undefined;
  }
  return { least, most };
}
