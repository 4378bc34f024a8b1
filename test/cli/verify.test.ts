import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CAFE, fileOf, vafa } from "./shell.js";

/** Twelve purchases of three members, as a replay books them. */
function entriesOf(): readonly string[] {
  const rows = Array.from({ length: 12 }, (_, index) => ({
    memberId: `m-${index % 3}`,
    transaction: {
      ...{ id: `t-${index}`, type: "purchase", at: `2026-11-${index + 10}T10:00:00+03:30`, currency: "IRT" },
      lines: [{ id: "1", unitPrice: "100000" }],
    },
  }));
  const purchases = fileOf(rows.map((row) => JSON.stringify(row)).join("\n"));
  const entries = fileOf("");
  const { code } = vafa([
    ...["replay", "--program", CAFE.program, "--purchases", purchases, "--entries", entries],
  ]);
  expect(code).toBe(0);
  return readFileSync(entries, "utf8").split("\n").slice(0, -1);
}

const entries = entriesOf();
const verify = (lines: readonly string[]) => vafa(["verify", fileOf(`${lines.join("\n")}\n`)]);

describe("vafa verify", () => {
  it("follows the chains of all members through what a replay wrote", () => {
    expect(verify(entries)).toEqual({ code: 0, out: "sound  12 entries of 3 members\n", err: "" });
    // Members may be mixed in any way.
    const byMember = [...entries].sort((a, b) => memberOf(a) - memberOf(b));
    expect(verify(byMember).out).toBe("sound  12 entries of 3 members\n");
    expect(verify([]).out).toBe("sound  0 entries of 0 members\n");
  });

  it("tells the first line that was changed, with its reason", () => {
    const lines = [...entries];
    lines[4] = (lines[4] ?? "").replace('"paid":"100000"', '"paid":"900000"');
    lines[8] = "{}";
    const file = fileOf(lines.join("\n"));
    expect(vafa(["verify", file])).toEqual({
      code: 1,
      out: "",
      err: [
        "not sound",
        "  member   m-1",
        "  sequence 2",
        "  reason   entry-hash",
        "Faulty lines: 1",
        `  ${file}:5 /hash: the entry is not what was sealed [entry-hash]`,
        "",
      ].join("\n"),
    });
  });

  it("tells an entry that was left out, by the one that does not follow", () => {
    const { code, err } = verify(entries.filter((_, index) => index !== 3));
    expect(code).toBe(1);
    expect(err).toMatch(/member {3}m-0\n {2}sequence 2\n {2}reason {3}chain-mismatch\n/);
    // Blank lines count, for an editor counts them too.
    const spaced = verify(["", ...entries.filter((_, index) => index !== 3)]);
    expect(err).toMatch(/\.json:6 \/sequence: the entry does not follow/);
    expect(spaced.err).toMatch(/\.json:7 \/sequence: the entry does not follow/);
  });

  it("tells a line that is no JSON, and believes nothing after it", () => {
    const { code, err } = verify([...entries.slice(0, 2), "{", ...entries.slice(3)]);
    expect(code).toBe(1);
    expect(err).toMatch(/^not sound\n {2}the line is no entry\n/);
    expect(err).toMatch(/\.json:3: is not JSON, at column 2 \[json-syntax\]/);
  });

  it.each([
    [["verify"], "verify needs a file: vafa verify FILE"],
    [["verify", "a", "b"], "verify takes one file, and not b too"],
    [["verify", "a", "--json"], "verify has no option --json"],
    [["replay", "--program", "p"], "replay needs --purchases FILE"],
    [
      ["replay", "--program", "p", "--purchase", "q"],
      'replay has no option --purchase: did you mean "--purchases"?',
    ],
    [
      ["replay", "--program", "p", "--purchases", "q", "--until", "2026-02-30T10:00:00Z"],
      "--until needs an instant with its offset, such as 2026-12-31T23:59:59+03:30",
    ],
    [
      ["replay", "--program", "p", "--purchases", "q", "--until", "2026-11-30"],
      "--until needs an instant with its offset, such as 2026-12-31T23:59:59+03:30",
    ],
    [["replay", "--program", "p", "--purchases", "q", "--members="], "--members needs a file"],
    [["verifi", "a"], 'there is no command verifi: did you mean "verify"?'],
  ])("refuses a wrong command: %j", (args, fault) => {
    const { code, out, err } = vafa(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n\n")[0]).toBe(`vafa: ${fault}`);
  });

  it("tells a file that is not there, and a folder", () => {
    expect(vafa(["verify", "no-such.ndjson"])).toMatchObject({ code: 1, out: "" });
    expect(vafa(["verify", "."]).err).toContain("cannot be read: it is a folder");
  });
});

function memberOf(line: string): number {
  const { memberId } = JSON.parse(line);
  return Number(memberId.slice(2));
}
