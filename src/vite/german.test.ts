import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { repository } from "../test/repository.ts";
import { germanDeck, germanNotes, speakerView } from "./german.ts";

const dist = `${repository}/node_modules/reveal.js/dist`;
const deck = readFileSync(`${dist}/reveal.mjs`, "utf8");
const notes = readFileSync(`${dist}/plugin/notes.mjs`, "utf8");

/** Words that an English interface cannot do without, and a German one does not have. */
const english =
  /\b(?:the|to|of|this|is|on|slides?|speaker|notes?|next|previous|upcoming|loading|click|reset|time|wide|tall|only|error|key|action|keyboard|unable|load|resume|play|jump|navigate|above|below|please)\b/i;

/** The text that the module shows: of its strings, those with a letter after a blank, a tag's end or the beginning. */
function shown(code: string): readonly string[] {
  const strings = code.match(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? [];
  const inMarkup = strings.flatMap((text) => [...text.matchAll(/aria-label="([^"$]+)"|>([^<>{}$]*\p{L}[^<>{}$]*)</gu)]);
  const whole = strings
    .flatMap((text) => text.match(/^["']\p{Lu}[^"'<>]*["']$/u) ?? [])
    .map((text) => ["", text.slice(1, -1), undefined] as const);
  return [...inMarkup, ...whole].map(([, label, content]) => (label ?? content ?? "").trim());
}

describe("reveal.js in German", () => {
  it("has words to be exchanged, by the same measure that finds none afterwards", () => {
    expect(shown(deck).filter((text) => english.test(text)).length).toBeGreaterThan(10);
  });

  it("says nothing in English any more", () => {
    // Errors for developers stay as they are.
    const forDevelopers = /^(?:Failed loading|Unrecognized|Please specify|Unable to find|Reveal\.js has)/;
    expect(shown(germanDeck(deck)).filter((text) => english.test(text) && !forDevelopers.test(text))).toEqual([]);
  });

  it("refuses a version of reveal.js whose words are others", () => {
    expect(() => germanDeck(deck.replaceAll("Jump to slide", "Go to slide"))).toThrow('"Jump to slide"');
    expect(() => germanNotes(notes.replaceAll("Click to Reset", "Reset"))).toThrow("Click to Reset");
  });
});

describe("the speaker view in German", () => {
  const german = germanNotes(notes);
  const page = pageOf(german);

  it("shows these texts and no others", () => {
    const texts = page
      .replaceAll(/<(script|style)>[^]*?<\/\1>|<!--[^]*?-->/g, "")
      .split(/<[^>]*>/)
      .map((text) => text.trim())
      .filter((text) => /\p{L}/u.test(text));
    expect(texts).toEqual([
      "Ansicht für Vortragende",
      "Die Ansicht wird geladen …",
      "Nächste Folie",
      "Zeit",
      "Zurücksetzen",
      "Restzeit für diese Folie",
      "Notizen",
    ]);
    expect(page).toContain('<html lang="de">');
  });

  it("says nothing in English by its script", () => {
    const [script = ""] = speakerView(german).scripts;
    const strings = [...script.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)].map(
      ([, single, double]) => single ?? double ?? "",
    );
    // Selectors, classes, and what goes to the console.
    const unseen = /^[.#]|^pacing |Could not parse timing|' of slide |; using default of /;
    expect(strings.filter((text) => / /.test(text) && english.test(text) && !unseen.test(text))).toEqual([]);
    expect(script).toContain("'notes-only': 'Nur Notizen'");
    expect(script).not.toContain("en-US");
  });

  it("has no style attributes, which the page's policy forbids", () => {
    expect(page).not.toMatch(/\sstyle=/);
  });

  it("has one script and one style sheet, to the letter as the window will have them", () => {
    const { scripts, styles } = speakerView(german);
    expect(scripts).toHaveLength(1);
    expect(styles).toHaveLength(1);
    expect(page).toContain(`<script>${scripts[0]}</script>`);
    expect(page).toContain(`<style>${styles[0]}</style>`);
  });

  it("does without its copy of marked", () => {
    expect(german.length).toBeLessThan(40_000);
    expect(german).not.toContain("blockquoteStart");
  });
});

/** What the plugin writes into its window: the argument of `document.write`, evaluated as the browser does. */
function pageOf(code: string): string {
  const start = code.indexOf("document.write(") + "document.write(".length;
  const literal = /^"(?:[^"\\]|\\.)*"/.exec(code.slice(start))?.[0] ?? '""';
  return String(runInNewContext(literal));
}
