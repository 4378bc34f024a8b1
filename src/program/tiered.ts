/** A decimal text, or a safe integer: `"0.45"`, `"12500"`, `12500`. */
export type Figure = string | number;

/** One value for all, or one for each tier of the ladder. */
export type Tiered<T> = T | { readonly byTier: { readonly [tier: string]: T } };
