import { expect, it } from "vitest";
import { runLesson } from "./run-lesson.js";

it("05-stamp-card fills a card, uses its voucher on another day, and makes an unhappy answer good", () => {
  expect(runLesson("05-stamp-card")).toEqual([
    "4 coffees    240000 due; stamp: 4 stamps; 4 on the card",
    // 4 and 5 are nine: a voucher, and an empty card.
    "5 more       300000 due; stamp: 5 stamps; 0 on the card",
    "a coffee      60000 due; stamp: 1 stamps; 1 on the card",
    "  tenth-coffee: voucherAvailable, worth 60000",
    "2, one free   60000 due; stamp: 1 stamps, tenth-coffee: 75000 off; 2 on the card",
    "unhappy           0 due; a voucher for tenth-coffee; 2 on the card",
    "  voucher for tenth-coffee, until 2026-12-30T10:00:00+03:30",
    "4 visits, 5 entries in the chain",
  ]);
});
