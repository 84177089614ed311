import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines } from "../../../scene/measure.ts";
import { text as scale } from "../../../../theme/tokens.ts";
import { balanced, balancedText } from "./balance.ts";

const width = 1136;

const linesOf = (title: string, room: number = width, size: number = scale.title.size): readonly string[] =>
  breakLines(title, room, size, "bold");
const plain = (title: string): string => title.replaceAll("\u00a0", " ");
/** With `|` at the ends of lines and `_` for blanks that do not break. */
const shown = (title: string): string => linesOf(title).join("|").replaceAll("\u00a0", "_");

/** The narrowest lines of as many as there must be, found otherwise than in the product: by trying each px. */
function narrowestLines(title: string, room: number, size: number): readonly string[] {
  const most = linesOf(title, room, size).length;
  for (let narrow = 1; narrow < room; narrow += 1) {
    const lines = linesOf(title, narrow, size);
    if (lines.length <= most) return lines;
  }
  return linesOf(title, room, size);
}

describe("a balanced title", () => {
  it.each([
    [
      "leaves no word alone",
      "Die Zahlen der Einwohner des Landkreises sind seit zehn Jahren ohne Halt gewachsen",
      "Die Zahlen der Einwohner des Landkreises|sind_seit_zehn_Jahren_ohne_Halt gewachsen",
    ],
    [
      "keeps figures with their words",
      "Cloppenburg, Friesoythe und Löningen haben zusammen 42\u00a0% der Bevölkerung",
      "Cloppenburg, Friesoythe und Löningen|haben_zusammen_42_%_der_Bevölkerung",
    ],
    ["of one line stays as it is", "Kurz", "Kurz"],
  ])("%s", (_, title, expected) => {
    const glued = balancedText(title, width, scale.title);
    expect(shown(glued)).toBe(expected);
  });

  it("keeps the looks of its words", () => {
    const runs = [
      { text: "Die Zahlen der Einwohner des Landkreises sind " },
      { text: "seit zehn", italic: true },
      { text: " Jahren ohne Halt gewachsen" },
    ];
    expect(balanced(runs, width, scale.title)).toEqual([
      { text: "Die Zahlen der Einwohner des Landkreises sind\u00a0" },
      { text: "seit\u00a0zehn", italic: true },
      { text: "\u00a0Jahren\u00a0ohne\u00a0Halt gewachsen" },
    ]);
  });

  it.each([
    ["a line break of the author's", [{ text: "Die Zahlen der Einwohner ".repeat(3) }, { text: "\n" }, { text: "gewachsen" }]],
    ["code", [{ text: "Die Zahlen der Einwohner ".repeat(3) }, { text: "gewachsen", code: true }]],
    ["more lines than a title has", [{ text: "Die Zahlen der Einwohner ".repeat(9) }]],
  ])("is left alone with %s", (_, runs) => {
    expect(balanced(runs, width, scale.title)).toBe(runs);
  });

  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("der", "Landkreis", "in", "Bevölkerung", "wächst", "Ausländerinnen", "und", "seit", "Jahren") },
    { weight: 1, arbitrary: fc.constantFrom("42\u00a0%", "17.135\u00a0Personen", "31.12.2020", "Ost-Europa", "Ein- und", "–") },
    {
      weight: 1,
      arbitrary: fc.string({ minLength: 1, maxLength: 14, unit: fc.constantFrom("a", "e", "f", "i", "m", "w", "ö", "Ä", "I", "-") }),
    },
  );
  const title = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(" "));
  const style = fc.constantFrom(scale.title, scale.display);

  it("breaks by itself as the browser balances it, or as before, and says the same", () => {
    let changed = 0;
    fc.assert(
      fc.property(title, style, fc.integer({ min: 500, max: 1136 }), (text, look, room) => {
        const glued = balancedText(text, room, look);
        expect(plain(glued)).toBe(plain(text));
        expect(glued.length).toBe(text.length);
        if (glued === text) return;
        changed += 1;
        expect(linesOf(glued, room, look.size).map(plain)).toEqual(narrowestLines(text, room, look.size).map(plain));
      }),
    );
    expect(changed).toBeGreaterThan(5);
  });

  it("joins no more words than it must", () => {
    fc.assert(
      fc.property(title, (text) => {
        const glued = balancedText(text, width, scale.title);
        const [lines, wanted] = [linesOf(text), linesOf(glued).map(plain)];
        // The last joint of each line, taken away, would let words go up: but for the margin.
        const joints = glued.split("").flatMap((sign, i) => (sign === "\u00a0" && text[i] === " " ? [i] : []));
        for (const joint of joints.filter((at) => !joints.some((other) => other > at && !glued.slice(at, other).includes(" ")))) {
          const looser = `${glued.slice(0, joint)} ${glued.slice(joint + 1)}`;
          expect(linesOf(looser, width * 1.01).map(plain)).not.toEqual(wanted);
        }
        if (joints.length > 0) expect(lines.map(plain)).not.toEqual(wanted);
      }),
    );
  });
});
