import { readFileSync } from "node:fs";
import { openClub } from "vafa";
import { describe, expect, it } from "vitest";
import { openClubCounts } from "../../src/cli/club-counts.js";
import { lookAhead } from "../../src/cli/kept-sales.js";
import { openLineFile } from "../../src/cli/line-file.js";
import { readRow } from "../../src/cli/read-row.js";
import { type Replay, replayRow } from "../../src/cli/replay-rows.js";
import { openTally } from "../../src/cli/tally.js";
import { CAFE, fileOf } from "./shell.js";

const ROWS = 300;
const MEMBERS = 3;
/** Each tenth sale comes back, five rows later, and twice: one piece and then the other. */
const comesBack = (index: number) => index % 10 === 0;

function rowsOf(): readonly object[] {
  const at = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString();
  const lines = [{ id: "1", unitPrice: "100000", quantity: 2 }];
  return Array.from({ length: ROWS }, (_, index) => {
    const memberId = `m-${index % MEMBERS}`;
    const sold = index - 3;
    const again = index - 6;
    for (const sale of [sold, again]) {
      if (sale < 0 || !comesBack(sale)) continue;
      const refund = { id: `r-${index}`, at: at(index), sale: `t-${sale}` };
      return { memberId, refund: { ...refund, returned: [{ line: "1", quantity: 1 }] } };
    }
    const transaction = { id: `t-${index}`, type: "purchase", at: at(index), currency: "IRT", lines };
    return { memberId, transaction };
  });
}

describe("the memory of a replay", () => {
  const file = fileOf(
    rowsOf()
      .map((row) => JSON.stringify(row))
      .join("\n"),
  );

  it("holds members, and of entries only those of sales that are still to come back", () => {
    const purchases = openLineFile(file);
    const { sales } = lookAhead(purchases, () => {});
    let written = 0;
    const club = openClub(JSON.parse(readFileSync(CAFE.program, "utf8")));
    const replay: Replay = {
      ...{ club, sales, counts: openClubCounts(), shoppers: new Map(), tally: openTally("IRT") },
      write: () => {
        written += 1;
      },
    };
    let most = 0;
    for (const line of purchases.lines()) {
      const read = readRow(line);
      if (!read.ok) throw new Error(`line ${line.number} is faulty`);
      expect(replayRow(replay, read.row, line.number)).toEqual([]);
      most = Math.max(most, sales.size);
    }
    purchases.close();
    const { purchases: sold, refunds } = replay.tally.sums;
    expect({ sold, refunds }).toEqual({ sold: 240, refunds: 60 });
    expect(written).toBeGreaterThanOrEqual(ROWS);
    expect({ members: replay.shoppers.size, most, left: sales.size }).toEqual({
      members: 3,
      most: 1,
      left: 0,
    });
    // What is held of a member is their standing: it has no entries in it.
    for (const shopper of replay.shoppers.values()) {
      expect(Object.keys(shopper).sort()).toEqual(["last", "member", "standing"]);
      expect(JSON.stringify(shopper)).not.toContain("previousHash");
    }
  });

  it("lets a sale go for its last refund, though that is faulty", () => {
    const at = "2026-01-01T10:00:00Z";
    const returned = [{ line: "1", quantity: 1 }];
    const refund = (id: string, when: string) => ({
      memberId: "m",
      refund: { id, at: when, sale: "t", returned },
    });
    const rows = fileOf(
      [refund("r-1", at), refund("r-2", "yesterday")].map((row) => JSON.stringify(row)).join("\n"),
    );
    const purchases = openLineFile(rows);
    const { sales } = lookAhead(purchases, () => {});
    const sale = { entry: {}, request: {} } as never;
    sales.keep("t", sale);
    sales.keep("never back", sale);
    expect(sales.size).toBe(1);
    expect(sales.take("t")).toBe(sale);
    expect(sales.size).toBe(1);
    expect(sales.take("t")).toBe(sale);
    expect([sales.size, sales.take("t")]).toEqual([0, undefined]);
    purchases.close();
  });

  it("holds a piece of the file at a time, wherever lines end", () => {
    // Lines of 1 to 70,000 signs of two bytes each, against pieces of 65,536 bytes.
    const texts = [1, 32_767, 32_768, 32_769, 2, 70_000, 65_535, 3].map((length) => "é".repeat(length));
    const opened = openLineFile(fileOf(texts.join("\n")));
    const lines = [...opened.lines()];
    // Read again from the beginning.
    expect([...opened.lines()]).toEqual(lines);
    opened.close();
    expect(lines.map(({ text }) => text.length)).toEqual(texts.map(({ length }) => length));
    expect(lines.map(({ text }) => text).join("\n")).toBe(texts.join("\n"));
    expect(lines.at(-1)?.end).toBe(opened.size);
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
