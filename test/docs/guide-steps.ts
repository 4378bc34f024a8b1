import { fileOf, vafa } from "../cli/shell.js";
import type { Page } from "./markdown.js";

/** One JSON document of a guide, what the command says to it, and what the guide says that it says. */
export interface GuideStep {
  readonly kind: "program" | "request";
  /** How the document begins, to find it on the page. */
  readonly opening: string;
  readonly code: number;
  readonly printed: string;
  /** Paragraphs of the text block after it; none where there is no such block. */
  readonly claimed: readonly string[];
}

/**
 * Runs a guide as its reader would. A JSON block with a `transaction` is decided by `vafa evaluate`; any other is a
 * program for `vafa check`: a whole one where it has an `id`, else keys that take the place of the last program's. One
 * that is wrong, for the guide shows slips too, is not kept.
 */
export function runGuide({ text }: Page): readonly GuideStep[] {
  let program: object = {};
  return blocksInOrder(text).flatMap(({ language, block }, index, all) => {
    if (language !== "json") return [];
    const document: object = JSON.parse(block);
    const kind = "transaction" in document ? "request" : "program";
    const tried = kind === "request" || "id" in document ? document : { ...program, ...document };
    const { code, out, err } =
      kind === "request"
        ? vafa(["evaluate", "--program", fileOf(program), "--request", fileOf(tried)])
        : vafa(["check", "--program", fileOf(tried)]);
    if (kind === "program" && code === 0) program = tried;
    const after = all.slice(index + 1).find((next) => next.language !== "sh");
    const claimed = after?.language === "text" ? after.block.trimEnd().split(/\n\n+/) : [];
    return [{ kind, opening: block.slice(0, 120), code, printed: out + err, claimed }];
  });
}

function blocksInOrder(text: string): readonly { readonly language: string; readonly block: string }[] {
  return [...text.matchAll(/^```(json|sh|text)\n([\s\S]*?)^```$/gm)].map(([, language = "", block = ""]) => ({
    language,
    block,
  }));
}
