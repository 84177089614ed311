/** A planned chart → parts of the package: the chart, its workbook, what is drawn on top. */

import { contentTypes, relationshipTypes } from "../package/types.ts";
import type { SlideContext } from "../slide/context.ts";
import type { Sheet } from "../workbook/sheet.ts";
import { writeWorkbook } from "../workbook/write.ts";
import { annotationsXml } from "./annotations.ts";
import type { Drawn } from "./drawn.ts";
import { chartXml } from "./part.ts";
import type { Plan } from "./plan.ts";

const chartShapes = {
  relationship: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes",
  content: "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml",
} as const;

/** @returns the id of the slide's relationship to the chart */
export function addChart(plan: Plan, drawn: Drawn, sheets: readonly Sheet[], context: SlideContext): string {
  const { package: file } = context;
  const part = file.part(file.next("ppt/charts/chart", "xml"));
  const workbook = file.part(file.next("ppt/embeddings/Microsoft_Excel_Sheet", "xlsx"));
  file.add(workbook, contentTypes.workbook, writeWorkbook({ sheets }));
  const ids = { workbook: part.relate(relationshipTypes.package, workbook.path) };
  const annotations = annotationsXml(plan.drawings, drawn.size);
  const drawing = annotations && file.part(file.next("ppt/drawings/drawing", "xml"));
  if (annotations !== undefined && drawing !== undefined) file.add(drawing, chartShapes.content, annotations);
  const drawings = drawing && part.relate(chartShapes.relationship, drawing.path);
  const root = chartXml(plan, drawn.subtitle, drawn.size, { ...ids, drawings });
  file.add(part, contentTypes.chart, root);
  const id = context.part.relate(relationshipTypes.chart, part.path);
  context.recorder?.chart(context.part, id, { root, drawing: annotations, sheets });
  return id;
}
