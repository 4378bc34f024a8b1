import { displayWidth } from "./display-width.js";

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

/** One cell; it is painted when it has its width, for colours have none. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

const INDENT = "  ";
const GAP = "   ";

/**
 * Rows under their titles, aligned by what a terminal shows. A column with nothing in it is left out. Right-to-left
 * text belongs into the last columns: left of figures it would carry them along.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly (Cell | string)[])[],
  paintTitle: (text: string) => string,
): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? { text: cell } : cell)));
  const kept = columns.flatMap((column, index) => {
    const texts = cells.map((row) => row[index]?.text ?? "");
    if (texts.every((text) => text === "")) return [];
    return [{ ...column, index, width: Math.max(...[column.title, ...texts].map(displayWidth)) }];
  });
  const line = (cellOf: (index: number, title: string) => Cell): string => {
    const padded = kept.map(({ index, title, align, width }) => {
      const { text, paint = asItIs } = cellOf(index, title);
      const space = " ".repeat(width - displayWidth(text));
      return align === "right" ? space + paint(text) : paint(text) + space;
    });
    return (INDENT + padded.join(GAP)).trimEnd();
  };
  return [
    line((_, title) => ({ text: title, paint: paintTitle })),
    ...cells.map((row) => line((index) => row[index] ?? { text: "" })),
  ];
}

function asItIs(text: string): string {
  return text;
}
