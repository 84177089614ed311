/** What can be wrong with datasets, releases and geometry. */

import type { Message } from "../diagnostic.ts";
import { didYouMean, listed } from "./fields.ts";

export function misplacedDataFile(path: string): Message {
  return {
    code: "misplaced-data-file",
    de: `${path} gehört zu keinem Datensatz: Dateien liegen unter data/<Datensatz>/, als dataset.yaml oder <Stichtag>.yaml.`,
    en: `${path} belongs to no dataset: files lie in data/<dataset>/, as dataset.yaml or <stichtag>.yaml.`,
  };
}

export function datasetName(id: string): Message {
  return {
    code: "dataset-name",
    de: `»${id}« taugt nicht als Name eines Datensatzes: nur Buchstaben, Ziffern und _, am Anfang ein Buchstabe, und keines der Wörter deck, previous, and, or, not.`,
    en: `“${id}” will not do as the name of a dataset: only letters, digits and _, beginning with a letter, and none of the words deck, previous, and, or, not.`,
  };
}

export function missingDatasetFile(id: string): Message {
  return {
    code: "missing-dataset-file",
    de: `Zum Datensatz »${id}« fehlt data/${id}/dataset.yaml mit Titel, Einheit und Quelle.`,
    en: `The dataset “${id}” lacks data/${id}/dataset.yaml with its title, unit and source.`,
  };
}

export function releaseFileName(expected: string): Message {
  return {
    code: "release-file-name",
    de: `Nach diesen Angaben müsste die Datei ${expected} heißen.`,
    en: `By these fields the file should be called ${expected}.`,
  };
}

export function duplicateRelease(stichtag: string, other: string): Message {
  return {
    code: "duplicate-release",
    de: `Den Stand vom ${stichtag} gibt es schon in ${other}. Eine Berichtigung braucht einen eigenen Tag known_on.`,
    en: `The release of ${stichtag} already exists in ${other}. A revision needs a day known_on of its own.`,
  };
}

export function knownBeforeStichtag(): Message {
  return {
    code: "known-before-stichtag",
    de: "known_on liegt vor dem Stichtag: Eine Berichtigung kann erst danach bekannt geworden sein.",
    en: "known_on is before the Stichtag: a revision can only have become known after it.",
  };
}

export function unknownDataKey(key: string, near: string | undefined): Message {
  return {
    code: "undeclared-key",
    de: `Der Schlüssel »${key}« steht nicht unter keys in dataset.yaml.${didYouMean(near).de}`,
    en: `The key “${key}” is not among the keys in dataset.yaml.${didYouMean(near).en}`,
  };
}

export function missingDataKeys(keys: readonly string[]): Message {
  const names = keys.map((key) => `»${key}«`).join(", ");
  const english = keys.map((key) => `“${key}”`).join(", ");
  return {
    code: "missing-keys",
    de: `Hier fehlt ${names}. Fehlt der Wert beim Amt, ein Zeichen dafür eintragen; liefert jeder Stand nur einige Schlüssel: coverage: partial.`,
    en: `${english} is missing here. If the office gives no value, write its symbol; if releases hold some keys only: coverage: partial.`,
  };
}

export function blankUnit(): Message {
  return {
    code: "unit-blank",
    de: "Hier fehlt das Wort: one ist, was neben 1 steht (»Person«), many steht neben allen anderen Zahlen (»Personen«).",
    en: "The word is missing here: one is what stands beside 1 (“Person”), many stands beside all other numbers (“Personen”).",
  };
}

export function unknownTotal(key: string, near: string | undefined): Message {
  return {
    code: "unknown-total",
    de: `Kein Stand hat den Schlüssel »${key}«, der die Summe der anderen sein soll.${didYouMean(near).de}`,
    en: `No release has the key “${key}” that is said to be the total of the others.${didYouMean(near).en}`,
  };
}

export function noValueWritten(symbols: readonly string[]): Message {
  return {
    code: "no-value",
    de: `Hier steht kein Wert. Erwartet wird eine Zahl oder, in Anführungszeichen, ein Zeichen: ${symbols.join(" ")}`,
    en: `There is no value here. Expected is a number or, in quotation marks, a symbol: ${symbols.join(" ")}`,
  };
}

export function noValues(): Message {
  return { code: "no-values", de: "Dieser Stand hat keinen einzigen Wert.", en: "This release has not a single value." };
}

/** @param quoted whether the value stands in quotation marks, which a number does not */
export function neitherNumberNorSymbol(text: string, symbols: readonly string[], suggestion: string | undefined, quoted: boolean): Message {
  const bare = quoted ? { de: " ohne Anführungszeichen", en: " without quotation marks" } : { de: "", en: "" };
  const hint =
    suggestion === undefined
      ? { de: "", en: "" }
      : { de: ` Gemeint ist vielleicht ${suggestion}${bare.de}.`, en: ` Perhaps ${suggestion}${bare.en} is meant.` };
  return {
    code: "neither-number-nor-symbol",
    de: `»${text}« ist weder eine Zahl (Dezimalpunkt, keine Tausendertrennung) noch ein Zeichen der Quelle (${symbols.join(" ")}).${hint.de}`,
    en: `“${text}” is neither a number (decimal point, no thousands separators) nor a symbol of the source (${symbols.join(" ")}).${hint.en}`,
  };
}

/** @param flags each with its meaning */
export function unknownQuality(flag: string, flags: readonly string[], near: string | undefined): Message {
  return {
    code: "unknown-quality",
    de: `»${flag}« ist kein Kennzeichen der Quelle (${flags.join("; ")}).${didYouMean(near).de}`,
    en: `“${flag}” is no flag of the source (${flags.join("; ")}).${didYouMean(near).en}`,
  };
}

export function qualityWithoutValue(key: string, near: string | undefined): Message {
  return {
    code: "quality-without-value",
    de: `Unter values gibt es »${key}« nicht, also auch kein Kennzeichen dazu.${didYouMean(near).de}`,
    en: `There is no “${key}” under values, and so no flag for it.${didYouMean(near).en}`,
  };
}

export function qualityBelowValue(key: string): Message {
  return {
    code: "quality-below-value",
    de: `»${key}« ist unter values ein einzelner Wert: Erwartet wird hier ein Kennzeichen und keine Gruppe.`,
    en: `“${key}” is a single value under values: a flag is expected here and not a group.`,
  };
}

export function looksLikeThousands(raw: string): Message {
  const joined = raw.replaceAll(".", "");
  return {
    code: "looks-like-thousands",
    de: `${raw} ist hier ${raw.replace(".", ",")}. Sind ${joined} gemeint, den Punkt weglassen; sonst eine Null anhängen (${raw}0).`,
    en: `${raw} means ${raw.replace(".", " point ")}. If ${joined} is meant, leave the dot out; else append a zero (${raw}0).`,
  };
}

export function notAnAddress(text: string): Message {
  return {
    code: "not-an-address",
    de: `»${text}« ist keine Adresse, die mit http:// oder https:// beginnt.`,
    en: `“${text}” is no address that begins with http:// or https://.`,
  };
}

export function notAnAgs(text: string): Message {
  return {
    code: "not-an-ags",
    de: `»${text}« ist kein Amtlicher Gemeindeschlüssel: 2, 3, 5 oder 8 Ziffern, in Anführungszeichen.`,
    en: `“${text}” is no official municipality key (AGS): 2, 3, 5 or 8 digits, in quotation marks.`,
  };
}

export function notJson(reason: string): Message {
  return {
    code: "not-json",
    de: `Das ist kein gültiges JSON (${reason}).`,
    en: `This is not valid JSON (${reason}).`,
  };
}

export function notTopology(name: string, objects: readonly string[]): Message {
  const found = objects.length === 0 ? undefined : listed(objects);
  return {
    code: "not-topology",
    de: `Erwartet wird TopoJSON mit einem Objekt »${name}«${found ? `, gefunden: ${found.de.replace(" oder ", " und ")}` : ""}.`,
    en: `Expected TopoJSON with an object “${name}”${found ? `, found: ${found.en.replace(" or ", " and ")}` : ""}.`,
  };
}

export function badArea(id: string): Message {
  return {
    code: "bad-area",
    de: `Die Fläche ${id} hat keine id (AGS), keinen Namen (properties.name) oder keine Vielecke.`,
    en: `The area ${id} lacks an id (AGS), a name (properties.name) or polygons.`,
  };
}

export function duplicateArea(id: string): Message {
  return { code: "duplicate-area", de: `Die Fläche ${id} gibt es doppelt.`, en: `The area ${id} exists twice.` };
}

export function missingCredit(name: string): Message {
  return {
    code: "missing-credit",
    de: `Zu dieser Karte fehlt data/geo/${name}.yaml mit der Angabe, von wem sie stammt (text, address).`,
    en: `This map lacks data/geo/${name}.yaml that says whom it comes from (text, address).`,
  };
}

export function creditWithoutMap(name: string): Message {
  return {
    code: "credit-without-map",
    de: `Eine Karte data/geo/${name}.topo.json gibt es nicht.`,
    en: `There is no map data/geo/${name}.topo.json.`,
  };
}
