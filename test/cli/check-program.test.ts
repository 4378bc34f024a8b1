import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CAFE, fileOf, vafa } from "./shell.js";

const SOUND = {
  id: "shop",
  version: "1",
  semantics: 1,
  currency: { code: "EUR", digits: 2 },
  timeZone: "Europe/Berlin",
  calendar: "gregorian",
  offers: [] as readonly object[],
};

describe("vafa check", () => {
  it("says what a sound program is", () => {
    const { code, out, err } = vafa(["check", "--program", CAFE.program]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^fine {2}cafe-naderi 1405-09 · Café Naderi · \u2068کافه نادری\u2069\n/);
    expect(out).toMatch(
      /6 offers, 2 wallets; IRT with 0 decimals, Asia\/Tehran, persian calendar\n.*hash [0-9a-f]{64}\n$/s,
    );
    expect(vafa(["check", "--program", fileOf(SOUND)]).out).toMatch(/^fine {2}shop 1\n/);
  });

  it("tells every issue with path, message, expected, received and hint, and nothing to stdout", () => {
    const file = fileOf({
      ...SOUND,
      curency: {},
      offers: [
        { id: "a", benefit: { kind: "discount", percnt: "5" } },
        { id: "b", benefit: { kind: "discount", percent: "120" } },
      ],
    });
    const { code, out, err } = vafa(["check", "--program", file]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.split("\n")).toEqual([
      `${file}: 3 issues`,
      '  /offers/0/benefit/percnt: the field "percnt" is not known here [unknown-field]',
      '    hint:     did you mean "percent"?',
      "  /offers/1/benefit/percent: must be at most 100 [number-range]",
      "    expected: a percentage from 0 to 100 as a decimal text or an integer",
      '    received: "120"',
      '  /curency: the field "curency" is not known here [unknown-field]',
      '    hint:     did you mean "currency"?',
      "",
    ]);
  });

  it("says where a text is no JSON", () => {
    const file = fileOf('{\n  "id": "shop",\n}');
    expect(vafa(["check", "--program", file])).toEqual({
      code: 1,
      out: "",
      err: [
        `${file}: 1 issue`,
        "  the whole document: is not JSON, at line 3, column 1 (offset 18) [json-syntax]",
        "    expected: a key in double quotes",
        '    received: "}"',
        "    hint:     remove the comma before it",
        "",
      ].join("\n"),
    });
  });

  it.each([
    ["is not there", join(tmpdir(), "vafa-no-such-file.json"), "cannot be read: there is no such file"],
    ["is a folder", tmpdir(), "cannot be read: it is a folder"],
    [
      "is in UTF-16, as some editors save",
      fileOf(new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])),
      "is not written in UTF-8",
    ],
  ])("tells a file that %s", (_, file, message) => {
    const { code, out, err } = vafa(["check", "--program", file]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(`${file}: 1 issue\n  the whole document: ${message} [`);
  });

  it("takes a file with a byte-order mark", () => {
    const plain = vafa(["check", "--program", fileOf(SOUND)]);
    expect(vafa(["check", "--program", fileOf(`\ufeff${JSON.stringify(SOUND)}`)])).toEqual(plain);
  });

  it("spells out what would steer the terminal", () => {
    const { err } = vafa(["check", "--program", fileOf({ ...SOUND, "a\u001b[2Jb\u202e": 1 })]);
    expect(err).toContain("/a\\u001b[2Jb\\u202e: ");
    expect([..."\u001b\u202e"].filter((sign) => err.includes(sign))).toEqual([]);
  });

  it("says that there may be more than the hundred it tells", () => {
    const offers = Array.from({ length: 150 }, (_, index) => ({ id: `o${index}`, benefit: {} }));
    const { err } = vafa(["check", "--program", fileOf({ ...SOUND, offers })]);
    expect(err).toMatch(/: 100 issues, and there may be more\n/);
  });
});
