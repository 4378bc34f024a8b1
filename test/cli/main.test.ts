import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CAFE, vafa } from "./shell.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

function spawned(...args: readonly string[]) {
  const node = ["--conditions", "vafa-source", "--import", "tsx", "src/cli/main.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { cwd: root, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

describe("the command from its sources", () => {
  it("does as it does within a process, and colours no pipe", () => {
    const args = ["evaluate", "--program", CAFE.program, "--request", CAFE.request];
    expect(spawned(...args)).toEqual(vafa(args));
  });

  it("hands on exit codes 1 and 2", () => {
    expect(spawned("check", "--program", "no-such-file.json").code).toBe(1);
    expect(spawned("nonsense").code).toBe(2);
  });
});
