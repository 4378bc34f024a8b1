import { openClub } from "vafa";
import { compileProgram } from "../../src/eligibility/compile.js";
import { judge } from "../../src/evaluate.js";
import { parseProgram } from "../../src/program/parse-program.js";
import { USUAL_SIZES } from "../../src/program/sizes.js";
import { daysToReturn } from "../../src/standing/birthday.js";
import { parseRequest } from "../../src/standing/parse-request.js";
import { calendarOf, weekdayOf } from "../../src/units/calendar.js";
import { benchChoices } from "./choices.js";
import { createRival, gatherRivalFacts } from "./rival-engine.js";
import { createWorkload } from "./workload.js";

const ROUNDS = 16;
/** json-rules-engine looks slower than it is until it has run for more than a second; we, too. In milliseconds, each. */
const WARMING = 1_500;
const SIZES = [5, 30, 300];
const REQUESTS = 200;

function print(line = ""): void {
  process.stdout.write(`${line}\n`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Microseconds a request, each candidate in turn within a round, so that a noisy moment touches all alike. */
async function pairedRounds(
  candidates: Record<string, () => Promise<void> | void>,
): Promise<Map<string, number[]>> {
  const all = Object.entries(candidates);
  for (const [, run] of all) {
    for (let warmed = 0; warmed < WARMING; ) warmed += await timeOf(run);
  }
  const times = new Map(all.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    // Each round begins with another: who comes after the rival finds its garbage.
    const first = round % all.length;
    for (const [name, run] of [...all.slice(first), ...all.slice(0, first)]) {
      times.get(name)?.push(((await timeOf(run)) * 1_000) / REQUESTS);
    }
  }
  return times;
}

async function timeOf(run: () => Promise<void> | void): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

print("offers  candidate                     µs/transaction   ratio to json-rules-engine's matching alone");
for (const size of SIZES) {
  const { program, requests } = createWorkload(size, REQUESTS);
  const club = openClub(program);
  const parsed = parseProgram(program, USUAL_SIZES);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const compiled = compileProgram(parsed.program, 500);
  const read = requests.map((request) => parseRequest(request, compiled));
  const rival = createRival(program);
  const persian = calendarOf("persian");
  const rivalFacts = requests.map((request, index) => {
    const day = read[index]?.transaction.local.day ?? 0;
    const born = read[index]?.member?.birthDate;
    return gatherRivalFacts(request, {
      date: day,
      weekday: weekdayOf(day),
      day: persian.dateOf(day).day,
      daysToBirthday: born && daysToReturn(day, born, "before"),
    });
  });

  // First prove that all match the same offers.
  let matched = 0;
  for (const [index, request] of read.entries()) {
    const ours = judge(compiled, request)
      .verdicts.filter(({ applies }) => applies === true)
      .map(({ judged }) => judged.offer.id)
      .filter((id) => id !== "base")
      .sort();
    const theirs = await rival(rivalFacts[index] ?? {});
    if (JSON.stringify(ours) !== JSON.stringify(theirs))
      throw new Error(`the candidates disagree on request ${index}`);
    matched += ours.length;
  }

  const times = await pairedRounds({
    evaluate: () => requests.forEach((request) => void club.evaluate(request)),
    quote: () => requests.forEach((request) => void club.quote(request)),
    "eligibility alone": () => {
      for (const request of read) judge(compiled, request);
    },
    "json-rules-engine alone": async () => {
      for (const facts of rivalFacts) await rival(facts);
    },
  });
  const theirs = times.get("json-rules-engine alone") ?? [];
  for (const [name, own] of times) {
    const ratio = median(own.map((time, index) => (theirs[index] ?? 0) / time));
    print(
      `${String(size).padStart(6)}  ${name.padEnd(28)} ${median(own).toFixed(1).padStart(14)}   ${ratio.toFixed(1)}×`,
    );
  }
  print(
    `        ${(matched / requests.length).toFixed(1)} of the offers match a transaction, the same for both`,
  );
  print();
}

benchChoices(print);
