/** What a build says at its end: each file, and what is in it. */

import { relative } from "node:path";
import { germanDate } from "../data/calendar.ts";
import { censusOf } from "../project/census.ts";
import type { WrittenDeck } from "../project/output.ts";
import { type Language, printable } from "../source/diagnostic.ts";
import { draftLines, stateWords } from "./state-words.ts";

/** @param elapsed milliseconds since the process began */
export function summaryOf(written: readonly WrittenDeck[], elapsed: number, language: Language): string {
  const { slide, figure, chart, done } = nouns[language];
  const lines = written.map(({ deck, path, bytes }) => {
    const { slides, figures, charts } = censusOf(deck);
    const known =
      deck.knownOn === undefined ? [] : [language === "de" ? `Kenntnisstand ${germanDate(deck.knownOn)}` : `known on ${deck.knownOn}`];
    const state = stateWords(deck, language) ?? [];
    const parts = [counted(slides, slide), counted(figures, figure), counted(charts, chart), sizeOf(bytes, language), ...known].concat(
      state,
    );
    return `${printable(relative("", path))}  ${parts.join(" · ")}`;
  });
  const drafts = draftLines(
    written.map(({ deck }) => deck),
    language,
  );
  return [...lines, ...drafts, `${done} ${decimal(elapsed / 1000, 2, language)} s`].join("\n");
}

type Noun = readonly [one: string, many: string];
const nouns = {
  de: { slide: ["Folie", "Folien"], figure: ["Zahl", "Zahlen"], chart: ["Diagramm", "Diagramme"], done: "fertig in" },
  en: { slide: ["slide", "slides"], figure: ["figure", "figures"], chart: ["chart", "charts"], done: "done in" },
} as const;

function counted(count: number, [one, many]: Noun): string {
  return `${count} ${count === 1 ? one : many}`;
}

function sizeOf(bytes: number, language: Language): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${decimal(bytes / 1_000_000, 1, language)} MB`;
}

function decimal(value: number, digits: number, language: Language): string {
  const text = value.toFixed(digits);
  return language === "de" ? text.replace(".", ",") : text;
}
