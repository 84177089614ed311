/** Axes of native charts: exactly those that the chart refers to, in the order that the schema asks for. */

import type { ColourName } from "../../../../theme/tokens.ts";
import { fill } from "../template/colour.ts";
import { emu } from "../units.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import type { DayStep } from "./days.ts";
import { type Look, textProperties } from "./text.ts";

/** The two axes of a chart, by the numbers that it refers to them with. */
const axisIds = { category: 111_111_111, value: 222_222_222 } as const;

/** `c:axId` of both, as each `c:barChart` and the like ends with. */
export function axisReferences(): readonly XmlElement[] {
  return [element("c:axId", { val: axisIds.category }), element("c:axId", { val: axisIds.value })];
}

type Side = "l" | "r" | "t" | "b";

interface CategoryAxis {
  readonly side: Side;
  readonly look: Look;
  /** Of the axis's line; none without one. */
  readonly line?: ColourName;
  /** Hairlines at each category. */
  readonly grid?: ColourName;
  /** From top to bottom, where the axis itself would run upwards. */
  readonly reversed?: true;
  /** Where the texts stand: beside the plot by default, also where values are negative. */
  readonly labels?: "low" | "high" | "none";
  readonly ticks?: true;
  /** Of days as categories. */
  readonly code?: string;
}

export function categoryAxis(axis: CategoryAxis): XmlElement {
  return element(
    "c:catAx",
    {},
    ...beginning(axisIds.category, axis),
    element("c:numFmt", { formatCode: axis.code ?? "General", sourceLinked: axis.code === undefined }),
    ...middle(axis),
    element("c:crossAx", { val: axisIds.value }),
    element("c:crosses", { val: "autoZero" }),
    // Days as categories are not to become an axis of days by themselves.
    element("c:auto", { val: false }),
    element("c:lblAlgn", { val: "ctr" }),
    element("c:lblOffset", { val: 100 }),
    element("c:tickLblSkip", { val: 1 }),
    element("c:noMultiLvlLbl", { val: true }),
  );
}

export function dayAxis(axis: CategoryAxis, step: DayStep): XmlElement {
  return element(
    "c:dateAx",
    {},
    ...beginning(axisIds.category, axis),
    element("c:numFmt", { formatCode: step.code, sourceLinked: false }),
    ...middle(axis),
    element("c:crossAx", { val: axisIds.value }),
    element("c:crosses", { val: "autoZero" }),
    element("c:auto", { val: false }),
    element("c:lblOffset", { val: 100 }),
    element("c:baseTimeUnit", { val: "days" }),
    element("c:majorUnit", { val: step.count }),
    element("c:majorTimeUnit", { val: step.unit }),
  );
}

function beginning(id: number, axis: CategoryAxis): readonly XmlElement[] {
  return [
    element("c:axId", { val: id }),
    element("c:scaling", {}, element("c:orientation", { val: axis.reversed ? "maxMin" : "minMax" })),
    element("c:delete", { val: false }),
    element("c:axPos", { val: axis.side }),
    ...(axis.grid === undefined ? [] : [element("c:majorGridlines", {}, lineProperties(axis.grid, 1))]),
  ];
}

function middle(axis: CategoryAxis): readonly XmlElement[] {
  return [
    element("c:majorTickMark", { val: axis.ticks ? "out" : "none" }),
    element("c:minorTickMark", { val: "none" }),
    element("c:tickLblPos", { val: axis.labels ?? "low" }),
    lineProperties(axis.line, 1),
    textProperties(axis.look, "level"),
  ];
}

interface ValueAxis {
  readonly side: Side;
  /** Ends that do not move with the data. */
  readonly min?: number;
  readonly max?: number;
  /** Shown with hairlines and numbers; else it is there, but not seen. */
  readonly shown?: { readonly code: string | undefined; readonly look: Look };
  readonly step?: number | undefined;
  /** Where categories run from top to bottom, the numbers would stand above them. */
  readonly atEnd?: boolean;
  /** `midCat`: the first and last category stand at the plot's edges. */
  readonly crossing: "between" | "midCat";
  readonly title?: XmlElement;
}

export function valueAxis(axis: ValueAxis): XmlElement {
  const { shown, title } = axis;
  const written = shown?.code !== undefined;
  return element(
    "c:valAx",
    {},
    element("c:axId", { val: axisIds.value }),
    element(
      "c:scaling",
      {},
      element("c:orientation", { val: "minMax" }),
      axis.max === undefined ? undefined : element("c:max", { val: axis.max }),
      axis.min === undefined ? undefined : element("c:min", { val: axis.min }),
    ),
    // An axis that is deleted would lose its ends once a partner changes the chart.
    element("c:delete", { val: false }),
    element("c:axPos", { val: axis.side }),
    shown === undefined ? undefined : element("c:majorGridlines", {}, lineProperties("line", 1)),
    title,
    element("c:numFmt", { formatCode: shown?.code ?? "General", sourceLinked: false }),
    element("c:majorTickMark", { val: "none" }),
    element("c:minorTickMark", { val: "none" }),
    element("c:tickLblPos", { val: written ? "nextTo" : "none" }),
    lineProperties(undefined, 1),
    shown === undefined ? undefined : textProperties(shown.look),
    element("c:crossAx", { val: axisIds.category }),
    element("c:crosses", { val: axis.atEnd ? "max" : "autoZero" }),
    element("c:crossBetween", { val: axis.crossing }),
    axis.step === undefined ? undefined : element("c:majorUnit", { val: axis.step }),
  );
}

/** `c:spPr` of a line; without a colour there is none. */
function lineProperties(colour: ColourName | undefined, width: number, dash?: "dash"): XmlElement {
  return element("c:spPr", {}, element("a:noFill"), stroke(colour, width, dash));
}

/** `a:ln`, px. */
export function stroke(colour: ColourName | undefined, width: number, dash?: "dash"): XmlElement {
  if (colour === undefined) return element("a:ln", {}, element("a:noFill"));
  return element(
    "a:ln",
    { w: emu(width), cap: "flat" },
    fill(colour),
    dash === undefined ? undefined : element("a:prstDash", { val: dash }),
    element("a:round"),
  );
}

/** The least ends of a scale that begins at zero: fixed there, free where the data may grow. */
export function fromZero(values: readonly (number | undefined)[]): { readonly min?: number; readonly max?: number } {
  const known = values.filter((value) => value !== undefined);
  if (known.every((value) => value >= 0)) return { min: 0 };
  return known.every((value) => value <= 0) ? { max: 0 } : {};
}
