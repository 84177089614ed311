import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inputWith, measured, wordsFound } from "../../test/lint/corpus.ts";
import { repository } from "../../test/repository.ts";
import { typography } from "./words/typography.ts";

/** What the lint says of the decks that try it, in which it proposes footnotes to be taken as they stand. */
const said = readdirSync(join(repository, "src", "test", "decks"))
  .map((deck) => join(repository, "src", "test", "decks", deck, "expected", "lint.de.txt"))
  .filter((path) => existsSync(path))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");
const footnotes = [...new Set([...said.matchAll(/footnotes: \["([^"]+)"\]/gu)].map(([, note]) => note ?? ""))];

describe("footnotes that the lint proposes", () => {
  it("are of several rules", () => {
    expect(footnotes.length).toBeGreaterThan(3);
  });

  it.each(footnotes)("%s: is nothing that the lint finds", (note) => {
    for (const rule of measured) expect(wordsFound(rule, note), rule).toEqual([]);
    expect(typography.find(inputWith(note))).toEqual([]);
  });
});
