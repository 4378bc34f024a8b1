import { readFactValue } from "../facts/fact-value.js";
import type { Usable } from "../program/benefit.js";
import type { FactUse } from "../program/condition.js";
import type { Offer, Program } from "../program/program.js";
import type { Wallet } from "../program/wallet.js";
import { compileCondition, type Holds } from "./compile-condition.js";
import type { CompiledOffer, Slot } from "./compiled-offer.js";
import { demandsOf } from "./demands.js";
import { type FactReader, labelsOfGoods, readerOf } from "./fact-readers.js";
import type { Label, Slots } from "./offer-clues.js";
import { indexOffers, type OfferIndex } from "./offer-index.js";

/** A program made ready to judge: what its offers ask for, each fact once, and their conditions as closures. */
export interface CompiledProgram {
  readonly program: Program;
  readonly readers: readonly FactReader[];
  readonly offers: readonly CompiledOffer[];
  /** The same, by the type of transaction, or the occasion, that they look at. */
  readonly offersOn: ReadonlyMap<string, OfferIndex>;
  /** By id of offer: in which transactions the lots that it opened in a wallet may pay. */
  readonly usable: ReadonlyMap<string, readonly CompiledUsable[]>;
  /** The most lines a transaction may have. */
  readonly mostLines: number;
}

/** What lots of one wallet may pay for, where the benefit that opened them says so. */
export interface CompiledUsable {
  readonly wallet: Wallet;
  readonly usable: Usable;
  /** In this transaction? */
  readonly holds: Holds;
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
      holds: compileCondition(offer.when, slotIndex),
      onItsOwnDay:
        offer.onItsOwnDay === undefined ? undefined : compileCondition(offer.onItsOwnDay, slotIndex),
      slots: [...used],
      demands: demandsOf(offer),
    };
  });
  const indexOf = (use: FactUse) => slotOf(use).index;
  const usable = new Map<string, readonly CompiledUsable[]>();
  for (const offer of program.offers) {
    const compiled = compileUsable(offer, indexOf);
    if (compiled.length > 0) usable.set(offer.id, compiled);
  }
  const labels = new Map<Label, number>();
  const ofLabel = (label: Label): number => {
    const known = labels.get(label) ?? readers.push(labelsOfGoods(label)) - 1;
    labels.set(label, known);
    return known;
  };
  const offersOn = sortByType(offers, { ofFact: indexOf, ofLabel });
  return { program, readers, offers, offersOn, usable, mostLines };
}

function sortByType(offers: readonly CompiledOffer[], slots: Slots): ReadonlyMap<string, OfferIndex> {
  const byType = new Map<string, CompiledOffer[]>();
  for (const compiled of offers) {
    for (const type of compiled.offer.on) {
      const list = byType.get(type);
      if (list === undefined) byType.set(type, [compiled]);
      else list.push(compiled);
    }
  }
  return new Map([...byType].map(([type, list]) => [type, indexOffers(list, slots)]));
}

/** What lots may be used for does not differ by tier, so it is read where it stands first. */
function compileUsable({ benefits }: Offer, slotIndex: (use: FactUse) => number): readonly CompiledUsable[] {
  const parts = "same" in benefits ? benefits.same : ([...benefits.tier.values()][0] ?? []);
  return parts.flatMap((benefit) => {
    if (!("wallet" in benefit) || benefit.usable === undefined) return [];
    const { wallet, usable } = benefit;
    return [
      {
        wallet,
        usable,
        holds: usable.when === undefined ? always : compileCondition(usable.when, slotIndex),
      },
    ];
  });
}

const always: Holds = () => true;

function readUse({ name, type, source }: FactUse, program: Program): FactReader {
  const digits = program.currency.digits;
  switch (source.kind) {
    case "catalogue":
      return readerOf(name, program, source.params);
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
