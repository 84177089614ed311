/** What must be said of values besides their number: preliminary ones and the like by name, signs by their meaning. */

import { germanDate } from "../data/calendar.ts";
import type { Release } from "../data/dataset.ts";
import { dataOfAll, type Datum, inBrackets, type IsoDate, isMissing, type Quality, type Quantity } from "../data/figure.ts";
import { cellAt } from "../data/lookup.ts";

type Told = Exclude<Quality["kind"], "limited" | "plain">;

/** In the order in which they are told. */
const heads: Readonly<Record<Told, string>> = {
  preliminary: "Vorläufige Werte",
  estimated: "Geschätzte Werte",
  forecast: "Prognosewerte",
  corrected: "Berichtigte Werte",
  definition: "Werte nach abweichender Definition",
};
const statuses: Readonly<Record<Release["status"], Told | undefined>> = {
  final: undefined,
  preliminary: "preliminary",
  corrected: "corrected",
  estimated: "estimated",
};
const told: readonly Told[] = ["preliminary", "estimated", "forecast", "corrected", "definition"];

/** Functions whose result says nothing of the values they were given. */
const withoutValues: ReadonlySet<string> = new Set(["count", "stichtag", "source", "label"]);

/**
 * "Vorläufige Werte: Stichtag 31.12.2025." where all that is shown of a day is, else by name: "Vorläufige Werte: Löningen,
 * Bösel (31.12.2025)." What is worked out of such values is one with them.
 */
export function qualityNotes(quantities: readonly Quantity[]): readonly string[] {
  const telling = quantities.filter(({ origin }) => origin.kind !== "computed" || !withoutValues.has(origin.operation));
  const data = dataOfAll(telling).filter(isNumber);
  const drafts = placesOf(data, ({ release }) => release.draft === true);
  return [
    ...(drafts === "" ? [] : [`Entwurf, noch nicht freigegebene Werte: ${drafts}.`]),
    ...told.flatMap((kind) => {
      const places = placesOf(data, (datum) => kindOf(datum) === kind);
      return places === "" ? [] : [`${heads[kind]}: ${places}.`];
    }),
    ...limitedBehind(telling),
  ];
}

/** A flag at a value says more of it than the status of its release, but for brackets, which say something else. */
function kindOf({ quality, release }: Datum): Quality["kind"] | undefined {
  return quality === undefined || quality.kind === "limited" ? statuses[release.status] : quality.kind;
}

/** What stands in brackets says so by itself; of what is worked out of it nobody would know. */
function limitedBehind(quantities: readonly Quantity[]): readonly string[] {
  const inputs = dataOfAll(quantities.filter(({ origin }) => origin.kind === "computed")).filter(isNumber);
  const places = placesOf(inputs, isLimited, true);
  return places === "" ? [] : [`Berechnet auch aus Werten mit eingeschränktem Aussagewert: ${places}.`];
}

function isLimited({ quality }: Datum): boolean {
  return quality?.kind === "limited";
}

function isNumber({ release, path }: Datum): boolean {
  const cell = cellAt(release.values, path);
  return cell?.kind === "value" && !isMissing(cell.value);
}

/**
 * The days on which all data are concerned, and the names of those concerned on others.
 *
 * @param byName always by name
 */
function placesOf(data: readonly Datum[], concerns: (datum: Datum) => boolean, byName: boolean = false): string {
  const days = new Map<IsoDate, readonly Datum[]>();
  for (const datum of data) days.set(datum.release.stichtag, [...(days.get(datum.release.stichtag) ?? []), datum]);
  const whole: IsoDate[] = [];
  const parts: string[] = [];
  for (const day of [...days.keys()].toSorted()) {
    const all = days.get(day) ?? [];
    const own = all.filter(concerns);
    if (own.length === 0) continue;
    if (own.length === all.length && !byName) whole.push(day);
    else parts.push(`${namesOf(own, all)} (${germanDate(day)})`);
  }
  return [...(whole.length === 0 ? [] : [`Stichtag ${whole.map(germanDate).join(", ")}`]), ...parts].join("; ");
}

const mostNames = 5;

/** Names of the data, of many the first; a dataset of which all data are concerned by its title. */
function namesOf(own: readonly Datum[], all: readonly Datum[]): string {
  const names = new Set<string>();
  for (const datum of own) {
    const { dataset, path } = datum;
    const ofDataset = all.filter((other) => other.dataset === dataset);
    const isWhole = ofDataset.length < all.length && ofDataset.every((other) => own.includes(other));
    names.add(isWhole ? dataset.title : path.map((key) => dataset.labels.get(key) ?? key).join("\u00a0› "));
  }
  return listOf([...names]);
}

/** "Barßel, Bösel, Cappeln, Emstek und 9 weitere" */
function listOf(names: readonly string[]): string {
  if (names.length <= mostNames) return names.join(", ");
  return `${names.slice(0, mostNames - 1).join(", ")} und ${names.length - mostNames + 1} weitere`;
}

/** "Rangfolge ohne Werte, zu denen keine Zahl vorliegt: Saterland (·)." What has no number may be larger than what has one. */
export function unrankedNotes(unranked: ReadonlyMap<Quantity, string>): readonly string[] {
  const names = new Set([...unranked].map(([{ value }, label]) => (isMissing(value) ? `${label} (${value.symbol})` : label)));
  return names.size === 0 ? [] : [`Rangfolge ohne Werte, zu denen keine Zahl vorliegt: ${listOf([...names])}.`];
}

/** "Zeichenerklärung: · = unbekannt oder geheim zu halten; ( ) = Aussagewert eingeschränkt." */
export function legend(quantities: readonly Quantity[]): readonly string[] {
  const signs = new Set<string>();
  const brackets = new Set<string>();
  for (const quantity of quantities) {
    const { value, origin } = quantity;
    if (isMissing(value)) signs.add(`${value.symbol} = ${value.meaning}`);
    else if (inBrackets(quantity) && origin.kind === "datum") brackets.add(origin.quality?.meaning ?? "");
  }
  const all = [...signs, ...(brackets.size === 0 ? [] : [`( ) = ${[...brackets].join(" oder ")}`])];
  return all.length === 0 ? [] : [`Zeichenerklärung: ${all.join("; ")}.`];
}
