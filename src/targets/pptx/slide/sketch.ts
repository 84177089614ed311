/** Items → sketches: what roles mean in this placeholder or text box, and what a table's measures are. */

import { measuresOf } from "../../../deck/fit-table.ts";
import { space } from "../../../../theme/tokens.ts";
import type { PictureSketch, SetParagraph, Sketch, TableSketch, TextSketch } from "../compose/sketch.ts";
import { naturalLine } from "../template/list-style.ts";
import { legal } from "../xml/write.ts";
import { hasHouseTables } from "../template/table-style.ts";
import type { ChartItem, Item, Paragraph, PictureItem, Run, TableItem, TextItem } from "./content.ts";
import type { SlideContext } from "./context.ts";
import { leads } from "./links.ts";
import { runsOf } from "./runs.ts";

export function sketchOf(item: Exclude<Item, ChartItem>, context: SlideContext): Sketch {
  switch (item.kind) {
    case "text":
      return sketchText(item, context);
    case "table":
      return sketchTable(item, context);
    case "picture":
      return sketchPicture(item, context);
    case "rectangle":
      return { kind: "rectangle", box: item.box, name: item.name };
  }
}

function sketchText(item: TextItem, context: SlideContext): TextSketch {
  const { box, name, region, style } = item;
  const bullets = region ? region.bullets : style === "body" || style === "lead";
  const paragraphs = item.paragraphs.map((paragraph) => setParagraph(paragraph, bullets, context));
  return { kind: "text", box, name, placeholder: region !== undefined, paragraphs };
}

function setParagraph(paragraph: Paragraph, bullets: boolean, context: SlideContext): SetParagraph {
  const { role, level, look = 0, numbered, checked, align, before, size, line } = paragraph;
  const set = {
    ...(align === undefined ? {} : { align }),
    ...(before === undefined ? {} : { before }),
    ...(size === undefined ? {} : { size }),
    ...(line === undefined ? {} : { line }),
    runs: readable(paragraph.runs, context),
  };
  if (role === "list") {
    const sign = numbered ? numbered.start : checked === undefined ? "•" : checked ? "☑" : "☐";
    return { ...set, level, bullet: bullets && sign === "•" ? "inherited" : { sign, indented: !bullets } };
  }
  if (role === "number" || role === "label" || role === "detail") return { ...set, level, bullet: "inherited" };
  if (!bullets) return { ...set, level: look, bullet: "inherited", ...(level > 0 ? { margin: level * space.indent } : {}) };
  return { ...set, level: Math.max(0, level - 1), bullet: "none", ...(level === 0 ? { margin: 0 } : {}) };
}

/** Runs as they go into XML: on one line each, and links that lead nowhere are text. */
function readable(runs: readonly Run[], context: SlideContext): readonly Run[] {
  return runs.every((run) => isReadable(run, context)) ? runs : runs.map((run) => madeReadable(run, context));
}

function isReadable({ text, link }: Run, context: SlideContext): boolean {
  return (text === "\n" || isOneLine(text)) && (link === undefined || leads(link, context));
}

function isOneLine(text: string): boolean {
  return !text.includes("\n") && !text.includes("\r") && legal(text) === text;
}

function madeReadable(run: Run, context: SlideContext): Run {
  const text = run.text === "\n" ? run.text : legal(run.text).replaceAll(/[\r\n]+/gu, " ");
  const { link, ...plain } = run;
  return link === undefined || !leads(link, context) ? { ...plain, text } : { ...plain, link, text };
}

function sketchTable({ box, name, table, columns, rows }: TableItem, context: SlideContext): TableSketch {
  const { style, cell } = measuresOf(table);
  // A cell's lines are the font's own, without a word in each cell on how high they are: half of what is missing to the
  // browser's line stands above and below.
  const y = cell.y + Math.max(0, style.line - style.size * naturalLine) / 2;
  // What is not filled begins and ends at the table's edges, as text does.
  const house = hasHouseTables(context.template);
  const last = table.columns.length - 1;
  const header = { cells: table.columns.map((column) => column.header), look: looks.plain };
  const end = table.rows.length - 1;
  // A total at the end is bold by the table style.
  const body = table.rows.map(({ cells, role }, i) => ({
    cells,
    look: role === "total" && i === end ? looks.plain : (house ? looks : foreign)[role],
  }));
  return {
    kind: "table",
    box,
    name,
    size: style.size,
    columns: table.columns.map(({ align }, i) => ({
      align,
      width: columns[i] ?? 0,
      margin: { left: house && i === 0 ? 0 : cell.x, right: house && i === last ? 0 : cell.x, top: y, bottom: y },
    })),
    rows: [header, ...body].map(({ cells, look }, i) => ({
      height: rows[i] ?? style.line + 2 * cell.y,
      cells: table.columns.map((_, j) => readable(runsOf(cells[j] ?? [], look, style.size), context)),
    })),
  };
}

type Looks = Readonly<Record<TableItem["table"]["rows"][number]["role"], Parameters<typeof runsOf>[1]>>;

/** Of rows that no table style knows. */
const looks = {
  plain: {},
  total: { bold: true },
  highlight: { bold: true, colour: "blue" },
  rest: { colour: "muted" },
} as const satisfies Looks;

/** In the template's own table style, whose grounds may have any colour: text keeps the style's, which go with them. */
const foreign = { plain: {}, total: { bold: true }, highlight: { bold: true }, rest: {} } as const satisfies Looks;

function sketchPicture({ box, name, address, link }: PictureItem, context: SlideContext): PictureSketch {
  const vector = context.pictures.get(address)?.contentType === "image/svg+xml";
  return { kind: "picture", box, name, vector, ...(link && leads(link, context) ? { link } : {}) };
}
