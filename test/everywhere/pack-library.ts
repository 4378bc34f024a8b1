import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Builds `dist/` unless it is newer than every source. */
export function buildIfStale(): void {
  const built = join(ROOT, "dist/index.js");
  const source = join(ROOT, "src");
  const sources = readdirSync(source, { recursive: true, encoding: "utf8" }).map((path) =>
    join(source, path),
  );
  const newest = Math.max(...sources.map((path) => statSync(path).mtimeMs));
  if (!existsSync(built) || statSync(built).mtimeMs < newest) npm(["run", "build"], ROOT);
}

/** Packs the library as built in `from`, and unpacks the tarball in `into`. Returns the unpacked folder. */
export function packLibrary(from: string, into: string): string {
  mkdirSync(into, { recursive: true });
  npm(["pack", "--ignore-scripts", "--pack-destination", into], from);
  const tarball = readdirSync(into).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error(`npm pack left no tarball in ${into}`);
  execFileSync("tar", ["-xzf", tarball], { cwd: into });
  return join(into, "package");
}

/** An empty project with the packed library in it. Its dependencies are linked from here: no network. */
export function openProject(folder: string, packed: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  cpSync(packed, join(modules, "vafa"), { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name), "junction");
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
}

/** Builds a copy of the sources, for other tests may be building `dist/` meanwhile. Without types: they are not run. */
export function buildCopy(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const parts = ["src", "examples", "docs/program.schema.json", "package.json", "tsconfig.json"];
  for (const part of [...parts, "tsup.config.ts"]) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  npm(["run", "build", "--", "--no-dts", "--no-sourcemap"], folder);
}

export function npm(args: readonly string[], cwd: string): void {
  const command = process.platform === "win32" ? "npm.cmd" : "npm";
  const shell = process.platform === "win32";
  execFileSync(command, args, { cwd, stdio: "pipe", shell, timeout: 10 * 60_000 });
}
