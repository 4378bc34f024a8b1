import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import SummaryReporter from "./summary-reporter.js";

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^vafa$/, replacement: source("index.ts") },
      { find: /^vafa\/async$/, replacement: source("async/evaluate-async.ts") },
      { find: /^vafa\/ledger$/, replacement: source("ledger/ledger.ts") },
    ],
    conditions: ["vafa-source"],
  },
  ssr: { resolve: { conditions: ["vafa-source"] } },
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    pool: "threads",
    // Both cores: left to itself, vitest keeps one for the watcher that is not there.
    maxWorkers: 2,
    // Files share what they import: loading the sources anew for each takes as long as half of the tests.
    isolate: false,
    testTimeout: 120_000,
    // The package is built, packed and removed in hooks: thousands of files, on any disk.
    hookTimeout: 120_000,
    reporters: ["default", new SummaryReporter()],
    typecheck: { enabled: true, include: ["test/types/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
  },
});
