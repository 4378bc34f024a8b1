import type { LineFault } from "./line-fault.js";
import type { Paint } from "./paint.js";
import { plain } from "./plain.js";

/** Lines that are wrong, each with its first issue; of more than are told, how many there are. */
export function renderFaults(faults: readonly LineFault[], count: number, paint: Paint): readonly string[] {
  const lines = faults.flatMap(({ complaints, file, line }) => {
    const [first, ...others] = complaints;
    if (first === undefined) return [];
    const { code, expected, hint, message, path, received } = first;
    const place = path === "" ? "" : ` ${paint.bold(plain(path))}`;
    const more = others.length === 0 ? "" : `, and ${others.length} more`;
    const notes = Object.entries({ expected, received, hint }).flatMap(([name, text]) =>
      text === undefined ? [] : [`    ${paint.dim(`${name}:`.padEnd(9))} ${plain(text)}`],
    );
    const title = `  ${paint.red(`${plain(file)}:${line}`)}${place}: ${plain(message)} ${paint.dim(`[${code}]`)}${more}`;
    return [title, ...notes];
  });
  const rest = count - faults.length;
  const more = rest === 0 ? [] : [`  and ${rest} more`];
  return [paint.bold(paint.red(`Faulty lines: ${count}`)), ...lines, ...more];
}
