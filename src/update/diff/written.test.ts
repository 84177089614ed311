/** The list of changes as people and programs get it; `expected/` holds it for the small project of testing.ts. */

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printable } from "../../source/diagnostic.ts";
import { changesBetween } from "./compare.ts";
import { cut, rowLines } from "./columns.ts";
import { jsonOf } from "./json.ts";
import { markdownOf } from "./markdown.ts";
import { dataset, type Files, project, release, stateOf } from "./testing.ts";
import { textOf } from "./text.ts";

const changes = changesBetween(stateOf(project, { asOf: "2019-12-31" }), stateOf(project, { asOf: "2020-12-31" }));
const expected = (name: string): string => join(import.meta.dirname, "expected", name);

describe("the list of changes", () => {
  it("is text for a terminal, in both languages", async () => {
    await expect(`${textOf(changes, { width: 100, language: "de" })}\n`).toMatchFileSnapshot(expected("changes.de.txt"));
    await expect(`${textOf(changes, { width: 60, language: "en" })}\n`).toMatchFileSnapshot(expected("changes.en.txt"));
  });

  it("is Markdown", async () => {
    await expect(`${markdownOf(changes)}\n`).toMatchFileSnapshot(expected("changes.md"));
  });

  it("is JSON of a stable form", async () => {
    await expect(`${jsonOf(changes)}\n`).toMatchFileSnapshot(expected("changes.json"));
  });

  it("says so where nothing has changed", () => {
    const state = stateOf(project, { asOf: "2020-12-31" });
    const none = changesBetween(state, state);
    expect(textOf(none, { width: 80, language: "de" })).toContain("Nichts hat sich geändert.");
    expect(markdownOf(none)).toContain("Nichts hat sich geändert.");
  });
});

/** Many places, of names that Markdown and terminals would obey. */
function many(count: number): Files {
  const names = Array.from({ length: count }, (_, i) => `Ort ${i} *|_\`<b>`);
  const values = (factor: number): string => names.map((name, i) => `"${name}": ${factor * (i + 1)}`).join(", ");
  return {
    "data/orte/dataset.yaml": dataset("Menschen"),
    "data/orte/2019-12-31.yaml": release("2019-12-31", values(1)),
    "data/orte/2020-12-31.yaml": release("2020-12-31", values(2)),
    "slides/probe/10-a.md": `# A\n\n${names.map((name) => `{{ orte["${name}"] }}`).join(" ")}\n`,
  };
}

describe("a long list", () => {
  const files = many(300);
  const long = changesBetween(stateOf(files, { asOf: "2019-12-31" }), stateOf(files, { asOf: "2020-12-31" }));

  it("is cut on a terminal, with what is left out and how to have all", () => {
    const text = textOf(long, { width: 80, language: "de" });
    expect(text.split("\n").length).toBeLessThan(40);
    expect(text).toContain("300 Zahlen auf 1 Folie anders");
    expect(text).toContain("… und 284 weitere");
    expect(text).toContain("--format markdown");
  });

  it("is whole in Markdown, in which names mean nothing", () => {
    const rows = markdownOf(long)
      .split("\n")
      .filter((line) => line.startsWith("| Ort "));
    expect(rows).toHaveLength(300);
    expect(rows[7]).toContain("| Ort 7 \\*\\|\\_\\`\\<b\\> | 8 | 16 | +8 | +100,0 % |".replaceAll(" %", "\u00a0%"));
  });

  it.each([40, 60, 80, 100, 200])("has no line wider than %d columns", (width) => {
    for (const line of textOf(long, { width, language: "de" }).split("\n"))
      expect(cut(line, Number.POSITIVE_INFINITY).width).toBeLessThanOrEqual(width);
  });

  it("keeps signs that a terminal would obey from it", () => {
    const evil = {
      ...project,
      "data/orte/dataset.yaml": dataset("Menschen \\u001b[31m").replace("title: Menschen \\u001b[31m", 'title: "Menschen \\u001b[31m"'),
    };
    const text = textOf(changesBetween(stateOf(evil, { asOf: "2019-12-31" }), stateOf(evil, { asOf: "2020-12-31" })), {
      width: 80,
      language: "de",
    });
    expect(text).toContain("Menschen");
    expect(text).toBe(printable(text));
  });
});

describe("columns", () => {
  it("count as terminals do", () => {
    expect(cut("Ä\u0308 日本", 9)).toEqual({ text: "Ä\u0308 日本", width: 6 });
    expect(cut("日本語", 4)).toEqual({ text: "日…", width: 3 });
    expect(cut("abc", 0)).toEqual({ text: "", width: 0 });
  });

  it("break what is too wide, and lose nothing of it", () => {
    const lines = rowLines(
      ["share(orte.Aurach,orte.Bühl) und mehr", "1"],
      [
        { width: 10, align: "left" },
        { width: 3, align: "right" },
      ],
    );
    expect(lines).toEqual(["share(orte    1", ".Aurach,or", "te.Bühl)", "und mehr"]);
  });
});
