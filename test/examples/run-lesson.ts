import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a lesson as its first lines say; returns what it prints. */
export function runLesson(lesson: string): readonly string[] {
  const args = ["--conditions", "vafa-source", "--import", "tsx", `examples/${lesson}/run.ts`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.trimEnd().split("\n");
}
