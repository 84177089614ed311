/** Chart → one German sentence: the alternative text, made from the data and so never out of date. */

import { exactSum } from "../data/decimal.ts";
import type { Figure } from "../data/figure.ts";
import { isOne, singularOf, shownUnit } from "../data/singular.ts";
import { valueOf, withUnit, write, writeDay, lookOf } from "./numbers.ts";
import { pilesOf } from "./kinds/stack.ts";
import type {
  CategoryChart,
  Chart,
  HubChart,
  MapChart,
  NetworkChart,
  PartsChart,
  ProgressChart,
  TimeChart,
  TimelineChart,
} from "./model.ts";
import { spoken } from "./reading.ts";

type WithoutSummary<C> = C extends Chart ? Omit<C, "summary"> : never;

/** A chart as it is before its sentence is made. */
export type Unsummarised = WithoutSummary<Chart>;

/** What the chart shows and says: highest and lowest, rest and gaps; over time first, last and change. Ends with a full stop. */
export function summarise(chart: Unsummarised): string {
  switch (chart.kind) {
    case "bar":
    case "column":
      return ofCategories(chart);
    case "grouped":
    case "stacked":
      return ofSeries(chart);
    case "percent":
      return ofShares(chart);
    case "line":
    case "area":
    case "slope":
      return ofTime(chart);
    case "donut":
    case "waffle":
      return ofParts(chart);
    case "choropleth":
      return ofMap(chart);
    case "progress":
      return ofProgress(chart);
    case "hub":
      return ofHub(chart);
    case "network":
      return ofNetwork(chart);
    case "timeline":
      return ofTimeline(chart);
  }
}

type Bare<C> = Omit<C, "summary">;

interface Named {
  readonly label: string;
  readonly figure: Figure;
}

function known(all: readonly Named[]): readonly (Named & { readonly value: number })[] {
  return all.flatMap(({ label, figure }) => {
    const value = valueOf(figure);
    return value === undefined ? [] : [{ label, figure, value }];
  });
}

/** "Rumänien 3.714 Personen, Polen 3.395 Personen". */
function listed(all: readonly Named[], unit: string): string {
  return all.map(({ label, figure }) => `${label} ${spoken(figure, unit)}`).join(", ");
}

/**
 * Few values are all named; of many the highest and the lowest. No label stands in a sentence that would decline it: many
 * are phrases, "Anerkannte Flüchtlinge".
 *
 * @param subject what the values are of, before them
 */
function ranked(all: readonly Named[], unit: string, subject: string = ""): string {
  const values = known(all);
  const list = `${subject === "" ? "" : `${subject}: `}${listed(all, unit)}`;
  if (all.length <= 3 || values.length < 3) return list;
  const sorted = values.toSorted((a, b) => b.value - a.value);
  const [first, second, last] = [sorted[0], sorted[1], sorted.at(-1)];
  if (first === undefined || second === undefined || last === undefined) return list;
  const lead = subject === "" ? "" : `${subject} – `;
  if (first.value === last.value) return `${lead}alle ${values.length} Werte sind gleich: ${spoken(first.figure, unit)}`;
  const next = first.value === second.value ? `gleichauf: ${second.label}` : `dann ${second.label}, ${spoken(second.figure, "")}`;
  return `${lead}höchster von ${values.length} Werten: ${first.label}, ${spoken(first.figure, unit)}; ${next}; niedrigster: ${last.label}, ${spoken(last.figure, "")}`;
}

/** What has no value is said, with what its symbol means. */
function gaps(all: readonly Named[]): string {
  const missing = all.filter(({ figure }) => valueOf(figure) === undefined);
  if (missing.length === 0 || all.length <= 3) return "";
  return `; ohne Zahl: ${missing.map(({ label, figure }) => `${label} ${spoken(figure, "")}`).join(", ")}`;
}

function sentence(words: string): string {
  const text = words.trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/\S\.$/u.test(text) ? "" : "."}`;
}

/** A sentence as it stands within brackets inside of another. */
function withoutStop(words: string): string {
  return words.trim().replace(/(?<=[^.])\.$/u, "");
}

function ofCategories(chart: Bare<CategoryChart>): string {
  const all = chart.categories.flatMap((category, i): readonly (Named & { readonly rest: boolean })[] => {
    const figure = chart.series[0]?.values[i];
    return figure === undefined ? [] : [{ label: category.label, figure, rest: category.role === "rest" }];
  });
  const own = all.filter(({ rest }) => !rest);
  const rest = all.filter((each) => each.rest);
  const tail = rest.length === 0 ? "" : `; ${listed(rest, chart.unit)}`;
  return sentence(`${ranked(own, chart.unit)}${gaps(own)}${tail}`);
}

function ofSeries(chart: Bare<CategoryChart>): string {
  const all = chart.series.flatMap((series) =>
    chart.categories.flatMap((category, i): readonly Named[] => {
      const figure = series.values[i];
      return figure === undefined ? [] : [{ label: `„${series.label}, ${category.label}“`, figure }];
    }),
  );
  const names = chart.series.map((series) => series.label).join(", ");
  return sentence(`${ranked(all, chart.unit, names)}${gaps(all)}`);
}

function ofShares(chart: Bare<CategoryChart>): string {
  const piles = pilesOf(chart);
  const parts = chart.series.map((series) => {
    const shares = chart.categories.flatMap((category, i) => {
      const segment = piles[i]?.segments.find((each) => each.series === series);
      return segment === undefined ? [] : [{ category, text: segment.text, share: segment.to - segment.from }];
    });
    const [high, low] = [shares.toSorted((a, b) => b.share - a.share)[0], shares.toSorted((a, b) => a.share - b.share)[0]];
    if (high === undefined || low === undefined) return `${series.label}: kein Anteil berechenbar`;
    if (shares.length === 1) return `${series.label} ${high.text} (${high.category.label})`;
    return `${series.label} zwischen ${low.text} (${low.category.label}) und ${high.text} (${high.category.label})`;
  });
  const empty = chart.categories.filter((_, i) => piles[i]?.segments.length === 0).map((category) => category.label);
  return sentence(`Anteile: ${parts.join("; ")}${empty.length === 0 ? "" : `; nicht berechenbar: ${empty.join(", ")}`}`);
}

function ofTime(chart: Bare<TimeChart>): string {
  const look = lookOf(chart.series.flatMap((series) => series.values));
  const [start, end] = [chart.days[0] ?? "", chart.days.at(-1) ?? ""];
  const parts = chart.series.map((series) => {
    const { first, last, broken } = endsOf(series, chart);
    if (first === undefined || last === undefined) return `${series.label} kein Wert`;
    if (first === last) return `${series.label} ${spoken(first.figure, chart.unit)} am ${writeDay(first.day)}`;
    const change = broken ? "" : changeOf(exactSum([last.value, -first.value]), last.figure, look);
    const [since, until] = [first.day === start ? "" : ` am ${writeDay(first.day)}`, last.day === end ? "" : ` am ${writeDay(last.day)}`];
    return `${series.label} von ${first.figure.text}${since} auf ${spoken(last.figure, chart.unit)}${until}${change}`;
  });
  const breaks = chart.breaks.map(
    (each) => `Bruch der Reihe vor dem ${writeDay(each.day)} (${withoutStop(each.reason)}), davor und danach nicht vergleichbar`,
  );
  const period = start === end ? `Am ${writeDay(start)}` : `Vom ${writeDay(start)} bis ${writeDay(end)}`;
  return sentence(`${period}: ${[...parts, ...breaks].join("; ")}`);
}

interface Point {
  readonly day: string;
  readonly figure: Figure;
  readonly value: number;
}

interface Ends {
  readonly first: Point | undefined;
  readonly last: Point | undefined;
  readonly broken: boolean;
}

/** The first and the last point that has a value, and whether the series breaks between them. */
function endsOf(series: TimeChart["series"][number], chart: Pick<TimeChart, "days" | "breaks">): Ends {
  const points = chart.days.flatMap((day, i) => {
    const figure = series.values[i];
    const value = valueOf(figure);
    return figure === undefined || value === undefined ? [] : [{ day, figure, value }];
  });
  const [first, last] = [points[0], points.at(-1)];
  const broken = first !== undefined && last !== undefined && chart.breaks.some((each) => each.day > first.day && each.day <= last.day);
  return { first, last, broken };
}

export interface Change {
  readonly from: Figure;
  readonly to: Figure;
  /** Above zero. */
  readonly size: number;
  readonly text: string;
  /** As of a figure. */
  readonly one?: string;
}

/** The changes that the sentence of a chart over time tells: between which figures, and how much ("14.214 Personen"). */
export function changesOf(chart: Bare<TimeChart>): readonly Change[] {
  const look = lookOf(chart.series.flatMap((series) => series.values));
  return chart.series.flatMap((series) => {
    const { first, last, broken } = endsOf(series, chart);
    if (first === undefined || last === undefined || first === last || broken) return [];
    const size = exactSum([last.value, -first.value]);
    return size === 0 ? [] : [{ from: first.figure, to: last.figure, size: Math.abs(size), ...amountOf(size, last.figure, look) }];
  });
}

/** ", 14.214 mehr". */
function changeOf(change: number, like: Figure, look: ReturnType<typeof lookOf>): string {
  return change === 0 ? ", unverändert" : `, ${amountOf(change, like, look).text} ${change > 0 ? "mehr" : "weniger"}`;
}

/** "14.214 Personen"; differences of shares are points, of per cent or per mille. */
function amountOf(change: number, like: Figure, look: ReturnType<typeof lookOf>): Pick<Change, "text" | "one"> {
  const { unit } = like;
  const points = pointsOf(look.name, unit);
  const text = write(Math.abs(change), look).replace("+", "");
  const bare = text.replace(/\u00a0[%‰]$/u, "");
  if (points !== undefined) return { text: `${bare} ${bare === "1" ? points : `${points}e`}` };
  if (unit === "" || look.name !== "number") return { text };
  const one = isOne(text) ? singularOf(like) : undefined;
  return one === undefined ? { text: withUnit(text, unit) } : { text: withUnit(text, one), one };
}

/** "Prozentpunkt" for numbers that are per cent, by their format or by their unit. */
function pointsOf(format: string, unit: string): string | undefined {
  const name = unit.trim().toLowerCase();
  if (format === "percent" || name === "prozent" || name === "%") return "Prozentpunkt";
  return format === "permille" || name === "promille" || name === "‰" ? "Promillepunkt" : undefined;
}

function ofParts(chart: Bare<PartsChart>): string {
  const most = 6;
  const told = chart.parts.slice(0, most).map(({ category, figure, share }) => {
    const text =
      valueOf(figure) === undefined ? spoken(figure, "") : figure.text === share.text ? figure.text : `${figure.text} (${share.text})`;
    return `${category.label} ${text}`;
  });
  const more = chart.parts.length > most ? ` und ${chart.parts.length - most} weitere Teile` : "";
  return sentence(`${withUnit(chart.whole.text, shownUnit(chart.whole))} insgesamt, davon ${told.join(", ")}${more}`);
}

function ofMap(chart: Bare<MapChart>): string {
  const all = chart.areas.map((area): Named => ({ label: area.label, figure: area.figure }));
  return sentence(`${ranked(all, chart.unit, "Karte")}${gaps(all)}`);
}

function ofProgress(chart: Bare<ProgressChart>): string {
  const { labels, whole, value, open, share } = chart;
  return sentence(
    `${labels.whole}: ${spoken(whole, whole.unit)}, davon ${labels.value} ${spoken(value, "")} (${share.text}), ${labels.open} ${spoken(open, "")}`,
  );
}

function ofHub(chart: Bare<HubChart>): string {
  const high = chart.spokes.filter((spoke) => spoke.highlight).map((spoke) => spoke.label);
  const stress = high.length === 0 ? "" : `; hervorgehoben: ${high.join(", ")}`;
  return sentence(`${chart.centre} in der Mitte, darum ${chart.spokes.map((spoke) => spoke.label).join(", ")}${stress}`);
}

function ofNetwork(chart: Bare<NetworkChart>): string {
  const groups = chart.groups.map((each) => `${each.label}: ${each.members.join(", ")}`);
  return sentence(`${chart.centre} in der Mitte, damit verbunden sind ${groups.join("; ")}`);
}

function ofTimeline(chart: Bare<TimelineChart>): string {
  const events = chart.events.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return sentence(`Zeitstrahl: ${events.map((event) => `${event.date} ${event.label}`).join("; ")}`);
}
