/** Labels of points: by default a series' own, single points otherwise where they differ. */

import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { stroke } from "./axes.ts";
import { general } from "./format-code.ts";
import { fraction, shiftLayout, type Size } from "./place.ts";
import { type Look, type Piece, rich, textProperties } from "./text.ts";

export type Position = "outEnd" | "inEnd" | "inBase" | "ctr" | "t" | "b" | "l" | "r";

/** What a label is made of and where it stands. */
export interface Label {
  /** `undefined` where the kind of chart knows no places (donut, area). */
  readonly position?: Position;
  readonly look: Look;
  /** Of the number; none where no number is shown. */
  readonly code?: string | undefined;
  readonly value?: boolean;
  readonly series?: boolean;
  readonly category?: boolean;
  /** The series' or slice's colour beside the text. */
  readonly key?: boolean;
  /** Between several of these. */
  readonly separator?: string;
}

export interface PointLabel extends Label {
  /** Of the point, from 0. */
  readonly index: number;
  /** Its own words; with fields in them they follow the data. */
  readonly words?: readonly (readonly Piece[])[];
  readonly align?: "l" | "ctr" | "r";
  /** px from where it would stand. */
  readonly shift?: { readonly dx: number; readonly dy: number; readonly size: Size };
  /** The label's own width and height, px: longer lines are broken. */
  readonly box?: Size;
}

/**
 * `c:dLbls` of a series.
 *
 * @param all for every point; without it only those named have one
 * @param hidden points without a label
 * @param leads thin lines from labels that were moved to their points; `round` charts have always known them
 */
export function labelsXml(
  all: Label | undefined,
  points: readonly PointLabel[],
  hidden: readonly number[] = [],
  leads: "none" | "shown" | "round" = "none",
): XmlElement | undefined {
  if (all === undefined && points.length === 0) return undefined;
  const own = [
    ...points.map((label) => ({ index: label.index, xml: pointXml(label) })),
    ...hidden.map((index) => ({
      index,
      xml: element("c:dLbl", {}, element("c:idx", { val: index }), element("c:delete", { val: true })),
    })),
  ].toSorted((a, b) => a.index - b.index);
  return element(
    "c:dLbls",
    {},
    ...own.map(({ xml }) => xml),
    ...(all === undefined ? shownParts({}) : partsOf(all)),
    ...(leads === "round" ? roundLeads : [extensions(element("c15:showLeaderLines", { val: leads === "shown" }))]),
  );
}

function pointXml(label: PointLabel): XmlElement {
  const { index, words, shift, look, align, box } = label;
  const [number, ...rest] = partsOf(label);
  return element(
    "c:dLbl",
    {},
    element("c:idx", { val: index }),
    shift === undefined ? undefined : shiftLayout(shift.dx, shift.dy, shift.size),
    words === undefined ? undefined : element("c:tx", {}, rich(words, look, align, box === undefined ? "none" : "square")),
    number,
    // The text's own properties stand in its runs.
    ...(words === undefined ? rest : rest.filter(({ name }) => name !== "c:txPr")),
    words === undefined && box === undefined ? undefined : extension(words ?? [], box, shift?.size),
  );
}

const roundLeads: readonly XmlElement[] = [
  element("c:showLeaderLines", { val: true }),
  element("c:leaderLines", {}, element("c:spPr", {}, stroke("rest", 1))),
];

/** Whether one of the labels has words that do not change with the data. */
export function hasFixedWords(labels: readonly PointLabel[]): boolean {
  return labels.some(({ words }) => words?.flat().some(({ field, text }) => field === undefined && /[\p{L}\p{N}]/u.test(text)));
}

/** Number format, look, place and what is shown: as `c:dLbl` and `c:dLbls` end alike. */
function partsOf(label: Label): readonly XmlElement[] {
  return [
    element("c:numFmt", { formatCode: label.code ?? general, sourceLinked: false }),
    element("c:spPr", {}, element("a:noFill"), element("a:ln", {}, element("a:noFill"))),
    textProperties(label.look, "none"),
    ...(label.position === undefined ? [] : [element("c:dLblPos", { val: label.position })]),
    ...shownParts(label),
  ];
}

function shownParts({ key = false, value = false, category = false, series = false, separator }: Partial<Label>): readonly XmlElement[] {
  return [
    element("c:showLegendKey", { val: key }),
    element("c:showVal", { val: value }),
    element("c:showCatName", { val: category }),
    element("c:showSerName", { val: series }),
    element("c:showPercent", { val: false }),
    element("c:showBubbleSize", { val: false }),
    ...(separator === undefined ? [] : [element("c:separator", {}, separator)]),
  ];
}

const labelExtension = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}";

/**
 * What PowerPoint keeps since 2013: that a field takes its text from cells, or else a label's size. One of them, as the
 * schema that files are checked with allows one only.
 */
function extension(words: readonly (readonly Piece[])[], box: Size | undefined, size: Size | undefined): XmlElement | undefined {
  if (words.flat().some(({ field }) => field === "CELLRANGE")) return extensions(element("c15:showDataLabelsRange", { val: true }));
  if (box === undefined || size === undefined) return undefined;
  const measures = [element("c:w", { val: fraction(box.width, size.width) }), element("c:h", { val: fraction(box.height, size.height) })];
  return extensions(element("c15:layout", {}, element("c:manualLayout", {}, ...measures)));
}

function extensions(content: XmlElement): XmlElement {
  return element("c:extLst", {}, element("c:ext", { uri: labelExtension, "xmlns:c15": namespaces.c15 }, content));
}
