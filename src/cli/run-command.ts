import { checkProgram } from "./check-program.js";
import { evaluateFiles } from "./evaluate-files.js";
import { EXIT, type Host } from "./host.js";
import { type Command, readCommand } from "./read-command.js";
import { replayFiles } from "./replay-files.js";
import { showDemo } from "./show-demo.js";
import { USAGE } from "./usage.js";
import { verifyFile } from "./verify-file.js";
import { versionText } from "./version.js";

/** Runs the command that these arguments are; returns the exit code. */
export function runCommand(args: readonly string[], host: Host): number {
  const read = readCommand(args);
  if (read.ok) return dispatch(read.command, host);
  host.stderr.write(`${read.faults.map((fault) => `vafa: ${fault}\n`).join("")}\n${USAGE}`);
  return EXIT.wrongCommand;
}

function dispatch(command: Command, host: Host): number {
  switch (command.name) {
    case "evaluate":
      return evaluateFiles(command, host);
    case "check":
      return checkProgram(command, host);
    case "replay":
      return replayFiles(command, host);
    case "verify":
      return verifyFile(command, host);
    case "demo":
      return showDemo(host);
    case "help":
      host.stdout.write(USAGE);
      return EXIT.fine;
    case "version":
      host.stdout.write(`${versionText()}\n`);
      return EXIT.fine;
  }
}
