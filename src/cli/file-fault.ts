import type { Complaint } from "./read-document.js";

/** A file that cannot be read, or written, any further. */
export class FileFault extends Error {
  constructor(
    readonly file: string,
    readonly complaint: Complaint,
  ) {
    super(complaint.message);
    this.name = "FileFault";
  }
}

export function fileFault(file: string, message: string, hint?: string): FileFault {
  const complaint = { code: "file-unreadable", path: "", message } as const;
  return new FileFault(file, hint === undefined ? complaint : { ...complaint, hint });
}
