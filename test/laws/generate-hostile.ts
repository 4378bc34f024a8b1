import { types } from "node:util";
import fc from "fast-check";

/** Values that no document has, each made anew: a proxy or a getter is good for one use. */
const HOSTILE = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  "not a number": () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  "minus one": () => -1,
  "minus zero": () => -0,
  "a fraction": () => 0.1,
  "a huge number": () => 1e21,
  "an unsafe integer": () => Number.MAX_SAFE_INTEGER + 1,
  "the greatest safe integer": () => Number.MAX_SAFE_INTEGER,
  "a bigint": () => 10n,
  "the empty text": () => "",
  "a space": () => " ",
  "eighteen nines": () => "9".repeat(18),
  "thirty nines": () => "9".repeat(30),
  "many decimals": () => `0.${"1".repeat(40)}`,
  "a negative amount": () => "-5",
  "an exponent": () => "1e3",
  "Persian digits": () => "۱۲۳",
  "a control character": () => "a\u0000b",
  "a direction override": () => "\u202e10%",
  "half a surrogate pair": () => "\ud800",
  "a long text": () => "x".repeat(1_025),
  "a very long text": () => "x".repeat(1_200_000),
  "a tilde and a slash": () => "~/~0~1",
  __proto__: () => "__proto__",
  constructor: () => "constructor",
  toString: () => "toString",
  "an empty list": () => [],
  "an empty object": () => ({}),
  "a list of holes": () => new Array(3),
  "an endless list of holes": () => new Array(2 ** 32 - 1),
  "a deep list": () => nested(100_000, (inner) => [inner]),
  "a deep condition": () => nested(20_000, (not) => ({ not })),
  "a list of a thousand": () => Array.from({ length: 1_000 }, (_, index) => index),
  "an object of a thousand keys": () =>
    Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, i])),
  "a circle": () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    return circle;
  },
  "a date": () => new Date(0),
  "an invalid date": () => new Date(Number.NaN),
  "a map": () => new Map([["id", 1]]),
  "a set": () => new Set([1]),
  "a regular expression": () => /(a+)+$/,
  "a function": () => () => "id",
  "a symbol": () => Symbol("id"),
  "a boxed text": () => Object("id") as unknown,
  "typed numbers": () => new Uint8Array(4),
  "a promise": () => Promise.resolve(1),
  "an object without prototype": () => Object.assign(Object.create(null), { id: "x" }),
  "an own __proto__": () => JSON.parse('{"__proto__":{"polluted":true},"id":"x"}') as unknown,
  "a constructor key": () => ({ constructor: { prototype: { polluted: true } } }),
  "a symbol key": () => ({ [Symbol("id")]: 1 }),
  "an inherited value": () => Object.create({ id: "x" }) as unknown,
  "a toJSON": () => ({ toJSON: refuse, toString: refuse, valueOf: refuse }),
  "a getter that throws": () => Object.defineProperty({}, "id", { enumerable: true, get: refuse }),
  "a getter that changes its mind": () => {
    let reads = 0;
    return {
      get id() {
        reads += 1;
        return reads % 2 === 0 ? "x" : 5;
      },
    };
  },
  "a proxy that throws": () => new Proxy({}, throwingTraps),
  "a list proxy that throws": () => new Proxy([1, 2], throwingTraps),
  "a revoked proxy": () => revoked({}),
  "a revoked list proxy": () => revoked([]),
  "a proxy of no length": () => ofLength(Number.NaN),
  "a proxy of endless length": () => ofLength(Number.POSITIVE_INFINITY),
  "a proxy of negative length": () => ofLength(-1),
  "a proxy whose length is a symbol": () => ofLength(Symbol("length")),
  "a proxy that breaks its word": () =>
    new Proxy(Object.freeze({ id: 1 }), { get: () => 2, ownKeys: () => ["other"] }),
  "a proxy without prototype": () => new Proxy({}, { getPrototypeOf: refuse }),
  "a reference to a fact": () => ({ fact: "member.tier", params: { byTier: {} } }),
  "a value by tier": () => ({ byTier: { toString: 1 } }),
  "all of nothing": () => ({ all: [] }),
  "any of nothing": () => ({ any: [] }),
  "a named condition": () => ({ condition: "regular" }),
} as const satisfies { readonly [name: string]: () => unknown };

export type HostileName = keyof typeof HOSTILE;

export const hostileNames = fc.constantFrom(...(Object.keys(HOSTILE) as HostileName[]));

export function hostile(name: HostileName): unknown {
  return HOSTILE[name]();
}

function refuse(): never {
  throw new Error("do not touch me");
}

const TRAPS = ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor", "set"] as const;
const throwingTraps: ProxyHandler<object> = Object.fromEntries(TRAPS.map((trap) => [trap, refuse]));

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function ofLength(length: unknown): unknown {
  return new Proxy([], { get: (target, key) => (key === "length" ? length : Reflect.get(target, key)) });
}

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = "x";
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

/** Anything that JavaScript has, as far as fast-check knows it. */
export const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** One change to a document: where, what, and with which value. */
export interface Mutation {
  /** Which member to step into, and again, as far as there are any. */
  readonly steps: readonly number[];
  readonly act: "replace" | "drop" | "double" | "rename" | "add" | "swap";
  readonly name: HostileName;
}

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  steps: fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }),
  act: fc.constantFrom("replace", "replace", "replace", "drop", "double", "rename", "add", "swap"),
  name: hostileNames,
});

/** A copy of a document with the changes made. */
export function mutated(document: unknown, changes: readonly Mutation[]): unknown {
  const root = { document: structuredClone(document) };
  for (const change of changes) mutate(root, change, 0);
  return root.document;
}

function mutate(holder: object, { steps, act, name }: Mutation, depth: number): void {
  const keys = Object.keys(holder);
  const key = keys[(steps[depth] ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return;
  const member: unknown = Reflect.get(holder, key);
  const goesOn = depth + 1 < steps.length && isPlain(member) && Object.keys(member).length > 0;
  if (goesOn) mutate(member, { steps, act, name }, depth + 1);
  else change(holder, key, { steps, act, name });
}

function change(holder: object, key: string, { act, name }: Mutation): void {
  const member: unknown = Reflect.get(holder, key);
  switch (act) {
    case "replace":
      Reflect.set(holder, key, hostile(name));
      break;
    case "drop":
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      break;
    case "double":
      if (Array.isArray(holder)) holder.push(member);
      else Reflect.set(holder, `${key}s`, member);
      break;
    case "rename":
      Reflect.deleteProperty(holder, key);
      Reflect.set(holder, `${key.slice(1)}${key.slice(0, 1)}`, member);
      break;
    case "add":
      if (Array.isArray(holder)) holder.push(hostile(name));
      else Reflect.set(holder, name, member);
      break;
    case "swap": {
      const other = Object.keys(holder).at(-1);
      if (other === undefined) break;
      Reflect.set(holder, key, Reflect.get(holder, other));
      Reflect.set(holder, other, member);
    }
  }
}

/** What `structuredClone` made, or such of ours as does not bite when it is stepped into. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null || types.isProxy(value) || types.isTypedArray(value))
    return false;
  const properties = Object.values(Object.getOwnPropertyDescriptors(value));
  return properties.every(({ get }) => get === undefined);
}
