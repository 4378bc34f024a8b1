import { grantedInstant, instant } from "../documents/dates.js";
import { guardOf } from "../documents/guard.js";
import { parseInstant } from "../units/instant.js";
import { ownText } from "./own-text.js";

interface Moment {
  readonly ms: number;
  readonly isMoment: boolean;
  readonly isGranted: boolean;
}

/** The same few instants stand in an entry again and again, and in the entries of one day. */
const known = new Map<string, Moment>();
const REMEMBERED = 1_024;

/** An instant that its schema has let pass. */
export function momentOf(text: string): number {
  return readMoment(text).ms;
}

/** Is it one at which something can have happened? */
export function isMoment(text: string): boolean {
  return readMoment(text).isMoment;
}

/** Is it one at which something granted can begin or end? */
export function isGranted(text: string): boolean {
  return readMoment(text).isGranted;
}

function readMoment(text: string): Moment {
  const there = known.get(text);
  if (there !== undefined) return there;
  const moment = {
    ms: parseInstant(text) ?? 0,
    isMoment: guardOf(instant)(text),
    isGranted: guardOf(grantedInstant)(text),
  };
  if (known.size >= REMEMBERED) known.clear();
  known.set(ownText(text), moment);
  return moment;
}
