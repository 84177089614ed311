/** A run of inlines as it grows: neighbouring texts become one, claims close over what stands before them. */

import { parseExpression } from "../data/expression/parse.ts";
import { parsePlaceholder } from "../data/expression/placeholder.ts";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import { claimCrossing, claimOpen, claimWithoutWords, placeholderOpen, unknownTail } from "../source/messages/markdown.ts";
import { spanOf, type Source } from "../source/source.ts";
import { type Mark, opening } from "./mask.ts";
import type { OutlineInline, OutlinePlaceholder } from "./outline.ts";
import { typeset } from "./typography.ts";

type ClaimMark = Extract<Mark, { kind: "claim" }>;
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
  /** Where in `found` the words of the open claims begin. */
  private readonly claims: number[] = [];
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
  addParts(pieces: readonly (string | typeof opening | Mark)[], read: (text: string) => string): void {
    for (const piece of pieces) {
      if (typeof piece === "string") this.text += read(piece);
      else if (piece === opening) {
        this.flush(false);
        this.claims.push(this.found.length);
      } else this.addMark(this.place(piece));
    }
  }

  end(): readonly OutlineInline[] {
    this.flush(true);
    return this.found;
  }

  private addMark({ source, mark }: PlacedMark): void {
    if (mark.kind === "placeholder") this.add(placeholderAt(source, mark.start, mark.end, this.report));
    else if (mark.kind === "claim") this.closeClaim(source, mark);
    else tellFault(source, mark, this.report);
  }

  private closeClaim(source: Source, mark: ClaimMark): void {
    this.flush(false);
    const span = spanOf(source, mark.open, mark.end);
    const from = this.claims.pop();
    if (from === undefined) {
      this.report.push(error(span, claimCrossing()));
      return;
    }
    const content = this.found.splice(from);
    const condition = parseExpression(source, mark.conditionStart, mark.conditionEnd);
    this.report.push(...condition.diagnostics);
    const text = source.text.slice(mark.conditionStart, mark.conditionEnd).trim();
    this.found.push({ kind: "claim", content, condition: condition.value, text, span });
  }

  private flush(lineEnds: boolean): void {
    let text = this.text;
    this.text = "";
    const before = this.found.at(-1);
    if (before === undefined || before.kind === "break") text = text.replace(/^[ \t]+/, "");
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
    case "open-claim":
      report.push(error(span, claimOpen()));
      break;
    case "claim-without-words":
      report.push(error(span, claimWithoutWords()));
      break;
    case "unknown-tail":
      report.push(error(span, unknownTail(source.text.slice(mark.start, mark.end).replaceAll(/[\]{:\s]/g, ""))));
      break;
  }
}

function endsInNumber(inline: OutlineInline | undefined): boolean {
  if (inline === undefined) return false;
  if (inline.kind === "placeholder") return true;
  return "content" in inline && inline.kind !== "link" && endsInNumber(inline.content.at(-1));
}
