import { EXIT, type Host } from "./host.js";
import { nameText } from "./name-texts.js";
import { openProgram } from "./open-program.js";
import { paintFor } from "./paint.js";
import { renderComplaints } from "./render-complaints.js";

/** `vafa check`: tells everything that is wrong with a program, or what it is. */
export function checkProgram(files: { readonly program: string }, host: Host): number {
  const opened = openProgram(files.program);
  if (!opened.ok) {
    host.stderr.write(renderComplaints(files.program, opened.complaints, paintFor("stderr", host)));
    return EXIT.wrongDocuments;
  }
  const { program, hash } = opened.club;
  const { id, version, offers, wallets = [], currency, timeZone, calendar } = program;
  const paint = paintFor("stdout", host);
  const counts = `${count(offers, "offer")}, ${count(wallets, "wallet")}`;
  host.stdout.write(
    [
      `${paint.green("fine")}  ${[`${id} ${version}`, nameText(program.name)].filter((text) => text !== "").join(" · ")}`,
      `      ${counts}; ${currency.code} with ${currency.digits} decimals, ${timeZone}, ${calendar} calendar`,
      `      hash ${hash}`,
      "",
    ].join("\n"),
  );
  return EXIT.fine;
}

function count(list: readonly unknown[], name: string): string {
  return `${list.length} ${name}${list.length === 1 ? "" : "s"}`;
}
