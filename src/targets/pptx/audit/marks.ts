/** Where in a written line the numbers of ours stand. */

import type { RecordedClaim, RecordedFigure, RecordedSlide } from "./record.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A line in tokens, and those of them that are figures. */
export interface MarkedLine {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
}

/** Tokens `first` to before `last` are the figure's. */
export interface Mark {
  readonly figure: RecordedFigure;
  readonly first: number;
  readonly last: number;
}

interface Candidate {
  readonly tokens: readonly string[];
  readonly figures: readonly RecordedFigure[];
}

/**
 * Finds the figures of a slide in its lines by their texts. Of figures with the same text the first stands first: whose of
 * them a number is makes no difference to what it says.
 */
export class Marker {
  readonly claims: readonly RecordedClaim[];
  private readonly byFirst = new Map<string, Candidate[]>();
  private readonly used = new Map<Candidate, number>();

  /** @param all figures of the deck */
  constructor(slide: RecordedSlide, all: readonly RecordedFigure[]) {
    this.claims = slide.claims;
    const byText = new Map<string, RecordedFigure[]>();
    for (const index of slide.figures) {
      const figure = all[index];
      if (figure === undefined || !/\d/.test(figure.text)) continue;
      const same = byText.get(figure.text) ?? [];
      same.push(figure);
      byText.set(figure.text, same);
    }
    for (const [text, figures] of byText) {
      const tokens = tokensOf(text).map((token) => token.text);
      const [first = ""] = tokens;
      const candidates = this.byFirst.get(first) ?? [];
      candidates.push({ tokens, figures });
      candidates.sort((a, b) => b.tokens.length - a.tokens.length);
      this.byFirst.set(first, candidates);
    }
  }

  line(text: string): MarkedLine {
    const tokens = tokensOf(text);
    const marks: Mark[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const found = this.candidateAt(tokens, at);
      if (found === undefined) continue;
      const count = this.used.get(found) ?? 0;
      this.used.set(found, count + 1);
      const figure = found.figures[Math.min(count, found.figures.length - 1)];
      if (figure === undefined) continue;
      marks.push({ figure, first: at, last: at + found.tokens.length });
      at += found.tokens.length - 1;
    }
    return { text, tokens, marks };
  }

  /** A figure of the slide with this exact value. */
  private candidateAt(tokens: readonly Token[], at: number): Candidate | undefined {
    return this.byFirst.get(tokens[at]?.text ?? "")?.find((each) => each.tokens.every((text, i) => tokens[at + i]?.text === text));
  }
}
