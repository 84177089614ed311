/** What can be wrong with `update:` in a `dataset.yaml`. */

import type { Message } from "../diagnostic.ts";
import { didYouMean, listed } from "./fields.ts";

export function neitherKeyNorSingle(): Message {
  return {
    code: "neither-key-nor-single",
    de: "Es fehlt, welche Werte es sind: key nennt die Variable, deren Ausprägungen die Schlüssel sind, oder single den einen Schlüssel, unter dem der eine Wert steht.",
    en: "It is not said which values these are: key names the variable whose categories are the keys, or single the one key under which the one value stands.",
  };
}

export function singleWithKey(): Message {
  return {
    code: "single-with-key",
    de: "single und key schließen sich aus: Mit single bleibt ein einziger Wert übrig, mit key einer für jeden Schlüssel.",
    en: "single and key exclude each other: with single one value is left, with key one for each key.",
  };
}

export function variableTwice(variable: string, uses: readonly [string, string]): Message {
  return {
    code: "variable-used-twice",
    de: `Die Variable »${variable}« steht unter ${uses[0]} und unter ${uses[1]}: nur eines davon kann gelten.`,
    en: `The variable “${variable}” stands under ${uses[0]} and under ${uses[1]}: only one of them can hold.`,
  };
}

export function downloadWithoutAddress(): Message {
  return {
    code: "download-without-address",
    de: "service: download braucht eine address, von der die Datei kommt.",
    en: "service: download needs an address that the file comes from.",
  };
}

export function addressWithoutDownload(): Message {
  return {
    code: "address-without-download",
    de: "address gehört zu service: download. Die Adresse der Statistik für die Quellenangabe steht unter source.",
    en: "address belongs to service: download. The statistic's address for the source line stands under source.",
  };
}

export function serviceWithoutTable(service: string): Message {
  return {
    code: "service-without-table",
    de: `service: ${service} braucht den Code der Tabelle: table, hier oder unter source.`,
    en: `service: ${service} needs the table's code: table, here or under source.`,
  };
}

export function queryWithoutService(): Message {
  return {
    code: "query-without-service",
    de: "query geht an einen Dienst, aber es ist keiner genannt (service).",
    en: "query goes to a service, but none is named (service).",
  };
}

export function byKeysWithoutKeys(): Message {
  return {
    code: "by-keys-without-keys",
    de: "by: keys braucht die Zuordnung selbst: keys: { Code: Schlüssel }.",
    en: "by: keys needs the assignment itself: keys: { code: key }.",
  };
}

export function byAgsWithoutRegions(by: string): Message {
  return {
    code: "by-ags-without-regions",
    de: `by: ${by} ordnet nach dem AGS zu, aber kein Schlüssel dieser Ebene hat in dataset.yaml einen (keys: { Barßel: { ags: "03453001" } }).`,
    en: `by: ${by} assigns by AGS, but no key of this level has one in dataset.yaml (keys: { Barßel: { ags: "03453001" } }).`,
  };
}

export function emptyFilter(variable: string): Message {
  return {
    code: "empty-filter",
    de: `Hier fehlt der Code, auf den »${variable}« festgelegt wird. Die Summe ist "" (zwei Anführungszeichen).`,
    en: `The code that “${variable}” is held to is missing here. The total is "" (two quotation marks).`,
  };
}

export function notAStichtagRule(text: string, day: string | undefined): Message {
  const hint = day === undefined ? { de: "", en: "" } : { de: ` Gemeint ist vielleicht ${day}.`, en: ` Perhaps ${day} is meant.` };
  return {
    code: "not-a-stichtag-rule",
    de: `»${text}« ist weder ein Tag (2024-06-30) noch der Name einer Variable.${hint.de}`,
    en: `“${text}” is neither a day (2024-06-30) nor the name of a variable.${hint.en}`,
  };
}

export function stichtagRuleMixed(): Message {
  return {
    code: "stichtag-rule-mixed",
    de: "Der Stichtag steht entweder nach Wörtern über der Tabelle (after) oder in einer Variable (variable, of).",
    en: "The Stichtag stands either after words above the table (after) or in a variable (variable, of).",
  };
}

export function headerRows(): Message {
  return {
    code: "header-rows",
    de: "header ist die Zeile der Überschriften oder die erste und letzte davon, ab 1 gezählt: 3 oder [3, 5].",
    en: "header is the row of headings or the first and last of them, counted from 1: 3 or [3, 5].",
  };
}

export function notASeparator(text: string): Message {
  return {
    code: "not-a-separator",
    de: `»${text}« taugt nicht als Trennzeichen: ein einziges Zeichen, kein Buchstabe, keine Ziffer, kein Anführungszeichen.`,
    en: `“${text}” will not do as a separator: a single character, no letter, digit or quotation mark.`,
  };
}

export function factorNotPositive(): Message {
  return {
    code: "factor-not-positive",
    de: "factor ist größer als null: 1000 für Tabellen »in 1 000«.",
    en: "factor is greater than zero: 1000 for tables “in 1,000”.",
  };
}

export function undeclaredMappingKey(key: string, near: string | undefined, keys: readonly string[]): Message {
  const choice = listed(keys);
  return {
    code: "undeclared-mapping-key",
    de: `Der Schlüssel »${key}« steht nicht unter keys des Datensatzes.${near === undefined ? ` Dort stehen ${choice.de.replace(" oder ", " und ")}.` : didYouMean(near).de}`,
    en: `The key “${key}” is not among the dataset's keys.${near === undefined ? ` There are ${choice.en.replace(" or ", " and ")}.` : didYouMean(near).en}`,
  };
}

export function emptyMappingList(what: string): Message {
  return { code: "empty-mapping-list", de: `Die Liste ${what} ist leer.`, en: `The list ${what} is empty.` };
}
