/** Chart → scene: pure functions of the chart and a box, one file a kind under `kinds/`. */

import { space } from "../../theme/tokens.ts";
import type { Scene } from "../scene/scene.ts";
import { breakLines } from "../scene/measure.ts";
import { group, leading, textLines } from "../scene/marks.ts";
import type { Frame } from "./frame.ts";
import { drawAreas } from "./kinds/area.ts";
import { drawBars } from "./kinds/bar.ts";
import { drawMap } from "./kinds/choropleth.ts";
import { drawColumns } from "./kinds/column.ts";
import { drawDonut } from "./kinds/donut.ts";
import { drawGrouped } from "./kinds/grouped.ts";
import type { Draw, Drawing } from "./kinds/kind.ts";
import { drawHub } from "./kinds/hub.ts";
import { drawLines } from "./kinds/line.ts";
import { drawNetwork } from "./kinds/network.ts";
import { drawProgress } from "./kinds/progress.ts";
import { drawSlopes } from "./kinds/slope.ts";
import { drawStacked } from "./kinds/stacked.ts";
import { drawTimeline } from "./kinds/timeline.ts";
import { drawWaffle } from "./kinds/waffle.ts";
import type {
  CategoryChart,
  Chart,
  ChartKind,
  HubChart,
  MapChart,
  NetworkChart,
  PartsChart,
  ProgressChart,
  TimeChart,
  TimelineChart,
} from "./model.ts";

export { canvasType, type Frame, phoneType } from "./frame.ts";

interface ChartOf {
  readonly bar: CategoryChart;
  readonly column: CategoryChart;
  readonly grouped: CategoryChart;
  readonly stacked: CategoryChart;
  readonly percent: CategoryChart;
  readonly line: TimeChart;
  readonly area: TimeChart;
  readonly slope: TimeChart;
  readonly donut: PartsChart;
  readonly waffle: PartsChart;
  readonly choropleth: MapChart;
  readonly progress: ProgressChart;
  readonly hub: HubChart;
  readonly network: NetworkChart;
  readonly timeline: TimelineChart;
}

const kinds: { readonly [K in ChartKind]: Draw<ChartOf[K]> } = {
  bar: drawBars,
  column: drawColumns,
  grouped: drawGrouped,
  stacked: drawStacked,
  percent: drawStacked,
  line: drawLines,
  area: drawAreas,
  slope: drawSlopes,
  donut: drawDonut,
  waffle: drawWaffle,
  choropleth: drawMap,
  progress: drawProgress,
  hub: drawHub,
  network: drawNetwork,
  timeline: drawTimeline,
} satisfies Record<Chart["kind"], unknown>;

/**
 * Draws a chart into a box, its subtitle on top. Where the box is too low for labels at their size, the scene is as
 * high as it must be, and so higher than the frame: {@link minimumHeight} tells beforehand.
 */
export function layoutChart(chart: Chart, frame: Frame): Scene {
  const known = drawn.get(chart);
  if (known !== undefined && isSame(known.frame, frame)) return known.scene;
  const scene = layoutKind(chart.kind, chart, frame);
  drawn.set(chart, { frame, scene });
  return scene;
}

/** The last drawing of each chart: the check that it fits and the page draw it into the same box. */
const drawn = new WeakMap<Chart, { readonly frame: Frame; readonly scene: Scene }>();

function isSame(a: Frame, b: Frame): boolean {
  return a.width === b.width && a.height === b.height && a.label === b.label && a.small === b.small && a.aside === b.aside;
}

/** The least height, px, at which the chart can be drawn in that width with nothing lost or overlapping. */
export function minimumHeight(chart: Chart, frame: Omit<Frame, "height">): number {
  return Math.ceil(layoutKind(chart.kind, chart, { ...frame, height: 0 }).height);
}

/**
 * The height, px, beyond which a chart in that width gains nothing: a chart of one bar. `undefined` where it fills what
 * height it is given.
 */
export function preferredHeight(chart: Chart, frame: Omit<Frame, "height">): number | undefined {
  return chart.kind === "progress" ? minimumHeight(chart, frame) : undefined;
}

function layoutKind<K extends ChartKind>(kind: K, chart: ChartOf[K], frame: Frame): Scene {
  const subtitle = chart.subtitle === undefined ? [] : breakLines(chart.subtitle, frame.width - (frame.aside ?? 0), frame.label);
  const head = subtitle.length === 0 ? 0 : subtitle.length * leading(frame.label) + Math.round(frame.label * 0.6);
  const top = frame.aside === undefined ? head : Math.max(head, space.views);
  const drawing = lower(kinds[kind](chart, { ...frame, top }), frame, () => kinds[kind](chart, { ...frame, top, height: 0 }));
  const lines = textLines("line", 0, frame.label * 0.85, subtitle, { size: frame.label, fill: "muted" });
  return {
    width: frame.width,
    height: Math.max(frame.height, drawing.height),
    marks: subtitle.length === 0 ? drawing.marks : [group("subtitle", lines), ...drawing.marks],
  };
}

/** Where a drawing is too high for its box, its lowest form, if that is lower: a map finds other places in a low box than in a high one. */
function lower(drawing: Drawing, { height }: Frame, lowest: () => Drawing): Drawing {
  if (height === 0 || drawing.height <= height + 0.5) return drawing;
  const other = lowest();
  return other.height < drawing.height ? other : drawing;
}
