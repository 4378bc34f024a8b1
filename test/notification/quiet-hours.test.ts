import { type ClubError, parseProgram } from "vafa";
import { describe, expect, it } from "vitest";
import { on } from "../scenarios/club.js";
import { hear, talkingCafe } from "./hear.js";

interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** When the message of a purchase may go, and from when on nobody wants it. */
function span(quietHours: QuietHours | undefined, at: string, timeZone = "Asia/Tehran") {
  const club = talkingCafe(quietHours === undefined ? {} : { quietHours }, [], { timeZone });
  return hear(club, { at }).map(({ notBefore, notAfter }) => [notBefore, notAfter])[0];
}

const NIGHT = { from: "22:00", until: "08:00" };
const NOON = { from: "13:00", until: "15:30" };
const EVENING = { from: "20:00", until: "24:00" };

// R15.12
describe("in quiet hours nothing is sent before they end", () => {
  it.each<[string, QuietHours | undefined, string, string]>([
    ["none are declared", undefined, on("2026-11-21", "23:30"), on("2026-11-21", "23:30")],
    ["before the night", NIGHT, on("2026-11-21", "21:59"), on("2026-11-21", "21:59")],
    ["as the night begins", NIGHT, on("2026-11-21", "22:00"), on("2026-11-22", "08:00")],
    ["before midnight", NIGHT, on("2026-11-21", "23:59"), on("2026-11-22", "08:00")],
    ["at midnight", NIGHT, on("2026-11-22", "00:00"), on("2026-11-22", "08:00")],
    ["before the night ends", NIGHT, on("2026-11-22", "07:59"), on("2026-11-22", "08:00")],
    ["as the night ends", NIGHT, on("2026-11-22", "08:00"), on("2026-11-22", "08:00")],
    ["at the end of a year", NIGHT, on("2026-12-31", "22:30"), on("2027-01-01", "08:00")],
    ["before a quiet noon", NOON, on("2026-11-21", "12:59"), on("2026-11-21", "12:59")],
    ["as a quiet noon begins", NOON, on("2026-11-21", "13:00"), on("2026-11-21", "15:30")],
    ["before a quiet noon ends", NOON, on("2026-11-21", "15:29"), on("2026-11-21", "15:30")],
    ["as a quiet noon ends", NOON, on("2026-11-21", "15:30"), on("2026-11-21", "15:30")],
    ["until the end of a day", EVENING, on("2026-11-21", "23:00"), on("2026-11-22", "00:00")],
    [
      "from the end of a day",
      { from: "24:00", until: "06:00" },
      on("2026-11-21", "05:00"),
      on("2026-11-21", "06:00"),
    ],
  ])("%s", (_, quietHours, at, notBefore) => {
    expect(span(quietHours, at)?.[0]).toBe(notBefore);
  });

  it("and a day after that nobody wants to hear it any more", () => {
    expect(span(NIGHT, on("2026-11-21", "22:00"))).toEqual([
      on("2026-11-22", "08:00"),
      on("2026-11-23", "08:00"),
    ]);
  });

  it("by the clock of the club's zone, whatever offset the till writes", () => {
    expect(span(NIGHT, "2026-11-21T19:00:00Z")?.[0]).toBe(on("2026-11-22", "08:00"));
    expect(span(NIGHT, "2026-11-21T19:00:00Z", "UTC")?.[0]).toBe("2026-11-21T19:00:00+00:00");
  });

  it("over a night that is an hour longer or shorter", () => {
    const autumn = span(NIGHT, "2026-10-24T23:00:00+02:00", "Europe/Berlin");
    expect(autumn?.[0]).toBe("2026-10-25T08:00:00+01:00");
    const spring = span({ from: "22:00", until: "02:30" }, "2026-03-28T23:00:00+01:00", "Europe/Berlin");
    expect(spring?.[0]).toBe("2026-03-29T03:30:00+02:00");
  });
});

describe("quiet hours that are no span of time are refused", () => {
  it.each([
    { from: "08:00", until: "08:00" },
    { from: "00:00", until: "24:00" },
    { from: "24:00", until: "00:00" },
  ])("$from to $until", (quietHours) => {
    const parsed = parseProgram({ ...talkingCafe().program, notifications: { quietHours } });
    const issues: ClubError["issues"] = parsed.ok ? [] : parsed.issues;
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "window-order /notifications/quietHours",
    ]);
  });
});
