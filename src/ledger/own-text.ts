/**
 * The same text, on its own: what is cut out of a long text keeps all of that in memory for as long as it is kept
 * itself, and a ledger is read line by line out of large pieces of a file.
 */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
