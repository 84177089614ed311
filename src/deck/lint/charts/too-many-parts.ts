/** Charts of more parts than eyes can tell apart, or rows than can be read from the back of the room. */

import type { Chart } from "../../../chart/model.ts";
import { tooManyParts } from "../../../source/messages/lint-charts.ts";
import type { Rule } from "../rule.ts";
import { bySlide, chartsOf } from "../seen.ts";

interface Limit {
  readonly most: number;
  readonly what: { readonly de: string; readonly en: string };
  readonly cure: { readonly de: string; readonly en: string };
}

/** So many colours can be told apart, also by the colour-blind and printed in grey. */
const colours = 6;
const slices: Limit = {
  most: colours,
  what: { de: "Teile", en: "parts" },
  cure: {
    de: "Mit top: 5 und rest: Übrige das Kleine zusammenfassen, oder kind: bar.",
    en: "Gather the small ones with top: 5 and rest: Übrige, or take kind: bar.",
  },
};
const series: Limit = {
  most: colours,
  what: { de: "Reihen", en: "series" },
  cure: { de: "Weniger Reihen, oder mit highlight eine herausheben.", en: "Fewer series, or raise one with highlight." },
};
/** Of which one or two are raised and the others grey. */
const calmSeries: Limit = { ...series, most: 12, cure: { de: "Weniger Reihen.", en: "Fewer series." } };
const rows: Limit = {
  most: 20,
  what: { de: "Balken", en: "bars" },
  cure: {
    de: "Mit top: 15 und rest: Übrige kürzen, oder als Tabelle auf eine eigene Folie.",
    en: "Shorten with top: 15 and rest: Übrige, or make a table on a slide of its own.",
  },
};
const columns: Limit = { ...rows, most: 16, what: { de: "Säulen", en: "columns" } };
const classes: Limit = {
  most: 6,
  what: { de: "Farbstufen", en: "classes" },
  cure: { de: "Mit classes: [...] gröbere Klassen bilden.", en: "Make coarser classes with classes: [...]." },
};
const spokes: Limit = {
  most: 12,
  what: { de: "Felder", en: "spokes" },
  cure: { de: "In Gruppen ordnen: kind: network.", en: "Put them into groups: kind: network." },
};
const groups: Limit = { ...slices, what: { de: "Gruppen", en: "groups" }, cure: { de: "Gruppen zusammenlegen.", en: "Join groups." } };
const events: Limit = {
  most: 10,
  what: { de: "Ereignisse", en: "events" },
  cure: { de: "Auf zwei Folien teilen oder die wichtigen zeigen.", en: "Part them on two slides, or show those that matter." },
};

type Counted = readonly [count: number, limit: Limit];

function countsOf(chart: Chart): readonly Counted[] {
  switch (chart.kind) {
    case "bar":
      return [[chart.categories.length, rows]];
    case "column":
      return [[chart.categories.length, columns]];
    case "grouped":
    case "stacked":
    case "percent":
      return [
        [chart.series.length, series],
        [chart.categories.length, chart.orientation === "horizontal" ? rows : columns],
      ];
    case "line":
    case "slope":
      return [[chart.series.length, chart.series.some(({ colour }) => colour === "calm") ? calmSeries : series]];
    case "area":
      return [[chart.series.length, series]];
    case "donut":
    case "waffle":
      // What is gathered is grey and needs no colour of its own.
      return [[chart.parts.filter(({ category }) => category.role !== "rest").length, slices]];
    case "choropleth":
      return [[chart.classes.length, classes]];
    case "hub":
      return [[chart.spokes.length, spokes]];
    case "network":
      return [[chart.groups.length, groups]];
    case "timeline":
      return [[chart.events.length, events]];
    case "progress":
      return [];
  }
}

export const tooManyPartsRule: Rule = {
  severity: "warning",
  find: bySlide(({ slide }) =>
    chartsOf(slide).flatMap(({ views, span }) =>
      views
        .flatMap(({ chart }) => countsOf(chart))
        .filter(([count, { most }]) => count > most)
        .map(([count, { what, most, cure }]) => ({ span, message: tooManyParts(what, count, most, cure), slide: slide.id })),
    ),
  ),
};
