/**
 * Reads CSV (RFC 4180): fields as they are written, spaces and all. A field in quotes may hold commas, line ends, and
 * quotes written twice; lines end with LF or CRLF.
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // One field at a time, with what follows it: a comma, a line end, or the end of the text.
  for (const [, quoted, bare = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (end === "" && row.length === 0 && quoted === undefined && bare === "") break;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
