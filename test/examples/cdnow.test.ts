import { readFileSync } from "node:fs";
import { openClub } from "vafa";
import { describe, expect, it } from "vitest";
import { decideMonth, type MemberMonth } from "../../examples/04-cdnow/decide-month.js";
import program from "../../examples/04-cdnow/program.json" with { type: "json" };
import { readPurchases } from "../../examples/04-cdnow/read-purchases.js";
import { totalMonth } from "../../examples/04-cdnow/total-month.js";
import { runLesson } from "./run-lesson.js";

const text = readFileSync(new URL("../../examples/04-cdnow/1997-01.txt", import.meta.url), "utf8");
const customers = readPurchases(text);
const members = decideMonth(openClub(program), customers);
const totals = totalMonth(members);

/** The rows by another way than the lesson's: the columns stand at fixed places. */
const rows = text
  .split("\r\n")
  .filter((line) => line !== "")
  .map((line) => ({
    customer: line.slice(1, 6),
    day: Number(line.slice(18, 20)),
    discs: Number(line.slice(20, 23)),
    cents: Number(line.slice(23).replace(".", "")),
  }));

function memberOf(id: string): MemberMonth {
  const member = members.find((one) => one.id === id);
  if (member === undefined) throw new Error(`${id} bought nothing`);
  return member;
}

function given(id: string): readonly (readonly string[])[] {
  return memberOf(id).decisions.map(({ awards }) => awards.map(({ offer, amount }) => `${offer} ${amount}`));
}

describe("the excerpt", () => {
  it("is January 1997 as it was published, line ends too", () => {
    expect(rows).toHaveLength(885);
    expect(new Set(rows.map(({ customer }) => customer)).size).toBe(781);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.split("\r\n").every((line) => line === "" || / 199701\d\d /.test(line))).toBe(true);
  });

  it("is read whole", () => {
    expect(customers.flatMap(({ transactions }) => transactions)).toHaveLength(885);
    // 29.33 for two: 14.665 each.
    expect(customers[0]?.transactions[0]).toEqual({
      id: "00004-1",
      type: "purchase",
      at: "1997-01-01T12:00:00-05:00",
      currency: "USD",
      lines: [{ id: "1", quantity: "2", unitPrice: "14.66", amount: "29.33" }],
    });
  });
});

describe("the month", () => {
  it("gives, figured by hand:", () => {
    // 29.33: 29 points and 100 of welcome. 29.73, 17 days later: too late for double points.
    expect(given("00004")).toEqual([["points 29", "welcome 100"], ["points 29"]]);
    // Six discs for 53.46: 3.00 of credit and 53 points; 5 % would be 2.67.
    expect(given("00947")[0]).toEqual(["over-fifty 3.00", "points 53", "welcome 100"]);
    // Five for 62.45: 5 % is 3.1225, worth more than 3.00 although 59 points are left of 62.
    expect(given("00441")[0]).toEqual(["five-discs 3.12", "points 59", "welcome 100"]);
    // Nothing paid: a visit, but nothing for every dollar.
    expect(given("01101")[0]).toEqual(["welcome 100"]);
  });

  it("charges what the rows come to, less five per cent where that is worth more", () => {
    const list = rows.reduce((sum, { cents }) => sum + cents, 0);
    expect(list).toBe(2_859_270);
    expect(totals.list).toBe(BigInt(list));
    expect(totals.due).toBe(totals.list - totals.discount);
    // Of 74 purchases of five discs or more, five come to 50.00 to 58.85, where 3 dollars of credit are more.
    const many = rows.filter(({ discs }) => discs >= 5);
    const discounted = many.filter(({ cents }) => cents < 5_000 || cents > 6_000);
    expect([many.length, discounted.length]).toEqual([74, 69]);
    const discount = discounted.reduce((sum, { cents }) => sum + Math.floor((cents * 5 + 50) / 100), 0);
    expect(totals.discount).toBe(BigInt(discount));
    expect(totals.offers.get("over-fifty")?.count).toBe(
      rows.filter(({ cents }) => cents >= 5_000).length -
        discounted.filter(({ cents }) => cents >= 5_000).length,
    );
  });

  it("doubles points for those who come again within two weeks, and welcomes everybody once", () => {
    const last = new Map<string, number>();
    let soon = 0;
    for (const { customer, day, cents } of rows) {
      const before = last.get(customer);
      if (before !== undefined && day - before <= 14 && cents >= 100) soon++;
      last.set(customer, day);
    }
    expect(totals.offers.get("encore")?.count).toBe(soon);
    expect(totals.offers.get("welcome")).toEqual({ count: 781, cost: 78_100n });
  });

  it("carries every member from entry to entry", () => {
    for (const { decisions, standing } of members) {
      expect(standing.head).toEqual({ sequence: decisions.length, hash: decisions.at(-1)?.entry?.hash });
      expect(standing.visits).toBe(decisions.length);
    }
    const points = members
      .flatMap(({ decisions }) => decisions.flatMap(({ awards }) => awards))
      .filter(({ wallet }) => wallet === "points")
      .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    expect(totals.balances.get("points")).toBe(points);
  });

  it("is the same in any order of the members", () => {
    const backwards = decideMonth(openClub(program), [...customers].reverse());
    expect([...backwards].reverse()).toEqual(members);
  });
});

it("04-cdnow prints the month's totals", () => {
  expect(runLesson("04-cdnow")).toEqual([
    "A record shop's month: real purchases of January 1997 (CDNOW; P. Fader and B. Hardie)",
    "  purchases   885 of 781 members",
    "  turnover    $28,592.70 list − $354.17 discount = $28,238.53 due",
    "  points      given 881×, cost $276.49",
    "  welcome     given 781×, cost $781.00",
    "  over-fifty  given 77×, cost $231.00",
    "  encore      given 88×, cost $26.55",
    "  five-discs  given 69×, cost $354.17",
    "  owed        108404 points and $231.00 of credit",
    "  came again  81 members; most often 01760, who bought 6 times",
    "  1997-01-07   11.99 due: points 11, welcome 100",
    "  1997-01-10    9.97 due: encore 9, points 9",
    "  1997-01-14   13.97 due: encore 13, points 13",
    "  1997-01-19   46.08 due: encore 46, points 46",
    "  1997-01-22    5.99 due: encore 5, points 5",
    "  1997-01-29   27.94 due: encore 27, points 27",
  ]);
});
