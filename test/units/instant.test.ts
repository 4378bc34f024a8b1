import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant } from "../../src/units/instant.js";

describe("parseInstant", () => {
  it("reads Tehran's afternoon of 2026-11-21 as 14:00 in UTC", () => {
    expect(parseInstant("2026-11-21T17:30:00+03:30")).toBe(Date.UTC(2026, 10, 21, 14));
  });

  it.each([
    ["2026-11-21T10:00:00Z", Date.UTC(2026, 10, 21, 10)],
    ["2026-11-21t10:00:00z", Date.UTC(2026, 10, 21, 10)],
    ["2026-11-21T10:00:00-00:00", Date.UTC(2026, 10, 21, 10)],
    ["2026-11-21T10:00:00-02:30", Date.UTC(2026, 10, 21, 12, 30)],
    ["2026-11-21T00:10:00+00:30", Date.UTC(2026, 10, 20, 23, 40)],
    ["1969-12-31T23:59:59.999Z", -1],
    ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
    ["2026-11-21T10:00:00.5Z", Date.UTC(2026, 10, 21, 10, 0, 0, 500)],
    ["2026-11-21T10:00:00.05Z", Date.UTC(2026, 10, 21, 10, 0, 0, 50)],
  ])("reads %s", (text, ms) => {
    expect(parseInstant(text)).toBe(ms);
  });

  it("cuts nine decimals to milliseconds, never rounds them up", () => {
    expect(parseInstant("2026-11-21T10:00:00.123999999Z")).toBe(Date.UTC(2026, 10, 21, 10, 0, 0, 123));
    expect(parseInstant("2026-11-21T10:00:00.999999999Z")).toBe(Date.UTC(2026, 10, 21, 10, 0, 0, 999));
  });

  it.each([
    ["a date alone", "2026-11-21"],
    ["no offset", "2026-11-21T10:00:00"],
    ["an epoch number as text", "1795255200000"],
    ["words", "yesterday"],
    ["nothing", ""],
    ["24:00", "2026-11-21T24:00:00Z"],
    ["a leap second", "2026-11-21T23:59:60Z"],
    ["minute 60", "2026-11-21T10:60:00Z"],
    ["ten decimals", "2026-11-21T10:00:00.1234567890Z"],
    ["a point without decimals", "2026-11-21T10:00:00.Z"],
    ["a day that is not there", "2026-02-29T10:00:00Z"],
    ["month 13", "2026-13-01T10:00:00Z"],
    ["day 0", "2026-01-00T10:00:00Z"],
    ["a space for T", "2026-11-21 10:00:00Z"],
    ["an offset without a colon", "2026-11-21T10:00:00+0330"],
    ["an offset of 24 hours", "2026-11-21T10:00:00+24:00"],
    ["an offset of 60 minutes", "2026-11-21T10:00:00+03:60"],
    ["a year of five digits", "+02026-11-21T10:00:00Z"],
    ["a year before 100", "0099-11-21T10:00:00Z"],
    ["Persian digits", "۲۰۲۶-11-21T10:00:00Z"],
    ["a line end behind", "2026-11-21T10:00:00Z\n"],
  ])("refuses %s", (_, text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it("agrees with Date on what Date writes", () => {
    const from = new Date("0100-01-01T00:00:00Z");
    const to = new Date("9999-12-31T23:59:59.999Z");
    fc.assert(
      fc.property(fc.date({ min: from, max: to, noInvalidDate: true }), (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
      }),
      { seed: 42, numRuns: 1_000 },
    );
  });

  it("takes what the pattern of RFC 3339 takes, and nothing else, however a text is spoilt", () => {
    const pattern =
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\.[0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/;
    const written = fc.constantFrom(
      "2026-11-21T17:30:00+03:30",
      "1999-12-31t23:59:59.999999999z",
      "2024-02-29T00:00:00.5-11:00",
    );
    const spoil = fc.record({
      at: fc.nat(36),
      dropped: fc.nat(2),
      put: fc.string({ unit: fc.constantFrom(..."0123456789:.-+TtZz ۱"), maxLength: 2 }),
    });
    let taken = 0;
    fc.assert(
      fc.property(written, fc.array(spoil, { maxLength: 2 }), (text, spoils) => {
        let spoilt = text;
        for (const { at, dropped, put } of spoils) {
          spoilt = spoilt.slice(0, at) + put + spoilt.slice(at + dropped);
        }
        // Of three decimals and in capitals, a text that Date knows: it tells whether there is such a day.
        const known = spoilt
          .toUpperCase()
          .replace(/\.([0-9]+)/, (_, digits) => `.${`${digits}00`.slice(0, 3)}`);
        const day = new Date(`${known.slice(0, 10)}T00:00:00Z`);
        const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(known.slice(0, 10));
        const isTaken = pattern.test(spoilt) && isDay && spoilt >= "0100";
        expect(parseInstant(spoilt)).toBe(isTaken ? Date.parse(known) : undefined);
        if (isTaken) taken += 1;
      }),
      { seed: 42, numRuns: 3_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });
});
