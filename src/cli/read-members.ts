import type { Member } from "vafa";
import { type LineFault, openFaultList } from "./line-fault.js";
import { openLineFile } from "./line-file.js";
import type { Complaint } from "./read-document.js";
import { readLine } from "./read-line.js";

/** A member's profile, and the line it stands on. */
export interface Profile {
  readonly member: Member;
  readonly line: number;
}

export type MembersRead =
  | { readonly ok: true; readonly profiles: ReadonlyMap<string, Profile> }
  | { readonly ok: false; readonly faults: readonly LineFault[]; readonly count: number };

/** Reads a file of members, one a line; the library reads what each line says when it first meets the member. */
export function readMembers(file: string): MembersRead {
  const opened = openLineFile(file);
  const profiles = new Map<string, Profile>();
  const faults = openFaultList();
  try {
    for (const line of opened.lines()) {
      const read = readLine(line);
      const complaint = read.ok ? enter(profiles, read.value, line.number) : undefined;
      const complaints = read.ok ? (complaint === undefined ? [] : [complaint]) : read.complaints;
      if (complaints.length > 0) faults.add({ file, line: line.number, complaints });
    }
  } finally {
    opened.close();
  }
  return faults.count > 0 ? { ok: false, faults: faults.first, count: faults.count } : { ok: true, profiles };
}

function enter(profiles: Map<string, Profile>, document: unknown, line: number): Complaint | undefined {
  const { id } = Object(document) as { readonly id?: unknown };
  if (typeof id !== "string") {
    const hint = 'a member is written as { "id": "m-1", "birthDate": "1990-10-04" }';
    return { code: "required", path: "/id", message: "is missing, or no text", hint };
  }
  const known = profiles.get(id);
  if (known !== undefined) {
    return { code: "duplicate-id", path: "/id", message: `the member stands in line ${known.line} already` };
  }
  // What it says beside the id, the library reads.
  profiles.set(id, { member: document as Member, line });
  return undefined;
}
