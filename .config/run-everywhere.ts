import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleImporter } from "../test/everywhere/bundle-importer.js";
import { runInChromium } from "../test/everywhere/chromium.js";
import { BROWSER_IMPORTER, readCases } from "../test/everywhere/importers.js";
import { runOnNodes } from "../test/everywhere/node-versions.js";
import type { Outcome } from "../test/everywhere/outcome.js";
import { buildIfStale, openProject, packLibrary, ROOT } from "../test/everywhere/pack-library.js";

// Packs what is built, decides the same purchases wherever it is said to run, and compares the bytes.

const temporary = mkdtempSync(join(tmpdir(), "vafa-everywhere-"));
const print = (text: string) => process.stdout.write(`${text}\n`);
try {
  await buildIfStale();
  const project = join(temporary, "project");
  openProject(project, packLibrary(ROOT, join(temporary, "packed")));
  const cases = readCases();
  writeFileSync(join(project, "cases.json"), JSON.stringify(cases));

  const requests = cases.reduce((sum, one) => sum + one.requests.length, 0);
  print(
    `${cases.length} clubs, ${requests} purchases, by the packed library; SHA-256 of all that was decided:`,
  );
  const outcomes = [...runOnNodes(project), await decideInBrowser(project)];
  for (const outcome of outcomes) print(`  ${outcome.where.padEnd(28)} ${verdictOf(outcome)}`);

  const hashes = outcomes.flatMap((outcome) => ("told" in outcome ? [hashOf(outcome.told)] : []));
  const isSame = new Set(hashes).size === 1 && outcomes.every((outcome) => !("failed" in outcome));
  const places = `${hashes.length} of ${outcomes.length} places`;
  print(isSame ? `the same in ${places}` : `NOT the same: decided in ${places}`);
  if (!isSame) process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function decideInBrowser(project: string): Promise<Outcome> {
  const where = "a browser";
  const { text, minified } = await bundleImporter(BROWSER_IMPORTER, project).catch((error: unknown) => ({
    text: undefined,
    minified: String(error),
  }));
  if (text === undefined) return { where, failed: `esbuild: ${minified}` };
  if (/["'`]node:/.test(text)) return { where, failed: "the bundle asks for a module of Node's" };
  return runInChromium(text);
}

function verdictOf(outcome: Outcome): string {
  if ("skipped" in outcome) return `skipped: ${outcome.skipped}`;
  return "told" in outcome ? hashOf(outcome.told) : `FAILED: ${outcome.failed}`;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
