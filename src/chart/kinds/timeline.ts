/** Events at their true distances on a band of years; their words stand above and below it, or beside it in a narrow box. */

import { breakLines, textWidth } from "../../scene/measure.ts";
import { circle, group, leading, path, rect, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import { spread } from "../distribute.ts";
import type { TimelineChart } from "../model.ts";
import { dayNumber } from "../numbers.ts";
import { type Period, periodsOf, periodWidth } from "../periods.ts";
import type { Area, Drawing } from "./kind.ts";

type Event = TimelineChart["events"][number];

interface Words {
  readonly event: Event;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

export function drawTimeline(chart: TimelineChart, area: Area): Drawing {
  const events = chart.events.toSorted((a, b) => dayNumber(a.day) - dayNumber(b.day));
  return lying(events, area) ?? standing(events, area);
}

function wordsOf(event: Event, width: number, area: Area): Words {
  const lines = breakLines(event.label, width, area.label);
  const widest = Math.max(textWidth(event.date, area.label, "bold"), ...lines.map((each) => textWidth(each, area.label)));
  return { event, lines, width: widest, height: (lines.length + 1) * leading(area.label) };
}

const gap = 28;
/** From the band to the words, px. */
const reach = 40;

/** The band lies, events stand above and below it in turn; `undefined` where their words would be too narrow. */
function lying(events: readonly Event[], area: Area): Drawing | undefined {
  const most = Math.ceil(events.length / 2);
  const width = Math.min(area.label * 15, (area.width - gap * (most - 1)) / Math.max(1, most));
  if (width < area.label * 7.5) return undefined;
  const words = events.map((event) => wordsOf(event, width, area));
  const sides = [words.filter((_, i) => i % 2 === 0), words.filter((_, i) => i % 2 === 1)];
  if (sides.some((side) => side.reduce((sum, each) => sum + each.width + gap, -gap) > area.width + 0.1)) return undefined;

  const band = Math.round(area.small * 1.7);
  const heights = sides.map((side) => (side.length === 0 ? 0 : Math.max(...side.map((each) => each.height)) + reach));
  const needed = (heights[0] ?? 0) + band + (heights[1] ?? 0);
  const height = Math.max(area.height - area.top, needed);
  const top = area.top + Math.min(height - needed, (height - needed) / 2) + (heights[0] ?? 0);
  const inset = 8;
  const scale = periodsOf(
    events.map((event) => event.day),
    inset,
    area.width - inset,
    area.small,
  );
  const marks: Mark[] = [
    bandMarks(
      scale.periods,
      (period) => rect(`period:${period.key}`, period.from, top, period.to - period.from, band, bandPaint),
      (period) =>
        text(`name:${period.key}`, (period.from + period.to) / 2, top + band / 2 + area.small * 0.33, period.label, {
          size: area.small,
          anchor: "middle",
          fill: "muted",
        }),
    ),
  ];
  for (const [s, side] of sides.entries()) {
    const middles = spread(
      // A label hangs to the right of its line, as a flag does.
      side.map((each) => ({ want: scale.x(each.event.day) + each.width / 2 + 4, size: each.width + gap })),
      -gap / 2,
      area.width + gap / 2,
    );
    for (const [i, each] of side.entries()) {
      const left = (middles[i] ?? 0) - each.width / 2;
      const x = scale.x(each.event.day);
      const edge = s === 0 ? top : top + band;
      const out = s === 0 ? -1 : 1;
      const near = edge + out * (reach - 8);
      const first = s === 0 ? near - each.height + area.label * 0.75 : near + area.label * 0.95;
      const end = Math.max(left, Math.min(left + each.width, x));
      const lead = `M${px(x)},${px(edge)}L${px(x)},${px(edge + out * 8)}L${px(end)},${px(near)}`;
      marks.push(eventMark(each, left, first, lead, x, edge, area));
    }
  }
  return { marks, height: area.top + height };
}

/** The band stands at the left, words beside it from top to bottom. */
function standing(events: readonly Event[], area: Area): Drawing {
  const days = events.map((event) => event.day);
  const band = Math.ceil(periodWidth(days, area.small)) + 12;
  const left = band + reach;
  const words = events.map((event) => wordsOf(event, area.width - left, area));
  const rowGap = area.label * 0.7;
  const needed = words.reduce((sum, each) => sum + each.height + rowGap, 0);
  const height = Math.max(area.height - area.top, needed);
  const scale = periodsOf(days, area.top + 6, area.top + height - 6, area.small * 1.4, true);
  const marks: Mark[] = [
    bandMarks(
      scale.periods,
      (period) => rect(`period:${period.key}`, 0, period.from, band, period.to - period.from, bandPaint),
      (period) =>
        text(`name:${period.key}`, band / 2, (period.from + period.to) / 2 + area.small * 0.33, period.label, {
          size: area.small,
          anchor: "middle",
          fill: "muted",
        }),
    ),
  ];
  const middles = spread(
    words.map((each) => ({ want: scale.x(each.event.day) + each.height / 2 - area.label * 0.6, size: each.height + rowGap })),
    area.top,
    area.top + height,
  );
  for (const [i, each] of words.entries()) {
    const top = (middles[i] ?? 0) - each.height / 2;
    const y = scale.x(each.event.day);
    const target = Math.max(top + area.label * 0.6, Math.min(top + each.height - area.label * 0.4, y));
    const lead = `M${px(band)},${px(y)}L${px(band + 8)},${px(y)}L${px(left - 8)},${px(target)}`;
    marks.push(eventMark(each, left, top + area.label * 0.85, lead, band, y, area));
  }
  return { marks, height: area.top + height };
}

const bandPaint = { fill: "silver", stroke: "ground", strokeWidth: 2 } as const;

function bandMarks(periods: readonly Period[], body: (period: Period) => Mark, name: (period: Period) => Mark): Mark {
  return group("band", [...periods.map(body), ...periods.filter((period) => period.label !== "").map(name)]);
}

function eventMark(words: Words, left: number, first: number, lead: string, x: number, y: number, area: Area): Mark {
  const { event, lines } = words;
  const fill = event.highlight ? "gold" : "blue";
  return group(
    `event:${event.day}:${event.label}`,
    [
      path("lead", lead, { fill: "none", stroke: event.highlight ? "gold" : "calm", strokeWidth: 1.5 }),
      circle("dot", x, y, event.highlight ? 8 : 6, { fill, stroke: "ground", strokeWidth: 2 }),
      text("date", left, first, event.date, { size: area.label, weight: "bold", fill: "blue" }),
      ...textLines("label", left, first + leading(area.label), lines, { size: area.label }),
    ],
    `${event.date}: ${event.label}`,
  );
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
