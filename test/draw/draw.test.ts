import { createHash } from "node:crypto";
import { ClubError, type Draw, draw, drawCommitment } from "vafa";
import { describe, expect, it } from "vitest";

const SEED = "yalda-1405: 7f3a9c41e2";
const TICKETS = [
  { memberId: "sara", count: 1 },
  { memberId: "ali", count: "3" },
  { memberId: "Zahra", count: 2 },
] as const satisfies Draw["tickets"];

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

function issuesOf(input: unknown, door: (input: unknown) => unknown = draw): readonly string[] {
  try {
    door(input);
    return [];
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path}`);
  }
}

describe("a draw", () => {
  it("is what its words say, worked here without it", () => {
    const listed =
      '[{"count":"2","memberId":"Zahra"},{"count":"3","memberId":"ali"},{"count":"1","memberId":"sara"}]';
    const ticketsHash = sha256(listed);
    // Capitals come first: tickets 1 and 2 are Zahra's, 3 to 5 Ali's, 6 is Sara's.
    let pot = ["Zahra 1", "Zahra 2", "ali 3", "ali 4", "ali 5", "sara 6"];
    const winners = [0, 1, 2].map((counter) => {
      const number = BigInt(`0x${sha256(`vafa:draw:1\n${SEED}\n${ticketsHash}\n${counter}`)}`);
      const [memberId = "", ticket = ""] = (pot[Number(number % BigInt(pot.length))] ?? "").split(" ");
      pot = pot.filter((one) => !one.startsWith(`${memberId} `));
      return { place: counter + 1, memberId, ticket };
    });
    expect(draw({ tickets: TICKETS, seed: SEED, winners: 3 })).toEqual({
      commitment: sha256(SEED),
      ticketsHash,
      total: "6",
      winners,
    });
    expect(drawCommitment(SEED)).toBe(sha256(SEED));
  });

  it("stays what it was in every release", () => {
    const drawn = draw({ tickets: TICKETS, seed: SEED, winners: 3 });
    expect(drawn).toEqual({
      commitment: "e01f72dcaf39c43a09738959067ee30fd583ac339823d83c737717981988af29",
      ticketsHash: "fde491d14431e85a51357b89141a810e800373e4947dffdd1e9021c08f6ba6e6",
      total: "6",
      winners: [
        { place: 1, memberId: "ali", ticket: "3" },
        { place: 2, memberId: "Zahra", ticket: "2" },
        { place: 3, memberId: "sara", ticket: "6" },
      ],
    });
  });

  it("counts more tickets than a JavaScript number can, exactly", () => {
    const tickets = Array.from({ length: 1_000 }, (_, index) => ({
      memberId: `m-${index}`,
      count: "999999999999999999",
    }));
    const { ticketsHash, total, winners } = draw({ tickets, seed: SEED, winners: 1 });
    expect(total).toBe("999999999999999999000");
    const number = BigInt(`0x${sha256(`vafa:draw:1\n${SEED}\n${ticketsHash}\n0`)}`);
    expect(winners[0]?.ticket).toBe(`${(number % BigInt(total)) + 1n}`);
  });

  it("never minds the order of the list, nor how a count is written", () => {
    const turned = [...TICKETS].reverse().map(({ memberId, count }) => ({ count: `${count}`, memberId }));
    expect(draw({ tickets: turned, seed: SEED, winners: 2 })).toEqual(
      draw({ tickets: TICKETS, seed: SEED, winners: 2 }),
    );
  });

  it("gives one member one place, and where members are fewer than places, each of them one", () => {
    const few = draw({ tickets: TICKETS, seed: SEED, winners: 10_000 }).winners;
    expect(few.map(({ place }) => place)).toEqual([1, 2, 3]);
    expect(few.map(({ memberId }) => memberId).sort()).toEqual(["Zahra", "ali", "sara"]);
    const many = Array.from({ length: 200 }, (_, index) => ({ memberId: `m-${index}`, count: index + 1 }));
    const { winners } = draw({ tickets: many, seed: SEED, winners: 200 });
    expect(new Set(winners.map(({ memberId }) => memberId)).size).toBe(200);
    expect(new Set(winners.map(({ ticket }) => ticket)).size).toBe(200);
  });

  it("names tickets that are the winner's own", () => {
    for (let round = 0; round < 50; round++) {
      for (const { memberId, ticket } of draw({ tickets: TICKETS, seed: `${SEED}${round}`, winners: 3 })
        .winners) {
        const owner = ["Zahra", "Zahra", "ali", "ali", "ali", "sara"][Number(ticket) - 1];
        expect(owner).toBe(memberId);
      }
    }
  });

  it("is another with one ticket more, and says so in ticketsHash", () => {
    const more = TICKETS.map((row) => (row.memberId === "sara" ? { ...row, count: 2 } : row));
    const hashes = [TICKETS, more].map((tickets) => draw({ tickets, seed: SEED, winners: 1 }).ticketsHash);
    expect(hashes[0]).not.toBe(hashes[1]);
    const commitments = [TICKETS, more].map(
      (tickets) => draw({ tickets, seed: SEED, winners: 1 }).commitment,
    );
    expect(commitments[0]).toBe(commitments[1]);
  });

  it("lets every ticket win about as often as any other", () => {
    const rounds = 6_000;
    const first = new Map<string, number>();
    const second = new Map<string, number>();
    for (let round = 0; round < rounds; round++) {
      const { winners } = draw({ tickets: TICKETS, seed: `a seed of its very own, ${round}`, winners: 2 });
      const [one, two] = winners;
      first.set(one?.ticket ?? "", (first.get(one?.ticket ?? "") ?? 0) + 1);
      second.set(two?.memberId ?? "", (second.get(two?.memberId ?? "") ?? 0) + 1);
    }
    // Six tickets: each 1,000 times, give or take four standard deviations (28.9 each).
    for (const ticket of ["1", "2", "3", "4", "5", "6"])
      expect(Math.abs((first.get(ticket) ?? 0) - rounds / 6)).toBeLessThan(116);
    // Sara is second after Zahra (2/6 × 1/4) or Ali (3/6 × 1/3): 1/4 of the rounds, a standard deviation being 33.5.
    expect(Math.abs((second.get("sara") ?? 0) - rounds / 4)).toBeLessThan(134);
  });

  it("takes a festival in its stride, though one member holds nearly all tickets", () => {
    const tickets = Array.from({ length: 20_000 }, (_, index) => ({ memberId: `m-${index}`, count: 1 }));
    const { winners } = draw({
      tickets: [...tickets, { memberId: "whale", count: "999999999999999999" }],
      seed: SEED,
      winners: 1_000,
    });
    expect(winners[0]?.memberId).toBe("whale");
    expect(new Set(winners.map(({ memberId }) => memberId)).size).toBe(1_000);
  });
});

describe("what is no draw", () => {
  it("is told with every issue at once", () => {
    const wrong = {
      tickets: [
        { memberId: "two words", count: 1 },
        { memberId: "b", count: 0 },
        { memberId: "c", count: -1 },
        { memberId: "d", count: 1.5 },
        { memberId: "e", count: "۳" },
        { memberId: "f" },
      ],
      seed: "too short",
      winners: 0,
      prize: "a car",
    };
    expect([...issuesOf(wrong)].sort()).toEqual([
      "id-format /tickets/0/memberId",
      "number-format /tickets/3/count",
      "number-format /tickets/4/count",
      "number-negative /tickets/2/count",
      "number-range /tickets/1/count",
      "number-range /winners",
      "required /tickets/5/count",
      "string-too-short /seed",
      "unknown-field /prize",
    ]);
  });

  it("a member twice, and half a ticket", () => {
    const tickets = [
      { memberId: "ali", count: "1.5" },
      { memberId: "ali", count: 1 },
    ];
    expect(issuesOf({ tickets, seed: SEED, winners: 1 })).toEqual([
      "number-precision /tickets/0/count",
      "duplicate-id /tickets/1/memberId",
    ]);
  });

  it("nothing to draw from, and nothing at all", () => {
    expect(issuesOf({ tickets: [], seed: SEED, winners: 1 })).toEqual(["array-too-short /tickets"]);
    for (const input of [undefined, null, 7, "draw", []]) expect(issuesOf(input)).not.toEqual([]);
  });

  it("a seed that shows fewer than 16 characters is none, for a draw and for a commitment", () => {
    const invisible = `secret${" ".repeat(10)}\u200b\u200b\u200b`;
    expect(issuesOf({ tickets: TICKETS, seed: invisible, winners: 1 })).toEqual(["string-too-short /seed"]);
    expect(issuesOf(invisible, drawCommitment)).toEqual(["string-too-short "]);
    expect(issuesOf(12, drawCommitment)).toEqual(["type "]);
    expect(issuesOf("شب یلدای هزار و چهارصد و پنج", drawCommitment)).toEqual([]);
  });
});
