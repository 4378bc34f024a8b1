import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isHeldOut } from "../../src/eligibility/hold-out.js";
import type { Offer } from "../../src/program/program.js";
import type { Member } from "../../src/standing/request.js";
import { parsePercent } from "../../src/units/rate.js";

const offer = (percent: string | undefined, id = "yalda") =>
  ({ id, holdout: percent === undefined ? undefined : parsePercent(percent) }) as Offer;
const member = (id: string) => ({ id }) as Member;
const MEMBERS = Array.from({ length: 10_000 }, (_, index) => `m-${index}`);
const heldOut = (one: Offer) => MEMBERS.filter((id) => isHeldOut(one, member(id)));

describe("isHeldOut", () => {
  it.each([
    ["5", 500],
    ["0.5", 50],
    ["20", 2_000],
  ])("holds back about %s %% of 10,000 members", (percent, expected) => {
    const { length } = heldOut(offer(percent));
    // Four standard deviations: a fair draw stays within.
    const spread = 4 * Math.sqrt(expected);
    expect(Math.abs(length - expected)).toBeLessThan(spread);
  });

  it("holds back none at 0, all at 100, and none where there is no holdout", () => {
    expect(heldOut(offer("0"))).toEqual([]);
    expect(heldOut(offer("100"))).toHaveLength(MEMBERS.length);
    expect(heldOut(offer(undefined))).toEqual([]);
  });

  it("draws by SHA-256 of the offer and the member, so anybody can draw again", () => {
    for (const id of MEMBERS.slice(0, 200)) {
      const hash = createHash("sha256").update(`vafa:holdout:1\nyalda\n${id}`).digest("hex");
      const number = Number.parseInt(hash.slice(0, 8), 16) % 1_000_000;
      expect([id, isHeldOut(offer("12.5"), member(id))]).toEqual([id, number < 125_000]);
    }
  });

  it("keeps who was held back when the share grows, and draws anew for another offer", () => {
    const five = heldOut(offer("5"));
    const ten = new Set(heldOut(offer("10")));
    expect(five.every((id) => ten.has(id))).toBe(true);
    const others = new Set(heldOut(offer("5", "nowruz")));
    const inBoth = five.filter((id) => others.has(id)).length;
    expect(inBoth).toBeLessThan(60);
  });
});
