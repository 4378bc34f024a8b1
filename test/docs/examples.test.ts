import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterEach, describe, expect, it, vi } from "vitest";
import { blocksOf, type Page, readPage, readPages } from "./markdown.js";

const TMP = fileURLToPath(new URL("../../.tmp/docs/", import.meta.url));
const CLAIM = /\/\/ → (.*)$/gm;

const pages = readPages().filter((page) => blocksOf(page, "ts").length > 0);

/** All examples of a page are one program: a later one may use what an earlier one declared. */
function writeExamples(page: Page, more = ""): string {
  mkdirSync(TMP, { recursive: true });
  const path = `${TMP}${page.path.replace(/[/.]/g, "-")}.ts`;
  writeFileSync(path, `${blocksOf(page, "ts").join("\n")}${more}`);
  return path;
}

/** Runs a file and returns what it printed, one text a line. */
async function run(
  path: string,
): Promise<{ readonly printed: readonly string[]; readonly exported: object }> {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const exported: object = await import(/* @vite-ignore */ `${path}?${Math.random()}.ts`);
  const printed = log.mock.calls.map((words) => words.map(String).join(" "));
  return { printed: printed.flatMap((text) => text.split("\n")), exported };
}

/** All pages at once: to read the library's types again for each takes longer than to check them. */
let program: ts.Program | undefined;

function programOf(files: readonly string[]): ts.Program {
  const config = fileURLToPath(new URL("../../tsconfig.json", import.meta.url));
  const read = ts.readConfigFile(config, ts.sys.readFile);
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  return ts.createProgram(files, options);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the examples of the documentation", () => {
  it("are there, in the README at least", () => {
    expect(pages.map(({ path }) => path)).toContain("README.md");
  });

  it.each(pages)("of $path print what they claim", async (page) => {
    const claimed = [...blocksOf(page, "ts").join("\n").matchAll(CLAIM)].map(([, text]) => text);
    expect(claimed.length).toBeGreaterThan(0);
    const { printed } = await run(writeExamples(page));
    expect(printed).toEqual(claimed);
  });

  it.each(pages)("of $path have sound types", (page) => {
    program ??= programOf(pages.map((one) => writeExamples(one)));
    const faults = ts
      .getPreEmitDiagnostics(program, program.getSourceFile(writeExamples(page)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(faults).toEqual([]);
  });

  it.each(readPages().flatMap((page) => blocksOf(page, "json").map((block) => ({ path: page.path, block }))))(
    "of $path in JSON are JSON",
    ({ block }) => {
      expect(() => JSON.parse(block)).not.toThrow();
    },
  );
});

describe("the README", () => {
  it("shows the very decision of its example, less the entry", async () => {
    const readme = readPage("README.md");
    const { exported } = await run(writeExamples(readme, "\nexport { decision };\n"));
    const { decision } = exported as { readonly decision: object };
    expect(decision).toMatchObject(JSON.parse(blocksOf(readme, "json")[0] ?? ""));
    expect(decision).toHaveProperty("entry");
  });

  it("names the two commands that a fresh clone needs", () => {
    const commands = blocksOf(readPage("README.md"), "sh").join("");
    expect(commands).toContain("npm ci && npm start");
    expect(commands).toContain("npm ci && npm test");
  });

  it("writes Persian with Persian letters, digits and half-spaces", () => {
    const [, persian = ""] = /^## به فارسی\n([\s\S]*?)^## /m.exec(readPage("README.md").text) ?? [];
    expect(persian).toMatch(/\u200c/);
    expect(persian).not.toMatch(/[0-9يكى\u0660-\u0669]/);
  });
});
