/** Series of native charts, their parts in the schema's order. */

import { axisReferences } from "./axes.ts";
import type { ColourName } from "../../../../theme/tokens.ts";
import { fill } from "../template/colour.ts";
import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { stroke } from "./axes.ts";
import { categoriesXml, type Grid, nameXml, valuesXml } from "./grid.ts";

export interface Paint {
  readonly fill?: ColourName;
  readonly stroke?: ColourName;
  /** px. */
  readonly strokeWidth?: number;
}

/** `c:spPr` of a shape. */
function paintXml(paint: Paint): XmlElement {
  return element(
    "c:spPr",
    {},
    paint.fill === undefined ? element("a:noFill") : fill(paint.fill),
    stroke(paint.stroke, paint.strokeWidth ?? 1),
  );
}

interface Shared {
  readonly grid: Grid;
  /** Of the grid, from 0: also the series' place in the order. */
  readonly column: number;
  readonly labels?: XmlElement | undefined;
}

interface BarSeries extends Shared {
  readonly paint: Paint;
  /** Points that are painted otherwise. */
  readonly points?: ReadonlyMap<number, Paint>;
  /** Where labels take texts from. */
  readonly range?: XmlElement;
}

export function barSeries({ grid, column, paint, points, labels, range }: BarSeries): XmlElement {
  return element(
    "c:ser",
    {},
    ...beginning(grid, column),
    paintXml(paint),
    element("c:invertIfNegative", { val: false }),
    ...pointsXml(points, true),
    labels,
    categoriesXml(grid),
    valuesXml(grid, column),
    range === undefined ? undefined : rangeExtension(range),
  );
}

export function areaSeries({ grid, column, paint, labels }: BarSeries): XmlElement {
  return element("c:ser", {}, ...beginning(grid, column), paintXml(paint), labels, categoriesXml(grid), valuesXml(grid, column));
}

/** Of a donut. */
export function sliceSeries({ grid, column, paint, points, labels, range }: BarSeries): XmlElement {
  return element(
    "c:ser",
    {},
    ...beginning(grid, column),
    paintXml(paint),
    ...pointsXml(points, false),
    labels,
    categoriesXml(grid),
    valuesXml(grid, column),
    range === undefined ? undefined : rangeExtension(range),
  );
}

function rangeExtension(range: XmlElement): XmlElement {
  return element("c:extLst", {}, element("c:ext", { uri: "{02D57815-91ED-43cb-92C2-25804820EDAC}", "xmlns:c15": namespaces.c15 }, range));
}

interface LineSeries extends Shared {
  readonly colour: ColourName;
  /** px across. */
  readonly marker: number;
  /** Its place among all series, where others show the same column. */
  readonly order?: number;
}

export function lineSeries({ grid, column, colour, marker, order, labels }: LineSeries): XmlElement {
  return element(
    "c:ser",
    {},
    ...beginning(grid, column, order),
    element("c:spPr", {}, stroke(colour, 3)),
    element(
      "c:marker",
      {},
      element("c:symbol", { val: "circle" }),
      element("c:size", { val: Math.max(2, Math.round(marker * 0.75)) }),
      paintXml({ fill: colour, stroke: "ground", strokeWidth: 1 }),
    ),
    labels,
    categoriesXml(grid),
    valuesXml(grid, column),
    element("c:smooth", { val: false }),
  );
}

function beginning(grid: Grid, column: number, order: number = column): readonly XmlElement[] {
  return [element("c:idx", { val: order }), element("c:order", { val: order }), nameXml(grid, column)];
}

function pointsXml(points: ReadonlyMap<number, Paint> = new Map(), bars: boolean): readonly XmlElement[] {
  return [...points].map(([index, paint]) =>
    element(
      "c:dPt",
      {},
      element("c:idx", { val: index }),
      bars ? element("c:invertIfNegative", { val: false }) : undefined,
      element("c:bubble3D", { val: false }),
      paintXml(paint),
    ),
  );
}

/** `c:lineChart` on the chart's two axes. */
export function lineChart(series: readonly XmlElement[]): XmlElement {
  return element(
    "c:lineChart",
    {},
    element("c:grouping", { val: "standard" }),
    element("c:varyColors", { val: false }),
    ...series,
    element("c:marker", { val: true }),
    ...axisReferences(),
  );
}
