import { readFileSync } from "node:fs";
import type { Issue } from "vafa";
import { readJson } from "../documents/json-text.js";

/** What is wrong with a file: the library's issues, and those that only a file can have. */
export interface Complaint extends Omit<Issue, "code"> {
  readonly code: Issue["code"] | "file-encoding" | "file-unreadable";
}

export type DocumentRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads a file as JSON in UTF-8. */
export function readDocument(file: string): DocumentRead {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return wrong("file-unreadable", `cannot be read: ${reasonOf(error)}`);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return wrong("file-encoding", "is not written in UTF-8", "save it as UTF-8");
  }
  const read = readJson(text);
  return read.ok ? read : { ok: false, complaints: read.issues };
}

function wrong(code: Complaint["code"], message: string, hint?: string): DocumentRead {
  const complaint = { code, path: "", message };
  return { ok: false, complaints: [hint === undefined ? complaint : { ...complaint, hint }] };
}

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "there is no such file"],
  ["ENOTDIR", "there is no such file"],
  ["EISDIR", "it is a folder"],
  ["EACCES", "this user may not read it"],
  ["EPERM", "this user may not read it"],
]);

/** Why the system cannot open a file, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  return REASONS.get(code) ?? String(code ?? message);
}
