import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Who holds it builds: two test files may want `dist/` at once. */
const BUILDING = join(ROOT, ".tmp/building");

/** Builds `dist/` unless it is newer than every source, and than what says how it is built. */
export async function buildIfStale(): Promise<void> {
  mkdirSync(dirname(BUILDING), { recursive: true });
  while (existsSync(BUILDING) && !isAbandoned()) await sleep(200);
  if (!isStale()) return;
  rmSync(BUILDING, { recursive: true, force: true });
  try {
    mkdirSync(BUILDING);
  } catch {
    return buildIfStale();
  }
  try {
    npm(["run", "build"], ROOT);
  } finally {
    rmSync(BUILDING, { recursive: true, force: true });
  }
}

/** No build takes so long: whoever began it was stopped. */
function isAbandoned(): boolean {
  const { mtimeMs } = statSync(BUILDING, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
  return mtimeMs < Date.now() - 5 * 60_000;
}

function isStale(): boolean {
  const built = join(ROOT, "dist/index.js");
  const source = join(ROOT, "src");
  const sources = [
    ...readdirSync(source, { recursive: true, encoding: "utf8" }).map((path) => join(source, path)),
    ...["package.json", "tsconfig.json", "tsup.config.ts", ".config/prune-dist.ts"].map((path) =>
      join(ROOT, path),
    ),
  ];
  const newest = Math.max(...sources.map((path) => statSync(path).mtimeMs));
  return !existsSync(built) || statSync(built).mtimeMs < newest;
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

export function npm(args: readonly string[], cwd: string): void {
  const command = process.platform === "win32" ? "npm.cmd" : "npm";
  const shell = process.platform === "win32";
  execFileSync(command, args, { cwd, stdio: "pipe", shell, timeout: 10 * 60_000 });
}
