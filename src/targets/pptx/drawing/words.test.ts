import { describe, expect, test } from "vitest";
import { rect, text, textExtent, textLines } from "../../../scene/marks.ts";
import { breakLines, textWidth } from "../../../scene/measure.ts";
import type { Mark, TextMark } from "../../../scene/scene.ts";
import { type Drawn, type DrawnShape, planDrawing } from "./plan.ts";
import { plainWords, wordsWithin } from "./words.ts";

function plan(...marks: readonly Mark[]): readonly DrawnShape[] {
  let last = 1;
  return planDrawing(marks, () => ++last).filter((each: Drawn): each is DrawnShape => each.kind === "shape");
}

/** Paragraphs of lines. */
function linesOf({ words }: DrawnShape): readonly (readonly string[])[] {
  return (words?.paragraphs ?? []).map((lines) => lines.map((line) => line.map((piece) => piece.text).join("")));
}

const small = { size: 16 };

describe("text boxes", () => {
  test("hold lines of one text as lines, and a name and its value as two paragraphs", () => {
    const boxes = plan(...textLines("label", 10, 40, ["Cappeln", "(Oldenburg)"], small), text("value", 10, 78, "564", small));
    expect(boxes.map(linesOf)).toEqual([[["Cappeln", "(Oldenburg)"], ["564"]]]);
  });

  test("hold what stands in one line as one line, with the scene's distance in it", () => {
    const [date, label] = ["14.04.2014", "Erlass"];
    const x = 10 + textWidth(date, 16, "bold") + 9;
    const boxes = plan(text("date", 10, 40, date, { ...small, weight: "bold" }), text("label", x, 40, label, small));
    expect(boxes.map(linesOf)).toEqual([[["14.04.2014 Erlass"]]]);
    const pieces = boxes[0]?.words?.paragraphs[0]?.[0] ?? [];
    const width = pieces.reduce((sum, piece) => sum + textWidth(piece.text, piece.size, piece.weight) + (piece.spacing ?? 0), 0);
    expect(width).toBeCloseTo(textExtent(text("label", x, 40, label, small)).right - 10, 3);
  });

  test("stay apart where they are far from each other, or a mark stands between them", () => {
    expect(plan(text("a", 10, 40, "a", small), text("b", 10, 80, "b", small), text("c", 90, 80, "c", small))).toHaveLength(3);
    const between = plan(
      text("label:1", 10, 40, "a", small),
      rect("swatch", 0, 0, 5, 5, { fill: "blue" }),
      text("label:2", 10, 59, "b", small),
    );
    expect(between.map((each) => each.form.type)).toEqual(["text", "rect", "text"]);
  });

  test("stand on the scene's baseline", () => {
    const [box] = plan(text("label", 10, 100, "Bösel", { size: 20 }));
    // 0.952 em above the baseline, as Calibri and Carlito have it, 1.221 em high.
    expect(box?.box.y).toBeCloseTo(100 - 0.952 * 20, 1);
    expect(box?.box.height).toBeCloseTo(1.2207 * 20, 1);
  });
});

function brokenTo(words: string, width: number): readonly [TextMark, ...TextMark[]] {
  const look = { size: 18, anchor: "middle", within: { shape: "pill", words } } as const;
  const [first, ...rest] = textLines("label", 100, 40, breakLines(words, width, 18), look);
  if (first === undefined) throw new Error("no line");
  return [first, ...rest];
}

describe("words in a shape", () => {
  const area = { x: 0, y: 0, width: 200, height: 80 };
  test("are one paragraph that breaks as the drawing does", () => {
    const words = "interkulturelle Öffnung der Verwaltung";
    const marks = brokenTo(words, 190);
    const set = wordsWithin(marks, area);
    expect([set.wrap, plainWords(set), marks.length]).toEqual([true, words, 2]);
    const width = area.width - set.insets.left - set.insets.right;
    for (const slack of [-4, 0, 4]) expect(breakLines(words, width + slack, 18)).toEqual(marks.map((mark) => mark.text));
  });

  test("are lines where the drawing divides a word or ends a line at a stroke, as PowerPoint would not", () => {
    for (const words of ["Gemeinschaftsunterkunftsverwaltung", "Koordinierungsstelle/Integrationsbeauftragte"]) {
      const marks = brokenTo(words, 190);
      const set = wordsWithin(marks, area);
      expect([set.wrap, marks.length]).toEqual([false, 2]);
      expect(set.paragraphs[0]?.map((line) => line.map((piece) => piece.text).join(""))).toEqual(marks.map((mark) => mark.text));
    }
    expect(wordsWithin(brokenTo("Aus- und Fortbildungs-Koordination", 190), area).wrap).toBe(true);
  });
});
