/** The last slides of a deck that asks for them: its figures, each with its calculation, its source and its Stichtag. */

import { germanDate } from "../../data/calendar.ts";
import type { Figure } from "../../data/figure.ts";
import type { Span } from "../../source/source.ts";
import { tableWidth } from "../../../theme/blocks.ts";
import { type CanvasName, contentRegions } from "../../../theme/layouts.ts";
import { tableHeight } from "../fit-table.ts";
import type { Inline, Slide, TableBlock } from "../model.ts";
import { appearancesOf } from "./appearances.ts";
import { exactBehind, type Thousands } from "./exact.ts";
import { entriesOf, type LedgerEntry } from "./ledger.ts";
import { statuses } from "./ledger-words.ts";
import { stepWords } from "./steps.ts";

const title = "Zahlennachweis";
const layout = "content";

type Row = TableBlock["rows"][number];

/**
 * The ledger of `slides` as slides, as many as it takes; none where no slide shows a figure.
 *
 * @param span `deck.yaml`, which asked for them
 */
export function ledgerSlides(slides: readonly Slide[], canvas: CanvasName, span: Span): readonly Slide[] {
  const rows = rowsOf(slides);
  const [region] = contentRegions(layout, canvas);
  if (rows.length === 0 || region === undefined) return [];
  const pages = paged(rows, span, region);
  const ids = idsFor(pages.length, new Set(slides.map(({ id }) => id)));
  return pages.map((page, i): Slide => {
    const words = pages.length === 1 ? title : `${title} (${i + 1} von ${pages.length})`;
    return {
      id: ids[i] ?? "",
      layout,
      kicker: [],
      title: [text(words)],
      regions: [{ region: region.name, blocks: [page] }],
      notes: [],
      said: [],
      releases: [],
      sourceLine: [],
      footnotes: [],
      ledger: true,
      span,
    };
  });
}

/** "zahlennachweis", "zahlennachweis-2", … that no slide has. */
function idsFor(count: number, taken: ReadonlySet<string>): readonly string[] {
  for (let name = title.toLowerCase(); ; name += "-") {
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

function rowsOf(slides: readonly Slide[]): readonly Row[] {
  const standing = new Map<Figure, Standing>();
  for (const [i, slide] of slides.entries()) {
    for (const { shown, role } of appearancesOf(slide).all) {
      if (shown.kind === "figure") standing.set(shown.figure, { number: i + 1, slide, inNotes: role === "note" });
    }
  }
  const figures = [...standing.keys()];
  const thousands: Thousands = figures.some(({ text: shown }) => shown.includes("\u202f")) ? "\u202f" : ".";
  return sameQuantity(entriesOf(figures)).map(
    (same): Row => ({
      role: "plain",
      cells: [
        numberCell(same),
        slidesCell(same, standing),
        [text(whatWords(same, thousands))],
        [text(sourceWords(same))],
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
  const [{ steps, data, unit, value, text: shown, format }] = same;
  const [step] = steps;
  const exact = same.map((entry) => exactBehind(entry.text, entry.format, entry.value, entry.unit, thousands));
  const behind = exact.includes(undefined) ? "" : ` (genau ${exactBehind(shown, format, value, unit, thousands) ?? ""})`;
  const [datum] = data;
  if (step === undefined && datum === undefined) return "im Text gegeben";
  if (step === undefined) return `${datum?.source.dataset.title ?? ""}: ${datum?.path.join(" › ") ?? ""}${behind}`;
  const subject = step.subject === undefined ? "" : `${step.subject.join(" › ")}: `;
  return `${subject}${stepWords(step, thousands)}${behind}`;
}

/** "LSN, Tabelle Z100002G; AZR"; each once, most three. */
function sourceWords([{ sources }]: Same): string {
  const words = sources.map(({ release: { provenance, status } }) => {
    const published = provenance.table === undefined ? provenance.provider : `${provenance.provider}, ${provenance.table}`;
    return `${published}${statuses[status]}`;
  });
  return shortened([...new Set(words)], "; ") || "ohne Quelle";
}

function dayWords([{ sources }]: Same): string {
  const days = [...new Set(sources.map(({ release }) => release.stichtag))].toSorted().map(germanDate);
  return days.length > 3 ? `${days[0]} bis ${days.at(-1)}` : days.join(", ");
}

function shortened(words: readonly string[], mark: string): string {
  const most = 3;
  return words.length > most ? `${words.slice(0, most).join(mark)} und ${words.length - most} weitere` : words.join(mark);
}

/** Rows by page, as many on each as fit. */
function paged(rows: readonly Row[], span: Span, region: { readonly width: number; readonly height: number }): readonly TableBlock[] {
  const width = tableWidth(headers.length, region.width);
  const pages: TableBlock[] = [];
  let from = 0;
  while (from < rows.length) {
    // A row is at least a line high: so many may fit, and the height grows with each.
    let [least, most] = [1, Math.min(rows.length - from, Math.ceil(region.height / lowestRow))];
    while (least < most) {
      const middle = (least + most + 1) >> 1;
      if (tableHeight(tableOf(rows.slice(from, from + middle), span), width) <= region.height) least = middle;
      else most = middle - 1;
    }
    pages.push(tableOf(rows.slice(from, from + least), span));
    from += least;
  }
  return pages;
}

/** px. */
const lowestRow = 20;

const headers = [
  { header: "Zahl", align: "right" },
  { header: "Folie", align: "left" },
  { header: "Was und Berechnung", align: "left" },
  { header: "Quelle", align: "left" },
  { header: "Stichtag", align: "left" },
] as const;

function tableOf(rows: readonly Row[], span: Span): TableBlock {
  return {
    kind: "table",
    caption: [],
    columns: headers.map(({ header, align }) => ({ header: [text(header)], align })),
    rows,
    rowHeaders: true,
    span,
  };
}

function text(words: string): Inline {
  return { kind: "text", text: words };
}
