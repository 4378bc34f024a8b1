import { type Club, ClubError, type Decision, type Request } from "vafa";
import { EXIT, type Host } from "./host.js";
import { openProgram } from "./open-program.js";
import { paintFor } from "./paint.js";
import { type Complaint, readDocument } from "./read-document.js";
import { renderComplaints } from "./render-complaints.js";
import { renderDecision } from "./render-decision.js";

interface Files {
  readonly program: string;
  readonly request: string;
  readonly as: "text" | "json";
}

/** `vafa evaluate`: decides the purchase in one file by the program in another. */
export function evaluateFiles(files: Files, host: Host): number {
  const opened = openProgram(files.program);
  const read = readDocument(files.request);
  const tell = (file: string, complaints: readonly Complaint[]) => {
    host.stderr.write(renderComplaints(file, complaints, paintFor("stderr", host)));
    return EXIT.wrongDocuments;
  };
  if (!opened.ok) tell(files.program, opened.complaints);
  if (!read.ok) tell(files.request, read.complaints);
  if (!opened.ok || !read.ok) return EXIT.wrongDocuments;

  const decided = decide(opened.club, read.value);
  if (!decided.ok) return tell(files.request, decided.complaints);
  const { decision } = decided;
  if (files.as === "json") {
    host.stdout.write(`${JSON.stringify(decision, null, 2)}\n`);
    return EXIT.fine;
  }
  // What was decided was read as a request.
  const request = read.value as Request;
  host.stdout.write(renderDecision({ club: opened.club, request, decision }, paintFor("stdout", host)));
  return EXIT.fine;
}

type Decided =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

function decide(club: Club, request: unknown): Decided {
  try {
    return { ok: true, decision: club.evaluate(request) };
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return { ok: false, complaints: error.issues };
  }
}
