/** Charts of every kind at random: what the drawings must bear. */

/* oxlint-disable oxc/no-map-spread -- each generated chart takes its base in; speed is no matter here */

import * as fc from "fast-check";
import type { ColourName } from "../../../theme/tokens.ts";
import type { Figure } from "../../data/figure.ts";
import { classify } from "../classes.ts";
import type { Category, Chart, ChartKind, Shape } from "../model.ts";
import { valueOf, writeDay } from "../numbers.ts";
import { base, figure, nothing, unknown } from "./make.ts";

const words = [
  "Rumänien",
  "Polen",
  "Syrien, Arabische Republik",
  "Irak",
  "Russische Föderation",
  "Bosnien und Herzegowina",
  "Löningen",
  "Bad Zwischenahn",
  "Gemeinschaftsunterkunftsverwaltung",
  "Kongo, Demokratische Republik",
  "Übrige Asiatische Staaten und Gebiete, soweit nicht gesondert aufgeführt",
  "EU",
  "Å",
  "Asylbewerberleistungsgesetz-Empfängerinnen",
  "Steuerungsgruppe Demografiestrategie",
  "<b>&amp;\"'",
];
const seriesColours: readonly ColourName[] = ["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"];

const label = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 30 }) },
);

/** Names that differ, because they are keys too. */
function labels(min: number, max: number): fc.Arbitrary<readonly string[]> {
  return fc
    .array(label, { minLength: min, maxLength: max })
    .map((all) => all.map((each, i) => (all.indexOf(each) === i ? each : `${each} ${i}`)));
}

const number = fc.oneof(fc.integer({ min: 0, max: 20000 }), fc.integer({ min: -3000, max: 900_000 }), fc.constant(0));
const share = fc.nat({ max: 10_000 }).map((value) => value / 10_000);

const count: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 12, arbitrary: number.map((value) => figure(value)) },
  { weight: 1, arbitrary: fc.constant(figure(unknown)) },
  { weight: 1, arbitrary: fc.constant(figure(nothing)) },
);
const figures = fc.oneof(
  { weight: 4, arbitrary: fc.constant(count) },
  { weight: 1, arbitrary: fc.constant(share.map((value) => figure(value, "", "percent(1)"))) },
);

const heading = fc
  .tuple(
    label,
    fc.option(
      fc.constantFrom(
        "Personen, Stichtag 01.07.2017",
        "Ausländerinnen und Ausländer im Landkreis Cloppenburg nach Staatsangehörigkeit, 31.12.2025",
      ),
      { nil: undefined },
    ),
  )
  .map(([title, subtitle]) => base(title, subtitle));

function categories(min: number, max: number): fc.Arbitrary<readonly Category[]> {
  return fc.tuple(labels(min, max), fc.nat({ max: 60 }), fc.boolean()).map(([all, highlight, rest]) =>
    all.map((each, i) => ({
      key: each,
      label: each,
      role: rest && i === all.length - 1 && i > 0 ? "rest" : i === highlight ? "highlight" : "plain",
    })),
  );
}

function categoryChart(kind: "bar" | "column" | "grouped" | "stacked" | "percent"): fc.Arbitrary<Chart> {
  const most = kind === "bar" || kind === "column" ? 1 : 4;
  return fc
    .record({
      base: heading,
      categories: categories(1, kind === "bar" ? 60 : 18),
      names: labels(1, most),
      of: figures,
      vertical: fc.boolean(),
    })
    .chain(({ base: own, categories: all, names, of, vertical }) =>
      fc.array(fc.array(of, { minLength: all.length, maxLength: all.length }), { minLength: names.length, maxLength: names.length }).map(
        (values): Chart => ({
          ...own,
          kind,
          orientation: vertical ? "vertical" : "horizontal",
          categories: all,
          series: names.map((name, i) => ({ key: name, label: name, colour: seriesColours[i] ?? "blue", values: values[i] ?? [] })),
          unit: values[0]?.[0]?.unit ?? "",
        }),
      ),
    );
}

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function days(max: number): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(day, { minLength: 1, maxLength: max }).map((all) => all.toSorted());
}

function timeChart(kind: "line" | "area" | "slope"): fc.Arbitrary<Chart> {
  return fc
    .record({ base: heading, days: days(14), names: labels(1, 6), of: figures, broken: fc.boolean() })
    .chain(({ base: own, days: all, names, of, broken }) =>
      fc
        .array(fc.array(fc.option(of, { nil: undefined, freq: 8 }), { minLength: all.length, maxLength: all.length }), {
          minLength: names.length,
          maxLength: names.length,
        })
        .map(
          (values): Chart => ({
            ...own,
            kind,
            days: all,
            series: names.map((name, i) => ({ key: name, label: name, colour: seriesColours[i] ?? "blue", values: values[i] ?? [] })),
            breaks:
              broken && all[1] !== undefined
                ? [{ day: all[1], reason: "neue Basis: Zensus 2022, mit der Fortschreibung nicht vergleichbar" }]
                : [],
            unit: "Personen",
          }),
        ),
    );
}

function partsChart(kind: "donut" | "waffle"): fc.Arbitrary<Chart> {
  const part = fc.oneof(
    { weight: 9, arbitrary: fc.nat({ max: 9000 }).map((value) => figure(value)) },
    { weight: 1, arbitrary: fc.constant(figure(unknown)) },
  );
  return fc.record({ base: heading, categories: categories(1, 10) }).chain(({ base: own, categories: all }) =>
    fc.array(part, { minLength: all.length, maxLength: all.length }).map((values): Chart => {
      const sum = values.reduce((total, each) => total + (valueOf(each) ?? 0), 0);
      return {
        ...own,
        kind,
        whole: figure(sum),
        parts: all.map((category, i) => {
          const value = values[i] ?? figure(0);
          const known = valueOf(value);
          const portion = known === undefined || sum === 0 ? figure(unknown, "", "percent(1)") : figure(known / sum, "", "percent(1)");
          return { category, colour: seriesColours[i % 6] ?? "blue", figure: value, share: portion };
        }),
      };
    }),
  );
}

/** A grid of fields about Cloppenburg, with bent borders so that labels have to look for room. */
function fieldAt(i: number, columns: number): Shape {
  const [x, y] = [7.6 + (i % columns) * 0.15, 52.7 + Math.floor(i / columns) * 0.09];
  const bend = (i % 3) * 0.02;
  const ring = [
    [x, y],
    [x + bend, y + 0.045],
    [x, y + 0.09],
    [x + 0.15, y + 0.09],
    [x + 0.15 - bend, y + 0.045],
    [x + 0.15, y],
    [x, y],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

const mapChart: fc.Arbitrary<Chart> = fc
  .record({
    base: heading,
    names: labels(1, 20),
    columns: fc.integer({ min: 1, max: 6 }),
    highlight: fc.nat({ max: 20 }),
    around: fc.boolean(),
  })
  .chain(({ base: own, names, columns, highlight, around }) =>
    fc.array(count, { minLength: names.length, maxLength: names.length }).map((values): Chart => {
      const known = values.map(valueOf).filter((value) => value !== undefined);
      return {
        ...own,
        kind: "choropleth",
        areas: names.map((name, i) => ({
          key: name,
          label: name,
          shape: fieldAt(i, columns),
          figure: values[i] ?? figure(0),
          highlight: i === highlight,
        })),
        surroundings: around
          ? [
              {
                label: "Landkreis Osnabrück",
                shape: {
                  type: "Polygon",
                  coordinates: [
                    [
                      [7, 52.2],
                      [7, 52.7],
                      [9, 52.7],
                      [9, 52.2],
                      [7, 52.2],
                    ],
                  ],
                },
              },
            ]
          : [],
        classes: classify(known),
        unit: "Personen",
      };
    }),
  );

const progressChart: fc.Arbitrary<Chart> = fc
  .record({
    base: heading,
    whole: fc.integer({ min: 1, max: 5000 }),
    part: fc.double({ min: 0, max: 1.4, noNaN: true }),
    names: fc.tuple(label, label, label),
  })
  .map(({ base: own, whole, part, names: [value, all, open] }): Chart => {
    const reached = Math.round(whole * part);
    return {
      ...own,
      kind: "progress",
      value: figure(reached),
      whole: figure(whole),
      share: figure(reached / whole, "", "percent"),
      open: figure(whole - reached),
      labels: { value, whole: all, open },
    };
  });

const hubChart: fc.Arbitrary<Chart> = fc
  .record({ base: heading, centre: label, spokes: labels(1, 14), highlight: fc.nat({ max: 14 }) })
  .map(
    ({ base: own, centre, spokes, highlight }): Chart => ({
      ...own,
      kind: "hub",
      centre,
      spokes: spokes.map((each, i) => ({ label: each, highlight: i === highlight })),
    }),
  );

const networkChart: fc.Arbitrary<Chart> = fc
  .record({ base: heading, centre: label, groups: labels(1, 5), members: fc.array(labels(1, 5), { minLength: 5, maxLength: 5 }) })
  .map(
    ({ base: own, centre, groups, members }): Chart => ({
      ...own,
      kind: "network",
      centre,
      groups: groups.map((each, i) => ({ label: each, colour: seriesColours[i] ?? "blue", members: members[i] ?? [] })),
    }),
  );

const timelineChart: fc.Arbitrary<Chart> = fc.tuple(heading, days(9), fc.array(label, { minLength: 9, maxLength: 9 })).map(
  ([own, all, names]): Chart => ({
    ...own,
    kind: "timeline",
    events: all.map((each, i) => ({ day: each, date: writeDay(each), label: names[i] ?? "", highlight: i === 1 })),
  }),
);

export const charts: { readonly [K in ChartKind]: fc.Arbitrary<Chart> } = {
  bar: categoryChart("bar"),
  column: categoryChart("column"),
  grouped: categoryChart("grouped"),
  stacked: categoryChart("stacked"),
  percent: categoryChart("percent"),
  line: timeChart("line"),
  area: timeChart("area"),
  slope: timeChart("slope"),
  donut: partsChart("donut"),
  waffle: partsChart("waffle"),
  choropleth: mapChart,
  progress: progressChart,
  hub: hubChart,
  network: networkChart,
  timeline: timelineChart,
};
