/** What a club calls something, by language. */
export type Name = { readonly [locale: string]: string };
