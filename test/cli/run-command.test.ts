import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CAFE, vafa } from "./shell.js";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

describe("vafa", () => {
  it.each([["--help"], ["-h"], ["evaluate", "--help"], ["--help", "nonsense"]])(
    "explains itself: %s %s",
    (...args) => {
      const { code, out, err } = vafa(args.filter((arg) => arg !== undefined));
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(/^vafa, the loyalty-club rules engine\n\nUsage\n {2}vafa evaluate --program FILE/);
    },
  );

  it.each(["--version", "-v"])("says its version: %s", (option) => {
    expect(vafa([option])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it.each([
    [[], ["which command?"]],
    [["evalute"], ['there is no command evalute: did you mean "evaluate"?']],
    [["toString"], ["there is no command toString"]],
    [["evaluate"], ["evaluate needs --program FILE", "evaluate needs --request FILE"]],
    [["check"], ["check needs --program FILE"]],
    [["check", "--program"], ["--program needs a file"]],
    [["check", "--program="], ["--program needs a file"]],
    [["evaluate", "--program", "--request", "r"], ["--program needs a file"]],
    [["check", "--progam", "p"], ['check has no option --progam: did you mean "--program"?']],
    [["check", "--program", "p", "--json"], ["check has no option --json"]],
    [["check", "-x"], ["check has no option -x"]],
    [["check", "--program", "p", "--program", "q"], ["--program is there twice"]],
    [
      ["evaluate", "--json=yes", "--reqest=r"],
      ["--json takes no value", 'evaluate has no option --reqest: did you mean "--request"?'],
    ],
    [
      ["check", "p.json"],
      ["check takes no p.json: files follow their option", "check needs --program FILE"],
    ],
    [["demo", "more"], ["demo takes no more: files follow their option"]],
    [["che\u001b[31mck\u202e"], ["there is no command che\\u001b[31mck\\u202e"]],
  ])("refuses a wrong command with code 2, every fault and the usage: %j", (args, faults) => {
    const { code, out, err } = vafa(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n\n")[0]?.split("\n")).toEqual(faults.map((fault) => `vafa: ${fault}`));
    expect(err).toContain("\nUsage\n");
  });

  it("shows the café without any file: `vafa demo`", () => {
    const shown = vafa(["evaluate", "--program", CAFE.program, "--request", CAFE.request]);
    const demo = vafa(["demo"]);
    expect(demo.code).toBe(0);
    expect(demo.out.startsWith(shown.out)).toBe(true);
    expect(demo.out.slice(shown.out.length)).toContain("vafa evaluate --program FILE --request FILE");
  });
});
