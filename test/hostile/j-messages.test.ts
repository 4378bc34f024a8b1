import { openClub } from "vafa";
import { describe, expect, it } from "vitest";
import { TOPIC_NAMES } from "../../src/program/topics.js";
import { SCENES } from "../notification/every-topic.js";
import { decide, many, offer, program, programIssues, request } from "./act.js";

const CONTACT = { locale: "fa", channels: ["sms"], consent: { service: true, promotional: true } };

/** What the member hears of a purchase, if the club says it in these words. */
function heard(text: string, terms: object = {}) {
  const texts = [{ topic: "offer.awarded", channel: "sms", locale: "fa", text }];
  const asked = request({ member: { id: "m-1", contact: { ...CONTACT, consent: { promotional: true } } } });
  return decide({ offers: [offer()], notifications: { texts }, ...terms }, asked).intents?.[0];
}

describe("messages", () => {
  it("J01 Persian letters are counted as operators count them, at every edge", () => {
    const segments = [70, 71, 134, 135, 201, 202].map((count) => heard("چ".repeat(count))?.sms?.segments);
    expect(segments).toEqual([1, 2, 2, 3, 3, 4]);
  });

  it("J03 a euro sign counts two, and one Persian letter makes the whole text UCS-2", () => {
    expect(heard("a".repeat(160))?.sms).toEqual({ encoding: "GSM-7", units: 160, segments: 1 });
    expect(heard("a".repeat(161))?.sms).toEqual({ encoding: "GSM-7", units: 161, segments: 2 });
    expect(heard(`${"a".repeat(159)}€`)?.sms).toEqual({ encoding: "GSM-7", units: 161, segments: 2 });
    expect(heard(`${"a".repeat(100)}ی`)?.sms).toEqual({ encoding: "UCS-2", units: 101, segments: 2 });
  });

  it("J04 a text of as many emoji as a text may hold is counted, and none is split", () => {
    const sms = heard("🎂".repeat(512))?.sms;
    expect(sms).toEqual({ encoding: "UCS-2", units: 1_024, segments: Math.ceil(512 / 33) });
    expect(
      programIssues(() =>
        program({
          notifications: {
            texts: [{ topic: "earned", channel: "sms", locale: "fa", text: "🎂".repeat(1_024) }],
          },
        }),
      ),
    ).toEqual(["string-too-long /notifications/texts/0/text"]);
  });

  it("J05 what stands in a value is never read as a parameter again", () => {
    const named = offer({ name: { fa: "{amount} %token% <b>; '{'" } });
    expect(heard("{offer}", { offers: [named] })?.text).toBe("{amount} %token% <b>; '{'");
  });

  it("J05 no name that a message may bear holds a line break, a tier's neither", () => {
    const tiers = { ladder: [{ id: "bronze", name: { fa: "برنزی\nنقره‌ای" } }] };
    expect(programIssues(() => program({ tiers }))).toEqual(["template-param /tiers/ladder/0/name/fa"]);
  });

  it("J06 a provider that takes no spaces finds values without any, in every topic", () => {
    const params = TOPIC_NAMES.flatMap((topic) =>
      SCENES[topic].hear("fa").flatMap((intent) => intent.params),
    );
    expect(params.length).toBeGreaterThan(TOPIC_NAMES.length);
    expect(params.filter(({ value }) => /\s/.test(value))).toEqual([]);
    expect(params.filter(({ text }) => /[\n\r\u2028\u2029]/.test(text))).toEqual([]);
  });

  it("J07 a text that is no message, or names what its topic lacks, is refused", () => {
    const issues = (text: string) =>
      programIssues(() =>
        program({ notifications: { texts: [{ topic: "earned", channel: "sms", locale: "fa", text }] } }),
      );
    expect(issues("{")).toEqual(["template-syntax /notifications/texts/0/text"]);
    expect(issues("{amount, number}")).toEqual(["template-syntax /notifications/texts/0/text"]);
    expect(issues("{amuont}")).toEqual(["template-param /notifications/texts/0/text"]);
    expect(issues("{constructor}")).toEqual(["template-param /notifications/texts/0/text"]);
    const deep = `${"{told, select, other {".repeat(40)}x${"}}".repeat(40)}`;
    expect(issues(deep).every((issue) => issue.startsWith("template-"))).toBe(true);
  });

  it("J08 a message names nobody, and carries no id but the member's own", () => {
    const intent = heard("{offer}: {amount}");
    expect(intent?.to).toEqual({ memberId: "m-1" });
  });

  it("J08 in no topic, whatever the host tells of the member", () => {
    const written = JSON.stringify(TOPIC_NAMES.map((topic) => SCENES[topic].hear("en")));
    expect(written).not.toMatch(/1370|1991|birthDate|consent|"contact"/);
  });

  it("J10 whatever time brings closes with the line to opt out, as any other SMS", () => {
    const club = openClub(program({ notifications: { optOut: { fa: "لغو۱۱" } } }));
    const member = {
      id: "m-1",
      birthDate: "1991-11-25",
      joinedAt: "2026-11-21T10:00:00+03:30",
      contact: CONTACT,
    };
    const { intents } = club.advance({ member, at: "2026-11-25T10:00:00+03:30" });
    expect(intents.map(({ text }) => text)).toEqual(["تولدتان مبارک!\nلغو۱۱"]);
  });

  it("J11 what time brings, or a refund, has the same ids whenever it is asked for again", () => {
    for (const topic of ["expiring", "tier.atRisk", "birthday", "winback", "refund.booked"] as const) {
      const ids = many(3, () =>
        SCENES[topic]
          .hear("fa")
          .map(({ id }) => id)
          .join(),
      );
      expect(new Set(ids).size).toBe(1);
    }
  });

  it("J11 a decision taken again has the same intents under the same ids", () => {
    const ids = new Set(many(5, () => heard("{offer}")?.id));
    expect(ids.size).toBe(1);
  });
});
