/** A line as it was written beside the line as it stands now. */

import type { Finding } from "./finding.ts";
import { changedBeside, changedCells } from "./labels.ts";
import type { Mark, MarkedLine } from "./marks.ts";
import { isRounding, statisticsIn } from "./numbers.ts";
import type { RecordedClaim, RecordedFigure } from "./record.ts";
import { align, type Token, tokensOf } from "./tokens.ts";

/** What is found in one line, without where it is. */
export type LineFinding = Pick<Finding, "kind" | "found" | "written" | "figure" | "condition" | "line">;

export interface ComparedLine {
  readonly findings: readonly LineFinding[];
  /** Figures that stand there as they were written. */
  readonly intact: readonly RecordedFigure[];
  /** Numbers that stand there now and stood in no way there before, with what is before them. */
  readonly added: readonly AddedNumber[];
}

export interface AddedNumber {
  /** With unit and sign. */
  readonly text: string;
  readonly before: string;
  readonly line: string;
}

/** @param claims of the slide @param isRow of a table */
export function compareLine(written: MarkedLine, line: string, claims: readonly RecordedClaim[], isRow = false): ComparedLine {
  const tokens = tokensOf(line);
  const comparison = new Comparison(written, line, tokens, isRow);
  return comparison.compare(claims);
}

class Comparison {
  private readonly written: MarkedLine;
  private readonly line: string;
  private readonly tokens: readonly Token[];
  /** Index in the line now of each token written. */
  private readonly now: ReadonlyMap<number, number>;
  /** Tokens of the line now that are spoken for. */
  private readonly taken: Set<number>;
  private readonly findings: LineFinding[] = [];
  private readonly intact: RecordedFigure[] = [];
  private readonly isRow: boolean;

  constructor(written: MarkedLine, line: string, tokens: readonly Token[], isRow: boolean) {
    this.written = written;
    this.isRow = isRow;
    this.line = line;
    this.tokens = tokens;
    const pairs = align(
      written.tokens.map(({ text }) => text),
      tokens.map(({ text }) => text),
    );
    this.now = new Map(pairs);
    this.taken = new Set(this.now.values());
  }

  compare(claims: readonly RecordedClaim[]): ComparedLine {
    const { written, line } = this;
    const changed = written.marks.filter((mark) => !this.isThere(mark.first, mark.last));
    for (const mark of written.marks) if (!changed.includes(mark)) this.tellStanding(mark, this.now.get(mark.first));
    for (const mark of changed) {
      const at = this.elsewhere(mark.first, mark.last);
      if (at === undefined) this.tellFigure(mark);
      else this.tellStanding(mark, at);
    }
    if (this.isRow) {
      const numbers = written.marks.map(({ figure }) => figure.text);
      for (const label of changedCells(written.text, line, numbers)) this.findings.push({ kind: "label-changed", ...label, line });
    }
    this.tellDigits();
    const other = claims.filter(({ text }) => written.text.includes(text) && !line.includes(text));
    for (const { text, condition } of other) {
      // The words of a claim may stand in those of another, and elsewhere on the slide for themselves.
      if (other.some((claim) => claim.text.length > text.length && claim.text.includes(text))) continue;
      this.findings.push({ kind: "claim-changed", written: text, condition, line });
    }
    // Names that a claim holds are told with the claim.
    const findings = this.findings.filter(
      ({ kind, written: label = "" }) => kind !== "label-changed" || !other.some(({ text }) => text.includes(label)),
    );
    return { findings, intact: this.intact, added: this.added() };
  }

  /** All of the tokens, beside each other. */
  private isThere(first: number, last: number): boolean {
    const start = this.now.get(first);
    if (start === undefined) return false;
    for (let at = first; at < last; at += 1) if (this.now.get(at) !== start + at - first) return false;
    // A sign that was not there before makes another number of it.
    const before = this.tokens[start - 1];
    const isSigned = before !== undefined && /^[−-]$/.test(before.text) && before.to === this.tokens[start]?.from;
    return !isSigned || this.now.get(first - 1) === start - 1;
  }

  /** A figure as it was written, from this token on; the words beside it may be others. */
  private tellStanding({ figure, first }: Mark, at: number | undefined): void {
    this.intact.push(figure);
    if (at !== undefined) this.tellBeside(figure, first, at);
  }

  /** @returns whether anything was told */
  private tellBeside(figure: RecordedFigure, first: number, at: number): boolean {
    const labels = changedBeside(this.written.tokens, first, this.tokens, at);
    for (const label of labels) this.findings.push({ kind: "label-changed", ...label, figure, line: this.line });
    return labels.length > 0;
  }

  /** The token from which on it stands in another place of the same line, or of the same cell. */
  private elsewhere(first: number, last: number): number | undefined {
    const cell = cellOf(this.written.tokens, first);
    const texts = this.written.tokens.slice(first, last).map(({ text }) => text);
    for (let at = 0; at + texts.length <= this.tokens.length; at += 1) {
      if (!texts.every((text, i) => this.tokens[at + i]?.text === text && !this.taken.has(at + i))) continue;
      if (this.isRow && cellOf(this.tokens, at) !== cell) continue;
      for (const i of texts.keys()) this.taken.add(at + i);
      return at;
    }
    return undefined;
  }

  private tellFigure({ figure, first, last }: Mark): void {
    const own = this.written.tokens.slice(first, last).findIndex(({ isNumber }) => isNumber);
    const kept = this.now.get(first + Math.max(own, 0));
    const at = kept ?? this.numberBetween(first + Math.max(own, 0));
    const line = this.line;
    // LibreOffice does not know labels that are filled in from cells, and leaves their names there.
    if (at === undefined && line.includes("[CELLRANGE]")) return;
    if (at === undefined) {
      this.findings.push({ kind: "figure-gone", written: figure.text, figure, line });
      return;
    }
    this.taken.add(at);
    const found = this.numberAt(at, last - first - Math.max(own, 0));
    const before = line.slice(0, found.from);
    const isSame = figure.value !== undefined && isRounding(before, line.slice(found.from), figure.value);
    if (isSame && this.tellBeside(figure, first + Math.max(own, 0), at)) return;
    this.findings.push({ kind: isSame ? "figure-rounded" : "figure-changed", found: found.text, written: figure.text, figure, line });
  }

  /** The number from this token on, with its sign and as many tokens as the written one had, or its unit. */
  private numberAt(at: number, count: number): { readonly text: string; readonly from: number } {
    const first = this.tokens[at];
    const sign = this.tokens[at - 1];
    const isSigned = sign !== undefined && first !== undefined && /^[−-]$/.test(sign.text) && sign.to === first.from;
    let last = at;
    while (last + 1 < this.tokens.length && last + 1 < at + count && this.tokens[last + 1]?.isNumber === false) last += 1;
    const next = this.tokens[last + 1];
    if (last === at && next !== undefined && /^(?:%|‰|€|Prozent\p{L}*|Euro|Mio|Mrd|Tsd|Million\p{L}*|Milliard\p{L}*)$/u.test(next.text))
      last += 1;
    const from = (isSigned ? sign.from : first?.from) ?? 0;
    return { text: this.line.slice(from, this.tokens[last]?.to), from };
  }

  /** The first number that nothing speaks for, where the written token would be. */
  private numberBetween(index: number): number | undefined {
    let [from, to] = [-1, this.tokens.length];
    for (const [before, now] of this.now) {
      if (before < index) from = Math.max(from, now);
      else to = Math.min(to, now);
    }
    for (let at = from + 1; at < to; at += 1) if (this.tokens[at]?.isNumber === true && !this.taken.has(at)) return at;
    return undefined;
  }

  /** Digits that are no figures of ours, and that are different now. */
  private tellDigits(): void {
    const inMark = new Set(this.written.marks.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i)));
    for (const [index, token] of this.written.tokens.entries()) {
      if (!/\d/.test(token.text) || inMark.has(index) || this.now.has(index)) continue;
      const at = this.numberBetween(index) ?? this.wordBetween(index, token);
      if (at === undefined) continue;
      this.taken.add(at);
      this.findings.push({ kind: "digits-changed", found: this.tokens[at]?.text ?? "", written: token.text, line: this.line });
    }
  }

  /** Digits within a word, as in "B72" or "2016a". */
  private wordBetween(index: number, { isNumber }: Token): number | undefined {
    if (isNumber) return undefined;
    const at = [...this.tokens.keys()].find((i) => !this.taken.has(i) && /\d/.test(this.tokens[i]?.text ?? "") && i >= index - 3);
    return at;
  }

  /** Numbers that nothing speaks for: those that state how much there is of something. */
  private added(): readonly AddedNumber[] {
    const free = [...this.tokens.keys()].filter((at) => !this.taken.has(at));
    if (free.length === 0) return [];
    return statisticsIn(this.line).flatMap(({ from, to }): readonly AddedNumber[] => {
      const at = free.find((i) => (this.tokens[i]?.from ?? -1) >= from && (this.tokens[i]?.to ?? -1) <= to);
      const first = this.tokens.findIndex((token) => token.from >= from);
      if (at === undefined || (this.tokens[first]?.isNumber === true && this.taken.has(first))) return [];
      return [{ text: this.line.slice(from, to), before: this.line.slice(0, from), line: this.line }];
    });
  }
}

/** How many cells of a row are before a token. */
function cellOf(tokens: readonly Token[], at: number): number {
  return tokens.slice(0, at).filter(({ text }) => text === "|").length;
}
