/** The last slides of a deck that asks for them: its figures, each with its calculation, its source and its Stichtag. */

import { germanDate } from "../../data/calendar.ts";
import { type Figure, isMissing } from "../../data/figure.ts";
import type { Span } from "../../source/source.ts";
import { tableWidth } from "../../../theme/blocks.ts";
import { type CanvasName, contentRegions } from "../../../theme/layouts.ts";
import type { Size } from "../fit.ts";
import { steadyWidths, tableLayout } from "../fit-table.ts";
import type { Inline, Slide, TableBlock, TableWhole } from "../model.ts";
import { unbroken } from "../sources.ts";
import { appearancesOf } from "./appearances.ts";
import { exactBehind, type Thousands, unroundedWords } from "./exact.ts";
import { entriesOf, type LedgerEntry } from "./ledger.ts";
import type { Source } from "./identities.ts";
import { stepWords } from "./steps.ts";

const layout = "content";

type Row = TableBlock["rows"][number];

/**
 * The ledger of `slides` as slides, as many as it takes; none where no slide shows a figure.
 *
 * @param span `deck.yaml`, which asked for them
 */
export function ledgerSlides(slides: readonly Slide[], canvas: CanvasName, span: Span, thousands: Thousands): readonly Slide[] {
  const [region] = contentRegions(layout, canvas);
  const sources = new Sources();
  const rows = rowsOf(slides, sources, thousands);
  if (rows.length === 0 || region === undefined) return [];
  const pages = [
    ...titled("Zahlennachweis", paged(rows, figureHeaders, span, region)),
    ...titled("Quellen der Zahlen", paged(sources.rows, sourceHeaders, span, region)),
  ];
  const ids = idsFor(pages.length, new Set(slides.map(({ id }) => id)));
  return pages.map(
    ([title, table], i): Slide => ({
      id: ids[i] ?? "",
      layout,
      kicker: [],
      title: [text(title)],
      regions: [{ region: region.name, blocks: [table] }],
      notes: [],
      said: [],
      releases: [],
      sourceLine: [],
      footnotes: [],
      ledger: true,
      span,
    }),
  );
}

/** "Zahlennachweis (2 von 3)". */
function titled(title: string, pages: readonly TableBlock[]): readonly (readonly [string, TableBlock])[] {
  return pages.map((page, i) => [pages.length === 1 ? title : `${title} (${i + 1} von ${pages.length})`, page]);
}

/** "zahlennachweis", "zahlennachweis-2", … that no slide has. */
function idsFor(count: number, taken: ReadonlySet<string>): readonly string[] {
  for (let name = "zahlennachweis"; ; name += "-") {
    const ids = Array.from({ length: count }, (_, i) => (i === 0 ? name : `${name}-${i + 1}`));
    if (!ids.some((id) => taken.has(id))) return ids;
  }
}

/** Where a figure stands. */
interface Standing {
  readonly number: number;
  readonly slide: Slide;
  readonly inNotes: boolean;
}

function rowsOf(slides: readonly Slide[], sources: Sources, thousands: Thousands): readonly Row[] {
  const standing = new Map<Figure, Standing>();
  for (const [i, slide] of slides.entries()) {
    for (const { shown, role } of appearancesOf(slide).all) {
      if (shown.kind === "figure") standing.set(shown.figure, { number: i + 1, slide, inNotes: role === "note" });
    }
  }
  const figures = [...standing.keys()];
  return sameQuantity(entriesOf(figures)).map(
    (same): Row => ({
      role: "plain",
      cells: [
        numberCell(same),
        slidesCell(same, standing),
        [text(whatWords(same, thousands))],
        [text(sources.words(same))],
        [text(dayWords(same))],
      ],
    }),
  );
}

type Same = readonly [LedgerEntry, ...LedgerEntry[]];

/** What is shown in several texts is one number. */
function sameQuantity(entries: readonly LedgerEntry[]): readonly Same[] {
  const groups = new Map<string, [LedgerEntry, ...LedgerEntry[]]>();
  for (const entry of entries) {
    const own = entry.steps[0] ?? entry.data[0];
    const key = own === undefined ? `${entry.text} ${entry.unit}` : `${own.id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

/** "**30.000 Euro**, auch 30.000". */
function numberCell(same: Same): readonly Inline[] {
  const texts = new Map<string, Figure>();
  for (const { figures, text: shown } of same) for (const figure of figures) if (!texts.has(shown)) texts.set(shown, figure);
  return [...texts.values()].flatMap((figure, i): readonly Inline[] =>
    i === 0 ? [{ kind: "figure", figure }] : [text("; "), { kind: "figure", figure }],
  );
}

/** So many slides are named; of more it is told how many. */
const mostSlides = 4;

function slidesCell(same: Same, standing: ReadonlyMap<Figure, Standing>): readonly Inline[] {
  const found = new Map<Slide, Standing>();
  for (const place of same.flatMap(({ figures }) => figures.flatMap((figure) => standing.get(figure) ?? []))) {
    const known = found.get(place.slide);
    if (known === undefined || known.inNotes) found.set(place.slide, place);
  }
  const places = [...found.values()].toSorted((a, b) => a.number - b.number);
  const named = places.slice(0, places.length > mostSlides ? mostSlides - 1 : mostSlides);
  const words = named.flatMap(({ number, slide, inNotes }, i): readonly Inline[] => [
    ...(i === 0 ? [] : [text(", ")]),
    { kind: "link", address: `#${slide.id}`, content: [text(`${number}`)] },
    ...(inNotes ? [text("\u00a0(N)")] : []),
  ]);
  return places.length === named.length ? words : [...words, text(` u. ${places.length - named.length}\u00a0weitere`)];
}

function whatWords(same: Same, thousands: Thousands): string {
  const [{ steps, data, value }] = same;
  const [step] = steps;
  const [datum] = data;
  const exact = exactWords(same, thousands);
  if (step !== undefined) {
    const subject = step.subject?.join(" › ") ?? titlesOf(same);
    return `${subject === "" ? "" : `${subject}: `}${onOneLine(stepWords(step, thousands))}${exact}`;
  }
  if (datum === undefined) return "im Text gegeben";
  // What a sign means stands at the foot of other slides; here it stands beside it.
  const behind = isMissing(value) ? ` (${value.meaning})` : exact;
  return `${datum.source.dataset.title}: ${datum.path.join(" › ")}${behind}`;
}

/** A short calculation: "11.535 ÷" at a line's end is none. */
function onOneLine(words: string): string {
  return words.length > 32 || /\p{L}/u.test(words) ? words : words.replaceAll(" ", "\u00a0");
}

/**
 * " (genau 82.800.000 Personen)" where no text of it has every digit; " (ungerundet 75,455927… je km²)" where nobody would
 * read to the end. A quotient or product without end says no more than the numbers that it is worked out of, which stand beside it.
 */
function exactWords(same: Same, thousands: Thousands): string {
  const [exact, ...others] = same.map((entry) => exactBehind(entry.text, entry.format, entry.value, entry.unit, thousands, entry.one));
  if (exact === undefined || others.includes(undefined)) return "";
  const [step] = same[0].steps;
  if (exact.includes("…") && step !== undefined && step.veiled === undefined && reckonedInSight.has(step.operation)) return "";
  return ` (${unroundedWords(exact)})`;
}
const reckonedInSight: ReadonlySet<string> = new Set(["*", "/", "share", "change_rate"]);

/** What a number of several things is worked out of: a statistic, or two. */
function titlesOf([{ sources }]: Same): string {
  const titles = [...new Set(sources.map(({ dataset }) => dataset.title))];
  return titles.length > 2 ? "" : titles.join("; ");
}

/** "31.12.2017"; the sign stays with the first of two, of more than three the first and the last are said. */
function dayWords([{ sources }]: Same): string {
  const days = [...new Set(sources.map(({ release }) => release.stichtag))].toSorted().map(germanDate);
  return days.length > 3 ? `${days[0]} bis ${days.at(-1)}` : days.join(days.length === 2 ? "\u00a0| " : ", ");
}

/** Sources as they are numbered: releases of one table are one, whatever their day. */
class Sources {
  private readonly numbers = new Map<string, number>();
  private readonly found: Source[] = [];

  /** "[1], [3]"; nothing of what its author wrote. */
  words([{ sources }]: Same): string {
    const numbers = new Set(sources.map((source) => this.numberOf(source)));
    return [...numbers]
      .toSorted((a, b) => a - b)
      .map((number) => `[${number}]`)
      .join(numbers.size > 3 ? ", " : ",\u00a0");
  }

  get rows(): readonly Row[] {
    return this.found.map(({ dataset, release: { provenance } }, i): Row => {
      const { provider, table, address, licence } = provenance;
      const published = address === undefined ? text(provider) : linkTo(address, provider);
      const terms =
        licence === undefined
          ? text("")
          : licence.address === undefined
            ? text(unbroken(licence.name))
            : linkTo(licence.address, unbroken(licence.name));
      return { role: "plain", cells: [[text(`[${i + 1}]`)], [text(dataset.title)], [published], [text(codeOf(table ?? ""))], [terms]] };
    });
  }

  private numberOf(source: Source): number {
    const { provider, table, licence } = source.release.provenance;
    const key = [source.dataset.id, provider, table, licence?.name].join("\n");
    const number = this.numbers.get(key) ?? this.found.push(source);
    this.numbers.set(key, number);
    return number;
  }
}

/** "12411-01-01-4" on one line. */
function codeOf(table: string): string {
  return table.replaceAll(/(?<=[\p{L}\d])-(?=[\p{L}\d])/gu, "\u2011");
}

function linkTo(address: string, words: string): Inline {
  return { kind: "link", address, content: [text(words)] };
}

/** A table on as many pages as it takes, as many rows on each as fit, its columns of the same width on all of them. */
function paged(rows: readonly Row[], headers: readonly Header[], span: Span, region: Size): readonly TableBlock[] {
  const width = tableWidth(headers.length, region.width);
  const all = tableOf(rows, headers, span);
  const open = new Set(headers.flatMap(([, , isOpen], i) => (isOpen === "open" ? i : [])));
  const whole: TableWhole = { rows: rows.length + 1, widths: steadyWidths(all, width, open) };
  const [header = 0, ...heights] = tableLayout(tableOf(rows, headers, span, whole), width).rows;
  const room = region.height - header;
  const pages: { readonly rows: Row[]; height: number }[] = [];
  for (const [i, row] of rows.entries()) {
    const height = heights[i] ?? 0;
    const page = pages.at(-1);
    if (page === undefined || page.height + height > room) pages.push({ rows: [row], height });
    else {
      page.rows.push(row);
      page.height += height;
    }
  }
  const [last, before] = pages.toReversed();
  // A slide for a number or two looks like a fault: the last two share what they have.
  if (last !== undefined && before !== undefined && last.height < room / 2) {
    for (let i = rows.length - last.rows.length - 1; ; i -= 1) {
      const height = heights[i] ?? 0;
      if (last.height + height > before.height - height) break;
      last.rows.unshift(...before.rows.splice(-1));
      last.height += height;
      before.height -= height;
    }
  }
  return pages.map((page) => tableOf(page.rows, headers, span, whole));
}

/** `open` are columns of sentences and names, which take what the others leave. */
type Header = readonly [words: string, align: "left" | "right", room?: "open"];

const figureHeaders: readonly Header[] = [
  ["Zahl", "right"],
  ["Folie", "left"],
  ["Was und Berechnung", "left", "open"],
  ["Quelle", "left"],
  ["Stichtag", "left"],
];
const sourceHeaders: readonly Header[] = [
  ["Quelle", "left"],
  ["Statistik", "left", "open"],
  ["Anbieter", "left", "open"],
  ["Tabelle", "left"],
  ["Lizenz", "left"],
];

function tableOf(rows: readonly Row[], headers: readonly Header[], span: Span, whole?: TableWhole): TableBlock {
  const columns = headers.map(([words, align]) => ({ header: [text(words)], align }));
  return { kind: "table", caption: [], columns, rows, rowHeaders: true, ...(whole !== undefined && { whole }), span };
}

function text(words: string): Inline {
  return { kind: "text", text: words };
}
