import fc from "fast-check";
import { split } from "split-sms";
import { describe, expect, it } from "vitest";
import { smsLength } from "../../src/notification/sms-length.js";
import { law } from "../laws/law.js";

const persian = (count: number) => "ی".repeat(count);
const latin = (count: number) => "a".repeat(count);
/** One character of two UTF-16 units. */
const EMOJI = "🎂";

function shortly(text: string): string {
  const { encoding, units, segments } = smsLength(text);
  return `${units} ${encoding} ${segments}`;
}

// R15.9
describe("the length of an SMS", () => {
  it.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
    [201, 3],
    [202, 4],
  ])("J01: %i Persian letters are %i segments", (letters, segments) => {
    expect(shortly(persian(letters))).toBe(`${letters} UCS-2 ${segments}`);
  });

  it.each<[string, string, string]>([
    ["160 Latin letters", latin(160), "160 GSM-7 1"],
    ["161 of them", latin(161), "161 GSM-7 2"],
    ["306 of them", latin(306), "306 GSM-7 2"],
    ["307 of them", latin(307), "307 GSM-7 3"],
    ["a euro sign, which takes two", "€", "2 GSM-7 1"],
    ["158 letters and a euro sign", `${latin(158)}€`, "160 GSM-7 1"],
    ["159 letters and a euro sign", `${latin(159)}€`, "161 GSM-7 2"],
    ["one Persian letter among 100 Latin ones", `${latin(50)}ی${latin(50)}`, "101 UCS-2 2"],
    ["a half-space, which is no letter of GSM-7", "\u200c", "1 UCS-2 1"],
    ["ç, which only looks as if it were one", "ç", "1 UCS-2 1"],
    [
      "all of the default alphabet that is no letter",
      "@£$¥ΔΦΓΛΩΠΨΣΘΞ\n\r !\"#¤%&'()*+,-./:;<=>?¡§¿",
      "41 GSM-7 1",
    ],
    ["all that its escape adds", "\f^{}\\[~]|€", "20 GSM-7 1"],
    ["nothing", "", "0 GSM-7 1"],
  ])("J03: %s", (_, text, length) => {
    expect(shortly(text)).toBe(length);
  });

  it.each<[string, string, string]>([
    ["66 letters before it and 66 after", persian(66) + EMOJI + persian(66), "134 UCS-2 3"],
    ["65 letters before it and 67 after", persian(65) + EMOJI + persian(67), "134 UCS-2 2"],
    ["67 letters before it and 65 after", persian(67) + EMOJI + persian(65), "134 UCS-2 2"],
    ["34 of them", EMOJI.repeat(34), "68 UCS-2 1"],
    ["35 of them", EMOJI.repeat(35), "70 UCS-2 1"],
    ["36 of them, 33 to a part", EMOJI.repeat(36), "72 UCS-2 2"],
    ["67 of them", EMOJI.repeat(67), "134 UCS-2 3"],
  ])("a character of two units is never split: %s", (_, text, length) => {
    expect(shortly(text)).toBe(length);
  });

  it.each<[string, string, string]>([
    ["152 letters before it and 152 after", `${latin(152)}€${latin(152)}`, "306 GSM-7 3"],
    ["151 letters before it and 153 after", `${latin(151)}€${latin(153)}`, "306 GSM-7 2"],
    ["153 letters before it and 151 after", `${latin(153)}€${latin(151)}`, "306 GSM-7 2"],
    ["80 of them", "€".repeat(80), "160 GSM-7 1"],
    ["153 of them, 76 to a part", "€".repeat(153), "306 GSM-7 3"],
  ])("nor is an escape from what it escapes: %s", (_, text, length) => {
    expect(shortly(text)).toBe(length);
  });
});

/*
 * split-sms counts as 3GPP TS 23.038 and 23.040 say in all that is well-formed text. It is wrong about half a surrogate
 * pair: it takes what follows for the other half. No such text comes here, for a document that holds one is refused
 * (text-illformed).
 */
describe("an independent counter comes to the same", () => {
  const gsm = fc.constantFrom(..."abcxyzABC 019@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!?¡¿ÄÖÑÜ§äöñüà\n\r");
  const extended = fc.constantFrom(..."^{}\\[~]|€\f");
  const beyond = fc.constantFrom(..."یکگچپ۰۱۲٬٫لغو\u200cç`", EMOJI, "👨‍👩‍👧", "é", "𝒜");
  const textOf = (...letters: readonly fc.Arbitrary<string>[]) =>
    fc.array(fc.oneof(...letters), { maxLength: 480, size: "max" }).map((parts) => parts.join(""));
  const near = fc
    .tuple(fc.constantFrom(70, 134, 153, 160, 201, 306), fc.integer({ min: -3, max: 3 }), extended, beyond)
    .chain(([length, more, sign, letter]) =>
      fc.constantFrom(
        sign + latin(length + more),
        latin(length + more) + sign,
        persian(length + more) + letter,
        latin(length + more) + letter,
      ),
    );
  const texts = fc.oneof(
    textOf(gsm),
    textOf(gsm, extended),
    textOf(gsm, extended, beyond),
    textOf(beyond),
    near,
    fc.string({ unit: "grapheme", maxLength: 300, size: "max" }),
  );

  law("of any text: Latin, extended, Persian, emoji, and at every border", 1_500, texts, (text) => {
    const { characterSet, bytes, parts } = split(text);
    const isGsm = characterSet === "GSM";
    expect(smsLength(text)).toEqual({
      encoding: isGsm ? "GSM-7" : "UCS-2",
      units: isGsm ? bytes : bytes / 2,
      segments: parts.length,
    });
  });

  it("but not of half a surrogate pair, which is no text", () => {
    expect(split("\ud83dab").parts[0]?.bytes).toBe(6);
    expect(smsLength("\ud83dab").units).toBe(3);
  });
});
