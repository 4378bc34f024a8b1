import type { FactValue } from "../facts/fact-value.js";
import type { Request } from "../standing/request.js";
import type { FactReader } from "./fact-readers.js";

/** The facts of one request, each read when it is first asked for, and once. */
export interface FactSheet {
  readonly request: Request;
  readonly readers: readonly FactReader[];
  /** What has been read, by slot: `undefined` is not yet, `null` is unknown. Both are told at once from any value. */
  readonly values: (FactValue | null | undefined)[];
}

export function gatherFacts(readers: readonly FactReader[], request: Request): FactSheet {
  return { request, readers, values: new Array(readers.length) };
}

/** The fact in one slot; `undefined` is unknown. */
export function factIn(slot: number, facts: FactSheet): FactValue | undefined {
  const known = facts.values[slot];
  if (known === undefined) return readFact(slot, facts);
  return known === null ? undefined : known;
}

function readFact(slot: number, { request, readers, values }: FactSheet): FactValue | undefined {
  const value = readers[slot]?.(request);
  values[slot] = value === undefined ? null : value;
  return value;
}
