import type { Club } from "vafa";
import { openClubCounts } from "./club-counts.js";
import { type EntryFile, openEntryFile } from "./entry-file.js";
import { FileFault } from "./file-fault.js";
import { EXIT, type Host } from "./host.js";
import { type KeptSales, lookAhead } from "./kept-sales.js";
import { openFaultList } from "./line-fault.js";
import { type LineFile, openLineFile } from "./line-file.js";
import { openProgram } from "./open-program.js";
import { paintFor } from "./paint.js";
import { type ProgressBar, progressBar } from "./progress-bar.js";
import { type Profile, readMembers } from "./read-members.js";
import { readRow } from "./read-row.js";
import { renderComplaints } from "./render-complaints.js";
import { renderFaults } from "./render-faults.js";
import { renderReplay } from "./render-replay.js";
import { type Passage, reportOf } from "./replay-report.js";
import { type Replay, replayRow, replayTime, type Shopper } from "./replay-rows.js";
import { openTally } from "./tally.js";

export interface ReplayFiles {
  readonly program: string;
  readonly purchases: string;
  readonly members: string | undefined;
  readonly entries: string | undefined;
  readonly until: string | undefined;
  readonly as: "text" | "json";
}

/** `vafa replay`: takes a file of purchases through a program, row by row, and tells what it came to. */
export function replayFiles(files: ReplayFiles, host: Host): number {
  const bar = progressBar(host);
  try {
    return replayOpened(files, host, bar);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    bar.clear();
    host.stderr.write(renderComplaints(error.file, [error.complaint], paintFor("stderr", host)));
    return EXIT.wrongDocuments;
  }
}

function replayOpened(files: ReplayFiles, host: Host, bar: ProgressBar): number {
  const paint = paintFor("stderr", host);
  const opened = openProgram(files.program);
  if (!opened.ok) {
    host.stderr.write(renderComplaints(files.program, opened.complaints, paint));
    return EXIT.wrongDocuments;
  }
  const members = files.members === undefined ? NOBODY : readMembers(files.members);
  if (!members.ok) {
    host.stderr.write(`${renderFaults(members.faults, members.count, paint).join("\n")}\n`);
    return EXIT.wrongDocuments;
  }
  const purchases = openLineFile(files.purchases);
  let entries: EntryFile | undefined;
  try {
    const { sales, wrong } = lookAhead(purchases, (end) => bar.show("look", end, purchases.size));
    if (wrong !== undefined) throw new FileFault(purchases.name, wrong);
    entries = files.entries === undefined ? undefined : openEntryFile(files.entries, inputsOf(files));
    const replay = openReplay(opened.club, members.profiles, sales, entries);
    const passage = replayAll(replay, { purchases, files, profiles: members.profiles }, bar);
    entries?.close();
    bar.clear();
    const report = reportOf(replay, passage);
    host.stdout.write(
      files.as === "json"
        ? `${JSON.stringify(report, null, 2)}\n`
        : renderReplay(report, opened.club, paintFor("stdout", host)),
    );
    return passage.faults.count === 0 ? EXIT.fine : EXIT.wrongDocuments;
  } finally {
    purchases.close();
  }
}

function inputsOf({ members, program, purchases }: ReplayFiles): readonly string[] {
  return [program, purchases, ...(members === undefined ? [] : [members])];
}

const NOBODY = { ok: true, profiles: new Map<string, Profile>() } as const;

function openReplay(
  club: Club,
  profiles: ReadonlyMap<string, Profile>,
  sales: KeptSales,
  entries: EntryFile | undefined,
): Replay {
  const shoppers = [...profiles].map(([id, { member }]): [string, Shopper] => {
    const { standing, ...profile } = member;
    return [id, { member: profile, standing }];
  });
  return {
    club,
    sales,
    counts: openClubCounts(),
    shoppers: new Map(shoppers),
    tally: openTally(club.program.currency.code),
    write: (entry) => entries?.write(entry),
  };
}

interface Read {
  readonly purchases: LineFile;
  readonly files: ReplayFiles;
  readonly profiles: ReadonlyMap<string, Profile>;
}

/** All rows, and then the time up to the end. */
function replayAll(replay: Replay, { purchases, files, profiles }: Read, bar: ProgressBar): Passage {
  const faults = openFaultList();
  const end = files.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(files.until);
  let later = 0;
  let first: string | undefined;
  let last: string | undefined;
  for (const line of purchases.lines()) {
    const read = readRow(line);
    bar.show("replay", line.end, purchases.size);
    const at = read.ok && typeof read.row.at === "string" ? read.row.at : undefined;
    if (at !== undefined && Date.parse(at) > end) {
      later += 1;
      continue;
    }
    const complaints = read.ok ? replayRow(replay, read.row, line.number) : read.complaints;
    if (complaints.length > 0) {
      faults.add({ file: purchases.name, line: line.number, complaints });
      continue;
    }
    if (first === undefined || Date.parse(at ?? "") < Date.parse(first)) first = at;
    if (last === undefined || Date.parse(at ?? "") > Date.parse(last)) last = at;
  }
  const until = files.until ?? last;
  if (until !== undefined) {
    let passed = 0;
    for (const [id, complaints] of replayTime(replay, until)) {
      bar.show("time", ++passed, replay.shoppers.size);
      if (complaints.length === 0) continue;
      const profile = profiles.get(id);
      const line = profile?.line ?? replay.shoppers.get(id)?.last?.line ?? 0;
      const file = profile === undefined ? purchases.name : (files.members ?? "");
      faults.add({ file, line, complaints });
    }
  }
  return { from: first, until, later, faults };
}
