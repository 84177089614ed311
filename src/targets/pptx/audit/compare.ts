/**
 * A file that came back beside what was written into it, and beside the data:
 *
 *     FileContent ┐
 *     AuditRecord ┴─pairSlides→ slides ─compareSlide→ findings ─with the data of both days→ Audit
 */

import { addedChart } from "./compare-charts.ts";
import { compareSlide, type ComparedSlide, type SlideFinding } from "./compare-slide.ts";
import type { FileContent, Unit } from "./content.ts";
import type { Finding } from "./finding.ts";
import { isRounding, statisticsIn } from "./numbers.ts";
import { linesOf, type PairedSlide, pairSlides } from "./pairs.ts";
import type { AuditRecord, RecordedFigure, RecordedSlide } from "./record.ts";
import type { Truth } from "./truth.ts";

export interface Audit {
  /** In the order of the file's slides; of slides that are gone, last. */
  readonly findings: readonly Finding[];
  readonly slides: number;
  /** Figures that were written on the slides that are still there, and how many of them stand as they were written. */
  readonly figures: number;
  readonly intact: number;
  /** Of those, figures that the deck does not show any more, so that nobody knows what the data say of them now. */
  readonly unasked: number;
  readonly charts: number;
  /** Charts whose workbook the file has lost, so that only what they show was compared. */
  readonly withoutWorkbook: number;
  /** Charts of which the file does not know how it wrote their axes and number formats: earlier versions kept no record of that. */
  readonly withoutLook: number;
}

/** What the deck says, as of the file's day and now. */
export interface Truths {
  readonly past?: Truth;
  readonly present?: Truth;
  /** What the numbers say now of conditions that hold. */
  readonly conditions?: ReadonlyMap<string, readonly string[]>;
}

export function compareFile(file: FileContent, record: AuditRecord, truths: Truths): Audit {
  const comparer = new Comparer(record, truths);
  return comparer.compare(file, pairSlides(file.slides, record.slides));
}

/**
 * A file that nobody here wrote: each number in it that stands in no deck, and where those that do are from.
 *
 * @param record of the decks whose numbers may stand in it
 */
export function compareForeign(file: FileContent, record: AuditRecord): Audit {
  const comparer = new Comparer({ ...record, slides: [] }, {}, record);
  return comparer.compare(
    file,
    file.slides.map((content, i) => ({ content, number: i + 1, isCopy: false })),
  );
}

/** A number or line that nobody wrote where it stands. */
interface Added {
  readonly slide: PairedSlide;
  readonly unit: Unit;
  readonly line: string;
  /** Only these numbers of it are new; absent where the whole line is. */
  readonly numbers?: readonly { readonly text: string; readonly before: string }[];
}

class Comparer {
  private readonly record: AuditRecord;
  private readonly truths: Truths;
  private readonly findings: Finding[] = [];
  private readonly added: Added[] = [];
  private unasked = 0;
  private readonly isForeign: boolean;
  private readonly slidesOf = new Map<RecordedFigure, RecordedSlide>();

  /** @param known the record that says on which slides figures stand, where `record` has none */
  constructor(record: AuditRecord, truths: Truths, known: AuditRecord = record) {
    this.record = record;
    this.truths = truths;
    this.isForeign = known !== record;
    for (const slide of known.slides) {
      for (const figure of this.figuresOf(slide)) if (!this.slidesOf.has(figure)) this.slidesOf.set(figure, slide);
    }
  }

  compare(file: FileContent, pairs: readonly PairedSlide[]): Audit {
    const { record } = this;
    const compared = pairs.map((pair) =>
      pair.written === undefined ? undefined : compareSlide(pair.written, pair.content, record.figures),
    );
    for (const [i, pair] of pairs.entries()) this.collect(pair, compared[i]);
    let [figures, intact] = [0, 0];
    for (const [i, pair] of pairs.entries()) {
      const [own, slide] = [compared[i], pair.written];
      if (own === undefined || slide === undefined) {
        if (!this.isForeign) this.tell(pair, { kind: "slide-added" });
        for (const chart of pair.content.charts) this.tell(pair, addedChart(chart));
        continue;
      }
      if (pair.content.isHidden === true) this.tell(pair, { kind: "slide-hidden" });
      for (const finding of own.findings) this.tell(pair, finding);
      if (pair.isCopy) continue;
      this.tellGone(pair, own);
      const all = this.figuresOf(slide);
      const lost = new Set(this.findings.flatMap((found) => (found.slide === pair.number && found.figure ? found.figure : [])));
      figures += all.length;
      intact += all.filter((figure) => !lost.has(figure)).length;
      for (const figure of all) if (!lost.has(figure)) this.tellMovedOn(pair, slide, figure);
    }
    for (const added of this.added) this.tellAdded(added);
    const there = new Set(pairs.map(({ written }) => written));
    for (const slide of record.slides) {
      if (there.has(slide)) continue;
      this.findings.push({ kind: "slide-removed", title: slide.title, slideId: slide.id, count: this.figuresOf(slide).length });
    }
    const charts = file.slides.flatMap((slide) => slide.charts);
    return {
      findings: this.findings.toSorted((a, b) => (a.slide ?? file.slides.length + 1) - (b.slide ?? file.slides.length + 1)),
      slides: file.slides.length,
      figures,
      intact,
      unasked: this.unasked,
      charts: charts.length,
      withoutLook: [...there].flatMap((slide) => slide?.charts ?? []).filter(({ ranges }) => ranges === undefined).length,
      withoutWorkbook: charts.filter(({ sheets, unreadable }) => sheets === undefined && unreadable !== true).length,
    };
  }

  private figuresOf({ figures }: RecordedSlide): readonly RecordedFigure[] {
    return [...new Set(figures.flatMap((index) => this.record.figures[index] ?? []))];
  }

  private tell(pair: PairedSlide, found: SlideFinding): void {
    const { written, content, number } = pair;
    const own = { slide: number, title: content.title || (content.name ?? ""), ...(written !== undefined && { slideId: written.id }) };
    const said = found.condition === undefined ? undefined : this.truths.conditions?.get(found.condition);
    const slide = found.figure && (this.slidesOf.get(found.figure) ?? written);
    this.findings.push({
      ...own,
      ...found,
      ...(said !== undefined && { said }),
      ...(found.figure !== undefined && this.told((slide ?? written)?.id ?? "", found.figure)),
    });
  }

  private told(slide: string, figure: RecordedFigure): Pick<Finding, "past" | "present"> {
    const { data } = this.record;
    const [past, present] = [this.truths.past?.(slide, figure, data), this.truths.present?.(slide, figure, data)];
    return { ...(past !== undefined && { past }), ...(present !== undefined && { present }) };
  }

  private collect(slide: PairedSlide, compared: ComparedSlide | undefined): void {
    if (compared === undefined) {
      for (const unit of slide.content.units) for (const line of linesOf(unit)) this.added.push({ slide, unit, line });
      return;
    }
    for (const { unit, line } of compared.added) this.added.push({ slide, unit, line });
    for (const { unit, number } of compared.numbers) this.added.push({ slide, unit, line: number.line, numbers: [number] });
  }

  /** What went to another slide is told there; the rest was taken away. */
  private tellGone(pair: PairedSlide, { gone }: ComparedSlide): void {
    for (const { unit, line } of gone) {
      const at = this.added.findIndex((other) => other.numbers === undefined && other.line === line.text);
      const moved = this.added[at];
      if (moved !== undefined) {
        this.added.splice(at, 1);
        for (const { figure } of line.marks)
          this.tell(moved.slide, {
            kind: "figure-moved",
            ...placeOf(moved.unit),
            line: line.text,
            found: figure.text,
            figure,
            from: pair.written?.id ?? "",
          });
        continue;
      }
      // Programs drop alternative texts by themselves.
      if (unit.role === "alternative") continue;
      for (const { figure } of line.marks) this.tell(pair, { kind: "figure-gone", ...placeOf(unit), written: figure.text, figure });
    }
  }

  private tellMovedOn(pair: PairedSlide, slide: RecordedSlide, figure: RecordedFigure): void {
    const { past, present } = this.told(slide.id, figure);
    if (present === undefined && this.truths.present !== undefined) this.unasked += 1;
    const isCorrected = past !== undefined && past.text !== figure.text;
    if (!isCorrected && (present === undefined || present.text === figure.text)) return;
    this.tell(pair, { kind: isCorrected ? "data-corrected" : "data-moved-on", written: figure.text, found: figure.text, figure });
  }

  private tellAdded({ slide, unit, line, numbers }: Added): void {
    const own = numbers ?? statisticsIn(line).map(({ from, to }) => ({ text: line.slice(from, to), before: line.slice(0, from) }));
    for (const { text, before } of own) {
      const behind = line.slice(before.length);
      const place = { ...placeOf(unit), line, found: text };
      const here = slide.written === undefined ? [] : this.figuresOf(slide.written);
      const same = here.find((figure) => says(behind, figure)) ?? (isTelling(text) ? this.figureSaying(behind) : undefined);
      if (same !== undefined) {
        this.tell(slide, { kind: "figure-moved", ...place, figure: same, from: this.slidesOf.get(same)?.id ?? "" });
        continue;
      }
      const near = here.find(({ value }) => value !== undefined && Math.abs(value) >= 10 && isRounding(before, behind, value));
      if (near !== undefined) this.tell(slide, { kind: "figure-rounded", ...place, written: near.text, figure: near });
      else this.tell(slide, { kind: "number-unproved", ...place });
    }
  }

  private figureSaying(text: string): RecordedFigure | undefined {
    return this.record.figures.find((figure) => says(text, figure));
  }
}

/** Whether a text begins with a figure's, and goes on with nothing that makes another number of it. */
function says(text: string, { text: own }: RecordedFigure): boolean {
  return /\d/.test(own) && text.startsWith(own) && !/^(?:\d|[.,]\d)/.test(text.slice(own.length));
}

/** Small numbers are alike by chance. */
function isTelling(text: string): boolean {
  return (text.match(/\d/g)?.length ?? 0) >= 3;
}

function placeOf({ shape, role }: Unit): Pick<Finding, "shape" | "role"> {
  return { shape, role };
}
