import type { Host } from "./host.js";

/** How a text is set off; on anything but a terminal not at all. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  green(text: string): string;
  red(text: string): string;
}

/** Colours only on a terminal, and none where NO_COLOR says so (https://no-color.org) or the terminal has none. */
export function paintFor(stream: "stdout" | "stderr", host: Host): Paint {
  const { NO_COLOR: refused = "", TERM: terminal } = host.env;
  const inColour = host[stream].isTTY === true && refused === "" && terminal !== "dumb";
  const coded = (on: number, off: number) => (text: string) =>
    inColour && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: coded(1, 22), dim: coded(2, 22), green: coded(32, 39), red: coded(31, 39) };
}
