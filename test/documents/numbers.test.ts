import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Issue } from "../../src/documents/club-error.js";
import {
  amount,
  factor,
  grant,
  integer,
  percent,
  positiveAmount,
  quantity,
  worth,
} from "../../src/documents/numbers.js";
import { parseWith } from "../../src/documents/parse-with.js";

function issueOf(schema: z.ZodType, written: unknown): Issue | undefined {
  const parsed = parseWith(schema, written);
  return parsed.ok ? undefined : parsed.issues[0];
}
const codeOf = (schema: z.ZodType, written: unknown) => issueOf(schema, written)?.code ?? "ok";

describe("an amount", () => {
  it.each<[unknown]>([["0"], ["12500"], ["0.45"], [12_500], [0], ["999999999999999999"], ["1.123456"]])(
    "can be %j",
    (written) => {
      expect(codeOf(amount, written)).toBe("ok");
    },
  );

  it("can be -0 as a number, which is 0, but not as a text", () => {
    expect(codeOf(amount, -0)).toBe("ok");
    expect(codeOf(amount, "-0")).toBe("number-format");
  });

  it("as a fraction must be a text, and says which", () => {
    expect(issueOf(amount, 35.41)).toMatchObject({
      code: "number-format",
      hint: 'write it as a string: "35.41"',
    });
    expect(codeOf(amount, 2 ** 53)).toBe("number-format");
  });

  it.each<[unknown]>([[true], [[1]], [{}], [null]])("cannot be %j", (written) => {
    expect(codeOf(amount, written)).toBe("type");
  });

  it.each(["1e3", "007", "+5", "", " 5", "5 ", "0x10", ".5", "5.", "1,000", "NaN"])(
    "cannot be written %j",
    (written) => {
      expect(issueOf(amount, written)).toMatchObject({ code: "number-format" });
      expect(issueOf(amount, written)?.hint).toBeUndefined();
    },
  );

  it("in Persian or Arabic digits is told to be written with 0 to 9", () => {
    for (const written of ["۱۲۵۰۰", "١٢٥٠٠", "12۵00"]) {
      expect(issueOf(amount, written)).toMatchObject({
        code: "number-format",
        hint: "write it with the digits 0 to 9",
      });
    }
  });

  it("must not be negative, and have at most 18 whole digits and 6 decimals", () => {
    expect(codeOf(amount, "-1")).toBe("number-negative");
    expect(codeOf(amount, -1)).toBe("number-negative");
    expect(codeOf(amount, "1000000000000000000")).toBe("number-range");
    expect(codeOf(amount, "0.1234567")).toBe("number-precision");
    expect(codeOf(amount, "0.1000000")).toBe("number-precision");
  });

  it("says what it wanted and what it got", () => {
    expect(issueOf(amount, "abc")).toEqual({
      code: "number-format",
      path: "",
      message: "must be plain decimal digits, such as 12500 or 0.45",
      expected: "an amount as a decimal text or an integer",
      received: '"abc"',
    });
  });
});

describe("bounded figures", () => {
  it.each<[string, z.ZodType, string, string]>([
    ["a percentage of 100", percent, "100", "ok"],
    ["a percentage of 0", percent, "0", "ok"],
    ["a percentage of 33.3333", percent, "33.3333", "ok"],
    ["a percentage of 100.0001", percent, "100.0001", "number-range"],
    ["a percentage of -5", percent, "-5", "number-negative"],
    ["a percentage of 33.33333", percent, "33.33333", "number-precision"],
    ["a percentage of 9, which is less than 100 as a figure", percent, "9", "ok"],
    ["a factor of 1", factor, "1", "ok"],
    ["a factor of 1000", factor, "1000", "ok"],
    ["a factor of 0.9999", factor, "0.9999", "number-range"],
    ["a factor of 1000.0001", factor, "1000.0001", "number-range"],
    ["a factor of 1.00001", factor, "1.00001", "number-precision"],
    ["a quantity of 0", quantity, "0", "number-range"],
    ["a quantity of 0.000000", quantity, "0.000000", "number-range"],
    ["a quantity of 0.333", quantity, "0.333", "ok"],
    ["a quantity of 0.0000001", quantity, "0.0000001", "number-precision"],
    ["an amount above zero of 0", positiveAmount, "0", "number-range"],
    ["an amount above zero of 0.000001", positiveAmount, "0.000001", "ok"],
    ["a worth of 0", worth, "0", "ok"],
    ["a worth of 0.45", worth, "0.45", "ok"],
    ["a grant of 1.2", grant, "1.2", "ok"],
    ["a grant of 0", grant, "0", "number-range"],
    ["a grant of 1.00001", grant, "1.00001", "number-precision"],
    ["a grant of 1000000001", grant, "1000000001", "number-range"],
  ])("%s", (_, schema, written, code) => {
    expect(codeOf(schema, written)).toBe(code);
  });

  it.each<[string, z.ZodType, number]>([
    ["amount", amount, 6],
    ["percent", percent, 4],
  ])("take of %s every text that their JSON Schema takes, but for their bounds", (_, schema, decimals) => {
    const [text] = (z.toJSONSchema(schema) as { anyOf: readonly { pattern?: string }[] }).anyOf;
    const pattern = new RegExp(text?.pattern ?? "(?!)", "u");
    const written = fc.string({ unit: fc.constantFrom(..."0011259.-"), maxLength: 12 });
    fc.assert(
      fc.property(written, (figure) => {
        const code = codeOf(schema, figure);
        if (pattern.test(figure)) expect(["ok", "number-range"]).toContain(code);
        else expect(code).not.toBe("ok");
      }),
      { seed: 42, numRuns: 1_000 },
    );
    expect(pattern.test(`1.${"1".repeat(decimals)}`)).toBe(true);
    expect(pattern.test(`1.${"1".repeat(decimals + 1)}`)).toBe(false);
  });
});

describe("an integer", () => {
  const from1to5 = integer(1, 5);

  it("lies within its bounds, both included", () => {
    expect([0, 1, 5, 6].map((number) => codeOf(from1to5, number))).toEqual([
      "number-range",
      "ok",
      "ok",
      "number-range",
    ]);
  });

  it("is a whole number, written as one", () => {
    expect(codeOf(from1to5, 1.5)).toBe("number-format");
    expect(codeOf(from1to5, "3")).toBe("type");
    expect(issueOf(from1to5, "high")).toMatchObject({
      expected: "an integer from 1 to 5",
      received: '"high"',
    });
  });
});
