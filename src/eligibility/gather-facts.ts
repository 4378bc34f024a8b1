import type { FactValue } from "../facts/fact-value.js";
import type { Request } from "../standing/request.js";
import type { FactReader } from "./fact-readers.js";

/** The facts of one request, each read when it is first asked for, and once. */
export interface FactSheet {
  /** `undefined` is unknown. */
  valueOf(slot: number): FactValue | undefined;
}

const UNREAD = Symbol("unread");

export function gatherFacts(readers: readonly FactReader[], request: Request): FactSheet {
  const values: (FactValue | undefined | typeof UNREAD)[] = readers.map(() => UNREAD);
  return {
    valueOf(slot) {
      const known = values[slot];
      if (known !== UNREAD) return known;
      const value = readers[slot]?.(request);
      values[slot] = value;
      return value;
    },
  };
}
