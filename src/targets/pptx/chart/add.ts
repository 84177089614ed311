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
  if (annotations === undefined) file.add(part, contentTypes.chart, chartXml(plan, drawn.subtitle, drawn.size, ids));
  else {
    const drawing = file.part(file.next("ppt/drawings/drawing", "xml"));
    file.add(drawing, chartShapes.content, annotations);
    const drawings = part.relate(chartShapes.relationship, drawing.path);
    file.add(part, contentTypes.chart, chartXml(plan, drawn.subtitle, drawn.size, { ...ids, drawings }));
  }
  return context.part.relate(relationshipTypes.chart, part.path);
}
