import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { everyTwentieth, toRows } from "../../examples/07-cdnow-replay/to-rows.js";
import { runLesson } from "./run-lesson.js";

const folder = new URL("../../examples/07-cdnow-replay/", import.meta.url);
const sample = readFileSync(new URL("purchases.txt", folder), "utf8");
const text = everyTwentieth(sample);
const readme = readFileSync(new URL("README.md", folder), "utf8");

/** The rows by another way than the lesson's: the columns stand at fixed places. */
const rows = text
  .split("\n")
  .map((line) => line.replace("\r", ""))
  .filter((line) => line !== "")
  .map((line) => ({
    customer: line.slice(1, 6),
    inSample: Number(line.slice(7, 11)),
    dollars: line.slice(23),
  }));

describe("the sample", () => {
  it("is as it was published, line ends too", () => {
    expect(sample.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(sample.trim().split("\r\n")).toHaveLength(6_919);
  });

  it("is shown by every twentieth customer", () => {
    expect(rows).toHaveLength(367);
    expect(new Set(rows.map(({ customer }) => customer)).size).toBe(117);
    expect([...new Set(rows.map(({ inSample }) => inSample % 20))]).toEqual([0]);
  });
});

describe("the rows of the replay", () => {
  const { purchases, members } = toRows(text);
  const lines = purchases.split("\n").slice(0, -1);

  it("are one for each purchase, and a member for each customer", () => {
    expect(lines.map((line) => JSON.parse(line).memberId)).toEqual(rows.map(({ customer }) => customer));
    expect(members.split("\n").slice(0, -1)).toHaveLength(117);
    const ids = lines.map((line) => JSON.parse(line).transaction.id);
    expect(new Set(ids).size).toBe(367);
    const cents = (dollars: string) => Number(dollars.trim().replace(".", ""));
    const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + cents(amount), 0);
    expect(sum(lines.map((line) => JSON.parse(line).transaction.lines[0].amount))).toBe(1_409_948);
    expect(sum(rows.map(({ dollars }) => dollars))).toBe(1_409_948);
  });

  it("pay with what there is", () => {
    expect(JSON.parse(lines[0] ?? "").transaction).toMatchObject({
      ...{ type: "purchase", currency: "USD", redeem: [{ wallet: "points", amount: "max" }] },
    });
  });
});

describe("07-cdnow-replay", () => {
  const printed = runLesson("07-cdnow-replay");
  const [, shown = ""] = /^```text\n([\s\S]*?)^```$/m.exec(readme) ?? [];

  it("prints what its README shows", () => {
    expect(printed).toEqual(shown.trimEnd().split("\n"));
  });

  it("adds up as the README says", () => {
    const figure = (pattern: RegExp) =>
      Number((pattern.exec(printed.join("\n"))?.[1] ?? "").replaceAll(",", ""));
    const [accrued, redeemed, lapsed, held] = /^ {2}points +([\d,]+) +([\d,]+) +([\d,]+) +([\d,]+) +Points$/m
      .exec(printed.join("\n"))
      ?.slice(1)
      .map((text) => Number(text.replaceAll(",", ""))) ?? [0, 0, 0, 0];
    expect((accrued ?? 0) - (redeemed ?? 0) - (lapsed ?? 0)).toBe(held);
    expect(figure(/points +[\d,]+ +([\d,]+) points/) + figure(/miss-you +[\d,]+ +([\d,]+) points/)).toBe(
      accrued,
    );
    const months = printed.flatMap((line) => /^ {2}points +199\d-\d\d +([\d,]+) +\d+$/.exec(line)?.[1] ?? []);
    expect(months.reduce((sum, amount) => sum + Number(amount.replaceAll(",", "")), 0)).toBe(held);
    const members = printed.flatMap(
      (line) => /^ {2}(?:listener|collector|curator) +(\d+) +[A-Z]/.exec(line)?.[1] ?? [],
    );
    expect(members.reduce((sum, count) => sum + Number(count), 0)).toBe(117);
  });
});
