import { readFileSync } from "node:fs";
import { openClub } from "vafa";
import { describe, expect, it } from "vitest";
import { CAFE, fileOf, vafa } from "./shell.js";

const program = JSON.parse(readFileSync(CAFE.program, "utf8"));
const request = JSON.parse(readFileSync(CAFE.request, "utf8"));

describe("vafa evaluate", () => {
  it("prints with --json exactly what the library decides", () => {
    const { code, out, err } = vafa([
      "evaluate",
      "--json",
      "--program",
      CAFE.program,
      "--request",
      CAFE.request,
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const decision = openClub(program).evaluate(request);
    expect(out).toBe(`${JSON.stringify(decision, null, 2)}\n`);
    expect(JSON.parse(out)).toEqual(decision);
  });

  it("tells what is wrong with both files at once", () => {
    const programFile = fileOf({ ...program, calendar: "lunar" });
    const requestFile = fileOf('{"transaction":{"id":"a","id":"b"}}');
    const { code, out, err } = vafa(["evaluate", "--program", programFile, "--request", requestFile]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(`${programFile}: 1 issue\n  /calendar: must be one of gregorian, persian [enum]\n`);
    expect(err).toContain(`${requestFile}: 1 issue\n  /transaction/id: the key "id" is there twice`);
  });

  it.each(["text", "--json"])("tells every issue of a request, and decides nothing (%s)", (form) => {
    const { transaction } = request;
    const wrong = fileOf({
      transaction: { ...transaction, currency: "IRR", lines: [{ id: "1", unitPrice: 1.5 }], at: "today" },
    });
    const options = form === "text" ? [] : [form];
    const { code, out, err } = vafa(["evaluate", ...options, "--program", CAFE.program, "--request", wrong]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/: 2 issues\n {2}\/transaction\/at: .*\n {2}\/transaction\/lines\/0\/unitPrice: /s);
    expect(err).toContain('    hint:     write it as a string: "1.5"\n');
  });
});
