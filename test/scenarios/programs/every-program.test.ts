import { readdirSync, readFileSync } from "node:fs";
import { openClub, parseProgram } from "vafa";
import { describe, expect, it } from "vitest";
import { fits, type Schema } from "../../docs/json-schema.js";

const HERE = new URL("./", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, HERE), "utf8");
const files = readdirSync(HERE);
const programs = files.filter((file) => file.endsWith(".json"));
const stories = files.filter((file) => file.endsWith(".test.ts")).map(read);
const schema = JSON.parse(
  readFileSync(new URL("../../../docs/program.schema.json", import.meta.url), "utf8"),
) as Schema;

describe.each(programs)("%s", (file) => {
  const program: unknown = JSON.parse(read(file));

  it("is a program, by the engine and by the JSON Schema, and is called as its file is", () => {
    expect(parseProgram(program)).toMatchObject({ ok: true });
    expect(fits(program, schema, schema)).toBe(true);
    expect(`${openClub(program).program.id}.json`).toBe(file);
  });

  it("has a story", () => {
    expect(stories.some((story) => story.includes(`from "./${file}"`))).toBe(true);
  });
});
