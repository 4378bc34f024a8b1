import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { threadId } from "node:worker_threads";
import { runCommand } from "../../src/cli/run-command.js";

/** What a command wrote, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly isTTY?: boolean;
  readonly env?: { readonly [name: string]: string };
}

/** Runs the command in this process. */
export function vafa(args: readonly string[], { isTTY = false, env = {} }: Surroundings = {}): Ran {
  const written = { out: "", err: "" };
  const output = (name: "out" | "err") => ({
    isTTY,
    write(text: string) {
      written[name] += text;
    },
  });
  const code = runCommand(args, { stdout: output("out"), stderr: output("err"), env });
  return { code, ...written };
}

export const CAFE = {
  program: fileURLToPath(new URL("../../examples/01-cafe/program.json", import.meta.url)),
  request: fileURLToPath(new URL("../../examples/01-cafe/request.json", import.meta.url)),
} as const;

// One for each worker, and the same in every run: test files share this module, so none of them can clear it away.
const folder = join(tmpdir(), `vafa-cli-${process.pid}-${threadId}`);
mkdirSync(folder, { recursive: true });
let files = 0;

/** Writes a document of its own for one test; a text or bytes are written as they are. */
export function fileOf(document: unknown): string {
  const file = join(folder, `${++files}.json`);
  const isRaw = typeof document === "string" || document instanceof Uint8Array;
  writeFileSync(file, isRaw ? document : JSON.stringify(document));
  return file;
}
