/** What may still be read of one document. */
export interface Allowance {
  /** In characters, of which each value takes a share beside its own: so they bound the values, too. */
  left: number;
  readonly share: number;
  readonly depth: number;
  readonly text: number;
}

/** Takes a value of so many characters off. */
export function charge(allowance: Allowance, length: number): void {
  allowance.left -= allowance.share + length;
}

const REFUSAL = new Error("not surely right");

/** Breaks off the copying of a document that may not be as it should be: others can say what is wrong with it. */
export function refuse(): never {
  throw REFUSAL;
}
