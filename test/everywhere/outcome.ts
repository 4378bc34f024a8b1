/** What came of deciding in one place: the decisions as JSON text, why it was not tried, or what went wrong. */
export type Outcome = { readonly where: string } & (
  | { readonly told: string }
  | { readonly skipped: string }
  | { readonly failed: string }
);
