import fc from "fast-check";
import { apply, ClubError, type Issue, openClub, parseProgram, type Sizes } from "vafa";
import { afterAll, describe, expect } from "vitest";
import { asMember, purchases } from "./generate-case.js";
import { anything, hostile, hostileNames, mutated, mutations } from "./generate-hostile.js";
import { law } from "./law.js";

const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/su;
const CODE = /^[a-z]+(?:-[a-z]+)*$/;

/** Does something; what it throws has to be a `ClubError`, each of whose issues says what, where and why. */
function attempt(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    expectIssues(error.issues);
  }
}

function expectIssues(issues: readonly Issue[]): void {
  expect(issues.length).toBeGreaterThan(0);
  expect(issues.length).toBeLessThanOrEqual(100);
  for (const { code, path, message, expected = "", received = "", hint = "" } of issues) {
    expect(code).toMatch(CODE);
    expect(path).toMatch(POINTER);
    expect(message.length).toBeGreaterThan(0);
    for (const text of [message, expected, received, hint]) expect(typeof text).toBe("string");
  }
}

/** Hands a program to every door that takes one. */
function tryProgram(program: unknown, sizes?: unknown): void {
  const parsed = parseProgram(program, sizes as Sizes);
  if (!parsed.ok) expectIssues(parsed.issues);
  attempt(() => openClub(program, sizes as Sizes));
}

/** Hands a request to every door that takes one. */
function tryRequest(program: unknown, request: unknown): void {
  const club = openClub(program);
  attempt(() => club.quote(request));
  attempt(() => club.evaluate(request));
}

/** Pieces of ICU messages, put together anyhow. */
const messages = fc
  .array(
    fc.constantFrom(
      ...[
        "{",
        "}",
        "{due}",
        "{amount}",
        "{wallet}",
        "{due, number}",
        "{amount, date, short}",
        "{balance, time}",
      ],
      ...[
        "{due, plural, one {#} other {}}",
        "{told, select, other {",
        "other {}",
        "'",
        "#",
        "<b>",
        "</b>",
        "سلام",
        "\ud83c\udf82",
      ],
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(""));

const changes = fc.array(mutations, { minLength: 1, maxLength: 3 });
const changed = fc.record({ one: purchases, changes });

describe("whatever is handed over, nothing but a ClubError comes back", () => {
  law("for a program that is anything", 50, anything, (program) => tryProgram(program));

  law("for a program that is hostile", 30, hostileNames, (name) => tryProgram(hostile(name)));

  law("for a program with something changed", 140, changed, ({ one, changes }) => {
    tryProgram(mutated(one.program, changes));
  });

  law("for sizes that are anything", 30, fc.record({ one: purchases, sizes: anything }), ({ one, sizes }) => {
    tryProgram(one.program, sizes);
  });

  law(
    "for a message of any shape",
    50,
    fc.record({ one: purchases.map(asMember), text: messages }),
    ({ one, text }) => {
      const written = (["transaction.recorded", "offer.awarded", "birthday", "earned"] as const).map(
        (topic) => ({
          topic,
          channel: "sms" as const,
          locale: "fa" as const,
          text,
        }),
      );
      const program = { ...one.program, notifications: { texts: written } };
      const contact = {
        channels: ["sms" as const],
        locale: "fa",
        consent: { service: true, promotional: true },
      };
      const request = { ...one.request, member: { id: "m-1", ...one.request.member, contact } };
      attempt(() => openClub(program).evaluate(request));
    },
  );

  const sizes = fc.record({
    one: purchases,
    name: hostileNames,
    key: fc.constantFrom("characters", "offers", "lines"),
  });
  law("for sizes that are hostile", 40, sizes, ({ one, name, key }) => {
    tryProgram(one.program, hostile(name));
    tryProgram(one.program, { [key]: hostile(name) });
    tryProgram(one.program, Object.defineProperty({}, key, { get: () => hostile(name) }));
  });

  law(
    "for a request that is anything",
    30,
    fc.record({ one: purchases, request: anything }),
    ({ one, request }) => {
      tryRequest(one.program, request);
    },
  );

  law(
    "for a request that is hostile",
    30,
    fc.record({ one: purchases, name: hostileNames }),
    ({ one, name }) => {
      tryRequest(one.program, hostile(name));
    },
  );

  law("for a request with something changed", 140, changed, ({ one, changes }) => {
    tryRequest(one.program, mutated(one.request, changes));
  });

  const booked = fc.record({ one: purchases.map(asMember), changes, name: hostileNames, other: anything });
  law(
    "for a standing or an entry with something changed, or that is something else",
    50,
    booked,
    ({ one, changes, name, other }) => {
      const { entry } = openClub(one.program).evaluate(one.request);
      const standing = one.request.member?.standing;
      for (const strange of [hostile(name), other]) {
        attempt(() => apply(strange, entry));
        attempt(() => apply(standing, strange));
      }
      attempt(() => apply(mutated(standing, changes), entry));
      attempt(() => apply(standing, mutated(entry, changes)));
    },
  );

  afterAll(() => expect(({} as { polluted?: unknown }).polluted).toBeUndefined());
});
