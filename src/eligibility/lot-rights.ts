import type { Usable } from "../program/benefit.js";
import type { Lot } from "../standing/standing.js";
import type { CompiledProgram } from "./compile.js";
import type { FactSheet } from "./gather-facts.js";

/** What a lot may pay for in this transaction; `undefined` where it may pay for nothing. */
export type LotRights = (lot: Lot) => Rights | undefined;

export interface Rights {
  /** `undefined` is whatever its wallet may pay for. */
  readonly usable: Usable | undefined;
}

/** A lot is as free as the benefit that opened it says; of an offer that is no more, it cannot be used. */
export function lotRights({ usable }: CompiledProgram, facts: FactSheet): LotRights {
  return (lot) => {
    if (lot.usable === undefined) return FREE;
    const own = usable.get(lot.usable)?.find(({ wallet }) => wallet.id === lot.wallet);
    return own?.holds(facts) === true ? { usable: own.usable } : undefined;
  };
}

const FREE: Rights = { usable: undefined };
