/**
 * More bars than fit under each other stand in several columns in the browser. A chart of PowerPoint has one: there will
 * be one chart for each column, all on one scale.
 */

import { canvasType } from "../../../chart/layout.ts";
import type { CategoryChart } from "../../../chart/model.ts";
import { hasHighlight } from "../../../chart/paint.ts";
import { type Drawn, groupOf, moved, textsIn } from "./drawn.ts";
import type { Shared } from "./kinds/bar.ts";
import { rightOf } from "./kinds/bands.ts";

export interface Column extends Shared {
  /** With the column's categories only. */
  readonly chart: CategoryChart;
  /** The column's part of the drawing, from its own left edge; no subtitle. */
  readonly drawn: Drawn;
  /** In the chart's box, px. */
  readonly left: number;
}

/** None where all bars stand under each other. */
export function columnsOf(chart: CategoryChart, drawn: Drawn): readonly Column[] {
  const [series] = chart.series;
  const places = chart.categories.map(({ key }) => {
    const group = groupOf(drawn, `datum:${key}`);
    const [label] = group === undefined ? [] : textsIn(group, "label");
    return label?.anchor === "start" ? label.x : undefined;
  });
  const lefts = [...new Set(places.filter((x) => x !== undefined))].toSorted((a, b) => a - b);
  if (series === undefined || lefts.length < 2) return [];
  const gap = canvasType.label * 2;
  const width = (lefts[1] ?? drawn.size.width) - (lefts[0] ?? 0) - gap;
  const columns = lefts.map((left) => {
    const own = chart.categories.flatMap((category, i) => (places[i] === left ? [{ category, figure: series.values[i] }] : []));
    const marks = own.flatMap(({ category }) => groupOf(drawn, `datum:${category.key}`) ?? []).map((mark) => moved(mark, -left, 0));
    const categories = own.map(({ category }) => category);
    return {
      chart: { ...chart, categories, series: [{ ...series, values: own.flatMap(({ figure }) => figure ?? []) }] },
      drawn: { size: { width, height: drawn.size.height }, subtitle: [], marks },
      left,
    };
  });
  const names = Math.max(...columns.map(({ drawn: own }) => rightOf(own.marks.map((mark) => textsIn(mark, "label")))));
  const highlighted = hasHighlight(chart.categories);
  return columns.map(({ chart: part, drawn: own, left }) => ({
    chart: part,
    drawn: own,
    left,
    figures: series.values,
    names,
    highlighted,
  }));
}
