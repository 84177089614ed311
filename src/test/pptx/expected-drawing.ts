/**
 * What a drawing made of shapes must say: words that must stand in it, words that may (labels find no room, classes are
 * added), names of shapes, and which of them are joined.
 */

import type { HubChart, MapChart, NetworkChart, PartsChart, TimelineChart } from "../../chart/model.ts";
import { type Figure, isMissing } from "../../data/figure.ts";
import { counted } from "./counted.ts";
import { joined, named, shows } from "./said-drawing.ts";

export type DrawnChart = HubChart | MapChart | NetworkChart | TimelineChart | (PartsChart & { readonly kind: "waffle" });

export function expectedDrawing(chart: DrawnChart, clean: (text: string) => string): readonly string[] {
  const must = (text: string): readonly string[] => shows(clean(text));
  const may = (text: string): readonly string[] => must(text).map((line) => `may ${line}`);
  return [
    `drawing: ${clean(chart.summary)}`,
    ...(chart.subtitle === undefined ? [] : must(chart.subtitle)),
    ...own(chart, clean, must, may),
  ];
}

type Lines = (text: string) => readonly string[];

function own(chart: DrawnChart, clean: (text: string) => string, must: Lines, may: Lines): readonly string[] {
  switch (chart.kind) {
    case "choropleth":
      return [
        ...chart.areas.flatMap(({ label, figure }) => [
          ...may(label),
          ...may(figure.text),
          named(clean(`${label}: ${spoken(figure, chart.unit)}`)),
        ]),
        ...chart.surroundings.flatMap(({ label }) => may(label)),
        ...chart.classes.flatMap(({ label }) => must(label)),
        ...signs(chart).flatMap(([sign, meaning]) => must(`${sign} ${meaning}`)),
        ...(chart.unit === "" ? [...may("Anteil"), ...may("Wert")] : must(chart.unit)),
      ];
    case "hub":
      return [...must(chart.centre), ...chart.spokes.flatMap(({ label }) => [...must(label), joined(clean(chart.centre), clean(label))])];
    case "network":
      return [
        ...must(chart.centre),
        ...chart.groups.flatMap(({ label, members }) => [
          ...must(label),
          ...members.flatMap((member) => [...must(member), joined(clean(chart.centre), clean(member))]),
        ]),
      ];
    case "timeline":
      return [...chart.events.flatMap(({ date, label }) => [...must(date), ...must(label)]), ...years(chart).flatMap(may)];
    case "waffle":
      return [
        ...chart.parts.flatMap(({ category, figure, share }) => [...must(category.label), ...must(figure.text), ...may(share.text)]),
        ...may(chart.whole.text),
        ...may("·"),
      ];
  }
}

/** "4.321 Personen"; what is missing by its sign and meaning. */
function spoken(figure: Figure, unit: string): string {
  if (isMissing(figure.value)) return `${figure.text} (${figure.value.meaning})`;
  return unit === "" || /\p{L}|%|‰/u.test(figure.text) ? figure.text : `${figure.text} ${counted(figure.text, figure)}`;
}

function signs({ areas }: MapChart): readonly (readonly [string, string])[] {
  const found = new Map<string, string>();
  for (const { figure } of areas)
    if (isMissing(figure.value) && figure.value.exactly === undefined) found.set(figure.text, figure.value.meaning);
  return found.size > 3 ? [[[...found.keys()].join(" "), "keine Zahl, siehe Zeichenerklärung"]] : [...found];
}

/** The band of a timeline names its years, from that of the first day to that of the last. */
function years({ events }: TimelineChart): readonly string[] {
  const all = events.map(({ day }) => Number(day.slice(0, 4)));
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}
