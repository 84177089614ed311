/** A slide of the file beside the one that was written. */

import { compareLine, type AddedNumber, type LineFinding } from "./compare-line.ts";
import { compareCharts } from "./compare-charts.ts";
import type { SlideContent, Unit } from "./content.ts";
import type { Finding } from "./finding.ts";
import { changedCells, changedNames, isLabel } from "./labels.ts";
import { Marker, type MarkedLine } from "./marks.ts";
import { linesOf, pairLines, pairUnits } from "./pairs.ts";
import type { RecordedFigure, RecordedSlide } from "./record.ts";
import { blind, tokensOf } from "./tokens.ts";

/** What is found on one slide, without its place in the file. */
export type SlideFinding = Omit<Finding, "slide" | "title" | "slideId">;

export interface ComparedSlide {
  readonly findings: readonly SlideFinding[];
  /** Figures that stand there as they were written, each once. */
  readonly intact: ReadonlySet<RecordedFigure>;
  /** Lines with figures that stand nowhere on the slide any more. */
  readonly gone: readonly PlacedLine[];
  /** Lines that nobody wrote there. */
  readonly added: readonly { readonly unit: Unit; readonly line: string }[];
  /** New numbers in lines that were written. */
  readonly numbers: readonly { readonly unit: Unit; readonly number: AddedNumber }[];
}

export interface PlacedLine {
  readonly unit: Unit;
  readonly line: MarkedLine;
}

export function compareSlide(written: RecordedSlide, content: SlideContent, figures: readonly RecordedFigure[]): ComparedSlide {
  const marker = new Marker(written, figures);
  // In the order of the slide, since of equal numbers the first is the first.
  const marked = new Map(written.units.map((unit) => [unit, linesOf(unit).map((line) => marker.line(line))]));
  const isNumbered = written.figures.some((index) => figures[index]?.value !== undefined);
  const findings: SlideFinding[] = [];
  const intact = new Set<RecordedFigure>();
  const [gone, added, numbers]: [PlacedLine[], { unit: Unit; line: string }[], { unit: Unit; number: AddedNumber }[]] = [[], [], []];
  const units = pairUnits(written.units, content.units);
  const tell = (unit: Unit, found: LineFinding): void => void findings.push({ ...found, shape: unit.shape, role: unit.role });
  for (const [before, now] of units.pairs) {
    const lines = marked.get(before) ?? [];
    const paired = pairLines(
      lines.map(({ text }) => text),
      linesOf(now, before),
    );
    const ours = lines.flatMap(({ marks }) => marks.map(({ figure }) => figure.text));
    const isTable = before.role === "table" && ours.length > 0;
    const labels = before.role === "text" ? changedNames(before, now, ours) : [];
    for (const label of labels) tell(now, { kind: "label-changed", ...label });
    if (isNumbered && isLabel(before) && now.lines.length === 1) {
      const [label, found] = [before, now].map((unit) => linesOf(unit).join(" "));
      if (label !== undefined && found !== undefined && blind(label) !== blind(found)) {
        tell(now, { kind: "label-changed", written: label, found });
      }
    }
    const rest = new Set(lines);
    const [head = ""] = linesOf(now, before);
    // Of a header with other words alone nothing says that it is the same row, but its place.
    if (isTable && paired.added.includes(head) && lines[0] !== undefined && paired.gone.includes(lines[0].text)) {
      for (const label of changedCells(lines[0].text, head, [])) tell(now, { kind: "label-changed", ...label, line: head });
    }
    const take = (text: string): MarkedLine | undefined => {
      const line = [...rest].find((each) => each.text === text);
      if (line !== undefined) rest.delete(line);
      return line;
    };
    for (const [text, other] of paired.pairs) {
      const line = take(text);
      if (line === undefined) continue;
      const compared = compareLine(line, other, marker.claims, isTable);
      for (const found of compared.findings) tell(now, found);
      for (const figure of compared.intact) intact.add(figure);
      numbers.push(...compared.added.map((number) => ({ unit: now, number })));
    }
    gone.push(...paired.gone.flatMap((text) => take(text) ?? []).map((line) => ({ unit: now, line })));
    added.push(...paired.added.map((line) => ({ unit: now, line })));
    for (const line of rest) for (const { figure } of line.marks) intact.add(figure);
  }
  for (const unit of units.gone) gone.push(...(marked.get(unit) ?? []).map((line) => ({ unit, line })));
  for (const unit of units.added) added.push(...linesOf(unit).map((line) => ({ unit, line })));
  findings.push(
    ...compareCharts(
      written.charts,
      content.charts,
      written.figures.flatMap((index) => figures[index] ?? []),
    ),
  );
  return { findings, intact, ...withoutMoved(gone, added), numbers };
}

/** What only went to another shape of the slide stands there all the same, if it says with words what its numbers are. */
function withoutMoved(
  gone: readonly PlacedLine[],
  added: readonly { readonly unit: Unit; readonly line: string }[],
): Pick<ComparedSlide, "gone" | "added"> {
  const left = [...added];
  const lost = gone.filter(({ line }) => {
    const at = /\p{L}{3}/u.test(line.text) ? left.findIndex((other) => other.line === line.text) : -1;
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { gone: lost, added: left };
}

/** Whether a line says any digit. */
export function hasNumber(line: string): boolean {
  return tokensOf(line).some(({ isNumber }) => isNumber);
}
