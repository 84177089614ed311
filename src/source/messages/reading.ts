/** What can be wrong when a table meets the mapping of a dataset. */

import type { Message } from "../diagnostic.ts";
import { didYouMean, listed, type Words } from "./fields.ts";

/** Names in a row, long lists cut: "»a«, »b« und 12 weitere". */
function all(names: readonly string[]): Words {
  const { de, en } = listed(names);
  const joined = { de: de.replace(/ oder (?=»[^»]*«$)/u, " und "), en: en.replace(/ or (?=“[^“]*”$)/u, " and ") };
  // The empty code of the total is said, not quoted once more.
  return { de: joined.de.replace('»""«', 'Insgesamt ("")'), en: joined.en.replace('“""”', 'the total ("")') };
}

/** "03453 (Cloppenburg, Landkreis)"; the total has a word instead of its empty code. */
export function categoryName(code: string, label: string): string {
  if (code === "") return label === "" ? '""' : `"" (${label})`;
  return label === "" || label === code ? code : `${code} (${label})`;
}

export function wrongTable(found: string, wanted: string): Message {
  return {
    code: "wrong-table",
    de: `Das ist die Tabelle ${found}; der Datensatz nimmt die Tabelle ${wanted}.`,
    en: `This is the table ${found}; the dataset takes the table ${wanted}.`,
  };
}

export function wrongFormat(found: string, wanted: string): Message {
  return {
    code: "wrong-format",
    de: `Die Datei hat die Form ${found}; der Datensatz erwartet ${wanted} (format).`,
    en: `The file has the form ${found}; the dataset expects ${wanted} (format).`,
  };
}

export function noSuchVariable(name: string, near: string | undefined, variables: readonly string[]): Message {
  return {
    code: "no-such-variable",
    de: `Eine Variable »${name}« hat die Tabelle nicht.${didYouMean(near).de} Sie hat ${all(variables).de}.`,
    en: `The table has no variable “${name}”.${didYouMean(near).en} It has ${all(variables).en}.`,
  };
}

export function unpinnedVariable(variable: string, categories: readonly string[], count: number, hasTotal: boolean): Message {
  const total = hasTotal
    ? { de: ` Für die Summe: filter: { ${variable}: "" }.`, en: ` For the total: filter: { ${variable}: "" }.` }
    : { de: "", en: "" };
  const more =
    count > categories.length
      ? { de: ` und ${count - categories.length} weitere`, en: ` and ${count - categories.length} more` }
      : { de: "", en: "" };
  return {
    code: "unpinned-variable",
    de: `Die Variable »${variable}« hat ${count} Ausprägungen, und es ist nicht gesagt, welche gilt: ${categories.join("; ")}${more.de}. Sie gehört unter filter oder key.${total.de}`,
    en: `The variable “${variable}” has ${count} categories, and it is not said which one holds: ${categories.join("; ")}${more.en}. It belongs under filter or key.${total.en}`,
  };
}

export function emptyTable(): Message {
  return { code: "no-observations", de: "In der Tabelle steht kein einziger Wert.", en: "There is not a single value in the table." };
}

/** @param present what the variable has instead, as far as it was seen */
export function filterLetsNothingThrough(
  variable: string,
  code: string,
  near: string | undefined,
  present: readonly string[],
  after: readonly string[],
): Message {
  const shown = code === "" ? { de: 'die Summe ("")', en: 'the total ("")' } : { de: `»${code}«`, en: `“${code}”` };
  const behind =
    after.length === 0
      ? { de: "", en: "" }
      : { de: ` unter dem, was ${all(after).de} durchlässt,`, en: ` among what ${all(after).en} lets through` };
  const there = present.length === 0 ? { de: "", en: "" } : { de: ` Es gibt ${all(present).de}.`, en: ` There is ${all(present).en}.` };
  return {
    code: "filter-lets-nothing-through",
    de: `Der Filter »${variable}« lässt nichts durch:${behind.de} ${shown.de} kommt nicht vor.${didYouMean(near).de}${there.de}`,
    en: `The filter “${variable}” lets nothing through: ${shown.en} does not occur${behind.en}.${didYouMean(near).en}${there.en}`,
  };
}

export function filtersLetNothingThrough(filters: readonly string[]): Message {
  return {
    code: "filter-lets-nothing-through",
    de: `Keine Zeile hat alles zugleich, was die Filter ${all(filters).de} verlangen.`,
    en: `No row has all at once what the filters ${all(filters).en} ask for.`,
  };
}

export function keysTakeNothing(variable: string, ignored: readonly string[]): Message {
  return {
    code: "keys-take-nothing",
    de: `Keine Ausprägung von »${variable}« gibt einen Schlüssel: Es gibt ${all(ignored).de}.`,
    en: `No category of “${variable}” gives a key: there is ${all(ignored).en}.`,
  };
}

export function unknownCode(variable: string, category: string, near: string | undefined): Message {
  return {
    code: "unknown-code",
    de: `${category} der Variable »${variable}« gibt keinen Schlüssel des Datensatzes.${didYouMean(near).de} Soll es wegbleiben: others: ignore.`,
    en: `${category} of the variable “${variable}” gives no key of the dataset.${didYouMean(near).en} If it is to be left out: others: ignore.`,
  };
}

/** A municipality beside those of the dataset, which `others: ignore` does not mean. */
export function newNeighbour(variable: string, category: string): Message {
  return {
    code: "unknown-code",
    de: `${category} der Variable »${variable}« liegt in einem Kreis, dessen Gemeinden Schlüssel des Datensatzes sind, und ist selbst keiner: others: ignore lässt es nicht weg. Es gehört unter keys in dataset.yaml; sind nur einzelne Gemeinden gemeint, zählt sie der key der Zuordnung unter keys auf.`,
    en: `${category} of the variable “${variable}” lies in a district whose municipalities are keys of the dataset, and is none itself: others: ignore does not leave it out. It belongs under keys in dataset.yaml; if only some municipalities are meant, the mapping's key lists them under keys.`,
  };
}

/** @param place of the other key's row */
export function nameOfAnotherKey(
  key: { readonly key: string; readonly ags: string },
  other: { readonly key: string; readonly ags: string; readonly name: string },
  place: string | undefined,
): Message {
  const there = place === undefined ? { de: "", en: "" } : { de: ` (dessen Zeile: ${place})`, en: ` (its row: ${place})` };
  return {
    code: "key-and-name-differ",
    de: `Hier steht der Schlüssel ${key.ags}, das ist »${key.key}«, bei »${other.name}«; so heißt »${other.key}«, ${other.ags}${there.de}. Welches von beiden gilt, ist nicht zu erkennen: Schlüssel und Namen der Datei sind gegeneinander verschoben.`,
    en: `The code ${key.ags}, which is “${key.key}”, stands with “${other.name}” here; that is the name of “${other.key}”, ${other.ags}${there.en}. Which of the two holds cannot be seen: codes and names of the file are out of step.`,
  };
}

export function codeNotInTable(code: string, key: string, variable: string, near: string | undefined): Message {
  return {
    code: "code-not-in-table",
    de: `Für den Schlüssel »${key}« steht »${code}« unter keys, aber »${variable}« hat das in dieser Datei nicht.${didYouMean(near).de}`,
    en: `For the key “${key}” keys names “${code}”, but “${variable}” does not have it in this file.${didYouMean(near).en}`,
  };
}

export function twoObservations(path: string, other: string): Message {
  return {
    code: "two-observations",
    de: `Für ${path} steht hier ein zweiter Wert; der erste steht in ${other}. Welcher gilt, muss filter oder key entscheiden.`,
    en: `There is a second value for ${path} here; the first is in ${other}. Which one holds must be decided by filter or key.`,
  };
}

export function emptyCell(path: string): Message {
  return {
    code: "empty-cell",
    de: `Für ${path} steht hier nichts, nicht einmal ein Zeichen wie »-« oder ».«. Ein leeres Feld ist kein Wert.`,
    en: `There is nothing for ${path} here, not even a symbol such as “-” or “.”. An empty field is no value.`,
  };
}

export function notAValue(text: string, symbols: readonly string[]): Message {
  return {
    code: "not-a-value",
    de: `»${text}« ist weder eine Zahl noch ein Zeichen der Quelle (${symbols.join(" ")}).`,
    en: `“${text}” is neither a number nor a symbol of the source (${symbols.join(" ")}).`,
  };
}

export function otherDecimalMark(text: string, decimal: "," | "."): Message {
  return {
    code: "other-decimal-mark",
    de: `»${text}« ist keine Zahl mit ${decimal === "," ? "Dezimalkomma" : "Dezimalpunkt"}. Stimmt das für diese Tabelle nicht: decimal: "${decimal === "," ? "." : ","}".`,
    en: `“${text}” is no number with a decimal ${decimal === "," ? "comma" : "point"}. If that is wrong for this table: decimal: "${decimal === "," ? "." : ","}".`,
  };
}

export function ambiguousNumber(text: string, comma: number, point: number): Message {
  return {
    code: "ambiguous-number",
    de: `»${text}« kann ${comma} oder ${point} heißen, und keine Zahl der Spalte entscheidet es. decimal: "," (dann ${comma}) oder decimal: "." (dann ${point}) sagt es.`,
    en: `“${text}” can mean ${comma} or ${point}, and no number of the column decides it. decimal: "," (then ${comma}) or decimal: "." (then ${point}) says it.`,
  };
}

export function mixedDecimalMarks(text: string, other: string, place: string): Message {
  return {
    code: "mixed-decimal-marks",
    de: `»${text}« hat ein anderes Dezimalzeichen als »${other}« (${place}): Die Spalte ist nicht einheitlich.`,
    en: `“${text}” has another decimal mark than “${other}” (${place}): the column is not uniform.`,
  };
}

export function notExact(text: string): Message {
  return {
    code: "too-many-digits",
    de: `»${text}« hat mehr Stellen, als genau gerechnet werden können.`,
    en: `“${text}” has more digits than can be reckoned with exactly.`,
  };
}

export function unknownFlag(text: string, flag: string, flags: readonly string[]): Message {
  return {
    code: "unknown-flag",
    de: `Was ${flag === "" ? "" : `»${flag}« `}bei »${text}« heißt, weiß der Zeichensatz des Datensatzes nicht (bekannt: ${flags.join(" ")}).`,
    en: `What ${flag === "" ? "" : `“${flag}” `}with “${text}” means is not in the dataset's set of symbols (known: ${flags.join(" ")}).`,
  };
}

export function wrongUnit(found: string, wanted: string): Message {
  return {
    code: "wrong-unit",
    de:
      found === ""
        ? `Die Tabelle nennt hier keine Einheit; erwartet ist »${wanted}« (unit).`
        : `Die Einheit ist hier »${found}«, nicht »${wanted}« (unit).`,
    en:
      found === ""
        ? `The table names no unit here; “${wanted}” is expected (unit).`
        : `The unit is “${found}” here, not “${wanted}” (unit).`,
  };
}

export function severalUnits(units: readonly string[]): Message {
  return {
    code: "several-units",
    de: `Die Werte haben verschiedene Einheiten: ${all(units).de}. filter muss eine Größe auswählen.`,
    en: `The values have different units: ${all(units).en}. filter must choose one measure.`,
  };
}

export function noStichtag(suggestion: string | undefined): Message {
  const near =
    suggestion === undefined
      ? { de: "", en: "" }
      : {
          de: ` Über der Tabelle steht ein Tag: stichtag: { after: "${suggestion}" }.`,
          en: ` There is a day above the table: stichtag: { after: "${suggestion}" }.`,
        };
  return {
    code: "no-stichtag",
    de: `In der Tabelle steht keine Zeit.${near.de} Den Stichtag sagt in dataset.yaml unter update stichtag: 2024-06-30, stichtag: { after: "Wörter davor" } oder stichtag: Variable, oder beim Aufruf --stichtag 2024-06-30.`,
    en: `There is no time in the table.${near.en} The Stichtag is said in dataset.yaml under update by stichtag: 2024-06-30, stichtag: { after: "words before it" } or stichtag: variable, or when called by --stichtag 2024-06-30.`,
  };
}

export function noDayAfter(words: string, suggestion: string | undefined): Message {
  const near =
    suggestion === undefined
      ? { de: "", en: "" }
      : { de: ` Ein Tag steht nach »${suggestion}«.`, en: ` There is a day after “${suggestion}”.` };
  return {
    code: "no-day-after",
    de: `Nach den Wörtern »${words}« steht über der Tabelle und in ihren Überschriften kein Tag.${near.de} Beim Aufruf geht auch --stichtag 2024-06-30.`,
    en: `No day follows the words “${words}” above the table or in its headings.${near.en} When called, --stichtag 2024-06-30 does as well.`,
  };
}

export function notATime(code: string, variable: string): Message {
  return {
    code: "not-a-time",
    de: `»${code}« unter »${variable}« ist kein Tag und kein Jahr.`,
    en: `“${code}” under “${variable}” is neither a day nor a year.`,
  };
}

export function stichtagContradicts(given: string, found: readonly string[]): Message {
  return {
    code: "stichtag-contradicts",
    de: `--stichtag ${given} passt nicht zur Datei: Sie nennt ${all(found).de}.`,
    en: `--stichtag ${given} does not fit the file: it names ${all(found).en}.`,
  };
}

/** @param given by the mapping, which may be right for another file */
export function otherDayInFile(given: string, found: readonly string[]): Message {
  return {
    code: "stichtag-contradicts",
    de: `Der Stichtag ${given} nach dataset.yaml (stichtag) passt nicht zur Datei: Ihre Zeit nennt ${all(found).de}.`,
    en: `The Stichtag ${given} by dataset.yaml (stichtag) does not fit the file: its time names ${all(found).en}.`,
  };
}

export function moreOfTheSame(count: number): Message {
  return {
    code: "more-of-the-same",
    de: `So noch an ${count} weiteren ${count === 1 ? "Stelle" : "Stellen"}.`,
    en: `The same at ${count} more ${count === 1 ? "place" : "places"}.`,
  };
}
