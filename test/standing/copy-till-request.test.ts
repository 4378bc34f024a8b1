import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { copyDocument } from "../../src/documents/copy-document.js";
import { parseWith } from "../../src/documents/parse-with.js";
import { readBy } from "../../src/documents/read-document.js";
import { copyTillRequest } from "../../src/standing/copy-till-request.js";
import { type RequestDocument, requestSchema } from "../../src/standing/request-document.js";
import { requestHash, tillRequestHash } from "../../src/standing/request-hash.js";
import { anything, hostile, hostileNames, mutated, mutations } from "../laws/generate-hostile.js";
import { requests } from "../laws/generate-request.js";
import { law } from "../laws/law.js";
import { furnishedRequest } from "./furnished-request.js";

const SIZES = { units: 8_388_608, nodes: 500_000, depth: 24, text: 1_024 };
const schema = requestSchema as unknown as z.ZodType;

const quickly = (input: unknown) => readBy(copyTillRequest, input, SIZES);

/** The slow way, which says what is right. */
function slowly(input: unknown): object | undefined {
  const copied = copyDocument(input, SIZES);
  const parsed = copied.ok ? parseWith(schema, copied.copy) : copied;
  return parsed.ok ? (parsed.value as object) : undefined;
}

/** What is let pass has to be let pass, with an equal copy and one hash. Made anew, for a getter is good for one use. */
function expectAgreement(make: () => unknown): boolean {
  const read = quickly(make());
  if (read === undefined) return false;
  const right = slowly(make());
  expect(right).toBeDefined();
  expect(JSON.parse(JSON.stringify(read))).toStrictEqual(right);
  if (right === undefined) return true;
  expect(tillRequestHash(read)).toBe(requestHash(right));
  expect(tillRequestHash(right as RequestDocument)).toBe(requestHash(right));
  return true;
}

/** A place in a document: keys from the root on. */
type Place = readonly string[];

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    [key],
    ...placesIn(member).map((place) => [key, ...place]),
  ]);
}

/** The furnished request, with the object at a place made into another. */
function changedAt(place: Place, change: (holder: object, key: string) => void): unknown {
  const root = structuredClone(furnishedRequest);
  let holder: object = root;
  for (const step of place.slice(0, -1)) holder = Reflect.get(holder, step) as object;
  change(holder, place.at(-1) ?? "");
  return root;
}

const places = placesIn(furnishedRequest);
const objects: readonly Place[] = places.filter((place) => {
  const value = place.reduce<unknown>((at, step) => Reflect.get(at as object, step), furnishedRequest);
  return typeof value === "object" && value !== null;
});

/** What an object or list may be beside what it seems. */
const DISGUISES: { readonly [name: string]: (it: object) => unknown } = {
  "a proxy": (it) => new Proxy(it, {}),
  "a proxy that has all keys": (it) => new Proxy(it, { get: (to, key) => Reflect.get(to, key) ?? "x" }),
  "a proxy that hides its keys": (it) => new Proxy(it, { ownKeys: () => [] }),
  "without prototype": (it) => Object.assign(Object.create(null), it),
  inherited: (it) => Object.create(it),
  "inherited of a bare object": (it) => Object.create(Object.assign(Object.create(null), it)),
  "with an inherited key": (it) => Object.assign(Object.create({ brand: "x", tier: "gold" }), it),
  "an instance": (it) => Object.assign(new (class Sale {})(), it),
  "with a symbol": (it) => Object.assign(it, { [Symbol("s")]: 1 }),
  "with a hidden symbol": (it) => Object.defineProperty(it, Symbol("s"), { value: 1 }),
  "with a foreign key": (it) => Object.assign(it, { foreign: 1 }),
  "with a foreign key of nothing": (it) => Object.assign(it, { foreign: undefined }),
  "with an own __proto__": (it) =>
    Object.defineProperty(it, "__proto__", { value: undefined, enumerable: true }),
  "with an own constructor": (it) => Object.assign(it, { constructor: "x" }),
  "with keys of nothing": (it) => Object.assign(it, Array.isArray(it) ? [] : { brand: undefined }),
  "with a hole": (it) => (Array.isArray(it) ? [...it, ...new Array(1)] : it),
  "of getters": (it) => {
    for (const [key, value] of Object.entries(it)) {
      Object.defineProperty(it, key, { get: () => value, enumerable: true });
    }
    return it;
  },
  "of getters of two faces": (it) => {
    for (const [key, value] of Object.entries(it)) {
      let reads = 0;
      const get = () => (reads++ === 0 ? value : { another: "face" });
      Object.defineProperty(it, key, { get, enumerable: true });
    }
    return it;
  },
  "of hidden keys": (it) => {
    for (const [key, value] of Object.entries(it).slice(1))
      Object.defineProperty(it, key, { value, enumerable: false });
    return it;
  },
  "with its keys the other way round": (it) =>
    Array.isArray(it) ? it.toReversed() : Object.fromEntries(Object.entries(it).reverse()),
};

describe("what copyTillRequest lets pass, copy and schema let pass with an equal copy and hash", () => {
  const changed = fc.record({ one: requests(0), changes: fc.array(mutations, { maxLength: 3 }) });
  law("of a request, with something changed or nothing", 500, changed, ({ one, changes }) => {
    expectAgreement(() => mutated(one, changes));
  });

  law("of anything at all", 300, anything, (value) => void expectAgreement(() => value));

  law(
    "of what is hostile at any place",
    1_500,
    fc.tuple(fc.constantFrom(...places), hostileNames),
    ([place, name]) => {
      expectAgreement(() => changedAt(place, (holder, key) => void Reflect.set(holder, key, hostile(name))));
    },
  );

  it("of each key left out, or there and nothing", () => {
    for (const place of places) {
      expectAgreement(() => changedAt(place, (holder, key) => void Reflect.deleteProperty(holder, key)));
      expectAgreement(() => changedAt(place, (holder, key) => void Reflect.set(holder, key, undefined)));
    }
  });

  it.each(Object.entries(DISGUISES))("of each object and list that is %s", (_, disguise) => {
    for (const place of objects) {
      expectAgreement(() =>
        changedAt(place, (holder, key) => {
          Reflect.set(holder, key, disguise(Reflect.get(holder, key) as object));
        }),
      );
    }
    expectAgreement(() => disguise(structuredClone(furnishedRequest)));
  });
});

describe("copyTillRequest", () => {
  it("reads well-formed requests, in which all is said or little: it would be of no use else", () => {
    expect(expectAgreement(() => furnishedRequest)).toBe(true);
    for (const one of fc.sample(requests(0), { seed: 42, numRuns: 200 })) {
      expect(expectAgreement(() => one)).toBe(true);
    }
  });

  it("knows every key: the furnished request has all that the schema has", () => {
    const told = new Set(places.map((place) => place.filter((step) => !/^[0-9]+$/.test(step)).join(".")));
    expect(keysOf(schema, "").filter((key) => !told.has(key))).toEqual([]);
  });

  it("reads keys that are there and nothing, and getters, as the slow way does", () => {
    const { transaction } = furnishedRequest;
    expect(expectAgreement(() => ({ member: undefined, transaction, facts: undefined }))).toBe(true);
    expect(
      expectAgreement(() => ({
        get transaction() {
          return transaction;
        },
      })),
    ).toBe(true);
  });

  it("gives copies that are all made alike, whichever keys are there", () => {
    const lines = [
      { id: "1", unitPrice: "5" },
      { unitPrice: 7, sku: "s", id: "2" },
    ];
    const read = quickly({ transaction: { ...furnishedRequest.transaction, lines } });
    const [first = {}, second = {}] = read?.transaction.lines ?? [];
    expect(Object.keys(first)).toEqual(Object.keys(second));
    expect(Object.keys(first)).toEqual(Object.keys(first).toSorted());
  });
});

/** Every key that a schema knows, as `a.b`; of lists, those of what they hold. */
function keysOf(schema: z.ZodType, path: string): readonly string[] {
  if (schema instanceof z.ZodOptional) return keysOf(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return keysOf(schema.element as z.ZodType, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => keysOf(one as z.ZodType, path));
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, member]) => {
    const place = path === "" ? key : `${path}.${key}`;
    return [place, ...keysOf(member as z.ZodType, place)];
  });
}
