import { itemTest } from "../facts/item-filter.js";
import type { Component } from "./benefit.js";
import type { ComponentDocument } from "./benefit-document.js";

export function readComponent({ items, units }: ComponentDocument): Component {
  return { items: items === undefined ? undefined : itemTest(items), units: BigInt(units) };
}
