import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { digestOfDecisions } from "./decide-fifty.js";

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL("decide-fifty.ts", import.meta.url));

/** Every zone and every language, though not every pair. */
const MACHINES = [
  { TZ: "UTC", LANG: "C" },
  { TZ: "Pacific/Apia", LANG: "tr_TR.UTF-8" },
  { TZ: "Asia/Tehran", LANG: "fa_IR.UTF-8" },
];
const ELSEWHERE = { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8" };

async function digestOn(machine: { readonly TZ: string; readonly LANG: string }, ...args: readonly string[]) {
  const env = { ...process.env, ...machine, LC_ALL: machine.LANG };
  const flags = ["--conditions", "vafa-source", "--import", "tsx"];
  const { stdout } = await run(process.execPath, [...flags, SCRIPT, ...args], { env });
  return stdout;
}

describe("decisions are the same", () => {
  it("on machines of every time zone and language", async () => {
    const digests = await Promise.all(MACHINES.map((machine) => digestOn(machine)));
    expect(new Set([digestOfDecisions(), ...digests]).size).toBe(1);
  });

  it("where there is no clock and no random source", async () => {
    expect(await digestOn(ELSEWHERE, "--without-clock")).toBe(digestOfDecisions());
  });
});
