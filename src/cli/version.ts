import { readFileSync } from "node:fs";
import { readJson } from "../documents/json-text.js";

/** From the package's own package.json, two levels up from the source as from the built command. */
export function versionText(): string {
  const read = readJson(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const { version } = Object(read.ok ? read.value : undefined) as { readonly version?: unknown };
  return String(version);
}
