import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bundle, bundleImporter } from "./bundle-importer.js";
import { BROWSER_IMPORTER, NODE_IMPORTERS, readCases } from "./importers.js";
import { buildIfStale, openProject, packLibrary, ROOT } from "./pack-library.js";

let temporary = "";
let project = "";

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "vafa-doors-"));
  project = join(temporary, "project");
  await buildIfStale();
  openProject(project, packLibrary(ROOT, join(temporary, "packed")));
  writeFileSync(join(project, "cases.json"), JSON.stringify(readCases()));
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function run(file: string, code: string): { readonly out: string; readonly err: string } {
  writeFileSync(join(project, file), code);
  const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: project, encoding: "utf8" });
  return { out: stdout, err: stderr };
}

function bundle(code: string): Promise<Bundle> {
  return bundleImporter(code, project);
}

describe("the doors of the packed library", () => {
  it("know each other's clubs, in ES modules and in CommonJS, and decide the same", () => {
    const [esm, cjs] = [NODE_IMPORTERS.ESM, NODE_IMPORTERS.CommonJS].map(({ file, code }) => run(file, code));
    expect(esm?.err).toBe("");
    expect(esm?.out).toContain('"status":"accepted"');
    expect(cjs).toEqual(esm);
  });

  it.each([
    ["ESM", 'await import("vafa"); await import("vafa/async");'],
    ["CommonJS", 'require("vafa"); require("vafa/async");'],
  ])("load json-rules-engine with vafa/async only: %s", (kind, both) => {
    // Modules that Node loaded are seen by a hook for ES modules and in `require.cache` for CommonJS ones, which
    // json-rules-engine is.
    const [main = "", later = ""] = both.split("; ");
    const code = `
      const loaded = () => Object.keys(cache).some((path) => /json-rules-engine/.test(path));
      ${main};
      console.log(loaded());
      ${later}
      console.log(loaded());`;
    const head =
      kind === "ESM"
        ? 'import { createRequire } from "node:module"; const { cache } = createRequire(import.meta.url);'
        : "const { cache } = require;";
    expect(run(kind === "ESM" ? "loads.mjs" : "loads.cjs", head + code)).toEqual({
      out: "false\ntrue\n",
      err: "",
    });
  });
});

describe("bundled for a browser, without shims", () => {
  it("vafa does not carry json-rules-engine, vafa/async does", async () => {
    const main = await bundle('export * from "vafa";');
    expect(main.packages).toEqual(expect.arrayContaining(["decimal.js", "vafa", "zod"]));
    expect(main.packages).not.toEqual(expect.arrayContaining(["json-rules-engine"]));
    expect(main.packages).not.toEqual(expect.arrayContaining(["jsonpath-plus"]));
    expect((await bundle('export * from "vafa/async";')).packages).toContain("json-rules-engine");
  });

  it("ClubError comes alone", async () => {
    expect((await bundle('export { ClubError } from "vafa";')).packages).toEqual(["vafa"]);
  });

  it("asks nothing of Node", async () => {
    const { text } = await bundle(BROWSER_IMPORTER);
    expect(text).not.toMatch(/["'`]node:/);
    expect(text).not.toMatch(/\bimport\s*[{*"'(]/);
  });
});
