import type { Complaint } from "./read-document.js";

/** What is wrong with one line of a file. */
export interface LineFault {
  readonly file: string;
  readonly line: number;
  readonly complaints: readonly Complaint[];
}

/** So many are told, and the others counted. */
const MOST_FAULTS = 20;

/** Counts faults, and keeps the first of them: a file may have millions. */
export interface FaultList {
  add(fault: LineFault): void;
  readonly count: number;
  readonly first: readonly LineFault[];
}

export function openFaultList(): FaultList {
  const first: LineFault[] = [];
  let count = 0;
  return {
    first,
    get count() {
      return count;
    },
    add(fault) {
      count += 1;
      if (first.length < MOST_FAULTS) first.push(fault);
    },
  };
}
