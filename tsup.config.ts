import { defineConfig } from "tsup";
import { pruneDist } from "./.config/prune-dist.js";

export default defineConfig([
  {
    name: "library",
    // Every module is an entry: dist keeps one file a module, so an application's bundler drops the
    // modules, and with them the dependencies, that it does not use.
    entry: ["src/**/*.ts", "!src/cli/**"],
    format: ["esm", "cjs"],
    platform: "neutral",
    target: "es2022",
    external: [/^#/, /^node:/],
    removeNodeProtocol: false,
    dts: {
      entry: {
        index: "src/index.ts",
        "async/evaluate-async": "src/async/evaluate-async.ts",
        "ledger/ledger": "src/ledger/ledger.ts",
      },
      // tsup 8 adds `baseUrl`, which TypeScript 6 reports as deprecated: silenced here only.
      compilerOptions: { ignoreDeprecations: "6.0", customConditions: ["vafa-source"] },
    },
    sourcemap: true,
    splitting: true,
    treeshake: true,
    clean: true,
    onSuccess: async () => pruneDist(),
  },
  {
    name: "cli",
    entry: { "cli/main": "src/cli/main.ts" },
    format: ["esm"],
    platform: "node",
    target: "node20",
    dts: false,
    sourcemap: true,
    treeshake: true,
    // The command imports the built library by its own name: no second copy of it in dist.
    external: ["vafa", /^#/],
    removeNodeProtocol: false,
  },
]);
