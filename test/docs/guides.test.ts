import { describe, expect, it } from "vitest";
import { runGuide } from "./guide-steps.js";
import { blocksOf, readPages } from "./markdown.js";

const guides = readPages()
  .filter(({ path }) => path.startsWith("docs/guides/"))
  .map((page) => ({ path: page.path, page, steps: runGuide(page) }));

describe("the guides", () => {
  it("are there, and every block of JSON and of NDJSON is run", () => {
    expect(guides.map(({ path }) => path)).toContain("docs/guides/write-a-program.md");
    for (const { page, steps } of guides)
      expect(steps).toHaveLength([...blocksOf(page, "json"), ...blocksOf(page, "ndjson")].length);
  });

  it.each(guides)("$path: every purchase is decided, and the page says what comes of it", ({ steps }) => {
    const requests = steps.filter(({ kind }) => kind === "request" || kind === "replay");
    expect(requests.filter(({ code }) => code !== 0)).toEqual([]);
    expect(requests.filter(({ claimed }) => claimed.length === 0)).toEqual([]);
  });

  it.each(guides)("$path: a program is sound, unless the page says what is wrong with it", ({ steps }) => {
    const programs = steps.filter(({ kind }) => kind === "program");
    expect(programs.filter(({ code, claimed }) => (code !== 0) !== claimed.length > 0)).toEqual([]);
  });

  it.each(guides.flatMap(({ path, steps }) => steps.map((step) => ({ path, ...step }))))(
    "$path prints what it says after $opening",
    ({ printed, claimed }) => {
      for (const paragraph of claimed) expect(printed).toContain(paragraph);
    },
  );
});
