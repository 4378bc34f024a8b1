import { describe, expect, it } from "vitest";
import { generatePages } from "../../.config/generate-docs.js";
import { readPage } from "./markdown.js";

describe("a generated page", () => {
  it.each(generatePages())("$path is what the source gives; if not, run `npm run generate`", (page) => {
    expect(readPage(page.path).text).toBe(page.text);
  });
});
