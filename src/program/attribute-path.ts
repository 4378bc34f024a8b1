const PATH = /^\$(?:\.[A-Za-z_][A-Za-z0-9_]*|\[(?:0|[1-9][0-9]{0,3})\])+$/;
const STEP = /\.([A-Za-z_][A-Za-z0-9_]*)|\[([0-9]+)\]/g;
const FORBIDDEN: readonly string[] = ["__proto__", "constructor", "prototype"];

/**
 * Reads a path of plain steps, the whole language there is: `$.a.b[0]`. No wildcards, filters, functions or
 * expressions: `undefined` for anything else.
 */
export function readAttributePath(path: string): readonly (string | number)[] | undefined {
  if (!PATH.test(path)) return undefined;
  const steps = [...path.matchAll(STEP)].map(([, name, index]) => name ?? Number(index));
  return steps.some((step) => FORBIDDEN.includes(String(step))) ? undefined : steps;
}
