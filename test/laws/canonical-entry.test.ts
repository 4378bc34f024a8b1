import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { openClub } from "vafa";
import { describe, expect } from "vitest";
import { asMember, purchases } from "./generate-case.js";
import { law } from "./law.js";

describe("an entry is written in canonical form", () => {
  law(
    "as an independent canonicaliser of RFC 8785 writes it, under a hash that anybody can figure",
    120,
    purchases.map(asMember),
    ({ program, request }) => {
      const { entry } = openClub(program).evaluate(request);
      if (entry === undefined) throw new Error("a member's purchase is booked");
      expect(JSON.stringify(entry)).toBe(canonicalize(entry));
      const { hash, ...rest } = entry;
      const sealed = `vafa:entry:1\n${canonicalize(rest)}`;
      expect(createHash("sha256").update(sealed, "utf8").digest("hex")).toBe(hash);
      expectOrderedKeys(entry);
    },
  );
});

function expectOrderedKeys(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) {
    const keys = Object.keys(value);
    expect(keys).toEqual([...keys].sort());
  }
  for (const member of Object.values(value)) {
    expect(member).not.toBeUndefined();
    if (typeof member === "number") expect(Number.isSafeInteger(member)).toBe(true);
    expectOrderedKeys(member);
  }
}
