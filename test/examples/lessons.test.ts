import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const lessons = readdirSync(new URL("../../examples", import.meta.url)).sort();

/** Runs a lesson as its first lines say; returns what it prints. */
function run(lesson: string): readonly string[] {
  const args = ["--conditions", "vafa-source", "--import", "tsx", `examples/${lesson}/run.ts`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.trimEnd().split("\n");
}

describe("lessons", () => {
  it("are numbered without a gap, and each can be run", () => {
    expect(lessons.map((name) => name.slice(0, 3))).toEqual(lessons.map((_, index) => `0${index + 1}-`));
    for (const lesson of lessons) expect(existsSync(`${root}/examples/${lesson}/run.ts`)).toBe(true);
  });

  it("01-cafe gives the birthday credit, and the discount once credit is worth less", () => {
    expect(run("01-cafe")).toEqual([
      "The till charges 600000 IRT.",
      "given   base: 72 points, worth 3600",
      "given   birthday: 120000 credit, worth 120000",
      "beaten  beans: worth 14000, 106150 behind",
      "beaten  big-basket: worth 60000, 60400 behind",
      "beaten  eleventh-visit: worth 30000, 90000 behind",
      "beaten  silver: worth 90000, 30000 behind",
      "credit: 40000 before, 160000 after",
      "points: 0 before, 72 after",
      "entry 431b2c5653faf86c49eab90f0eb66b25, number 1",
      "With credit worth 0.45: big-basket, worth 60000.",
    ]);
  });

  it("02-gift-shop-day prints the day's totals", () => {
    expect(run("02-gift-shop-day")).toEqual([
      'A gift shop\'s day: real invoices of 1 December 2010 (UCI "Online Retail", D. Chen, CC BY 4.0)',
      "  invoices        32, of which 28 decided",
      "  customers       18 members; 1 invoice of a guest",
      "  skipped         C536379: no sale of D to 14527 stands here",
      "  skipped         C536383: no sale of 35004C to 15311 stands here",
      "  skipped         C536391: no sale of 22556 to 17548 stands here",
      "  zero prices     1 line, decided like any other: nothing to pay, nothing given",
      "  turnover        £9,397.65 list − £226.73 discount = £9,170.92 due",
      "  given           10081 points and £324.16 of credit",
      "  credit-back     given 19×, cost £324.16",
      "  points          given 27×, cost £90.89",
      "  welcome         given 18×, cost £9.00",
      "  back-again      given 2×, cost £0.92",
      "  three-off       given 1×, cost £0.54",
      "  hundred-pieces  given 7×, cost £226.19",
      "  refunded        C536506, of 536488: £25.50 back, and from the wallets 1.27 of credit-back, 25 of points",
      "  busiest         member 17850: 8 visits, 839 points, 8 entries in the chain",
    ]);
  });
});
