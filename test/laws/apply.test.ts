import fc from "fast-check";
import { apply, ClubError, type Entry, openClub, type Program, type Request, type Standing } from "vafa";
import { describe, expect } from "vitest";
import { conditional, contests } from "./generate-case.js";
import { seeds, withKeysShuffled } from "./generate-value.js";
import { law } from "./law.js";
import { minor, sumOf } from "./sum.js";

/** Some purchases of one member under one program, the first of them new to the club or known to it. */
interface Story {
  readonly program: Program;
  readonly requests: readonly Request[];
}

const stories: fc.Arbitrary<Story> = fc
  .array(fc.oneof(contests(1, 5), conditional), { minLength: 2, maxLength: 4 })
  .map((cases) => ({
    program: cases[0]?.program ?? fail("there is no story without a purchase"),
    requests: cases
      .filter(({ program }) => program.currency.digits === cases[0]?.program.currency.digits)
      .map(({ request }, index) => ({
        ...request,
        transaction: { ...request.transaction, id: `t-${index + 1}` },
      })),
  }));

/** Prices larger than any, at the last hour there is, and accruals that outlive everybody. */
const extremes = stories.map(({ program, requests }): Story => {
  const wallets = program.wallets?.map((wallet) => ({
    ...wallet,
    activatesAfter: { days: 36_500 },
    expires: { after: { years: 100, months: 1_200, weeks: 5_200 } },
  }));
  return {
    program: { ...program, wallets },
    requests: requests.map(({ transaction, ...rest }) => {
      const lines = transaction.lines?.map(({ id, category }) => ({
        id,
        category,
        unitPrice: "9".repeat(12),
      }));
      return { ...rest, transaction: { ...transaction, at: "2121-12-31T23:59:59Z", lines } };
    }),
  };
});

interface Chapter {
  readonly before: Standing | undefined;
  readonly entry: Entry;
  readonly after: Standing;
}

/** Decides the purchases one after the other, each by the standing that the one before left. */
function tell({ program, requests }: Story): readonly Chapter[] {
  const club = openClub(program);
  const chapters: Chapter[] = [];
  for (const request of requests) {
    const member = requests[0]?.member ?? { id: "m-1" };
    const before = chapters.length === 0 ? member.standing : chapters.at(-1)?.after;
    const { entry } = club.evaluate({ ...request, member: { ...member, standing: before } });
    if (entry === undefined) throw new Error("a member's purchase is booked");
    chapters.push({ before, entry, after: apply(before, entry) });
  }
  return chapters;
}

const refusal = (act: () => unknown) => {
  try {
    act();
    return "accepted";
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return error.issues.map(({ code }) => code);
  }
};

describe("apply carries a member from one purchase to the next", () => {
  law("counting visits, adding spend, keeping uses and lots, on an unbroken chain", 50, stories, (story) => {
    const chapters = tell(story);
    for (const { before, entry, after } of chapters) {
      const start = before ?? { visits: 0, spend: "0" };
      expect(after.visits).toBe(start.visits === undefined ? undefined : start.visits + 1);
      expect(after.lastVisitAt).toBe(entry.at);
      expect(after.head).toEqual({ sequence: entry.sequence, hash: entry.hash });
      expect(entry.previousHash).toBe(before?.head?.hash ?? "0".repeat(64));
      expect(entry.sequence).toBe((before?.head?.sequence ?? 0) + 1);
      expect(after.uses?.slice(before?.uses?.length ?? 0)).toEqual(
        entry.uses.map(({ birthdayYear, amount, ...use }) => ({
          ...use,
          ...(birthdayYear === null ? {} : { birthdayYear }),
          ...(amount === null ? {} : { amount }),
        })),
      );
      const drawn = new Set(entry.conversions.flatMap(({ draws }) => draws.map(({ lot }) => lot)));
      const kept = entry.lots.filter(({ id }) => !drawn.has(id));
      const opened = kept.map(({ offer, usable, renewable, ...lot }) => ({
        ...lot,
        ...(renewable ? { renewable } : {}),
        ...(Date.parse(lot.activeAt) > Date.parse(lot.at) ? { pending: true } : {}),
        ...(offer === null ? {} : { offer }),
        ...(usable === null ? {} : { usable }),
      }));
      expect(after.lots).toEqual(expect.arrayContaining(opened));
      const fees = sumOf(
        entry.lines.filter(({ kind }) => kind === "fee"),
        ({ paid }) => paid,
      );
      expect(minor(entry.progress.spend)).toBe(sumOf(entry.lines, ({ paid }) => paid) - fees);
    }
    const first = chapters[0]?.before ?? { visits: 0, spend: 0 };
    const last = chapters.at(-1)?.after;
    if (first.visits !== undefined) expect(last?.visits).toBe(first.visits + chapters.length);
    if (first.spend !== undefined) {
      const spent = sumOf(chapters, ({ entry }) => entry.progress.spend);
      expect(minor(String(last?.spend))).toBe(minor(String(first.spend)) + spent);
    }
  });

  law("each entry once and in order", 40, stories, (story) => {
    const chapters = tell(story);
    const [one, two] = chapters;
    if (one === undefined) return;
    expect(refusal(() => apply(one.after, one.entry))).toEqual(["chain-mismatch"]);
    if (two === undefined) return;
    expect(refusal(() => apply(one.before, two.entry))).toEqual(["chain-mismatch"]);
    expect(refusal(() => apply(two.after, one.entry))).toEqual(["chain-mismatch"]);
  });

  law(
    "whatever order a store keeps the keys in, and nothing that was changed",
    50,
    fc.record({ story: stories, seed: seeds }),
    ({ story, seed }) => {
      const [chapter] = tell(story);
      if (chapter === undefined) return;
      const { before, entry, after } = chapter;
      expect(apply(before, withKeysShuffled(entry, seed))).toEqual(after);
      const tampered = structuredClone(entry);
      tamperWith(tampered, seed);
      const answer = refusal(() => apply(before, tampered));
      expect(answer).not.toBe("accepted");
      for (const key of ["memberId", "transactionId", "requestHash"] as const) {
        expect(refusal(() => apply(before, { ...entry, [key]: "another" }))).toEqual(["entry-hash"]);
      }
      expect(refusal(() => apply(before, { ...entry, more: 1 }))).toEqual(["entry-hash"]);
    },
  );

  law(
    "and reads whatever a decision writes, however large and however late",
    40,
    extremes,
    ({ program, requests }) => {
      for (const { after } of tell({ program, requests })) expect(after.lots).toBeDefined();
    },
  );

  law("and a quote is the decision without what is written down", 40, stories, ({ program, requests }) => {
    const club = openClub(program);
    for (const request of requests) {
      const { entry: _, intents: __, ...rest } = club.evaluate(request);
      expect(JSON.stringify(club.quote(request))).toBe(JSON.stringify(rest));
    }
  });
});

/** Changes one value somewhere in it, which one the seed decides. */
function tamperWith(value: object, seed: number): void {
  const members = Object.entries(value);
  const place = seed % Math.max(1, members.length);
  const [key, member] = members[place] ?? ["more", null];
  if (typeof member === "object" && member !== null && Object.keys(member).length > 0) {
    tamperWith(member, Math.floor(seed / 7) + 1);
  } else {
    const other =
      typeof member === "string" ? `${member}1` : typeof member === "number" ? member + 1 : "another";
    Reflect.set(value, key, other);
  }
}

function fail(message: string): never {
  throw new Error(message);
}
