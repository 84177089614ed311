/** The house's decks: no statistical number of the briefing is typed by hand, and both decks fit both canvases. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileProject } from "../project/build.ts";
import { readProject } from "../project/read.ts";
import { toSource } from "../source/source.ts";
import { repository } from "./repository.ts";

const folder = join(repository, "slides", "mut-briefing");

/** What may hold digits and is no statistical number, in the order in which it is taken out. */
const harmless: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["placeholders", /\{\{.*?\}\}/gs],
  ["conditions of claims", /\]\{claim:[^}]*\}/g],
  ["values of key figures and charts, which are expressions", /^\s*(?:- )?(?:value|whole|data): .*$/gm],
  ["expressions in one line of YAML", /\b(?:value|data): (?:"[^"]*"|[^,}]*)(?=[,}])/g],
  ["bounds of classes", /classes: \[[\d., ]*\]/g],
  ["formats", /format: \w+\(\d\)/g],
  ["layouts of headings", /^#{1,6} /gm],
  ["days", /\b\d{2}\.\d{2}\.\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/g],
  ["colours of series", /colour: series-\d/g],
  ["the year of the first briefing", /\b(?:im Briefing |Ausländerbehörde )von 2017\b/g],
  ["the end of a year", /\beinem 31\.12\. /g],
  ["the years that a heading of the original spans", /\bvon 2014 bis 2017\b/g],
  ["the decree's place in the gazette", /Nds\. MBl\. Nr\. 17\/2014 S\. 361/g],
  ["the telephone", /\b04471 15245\b/g],
];

/** What is left of a slide's digits, each with the words around it. */
function numbersTyped(text: string): readonly string[] {
  const rest = harmless.reduce((left, [, pattern]) => left.replace(pattern, ""), text);
  return [...rest.matchAll(/.{0,20}[\d½¼¾⅓⅔].{0,20}/g)].map(([words]) => words.trim());
}

describe("the briefing", () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith(".md")))("types no number in %s", (name) => {
    expect(numbersTyped(readFileSync(join(folder, name), "utf8"))).toEqual([]);
  });

  it("would be caught typing one", () => {
    expect(numbersTyped("# Es leben 17.135 hier, {{ a.b | number(1) }}\n\n- am 01.07.2017\n- eine ½ Stelle")).toEqual([
      "Es leben 17.135 hier,",
      "- eine ½ Stelle",
    ]);
    expect(numbersTyped("- value: 48\n  label: 48 Kommunen")).toEqual(["label: 48 Kommunen"]);
  });

  it("binds the values of key figures and charts to data", () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".md"))) {
      const expressions = [...readFileSync(join(folder, name), "utf8").matchAll(/\b(?:value|whole|data): *("[^"]*"|[^,}\n]*)/g)];
      for (const [, expression = ""] of expressions) expect(expression, `${name}: a bare number`).not.toMatch(/^"?[\d.,]+"?$/);
    }
  });
});

describe("the house's decks", () => {
  const project = readProject(repository);

  it.each([
    ["16:9", undefined],
    ["16:9", "latest"],
    ["4:3", undefined],
    ["4:3", "latest"],
  ])("fit %s, as of %s", (canvas, asOf) => {
    const decks = project.decks.map((deck) => {
      const { path = "", text = "" } = deck.settings ?? {};
      expect(text).toContain('canvas: "16:9"');
      return { id: deck.id, settings: toSource(path, text.replace('canvas: "16:9"', `canvas: "${canvas}"`)), slides: deck.slides };
    });
    const { diagnostics } = compileProject({ ...project, decks }, asOf === undefined ? {} : { asOf });
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message.en)).toEqual([]);
  });
});
