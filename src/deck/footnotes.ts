/** What must be said below a slide, besides what its author says: notes of releases, breaks, days that differ, quality, signs. */

import type { Chart, TimeChart } from "../chart/model.ts";
import { breakOf } from "../data/breaks.ts";
import { germanDate } from "../data/calendar.ts";
import type { Dataset, Release } from "../data/dataset.ts";
import { dataOf, type Datum, type IsoDate, type Quantity } from "../data/figure.ts";
import type { ShownData } from "./figures.ts";
import { legend, qualityNotes, unrankedNotes } from "./quality-notes.ts";
import { typeset } from "./typography.ts";

/** What footnotes are made of. */
export interface Noted {
  readonly shown: ShownData;
  /** What is shown rests on them. */
  readonly releases: readonly Release[];
  /** What orders on the slide leave out because it has no number, with its label. */
  readonly unranked: ReadonlyMap<Quantity, string>;
  /** The releases of a dataset that the slide sees. */
  readonly seen: (dataset: Dataset) => readonly Release[];
}

/**
 * The author's footnotes first, then those due; none twice. Each is a line of its own where there is room, else those due
 * follow each other in one paragraph, and at last all of them.
 */
export function footnotesOf(noted: Noted, own: readonly string[], fits: (footnotes: readonly string[]) => boolean): readonly string[] {
  const due = dueNotes(noted).filter((note) => !own.includes(note));
  if (own.length + due.length === 0) return [];
  const choices = [[...own, ...due], [...own, due.join(" ")], [[...own, ...due].join(" ")]];
  const notes = choices.map((choice) => choice.filter((note) => note !== ""));
  return notes.find(fits) ?? notes.at(-1) ?? [];
}

function dueNotes({ shown, releases, unranked, seen }: Noted): readonly string[] {
  const { figures, quantities, charts } = shown;
  const notes = [
    ...releases.flatMap((release) => release.notes.map((note) => typeset(note))),
    ...qualityNotes(quantities),
    ...chartBreaks(charts),
    // Where all is of one day, nothing reaches from one to another.
    ...(releases.some(({ stichtag }) => stichtag !== releases[0]?.stichtag) ? [...changeBreaks(figures, seen), ...dayNotes(figures)] : []),
    ...unrankedNotes(unranked),
    ...legend([...figures, ...unranked.keys()]),
  ];
  return [...new Set(notes)];
}

/** Where a chart over time reaches over a break of its series, and does not say so itself. */
function chartBreaks(charts: readonly Chart[]): readonly string[] {
  return charts.flatMap((chart) =>
    (chart.kind === "line" || chart.kind === "area" || chart.kind === "slope") && drawnBreak(chart) === undefined
      ? chart.breaks.map(({ day, reason }) => breakNote(day, reason))
      : [],
  );
}

/** The break whose reason always stands in the drawing, above a line of its own: several may have no room beside each other. */
export function drawnBreak(chart: Chart): TimeChart["breaks"][number] | undefined {
  if (chart.kind !== "line" && chart.kind !== "area") return undefined;
  const [only, another] = chart.breaks;
  return another === undefined && only !== undefined && chart.days.indexOf(only.day) > 0 ? only : undefined;
}

/** Where a change does. */
function changeBreaks(quantities: readonly Quantity[], seen: Noted["seen"]): readonly string[] {
  return quantities.flatMap((quantity) =>
    byDataset(quantity.origin.kind === "computed" ? dataOf(quantity) : []).flatMap(([dataset, data]) => {
      const days = daysOf(data);
      const [first = "", last = ""] = [days[0], days.at(-1)];
      const paths = data.map(({ path }) => path);
      return seen(dataset).flatMap((release) => {
        const { stichtag } = release;
        const reason = stichtag > first && stichtag <= last ? breakOf(dataset, release, paths) : undefined;
        return reason === undefined ? [] : [breakNote(stichtag, reason)];
      });
    }),
  );
}

/** "Zeitreihenbruch 31.12.2024: Auf neuer Grundlage." The day is said once: a reason that names it says it. */
function breakNote(day: IsoDate, reason: string): string {
  const at = reason.includes(germanDate(day)) ? "" : ` ${germanDate(day)}`;
  return typeset(`Zeitreihenbruch${at}: ${reason}${/[.!?…]\s*$/u.test(reason) ? "" : "."}`);
}

/** Numbers worked out of values of different days, where the difference of days is not what is asked for. */
function dayNotes(quantities: readonly Quantity[]): readonly string[] {
  const days = new Set<IsoDate>();
  for (const quantity of quantities) {
    if (quantity.origin.kind !== "computed") continue;
    const data = dataOf(quantity);
    const own = daysOf(data);
    if (own.length > 1 && !isChange(data)) for (const day of own) days.add(day);
  }
  return days.size === 0 ? [] : [`Berechnet aus Werten verschiedener Stichtage: ${[...days].toSorted().map(germanDate).join(", ")}.`];
}

/** The same keys of one dataset on each of the days: a change over time. */
function isChange(data: readonly Datum[]): boolean {
  const datasets = byDataset(data);
  if (datasets.length !== 1) return false;
  const paths = new Map<IsoDate, Set<string>>();
  for (const { release, path } of data) {
    const known = paths.get(release.stichtag) ?? new Set<string>();
    paths.set(release.stichtag, known.add(path.join("\n")));
  }
  const [first, ...others] = [...paths.values()];
  return first !== undefined && others.every((other) => other.size === first.size && [...other].every((path) => first.has(path)));
}

function byDataset(data: readonly Datum[]): readonly (readonly [Dataset, readonly Datum[]])[] {
  const groups = new Map<Dataset, Datum[]>();
  for (const datum of data) {
    const group = groups.get(datum.dataset);
    if (group === undefined) groups.set(datum.dataset, [datum]);
    else group.push(datum);
  }
  return [...groups];
}

function daysOf(data: readonly Datum[]): readonly IsoDate[] {
  return [...new Set(data.map(({ release }) => release.stichtag))].toSorted();
}
