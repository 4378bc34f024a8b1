import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { runLesson } from "./run-lesson.js";

const SEED = "9b1c4e7702d84f6aa3550d1be8c6f913";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

it("06-festival-draw gives tickets, draws, and lets everybody draw again", () => {
  const hash = sha256(
    '[{"count":"6","memberId":"m-1"},{"count":"3","memberId":"m-2"},{"count":"1","memberId":"m-4"}]',
  );
  expect(runLesson("06-festival-draw")).toEqual([
    `published before: ${sha256(SEED).slice(0, 16)}…`,
    // Two for 1,400,000 and four for two books of poetry; three for 1,900,000; none for 499,000; one for 500,000.
    "tickets: m-1 6, m-2 3, m-4 1",
    `10 tickets, hash ${hash.slice(0, 16)}…`,
    "place 1: m-2, ticket 9",
    "place 2: m-1, ticket 5",
    "drawn again: the same",
    "with one ticket more: another hash",
  ]);
  // The first place, by hand: ticket 9 of 10 is the third of Member 2's, 7 to 9.
  const first = BigInt(`0x${sha256(`vafa:draw:1\n${SEED}\n${hash}\n0`)}`);
  expect(first % 10n).toBe(8n);
});
