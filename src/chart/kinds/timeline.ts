/**
 * Events at their true distances on a band of years. Their words fly as flags above and below it; in a box that is too
 * narrow for that they stand there as blocks, or beside an upright band.
 */

import { breakLines, textWidth } from "../../scene/measure.ts";
import { centredBaseline, circle, group, leading, path, rect, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import { spread } from "../distribute.ts";
import type { TimelineChart } from "../model.ts";
import { dayNumber } from "../numbers.ts";
import { type Period, type PeriodScale, periodsOf, periodWidth } from "../periods.ts";
import { fly } from "./flags.ts";
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
  const blocks = lying(events, area);
  const room = Math.max(area.height, blocks?.height ?? standing(events, { ...area, height: 0 }).height);
  return flying(events, area, room) ?? blocks ?? standing(events, area);
}

function wordsOf(event: Event, width: number, area: Area): Words {
  const lines = breakLines(event.label, width, area.label);
  const widest = Math.max(textWidth(event.date, area.label, "bold"), ...lines.map((each) => textWidth(each, area.label)));
  return { event, lines, width: widest, height: (lines.length + 1) * leading(area.label) };
}

/** The outermost dots stand within the box, px. */
const inset = 8;
const mostRows = 3;

/** The band lies, each event has one line in one of a few rows on a side; `undefined` where that needs more than `room`. */
function flying(events: readonly Event[], area: Area, room: number): Drawing | undefined {
  const scale = lyingPeriods(events, area);
  const flags = events.map((event) => {
    const date = textWidth(event.date, area.label, "bold") + area.label * 0.4;
    return { event, date, x: scale.x(event.day), width: date + textWidth(event.label, area.label) };
  });
  const band = Math.round(area.small * 1.7);
  for (let rows = 1; rows <= mostRows; rows++) {
    const flown = fly(flags, rows, area.width);
    if (flown === undefined) continue;
    const needed = band + 2 * (foot + rows * leading(area.label) * 1.25);
    if (area.top + needed > room + 0.1) return undefined;
    const height = Math.max(area.height - area.top, needed);
    const stretch = Math.min(1.3, (height - band) / (needed - band));
    const [near, pitch] = [foot * stretch, leading(area.label) * 1.25 * stretch];
    const top = area.top + (height - band) / 2;
    const marks: Mark[] = [lyingBand(scale.periods, top, band, area)];
    for (const [i, { event, x, date }] of flags.entries()) {
      const place = flown[i];
      if (place === undefined) continue;
      const out = place.side === "above" ? -1 : 1;
      const edge = place.side === "above" ? top : top + band;
      const middle = edge + out * (near + (place.row + 0.5) * pitch);
      const baseline = centredBaseline(middle, 1, area.label);
      const end = middle + out * area.label * 0.45;
      marks.push(
        eventGroup(event, `M${px(x)},${px(edge)}L${px(x)},${px(end)}`, x, edge, [
          text("date", place.left, baseline, event.date, { size: area.label, weight: "bold", fill: "blue" }),
          text("label", place.left + date, baseline, event.label, { size: area.label }),
        ]),
      );
    }
    return { marks, height: area.top + height };
  }
  return undefined;
}

/** From the band to the nearest row of flags, px. */
const foot = 10;

function lyingPeriods(events: readonly Event[], area: Area): PeriodScale {
  return periodsOf(
    events.map((event) => event.day),
    inset,
    area.width - inset,
    area.small,
  );
}

/** Goes on to both edges of the box, beyond the outermost dots. */
function lyingBand(periods: readonly Period[], top: number, band: number, area: Area): Mark {
  return bandMarks(
    periods,
    (period) => {
      const from = period === periods[0] ? 0 : period.from;
      const to = period === periods.at(-1) ? area.width : period.to;
      return rect(`period:${period.key}`, from, top, to - from, band, bandPaint);
    },
    (period) =>
      text(`name:${period.key}`, (period.from + period.to) / 2, top + band / 2 + area.small * 0.33, period.label, {
        size: area.small,
        anchor: "middle",
        fill: "muted",
        within: { shape: `period:${period.key}`, words: period.label },
      }),
  );
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
  const scale = lyingPeriods(events, area);
  const marks: Mark[] = [lyingBand(scale.periods, top, band, area)];
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
          within: { shape: `period:${period.key}`, words: period.label },
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
  return eventGroup(event, lead, x, y, [
    text("date", left, first, event.date, { size: area.label, weight: "bold", fill: "blue" }),
    ...textLines("label", left, first + leading(area.label), lines, { size: area.label }),
  ]);
}

function eventGroup(event: Event, lead: string, x: number, y: number, words: readonly Mark[]): Mark {
  const fill = event.highlight ? "gold" : "blue";
  return group(
    `event:${event.day}:${event.label}`,
    [
      path("lead", lead, { fill: "none", stroke: event.highlight ? "gold" : "calm", strokeWidth: 1.5, from: "dot" }),
      circle("dot", x, y, event.highlight ? 8 : 6, { fill, stroke: "ground", strokeWidth: 2 }),
      ...words,
    ],
    `${event.date}: ${event.label}`,
  );
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
