/**
 * Where things stand on a slide: every target reads the regions here. px on a 1280 × 720 (or 960 × 720) canvas.
 *
 * Twelve columns with a gutter of 24. Kicker, title, source line and page number stand at the same place on every
 * slide with data; content starts on one line.
 */

export type CanvasName = "16:9" | "4:3";
export type LayoutName = "title" | "section" | "content" | "two-columns" | "chart" | "chart-text" | "map" | "figures" | "closing";

/** px, from the canvas's upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `content` regions hold an author's blocks; the others are filled from the slide, the deck and `theme/brand/`. */
export type RegionKind = "kicker" | "title" | "content" | "source" | "page" | "wordmark" | "logo" | "claim";

export interface Region extends Box {
  /** Unique in its layout. Content regions have the names that authors write after `:::`. */
  readonly name: string;
  readonly kind: RegionKind;
}

export type Ground = "plain" | "blue";

export interface Layout {
  readonly name: LayoutName;
  /** `blue`: full colour, text `on-blue`. */
  readonly ground: Ground;
  /** In reading order. */
  readonly regions: readonly Region[];
}

/** px. */
export const canvases: Readonly<Record<CanvasName, { readonly width: number; readonly height: number }>> = {
  "16:9": { width: 1280, height: 720 },
  "4:3": { width: 960, height: 720 },
};

export const gutter = 24;

interface Grid {
  readonly margin: number;
  readonly width: number;
  /** Where content ends and the foot begins: a narrow canvas needs one more line of sources. */
  readonly contentEnd: number;
  readonly footStart: number;
  /** Lines of display size that a deck's or part's title may need. */
  readonly displayLines: number;
  /** Where it begins. */
  readonly displayStart: number;
}

const grids = {
  "16:9": { margin: 72, width: 1136, contentEnd: 592, footStart: 608, displayLines: 2, displayStart: 312 },
  "4:3": { margin: 48, width: 864, contentEnd: 576, footStart: 592, displayLines: 3, displayStart: 264 },
} as const satisfies Record<CanvasName, Grid>;

const top = 56;
const contentStart = 200;
const footEnd = 672;

/** px, left and right of all that stands on a slide. */
export function marginOf(canvas: CanvasName): number {
  return grids[canvas].margin;
}

/** Columns `from` (0 to 11) to `from + span`, with whole pixels. */
function columns(grid: Grid, from: number, span: number): Pick<Box, "x" | "width"> {
  const pitch = (grid.width + gutter) / 12;
  const x = Math.round(grid.margin + from * pitch);
  return { x, width: Math.round(grid.margin + (from + span) * pitch - gutter) - x };
}

function data(
  name: LayoutName,
  grid: Grid,
  content: readonly { readonly name: string; readonly from: number; readonly span: number }[],
): Layout {
  const all = columns(grid, 0, 12);
  return {
    name,
    ground: "plain",
    regions: [
      { name: "kicker", kind: "kicker", ...all, y: top, height: 24 },
      { name: "title", kind: "title", ...all, y: 80, height: 96 },
      ...content.map(({ name: region, from, span }) => ({
        name: region,
        kind: "content" as const,
        ...columns(grid, from, span),
        y: contentStart,
        height: grid.contentEnd - contentStart,
      })),
      ...foot(grid),
    ],
  };
}

function foot(grid: Grid): readonly Region[] {
  const page = 96;
  return [
    {
      name: "source",
      kind: "source",
      x: grid.margin,
      y: grid.footStart,
      width: grid.width - page - gutter,
      height: footEnd - grid.footStart,
    },
    { name: "page", kind: "page", x: grid.margin + grid.width - page, y: footEnd - 20, width: page, height: 20 },
  ];
}

/** The quiet full-colour slides: wordmark and logo above, a title of display size, the claim at the foot. */
function quiet(name: LayoutName, grid: Grid, title: number, titleHeight: number): Layout {
  const full = columns(grid, 0, 12);
  const half = columns(grid, 6, 6);
  const main = title + titleHeight + 24;
  return {
    name,
    ground: "blue",
    regions: [
      { name: "wordmark", kind: "wordmark", ...columns(grid, 0, 6), y: top, height: 64 },
      { name: "logo", kind: "logo", ...half, y: top, height: 96 },
      { name: "kicker", kind: "kicker", ...full, y: title - 32, height: 24 },
      { name: "title", kind: "title", ...full, y: title, height: titleHeight },
      { name: "main", kind: "content", ...full, y: main, height: grid.contentEnd - main },
      { name: "source", kind: "source", ...columns(grid, 0, 6), y: grid.footStart, height: footEnd - grid.footStart },
      { name: "claim", kind: "claim", ...half, y: footEnd - 28, height: 28 },
    ],
  };
}

function layoutsOn(grid: Grid) {
  return {
    title: quiet("title", grid, grid.displayStart, grid.displayLines * 64),
    section: quiet("section", grid, grid.displayStart, grid.displayLines * 64),
    content: data("content", grid, [{ name: "main", from: 0, span: 12 }]),
    "two-columns": data("two-columns", grid, [
      { name: "left", from: 0, span: 6 },
      { name: "right", from: 6, span: 6 },
    ]),
    chart: data("chart", grid, [{ name: "main", from: 0, span: 12 }]),
    "chart-text": data("chart-text", grid, [
      { name: "chart", from: 0, span: 7 },
      { name: "text", from: 7, span: 5 },
    ]),
    map: data("map", grid, [
      { name: "map", from: 0, span: 6 },
      { name: "side", from: 6, span: 6 },
    ]),
    figures: data("figures", grid, [{ name: "main", from: 0, span: 12 }]),
    closing: quiet("closing", grid, 264, 128),
  } satisfies Record<LayoutName, Layout>;
}

/** Every layout on every canvas. */
export const layouts: Readonly<Record<CanvasName, Readonly<Record<LayoutName, Layout>>>> = {
  "16:9": layoutsOn(grids["16:9"]),
  "4:3": layoutsOn(grids["4:3"]),
};

export function layoutOf(name: LayoutName, canvas: CanvasName): Layout {
  return layouts[canvas][name];
}

/** The regions that authors fill, in reading order; the first one takes what stands outside `:::`. */
export function contentRegions(name: LayoutName, canvas: CanvasName): readonly Region[] {
  return layoutOf(name, canvas).regions.filter((region) => region.kind === "content");
}

export function isLayoutName(name: string): name is LayoutName {
  return Object.hasOwn(layouts["16:9"], name);
}

export function isCanvasName(name: string): name is CanvasName {
  return Object.hasOwn(canvases, name);
}
