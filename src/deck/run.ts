/** A run of inlines as it grows: neighbouring texts become one, tails close over the words before them. */

import { parseExpression, type Expression } from "../data/expression/parse.ts";
import { parsePlaceholder } from "../data/expression/placeholder.ts";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import { claimCrossing, claimOpen, claimWithoutWords, placeholderOpen } from "../source/messages/markdown.ts";
import {
  alternativeEmpty,
  barCrossing,
  choiceCount,
  choiceOfOne,
  literalWithoutReason,
  literalWithoutWords,
  unknownTail,
} from "../source/messages/words.ts";
import { nearest } from "../source/nearest.ts";
import { spanOf, type Source, type Span } from "../source/source.ts";
import { bar, type Mark, opening, type Part, type TailMark, tailNames } from "./mask.ts";
import type { OutlineInline, OutlinePlaceholder } from "./outline.ts";
import { splitConditions } from "./split-conditions.ts";
import { typeset } from "./typography.ts";

type FaultMark = Extract<Mark, { kind: "fault" }>;

/** A mark where it stands: `mark` has offsets into `source`. */
export interface PlacedMark {
  readonly source: Source;
  readonly mark: Mark;
}

export class Run {
  private readonly place: (mark: Mark) => PlacedMark;
  private readonly report: Diagnostic[];
  private readonly found: OutlineInline[] = [];
  /** Where in `found` the words of the open brackets begin, and each further alternative of theirs. */
  private readonly brackets: number[][] = [];
  private text = "";

  constructor(place: (mark: Mark) => PlacedMark, report: Diagnostic[]) {
    this.place = place;
    this.report = report;
  }

  add(inline: OutlineInline): void {
    this.flush(inline.kind === "break");
    this.found.push(inline);
  }

  addText(text: string): void {
    this.text += text;
  }

  /** @param read what is to be done to the text between marks */
  addParts(pieces: readonly Part[], read: (text: string) => string): void {
    for (const piece of pieces) {
      if (typeof piece === "string") this.text += read(piece);
      else if (piece === opening) {
        this.flush(false);
        this.brackets.push([this.found.length]);
      } else if (piece === bar) {
        this.flush(true);
        this.brackets.at(-1)?.push(this.found.length);
      } else this.addMark(this.place(piece));
    }
  }

  end(): readonly OutlineInline[] {
    this.flush(true);
    return this.found;
  }

  private addMark({ source, mark }: PlacedMark): void {
    if (mark.kind === "placeholder") this.add(placeholderAt(source, mark.start, mark.end, this.report));
    else if (mark.kind === "tail") this.close(source, mark);
    else tellFault(source, mark, this.report);
  }

  private close(source: Source, mark: TailMark): void {
    this.flush(mark.name === "choose");
    const span = spanOf(source, mark.open, mark.end);
    const begins = this.brackets.pop();
    if (begins === undefined) {
      this.report.push(error(span, claimCrossing()));
      return;
    }
    const words = this.found.splice(begins[0] ?? 0);
    this.found.push(this.withTail(source, mark, words, begins, span));
  }

  private withTail(source: Source, mark: TailMark, words: readonly OutlineInline[], begins: readonly number[], span: Span): OutlineInline {
    const text = source.text.slice(mark.bodyStart, mark.bodyEnd).trim();
    switch (mark.name) {
      case "claim":
        return { kind: "claim", content: words, condition: this.expression(source, mark.bodyStart, mark.bodyEnd), text, span };
      case "literal":
        if (text === "") this.report.push(error(spanOf(source, mark.start, mark.end), literalWithoutReason()));
        if (words.length === 0) this.report.push(error(span, literalWithoutWords()));
        return { kind: "literal", content: words, reason: text, span };
      case "choose": {
        const [first = 0] = begins;
        const alternatives = begins.map((from, index) =>
          words.slice(from - first, (begins[index + 1] ?? Number.POSITIVE_INFINITY) - first),
        );
        return { kind: "choose", alternatives, conditions: this.conditions(source, mark, alternatives), text, span };
      }
    }
  }

  /** What a choice asks; its alternatives are counted against it. */
  private conditions(
    source: Source,
    mark: TailMark,
    alternatives: readonly (readonly OutlineInline[])[],
  ): readonly Expression[] | undefined {
    const whole = spanOf(source, mark.open, mark.end);
    // A bar in **…** that the brackets stand around parts nothing.
    if (alternatives.length <= mark.bars.length) {
      this.report.push(error(whole, barCrossing()));
      return undefined;
    }
    const bounds = [mark.open, ...mark.bars, mark.start];
    for (const [index, alternative] of alternatives.entries()) {
      const [from, to] = [bounds[index] ?? mark.open, bounds[index + 1] ?? mark.start];
      if (alternative.length === 0) this.report.push(error(spanOf(source, from, to + 1), alternativeEmpty()));
    }
    const places = splitConditions(source.text, mark.bodyStart, mark.bodyEnd);
    const conditions = places.map(({ start, end }) => this.expression(source, start, end));
    const count = alternatives.length;
    if (count < 2) this.report.push(error(whole, choiceOfOne()));
    else if (places.length > 1 ? count !== places.length + 1 : count > 3) {
      this.report.push(error(whole, choiceCount(count, places.length)));
    } else {
      const parsed = conditions.filter((condition) => condition !== undefined);
      if (parsed.length === places.length) return parsed;
    }
    return undefined;
  }

  private expression(source: Source, start: number, end: number): Expression | undefined {
    const parsed = parseExpression(source, start, end);
    this.report.push(...parsed.diagnostics);
    return parsed.value;
  }

  private flush(lineEnds: boolean): void {
    let text = this.text;
    this.text = "";
    const before = this.found.at(-1);
    const alternative = this.brackets.at(-1);
    const begins = alternative !== undefined && alternative.length > 1 && alternative.at(-1) === this.found.length;
    if (before === undefined || before.kind === "break" || begins) text = text.replace(/^[ \t]+/, "");
    if (lineEnds) text = text.replace(/[ \t]+$/, "");
    if (text !== "") this.found.push({ kind: "text", text: typeset(text, endsInNumber(before)) });
  }
}

/** The placeholder from `{{` to `}}`. */
export function placeholderAt(source: Source, start: number, end: number, report: Diagnostic[]): OutlinePlaceholder {
  const parsed = parsePlaceholder(source, start + 2, end - 2);
  report.push(...parsed.diagnostics);
  return { kind: "placeholder", parsed: parsed.value, span: spanOf(source, start, end) };
}

export function tellFault(source: Source, mark: FaultMark, report: Diagnostic[]): void {
  const span = spanOf(source, mark.start, mark.end);
  switch (mark.fault) {
    case "open-placeholder":
      report.push(error(span, placeholderOpen()));
      break;
    case "open-tail":
      report.push(error(span, claimOpen()));
      break;
    case "tail-without-words":
      report.push(error(span, claimWithoutWords()));
      break;
    case "unknown-tail": {
      const name = source.text.slice(mark.start, mark.end).replaceAll(/[\]{:\s]/g, "");
      report.push(error(span, unknownTail(name, nearest(name, tailNames))));
      break;
    }
  }
}

function endsInNumber(inline: OutlineInline | undefined): boolean {
  if (inline === undefined) return false;
  if (inline.kind === "placeholder") return true;
  if (inline.kind === "choose") return inline.alternatives.some((words) => endsInNumber(words.at(-1)));
  return "content" in inline && inline.kind !== "link" && endsInNumber(inline.content.at(-1));
}
