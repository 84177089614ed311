/** A chart as PowerPoint's own, with its numbers in a workbook: for every kind that PowerPoint has. */

import { canvasType } from "../../../chart/layout.ts";
import type { Chart } from "../../../chart/model.ts";
import { writeDay } from "../../../chart/numbers.ts";
import { leading } from "../../../scene/marks.ts";
import { breakLines } from "../../../scene/measure.ts";
import { contentTypes, relationshipTypes } from "../package/types.ts";
import type { ChartItem } from "../slide/content.ts";
import type { SlideContext } from "../slide/context.ts";
import { emu } from "../units.ts";
import type { Sheet } from "../workbook/sheet.ts";
import { writeWorkbook } from "../workbook/write.ts";
import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import { annotationsXml } from "./annotations.ts";
import { type Drawn, drawnOf } from "./drawn.ts";
import { valuesOf } from "./figures.ts";
import { dataSheet, sheetOf } from "./grid.ts";
import { planAreas } from "./kinds/area.ts";
import { planBars } from "./kinds/bar.ts";
import { planDonut } from "./kinds/donut.ts";
import { planGroups } from "./kinds/grouped.ts";
import { planLines } from "./kinds/line.ts";
import { planProgress } from "./kinds/progress.ts";
import { planSlopes } from "./kinds/slope.ts";
import { planStacks } from "./kinds/stacked.ts";
import { chartXml } from "./part.ts";
import type { Size } from "./place.ts";
import type { Plan } from "./plan.ts";
import { sourceSheet } from "./source-sheet.ts";

/**
 * `p:graphicFrame` of the block's first view, its chart and workbook taken into the package; `undefined` for kinds that
 * PowerPoint has no chart for.
 */
export function nativeChart(item: ChartItem, context: SlideContext): XmlElement | undefined {
  const chart = item.block.views[0]?.chart;
  const made = chart === undefined ? undefined : plannedOf(chart, item.box);
  if (chart === undefined || made === undefined) return undefined;
  return frameXml(item, chart, context, addChart(item, made, context));
}

interface Made {
  readonly plan: Plan;
  readonly drawn: Drawn;
  readonly notes: readonly string[];
}

/** Planned twice where days without a tick must be told: what tells them needs room. */
function plannedOf(chart: Chart, size: Size): Made | undefined {
  const drawn = drawnOf(chart, size);
  const plan = planOf(chart, drawn);
  const unnamed = plan?.unnamed ?? [];
  if (plan === undefined || unnamed.length === 0) return plan && { plan, drawn, notes: [] };
  const notes = breakLines(toldOf(unnamed), size.width, canvasType.small);
  const lowered = drawnOf(chart, size, notes.length * leading(canvasType.small) + 4);
  return { plan: planOf(chart, lowered) ?? plan, drawn: lowered, notes };
}

/** More than these are not listed. */
const mostTold = 6;

function toldOf(days: readonly string[]): string {
  if (days.length === 1) return `Stichtag auch ${writeDay(days[0] ?? "")}`;
  if (days.length > mostTold) return `${days.length} Stichtage vom ${writeDay(days[0] ?? "")} bis ${writeDay(days.at(-1) ?? "")}`;
  return `Stichtage auch ${days.slice(0, -1).map(writeDay).join(", ")} und ${writeDay(days.at(-1) ?? "")}`;
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

const chartShapes = {
  relationship: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes",
  content: "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml",
} as const;

/** @returns the id of the slide's relationship to the chart */
function addChart(item: ChartItem, { plan, drawn, notes }: Made, context: SlideContext): string {
  const { package: file } = context;
  const part = file.part(file.next("ppt/charts/chart", "xml"));
  const workbook = file.part(file.next("ppt/embeddings/Microsoft_Excel_Sheet", "xlsx"));
  file.add(workbook, contentTypes.workbook, writeWorkbook({ sheets: sheetsOf(item, plan, context) }));
  const ids = { workbook: part.relate(relationshipTypes.package, workbook.path), drawings: undefined as string | undefined };
  const annotations = annotationsXml(plan.drawings, drawn.size);
  if (annotations !== undefined) {
    const drawing = file.part(file.next("ppt/drawings/drawing", "xml"));
    file.add(drawing, chartShapes.content, annotations);
    ids.drawings = part.relate(chartShapes.relationship, drawing.path);
  }
  file.add(part, contentTypes.chart, chartXml(plan, { subtitle: drawn.subtitle, notes }, drawn.size, ids));
  return context.part.relate(relationshipTypes.chart, part.path);
}

function sheetsOf({ block }: ChartItem, plan: Plan, { deck }: SlideContext): readonly Sheet[] {
  const further = block.views.slice(1).flatMap(({ label, chart }) => {
    const grid = valuesOf(chart);
    return grid === undefined ? [] : [sheetOf(grid, label)];
  });
  const charts = block.views.map(({ chart }) => chart);
  return [sheetOf(plan.grid, dataSheet), ...further, sourceSheet(charts, deck, plan.fixedLabels)];
}

function frameXml({ box, region }: ChartItem, chart: Chart, { part }: SlideContext, id: string): XmlElement {
  const { type, idx } = region?.placeholder ?? {};
  return element(
    "p:graphicFrame",
    {},
    element(
      "p:nvGraphicFramePr",
      {},
      element("p:cNvPr", { id: part.nextId(), name: legal(chart.title), descr: legal(chart.summary) }),
      element("p:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", { noGrp: true })),
      element("p:nvPr", {}, region === undefined ? undefined : element("p:ph", { type, idx })),
    ),
    element(
      "p:xfrm",
      {},
      element("a:off", { x: emu(box.x), y: emu(box.y) }),
      element("a:ext", { cx: emu(box.width), cy: emu(box.height) }),
    ),
    element(
      "a:graphic",
      {},
      element("a:graphicData", { uri: namespaces.c }, element("c:chart", { "xmlns:c": namespaces.c, "xmlns:r": namespaces.r, "r:id": id })),
    ),
  );
}
