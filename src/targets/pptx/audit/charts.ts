/** A chart's XML → the values that are drawn. */

import { child, childrenOf, descendants, textOf, type XmlElement } from "../xml/tree.ts";
import type { ChartContent, ChartRange, SeriesContent } from "./content.ts";
import { plain } from "./texts.ts";

/** More points than this has no chart; a longer list is made to fill memory. */
const mostPoints = 100_000;

/** @param root `c:chartSpace` */
export function chartValues(root: XmlElement): Omit<ChartContent, "shape" | "sheets" | "unreadable"> {
  const plot = child(child(root, "c:chart"), "c:plotArea");
  const series = plot === undefined ? [] : childrenOf(plot).flatMap((group) => childrenOf(group, "c:ser"));
  const own = series.map((node) => pointsOf(child(node, "c:cat") ?? child(node, "c:xVal")).map((text) => plain(text ?? "")));
  const categories = own.reduce((longest, each) => (each.length > longest.length ? each : longest), []);
  const isDated = series.some((node) => isDate(child(node, "c:cat")));
  return {
    categories,
    ...(isDated && { isDated }),
    series: series.map((node, i) => seriesOf(node, i, own[i] ?? [], categories)),
    ranges: plot === undefined ? [] : childrenOf(plot, "c:valAx").map(rangeOf),
    formats: formatsIn(root),
  };
}

function rangeOf(axis: XmlElement): ChartRange {
  const side = (name: string): number => Number(child(child(axis, "c:scaling"), name)?.attributes["val"] ?? Number.NaN);
  const [min, max] = [side("c:min"), side("c:max")];
  return { ...(Number.isFinite(min) && { min }), ...(Number.isFinite(max) && { max }) };
}

/** Those that are taken from the workbook among them. */
function formatsIn(root: XmlElement): readonly string[] {
  const codes = [
    ...[...descendants(root, "c:numFmt")].map(({ attributes }) => attributes["formatCode"] ?? ""),
    ...[...descendants(root, "c:formatCode")].map((node) => textOf(node)),
  ];
  return [...new Set(codes)];
}

function isDate(categories: XmlElement | undefined): boolean {
  const cache = child(child(categories, "c:numRef"), "c:numCache");
  return /[dy]/i.test(textOf(child(cache, "c:formatCode") ?? none).replaceAll(/\[[^\]]*\]|"[^"]*"/g, ""));
}

function seriesOf(node: XmlElement, index: number, own: readonly string[], categories: readonly string[]): SeriesContent {
  const values = child(node, "c:val") ?? child(node, "c:yVal");
  const reference = values && referenceOf(values);
  const name = plain(pointsOf(child(node, "c:tx")).join(" ") || textOf(child(child(node, "c:tx"), "c:v") ?? none));
  return {
    name: name === "" ? `${index + 1}` : name,
    values: pointsOf(values).map((text) => (text === undefined || text === "" || !Number.isFinite(Number(text)) ? null : Number(text))),
    ...(own.length > 0 && own.join("\n") !== categories.join("\n") && { categories: own }),
    ...(reference !== undefined && { reference }),
  };
}

const none: XmlElement = { name: "", attributes: {}, children: [] };

function referenceOf(data: XmlElement): string | undefined {
  const formula = childrenOf(data).map((node) => child(node, "c:f"))[0];
  const text = formula && textOf(formula).trim();
  return text === undefined || text === "" ? undefined : text;
}

/** What is kept of the referred cells, by index; `undefined` at gaps. */
function pointsOf(data: XmlElement | undefined): readonly (string | undefined)[] {
  if (data === undefined) return [];
  const points: (string | undefined)[] = [];
  let count = 0;
  for (const source of childrenOf(data)) {
    const cache = childrenOf(source).find(({ name }) => name.endsWith("Cache")) ?? (source.name.endsWith("Lit") ? source : undefined);
    if (cache === undefined) continue;
    // Of categories in several levels the innermost stands first.
    const level = child(cache, "c:lvl") ?? cache;
    count = Math.max(count, Number(child(cache, "c:ptCount")?.attributes["val"] ?? 0) || 0);
    for (const point of childrenOf(level, "c:pt")) {
      const index = Number(point.attributes["idx"]);
      if (Number.isInteger(index) && index >= 0 && index < mostPoints) points[index] = textOf(child(point, "c:v") ?? none);
    }
  }
  return Array.from({ length: Math.min(mostPoints, Math.max(count, points.length)) }, (_, i) => points[i]);
}
