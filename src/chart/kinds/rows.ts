/** Names of rows, left of a plot. */

import { breakLines, textWidth, type Weight } from "../../scene/measure.ts";
import { centredBaseline, leading, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import { evenPitch } from "../distribute.ts";
import type { Category } from "../model.ts";
import type { Area } from "./kind.ts";

export interface NamedRow {
  readonly category: Category;
  readonly lines: readonly string[];
  /** Middle of the row, px. */
  readonly middle: number;
  /** Height of the row, px. */
  readonly height: number;
}

export interface Rows {
  readonly rows: readonly NamedRow[];
  readonly labelWidth: number;
  readonly pitch: number;
  readonly bottom: number;
}

/**
 * Rows that share the height between `top` and `bottom`, each at least `least` high and as high as its name needs.
 *
 * @param part of the width that names may take
 */
export function nameRows(
  categories: readonly Category[],
  area: Area,
  top: number,
  bottom: number,
  least: number,
  most: number,
  part = 0.4,
): Rows {
  const natural = Math.max(0, ...categories.map((category) => textWidth(category.label, area.label, weightOf(category))));
  const widest = Math.min(Math.ceil(natural), area.width * part);
  const named = categories.map((category) => {
    const lines = breakLines(category.label, widest, area.label, weightOf(category));
    return { category, lines, height: Math.max(least, area.label * 1.18 + (lines.length - 1) * leading(area.label)) };
  });
  // Names that were broken need less than they were given.
  const labelWidth = Math.max(
    0,
    ...named.flatMap(({ category, lines }) => lines.map((each) => textWidth(each, area.label, weightOf(category)))),
  );
  const gaps = categories.slice(1).filter((category) => category.role === "rest").length * restGap(area);
  const pitch = evenPitch(
    named.map((row) => row.height),
    bottom - top - gaps,
    most,
  );
  let at = top;
  const rows = named.map((row, i): NamedRow => {
    if (i > 0 && row.category.role === "rest") at += restGap(area);
    const height = Math.max(row.height, pitch);
    at += height;
    return { category: row.category, lines: row.lines, height, middle: at - height / 2 };
  });
  return { rows, labelWidth, pitch, bottom: at };
}

export function weightOf(category: Category | undefined): Weight {
  return category?.role === "highlight" ? "bold" : "regular";
}

/** The gathered remainder stands a little apart, px. */
export function restGap(area: Area): number {
  return Math.round(area.label / 3);
}

export function rowName(row: Pick<NamedRow, "lines" | "category">, left: number, middle: number, area: Area): readonly Mark[] {
  const look = { size: area.label, weight: weightOf(row.category) };
  return textLines("label", left, centredBaseline(middle, row.lines.length, area.label), row.lines, look);
}
