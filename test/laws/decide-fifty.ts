import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { openClub } from "vafa";
import { purchases } from "./generate-case.js";

/** Decides fifty generated purchases and hashes what came out. With no clock, whoever asks for one is told so. */
export function digestOfDecisions(clock: "with clock" | "without clock" = "with clock"): string {
  const cases = fc.sample(purchases, { seed: 42, numRuns: 50 });
  if (clock === "without clock") takeClocksAway();
  const hash = createHash("sha256");
  for (const { program, request } of cases) hash.update(JSON.stringify(openClub(program).evaluate(request)));
  return hash.digest("hex");
}

/** What asks, is refused; but the date library makes a date of now before it sets another, so those are all alike. */
function takeClocksAway(): void {
  const refuse = (what: string) => () => {
    throw new Error(`${what} was asked`);
  };
  Math.random = refuse("Math.random");
  performance.now = refuse("performance.now");
  const now = refuse("Date.now");
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [0] : args, newTarget),
    apply: refuse("Date"),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(
    digestOfDecisions(process.argv.includes("--without-clock") ? "without clock" : "with clock"),
  );
}
