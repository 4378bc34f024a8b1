import { verifyLedger } from "vafa/ledger";
import { amountText } from "./amount-text.js";
import { FileFault } from "./file-fault.js";
import { EXIT, type Host } from "./host.js";
import { type LineFile, openLineFile } from "./line-file.js";
import { paintFor } from "./paint.js";
import { type ProgressBar, progressBar } from "./progress-bar.js";
import type { Complaint } from "./read-document.js";
import { readLine } from "./read-line.js";
import { renderComplaints } from "./render-complaints.js";
import { renderFaults } from "./render-faults.js";

/** `vafa verify`: follows the chains of all members through a file of entries. */
export function verifyFile({ file }: { readonly file: string }, host: Host): number {
  const bar = progressBar(host);
  try {
    const entries = openLineFile(file);
    try {
      return tellVerified(entries, host, bar);
    } finally {
      entries.close();
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    bar.clear();
    host.stderr.write(renderComplaints(error.file, [error.complaint], paintFor("stderr", host)));
    return EXIT.wrongDocuments;
  }
}

function tellVerified(file: LineFile, host: Host, bar: ProgressBar): number {
  const reading: Reading = { line: 0, complaints: [], fault: undefined };
  const verified = verifyLedger(documentsOf(file, reading, bar));
  bar.clear();
  if (reading.fault !== undefined) throw reading.fault;
  const { line } = reading;
  if (verified.ok && reading.complaints.length === 0) {
    const paint = paintFor("stdout", host);
    const counts = `${amountText(`${verified.entries}`)} entries of ${amountText(`${verified.heads.length}`)} members`;
    host.stdout.write(`${paint.green("sound")}  ${counts}\n`);
    return EXIT.fine;
  }
  const paint = paintFor("stderr", host);
  const complaints = verified.ok ? reading.complaints : verified.issues;
  const place = verified.ok
    ? ["the line is no entry"]
    : [
        `member   ${verified.memberId || "unknown"}`,
        `sequence ${verified.sequence}`,
        `reason   ${verified.reason}`,
      ];
  const title = paint.red(paint.bold("not sound"));
  const text = [
    title,
    ...place.map((row) => `  ${row}`),
    ...renderFaults([{ file: file.name, line, complaints }], 1, paint),
  ];
  host.stderr.write(`${text.join("\n")}\n`);
  return EXIT.wrongDocuments;
}

/** Where the reading stands, and why it has ended early. */
interface Reading {
  line: number;
  complaints: readonly Complaint[];
  fault: FileFault | undefined;
}

/** One document after the other; it ends before a line that is none, for nothing can be said of what follows. */
function* documentsOf(
  file: LineFile,
  reading: Reading,
  bar: ProgressBar,
): Generator<unknown, void, undefined> {
  try {
    for (const line of file.lines()) {
      reading.line = line.number;
      bar.show("verify", line.end, file.size);
      const read = readLine(line);
      if (!read.ok) {
        reading.complaints = read.complaints;
        return;
      }
      yield read.value;
    }
  } catch (error) {
    // The ledger tells only that a source has failed: why is told here.
    if (!(error instanceof FileFault)) throw error;
    reading.fault = error;
  }
}
