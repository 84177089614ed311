/** What a check says at its end: what is due, what was taken in spite of objections, and how it stands. */

import { germanDate } from "../data/calendar.ts";
import type { IsoDate } from "../data/figure.ts";
import type { Checked, DueDataset } from "../project/check.ts";
import { type Language, printable } from "../source/diagnostic.ts";
import type { Due } from "../data/due.ts";
import { fingerprintLines } from "./state-words.ts";

/** In the language of the interface; what is quoted from data stays German. */
export function checkReport(checked: Checked, language: Language): string {
  const words = texts[language];
  const due = checked.due.flatMap((each) => dueLines(each, language));
  const accepted = checked.accepted.flatMap(({ dataset, release }) => [
    `  ${dataset.id} ${day(release.stichtag, language)}${release.knownOn === undefined ? "" : ` (${words.known} ${day(release.knownOn, language)})`}:`,
    ...release.accepted.map((reason) => `    ${reason}`),
  ]);
  const sections = [
    due.length === 0 ? "" : [`${words.due}:`, ...due].join("\n"),
    accepted.length === 0 ? "" : [`${words.accepted}:`, ...accepted].join("\n"),
    checked.fingerprints.length === 0 ? "" : [`${words.fingerprints}:`, ...fingerprintLines(checked.fingerprints, language)].join("\n"),
    verdict(checked, language),
  ];
  return printable(sections.filter((section) => section !== "").join("\n\n"));
}

const texts = {
  de: {
    due: "Neue Zahlen zu erwarten",
    accepted: "Trotz Einwänden angenommen",
    fingerprints: "Fingerabdrücke",
    known: "bekannt seit",
    counts: { deck: ["Foliensatz", "Foliensätze"], dataset: ["Datensatz", "Datensätze"], release: ["Stand", "Stände"] },
    faults: { error: ["Fehler", "Fehler"], warning: ["Warnung", "Warnungen"] },
    checked: "Geprüft",
    none: "keine Fehler",
    overdue: (count: number) => `${count} ${count === 1 ? "Datensatz" : "Datensätze"} im Rückstand`,
    current: "alle Daten auf dem erwarteten Stand",
  },
  en: {
    due: "New numbers to be expected",
    accepted: "Taken in spite of objections",
    fingerprints: "Fingerprints",
    known: "known since",
    counts: { deck: ["deck", "decks"], dataset: ["dataset", "datasets"], release: ["release", "releases"] },
    faults: { error: ["error", "errors"], warning: ["warning", "warnings"] },
    checked: "Checked",
    none: "no errors",
    overdue: (count: number) => `${count} ${count === 1 ? "dataset" : "datasets"} behind`,
    current: "all data as new as expected",
  },
} as const;

function dueLines(item: DueDataset, language: Language): readonly string[] {
  const { due } = item;
  const { dataset, behind, next } = due;
  const lagging = behind.map(({ label, newest }) => `${label} (${day(newest, language)})`).join(", ");
  const lags = language === "de" ? `im Rückstand: ${lagging}` : `behind: ${lagging}`;
  const what =
    next === undefined ? (language === "de" ? "noch kein Stand" : "no release yet") : due.missed === 0 ? lags : sinceWhen(due, language);
  return [`  ${dataset.id}: ${what}; ${remedy(item, language)}`, ...(behind.length === 0 || due.missed === 0 ? [] : [`    ${lags}`])];
}

/** "nächster Stichtag 31.12.2025 seit 30.09.2026 zu erwarten (4 Stichtage fehlen)" */
function sinceWhen({ next = "", expected = "", missed }: Due, language: Language): string {
  const [stichtag, since] = [day(next, language), day(expected, language)];
  return language === "de"
    ? `nächster Stichtag ${stichtag} seit ${since} zu erwarten${missed > 1 ? ` (${missed} Stichtage fehlen)` : ""}`
    : `next Stichtag ${stichtag}, expected since ${since}${missed > 1 ? ` (${missed} are missing)` : ""}`;
}

function remedy({ due: { dataset }, way }: DueDataset, language: Language): string {
  const update = `npm run update -- ${dataset.id}`;
  if (way === "service") return update;
  if (way === "file") return `${update} --from ${language === "de" ? "DATEI" : "FILE"}`;
  return language === "de" ? "ohne update: in dataset.yaml, also von Hand" : "without update: in dataset.yaml, so by hand";
}

function verdict({ decks, datasets, releases, diagnostics, due }: Checked, language: Language): string {
  const { counts, faults, checked, none, overdue, current } = texts[language];
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const seen = [counted(decks, counts.deck), counted(datasets, counts.dataset), counted(releases, counts.release)].join(", ");
  const found = [errors === 0 ? none : counted(errors, faults.error), ...(warnings === 0 ? [] : [counted(warnings, faults.warning)])];
  return `${checked}: ${seen}. ${sentence([...found, due.length === 0 ? current : overdue(due.length)].join(", "))}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function counted(count: number, [one, many]: readonly [one: string, many: string]): string {
  return `${count} ${count === 1 ? one : many}`;
}

function day(text: IsoDate, language: Language): string {
  return language === "de" ? germanDate(text) : text;
}
