import type * as z from "zod";
import { type Definition, definitionOf, lengthBounds } from "./definition-of.js";

/** Does a value surely fit? A yes is always right; a no says nothing yet. */
export type Guard = (value: unknown) => boolean;

const NEVER: Guard = () => false;
const ALWAYS: Guard = () => true;

/** The guards of the schemas that judge a value by a function of their own. */
const own = new WeakMap<object, Guard>();

export function setGuard(schema: z.ZodType, guard: Guard): void {
  own.set(schema, guard);
}

const compiled = new WeakMap<object, Guard>();

/**
 * A quick test made from the very schema, for the documents that are as they should be, which nearly all are: a tenth
 * of the cost of the schema itself, which is asked only where the guard says no. What the guard does not know, it
 * refuses, so it can never let pass what the schema would not.
 */
export function guardOf(schema: z.ZodType): Guard {
  const known = own.get(schema) ?? compiled.get(schema);
  if (known !== undefined) return known;
  const guard = compile(definitionOf(schema));
  compiled.set(schema, guard);
  return guard;
}

function compile(def: Definition): Guard {
  switch (def.type) {
    case "unknown":
      return def.checks === undefined ? ALWAYS : NEVER;
    case "boolean":
      return (value) => typeof value === "boolean";
    case "null":
      return (value) => value === null;
    case "string":
      return stringGuard(def);
    case "enum":
      return memberGuard(Object.values(def.entries ?? {}));
    case "literal":
      return memberGuard(def.values ?? []);
    case "optional": {
      const inner = guardOf(def.innerType as z.ZodType);
      return (value) => value === undefined || inner(value);
    }
    case "union":
      return unionGuard(def);
    case "array":
      return arrayGuard(def);
    case "record":
      return recordGuard(def);
    case "object":
      return objectGuard(def);
    default:
      return NEVER;
  }
}

function memberGuard(members: readonly unknown[]): Guard {
  const set = new Set(members);
  return (value) => set.has(value);
}

function stringGuard(def: Definition): Guard {
  const bounds = lengthBounds(def);
  if (bounds === undefined) return NEVER;
  const { least, most } = bounds;
  const { pattern } = def;
  // A pattern with flags may remember where it was.
  if (pattern !== undefined && pattern.flags !== "") return NEVER;
  return (value) =>
    typeof value === "string" &&
    value.length >= least &&
    value.length <= most &&
    (pattern === undefined || pattern.test(value));
}

function arrayGuard(def: Definition): Guard {
  const bounds = lengthBounds(def);
  if (bounds === undefined) return NEVER;
  const { least, most } = bounds;
  const element = guardOf(def.element as z.ZodType);
  return (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return false;
    for (const one of value) if (!element(one)) return false;
    return true;
  };
}

function unionGuard({ options = [], inclusive }: Definition): Guard {
  if (inclusive === false) return NEVER;
  const guards = options.map(guardOf);
  return (value) => {
    for (const guard of guards) if (guard(value)) return true;
    return false;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function recordGuard({ keyType, valueType, checks }: Definition): Guard {
  if (checks !== undefined) return NEVER;
  const [key, member] = [guardOf(keyType as z.ZodType), guardOf(valueType as z.ZodType)];
  return (value) => isObject(value) && Object.entries(value).every(([name, one]) => key(name) && member(one));
}

interface Member {
  readonly guard: Guard;
  readonly required: boolean;
}

/** Only objects that refuse foreign keys, or keep them: any other would have to change the document. */
function objectGuard({ shape = {}, catchall, checks }: Definition): Guard {
  const foreign = catchall?._zod.def.type;
  if (checks !== undefined || (foreign !== "never" && foreign !== "unknown")) return NEVER;
  const members = new Map<string, Member>();
  for (const [key, schema] of Object.entries(shape)) {
    const guard = guardOf(schema);
    members.set(key, { guard, required: !guard(undefined) });
  }
  const required = [...members.values()].filter((member) => member.required).length;
  return (value) => {
    if (!isObject(value)) return false;
    let found = 0;
    // The few keys that are there are asked, not the many that may be; inherited ones too, as the schema does.
    for (const key in value) {
      const member = members.get(key);
      if (member === undefined) {
        if (foreign === "unknown") continue;
        return false;
      }
      if (!member.guard(value[key])) return false;
      if (member.required) found += 1;
    }
    return found === required;
  };
}
