/** Every place in a written file where a digit is read by somebody: slides, notes, charts, workbooks. */

import { strFromU8, strToU8 } from "fflate";
import { Edited } from "./mutate.ts";
import type { Presentation } from "./open.ts";

export interface Place {
  /** The slide's number in the file, from 0. */
  readonly slide: number;
  readonly part: string;
  /** Of a workbook: the part in it. */
  readonly inner?: string;
  /** Where in the part's text the digit stands. */
  readonly at: number;
}

/** Text of runs, of points in memory, of cells, and alternatives. */
const read = /<a:t>[^<]*|<c:v>[^<]*|<v>[^<]*|<t(?: [^>]*)?>[^<]*|<p:cNvPr [^>]*descr="[^"]*/g;
/** What stands before the words in what {@link read} finds. */
const before = /^<p:cNvPr [^>]*descr="|^<[^>]*>/;
/** Numbers of characters are no words. */
const entity = /&#[^;]*;/g;

export function digitsIn(file: Presentation): readonly Place[] {
  return file.slides.flatMap((slide, index) =>
    partsOf(file, slide).flatMap((part): readonly Place[] => {
      const content = file.parts.get(part) ?? new Uint8Array();
      if (!part.endsWith(".xlsx")) return placesIn(strFromU8(content)).map((at) => ({ slide: index, part, at }));
      // Styles and the like hold no words.
      const sheets = new Edited(content).files.filter(({ path }) => /^xl\/(?:worksheets\/[^/]*|sharedStrings)\.xml$/.test(path));
      return sheets.flatMap(({ path, content: text }) => placesIn(strFromU8(text)).map((at) => ({ slide: index, part, inner: path, at })));
    }),
  );
}

function partsOf(file: Presentation, slide: string): readonly string[] {
  const charts = file.allRelated(slide, "chart");
  return [
    slide,
    ...file.allRelated(slide, "notesSlide"),
    ...charts,
    ...["package", "chartUserShapes"].flatMap((kind) => charts.flatMap((chart) => file.allRelated(chart, kind))),
  ];
}

function placesIn(text: string): readonly number[] {
  const sharedIndexes = /<c [^>]*t="s"[^>]*><v>$/;
  return [...text.matchAll(read)].flatMap(({ 0: found, index }) => {
    const start = before.exec(found)?.[0].length ?? 0;
    if (sharedIndexes.test(text.slice(Math.max(0, index - 60), index + start))) return [];
    const words = found.slice(start).replaceAll(entity, (number) => "·".repeat(number.length));
    // The last of as many digits as a number can have says nothing: with another one it is the same number.
    const whole = /^-?\d*\.?\d+$/.test(words) && words.length > 16 ? words.slice(0, -1) : words;
    return [...whole.matchAll(/\d/g)].map((digit) => index + start + digit.index);
  });
}

/** The file with another digit at a place. @param by 1 to 9 */
export async function withDigit(file: Presentation, { part, inner, at }: Place, by: number): Promise<Presentation> {
  const content = file.parts.get(part) ?? new Uint8Array();
  if (inner === undefined) return await file.with(part, changed(content, at, by));
  const workbook = new Edited(content);
  const sheet = workbook.file(inner);
  sheet.content = changed(sheet.content, at, by);
  return await file.with(part, workbook.bytes());
}

function changed(content: Uint8Array, at: number, by: number): Uint8Array {
  const text = strFromU8(content);
  return strToU8(`${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`);
}
