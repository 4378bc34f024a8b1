import { sha256Hex } from "#sha256";
import { canonicalJson } from "../units/canonical-json.js";
import { invariant } from "../units/invariant.js";
import { type Holder, readDraw, readSeed } from "./read-draw.js";

/** What a draw came to, with all that is needed to draw it again. */
export interface Drawn {
  /** SHA-256 of the seed: what was published before. */
  readonly commitment: string;
  /** SHA-256 of the tickets, as canonical JSON by member id. */
  readonly ticketsHash: string;
  /** All tickets. */
  readonly total: string;
  readonly winners: readonly {
    readonly place: number;
    readonly memberId: string;
    /** Their winning ticket; tickets are numbered from 1 on, by member id. */
    readonly ticket: string;
  }[];
}

/** What is published before a draw, while its seed is kept secret: SHA-256 of the seed in UTF-8, in hex. */
export function drawCommitment(seed: unknown): string {
  return sha256Hex(readSeed(seed));
}

/**
 * Draws winners among tickets so that anyone can draw them again. Pure: the seed is all the chance there is.
 *
 * Before the draw publish `drawCommitment(seed)`, and once the last ticket is given `ticketsHash`; draw; then reveal
 * the seed and the tickets. Whoever draws again with them must find the same commitment, hash and winners.
 *
 * Worked: with tickets `ali` 3 and `sara` 1, tickets 1 to 3 are Ali's and 4 is Sara's, whatever the order of the list.
 * Two winners are both of them: a member wins once, and then their other tickets leave the pot. Where fewer members
 * than `winners` hold tickets, all of them win.
 *
 * What it cannot do: who knows the seed before the tickets are fixed can try which tickets would win, and who chooses
 * seed and tickets together can choose the winner. So the commitment comes first, and no ticket after the seed is
 * known to anyone who may give tickets; better still, add to the seed, in a way said beforehand, what nobody could
 * know, such as the day's closing figure of the stock exchange. Take a seed of at least 32 random hex digits: a
 * guessable one is no secret. The list itself is believed: count the tickets by the entries.
 *
 * Takes anything, and reads a `Draw`. Throws a `ClubError` with every issue.
 */
export function draw(input: unknown): Drawn {
  const { holders, total, seed, winners } = readDraw(input);
  const ticketsHash = sha256Hex(
    canonicalJson(holders.map(({ memberId, count }) => ({ count: `${count}`, memberId }))),
  );
  const chance = chanceOf(`vafa:draw:1\n${seed}\n${ticketsHash}\n`);
  const won: Drawn["winners"][number][] = [];
  const gone: Holder[] = [];
  let left = total;
  while (won.length < winners && left > 0n) {
    const ticket = ticketAt(chance(left), gone);
    const holder = holderOf(ticket, holders);
    won.push({ place: won.length + 1, memberId: holder.memberId, ticket: `${ticket + 1n}` });
    const later = gone.findIndex(({ first }) => first > ticket);
    gone.splice(later < 0 ? gone.length : later, 0, holder);
    left -= holder.count;
  }
  return { commitment: sha256Hex(seed), ticketsHash, total: `${total}`, winners: won };
}

const ALL = 2n ** 256n;

/** Whole numbers below a bound, each as likely as any other: what would favour the small ones is passed over. */
function chanceOf(source: string): (bound: bigint) => bigint {
  let counter = 0;
  return (bound) => {
    const fair = ALL - (ALL % bound);
    for (;;) {
      const number = BigInt(`0x${sha256Hex(`${source}${counter++}`)}`);
      if (number < fair) return number % bound;
    }
  };
}

/** The ticket at this place of those that are still in the pot; who is `gone` stands in the order of tickets. */
function ticketAt(place: bigint, gone: readonly Holder[]): bigint {
  let ticket = place;
  for (const { first, count } of gone) {
    if (ticket < first) break;
    ticket += count;
  }
  return ticket;
}

function holderOf(ticket: bigint, holders: readonly Holder[]): Holder {
  let low = 0;
  let high = holders.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((holders[middle]?.first ?? 0n) <= ticket) low = middle;
    else high = middle - 1;
  }
  const holder = holders[low];
  invariant(holder !== undefined, "every ticket is somebody's");
  return holder;
}
