import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Inline } from "../../../deck/model.ts";
import { blockOf } from "../../../deck/testing.ts";
import { figure } from "../../html/testing.ts";
import type { Run } from "./content.ts";
import { lineOf, runsOf, runsOfCode, textOfRuns } from "./runs.ts";

const text = (words: string): Inline => ({ kind: "text", text: words });

const link = (address: string): Inline => ({ kind: "link", address, content: [text("x")] });

/** The inlines of a slide's first paragraph. */
function inlinesOf(markdown: string): readonly Inline[] {
  const block = blockOf(`# T\n\n${markdown}`);
  if (block.kind !== "paragraph") throw new Error(`a ${block.kind} is no paragraph`);
  return block.content;
}

describe("runs", () => {
  it.each<readonly [string, string, readonly Run[]]>([
    ["one look", "nur Text", [{ text: "nur Text" }]],
    [
      "looks within looks",
      "a **b *c* d**",
      [{ text: "a " }, { text: "b ", bold: true }, { text: "c", bold: true, italic: true }, { text: " d", bold: true }],
    ],
    ["deleted text and code", "~~alt~~ `x = 1`", [{ text: "alt", strike: true }, { text: " " }, { text: "x = 1", code: true }]],
    ["a line break", "a\\\nb", [{ text: "a" }, { text: "\n" }, { text: "b" }]],
    ["numbers among words", "Es sind {{ orte.Aurach }} Personen", [{ text: "Es sind 1.234\u00a0Personen" }]],
    ["a date", "am {{ stichtag(orte) | date }}", [{ text: "am 31.12.2020" }]],
    ["a claim", "[viele]{claim: orte.Aurach > 1000} Leute", [{ text: "viele Leute" }]],
    ["a picture among words", "Hier ![ein Bild](bild.png) steht", [{ text: "Hier ein Bild steht" }]],
    [
      "links",
      '[außen](https://a.example "Titel"), [innen](#01-a)',
      [
        { text: "außen", link: { address: "https://a.example", title: "Titel" } },
        { text: ", " },
        { text: "innen", link: { slide: "01-a" } },
      ],
    ],
  ])("are made of %s", (_, markdown, expected) => {
    expect(runsOf(inlinesOf(markdown))).toEqual(expected);
  });

  it("lead nowhere where HTML leads nowhere", () => {
    expect(["javascript:alert(1)", "java\tscript:x", "data:text/html,x"].flatMap((address) => runsOf([link(address)]))).toEqual(
      [1, 2, 3].map(() => ({ text: "x" })),
    );
  });

  it("take out what XML cannot hold, and soft hyphens, which PowerPoint would show", () => {
    expect(runsOf([text("a\u0000b\u000bc\ud800d\u00ade\u00a0f\u202fg\u2011h\u{1f600}")])).toEqual([
      { text: "abcde\u00a0f\u202fg\u2011h\u{1f600}" },
    ]);
  });

  it("collapse blanks as a browser does, also over looks and beside breaks", () => {
    const parts: readonly Inline[] = [
      text("  a \n "),
      { kind: "strong", content: [text(" b ")] },
      { kind: "break" },
      text("  c "),
      { kind: "code", text: " " },
      { kind: "break" },
    ];
    expect(runsOf(parts)).toEqual([{ text: "a " }, { text: "b", bold: true }, { text: "\n" }, { text: "c" }]);
  });

  it("begin with the look that is asked for", () => {
    expect(runsOf(inlinesOf("a **b**"), { bold: true })).toEqual([{ text: "a b", bold: true }]);
  });

  it("set code among words smaller, in whole half points", () => {
    expect(runsOf(inlinesOf("a `b`"), {}, 26)).toEqual([{ text: "a " }, { text: "b", code: true, size: 22 }]);
  });

  it("keep every blank of code", () => {
    expect(runsOfCode("a\n\n\tb  c", "ink")).toEqual([
      { text: "a", code: true, colour: "ink" },
      { text: "\n" },
      { text: "\n" },
      { text: "    b  c", code: true, colour: "ink" },
    ]);
  });

  it("say in one line what names need", () => {
    expect(lineOf(inlinesOf("a\\\n**b**"))).toBe("a b");
  });

  it("hold every word once and in order, whatever the looks", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "ß", " ", "\n", "1", "&", "\u00a0", "\u00ad", "\u0007"), maxLength: 12 });
    const leaf = fc.oneof(
      words.map(text),
      words.map((code): Inline => ({ kind: "code", text: code })),
      fc.constant<Inline>({ kind: "break" }),
      fc.constant<Inline>({ kind: "figure", figure: figure(12, "12") }),
    );
    const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
      inline: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        fc.record({
          kind: fc.constantFrom("strong", "emphasis", "deleted"),
          content: fc.array(tie("inline"), { maxLength: 3 }),
        }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 5 }), (inlines) => {
        const runs = runsOf(inlines);
        const expected = shown(inlines)
          .split("\u0001")
          .map((line) => line.replaceAll(/[ \n]+/g, " ").replaceAll(/^ | $/g, ""))
          .join("\n")
          .replace(/\n+$/, "");
        expect(textOfRuns(runs)).toBe(expected);
        // Neighbours of one look are one run.
        for (const [i, { text: own, ...look }] of runs.entries()) {
          expect(own).not.toBe("");
          const before = runs[i - 1];
          if (before === undefined || before.text === "\n" || own === "\n") continue;
          const { text: _, ...other } = before;
          expect(look).not.toEqual(other);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** The words of inlines, a line break as U+0001, by a walk of its own. */
function shown(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "text" || inline.kind === "code") return inline.text.replaceAll("\u00ad", "").replaceAll("\u0007", "");
      if (inline.kind === "break") return "\u0001";
      if (inline.kind === "figure") return inline.figure.text;
      return "content" in inline ? shown(inline.content) : "";
    })
    .join("");
}
