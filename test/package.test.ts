import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openClub } from "vafa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildIfStale } from "./everywhere/pack-library.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const lesson = (name: string) => readFileSync(join(root, "examples/01-cafe", name), "utf8");
const decision = openClub(JSON.parse(lesson("program.json"))).evaluate(JSON.parse(lesson("request.json")));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const SCRIPT = `
const read = (name) => JSON.parse(readFileSync(new URL(name, here), "utf8"));
const decision = openClub(read("program.json")).evaluate(read("request.json"));
const { ok, issues } = parseProgram({});
const failed = (() => { try { openClub({}); } catch (error) { return error instanceof ClubError; } })();
const visits = apply(undefined, decision.entry).visits;
console.log(JSON.stringify({ decision, ok, some: issues.length > 0, failed, visits }));
`;

const PROJECTS = {
  "an ES module": {
    type: "module",
    file: "main.js",
    head: 'import { readFileSync } from "node:fs";\nimport { apply, ClubError, openClub, parseProgram } from "vafa";\nconst here = import.meta.url;',
    schema: 'import schema from "vafa/program.schema.json" with { type: "json" };\nconsole.log(schema.type);',
  },
  CommonJS: {
    type: "commonjs",
    file: "main.js",
    head: 'const { readFileSync } = require("node:fs");\nconst { apply, ClubError, openClub, parseProgram } = require("vafa");\nconst here = require("node:url").pathToFileURL(__filename);',
    schema: 'console.log(require("vafa/program.schema.json").type);',
  },
} as const;
type Project = keyof typeof PROJECTS;

let temporary = "";

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "vafa-package-"));
  await buildIfStale();
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", temporary], {
    cwd: root,
    stdio: "pipe",
  });
  const [tarball = ""] = readdirSync(temporary);
  execFileSync("tar", ["-xzf", tarball], { cwd: temporary });
  for (const project of Object.keys(PROJECTS)) install(project as Project);
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function folderOf(project: Project): string {
  return join(temporary, PROJECTS[project].type);
}

/** An empty project with the package in it, and its dependencies linked from here: no network. */
function install(project: Project): void {
  const { type, file, head, schema } = PROJECTS[project];
  const folder = folderOf(project);
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  cpSync(join(temporary, "package"), join(folder, "node_modules/vafa"), { recursive: true });
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name), "junction");
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type, private: true }));
  writeFileSync(join(folder, file), head + SCRIPT);
  writeFileSync(join(folder, "schema.js"), schema);
  for (const name of ["program.json", "request.json"]) writeFileSync(join(folder, name), lesson(name));
}

function node(project: Project, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", ...args], {
    cwd: folderOf(project),
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

function packed(): readonly string[] {
  const folder = join(temporary, "package");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"));
}

describe.each(Object.keys(PROJECTS) as readonly Project[])(
  "the packed library in an empty project: %s",
  (project) => {
    it("decides the café as its sources do", () => {
      const { code, out, err } = node(project, PROJECTS[project].file);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      const told = JSON.parse(out);
      expect(told).toEqual({ decision, ok: false, some: true, failed: true, visits: 1 });
      expect(told.decision.totals.due).toBe("600000");
      expect(told.decision.awards.map(({ amount }: { amount: string }) => amount)).toEqual(["72", "120000"]);
    });

    it("resolves the JSON Schema of a program", () => {
      expect(node(project, "schema.js")).toEqual({ code: 0, out: "object\n", err: "" });
    });
  },
);

describe("the packed command", () => {
  const bin = `node_modules/vafa/${manifest.bin.vafa}`;
  const files = ["--program", "program.json", "--request", "request.json"];

  it("decides, says its version, shows the demo and hands on exit codes", () => {
    expect(JSON.parse(node("CommonJS", bin, "evaluate", ...files, "--json").out)).toEqual(decision);
    expect(node("CommonJS", bin, "--version").out).toBe(`${manifest.version}\n`);
    expect(node("CommonJS", bin, "demo")).toMatchObject({ code: 0, err: "" });
    expect(node("CommonJS", bin, "demo").out).toContain("\n  Due: 600,000 IRT\n");
    expect(node("CommonJS", bin, "check", "--program", "request.json").code).toBe(1);
    expect(node("CommonJS", bin, "chek").code).toBe(2);
  });

  it("begins as a command does", () => {
    expect(readFileSync(join(temporary, "package", manifest.bin.vafa), "utf8")).toMatch(
      /^#!\/usr\/bin\/env node\n/,
    );
  });
});

describe("the tarball", () => {
  it("holds what is built, and no sources, tests or examples", () => {
    const others = packed().filter((path) => !/^dist\/.*\.(c?js|d\.c?ts)(\.map)?$/.test(path));
    const known = ["CHANGELOG.md", "LICENSE", "README.md", "docs/program.schema.json", "package.json"];
    expect(known).toEqual(expect.arrayContaining(others));
    expect(others).toEqual(expect.arrayContaining(["LICENSE", "docs/program.schema.json", "package.json"]));
  });

  it("holds every file that the manifest names", () => {
    const named = JSON.stringify([
      manifest.exports,
      manifest.imports,
      manifest.main,
      manifest.module,
      manifest.types,
      manifest.bin,
    ]);
    const targets = [...named.matchAll(/"\.\/((?:dist|docs)\/[^"]+)"/g)].map(([, path]) => path);
    expect(targets.length).toBeGreaterThan(8);
    expect(packed()).toEqual(expect.arrayContaining(targets));
  });

  it("tells nothing of the machine it was built on", () => {
    const traces = [root.replace(/[\\/]$/, ""), homedir(), tmpdir()].filter((path) => path.length > 4);
    const telling = packed().filter((path) => {
      const text = readFileSync(join(temporary, "package", path), "utf8");
      return traces.some((trace) => text.includes(trace));
    });
    expect(telling).toEqual([]);
  });
});
