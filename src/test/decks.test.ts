/**
 * Golden cases: each folder of `decks/` is a miniature project, with `case.yaml` (what it is about) and `expected/` (what
 * comes of it). A new case is a new folder. An expected file that is absent is written on a developer's machine and
 * refused where `CI` is set; `vitest -u` writes all anew. Read what was written before you commit it.
 */

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { load } from "js-yaml";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IsoDate } from "../data/figure.ts";
import type { Deck } from "../deck/model.ts";
import { type CompileOptions, compileProject, type Compiled } from "../project/build.ts";
import { lintProject } from "../project/lint.ts";
import { rules } from "../deck/lint/rules.ts";
import { readProject } from "../project/read.ts";
import { type Diagnostic, speak } from "../source/diagnostic.ts";
import { renderSlide } from "../targets/html/slide.ts";
import { repository } from "./repository.ts";
import { dumpDeck } from "./dump.ts";

/** `case.yaml`. */
interface Case {
  /** One sentence: what the case holds the product to. */
  readonly about: string;
  /** Ids of slides whose HTML is expected. */
  readonly html: readonly string[];
  /**
   * What is done to a copy of the project first, so that no editor and no checkout can undo it: `bom` and `crlf` change
   * the text of each text file, `nfd` decomposes its name.
   */
  readonly disguise: readonly string[];
  readonly options: CompileOptions;
  /** What counts as today for the lint, whose findings are expected too; absent where they are not asked for. */
  readonly lint: IsoDate | undefined;
}

const home = join(repository, "src", "test", "decks");
const textFiles: ReadonlySet<string> = new Set([".md", ".yaml", ".json"]);

function readCase(folder: string): Case {
  const raw = load(readFileSync(join(folder, "case.yaml"), "utf8"));
  if (typeof raw !== "object" || raw === null) throw new Error("case.yaml is not a map");
  const field = (name: string): unknown => new Map(Object.entries(raw)).get(name);
  const list = (name: string): readonly string[] => {
    const value = field(name);
    return Array.isArray(value) ? value.map(String) : [];
  };
  const day = (name: string): IsoDate | undefined => (field(name) === undefined ? undefined : String(field(name)));
  const [asOf, knownOn] = [day("asOf"), day("knownOn")];
  const options = { ...(asOf !== undefined && { asOf }), ...(knownOn !== undefined && { knownOn }) };
  return { about: String(field("about")), html: list("html"), disguise: list("disguise"), options, lint: day("lint") };
}

/** Copies the project's files, each text and name as the case wants it. */
function disguised(folder: string, disguise: readonly string[], target: string): string {
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })) {
    if (!item.isFile()) continue;
    const from = join(item.parentPath, item.name);
    const path = from.slice(folder.length + 1);
    if (path === "case.yaml" || path.startsWith("expected")) continue;
    const to = join(target, disguise.includes("nfd") ? path.normalize("NFD") : path);
    mkdirSync(dirname(to), { recursive: true });
    if (textFiles.has(extname(path))) writeFileSync(to, disguiseText(readFileSync(from, "utf8"), disguise));
    else copyFileSync(from, to);
  }
  return target;
}

function disguiseText(text: string, disguise: readonly string[]): string {
  const broken = disguise.includes("crlf") ? text.replaceAll("\n", "\r\n") : text;
  return disguise.includes("bom") ? `\ufeff${broken}` : broken;
}

/** Every file that is expected of a case, by its path under `expected/`. */
function results(compiled: Compiled, findings: readonly Diagnostic[], html: readonly string[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const told = { diagnostics: compiled.diagnostics, lint: findings };
  for (const [name, diagnostics] of Object.entries(told)) {
    if (diagnostics.length === 0) continue;
    for (const language of ["de", "en"] as const) {
      files.set(`${name}.${language}.txt`, `${diagnostics.map((diagnostic) => speak(diagnostic, language)).join("\n\n")}\n`);
    }
  }
  const decks = compiled.decks.flatMap(({ outcome }) => (outcome.value === undefined ? [] : [outcome.value]));
  for (const deck of decks) {
    files.set(`${deck.id}.txt`, dumpDeck(deck));
    for (const [id, section] of sections(deck, html)) files.set(`${deck.id}/${id}.html`, section);
  }
  return files;
}

function sections(deck: Deck, ids: readonly string[]): readonly (readonly [string, string])[] {
  return deck.slides.filter(({ id }) => ids.includes(id)).map((slide) => [slide.id, `${oneTagALine(renderSlide(slide, deck))}\n`]);
}

/** Where marks stand is for the tests of charts: a case would change with each improvement of a drawing. */
const geometry = / (?:x|y|x1|x2|y1|y2|cx|cy|r|rx|d|width|height|viewBox)="[^"]*"/g;

/** So that a difference shows where it is. */
function oneTagALine(html: string): string {
  return html.replaceAll(/<svg.*?<\/svg>/gs, (svg) => svg.replaceAll(geometry, "")).replaceAll(/>\s*</g, ">\n<");
}

describe.each(readdirSync(home).toSorted())("%s", (name) => {
  const folder = join(home, name);
  let copy = "";
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), "stichtag-case-"));
  });
  afterEach(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it("gives what is expected", async () => {
    const { html, disguise, options, lint } = readCase(folder);
    const project = readProject(disguise.length > 0 ? disguised(folder, disguise, copy) : folder);
    const compiled = compileProject(project, options);
    const findings = lint === undefined ? [] : lintProject(project, compiled, lint, rules);
    const files = results(compiled, findings, html);
    const expected = join(folder, "expected");
    for (const [path, text] of files) await expect(text).toMatchFileSnapshot(join(expected, path));
    const present = existsSync(expected)
      ? readdirSync(expected, { recursive: true, withFileTypes: true, encoding: "utf8" })
          .filter((item) => item.isFile())
          .map((item) =>
            join(item.parentPath, item.name)
              .slice(expected.length + 1)
              .replaceAll("\\", "/"),
          )
      : [];
    expect(
      present.filter((path) => !files.has(path)),
      "expected, but no longer given: delete it if that is right",
    ).toEqual([]);
  });
});
