/** What keeps an update from being begun, and what is told of its course. */

import type { Message } from "../diagnostic.ts";
import { didYouMean, listed, type Words } from "./fields.ts";

export function unknownDataset(name: string, near: string | undefined, known: readonly string[]): Message {
  const hint = near === undefined ? ending(" Es gibt ", " There are ", known) : didYouMean(near);
  return {
    code: "unknown-dataset-to-update",
    de: `Einen Datensatz »${name}« gibt es nicht.${hint.de}`,
    en: `There is no dataset “${name}”.${hint.en}`,
  };
}

function ending(de: string, en: string, names: readonly string[]): Words {
  if (names.length === 0) return { de: "", en: "" };
  const list = listed(names);
  return { de: `${de}${list.de.replace(" oder ", " und ")}.`, en: `${en}${list.en.replace(" or ", " and ")}.` };
}

/** A release must not say that it came in on a day that has not been. */
export function todayToCome(today: string, clock: string): Message {
  return {
    code: "today-to-come",
    de: `--today ${today} liegt nach dem Tag der Uhr (${clock}): Was heute kommt, darf nicht als später gekommen in data/ stehen. Nur check nimmt einen Tag, der noch kommt.`,
    en: `--today ${today} is after the clock's day (${clock}): what comes today must not stand in data/ as having come later. Only check takes a day to come.`,
  };
}

/** Nothing under `update:`. @param file that was brought, if one was */
export function notUpdatable(dataset: string, file: string | undefined): Message {
  const name = file ?? "DATEI";
  return {
    code: "not-updatable",
    de: `In data/${dataset}/dataset.yaml steht nicht, wie der Datensatz aktualisiert wird. Was in einer Datei steht, zeigt: npm run update -- ${dataset} --inspect ${quoted(name)}. Der Vorschlag, den es macht, gehört unter update: in die dataset.yaml.`,
    en: `data/${dataset}/dataset.yaml does not say how the dataset is updated. What is in a file is shown by: npm run update -- ${dataset} --inspect ${quoted(file ?? "FILE")}. What it proposes belongs under update: in dataset.yaml.`,
  };
}

/** Mappings, but none that asks a service. */
export function needsFile(dataset: string): Message {
  return {
    code: "needs-file",
    de: `Zu diesem Datensatz wird kein Dienst gefragt: npm run update -- ${dataset} --from DATEI`,
    en: `No service is asked for this dataset: npm run update -- ${dataset} --from FILE`,
  };
}

export function nothingToAsk(): Message {
  return {
    code: "nothing-to-update",
    de: "Kein Datensatz nennt einen Dienst, den man fragen könnte (update: mit service: in der dataset.yaml). Eine Datei nimmt npm run update -- --from DATEI an.",
    en: "No dataset names a service that could be asked (update: with service: in its dataset.yaml). A file is taken by npm run update -- --from FILE.",
  };
}

/** @param wanted tables with their datasets, "12411-0015 (einwohner)" */
export function fileFitsNone(file: string, what: Words, wanted: readonly string[]): Message {
  const list = wanted.slice(0, 24);
  const more = wanted.length - list.length;
  const rest = more > 0 ? { de: `; und ${more} weitere`, en: `; and ${more} more` } : { de: "", en: "" };
  const none = wanted.length === 0;
  return {
    code: "file-fits-none",
    de: `${quoted(file)} (${what.de}) passt zu keinem Datensatz. ${none ? "Keiner sagt unter update:, wie er aktualisiert wird." : `Gewünscht werden: ${list.join("; ")}${rest.de}.`} Was in der Datei steht, zeigt: npm run update -- --inspect ${quoted(file)}`,
    en: `${quoted(file)} (${what.en}) fits no dataset. ${none ? "None says under update: how it is updated." : `Wanted are: ${list.join("; ")}${rest.en}.`} What is in the file is shown by: npm run update -- --inspect ${quoted(file)}`,
  };
}

/** What a file is, as far as it says so itself. */
export function whatFileIs(format: string, table: string | undefined, title: string | undefined): Words {
  const name = [table, title].filter((part) => part !== undefined).join(" ");
  const shown = name.length > 120 ? `${name.slice(0, 119)}…` : name;
  return shown === ""
    ? { de: `${format} ohne Tabellennamen`, en: `${format} without a name of the table` }
    : { de: `${format}, Tabelle ${shown}`, en: `${format}, table ${shown}` };
}

/** More than one mapping of a dataset reads a file without a fault. @param tables of the mappings, or their places */
export function severalFit(file: string, mappings: readonly string[]): Message {
  const names = listed(mappings);
  return {
    code: "several-mappings-fit",
    de: `${quoted(file)} lässt sich nach mehreren Angaben unter update: lesen: ${names.de.replace(" oder ", " und ")}. Bitte mit table, format oder filter unterscheiden.`,
    en: `${quoted(file)} can be read by several entries under update: ${names.en.replace(" or ", " and ")}. Tell them apart by table, format or filter.`,
  };
}

/** For a shell: in quotation marks where it has blanks. */
function quoted(name: string): string {
  return /[\s"]/u.test(name) ? `"${name.replaceAll('"', '\\"')}"` : name;
}

export function stopped(): Message {
  return {
    code: "update-stopped",
    de: "Abgebrochen. Was schon übernommen ist, bleibt; alles andere holt der nächste Lauf.",
    en: "Stopped. What was taken stays; the next run gets everything else.",
  };
}

export function asking(dataset: string): Message {
  return { code: "progress-asking", de: `${dataset}: fragt nach …`, en: `${dataset}: asking …` };
}

export function readingFile(file: string): Message {
  return { code: "progress-reading", de: `liest ${file} …`, en: `reading ${file} …` };
}

export function inspectTakesOne(): Message {
  return {
    code: "inspect-takes-one",
    de: "Mit --inspect wird höchstens ein Datensatz genannt: der, für den der Vorschlag sein soll.",
    en: "With --inspect, one dataset at most is named: the one that the proposal is for.",
  };
}

/** Below objections that are no faults. */
export function acceptAfterAll(): Words {
  return {
    de: "Stimmen die Werte trotzdem, nimmt derselbe Aufruf mit --accept sie an; der Stand behält die Einwände dann als Vermerk.",
    en: "If the values are right all the same, the same call with --accept takes them; the release then keeps the objections as a note.",
  };
}

/** Above a proposal of `--inspect`. */
export function proposed(dataset: string | undefined): Words {
  return dataset === undefined
    ? { de: "Vorschlag für die dataset.yaml eines neuen Datensatzes:", en: "Proposal for the dataset.yaml of a new dataset:" }
    : { de: `Vorschlag für data/${dataset}/dataset.yaml:`, en: `Proposal for data/${dataset}/dataset.yaml:` };
}
