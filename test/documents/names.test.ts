import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { clockTime, factName, foreignId, hash, id } from "../../src/documents/names.js";
import { parseWith } from "../../src/documents/parse-with.js";

const codeOf = (schema: z.ZodType<string>, written: unknown): string => {
  const parsed = parseWith(schema, written);
  return parsed.ok ? "ok" : parsed.issues.map(({ code }) => code).join();
};

describe("the id of something in a program", () => {
  it.each(["a", "1", "10", "big-basket", "A.b_c-9", "x".repeat(64), "toString"])("can be %s", (written) => {
    expect(codeOf(id, written)).toBe("ok");
  });

  it.each([
    ["nothing", ""],
    ["65 characters", "x".repeat(65)],
    ["a space", "big basket"],
    ["a slash", "a/b"],
    ["a line end in it", "a\nb"],
    ["a line end behind", "a\n"],
    ["a direction mark", "a\u202eb"],
    ["Persian letters", "سطل"],
    ["an underscore in front", "_a"],
    ["__proto__", "__proto__"],
    ["a hyphen in front", "-a"],
    ["a dot in front", ".a"],
  ])("cannot have %s", (_, written) => {
    expect(codeOf(id, written)).toBe("id-format");
  });

  it.each([[5], [null], [["a"]], [{}]])("cannot be %j", (written) => {
    expect(codeOf(id, written)).toBe("type");
  });

  it("cannot be left out", () => {
    expect(codeOf(id, undefined)).toBe("required");
  });
});

describe("an id that another system gave", () => {
  it.each(["m-81f3", "urn:x/y#1", "_a", "x".repeat(128)])("can be %s", (written) => {
    expect(codeOf(foreignId, written)).toBe("ok");
  });

  it.each(["", "x".repeat(129), "a b", "a\n", "علی"])("cannot be %j", (written) => {
    expect(codeOf(foreignId, written)).toBe("id-format");
  });
});

describe("a name that conditions refer to", () => {
  it("is letters, digits and underscores, a letter first", () => {
    expect(["isStudent", "a_1", "x".repeat(64)].map((name) => codeOf(factName, name))).toEqual([
      "ok",
      "ok",
      "ok",
    ]);
    for (const name of ["", "1a", "_a", "a-b", "a.b", "a b", "x".repeat(65)]) {
      expect(codeOf(factName, name)).toBe("id-format");
    }
  });
});

describe("a time of day", () => {
  it.each(["00:00", "15:30", "23:59", "24:00"])("can be %s", (written) => {
    expect(codeOf(clockTime, written)).toBe("ok");
  });

  it.each(["24:01", "25:00", "9:00", "12:60", "12:00:00", "noon", ""])("cannot be %j", (written) => {
    expect(codeOf(clockTime, written)).toBe("time-format");
  });
});

describe("a hash", () => {
  it("is 64 small hexadecimal digits", () => {
    expect(codeOf(hash, "0a".repeat(32))).toBe("ok");
    expect([codeOf(hash, "0A".repeat(32)), codeOf(hash, "0a".repeat(31))]).toEqual(["type", "type"]);
  });
});
