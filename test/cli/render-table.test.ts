import { describe, expect, it } from "vitest";
import { displayWidth } from "../../src/cli/display-width.js";
import { renderTable } from "../../src/cli/render-table.js";

const asItIs = (text: string) => text;
const left = (title: string) => ({ title, align: "left" as const });
const right = (title: string) => ({ title, align: "right" as const });

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["Café", 4],
    ["Cafe\u0301", 4],
    ["سلام", 4],
    ["می‌خرم", 5],
    ["هدیهٔ", 4],
    ["سَلام", 4],
    ["\u2068هدیه\u2069", 4],
    ["\u200fa\u200e", 1],
    ["円", 2],
    ["ｗｉｄｅ", 8],
    ["🎁", 2],
    ["۱۲۳", 3],
  ])("%j is %i wide", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("renderTable", () => {
  it("aligns words to the left and figures to the right, whatever marks the words hold", () => {
    const rows = [
      ["هدیهٔ تولد", "1", "a"],
      ["عضوهای نقره‌ای", "1,000", "b"],
      ["Café", "20", "c"],
    ];
    const lines = renderTable([left("name"), right("worth"), left("end")], rows, asItIs);
    expect(lines).toEqual([
      "  name            worth   end",
      "  هدیهٔ تولد           1   a",
      "  عضوهای نقره‌ای   1,000   b",
      "  Café               20   c",
    ]);
    const widths = lines.map((line) => displayWidth(line.slice(0, line.search(/[abc]$|end$/))));
    expect(new Set(widths).size).toBe(1);
  });

  it("leaves out a column with nothing in it, and trailing space", () => {
    expect(
      renderTable(
        [left("a"), left("b"), left("c")],
        [
          ["1", "", "x"],
          ["2", "", ""],
        ],
        asItIs,
      ),
    ).toEqual(["  a   c", "  1   x", "  2"]);
  });

  it("paints what is there, not the space beside it", () => {
    const paint = (text: string) => `<${text}>`;
    expect(
      renderTable(
        [right("n"), left("x")],
        [
          [
            { text: "10", paint },
            { text: "y", paint },
          ],
        ],
        paint,
      ),
    ).toEqual(["   <n>   <x>", "  <10>   <y>"]);
  });
});
