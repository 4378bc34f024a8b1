import type { Host } from "./host.js";

/** How far a long command has come, for whoever sits before a terminal; anywhere else nothing is shown. */
export interface ProgressBar {
  show(what: string, done: number, all: number): void;
  clear(): void;
}

const WIDTH = 30;

export function progressBar({ env, stderr }: Host): ProgressBar {
  const isShown = stderr.isTTY === true && env.TERM !== "dumb";
  if (!isShown) return { show: () => {}, clear: () => {} };
  let shown = "";
  return {
    show(what, done, all) {
      const percent = all === 0 ? 100 : Math.floor((done * 100) / all);
      const filled = Math.floor((percent * WIDTH) / 100);
      const bar = `${what} [${"=".repeat(filled)}${" ".repeat(WIDTH - filled)}] ${percent} %`;
      if (bar === shown) return;
      shown = bar;
      // Back to the beginning of the line, and away with what stood there.
      stderr.write(`\r\u001b[K${bar}`);
    },
    clear() {
      if (shown !== "") stderr.write("\r\u001b[K");
      shown = "";
    },
  };
}
