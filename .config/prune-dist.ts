import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const IMPORTED = /(?:\bfrom|\brequire\(|\bimport\(|\bimport)\s*["'](\.[^"']+)["']/g;

/**
 * Removes what no door of the package leads to. Every module is built as an entry, so that it keeps a file of its own;
 * the entry itself then only hands that file on, and nobody can import it: half of all files.
 */
export function pruneDist(): void {
  const reached = new Set<string>();
  const open = doors();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path) || !existsSync(path)) continue;
    reached.add(path).add(`${path}.map`);
    for (const [, target = ""] of readFileSync(path, "utf8").matchAll(IMPORTED)) {
      open.push(join(dirname(path), target));
    }
  }
  const dist = join(ROOT, "dist");
  for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
    const path = join(dist, name);
    if (/\.c?js(\.map)?$/.test(name) && !reached.has(path)) rmSync(path);
  }
}

/** All that the manifest names. */
function doors(): string[] {
  const manifest = readFileSync(join(ROOT, "package.json"), "utf8");
  return [...manifest.matchAll(/"\.\/(dist\/[^"]+\.c?js)"/g)].map(([, path = ""]) => join(ROOT, path));
}
