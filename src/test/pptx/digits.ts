/** Every place in a written file where a digit is read by somebody: slides, notes, charts, workbooks. */

import { XMLSerializer } from "@xmldom/xmldom";
import { strFromU8, strToU8 } from "fflate";
import { Edited } from "./mutate.ts";
import type { Presentation } from "./open.ts";
import { all, attribute, type Element, is, isElement, parseXml, type QName, textOf } from "./xml.ts";

/** What somebody reads: words of slides, of alternatives, of notes, and in charts; points in memory; cells. */
export const kinds = ["slide", "alternative", "notes", "chart", "cache", "workbook"] as const;

export interface Place {
  readonly kind: (typeof kinds)[number];
  /** The slide's number in the file, from 0. */
  readonly slide: number;
  readonly part: string;
  /** Of a workbook: the part in it. */
  readonly inner?: string;
  /** Which of the part's {@link holders} it is. */
  readonly holder: number;
  /** Where in its words the digit stands. */
  readonly at: number;
}

export function digitsIn(file: Presentation): readonly Place[] {
  return file.slides.flatMap((path, slide) =>
    partsOf(file, path).flatMap(({ part, kind }): readonly Place[] => {
      const content = file.parts.get(part) ?? new Uint8Array();
      if (kind !== "workbook") return placesIn(file.root(part), { kind, slide, part });
      // Styles and the like hold no words.
      const sheets = new Edited(content).files.filter(({ path: inner }) => /^xl\/(?:worksheets\/[^/]*|sharedStrings)\.xml$/.test(inner));
      return sheets.flatMap(({ path: inner, content: sheet }) => placesIn(rootOf(sheet), { kind, slide, part, inner }));
    }),
  );
}

function partsOf(file: Presentation, slide: string): readonly { readonly part: string; readonly kind: Place["kind"] }[] {
  const charts = file.allRelated(slide, "chart");
  const related = (from: readonly string[], relation: string, kind: Place["kind"]) =>
    from.flatMap((path) => file.allRelated(path, relation)).map((part) => ({ part, kind }));
  return [
    { part: slide, kind: "slide" },
    ...related([slide], "notesSlide", "notes"),
    ...charts.map((part) => ({ part, kind: "chart" as const })),
    ...related(charts, "package", "workbook"),
    ...related(charts, "chartUserShapes", "chart"),
  ];
}

function placesIn(root: Element | undefined, within: Omit<Place, "holder" | "at">): readonly Place[] {
  const found: Place[] = [];
  for (const [holder, element] of holders(root).entries()) {
    const words = wordsOf(element);
    // The last of as many digits as a number can have says nothing: with another one it is the same number.
    const whole = /^-?\d*\.?\d+$/.test(words) && words.length > 16 ? words.slice(0, -1) : words;
    const kind = is(element, "p:cNvPr") ? "alternative" : is(element, "c:v") ? "cache" : within.kind;
    for (const { index } of whole.matchAll(/\d/g)) found.push({ ...within, kind, holder, at: index });
  }
  return found;
}

/** Text of runs, of points in memory, of cells. */
const texts: readonly QName[] = ["a:t", "c:v", "x:v", "x:t"];

/** What holds words, in document order: {@link texts}, and properties of shapes with an alternative. */
export function holders(root: Element | undefined): readonly Element[] {
  return all(root).filter((element) =>
    is(element, "p:cNvPr") ? attribute(element, "descr") !== undefined : texts.some((name) => is(element, name)) && !isShared(element),
  );
}

/** Whether a cell's value is the number of a text that stands elsewhere. */
function isShared(value: Element): boolean {
  const cell = value.parentNode;
  return is(value, "x:v") && isElement(cell) && attribute(cell, "t") === "s";
}

function wordsOf(element: Element): string {
  return is(element, "p:cNvPr") ? (attribute(element, "descr") ?? "") : textOf(element);
}

function rootOf(content: Uint8Array): Element {
  const root = parseXml(strFromU8(content)).documentElement;
  if (root === null) throw new Error("A part is empty.");
  return root;
}

/** The file with another digit at a place. @param by 1 to 9 */
export async function withDigit(file: Presentation, place: Place, by: number): Promise<Presentation> {
  const content = file.parts.get(place.part) ?? new Uint8Array();
  if (place.inner === undefined) return await file.with(place.part, changed(content, place, by));
  const workbook = new Edited(content);
  const sheet = workbook.file(place.inner);
  sheet.content = changed(sheet.content, place, by);
  return await file.with(place.part, workbook.bytes());
}

function changed(content: Uint8Array, { holder, at }: Place, by: number): Uint8Array {
  const root = rootOf(content);
  const element = holders(root)[holder];
  if (element === undefined) throw new Error("There is no such place.");
  const words = wordsOf(element);
  const other = `${words.slice(0, at)}${(Number(words[at]) + by) % 10}${words.slice(at + 1)}`;
  if (is(element, "p:cNvPr")) element.setAttribute("descr", other);
  else element.textContent = other;
  return strToU8(new XMLSerializer().serializeToString(root));
}
