import * as z from "zod";
import type { IssueCode } from "./club-error.js";
import { setGuard } from "./guard.js";
import type { Path } from "./pointer.js";
import { setPlainTest } from "./read-document.js";

/** What is wrong with a single value, in the words of an issue. */
export interface Fault {
  readonly code: IssueCode;
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
}

const MISSING: Fault = { code: "required", message: "is missing", expected: "a value" };

/**
 * A schema for one value that says itself what is wrong with it, and shows itself to JSON Schema as `shape`. No
 * transform: the parsed document is the written one. `isPlain` is a quick test of the usual: nothing is wrong with what
 * passes, and a text that does is short and visible ASCII. It lets no minus zero pass.
 */
export function value<T>(
  shape: Record<string, unknown>,
  faultOf: (value: unknown) => Fault | undefined,
  isPlain?: (value: unknown) => boolean,
) {
  const schema = z.unknown().check(({ value, issues }) => {
    const fault = value === undefined ? MISSING : faultOf(value);
    if (fault !== undefined)
      issues.push({ code: "custom", input: value, message: fault.message, params: { fault } });
  });
  const shown = schema.meta(shape);
  if (isPlain === undefined) {
    return guarded<T>(shown, (value) => value !== undefined && faultOf(value) === undefined);
  }
  setPlainTest(shown, isPlain);
  return guarded<T>(
    shown,
    (value) => isPlain(value) || (value !== undefined && faultOf(value) === undefined),
  );
}

/** A fault at its own place within a larger value. */
export interface Finding extends Fault {
  readonly path: Path;
}

/** As `value`, for a tree in which several things can be wrong. */
export function tree<T>(shape: Record<string, unknown>, inspect: (value: unknown) => readonly Finding[]) {
  const schema = z.unknown().check(({ value, issues }) => {
    for (const { path, ...fault } of value === undefined ? [{ ...MISSING, path: [] }] : inspect(value)) {
      issues.push({
        code: "custom",
        input: value,
        message: fault.message,
        path: [...path],
        params: { fault },
      });
    }
  });
  return guarded<T>(schema.meta(shape), (value) => value !== undefined && inspect(value).length === 0);
}

function guarded<T>(schema: z.ZodType, guard: (value: unknown) => boolean): z.ZodType<T, T> {
  setGuard(schema, guard);
  return schema as unknown as z.ZodType<T, T>;
}

/** An object that takes these keys and no others. */
export function record<Shape extends z.ZodRawShape>(shape: Shape) {
  // The message of an unknown key carries the known ones, from which "did you mean" is told.
  const known = Object.keys(shape).join(" ");
  return z.strictObject(shape, {
    error: ({ code }) => (code === "unrecognized_keys" ? known : undefined),
  });
}

/** One of several records, told apart by `key`. */
export function recordBy<Key extends string, Options extends readonly [Variant<Key>, ...Variant<Key>[]]>(
  key: Key,
  names: readonly string[],
  options: Options,
) {
  // As above: the message carries the names that there are.
  const schema = z.discriminatedUnion(key, options as never, { error: () => names.join(" ") });
  return schema as unknown as z.ZodUnion<Options>;
}
type Variant<Key extends string> = z.ZodObject<Record<Key, z.ZodType>>;
