import type { Paint } from "./paint.js";
import { plain } from "./plain.js";
import type { Complaint } from "./read-document.js";

/** The library tells so many issues at once and no more. */
const MOST_ISSUES = 100;

/** Everything that is wrong with one file: where, what, and what to do. */
export function renderComplaints(file: string, complaints: readonly Complaint[], paint: Paint): string {
  const count = complaints.length === 1 ? "1 issue" : `${complaints.length} issues`;
  const more = complaints.length >= MOST_ISSUES ? ", and there may be more" : "";
  const title = `${paint.red(plain(file))}: ${count}${more}`;
  return [title, ...complaints.flatMap((one) => renderComplaint(one, paint)), ""].join("\n");
}

function renderComplaint(complaint: Complaint, paint: Paint): readonly string[] {
  const { code, path, message, expected, received, hint } = complaint;
  const notes = Object.entries({ expected, received, hint }).flatMap(([name, text]) =>
    text === undefined ? [] : [`    ${paint.dim(`${name}:`.padEnd(9))} ${plain(text)}`],
  );
  const place = path === "" ? "the whole document" : plain(path);
  return [`  ${paint.bold(place)}: ${plain(message)} ${paint.dim(`[${code}]`)}`, ...notes];
}
