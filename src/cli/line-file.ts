import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { fileFault } from "./file-fault.js";
import { type Complaint, reasonOf } from "./read-document.js";

/** A file of lines that is open, and read from its first line as often as it is asked. */
export interface LineFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** One line at a time, blank ones left out: of a file of any length only a piece is in memory. */
  lines(): Generator<Line, void, undefined>;
  close(): void;
}

export interface Line {
  /** From 1, blank ones counted. */
  readonly number: number;
  /** So many bytes of the file have been read with it. */
  readonly end: number;
  readonly text: string;
  /** What is wrong with its bytes; then there is no text. */
  readonly complaint?: Complaint;
}

const CHUNK = 65_536;

/** No document of ours is as long; a longer line would only fill the memory. */
const LONGEST = 16_777_216;

const LINE_END = 0x0a;

/** Opens a file of lines; throws a `FileFault`. */
export function openLineFile(name: string): LineFile {
  let descriptor: number;
  try {
    descriptor = openSync(name, "r");
  } catch (error) {
    throw fileFault(name, `cannot be read: ${reasonOf(error)}`);
  }
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) {
    closeSync(descriptor);
    const message = stats.isDirectory()
      ? "cannot be read: it is a folder"
      : "cannot be read: it is no file on a disk";
    throw fileFault(name, message);
  }
  return {
    name,
    size: stats.size,
    lines: () => readLines(name, descriptor),
    close: () => closeSync(descriptor),
  };
}

function* readLines(name: string, descriptor: number): Generator<Line, void, undefined> {
  const chunk = Buffer.allocUnsafe(CHUNK);
  let parts: Buffer[] = [];
  let length = 0;
  let number = 0;
  let position = 0;
  const finish = (end: number): Line | undefined => {
    const line = lineOf(length > LONGEST ? undefined : Buffer.concat(parts), ++number, end);
    parts = [];
    length = 0;
    return line;
  };
  for (;;) {
    const bytes = chunk.subarray(0, readChunk(name, descriptor, chunk, position));
    if (bytes.length === 0) break;
    let start = 0;
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
      parts.push(bytes.subarray(start, end));
      length += end - start;
      start = end + 1;
      const line = finish(position + start);
      if (line !== undefined) yield line;
    }
    length += bytes.length - start;
    // What is too long is counted only. The chunk is read into again, so the rest of a line is copied.
    parts = length > LONGEST ? [] : [...parts, Buffer.from(bytes.subarray(start))];
    position += bytes.length;
  }
  const last = length === 0 ? undefined : finish(position);
  if (last !== undefined) yield last;
}

function readChunk(name: string, descriptor: number, chunk: Buffer, position: number): number {
  try {
    return readSync(descriptor, chunk, 0, chunk.length, position);
  } catch (error) {
    throw fileFault(name, `cannot be read to its end: ${reasonOf(error)}`);
  }
}

/** A line of these bytes; `undefined` of a blank one. */
function lineOf(bytes: Buffer | undefined, number: number, end: number): Line | undefined {
  const wrong = (code: Complaint["code"], message: string, hint: string): Line => {
    return { number, end, text: "", complaint: { code, path: "", message, hint } };
  };
  if (bytes === undefined) {
    return wrong("size", `is longer than ${LONGEST} bytes`, "each line is one JSON document");
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return wrong("file-encoding", "is not written in UTF-8", "save the file as UTF-8");
  }
  return text.trim() === "" ? undefined : { number, end, text: text.replace(/\r$/, "") };
}
