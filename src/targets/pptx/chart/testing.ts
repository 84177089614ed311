/** Native charts for tests: written into a package that keeps its parts, and read again. */

import readWorkbook from "read-excel-file/node";
import { summarise } from "../../../chart/summary.ts";
import type { CategoryChart, Chart } from "../../../chart/model.ts";
import { base, category, span } from "../../../chart/testing/make.ts";
import type { ChartBlock, Deck, Slide } from "../../../deck/model.ts";
import type { PackageBuilder, PartBuilder, Relationship } from "../package/part.ts";
import type { ChartItem } from "../slide/content.ts";
import type { SlideContext } from "../slide/context.ts";
import type { Template, TemplateRegion } from "../template/template.ts";
import { child, childrenOf, descendants, textOf, type XmlElement } from "../xml/tree.ts";
import { nativeChart } from "./native.ts";

export const wide = { x: 72, y: 176, width: 1136, height: 448 } as const;
export const half = { x: 72, y: 176, width: 556, height: 448 } as const;

export type Cell = string | number | boolean | Date | null;

export interface Written {
  /** What stands on the slide. */
  readonly frame: XmlElement;
  readonly charts: readonly WrittenChart[];
}

export interface WrittenChart {
  readonly root: XmlElement;
  readonly drawing?: XmlElement;
  readonly workbook: Uint8Array;
  readonly relationships: readonly Relationship[];
}

/** Bars of figures, their keys the places. */
export function bars(
  labels: readonly string[],
  values: CategoryChart["series"][number]["values"],
  rest: Partial<CategoryChart> = {},
): CategoryChart {
  return {
    ...base("Balken", "Personen"),
    kind: "bar",
    orientation: "horizontal",
    categories: labels.map((label, i) => ({ ...category(label), key: `${i}` })),
    series: [{ key: "a", label: "Personen", colour: "blue", values }],
    unit: "Personen",
    ...rest,
  };
}

interface Options {
  readonly size?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly region?: TemplateRegion;
  readonly views?: ChartBlock["views"];
}

/** `undefined` for kinds that PowerPoint has no chart for. */
export function write(chart: Chart, { size = wide, region, views = [] }: Options = {}): Written | undefined {
  const told = { ...chart, summary: summarise(chart) };
  const item: ChartItem = {
    kind: "chart",
    name: "Diagramm",
    box: size,
    block: { kind: "chart", views: [{ label: "", chart: told }, ...views], span },
    ...(region === undefined ? {} : { region }),
  };
  const file = new KeptPackage();
  const frame = nativeChart(item, { ...context, package: file, part: file.part("ppt/slides/slide1.xml") });
  if (frame === undefined) return undefined;
  const charts = [...file.parts.values()].flatMap(({ builder, content }): readonly WrittenChart[] => {
    if (!builder.path.startsWith("ppt/charts/") || content instanceof Uint8Array) return [];
    const target = (ending: string) =>
      file.parts.get(builder.relationships.find(({ type }) => type.endsWith(ending))?.target ?? "")?.content;
    const [workbook, drawing] = [target("/package"), target("/chartUserShapes")];
    if (!(workbook instanceof Uint8Array)) throw new Error("no workbook");
    const drawn = drawing === undefined || drawing instanceof Uint8Array ? {} : { drawing };
    return [{ root: content, workbook, relationships: builder.relationships, ...drawn }];
  });
  return { frame, charts };
}

/** The only chart of a kind that has one. */
export function writeOne(chart: Chart, options: Options = {}): WrittenChart & { readonly frame: XmlElement } {
  const written = write(chart, options);
  const [first, ...others] = written?.charts ?? [];
  if (written === undefined || first === undefined || others.length > 0) throw new Error(`not one chart for ${chart.kind}`);
  return { ...first, frame: written.frame };
}

const slide: Slide = {
  id: "test",
  layout: "content",
  kicker: [],
  title: [],
  regions: [],
  notes: [],
  said: [],
  releases: [],
  sourceLine: [],
  footnotes: [],
  span,
};
const deck: Deck = { id: "test", title: "Test", language: "de", asOf: "2026-11-22", canvas: "16:9", slides: [slide] };
const template: Template = {
  size: { width: 1280, height: 720 },
  parts: [],
  masters: [],
  notesMaster: "",
  presentationParts: [],
  tableStyle: "",
  layouts: new Map(),
};
const context: Omit<SlideContext, "package" | "part"> = {
  deck,
  slide,
  number: 1,
  template,
  slidePath: () => undefined,
  pictures: new Map(),
};

class KeptPart implements PartBuilder {
  readonly relationships: Relationship[] = [];
  readonly path: string;
  private last = 1;

  constructor(path: string) {
    this.path = path;
  }

  relate(type: string, target: string): string {
    const id = `rId${this.relationships.length + 1}`;
    this.relationships.push({ id, type, target });
    return id;
  }

  nextId(): number {
    this.last += 1;
    return this.last;
  }
}

class KeptPackage implements PackageBuilder {
  readonly parts = new Map<string, { readonly builder: KeptPart; readonly content: XmlElement | Uint8Array }>();
  private readonly counts = new Map<string, number>();

  next(stem: string, ending: string): string {
    const count = (this.counts.get(stem) ?? 0) + 1;
    this.counts.set(stem, count);
    return `${stem}${count}.${ending}`;
  }

  part(path: string): KeptPart {
    return new KeptPart(path);
  }

  add(builder: PartBuilder, _: string, content: XmlElement | Uint8Array): void {
    if (builder instanceof KeptPart) this.parts.set(builder.path, { builder, content });
  }

  media(): string {
    throw new Error("a chart has no pictures");
  }
}

/** By sheet name; rows of cells from A1. */
export async function sheetsOf(workbook: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly Cell[])[]>> {
  const sheets = await readWorkbook(Buffer.from(workbook));
  return new Map(
    sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map((cell): Cell => (isCell(cell) ? cell : String(cell))))]),
  );
}

function isCell(value: unknown): value is Cell {
  return value === null || value instanceof Date || ["string", "number", "boolean"].includes(typeof value);
}

export function val(node: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => child(at, name), node)?.attributes["val"];
}

export function plotsOf(root: XmlElement): readonly XmlElement[] {
  return descendants(root, "c:plotArea").flatMap((plot) => childrenOf(plot).filter(({ name }) => name.endsWith("Chart")));
}

export function seriesOf(root: XmlElement): readonly XmlElement[] {
  return plotsOf(root).flatMap((plot) => childrenOf(plot, "c:ser"));
}

/** Points in memory of `c:cat`, `c:val` or `c:tx`, as long as they are counted; `undefined` where there is none. */
export function cacheOf(series: XmlElement, name: "c:cat" | "c:val" | "c:tx"): readonly (string | undefined)[] {
  const node = child(series, name);
  if (node === undefined) return [];
  const [count] = descendants(node, "c:ptCount");
  const points = new Map(descendants(node, "c:pt").map((point) => [Number(point.attributes["idx"]), textOf(point)]));
  return Array.from({ length: Number(count?.attributes["val"] ?? 0) }, (_, i) => points.get(i));
}

/** What a German PowerPoint shows of a number by a code, as far as charts use codes. */
export function shownBy(code: string, value: number): string {
  const sections = code.split(";");
  const [section = ""] = value < 0 && sections.length > 1 ? [sections[1]] : value === 0 && sections.length > 2 ? [sections[2]] : sections;
  const size = value < 0 && sections.length > 1 ? -value : value;
  let literal = "";
  const pattern: string[] = [];
  for (let at = 0; at < section.length; at += 1) {
    const sign = section.charAt(at);
    if (sign === '"') {
      const end = section.indexOf('"', at + 1);
      literal += section.slice(at + 1, end);
      at = end;
    } else if ("#0,.".includes(sign)) {
      if (pattern.length === 0) literal += "\u0000";
      pattern.push(sign);
    } else literal += sign;
  }
  const digits = pattern.join("");
  const millions = digits.length - digits.replace(/,+$/u, "").length;
  const decimals = digits.replace(/,+$/u, "").split(".")[1]?.length ?? 0;
  return literal.replace("\u0000", german(size, (literal.includes("%") ? 2 : 0) - 3 * millions, decimals, digits.startsWith("#,##0")));
}

/** Rounded half away from zero in decimal notation, as spreadsheets do. */
function german(value: number, shift: number, decimals: number, grouped: boolean): string {
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole = "", part = ""] = mantissa.split(".");
  const point = whole.length + Number(exponent) + shift;
  const all = `${whole}${part}`;
  const padded = point < 0 ? "0".repeat(-point) + all : all.padEnd(point, "0");
  const at = Math.max(0, point);
  const kept = BigInt(`0${padded.slice(0, at)}${padded.slice(at, at + decimals).padEnd(decimals, "0")}`);
  const rounded = kept + ((padded[at + decimals] ?? "0") >= "5" ? 1n : 0n);
  const text = String(rounded).padStart(decimals + 1, "0");
  const [left, right] = [text.slice(0, text.length - decimals), text.slice(text.length - decimals)];
  const marked = grouped ? left.replaceAll(/\B(?=(?:\d{3})+$)/gu, ".") : left;
  return `${value < 0 ? "-" : ""}${marked}${decimals === 0 ? "" : `,${right}`}`;
}
