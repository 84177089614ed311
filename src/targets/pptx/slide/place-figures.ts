/** Key figures as text boxes in a grid, as `theme/blocks.css` sets them. */

import { figureRoom, groupsOf } from "../../../deck/fit-figures.ts";
import { linesOf } from "../../../deck/fit-text.ts";
import type { FiguresBlock, Inline } from "../../../deck/model.ts";
import { figureNumbers } from "../../../../theme/blocks.ts";
import { text as scale, type TextStyle } from "../../../../theme/tokens.ts";
import type { Item, Paragraph, TextItem } from "./content.ts";
import type { Thing } from "./pieces.ts";
import { named } from "./names.ts";
import { lineOf, runsOf, runsOfText } from "./runs.ts";

type FigureItem = FiguresBlock["items"][number];
type Measures = ReturnType<typeof figureRoom>;

/** Between a group's name and its hairline, which is the last of those px. */
const underline = 4;

/** @param letters width of text in the template's font ÷ the same in the house's */
export function placeFigures(block: FiguresBlock, width: number, letters: number = 1): Thing {
  const measures = figureRoom(block, width);
  const { columns, groups: arranged, gap, room } = measures;
  const items: Item[] = [];
  let [x, y, height] = [0, 0, 0];
  for (const { name, items: own } of groupsOf(block.items)) {
    const across = arranged === "columns" ? 1 : columns;
    const groupWidth = arranged === "columns" ? room : width;
    let top = y;
    if (arranged !== "none") {
      items.push(...placeName(name, groupWidth, x, top, measures));
      top += measures.group.line + underline + measures.groupGap;
    }
    for (let i = 0; i < own.length; i += across) {
      if (i > 0) top += gap.y;
      const row = own.slice(i, i + across);
      const heights = row.map((item) => heightOf(item, measures, letters));
      const kind = name === undefined ? "Kennzahl" : `Kennzahl ${lineOf([{ kind: "text", text: name }])}`;
      items.push(...row.flatMap((item, column) => placeItem(item, kind, x + column * (room + gap.x), top, heights[column] ?? 0, measures)));
      top += Math.max(...heights);
    }
    height = Math.max(height, top);
    if (arranged === "columns") x += room + gap.x;
    else y = top + gap.y;
  }
  return { height, items };
}

function placeName(name: string | undefined, width: number, x: number, y: number, { group }: Measures): readonly Item[] {
  const line: Item = {
    kind: "rectangle",
    name: "Linie",
    fill: "line",
    box: { x, y: y + group.line + underline - 1, width, height: 1 },
  };
  if (name === undefined) return [line];
  const text: TextItem = {
    kind: "text",
    name: named("Gruppe", lineOf([{ kind: "text", text: name }])),
    box: { x, y, width, height: group.line },
    style: "caption",
    paragraphs: [{ role: "heading", level: 0, runs: runsOfText(name, { bold: true }) }],
  };
  return [text, line];
}

/** @param kind with the group that tells it from figures of the same label */
function placeItem(item: FigureItem, kind: string, x: number, y: number, height: number, measures: Measures): readonly Item[] {
  const { figure, label, details, highlight } = item;
  const { room, number, label: labelStyle, detail } = measures;
  const text: TextItem = {
    kind: "text",
    name: named(kind, lineOf(label)),
    box: { x, y, width: room, height },
    style: "number",
    paragraphs: [
      paragraph("number", [{ kind: "text", text: figure.text }], number, figureNumbers.medium),
      ...(lineOf(label) === "" ? [] : [paragraph("label", label, labelStyle, scale.caption)]),
      ...details.map((content) => paragraph("detail", content, detail, scale.source)),
    ],
  };
  if (!highlight) return [text];
  // In the gutter, so that nothing moves.
  return [{ kind: "rectangle", name: "Hervorhebung", fill: "gold", box: { x: x - 16, y: y + 8, width: 4, height: height - 12 } }, text];
}

const levels = { number: 0, label: 1, detail: 2 } as const;

function paragraph(role: keyof typeof levels, content: readonly Inline[], style: TextStyle, given: TextStyle): Paragraph {
  const own = style.size === given.size && style.line === given.line ? {} : { size: style.size, line: style.line };
  return { role, level: levels[role], ...own, runs: runsOf(content, {}, style.size) };
}

function heightOf({ label, details }: FigureItem, { room: full, number, label: labelStyle, detail }: Measures, letters: number): number {
  const room = full / letters;
  return (
    number.line +
    linesOf(label, room, labelStyle) * labelStyle.line +
    details.reduce((sum, content) => sum + linesOf(content, room, detail) * detail.line, 0)
  );
}
