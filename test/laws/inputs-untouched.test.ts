import { apply, openClub } from "vafa";
import { describe, expect } from "vitest";
import { asMember, purchases } from "./generate-case.js";
import { law } from "./law.js";

describe("what is handed over stays as it was", () => {
  law("frozen documents are decided, and no document is changed", 100, purchases, (one) => {
    const before = structuredClone(one);
    const { program, request } = deeplyFrozen(structuredClone(one));
    const decision = openClub(program).evaluate(request);
    openClub(one.program).evaluate(one.request);
    expect(one).toEqual(before);
    if (decision.entry !== undefined) {
      const standing = deeplyFrozen(structuredClone(request.member?.standing));
      const { head: _, ...headless } = standing ?? {};
      apply(
        standing?.head === undefined ? standing && headless : standing,
        deeplyFrozen(structuredClone(decision.entry)),
      );
    }
  });

  law(
    "changing a document, or a decision, later changes no later decision",
    70,
    purchases.map(asMember),
    (one) => {
      const { program, request } = structuredClone(one);
      const club = openClub(program);
      scramble(program);
      const first = club.evaluate(request);
      const bytes = JSON.stringify(first);
      scramble(request);
      scramble(first);
      expect(JSON.stringify(club.evaluate(one.request))).toBe(bytes);
      expect(JSON.stringify(openClub(one.program).evaluate(one.request))).toBe(bytes);
    },
  );

  law(
    "changing what `apply` was given changes no standing it returned",
    60,
    purchases.map(asMember),
    (one) => {
      const { entry } = openClub(one.program).evaluate(one.request);
      const standing = structuredClone(one.request.member?.standing);
      const written = structuredClone(entry);
      const next = apply(standing, written);
      const bytes = JSON.stringify(next);
      scramble(standing);
      scramble(written);
      expect(JSON.stringify(next)).toBe(bytes);
    },
  );
});

function deeplyFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    for (const member of Object.values(value)) deeplyFrozen(member);
  }
  return value;
}

/** Changes every list and every value in it that can be changed. */
function scramble(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  for (const [key, member] of Object.entries(value)) {
    scramble(member);
    Reflect.set(value, key, "changed");
  }
  if (Array.isArray(value)) value.push("one more");
}
