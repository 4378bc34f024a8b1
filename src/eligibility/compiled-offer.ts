import type { FactUse } from "../program/condition.js";
import type { Offer } from "../program/program.js";
import type { Holds } from "./compile-condition.js";
import type { Demands } from "./demands.js";

/** An offer made ready to judge. */
export interface CompiledOffer {
  readonly offer: Offer;
  readonly holds: Holds;
  readonly onItsOwnDay: Holds | undefined;
  /** The facts it asks for. */
  readonly slots: readonly Slot[];
  readonly demands: Demands;
}

/** A fact's place in the sheet. */
export interface Slot {
  readonly index: number;
  readonly use: FactUse;
}
