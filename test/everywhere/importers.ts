import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apply, openClub, type Program, type Request, type Standing } from "vafa";
import { readInvoices } from "../../examples/02-gift-shop-day/read-invoices.js";
import { ROOT } from "./pack-library.js";

/** A club and the purchases it is to decide; each request brings the standing it needs. */
export interface Case {
  readonly program: Program;
  readonly requests: readonly Request[];
}

/** The café's purchase, and a gift shop's day. */
export function readCases(): readonly Case[] {
  return [
    { program: readJson("01-cafe/program.json"), requests: [readJson("01-cafe/request.json")] },
    giftShopDay(),
  ];
}

function giftShopDay(): Case {
  const program: Program = readJson("02-gift-shop-day/program.json");
  const club = openClub(program);
  const standings = new Map<string, Standing>();
  const invoices = readInvoices(read("02-gift-shop-day/invoices.csv"));
  const requests = invoices.flatMap((invoice): readonly Request[] => {
    if (invoice.kind !== "sale") return [];
    const { customer, transaction } = invoice;
    if (customer === undefined) return [{ transaction }];
    const standing = standings.get(customer);
    const request = { member: { id: customer, ...(standing && { standing }) }, transaction };
    standings.set(customer, apply(standing, club.evaluate(request).entry));
    return [request];
  });
  return { program, requests };
}

function read(path: string): string {
  return readFileSync(join(ROOT, "examples", path), "utf8");
}

// What it holds is for the engine to check.
function readJson<T>(path: string): T {
  return JSON.parse(read(path));
}

/**
 * The body of every importer, the same text for Node and for browsers. Through both doors: the asynchronous one must
 * decide as its law says, and it knows only clubs that its own copy of the library opened.
 */
const DECIDE = `
async function decideAll(cases) {
  const told = [];
  const entries = [];
  for (const { program, requests } of cases) {
    const club = openClub(program);
    for (const request of requests) {
      const decision = club.evaluate(request);
      const { fetched: _, ...later } = await evaluateAsync(club, request, { facts: {} });
      const replayed = club.evaluate(request);
      if (JSON.stringify(later) !== JSON.stringify(replayed)) throw new Error("the doors differ");
      if (decision.entry !== undefined) entries.push(decision.entry);
      told.push(decision, decision.entry === undefined ? null : apply(request.member?.standing, decision.entry));
    }
  }
  try {
    openClub({});
  } catch (error) {
    if (!(error instanceof ClubError)) throw error;
    told.push(error.issues);
  }
  // The ledger's door, by lines and by entries.
  const verified = verifyLines(entries.map((entry) => JSON.stringify(entry)));
  if (JSON.stringify(verified) !== JSON.stringify(verifyLedger(entries))) throw new Error("the ledger differs");
  told.push(verified, trialBalance(entries));
  return JSON.stringify(told);
}
`;

/** Prints what was decided, as JSON. */
export const NODE_IMPORTERS = {
  ESM: {
    file: "main.mjs",
    code: `import { readFileSync } from "node:fs";
import { apply, ClubError, openClub } from "vafa";
import { evaluateAsync } from "vafa/async";
import { trialBalance, verifyLedger, verifyLines } from "vafa/ledger";
${DECIDE}
process.stdout.write(await decideAll(JSON.parse(readFileSync("cases.json", "utf8"))));
`,
  },
  CommonJS: {
    file: "main.cjs",
    code: `const { readFileSync } = require("node:fs");
const { apply, ClubError, openClub } = require("vafa");
const { evaluateAsync } = require("vafa/async");
const { trialBalance, verifyLedger, verifyLines } = require("vafa/ledger");
${DECIDE}
decideAll(JSON.parse(readFileSync("cases.json", "utf8"))).then((text) => process.stdout.write(text));
`,
  },
} as const;

/** Writes what was decided, or what went wrong, into the page. */
export const BROWSER_IMPORTER = `import { apply, ClubError, openClub } from "vafa";
import { evaluateAsync } from "vafa/async";
import { trialBalance, verifyLedger, verifyLines } from "vafa/ledger";
import cases from "./cases.json";
${DECIDE}
const tell = (id, text) => {
  const output = document.createElement("pre");
  output.id = id;
  output.textContent = text;
  document.body.append(output);
};
decideAll(cases).then((text) => tell("decided", text), (error) => tell("failed", String(error?.stack ?? error)));
`;
