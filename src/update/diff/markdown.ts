/** The list of changes as Markdown, in German and in full: for a mail, a note for the files, a pull request. */

import { germanDate } from "../../data/calendar.ts";
import { positionAt } from "../../source/source.ts";
import type { Changes, DatasetChange, FigureChange, FigureShown, Place, SentenceChange } from "./changes.ts";
import { isEmpty } from "./changes.ts";
import { type Group, groupsOf } from "./groups.ts";
import { spanOfDays } from "./text.ts";
import { diffWords, labelUnder, stateWords } from "./words.ts";

const words = diffWords.de;

/** Without a line break at the end. */
export function markdownOf(changes: Changes): string {
  const head = `# ${words.title}: ${escaped(stateWords(changes.before, "de"))} → ${escaped(stateWords(changes.after, "de"))}`;
  if (isEmpty(changes)) return `${head}\n\n${words.nothing}`;
  const count = changes.decks.length;
  const parts = [
    ...sentences(words.falls, changes.sentences, false, count),
    ...sentences(words.holds, changes.sentences, true, count),
    ...groupsOf(changes).flatMap((group) => groupLines(group, count)),
    ...texts(changes, count),
    ...shown(words.appeared, changes.appeared, count),
    ...shown(words.vanished, changes.vanished, count),
    ...deckLines(changes),
    ...others(changes.otherDatasets),
  ];
  return [head, ...parts].join("\n\n");
}

function sentences(title: string, all: readonly SentenceChange[], holds: boolean, decks: number): readonly string[] {
  const some = all.filter(({ after }) => after === holds);
  if (some.length === 0) return [];
  const items = some.map(({ words: said, condition, sides, place, file, line }) => {
    const numbers = sides
      .filter(({ before, after }) => (before ?? after) !== undefined)
      .map(
        ({ expression, before, after }) =>
          `\n  - ${code(expression)}: ${[...new Set([before, after])]
            .filter((side) => side !== undefined)
            .map(escaped)
            .join(" → ")}`,
      );
    return `- „${escaped(said)}“ (${slides([place], decks)}; ${code(`${file}:${line}`)})\n  - ${words.condition}: ${code(condition)}${numbers.join("")}`;
  });
  return [`## ${title}`, items.join("\n")];
}

function groupLines({ title, dataset, data, figures }: Group, decks: number): readonly string[] {
  const facts = data.flatMap((one) => factsOf(one, figures.length === 0));
  const table = tableOf(
    ["Zahl", "vorher", "jetzt", "Veränderung", "relativ", "Stichtage", "Folien"],
    4,
    figures.map((figure) => row(figure, title, decks)),
  );
  return [
    `## ${dataset === "" ? words.computed : escaped(title)}`,
    ...(facts.length === 0 ? [] : [facts.map((fact) => `- ${fact}`).join("\n")]),
    ...(figures.length === 0 ? [] : [table]),
  ];
}

function row(figure: FigureChange, title: string, decks: number): readonly string[] {
  const { before, after, change, places, breaks } = figure;
  const signs = [before, after].flatMap(({ text, meaning }) => (meaning === undefined ? [] : [`${text} = ${meaning}`]));
  const remarks = [...new Set(signs), ...(breaks.length === 0 ? [] : [words.breakOf])].map(escaped);
  const label = labelUnder(figure, title);
  const name = figure.label === figure.expression ? code(label) : escaped(label);
  return [
    remarks.length === 0 ? name : `${name} (${remarks.join("; ")})`,
    escaped(before.text),
    escaped(after.text),
    escaped(change?.differenceText ?? ""),
    change === undefined ? words.noNumber : escaped(change.relativeText ?? ""),
    [...new Set([spanOfDays(before.days), spanOfDays(after.days)])].filter((days) => days !== "").join(" → "),
    slides(places, decks),
  ];
}

function factsOf(change: DatasetChange, withValues: boolean): readonly string[] {
  const { before, after, newDays, goneDays, revisions, breaks, newKeys, goneKeys, status, quality, values, accepted } = change;
  return [
    stichtagOf(before, after),
    ...(newDays.length > 1 ? [`${words.newDays}: ${listOfDays(newDays)}`] : []),
    ...(goneDays.length > 0 ? [`${words.goneDays}: ${listOfDays(goneDays)}`] : []),
    ...revisions.map(
      ({ day, knownOn }) =>
        `${words.revised} ${germanDate(day)}${knownOn === undefined ? "" : ` (${words.knownOn} ${germanDate(knownOn)})`}`,
    ),
    ...(status === undefined ? [] : [`${status.before} → ${status.after}`]),
    ...(withValues && values.common > 0 ? [words.valuesChanged(values.changed, values.common)] : []),
    ...breaks.map(({ day, reason }) => `${words.breakOf} ${germanDate(day)}: ${escaped(reason)}`),
    ...(newKeys.length === 0 ? [] : [`${words.newKeys}: ${newKeys.map(escaped).join(", ")}`]),
    ...(goneKeys.length === 0 ? [] : [`${words.goneKeys}: ${goneKeys.map(escaped).join(", ")}`]),
    ...quality.map(
      (one) =>
        `${words.quality}: ${escaped(one.before || words.plainQuality)} → ${escaped(one.after || words.plainQuality)} (${one.labels.map(escaped).join(", ")})`,
    ),
    ...accepted.map((sentence) => `${words.accepted}: ${escaped(sentence)}`),
  ];
}

function stichtagOf(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `Stichtag: ${germanDate(after ?? "")} (${words.newDataset})`;
  if (after === undefined) return `Stichtag: ${germanDate(before)} (${words.goneDataset})`;
  return before === after ? `Stichtag: ${germanDate(after)}` : `Stichtag: ${germanDate(before)} → ${germanDate(after)}`;
}

function listOfDays(days: readonly string[]): string {
  return days.map(germanDate).join(", ");
}

function texts({ texts: all }: Changes, decks: number): readonly string[] {
  if (all.length === 0) return [];
  const rows = all.map(({ expression, before, after, places }) => [
    code(expression),
    escaped(before),
    escaped(after),
    slides(places, decks),
  ]);
  return [`## ${words.texts}`, tableOf(["Ausdruck", "vorher", "jetzt", "Folien"], 0, rows)];
}

function shown(title: string, figures: readonly FigureShown[], decks: number): readonly string[] {
  if (figures.length === 0) return [];
  const rows = figures.map(({ label, expression, reading, places }) => [
    label === expression ? code(label) : escaped(label),
    escaped(reading.text),
    slides(places, decks),
  ]);
  return [`## ${title}`, tableOf(["Zahl", "Wert", "Folien"], 1, rows)];
}

function deckLines({ decks: all }: Changes): readonly string[] {
  return all.flatMap(({ id, before, after, newSlides, goneSlides, faults }) => {
    const lines = [
      ...(before === "absent" ? ["- neu"] : []),
      ...(after === "absent" ? ["- entfällt"] : []),
      ...(before === "faulty" && after === "complete" ? ["- lässt sich wieder bauen"] : []),
      ...(newSlides.length > 0 && before !== "absent" ? [`- ${words.newSlides}: ${newSlides.map(escaped).join(", ")}`] : []),
      ...(goneSlides.length > 0 && after !== "absent" ? [`- ${words.goneSlides}: ${goneSlides.map(escaped).join(", ")}`] : []),
      ...faults.map(
        ({ message, span }) => `- ${code(`${span.source.path}:${positionAt(span.source, span.start).line}`)}: ${escaped(message.de)}`,
      ),
    ];
    return lines.length === 0 ? [] : [`## Foliensatz ${escaped(id)}`, lines.join("\n")];
  });
}

function others(datasets: readonly DatasetChange[]): readonly string[] {
  if (datasets.length === 0) return [];
  const items = datasets.map((change) => `- ${escaped(change.title)}: ${factsOf(change, true).join("; ")}`);
  return [`## ${words.otherDatasets}`, items.join("\n")];
}

function slides(places: readonly Place[], count: number): string {
  return places.map(({ deck, slide }) => escaped(count > 1 ? `${deck}/${slide}` : slide)).join(", ");
}

/** @param right how many columns after the first are numbers */
function tableOf(header: readonly string[], right: number, rows: readonly (readonly string[])[]): string {
  const rule = header.map((_, i) => (i > 0 && i <= right ? "---:" : "---"));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Text that means nothing in Markdown but itself; on one line, as cells of tables must be. */
/** Text that Markdown shows as it is. */
export function escaped(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/gu, " ")
    .replaceAll(/[\\`*_{}[\]<>#|~]/gu, "\\$&")
    .replaceAll(/^([-+])(?= )/gu, "\\$1")
    .replaceAll(/^(\d+)([.)])(?= |$)/gu, "$1\\$2");
}

/** A bar in code would end a cell of a table, escaped or not in some programs. */
function code(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/gu, " ");
  const fence = "`".repeat(1 + Math.max(0, ...[...line.matchAll(/`+/gu)].map(([run]) => run.length)));
  const inside = line.startsWith("`") || line.endsWith("`") ? ` ${line} ` : line;
  return `${fence}${inside.replaceAll("|", "\\|")}${fence}`;
}
