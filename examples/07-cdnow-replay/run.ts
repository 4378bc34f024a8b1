// Lesson 7: eighteen months of a record shop, through a club that it did not have.
//
//   npm run example examples/07-cdnow-replay/run.ts
//   npm run example examples/07-cdnow-replay/run.ts -- --all
//
// The purchases are real: see README.md, which explains what is printed.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "../../src/cli/run-command.js";
import { everyTwentieth, toRows } from "./to-rows.js";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "vafa-lesson-"));
const [purchases = "", members = "", entries = ""] = ["purchases", "members", "entries"].map((name) =>
  join(folder, `${name}.ndjson`),
);

const sample = readFileSync(here("purchases.txt"), "utf8");
const rows = toRows(process.argv.includes("--all") ? sample : everyTwentieth(sample));
writeFileSync(purchases, rows.purchases);
writeFileSync(members, rows.members);

// What `npx vafa replay` runs, and what `npx vafa verify` does.
const replayed = runCommand(
  [
    "replay",
    ...["--program", here("program.json"), "--purchases", purchases, "--members", members],
    ...["--entries", entries, "--until", "1998-06-30T23:59:59-04:00"],
  ],
  process,
);
const verified = runCommand(["verify", entries], process);
rmSync(folder, { recursive: true });
process.exitCode = Math.max(replayed, verified);
