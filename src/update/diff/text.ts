/** The list of changes for a terminal: short where little changed, cut with a count where much did. */

import { germanDate } from "../../data/calendar.ts";
import type { IsoDate } from "../../data/figure.ts";
import { type Language, printable } from "../../source/diagnostic.ts";
import { positionAt, type Span } from "../../source/source.ts";
import type { Changes, DatasetChange, DeckChange, FigureChange, FigureShown, Reading, SentenceChange, TextChange } from "./changes.ts";
import { isEmpty } from "./changes.ts";
import { datasetLines, daysOf } from "./dataset-lines.ts";
import { type Group, groupsOf } from "./groups.ts";
import { type Column, cut, rowLines, wrap } from "./columns.ts";
import { ambiguousSlides, diffWords, type DiffWords, labelUnder, placesWords, stateWords } from "./words.ts";

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly language: Language;
}

/** Rows of one dataset, of the whole list, and of the other parts, beyond which a list is cut. */
const most = { few: 3, group: 16, all: 80, part: 8, days: 4, keys: 6 };

/** Several lines, without a line break at the end. */
export function textOf(changes: Changes, { width, language }: TextOptions): string {
  const words = diffWords[language];
  const head = `${words.title}: ${stateWords(changes.before, language)} → ${stateWords(changes.after, language)}`;
  if (isEmpty(changes)) return `${head}\n${words.nothing}`;
  const writer = new Writer(changes, Math.max(40, width), words, language);
  const parts = [
    ...writer.sentences(),
    ...writer.groups(),
    writer.texts(),
    writer.shown(words.appeared, changes.appeared),
    writer.shown(words.vanished, changes.vanished),
    writer.slides(),
    ...writer.decks(),
    writer.others(),
    writer.wasCut ? wrap(words.hint, writer.width, 0, 2) : [],
  ];
  const slides = new Set(changes.figures.flatMap(({ places }) => places.map(({ deck, slide }) => `${deck}/${slide}`)));
  const falls = changes.sentences.filter(({ after }) => after === false).length;
  const summary = words.summary(changes.figures.length, slides.size, falls);
  const [first, second] = [head, summary].map((line) => wrap(line, writer.width, 0, 2).join("\n"));
  return printable([[first, second], ...parts.filter((lines) => lines.length > 0)].map((lines) => lines.join("\n")).join("\n\n"));
}

class Writer {
  wasCut = false;
  private readonly changes: Changes;
  readonly width: number;
  private readonly words: DiffWords;
  private readonly language: Language;
  private readonly ambiguous: ReadonlySet<string>;
  private room = most.all;

  constructor(changes: Changes, width: number, words: DiffWords, language: Language) {
    this.changes = changes;
    this.width = width;
    this.words = words;
    this.language = language;
    const { figures, texts, appeared, vanished, sentences } = changes;
    this.ambiguous = ambiguousSlides([
      ...[...figures, ...texts, ...appeared, ...vanished].flatMap(({ places }) => places),
      ...sentences.map(({ place }) => place),
    ]);
  }

  sentences(): readonly (readonly string[])[] {
    const { sentences } = this.changes;
    return [
      this.sentencesOf(
        this.words.falls,
        sentences.filter(({ after }) => after === false),
      ),
      this.sentencesOf(
        this.words.holds,
        sentences.filter(({ after }) => after === true),
      ),
    ];
  }

  private sentencesOf(title: string, sentences: readonly SentenceChange[]): readonly string[] {
    if (sentences.length === 0) return [];
    const lines = [`${title} (${sentences.length})`];
    for (const { words, condition, sides, place, file, line } of sentences.slice(0, most.part)) {
      lines.push(...this.indented(1, `${this.words.quoted(words)} ${placesWords([place], this.ambiguous)} ${file}:${line}`));
      const known = sides.filter(({ expression, before, after }) => expression !== "" && (before ?? after) !== undefined);
      lines.push(...this.indented(2, `${this.words.condition}: ${condition}`));
      for (const { expression, before, after } of known.slice(0, most.keys)) {
        const numbers = [...new Set([before, after])].filter((side) => side !== undefined);
        lines.push(...this.indented(2, `${expression}: ${numbers.join(" → ")}`));
      }
    }
    return this.withRest(lines, sentences.length - most.part);
  }

  groups(): readonly (readonly string[])[] {
    const groups = groupsOf(this.changes);
    const telling = groups.filter(({ figures }) => figures.length > 0);
    const columns = this.columnsOf(telling);
    return [
      ...telling.map((group) => this.group(group, columns)),
      this.datasetList(
        this.words.quietDatasets,
        groups.filter(({ figures }) => figures.length === 0).flatMap(({ data }) => data),
      ),
    ];
  }

  /** All groups have the same columns; `undefined` where there is no room for any. */
  private columnsOf(groups: readonly Group[]): readonly Column[] | undefined {
    const rows = groups.flatMap((group) => group.figures.slice(0, most.group).map((figure) => this.row(figure, group)));
    const widest = (column: number): number => Math.max(0, ...rows.map((row) => columnWidth(row[column] ?? "")));
    const numbers = [1, 3, 4, 5].map(widest);
    // The numbers with their gaps, an arrow, and the blanks before and behind the label.
    const free = this.width - numbers.reduce((sum, width) => sum + width, 0) - 14;
    if (free < 36) return undefined;
    const alone = Math.max(
      0,
      ...groups.flatMap(({ figures }) => figures.map(({ places }) => placesWords(places, this.ambiguous, 0).length)),
    );
    const label = Math.max(20, Math.min(widest(0), free - Math.min(alone, 32)));
    const places = Math.min(widest(6), Math.max(16, free - label));
    const [before = 0, after = 0, difference = 0, relative = 0] = numbers;
    return [
      { width: label, align: "left" },
      { width: before, align: "right" },
      { width: 1, align: "left", gap: 1 },
      { width: after, align: "right", gap: 1 },
      { width: difference, align: "right" },
      { width: relative, align: "right" },
      { width: places, align: "left" },
    ];
  }

  private group({ title, data, figures, dataset }: Group, columns: readonly Column[] | undefined): readonly string[] {
    const group = { title, data, figures, dataset };
    const lines = [...this.indented(0, dataset === "" ? this.words.computed : `${title}${daysOf(data, this.words)}`)];
    for (const one of data) lines.push(...datasetLines(one, false, this.words).flatMap((line) => this.indented(1, line)));
    const count = Math.min(figures.length, most.group, Math.max(3, this.room));
    this.room -= count;
    const shown = figures.slice(0, count);
    for (const figure of shown) {
      lines.push(...(columns === undefined ? this.stacked(figure, group) : this.aligned(figure, group, columns)));
      const note = this.noteOf(figure, data);
      if (note !== "") lines.push(...this.indented(2, note));
    }
    return this.withRest(lines, figures.length - count);
  }

  private aligned(figure: FigureChange, group: Group, columns: readonly Column[]): readonly string[] {
    return rowLines(this.row(figure, group, columns.at(-1)?.width), columns).map((line) => `  ${line}`);
  }

  /** For narrow terminals: the label with its slides, and below it the numbers. */
  private stacked(figure: FigureChange, group: Group): readonly string[] {
    const [label = "", before = "", , after = "", difference = "", relative = "", places = ""] = this.row(figure, group, 0);
    const numbers = [`${before} → ${after}`, difference, relative].filter((part) => part !== "");
    return [...this.indented(1, `${label} ${places}`), ...this.indented(2, numbers.join("; "))];
  }

  private row(figure: FigureChange, { title }: Pick<Group, "title">, width?: number): readonly string[] {
    const { before, after, change, places } = figure;
    return [
      plain(labelUnder(figure, title)),
      plain(before.text),
      "→",
      plain(after.text),
      plain(change?.differenceText ?? ""),
      plain(change === undefined ? this.words.noNumber : (change.relativeText ?? "")).replace(/ Prozentpunkte?$/u, " %-Punkte"),
      placesWords(places, this.ambiguous, width),
    ];
  }

  /** What a row cannot say: days that are not its dataset's newest, what signs mean, breaks of its own. */
  private noteOf({ before, after, breaks, datasets }: FigureChange, data: readonly DatasetChange[]): string {
    const days = data.some((one) => sameDays(one, before, after)) ? [] : [daysWords(before, after)];
    const signs = [before, after].flatMap(({ text, meaning }) => (meaning === undefined ? [] : [`${text} = ${meaning}`]));
    const told = new Set(data.flatMap((one) => one.breaks.map(({ day, reason }) => `${day} ${reason}`)));
    const own = datasets.length > 1 ? [] : breaks.filter(({ day, reason }) => !told.has(`${day} ${reason}`));
    const parts = [...days, ...new Set(signs), ...own.map(({ day, reason }) => `${this.words.breakOf} ${germanDate(day)}: ${reason}`)];
    return parts.filter((part) => part !== "").join("; ");
  }

  texts(): readonly string[] {
    const { texts } = this.changes;
    if (texts.length === 0) return [];
    const line = ({ expression, before, after, places }: TextChange): readonly string[] =>
      this.indented(1, `${before} → ${after}  ${expression}  ${placesWords(places, this.ambiguous)}`);
    return this.withRest([this.words.texts, ...texts.slice(0, most.part).flatMap(line)], texts.length - most.part);
  }

  /** A slide's many numbers are counted. */
  shown(title: string, figures: readonly FigureShown[]): readonly string[] {
    if (figures.length === 0) return [];
    const slides = new Map<string, FigureShown[]>();
    for (const figure of figures) {
      const place = placesWords(figure.places.slice(0, 1), this.ambiguous);
      slides.set(place, [...(slides.get(place) ?? []), figure]);
    }
    const lines = [...slides].flatMap(([place, own]) => {
      if (own.length > most.few) return this.indented(1, `${place} ${this.words.figures(own.length)}`);
      return this.indented(1, `${place} ${own.map(({ label, reading }) => `${label}: ${reading.text}`).join("; ")}`);
    });
    return this.withRest([`${title} (${figures.length})`, ...lines.slice(0, most.part)], lines.length - most.part);
  }

  slides(): readonly string[] {
    const { decks } = this.changes;
    const named = (deck: DeckChange, slides: readonly string[]): string =>
      decks.length > 1 ? `${deck.id}: ${slides.join(", ")}` : slides.join(", ");
    return [
      ...this.slideLine(
        this.words.newSlides,
        decks.filter(({ before, newSlides }) => before !== "absent" && newSlides.length > 0).map((deck) => named(deck, deck.newSlides)),
      ),
      ...this.slideLine(
        this.words.goneSlides,
        decks.filter(({ after, goneSlides }) => after !== "absent" && goneSlides.length > 0).map((deck) => named(deck, deck.goneSlides)),
      ),
    ];
  }

  private slideLine(title: string, decks: readonly string[]): readonly string[] {
    return decks.length === 0 ? [] : wrap(`${title}: ${decks.join("; ")}`, this.width, 0, 2);
  }

  decks(): readonly (readonly string[])[] {
    return this.changes.decks.map(({ id, before, after, faults }) => {
      if (after === "absent") return [this.words.goneDeck(id)];
      if (after === "complete")
        return before === "faulty" ? [this.words.nowComplete(id)] : before === "absent" ? [this.words.newDeck(id)] : [];
      if (faults.length === 0) return [];
      const lines = faults
        .slice(0, most.part)
        .flatMap(({ message, span }) => this.indented(1, `${positionOf(span)} [${message.code}] ${message[this.language]}`));
      return this.withRest([this.words.faulty(id, faults.length), ...lines], faults.length - most.part);
    });
  }

  others(): readonly string[] {
    return this.datasetList(this.words.otherDatasets, this.changes.otherDatasets);
  }

  private datasetList(title: string, datasets: readonly DatasetChange[]): readonly string[] {
    if (datasets.length === 0) return [];
    const line = (change: DatasetChange): readonly string[] => {
      const facts = datasetLines(change, true, this.words);
      return this.indented(1, `${change.title}${daysOf([change], this.words)}${facts.length === 0 ? "" : `; ${facts.join("; ")}`}`);
    };
    return this.withRest([title, ...datasets.slice(0, most.part).flatMap(line)], datasets.length - most.part);
  }

  private indented(level: number, text: string): readonly string[] {
    return wrap(plain(text), this.width, 2 * level, 2 * level + 2);
  }

  private withRest(lines: readonly string[], left: number): readonly string[] {
    if (left <= 0) return lines;
    this.wasCut = true;
    return [...lines, `  ${this.words.more(left)}`];
  }
}

function sameDays({ before, after }: DatasetChange, was: Reading, is: Reading): boolean {
  return was.days.length === 1 && is.days.length === 1 && was.days[0] === before && is.days[0] === after;
}

function daysWords(before: Reading, after: Reading): string {
  const [was, is] = [before, after].map(({ days }) => spanOfDays(days));
  return was === is ? (is ?? "") : [was, is].filter((days) => days !== "").join(" → ");
}

export function spanOfDays(days: readonly IsoDate[]): string {
  return days.length > 3 ? `${germanDate(days[0] ?? "")} … ${germanDate(days.at(-1) ?? "")}` : days.map(germanDate).join(", ");
}

/** Blanks and hyphens as a terminal shows them. */
function plain(text: string): string {
  return text
    .replaceAll(/[\u00a0\u202f]/gu, " ")
    .replaceAll("\u00ad", "")
    .replaceAll("\u2011", "-");
}

function columnWidth(text: string): number {
  return cut(text, Number.POSITIVE_INFINITY).width;
}

/** "slides/mut/09.md:3". */
function positionOf({ source, start }: Span): string {
  return `${source.path}:${positionAt(source, start).line}`;
}
