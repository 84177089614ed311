/** What can be wrong in a chart, diagram, bound table or key figures, beyond wrong fields. */

import type { Message } from "../diagnostic.ts";
import { mostShown } from "./fields.ts";

const did = (name: string | undefined): { readonly de: string; readonly en: string } =>
  name === undefined ? { de: "", en: "" } : { de: ` Ist »${name}« gemeint?`, en: ` Is \`${name}\` meant?` };

const someOf = (names: readonly string[]): string =>
  names.length > mostShown ? `${names.slice(0, mostShown).join(", ")} …` : names.join(", ");

/** @param field "highlight", "labels" */
export function unknownKeyIn(field: string, key: string, near: string | undefined, keys: readonly string[]): Message {
  return {
    code: "unknown-key-in-field",
    de: `»${key}« in »${field}« kommt in den gezeigten Daten nicht vor.${did(near).de || ` Es gibt: ${someOf(keys)}.`}`,
    en: `\`${key}\` in \`${field}\` is not among the data shown.${did(near).en || ` There are: ${someOf(keys)}.`}`,
  };
}

export function dataOrSeries(): Message {
  return {
    code: "data-or-series",
    de: "Ein Diagramm hat entweder »data« (eine Reihe) oder »series« (mehrere), nicht beides und nicht keines.",
    en: "A chart has either `data` (one series) or `series` (several), not both and not neither.",
  };
}

export function oneSeriesOnly(kind: string): Message {
  return {
    code: "one-series-only",
    de: `Ein Diagramm der Art »${kind}« zeigt eine Reihe. Mehrere zeigen »grouped« und »stacked«.`,
    en: `A chart of kind \`${kind}\` shows one series. Several are shown by \`grouped\` and \`stacked\`.`,
  };
}

export function emptyList(name: string): Message {
  return {
    code: "empty-list",
    de: `»${name}« ist leer.`,
    en: `\`${name}\` is empty.`,
  };
}

export function noRows(): Message {
  return {
    code: "no-rows",
    de: "Diese Daten haben keine Zeilen: es gäbe nichts zu zeigen.",
    en: "These data have no rows: there would be nothing to show.",
  };
}

export function duplicateSeries(label: string): Message {
  return {
    code: "duplicate-series",
    de: `Zwei Reihen heißen »${label}«.`,
    en: `Two series are called \`${label}\`.`,
  };
}

export function tooManySeries(count: number, most: number): Message {
  return {
    code: "too-many-series",
    de: `${count} Reihen lassen sich nicht durch Farben unterscheiden, höchstens ${most}. »highlight« hebt eine hervor und zeigt die anderen gleich.`,
    en: `${count} series cannot be told apart by colour, at most ${most}. \`highlight\` stresses one and shows the others alike.`,
  };
}

/** A key that one table has and another lacks. */
export function rowWithoutValue(key: string, what: string): Message {
  return {
    code: "row-without-value",
    de: `Für »${key}« hat »${what}« keinen Wert.`,
    en: `\`${what}\` has no value for \`${key}\`.`,
  };
}

export function restWithoutTop(): Message {
  return {
    code: "rest-without-top",
    de: "»rest« fasst zusammen, was »top« übrig lässt: es fehlt »top«, oder ein Wert: rest: { label: Übrige, value: … }.",
    en: "`rest` gathers what `top` leaves: `top` is missing, or a value: rest: { label: Übrige, value: … }.",
  };
}

export function restOfSeveral(): Message {
  return {
    code: "rest-of-several",
    de: "Bei mehreren Reihen hat »rest« keinen eigenen Wert: es wird die Summe dessen genommen, was »top« übrig lässt.",
    en: "With several series `rest` has no value of its own: the sum of what `top` leaves is taken.",
  };
}

/** @param what names the sum that would say nothing: "Übrige" */
export function restNotAdditive(what: string, unit: string): Message {
  return {
    code: "rest-not-additive",
    de: `»${what}« lässt sich hier nicht aufsummieren: Summen von Quoten, Anteilen, Dichten oder Durchschnitten (${counted(unit).de}) sagen nichts. Den Wert selbst angeben: rest: { label: ${what}, value: … } – oder »rest« weglassen.`,
    en: `\`${what}\` cannot be summed up here: sums of rates, shares, densities or averages (${counted(unit).en}) say nothing. Give the value yourself: rest: { label: ${what}, value: … } – or leave out \`rest\`.`,
  };
}

export function partsNotAdditive(kind: string, unit: string): Message {
  return {
    code: "parts-not-additive",
    de: `Das sind keine Teile eines Ganzen: Quoten, Anteile, Dichten oder Durchschnitte (${counted(unit).de}) ergeben zusammen nichts. »${kind}« zeigt Anzahlen, oder veröffentlichte Anteile mit ihrem Ganzen (whole: 100); alles andere zeigt »bar«.`,
    en: `These are no parts of a whole: rates, shares, densities or averages (${counted(unit).en}) add up to nothing. \`${kind}\` shows counts, or published shares with their whole (whole: 100); anything else is shown by \`bar\`.`,
  };
}

export function restMissesWhole(sum: string, whole: string): Message {
  return {
    code: "rest-misses-whole",
    de: `Die Teile und der Wert von »rest« ergeben zusammen ${sum}, nicht das Ganze (${whole}). Ohne eigenen Wert ist »rest«, was zum Ganzen fehlt.`,
    en: `The parts and the value of \`rest\` add up to ${sum}, not to the whole (${whole}). Without a value of its own \`rest\` is what is missing to the whole.`,
  };
}

/** @param what names the sum that cannot be had: "Übrige" */
export function sumWithMissing(what: string, key: string, symbol: string): Message {
  return {
    code: "sum-with-missing",
    de: `»${what}« lässt sich nicht berechnen: für »${key}« steht das Zeichen ${symbol} statt einer Zahl.`,
    en: `\`${what}\` cannot be worked out: \`${key}\` has the symbol ${symbol} instead of a number.`,
  };
}

export function partMissing(key: string, symbol: string): Message {
  return {
    code: "part-missing",
    de: `Ein Ganzes lässt sich nicht teilen, wenn ein Teil fehlt: für »${key}« steht das Zeichen ${symbol}.`,
    en: `A whole cannot be divided when a part is missing: \`${key}\` has the symbol ${symbol}.`,
  };
}

export function negativePart(key: string): Message {
  return {
    code: "negative-part",
    de: `Teile eines Ganzen sind nicht negativ, »${key}« ist es.`,
    en: `Parts of a whole are not negative, \`${key}\` is.`,
  };
}

export function partsExceedWhole(parts: string, whole: string): Message {
  return {
    code: "parts-exceed-whole",
    de: `Die Teile ergeben zusammen ${parts}, mehr als das Ganze (${whole}).`,
    en: `The parts add up to ${parts}, more than the whole (${whole}).`,
  };
}

export function wholeIsZero(): Message {
  return {
    code: "whole-is-zero",
    de: "Das Ganze ist null oder fehlt: davon gibt es keine Teile.",
    en: "The whole is zero or missing: there are no parts of it.",
  };
}

const counted = (unit: string): { readonly de: string; readonly en: string } =>
  unit === "" ? { de: "reine Zahlen oder Anteile", en: "pure numbers or shares" } : { de: `»${unit}«`, en: `\`${unit}\`` };

export function unitsDiffer(a: string, b: string): Message {
  return {
    code: "units-differ",
    de: `Hier wird Verschiedenes gezählt (${counted(a).de}, ${counted(b).de}): das steht nicht in einem Diagramm.`,
    en: `Different things are counted here (${counted(a).en}, ${counted(b).en}): they do not stand in one chart.`,
  };
}

export function noDays(): Message {
  return {
    code: "no-days",
    de: "Für diese Auswahl von Stichtagen gibt es keinen Wert.",
    en: "There is no value for this choice of days.",
  };
}

export function tooFewDays(count: number): Message {
  return {
    code: "too-few-days",
    de: `Ein Verlauf braucht mindestens zwei Stichtage, hier ${count === 1 ? "ist es einer" : `sind es ${count}`}.`,
    en: `A development needs at least two days, here there ${count === 1 ? "is one" : `are ${count}`}.`,
  };
}

export function dayWithoutValue(day: string, days: readonly string[]): Message {
  return {
    code: "day-without-value",
    de: `Für den Stichtag ${day} hat keine der Reihen einen Wert. Werte gibt es für ${someOf(days)}.`,
    en: `None of the series has a value for ${day}. There are values for ${someOf(days)}.`,
  };
}

export function notADayOfYear(written: string): Message {
  return {
    code: "not-a-day-of-year",
    de: `»${written}« ist kein Tag des Jahres: erwartet wird Monat und Tag, etwa 12-31.`,
    en: `\`${written}\` is no day of the year: month and day are expected, e.g. 12-31.`,
  };
}

export function unknownMap(name: string, near: string | undefined): Message {
  return {
    code: "unknown-map",
    de: `Eine Karte »${name}« (data/geo/${name}.topo.json) gibt es nicht.${did(near).de}`,
    en: `There is no map \`${name}\` (data/geo/${name}.topo.json).${did(near).en}`,
  };
}

export function rowWithoutRegion(key: string): Message {
  return {
    code: "row-without-region",
    de: `»${key}« lässt sich auf der Karte nicht finden: der Datensatz nennt dafür keinen AGS (keys: … { ags: … }).`,
    en: `\`${key}\` cannot be found on the map: the dataset names no AGS for it (keys: … { ags: … }).`,
  };
}

export function regionNotOnMap(key: string, ags: string, map: string): Message {
  return {
    code: "region-not-on-map",
    de: `»${key}« (AGS ${ags}) gibt es auf der Karte »${map}« nicht.`,
    en: `\`${key}\` (AGS ${ags}) is not on the map \`${map}\`.`,
  };
}

export function areasWithoutValue(names: readonly string[]): Message {
  return {
    code: "areas-without-value",
    de: `Ohne Wert bliebe auf der Karte: ${someOf(names)}.`,
    en: `Without a value on the map would be: ${someOf(names)}.`,
  };
}

export function classesAscending(): Message {
  return {
    code: "classes-ascending",
    de: "Klassengrenzen steigen an, und es sind zwei bis sieben.",
    en: "Bounds of classes ascend, and there are two to seven.",
  };
}

export function valueOutsideClasses(key: string, value: string): Message {
  return {
    code: "value-outside-classes",
    de: `Der Wert von »${key}« (${value}) liegt in keiner der Klassen.`,
    en: `The value of \`${key}\` (${value}) lies in none of the classes.`,
  };
}

export function tableWithoutColumns(): Message {
  return {
    code: "table-without-columns",
    de: "Eine Tabelle hat mindestens eine Spalte.",
    en: "A table has at least one column.",
  };
}

export function totalWithoutLabel(): Message {
  return {
    code: "total-without-label",
    de: "Die Summenzeile braucht ihren Namen: das Feld »total« der Tabelle (etwa total: Gesamt).",
    en: "The total row needs its name: the table's field `total` (e.g. total: Gesamt).",
  };
}

export function totalWithoutValue(): Message {
  return {
    code: "total-without-value",
    de: "Zu dieser Summenzeile nennt keine Spalte einen Wert (total: …).",
    en: "No column names a value for this total row (total: …).",
  };
}

export function tooManyGroups(count: number, most: number): Message {
  return {
    code: "too-many-groups",
    de: `${count} Gruppen lassen sich nicht durch Farben unterscheiden, höchstens ${most}.`,
    en: `${count} groups cannot be told apart by colour, at most ${most}.`,
  };
}
