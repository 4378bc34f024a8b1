import { closeSync, fstatSync, ftruncateSync, openSync, statSync, writeSync } from "node:fs";
import { fileFault } from "./file-fault.js";
import { reasonOf } from "./read-document.js";

/** A file that entries are written to, one a line. */
export interface EntryFile {
  write(entry: object): void;
  /** Writes what is left to write. */
  close(): void;
}

const BUFFER = 262_144;

/** Opens a file for entries and empties it, unless it is one of those that are read; throws a `FileFault`. */
export function openEntryFile(name: string, inputs: readonly string[]): EntryFile {
  let descriptor: number;
  try {
    // Not emptied yet: it may be what is to be read.
    descriptor = openSync(name, "a");
  } catch (error) {
    throw fileFault(name, `cannot be written: ${reasonOf(error)}`);
  }
  const stats = fstatSync(descriptor);
  if (inputs.map((input) => statSync(input)).some(({ dev, ino }) => dev === stats.dev && ino === stats.ino)) {
    closeSync(descriptor);
    throw fileFault(name, "cannot be written: it is a file that is read", "name another for the entries");
  }
  if (stats.isFile()) ftruncateSync(descriptor);
  let lines: string[] = [];
  let length = 0;
  const flush = () => {
    try {
      writeWhole(descriptor, Buffer.from(lines.join("")));
    } catch (error) {
      throw fileFault(name, `cannot be written any further: ${reasonOf(error)}`);
    }
    lines = [];
    length = 0;
  };
  return {
    write(entry) {
      const line = `${JSON.stringify(entry)}\n`;
      lines.push(line);
      length += line.length;
      if (length >= BUFFER) flush();
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}
