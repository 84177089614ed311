/** Rows of the ledger's page: a figure with its calculation and the data behind it. */

import type { DatumEntry, FigureEntry, StepEntry } from "../../deck/ledger/entries.ts";
import { unroundedWords } from "../../deck/ledger/exact.ts";
import { escapeHtml } from "../html/escape.ts";
import type { LookUp } from "./look-up.ts";
import { code, lines, small } from "./markup.ts";
import type { References } from "./references.ts";
import { linesWords, placeWords } from "./words.ts";

/** Of more data than this the page says how many; the JSON file has them. */
const mostData = 60;
const mostSteps = 12;
/** More data than this are told in one row only: all shares of a chart rest on the same ones. */
const mostAgain = 3;

export class FigureRows {
  private readonly lookUp: LookUp;
  private readonly references: References;
  /** Data of a release that a row has told, with the row's number. */
  private readonly told = new Map<string, number>();

  constructor(lookUp: LookUp, references: References) {
    this.lookUp = lookUp;
    this.references = references;
  }

  /** @param number of the row, from 1 */
  row(figure: FigureEntry, number: number): readonly string[] {
    const { text, exact, places, releases } = figure;
    const head = `<span class="number" id="zahl-${number}">${number}</span>${escapeHtml(text)}`;
    const own = lines([head, exact === undefined ? "" : small(unroundedWords(exact))]);
    return [own, this.whatOf(figure, number), this.references.slidesOf(places), this.references.sourcesOf(releases)];
  }

  private whatOf({ origin, derivation, unit, expression, written }: FigureEntry, row: number): string {
    const datum = this.lookUp.datum(origin);
    if (datum !== undefined) {
      const name = `${this.references.titleOf(datum.release)}: ${datum.name}`;
      return lines([escapeHtml(unit === "" ? name : `${name}, ${unit}`), code(placeWords(datum.at))]);
    }
    const step = this.lookUp.step(origin);
    if (step === undefined) return lines(["im Text gegeben, ohne Quelle", code(placeWords(written))]);
    const subject = step.subject === undefined ? "" : `${step.subject}: `;
    return `${lines([escapeHtml(`${subject}${derivation ?? step.words}`), code(expression)])}${this.detailsOf(step, this.lookUp.dataBehind([origin]), row)}`;
  }

  /** Further steps, and the data behind, those of a release on a line. */
  private detailsOf(step: StepEntry, all: readonly DatumEntry[], row: number): string {
    const steps = [...new Set(step.inputs.flatMap((input) => this.lookUp.step(input) ?? []))];
    const byRelease = new Map<string, DatumEntry[]>();
    for (const datum of all) {
      const others = byRelease.get(datum.release);
      if (others === undefined) byRelease.set(datum.release, [datum]);
      else others.push(datum);
    }
    const items = [
      ...steps.slice(0, mostSteps).map(({ words, result }) => escapeHtml(`${words} = ${result}`)),
      ...[...byRelease].map(([release, data]) => `${escapeHtml(`${this.references.titleOf(release)}: `)}${this.dataOf(data, row)}`),
    ];
    return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
  }

  private dataOf(data: readonly DatumEntry[], row: number): string {
    const key = data
      .map((datum) => datum.key)
      .toSorted()
      .join("\n");
    const before = this.told.get(key);
    if (before !== undefined) return `dieselben ${data.length} Werte wie bei <a href="#zahl-${before}">Nr. ${before}</a>`;
    if (data.length > mostAgain) this.told.set(key, row);
    const told = data.slice(0, mostData).map(({ name, text }) => `${name}\u00a0${text}`);
    const more = data.length > mostData ? ` und ${data.length - mostData} weitere` : "";
    return `${escapeHtml(`${told.join("; ")}${more}`)} ${code(linesWords(data.map(({ at }) => at)))}`;
  }
}
