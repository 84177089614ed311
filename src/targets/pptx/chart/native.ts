/** A chart as PowerPoint's own, with its numbers in a workbook: for every kind that PowerPoint has. */

import { canvasType } from "../../../chart/layout.ts";
import type { Chart, ChartKind } from "../../../chart/model.ts";
import { leading } from "../../../scene/marks.ts";
import { breakLines } from "../../../scene/measure.ts";
import type { ChartItem } from "../slide/content.ts";
import type { SlideContext } from "../slide/context.ts";
import type { Sheet } from "../workbook/sheet.ts";
import type { XmlElement } from "../xml/tree.ts";
import { addChart } from "./add.ts";
import { type Column, columnsOf } from "./columns.ts";
import { type Drawn, drawnOf, moved } from "./drawn.ts";
import { valuesOf } from "./figures.ts";
import { frameXml, groupXml, subtitleXml } from "./frame.ts";
import { dataSheet, sheetOf } from "./grid.ts";
import { planAreas } from "./kinds/area.ts";
import { planBars } from "./kinds/bar.ts";
import { planDonut } from "./kinds/donut.ts";
import { planGroups } from "./kinds/grouped.ts";
import { planLines } from "./kinds/line.ts";
import { planProgress } from "./kinds/progress.ts";
import { planSlopes } from "./kinds/slope.ts";
import { planStacks } from "./kinds/stacked.ts";
import type { Size } from "./place.ts";
import type { Plan } from "./plan.ts";
import { fixedEnds } from "./scale.ts";
import { type Remark, remarks, sourceSheet } from "./source-sheet.ts";
import { toldHeight, toldMarks, toldOf } from "./told.ts";

/**
 * `p:graphicFrame` of the block's first view, its chart and workbook taken into the package; `undefined` for kinds that
 * PowerPoint has no chart for. Bars that stand in several columns are a `p:grpSp` of frames, one for each column.
 */
export function nativeChart(item: ChartItem, context: SlideContext): XmlElement | undefined {
  const chart = item.block.views[0]?.chart;
  const made = chart === undefined ? undefined : plannedOf(chart, item.box);
  if (chart === undefined || made === undefined) return undefined;
  const { plan, drawn } = made;
  const columns = chart.kind === "bar" || chart.kind === "column" ? columnsOf(chart, drawn) : [];
  if (columns.length > 0) return columnsXml(item, chart, columns, drawn, context);
  const id = context.part.nextId();
  return frameXml({
    id,
    name: chart.title,
    description: chart.summary,
    box: item.box,
    placeholder: item.region?.placeholder,
    chart: addChart(plan, drawn, sheetsOf(item, plan, context), context),
  });
}

interface Made {
  readonly plan: Plan;
  readonly drawn: Drawn;
}

/** For these PowerPoint has no chart. */
const drawnKinds: ReadonlySet<ChartKind> = new Set(["waffle", "choropleth", "hub", "network", "timeline"]);

/** Planned twice where something must be told about the days: it needs room. */
function plannedOf(chart: Chart, size: Size): Made | undefined {
  if (drawnKinds.has(chart.kind)) return undefined;
  const drawn = chart.kind === "donut" ? insetOf(chart, size) : drawnOf(chart, size);
  const plan = planOf(chart, drawn);
  const told = toldOf(plan?.days);
  if (plan === undefined || told === "") return plan && { plan, drawn };
  const lines = breakLines(told, size.width, canvasType.small);
  const lowered = drawnOf(chart, size, toldHeight(lines));
  const again = planOf(chart, lowered) ?? plan;
  return { drawn: lowered, plan: { ...again, drawings: [...again.drawings, ...toldMarks(lines, lowered)] } };
}

/** Labels beside a ring reach to the edge in the browser; PowerPoint breaks, within words too, those that it takes for a little wider. */
function insetOf(chart: Chart, size: Size): Drawn {
  const inset = 12;
  const { marks, ...drawn } = drawnOf(chart, { ...size, width: size.width - 2 * inset });
  return { ...drawn, size: { ...drawn.size, width: size.width }, marks: marks.map((mark) => moved(mark, inset, 0)) };
}

function planOf(chart: Chart, drawn: Drawn): Plan | undefined {
  switch (chart.kind) {
    case "bar":
    case "column":
      return planBars(chart, drawn);
    case "grouped":
      return planGroups(chart, drawn);
    case "stacked":
    case "percent":
      return planStacks(chart, drawn);
    case "line":
      return planLines(chart, drawn);
    case "area":
      return planAreas(chart, drawn);
    case "slope":
      return planSlopes(chart, drawn);
    case "donut":
      return planDonut(chart, drawn);
    case "progress":
      return planProgress(chart, drawn);
    case "waffle":
    case "choropleth":
    case "hub":
    case "network":
    case "timeline":
      return undefined;
  }
}

/** The numbers drawn, those of further views, and where all of them come from. */
function sheetsOf({ block }: ChartItem, plan: Plan, { deck }: SlideContext, further: readonly Remark[] = []): readonly Sheet[] {
  const views = block.views.slice(1).flatMap(({ label, chart }) => {
    const grid = valuesOf(chart);
    return grid === undefined ? [] : [sheetOf(grid, label)];
  });
  const charts = block.views.map(({ chart }) => chart);
  const told = [...(plan.fixedLabels ? [remarks.fixedLabels] : []), ...(plan.ends === undefined ? [] : [fixedEnds(plan.ends)]), ...further];
  return [sheetOf(plan.grid, dataSheet), ...views, sourceSheet(charts, deck, told)];
}

/** Each column is a chart with a workbook of its own. */
function columnsXml(item: ChartItem, chart: Chart, columns: readonly Column[], drawn: Drawn, context: SlideContext): XmlElement {
  const { box } = item;
  const { part } = context;
  const group = part.nextId();
  const subtitle =
    drawn.subtitle.length === 0
      ? []
      : [subtitleXml(part.nextId(), drawn.subtitle, { ...box, height: drawn.subtitle.length * leading(canvasType.label) })];
  const frames = columns.map((column, i) => {
    const plan = planBars(column.chart, column.drawn, column);
    const [first, last] = [column.chart.categories[0]?.label ?? "", column.chart.categories.at(-1)?.label ?? ""];
    return frameXml({
      id: part.nextId(),
      name: `${chart.title} (${i + 1} von ${columns.length})`,
      description: `Teil ${i + 1} von ${columns.length}: ${first === last ? first : `${first} bis ${last}`}`,
      box: { x: box.x + column.left, y: box.y, width: column.drawn.size.width, height: box.height },
      chart: addChart(plan, column.drawn, sheetsOf(item, plan, context, [remarks.sharedScale]), context),
    });
  });
  return groupXml({ id: group, name: chart.title, description: chart.summary, box }, [...subtitle, ...frames]);
}
