import fc from "fast-check";
import { type Decision, type Entry, openClub, type Program, type Request } from "vafa";
import { describe, expect } from "vitest";
import { type Case, contests, purchases } from "./generate-case.js";
import { seeds, shuffled, withKeysShuffled } from "./generate-value.js";
import { law } from "./law.js";

function decide({ program, request }: Case): Decision {
  return openClub(program).evaluate(request);
}

/** A case, and a number that says how to shuffle it. */
function withSeed(cases: fc.Arbitrary<Case>) {
  return fc.record({ one: cases, seed: seeds });
}

describe("order changes no decision", () => {
  law("that of offers and groups not a byte of it", 60, withSeed(contests()), ({ one, seed }) => {
    const { offers, groups = [] } = one.program;
    const program = { ...one.program, offers: shuffled(offers, seed), groups: shuffled(groups, seed) };
    expect(JSON.stringify(decide({ ...one, program }))).toBe(JSON.stringify(decide(one)));
  });

  law("that of object keys not a byte of it", 60, withSeed(purchases), ({ one, seed }) => {
    const again = withKeysShuffled(one, seed);
    expect(JSON.stringify(decide(again))).toBe(JSON.stringify(decide(one)));
  });

  law(
    "that of `notWith` and other lists of alternatives only the hash of the program",
    40,
    withSeed(purchases),
    ({ one, seed }) => {
      const program = {
        ...one.program,
        offers: one.program.offers.map((offer) => withListsShuffled(offer, seed)),
      };
      expect(withoutHashes(decide({ ...one, program }))).toEqual(withoutHashes(decide(one)));
    },
  );

  law("that of lines only the order in which they are told", 80, withSeed(contests()), ({ one, seed }) => {
    const { transaction } = one.request;
    const request = {
      ...one.request,
      transaction: { ...transaction, lines: shuffled(transaction.lines ?? [], seed) },
    };
    expect(byLineId(decide({ ...one, request }))).toEqual(byLineId(decide(one)));
  });

  law(
    "that of lots, uses, segments and codes nothing that is decided",
    40,
    withSeed(purchases),
    ({ one, seed }) => {
      const request = withFactsShuffled(one.request, seed);
      expect(withoutHashes(decide({ ...one, request }))).toEqual(withoutHashes(decide(one)));
    },
  );
});

function withListsShuffled(offer: Program["offers"][number], seed: number): Program["offers"][number] {
  const { notWith, tier, code, channel } = offer;
  return {
    ...offer,
    notWith: notWith && shuffled(notWith, seed),
    tier: tier && shuffled(tier, seed),
    code: code && shuffled(code, seed),
    channel: channel && shuffled(channel, seed),
  };
}

function withFactsShuffled({ member, transaction, ...rest }: Request, seed: number): Request {
  const { codes } = transaction;
  const { segments, standing } = member ?? {};
  return {
    ...rest,
    transaction: { ...transaction, codes: codes && shuffled(codes, seed) },
    member: member && {
      ...member,
      segments: segments && shuffled(segments, seed),
      standing: standing && {
        ...standing,
        lots: standing.lots && shuffled(standing.lots, seed),
        uses: standing.uses && shuffled(standing.uses, seed),
      },
    },
  };
}

/** What is decided, without the seals on how it was asked. */
function withoutHashes({ entry, ...rest }: Decision) {
  if (entry === undefined) return rest;
  const { hash: _, requestHash: __, program, ...written } = entry;
  return { ...rest, entry: { ...written, program: { ...program, hash: "" } } };
}

/** The same with everything that is told by line in the order of the lines' ids. */
function byLineId(decision: Decision) {
  const { entry, ...rest } = withoutHashes(decision) as Decision;
  return {
    ...rest,
    lines: sorted(rest.lines, ({ id }) => id),
    awards: rest.awards.map((award) => ({ ...award, lines: sorted(award.lines, ({ line }) => line) })),
    entry: entry && {
      ...entry,
      lines: sorted(entry.lines, ({ id }) => id),
      awards: entry.awards.map((award) => ({ ...award, amounts: withLines(award.amounts, entry) })),
      redemptions: entry.redemptions.map((one) => ({ ...one, values: withLines(one.values, entry) })),
    },
  };
}

/** What is told in the order of the lines, with their ids. */
function withLines(amounts: readonly string[], { lines }: Entry) {
  const named = amounts.map((amount, index) => ({ amount, line: lines[index]?.id ?? "" }));
  return sorted(named, ({ line }) => line);
}

function sorted<T>(list: readonly T[], key: (member: T) => string): readonly T[] {
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
