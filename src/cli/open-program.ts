import { type Club, ClubError, openClub } from "vafa";
import { type Complaint, readDocument } from "./read-document.js";

export type ProgramOpened =
  | { readonly ok: true; readonly club: Club }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Opens the program in a file. */
export function openProgram(file: string): ProgramOpened {
  const read = readDocument(file);
  if (!read.ok) return read;
  try {
    return { ok: true, club: openClub(read.value) };
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return { ok: false, complaints: error.issues };
  }
}
