/**
 * Shapes of one form are composed once. A deck of a thousand slides has a few dozen forms (a text of five lines, a table of
 * 16 rows and 3 columns), and where a shape stands and how large its rows and columns are is put into a copy of its form:
 * composing each shape anew and reading it back takes as long as all the rest of writing the file. Its words are put in
 * where runs are finished; here stands a word for them.
 */

import { emu } from "../units.ts";
import { child, childrenOf, descendants, element, textOf, type XmlElement } from "../xml/tree.ts";
import type { Box } from "../../../../theme/layouts.ts";
import { compose } from "./compose.ts";
import { lineOf, type Sketch, type TableSketch, type TextSketch } from "./sketch.ts";

/** The forms that one file has needed so far. */
export class Forms {
  readonly #composed = new Map<string, XmlElement>();

  /** The shape of each sketch, as {@link compose} makes it, with {@link word} for each line that says anything. */
  async compose(sketches: readonly Sketch[]): Promise<readonly XmlElement[]> {
    const wanted = sketches.map(keyOf);
    const missing = new Map<string, Sketch>();
    for (const [i, sketch] of sketches.entries()) {
      const key = wanted[i] ?? "";
      if (!this.#composed.has(key) && !missing.has(key)) missing.set(key, formOf(sketch));
    }
    if (missing.size > 0) {
      const shapes = await compose([...missing.values()]);
      for (const [i, key] of [...missing.keys()].entries()) {
        const [shape, form] = [shapes[i], missing.get(key)];
        if (shape === undefined || form === undefined) continue;
        check(shape, form);
        this.#composed.set(key, shape);
      }
    }
    return sketches.map((sketch, i) => {
      const form = this.#composed.get(wanted[i] ?? "");
      if (form === undefined) throw new Error(`No form of a ${sketch.kind} was composed.`);
      return filled(form, sketch);
    });
  }
}

/** Stands for any words; an empty line is composed as one. */
export const word = "x";
const place: Box = { x: 96, y: 96, width: 96, height: 96 };

/** Two sketches with the same key differ in words and measures only. */
function keyOf(sketch: Sketch): string {
  switch (sketch.kind) {
    case "text":
      return `text ${sketch.placeholder} ${sketch.paragraphs.map(({ runs }) => (lineOf(runs) === "" ? "-" : word)).join("")}`;
    case "table":
      return `table ${sketch.columns.length} ${sketch.rows.map(({ cells }) => cells.map((runs) => (lineOf(runs) === "" ? "-" : word)).join("")).join(" ")}`;
    case "picture":
      return `picture ${sketch.vector}`;
    case "rectangle":
      return "rectangle";
  }
}

function formOf(sketch: Sketch): Sketch {
  const form = { box: place, name: word };
  switch (sketch.kind) {
    case "text":
      return {
        ...sketch,
        ...form,
        paragraphs: sketch.paragraphs.map((paragraph) => ({ ...paragraph, runs: [{ text: tokenOf(paragraph) }] })),
      };
    case "table":
      return {
        ...sketch,
        ...form,
        columns: sketch.columns.map((column) => ({ ...column, width: place.width })),
        rows: sketch.rows.map(({ cells }) => ({ height: place.height, cells: cells.map((runs) => [{ text: tokenOf({ runs }) }]) })),
      };
    case "picture":
    case "rectangle":
      return { ...sketch, ...form };
  }
}

function tokenOf({ runs }: Pick<TextSketch["paragraphs"][number], "runs">): string {
  return lineOf(runs) === "" ? "" : word;
}

/** @throws Error if pptxgenjs has not made of the form's lines as many, each with its word */
function check(shape: XmlElement, form: Sketch): void {
  const lines = form.kind === "text" ? form.paragraphs.map(lineIn) : form.kind === "table" ? form.rows.flatMap(cellLines) : [];
  const paragraphs = descendants(shape, "a:p");
  if (!lines.every((line, i) => textOf(paragraphs[i] ?? noParagraph) === line)) throw new Error("pptxgenjs changed a text.");
}

const noParagraph = element("a:p", {}, "none");

function lineIn({ runs }: Pick<TextSketch["paragraphs"][number], "runs">): string {
  return lineOf(runs);
}

function cellLines({ cells }: TableSketch["rows"][number]): readonly string[] {
  return cells.map(lineOf);
}

function filled(form: XmlElement, sketch: Sketch): XmlElement {
  if (sketch.kind !== "table") return placed(form, sketch.box);
  return withTable(
    withChildren(form, (node) => (node.name === "p:xfrm" ? transformTo(node, sketch.box) : node)),
    sketch,
  );
}

function withTable(frame: XmlElement, { columns, rows }: TableSketch): XmlElement {
  return inside(frame, ["a:graphic", "a:graphicData", "a:tbl"], (table) => {
    let row = 0;
    return withChildren(table, (node) => {
      if (node.name === "a:tblGrid") return withWidths(node, columns);
      if (node.name !== "a:tr") return node;
      return { ...node, attributes: { ...node.attributes, h: String(emu(rows[row++]?.height ?? 0)) } };
    });
  });
}

function withWidths(grid: XmlElement, columns: TableSketch["columns"]): XmlElement {
  return { ...grid, children: childrenOf(grid).map((column, i) => element(column.name, { w: emu(columns[i]?.width ?? 0) })) };
}

function placed(shape: XmlElement, box: Box): XmlElement {
  return inside(shape, ["p:spPr", "a:xfrm"], (transform) => transformTo(transform, box));
}

function transformTo(transform: XmlElement, { x, y, width, height }: Box): XmlElement {
  return withChildren(transform, ({ name }) =>
    name === "a:off" ? element(name, { x: emu(x), y: emu(y) }) : element(name, { cx: emu(width), cy: emu(height) }),
  );
}

/** A copy with the first element at the end of a path changed. */
function inside(parent: XmlElement, [name = "", ...rest]: readonly string[], change: (node: XmlElement) => XmlElement): XmlElement {
  const found = child(parent, name);
  if (found === undefined) throw new Error(`pptxgenjs made no ${name}.`);
  const changed = rest.length === 0 ? change(found) : inside(found, rest, change);
  return { name: parent.name, attributes: parent.attributes, children: parent.children.map((node) => (node === found ? changed : node)) };
}

function withChildren(parent: XmlElement, change: (node: XmlElement) => XmlElement): XmlElement {
  return {
    name: parent.name,
    attributes: parent.attributes,
    children: parent.children.map((node) => (typeof node === "string" ? node : change(node))),
  };
}
