import { existsSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { anchorsOf, type Page, proseOf, readPage, readPages } from "./markdown.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

function linksOf(page: Page): readonly string[] {
  const links = [...page.text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/\]\(([^)\s]+)\)/g)];
  return links.map(([, target = ""]) => target).filter((target) => !/^[a-z]+:/.test(target));
}

/** What is wrong with a link, `undefined` where it leads somewhere. */
function faultOf(page: Page, link: string): string | undefined {
  const [file = "", anchor] = link.split("#");
  const path = file === "" ? page.path : posix.join(posix.dirname(page.path), file);
  if (!existsSync(`${ROOT}${path}`)) return `${link}: there is no ${path}`;
  if (anchor === undefined || anchorsOf(readPage(path)).includes(anchor)) return undefined;
  return `${link}: ${path} has no heading #${anchor}`;
}

describe("every page of the documentation", () => {
  it.each(readPages())("$path links only to what is there", (page) => {
    expect(linksOf(page).flatMap((link) => faultOf(page, link) ?? [])).toEqual([]);
  });

  it.each(readPages())("$path has one title, and lines that fit", ({ text }) => {
    expect(text).toMatch(/^# \S/);
    expect(text.match(/^# .*$/gm)).toHaveLength(1);
    // A row of NDJSON is one line, however long.
    const broken = text.replace(/^```ndjson\n[\s\S]*?^```$/gm, "");
    const long = broken.split("\n").filter((line) => line.length > 121 && !line.startsWith("|"));
    expect(long).toEqual([]);
  });

  it.each(readPages())("$path is plain prose: no emoji, no long dashes", (page) => {
    // A short dash may stand between numbers.
    expect(proseOf(page)).not.toMatch(/\p{Extended_Pictographic}|—|(?<!\d)–|–(?!\d)/u);
  });

  it.each(readPages())("$path names no path of a machine", ({ text }) => {
    expect(text).not.toMatch(/\/(?:home|work|tmp|Users|root)\//);
  });
});
