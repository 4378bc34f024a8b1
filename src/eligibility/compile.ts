import type { FactName } from "../facts/catalogue.js";
import { type FactValue, readFactValue } from "../facts/fact-value.js";
import { operatorOf } from "../facts/operators.js";
import type { Check, Condition, FactUse } from "../program/condition.js";
import type { Offer, Program } from "../program/program.js";
import { invariant } from "../units/invariant.js";
import { type FactReader, readerOf } from "./fact-readers.js";
import type { FactSheet } from "./gather-facts.js";

/** A condition as one closure: does it hold? An unknown check never holds, nor does its complement. */
export type Holds = (facts: FactSheet) => boolean;

/** A program made ready to judge: what its offers ask for, each fact once, and their conditions as closures. */
export interface CompiledProgram {
  readonly program: Program;
  readonly readers: readonly FactReader[];
  readonly offers: readonly CompiledOffer[];
  /** The most lines a transaction may have. */
  readonly mostLines: number;
}

export interface CompiledOffer {
  readonly offer: Offer;
  /** The condition is true. */
  readonly isTrue: Holds;
  /** The condition is false; where neither holds it is unknown. */
  readonly isFalse: Holds;
  readonly onItsOwnDay: Holds | undefined;
  /** The facts it asks for. */
  readonly slots: readonly Slot[];
}

/** A fact's place in the sheet. */
export interface Slot {
  readonly index: number;
  readonly use: FactUse;
}

/** Compiles all offers once, when the program is opened. */
export function compileProgram(program: Program, mostLines: number): CompiledProgram {
  const readers: FactReader[] = [];
  const slots = new Map<string, Slot>();
  const slotOf = (use: FactUse): Slot => {
    const known = slots.get(use.key);
    if (known !== undefined) return known;
    const slot = { index: readers.length, use };
    readers.push(readUse(use, program));
    slots.set(use.key, slot);
    return slot;
  };
  const offers = program.offers.map((offer): CompiledOffer => {
    const used = new Set<Slot>();
    const slotIndex = (use: FactUse): number => {
      const slot = slotOf(use);
      used.add(slot);
      return slot.index;
    };
    return {
      offer,
      isTrue: compile(offer.when, slotIndex, true),
      isFalse: compile(offer.when, slotIndex, false),
      onItsOwnDay: offer.onItsOwnDay === undefined ? undefined : compile(offer.onItsOwnDay, slotIndex, true),
      slots: [...used],
    };
  });
  return { program, readers, offers, mostLines };
}

function readUse({ name, type, source }: FactUse, program: Program): FactReader {
  const digits = program.currency.digits;
  switch (source.kind) {
    case "catalogue":
      return readerOf(name as FactName, program, source.params);
    case "declared":
      return ({ facts }) =>
        Object.hasOwn(facts, name) ? readFactValue(type, facts[name], digits) : undefined;
    case "attribute":
      return ({ member }) => readFactValue(type, follow(member?.attributes, source.steps), digits);
  }
}

/** Own properties only: what is inherited is no attribute, nor is the length of a list. An index reads lists alone. */
function follow(attributes: unknown, steps: readonly (string | number)[]): unknown {
  let value = attributes;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    if (Array.isArray(value) !== (typeof step === "number")) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/**
 * Compiles "the condition is true", or (`truth` false) "the condition is false". Negation is pushed down to the
 * checks, each operator having its complement, so both forms are two-valued and neither holds for an unknown.
 */
export function compile(condition: Condition, slotIndex: (use: FactUse) => number, truth: boolean): Holds {
  switch (condition.kind) {
    case "check":
      return compileCheck(condition, slotIndex, truth);
    case "not":
      return compile(condition.of, slotIndex, !truth);
    case "all":
    case "any": {
      const parts = condition.of.map((part) => compile(part, slotIndex, truth));
      return (condition.kind === "all") === truth ? allOf(parts) : anyOf(parts);
    }
  }
}

function allOf(parts: readonly Holds[]): Holds {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return (facts) => {
    for (const holds of parts) if (!holds(facts)) return false;
    return true;
  };
}

function anyOf(parts: readonly Holds[]): Holds {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return (facts) => {
    for (const holds of parts) if (holds(facts)) return true;
    return false;
  };
}

function compileCheck(
  { use, operator, right }: Check,
  slotIndex: (use: FactUse) => number,
  truth: boolean,
): Holds {
  const effective = truth ? operator : operatorOf(operator.complement);
  invariant(effective !== undefined, "every operator has its complement");
  const left = slotIndex(use);
  const { test } = effective;
  if ("literal" in right) {
    const { literal } = right;
    return (facts) => {
      const value = facts.valueOf(left);
      return value !== undefined && test(value, literal);
    };
  }
  const other = slotIndex(right.use);
  return (facts) => {
    const value = facts.valueOf(left);
    const compared: FactValue | undefined = facts.valueOf(other);
    return value !== undefined && compared !== undefined && test(value, compared);
  };
}
