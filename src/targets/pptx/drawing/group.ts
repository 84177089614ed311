/** A chart's drawing as one group of named shapes that a partner can move, recolour and write in. */

import { layoutChart } from "../../../chart/layout.ts";
import { chartFrame } from "../slide/chart-frame.ts";
import type { ChartItem } from "../slide/content.ts";
import type { SlideContext } from "../slide/context.ts";
import type { XmlElement } from "../xml/tree.ts";
import { glueLines } from "./glue.ts";
import { tidy } from "./names.ts";
import { planDrawing } from "./plan.ts";
import { ShapeWriter } from "./shape-xml.ts";

/**
 * The `p:grpSp` of the chart's first view, drawn into the item's box. Shapes have the theme's colours, and lines are glued
 * to what they join. It is no placeholder, as no group can be one.
 */
export function drawingGroup(item: ChartItem, context: Pick<SlideContext, "part">): XmlElement {
  const { box, block } = item;
  const nextId = (): number => context.part.nextId();
  const chart = block.views[0]?.chart;
  const id = nextId();
  const members = chart === undefined ? [] : planDrawing(layoutChart(chart, chartFrame(item)).marks, nextId);
  const name = tidy(chart?.title ?? "") || item.name;
  const description = chart?.summary;
  const writer = new ShapeWriter(glueLines(members), box);
  return writer.group({ id, name, members }, { decorative: false, ...(description === undefined ? {} : { description }) }).xml;
}
