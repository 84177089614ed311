/** How high key figures stand. */

import { figuresMeasures } from "../../theme/blocks.ts";
import { linesOf } from "./fit-text.ts";
import type { FiguresBlock } from "./model.ts";

type FigureItem = FiguresBlock["items"][number];

export function figuresHeight({ items }: FiguresBlock, width: number): number {
  const groups = groupsOf(items);
  const { columns, groups: arranged, gap, groupGap, group: groupStyle, ...styles } = measuresOf(groups, width);
  const columnWidth = (width - (columns - 1) * gap.x) / columns;
  const itemHeight = ({ label, details }: FigureItem): number =>
    styles.number.line +
    linesOf(label, columnWidth, styles.label) * styles.label.line +
    details.reduce((sum, detail) => sum + linesOf(detail, columnWidth, styles.detail) * styles.detail.line, 0);
  const rowsHeight = (own: readonly FigureItem[], across: number): number => {
    const rows: number[] = [];
    for (let i = 0; i < own.length; i += across) rows.push(Math.max(...own.slice(i, i + across).map(itemHeight)));
    return rows.reduce((sum, height) => sum + height, 0) + Math.max(0, rows.length - 1) * gap.y;
  };
  // A group's name with the hairline below it, which stands in the last 4 px.
  const named = arranged === "none" ? 0 : groupStyle.line + 4 + groupGap;
  const heights = groups.map(({ items: own }) => named + rowsHeight(own, arranged === "columns" ? 1 : columns));
  if (arranged === "columns") return Math.max(...heights);
  return heights.reduce((sum, height) => sum + height, 0) + Math.max(0, heights.length - 1) * gap.y;
}

export interface Group {
  readonly name: string | undefined;
  readonly items: readonly FigureItem[];
}

/** Neighbouring items of the same group. */
export function groupsOf(items: readonly FigureItem[]): readonly Group[] {
  const groups: { readonly name: string | undefined; readonly items: FigureItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last !== undefined && last.name === item.group) last.items.push(item);
    else groups.push({ name: item.group, items: [item] });
  }
  return groups;
}

function measuresOf(groups: readonly Group[], width: number): ReturnType<typeof figuresMeasures> {
  return figuresMeasures(
    groups.map(({ items }) => items.length),
    groups.some(({ name }) => name !== undefined),
    width,
  );
}

/** The column of one key figure, and how it is set. */
export function figureRoom({ items }: FiguresBlock, width: number): ReturnType<typeof figuresMeasures> & { readonly room: number } {
  const measures = measuresOf(groupsOf(items), width);
  return { ...measures, room: (width - (measures.columns - 1) * measures.gap.x) / measures.columns };
}
