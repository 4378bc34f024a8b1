import type { Entry } from "vafa";
import type { LineFile } from "./line-file.js";
import type { Complaint } from "./read-document.js";
import { readRow } from "./read-row.js";

/** A sale that something will come back of. */
export interface KeptSale {
  readonly entry: Entry;
  /** What it was decided on. */
  readonly request: object;
}

/** The sales that later rows refund, each until its last refund: no other entry is kept. */
export interface KeptSales {
  /** Keeps a sale if it is to come back. */
  keep(id: string, sale: KeptSale): void;
  /** The sale for one of its refunds; for the last of them it is let go. */
  take(id: string): KeptSale | undefined;
  /** How many are kept now. */
  readonly size: number;
}

/** A first look at the file: which sales come back, and how often; or why it is no file of rows at all. */
export function lookAhead(
  file: LineFile,
  seen: (end: number) => void,
): { readonly sales: KeptSales; readonly wrong: Complaint | undefined } {
  const refunds = new Map<string, number>();
  let lines = 0;
  let documents = 0;
  for (const line of file.lines()) {
    const read = readRow(line);
    lines += 1;
    if (read.ok || !read.complaints.some(isNoObject)) documents += 1;
    if (read.ok && read.row.kind === "refund") {
      refunds.set(read.row.sale, (refunds.get(read.row.sale) ?? 0) + 1);
    }
    seen(line.end);
  }
  return { sales: keepSales(refunds), wrong: lines > 0 && documents === 0 ? NO_ROWS : undefined };
}

/** Nothing on the line could be a row, whatever it says. */
function isNoObject({ code, path }: Complaint): boolean {
  return code === "json-syntax" || code === "file-encoding" || (code === "type" && path === "");
}

const NO_ROWS: Complaint = {
  code: "json-syntax",
  path: "",
  message: "is no NDJSON: none of its lines is a row",
  expected: '{ "memberId": "m-1", "transaction": { ... } }, one a line',
  hint: "a list of rows is no NDJSON: write each of them on a line of its own",
};

function keepSales(refunds: Map<string, number>): KeptSales {
  const kept = new Map<string, KeptSale>();
  return {
    get size() {
      return kept.size;
    },
    keep(id, sale) {
      if (refunds.has(id)) kept.set(id, sale);
    },
    take(id) {
      const sale = kept.get(id);
      const left = (refunds.get(id) ?? 0) - 1;
      refunds.set(id, left);
      if (left > 0) return sale;
      refunds.delete(id);
      kept.delete(id);
      return sale;
    },
  };
}
