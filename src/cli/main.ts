#!/usr/bin/env node
import { runCommand } from "./run-command.js";

// Whoever reads us, such as `head`, may have enough before the end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = runCommand(process.argv.slice(2), process);
