import { fileOf, vafa } from "../cli/shell.js";
import type { Page } from "./markdown.js";

/** One JSON document, or one file of rows, of a guide, what the command says to it, and what the guide says that it says. */
export interface GuideStep {
  readonly kind: "program" | "request" | "members" | "replay";
  /** How the document begins, to find it on the page. */
  readonly opening: string;
  readonly code: number;
  readonly printed: string;
  /** Paragraphs of the text block after it; none where there is no such block. */
  readonly claimed: readonly string[];
}

/**
 * Runs a guide as its reader would. A block of NDJSON is a file of members where its rows have an `id`; else it is
 * replayed through the last program, with the last members, and what was written is verified. A JSON block with a `transaction` is decided by `vafa evaluate`; any other is a
 * program for `vafa check`: a whole one where it has an `id`, else keys that take the place of the last program's. One
 * that is wrong, for the guide shows slips too, is not kept.
 */
export function runGuide({ text }: Page): readonly GuideStep[] {
  let program: object = {};
  let members = "";
  return blocksInOrder(text).flatMap(({ language, block }, index, all): readonly GuideStep[] => {
    const claimed = claimedAfter(index, all);
    const opening = block.slice(0, 120);
    if (language === "ndjson" && block.startsWith('{ "id"')) {
      members = block;
      return [{ kind: "members", opening, code: 0, printed: "", claimed: [] }];
    }
    if (language === "ndjson") {
      return [{ kind: "replay", opening, claimed, ...replayed({ program, members, rows: block }) }];
    }
    if (language !== "json") return [];
    const document: object = JSON.parse(block);
    const kind = "transaction" in document ? "request" : "program";
    const tried = kind === "request" || "id" in document ? document : { ...program, ...document };
    const { code, out, err } =
      kind === "request"
        ? vafa(["evaluate", "--program", fileOf(program), "--request", fileOf(tried)])
        : vafa(["check", "--program", fileOf(tried)]);
    if (kind === "program" && code === 0) program = tried;
    return [{ kind, opening, code, printed: out + err, claimed }];
  });
}

function claimedAfter(index: number, all: ReturnType<typeof blocksInOrder>): readonly string[] {
  const after = all.slice(index + 1).find((next) => next.language !== "sh");
  return after?.language === "text" ? after.block.trimEnd().split(/\n\n+/) : [];
}

function replayed(files: { readonly program: object; readonly members: string; readonly rows: string }) {
  const entries = fileOf("");
  const { code, out, err } = vafa([
    ...["replay", "--program", fileOf(files.program), "--purchases", fileOf(files.rows)],
    ...["--members", fileOf(files.members), "--entries", entries],
  ]);
  const verified = vafa(["verify", entries]);
  return { code: Math.max(code, verified.code), printed: out + err + verified.out + verified.err };
}

function blocksInOrder(text: string): readonly { readonly language: string; readonly block: string }[] {
  return [...text.matchAll(/^```(json|ndjson|sh|text)\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", block = ""]) => ({
      language,
      block,
    }),
  );
}
