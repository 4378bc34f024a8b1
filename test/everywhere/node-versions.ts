import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NODE_IMPORTERS } from "./importers.js";
import type { Outcome } from "./outcome.js";
import { npm } from "./pack-library.js";

/** Beside the running one. Exact, so that a run can be repeated. */
const OTHERS = ["22.23.3", "24.21.0"] as const;

/** Each in a zone and a locale of its own, for neither may change a decision. */
const PLACES = [
  { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8" },
  { TZ: "America/St_Johns", LANG: "fa_IR.UTF-8" },
  { TZ: "UTC", LANG: "C" },
] as const;

/** Runs both importers of the project on each version of Node. Versions that npm cannot get here are skipped. */
export function runOnNodes(project: string): readonly Outcome[] {
  for (const { file, code } of Object.values(NODE_IMPORTERS)) writeFileSync(join(project, file), code);
  const nodes = [
    { version: process.versions.node, path: process.execPath },
    ...OTHERS.map(fetchNode(project)),
  ];
  return nodes.flatMap(({ version, path }, place) =>
    Object.entries(NODE_IMPORTERS).map(([kind, { file }]): Outcome => {
      const where = `Node ${version}, ${kind}`;
      if (path === undefined) return { where, skipped: "npm could not get it here" };
      const { status, stdout, stderr, error } = spawnSync(path, [file], {
        cwd: project,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, NODE_OPTIONS: "", ...PLACES[place % PLACES.length] },
      });
      if (status === 0 && stdout !== "") return { where, told: stdout };
      return { where, failed: error?.message ?? stderr };
    }),
  );
}

/** Node itself is on npm, one package a platform, without scripts that run when it is installed. */
function fetchNode(project: string) {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const executable = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  return (version: string): { readonly version: string; readonly path: string | undefined } => {
    const name = `node-${platform}-${process.arch}`;
    const folder = join(project, `node-${version}`);
    try {
      const quick = ["--no-save", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1"];
      npm(["install", "--prefix", folder, ...quick, `${name}@${version}`], project);
    } catch {
      return { version, path: undefined };
    }
    const path = join(folder, "node_modules", name, executable);
    return { version, path: existsSync(path) ? path : undefined };
  };
}
