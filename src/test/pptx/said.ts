/**
 * What a written slide says, line by line: every word and number that a reader finds in the file, in reading order, as
 * PowerPoint would show it. `expected.ts` makes the same lines of the deck; neither knows how the file was made.
 *
 *     title: …   kicker: …   text: …   item 1 •: …   item 0 3.: …   item 0 ☑: …   table 3: …   head: a | b   row: c | d
 *     picture: …   chart: …   drawing: …   foot: …   date: …   page: …
 */

import type { Presentation } from "./open.ts";
import { saidChart } from "./said-chart.ts";
import { mentions, saidDrawing } from "./said-drawing.ts";
import { flat, matching, matchingMaster, type Placeholder, type Shape, shapesOf, shapeText } from "./shapes.ts";
import { all, attribute, child, children, type Element, is, textOf } from "./xml.ts";

/** Of a slide, without its notes. */
export function saidOn(file: Presentation, slide: string): readonly string[] {
  return shapesOf(file.root(slide)).flatMap((shape) => saidBy(shape, { file, part: slide }));
}

/** Of a slide's notes, one line a paragraph. */
export function saidInNotes(file: Presentation, slide: string): readonly string[] {
  const notes = file.related(slide, "notesSlide");
  if (notes === undefined) return [];
  return shapesOf(file.root(notes)).flatMap((shape) =>
    shape.placeholder?.type === "sldImg" ? [] : textLines(shape, { file, part: notes }),
  );
}

/** Where a shape stands. */
export interface Place {
  readonly file: Presentation;
  /** Path of its slide or notes. */
  readonly part: string;
}

function saidBy(shape: Shape, place: Place): readonly string[] {
  switch (shape.kind) {
    case "sp": {
      const kind = kindOf(shape);
      return kind === undefined
        ? textLines(shape, place)
        : textLines(shape, place).map((line) => `${kind}: ${wordsOf(kind, line.slice("text: ".length))}`);
    }
    case "pic":
      return [`picture${linkOf(child(child(shape.element, "p:nvPicPr", "p:cNvPr"), "a:hlinkClick"), place)}: ${shape.description}`];
    case "graphicFrame": {
      const table = all(shape.element, "a:tbl")[0];
      return table === undefined ? saidChart([shape], shape.description, place) : tableLines(table, shape.description, place);
    }
    case "grpSp": {
      const charts = flat(shape.shapes).filter(({ kind }) => kind === "graphicFrame");
      if (charts.length === 0) return saidDrawing(shape, place);
      const words = flat(shape.shapes).flatMap((inner) => (inner.kind === "sp" ? mentions(shapeText(inner)) : []));
      return [...saidChart(charts, shape.description, place), ...words];
    }
    case "cxnSp":
      return shape.decorative ? [] : [`line: ${shape.description}`];
  }
}

function wordsOf(kind: string, words: string): string {
  return kind === "title" ? breakable(words) : words;
}

/** Which blanks of a title may break is where its lines end, not what it says. */
export function breakable(title: string): string {
  return title.replaceAll("\u00a0", " ");
}

const named: ReadonlyMap<string, string> = new Map([
  ["title", "title"],
  ["ctrTitle", "title"],
  ["ftr", "foot"],
  ["dt", "date"],
  ["sldNum", "page"],
]);

/** The line above the title has a placeholder of its own. */
function kindOf({ placeholder }: Shape): string | undefined {
  if (placeholder === undefined) return undefined;
  return placeholder.type === "body" && placeholder.idx === "20" ? "kicker" : named.get(placeholder.type);
}

function tableLines(table: Element, description: string, place: Place): readonly string[] {
  const rows = children(table, "a:tr").map((row) =>
    children(row, "a:tc").map((cell) =>
      all(cell, "a:p")
        .map((paragraph) => plainBold(runsIn(paragraph, place)))
        .join("⏎"),
    ),
  );
  const columns = children(child(table, "a:tblGrid"), "a:gridCol").length;
  return [`table ${columns}: ${description}`, ...rows.map((cells, i) => `${i === 0 ? "head" : "row"}: ${cells.join(" | ")}`)];
}

/** A shape's paragraphs as lines: "text: …", "item <level> <bullet>: …". */
export function textLines(shape: Shape, place: Place): readonly string[] {
  const body = child(shape.element, "p:txBody");
  const counts = new Counts();
  return children(body, "a:p").flatMap((paragraph) => {
    const words = runsIn(paragraph, place);
    const level = Number(attribute(child(paragraph, "a:pPr"), "lvl") ?? 0);
    const bullet = bulletOf(paragraph, level, stylesFor(shape, place));
    const sign = counts.next(level, bullet);
    if (sign === undefined) return words === "" ? [] : [`text: ${words}`];
    return [`item ${level} ${sign}: ${words}`];
  });
}

/** Numbers as PowerPoint counts them: on from the paragraph before, until one of the same level or above has other bullets. */
class Counts {
  private readonly counts = new Map<number, { readonly start: number; readonly next: number }>();

  next(level: number, bullet: Bullet): string | undefined {
    for (const deeper of this.counts.keys()) if (deeper > level) this.counts.delete(deeper);
    if (bullet.kind !== "number") {
      this.counts.delete(level);
      return bullet.kind === "none" ? undefined : bullet.sign;
    }
    const open = this.counts.get(level);
    const number = open !== undefined && open.start === bullet.start ? open.next : bullet.start;
    this.counts.set(level, { start: bullet.start, next: number + 1 });
    return `${number}.`;
  }
}

type Bullet =
  | { readonly kind: "none" }
  | { readonly kind: "sign"; readonly sign: string }
  | { readonly kind: "number"; readonly start: number };

/** The nearest that says anything: the paragraph, its shape's list style, its layout's, its master's. */
function bulletOf(paragraph: Element, level: number, styles: readonly (Element | undefined)[]): Bullet {
  const levels = styles.map((style) => children(style).find(({ localName }) => localName === `lvl${level + 1}pPr`));
  for (const properties of [child(paragraph, "a:pPr"), ...levels]) {
    for (const node of children(properties)) {
      if (is(node, "a:buNone")) return { kind: "none" };
      if (is(node, "a:buChar")) return { kind: "sign", sign: taskSigns.get(attribute(node, "char") ?? "") ?? "•" };
      if (is(node, "a:buAutoNum")) return { kind: "number", start: Number(attribute(node, "startAt") ?? 1) };
    }
  }
  return { kind: "none" };
}

/** Which sign a bullet is matters only for tasks. */
const taskSigns: ReadonlyMap<string, string> = new Map([
  ["☑", "☑"],
  ["☒", "☑"],
  ["☐", "☐"],
]);

function stylesFor(shape: Shape, { file, part }: Place): readonly (Element | undefined)[] {
  const own = child(shape.element, "p:txBody", "a:lstStyle");
  const { placeholder } = shape;
  if (placeholder === undefined) return [own, child(file.root(file.path), "p:defaultTextStyle")];
  const layout = file.layoutOf(part);
  const master = file.related(layout ?? part, layout === undefined ? "notesMaster" : "slideMaster") ?? "";
  const onLayout = layout === undefined ? undefined : matching(placeholder, shapesOf(file.root(layout)));
  const onMaster = matchingMaster(placeholder, shapesOf(file.root(master)));
  const styles = child(file.root(master), "p:txStyles");
  const given = layout === undefined ? child(file.root(master), "p:notesStyle") : child(styles, styleOf(placeholder));
  return [own, child(onLayout?.element, "p:txBody", "a:lstStyle"), child(onMaster?.element, "p:txBody", "a:lstStyle"), given];
}

function styleOf({ type }: Placeholder): "p:titleStyle" | "p:otherStyle" | "p:bodyStyle" {
  if (type === "title" || type === "ctrTitle") return "p:titleStyle";
  return type === "dt" || type === "ftr" || type === "sldNum" ? "p:otherStyle" : "p:bodyStyle";
}

/** Words with `<b>`, `<i>`, `<s>`, `<code>` around what looks so, `[…](…)` around links and ⏎ for line breaks. */
export function runsIn(paragraph: Element, place: Place): string {
  const runs = children(paragraph).flatMap((node): readonly Marked[] => {
    if (is(node, "a:br")) return [{ text: "⏎", marks: "", link: "" }];
    if (!is(node, "a:r") && !is(node, "a:fld")) return [];
    const properties = child(node, "a:rPr");
    return [{ text: textOf(child(node, "a:t")), marks: marksOf(properties), link: linkOf(child(properties, "a:hlinkClick"), place) }];
  });
  return written(runs);
}

/** Code, strike, italic, bold: from the inside out. */
const lookSigns: readonly string[] = ["c", "s", "i", "b"];

export interface Marked {
  readonly text: string;
  /** Of "b", "i", "s", "c", in this order. */
  readonly marks: string;
  /** "(target)", or "". */
  readonly link: string;
}

/** Neighbours of one look are one; what is only a line break looks like nothing. */
export function written(runs: readonly Marked[]): string {
  const merged: Marked[] = [];
  for (const run of runs) {
    if (run.text === "") continue;
    const last = merged.at(-1);
    if (last !== undefined && last.marks === run.marks && last.link === run.link)
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return merged
    .map(({ text, marks, link }) => {
      const looked = lookSigns.filter((mark) => marks.includes(mark)).reduce((inner, mark) => `<${mark}>${inner}</${mark}>`, text);
      return link === "" ? looked : `[${looked}]${link}`;
    })
    .join("");
}

/** Where bold is the look of a whole table's row, it says nothing. */
export function plainBold(text: string): string {
  return text.replaceAll(/<\/?b>/g, "");
}

function marksOf(properties: Element | undefined): string {
  const on = (name: string): boolean => ["1", "true"].includes(attribute(properties, name) ?? "");
  const strike = attribute(properties, "strike");
  const code = attribute(child(properties, "a:latin"), "typeface") === "Consolas";
  return `${on("b") ? "b" : ""}${on("i") ? "i" : ""}${strike !== undefined && strike !== "noStrike" ? "s" : ""}${code ? "c" : ""}`;
}

/** An address as browsers write it, so that two ways to write it are one. */
export function sameAddress(address: string): string {
  return URL.canParse(address) ? new URL(address).href : encodeURI(decodeURI(address));
}

function linkOf(click: Element | undefined, { file, part }: Place): string {
  if (click === undefined) return "";
  const relation = file.target(part, attribute(click, "r:id"));
  if (relation === undefined) return "(nowhere)";
  const tip = attribute(click, "tooltip") ?? "";
  const target = relation.kind === "slide" ? `#${file.slides.indexOf(relation.target) + 1}` : sameAddress(relation.target);
  return `(${target}${tip === "" ? "" : ` "${tip}"`})`;
}
