/** The first deck's charts, with its real numbers: what the drawings are looked at with. */

import type { ColourName } from "../../../theme/tokens.ts";
import type { Category, CategoryChart, HubChart, NetworkChart, PartsChart, ProgressChart, TimeChart, TimelineChart } from "../model.ts";
import { base, category, figure, nothing, unknown } from "./make.ts";

export const states: readonly (readonly [string, number])[] = [
  ["Rumänien", 3714],
  ["Polen", 3395],
  ["Syrien, Arabische Republik", 1470],
  ["Ungarn", 1202],
  ["Irak", 1039],
  ["Russische Föderation", 795],
  ["Türkei", 759],
  ["Afghanistan", 580],
  ["Niederlande", 448],
  ["Litauen", 424],
  ["Lettland", 280],
  ["Serbien", 266],
  ["Vietnam", 251],
  ["Kosovo", 234],
  ["Bulgarien", 233],
];

export const municipalities: readonly (readonly [string, number, ags: string])[] = [
  ["Barßel", 720, "03453001"],
  ["Bösel", 777, "03453002"],
  ["Cappeln", 564, "03453003"],
  ["Cloppenburg", 4767, "03453004"],
  ["Emstek", 1308, "03453005"],
  ["Essen", 1504, "03453006"],
  ["Friesoythe", 1827, "03453007"],
  ["Garrel", 1679, "03453008"],
  ["Lastrup", 562, "03453009"],
  ["Lindern", 412, "03453010"],
  ["Löningen", 1121, "03453011"],
  ["Molbergen", 727, "03453012"],
  ["Saterland", 1167, "03453013"],
];

export function ranking(role: (label: string) => Category["role"] = () => "plain", count = 15): CategoryChart {
  const shown = states.slice(0, count);
  const rest = 17135 - shown.reduce((sum, [, value]) => sum + value, 0);
  return {
    ...base("Staatsangehörigkeiten", "Ausländerinnen und Ausländer, Stichtag 01.07.2017"),
    kind: "bar",
    orientation: "horizontal",
    categories: [...shown.map(([label]) => category(label, role(label))), category("Übrige", "rest")],
    series: [
      {
        key: "a",
        label: "Ausländerinnen und Ausländer",
        colour: "blue",
        values: [...shown.map(([, value]) => figure(value)), figure(rest)],
      },
    ],
    unit: "Personen",
  };
}

export const rankingOfTwo: CategoryChart = ranking((label) => (label === "Rumänien" || label === "Polen" ? "highlight" : "plain"));

/** Zero, negative, missing. */
export const awkward: CategoryChart = {
  ...base("Veränderung", "Veränderung gegenüber dem Vorjahr, Personen"),
  kind: "bar",
  orientation: "horizontal",
  categories: ["Zuwachs", "Kein Wert vorhanden", "Rückgang", "Genau null", "Ein wenig mehr"].map((label) => category(label)),
  series: [
    {
      key: "a",
      label: "Veränderung",
      colour: "blue",
      values: [
        figure(1234, "Personen", "signed"),
        figure(unknown),
        figure(-730, "Personen", "signed"),
        figure(nothing),
        figure(12, "Personen", "signed"),
      ],
    },
  ],
  unit: "Personen",
};

export function many(count: number): CategoryChart {
  return {
    ...base("Viele", "Personen"),
    kind: "bar",
    orientation: "horizontal",
    categories: Array.from({ length: count }, (_, i) => category(`${states[i % 15]?.[0]} ${i + 1}`, i === 3 ? "highlight" : "plain")),
    series: [{ key: "a", label: "A", colour: "blue", values: Array.from({ length: count }, (_, i) => figure(Math.round(9000 / (i + 1)))) }],
    unit: "Personen",
  };
}

const years = ["2015", "2016", "2017"];

/** Two series over a few categories. */
export function groups(
  kind: "grouped" | "stacked" | "percent",
  orientation: "horizontal" | "vertical",
  labels: readonly string[] = years,
): CategoryChart {
  return {
    ...base("Geschlecht", "Ausländerinnen und Ausländer am 31.12."),
    kind,
    orientation,
    categories: labels.map((label) => category(label)),
    series: [
      { key: "m", label: "Männer", colour: "series-1", values: labels.map((_, i) => figure(7120 + i * 900)) },
      { key: "f", label: "Frauen", colour: "series-2", values: labels.map((_, i) => figure(5890 + i * 610)) },
      {
        key: "k",
        label: "Kinder unter 6 Jahren",
        colour: "series-3",
        values: labels.map((_, i) => (i === 1 ? figure(unknown) : figure(1410 + i * 250))),
      },
    ],
    unit: "Personen",
  };
}

const people: readonly (readonly [string, number])[] = [
  ["2015-12-31", 164734],
  ["2016-12-31", 165930],
  ["2017-12-31", 167925],
  ["2018-12-31", 169348],
  ["2022-05-15", 175408],
  ["2022-12-31", 177701],
  ["2024-12-31", 177025],
  ["2025-06-30", 178948],
];

/** The county's population, with the break of the census. */
export function population(kind: TimeChart["kind"], from = 0): TimeChart {
  const shown = people.slice(from);
  return {
    ...base("Bevölkerung", "Einwohnerinnen und Einwohner des Landkreises Cloppenburg"),
    kind,
    days: shown.map(([day]) => day),
    series: [{ key: "kreis", label: "Landkreis Cloppenburg", colour: "series-1", values: shown.map(([, value]) => figure(value)) }],
    breaks: [{ day: "2022-05-15", reason: "neue Basis: Zensus 2022" }],
    unit: "Personen",
  };
}

const towns: readonly (readonly [string, ColourName, readonly (number | undefined)[]])[] = [
  ["Cloppenburg", "series-1", [33221, 34913, 37056, 36569]],
  ["Friesoythe", "series-2", [21263, 22246, 23262, 23461]],
  ["Garrel", "series-3", [13802, 14942, 15879, undefined]],
  ["Löningen", "series-4", [13176, 13346, 13768, 13843]],
  ["Barßel", "series-5", [12593, 12946, 13601, 13812]],
  ["Saterland", "series-6", [13121, 13664, 14266, 14430]],
];

/** Six municipalities whose lines end close to each other. */
export function municipalitiesOverTime(kind: TimeChart["kind"], count = 6): TimeChart {
  return {
    ...base("Gemeinden", "Bevölkerung der größten Gemeinden"),
    kind,
    days: ["2014-12-31", "2018-12-31", "2022-12-31", "2025-06-30"],
    series: towns.slice(0, count).map(([label, colour, values], s) => ({
      key: label,
      label,
      colour,
      values: values.map((value, i) => (value === undefined ? undefined : s === 1 && i === 1 ? figure(unknown) : figure(value))),
    })),
    breaks: [],
    unit: "Personen",
  };
}

/** The four groups of refugees. */
export function refugees(kind: PartsChart["kind"]): PartsChart {
  const parts: readonly (readonly [string, number, ColourName])[] = [
    ["Anerkannte Flüchtlinge", 1350, "series-1"],
    ["Subsidiärer Schutz", 753, "series-2"],
    ["Asylbewerberinnen und Asylbewerber", 720, "series-3"],
    ["Geduldete", 144, "series-4"],
  ];
  return {
    ...base("Schutzsuchende", "Personen im Landkreis Cloppenburg, Stand 07.08.2017"),
    kind,
    parts: parts.map(([label, value, colour]) => ({
      category: category(label),
      colour,
      figure: figure(value),
      share: figure(value / 2967, "", "percent(1)"),
    })),
    whole: figure(2967),
  };
}

/** The county's fifteen nationalities and the rest, as many small slices. */
export function manyParts(kind: PartsChart["kind"]): PartsChart {
  const all = [...states, ["Übrige", 2045] as const];
  return {
    ...base("Staatsangehörigkeiten", "Ausländerinnen und Ausländer, Stichtag 01.07.2017"),
    kind,
    parts: all.map(([label, value], i) => ({
      category: category(label, label === "Übrige" ? "rest" : i === 1 ? "highlight" : "plain"),
      colour: label === "Übrige" ? "rest" : i === 1 ? "blue" : "calm",
      figure: i === 5 ? figure(unknown) : figure(value),
      share: i === 5 ? figure(unknown, "", "percent(1)") : figure(value / 17135, "", "percent(1)"),
    })),
    whole: figure(17135),
  };
}

export const quota: ProgressChart = {
  ...base("Aufnahmequote", "Zuweisungen von Geflüchteten 2017, Personen"),
  kind: "progress",
  value: figure(344),
  whole: figure(515),
  share: figure(344 / 515, "", "percent"),
  open: figure(171),
  labels: { value: "bereits vor Ort", whole: "Quote der Zuweisungen für 2017", open: "noch offen" },
};

export const crossSection: HubChart = {
  ...base("Integration – Querschnittsthema"),
  kind: "hub",
  centre: "Integration",
  spokes: ["Sprache", "Bildung", "Arbeit", "Gesundheit", "Wohnen", "Soziales", "Gleichstellung", "Ehrenamt", "interkulturelle Öffnung"].map(
    (label) => ({
      label,
      highlight: label === "interkulturelle Öffnung",
    }),
  ),
};

export const networks: NetworkChart = {
  ...base("Netzwerke der Koordinierungsstelle"),
  kind: "network",
  centre: "Koordinierungsstelle Migration und Teilhabe",
  groups: [
    { label: "intern", colour: "series-1", members: ["Lenkungsgruppe Kreisverwaltung", "Steuerungsgruppe Demografiestrategie"] },
    {
      label: "kommunal",
      colour: "series-3",
      members: [
        "Netzwerk für Integration (NWI)",
        "Sozialarbeiter für Geflüchtete in den Städten und Gemeinden",
        "Gremium Gesundheitsregion LK Cloppenburg",
      ],
    },
    {
      label: "Träger",
      colour: "series-2",
      members: [
        "Integrationsträger",
        "Integration in Arbeit",
        "Integrations- und Migrationsberatungsstellen",
        "Frauen in der Arbeit mit Migrantinnen",
      ],
    },
    {
      label: "Land",
      colour: "series-4",
      members: ["Koordinierungsstellen Migration und Teilhabe", "Kooperative Migrationsarbeit Niedersachsen"],
    },
  ],
};

export const decree: TimelineChart = {
  ...base("Der Weg zur Koordinierungsstelle"),
  kind: "timeline",
  events: [
    ["2014-01-01", "01.01.2014", "Richtlinie rückwirkend in Kraft"],
    ["2014-02-25", "25.02.2014", "Vorlage im Kreisausschuss zur Einrichtung der Stelle"],
    ["2014-04-01", "01.04.2014", "½ Stelle im Gesundheitsamt besetzt"],
    ["2014-04-14", "14.04.2014", "Erlass der Richtlinie durch die Landesregierung"],
    ["2016-03-01", "01.03.2016", "Vollzeitstelle in der Stabsstelle Gleichstellung, Integration und Demografie"],
  ].map(([day = "", date = "", label = ""], i) => ({ day, date, label, highlight: i === 3 })),
};
