import type { Wallet } from "vafa";
import type { Purchase, PurchaseOffer } from "./read-purchase.js";
import { openShelves, type Shelf } from "./shelf.js";

/** A purchase whose catalogue items are taken, and whose wallets are at hand. */
export interface Table extends Purchase {
  readonly shelves: readonly Shelf[];
  readonly payments: readonly Payment[];
}

/** Units of a wallet that shall pay, lot by lot in their order. */
export interface Payment {
  readonly wallet: Wallet;
  readonly asked: bigint | "max";
  readonly lots: readonly PayingLot[];
}

export interface PayingLot {
  readonly id: string;
  readonly amount: bigint;
  /** R9.10: of the offer that it names; lots of one benefit share its `maxShare`. */
  readonly usable: Usable | undefined;
}

export interface Usable {
  readonly items?: Parameters<typeof import("./read-purchase.js").passes>[1];
  readonly maxShare?: string | number | undefined;
}

/** Nothing is redeemed. */
export function plainTable(purchase: Purchase): Table {
  return { ...purchase, shelves: openShelves(purchase), payments: [] };
}

/** One benefit of an offer, on all of its lines or on one alone (R6.39). */
export interface PartOf {
  readonly offer: PurchaseOffer;
  readonly benefit: PurchaseOffer["benefits"][number];
  readonly part: number;
  readonly only: string | undefined;
}

export function partsOf(offers: readonly PurchaseOffer[]): readonly PartOf[] {
  return offers.flatMap((offer) =>
    offer.benefits.flatMap((benefit, index) => {
      const lines: readonly (string | undefined)[] = offer.won ?? [undefined];
      return lines.map((only) => ({ offer, benefit, part: index + 1, only }));
    }),
  );
}
