/** Markdown → outline: what an author wrote, with the place of each part. */

import { Lexer, type Token } from "marked";
import type { YamlNode } from "../data/yaml.ts";
import { error, type Diagnostic, type Outcome } from "../source/diagnostic.ts";
import { forbiddenCharacter, nestedTooDeeply } from "../source/messages/markdown.ts";
import { spanOf, type Source } from "../source/source.ts";
import { type BlockContext, BlockReader } from "./markdown-blocks.ts";
import { mask, type Range } from "./mask.ts";
import type { OutlineBlock, OutlineSlide } from "./outline.ts";
import { parseSlideYaml } from "./plain-yaml.ts";
import { type Queued, quickBlocks, quickInlines } from "./quick.ts";
import { scan, type Scan, type ScannedSlide } from "./scan.ts";

const outlines = new WeakMap<Source, Outcome<readonly OutlineSlide[]>>();

/**
 * The slides of one file, in order. The same `Source` gives the same objects. Never throws.
 *
 *     lines ─scan→ slides, regions, notes, fences ─mask→ placeholders hidden ─marked→ tokens ─BlockReader→ outline
 */
export function parseSlides(source: Source): Outcome<readonly OutlineSlide[]> {
  const known = outlines.get(source);
  if (known !== undefined) return known;
  const outcome = parse(source);
  outlines.set(source, outcome);
  return outcome;
}

function parse(source: Source): Outcome<readonly OutlineSlide[]> {
  const scanned = scan(source);
  const report: Diagnostic[] = [...scanned.diagnostics];
  const text = withoutForbidden(source, report);
  const masked = mask(text, textRanges(scanned));
  const lexer = new SlideLexer();
  try {
    const reader = new BlockReader(source, masked, report);
    // All stretches of a file are lexed before any inline text is: a link's definition may stand in another one.
    const slides = scanned.slides.map((slide, index) => ({ slide, index, lexed: lexSlide(slide, masked.text, lexer) }));
    lexer.runInlines();
    const value = slides.map(
      ({ slide, index, lexed }): OutlineSlide => ({
        id: slideId(source.path, index),
        settings: settingsOf(source, slide, report),
        sections: lexed.sections.map(({ region, stretch }) => ({ region, blocks: reader.read(stretch, "slide") })),
        notes: lexed.notes.flatMap((stretch): readonly OutlineBlock[] => reader.read(stretch, "notes")),
        span: spanOf(source, slide.start, slide.end),
      }),
    );
    return { value, diagnostics: report };
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    return { value: undefined, diagnostics: [...report, error(spanOf(source, 0, text.length), nestedTooDeeply())] };
  }
}

function lexSlide(slide: ScannedSlide, text: string, lexer: SlideLexer) {
  const lex = ({ start, end }: Range): BlockContext => ({ tokens: lexer.blocks(text.slice(start, end)), start, end });
  return {
    sections: slide.sections.map((section) => ({ region: section.region, stretch: lex(section) })),
    notes: slide.notes.map(lex),
  };
}

/** marked, but for what has a quick way. Inlines are read after all blocks, as `Lexer.lex` does it: they need all definitions. */
class SlideLexer {
  private readonly queue: Queued[] = [];
  private marked: Lexer | undefined;

  blocks(text: string): readonly Token[] {
    const quick = quickBlocks(text);
    if (quick === undefined) return this.lexer().blockTokens(text, []);
    for (const run of quick.queue) this.queue.push(run);
    return quick.tokens;
  }

  runInlines(): void {
    for (const run of this.queue) this.run(run);
    // The lexer may add runs as it goes.
    const queue = this.marked?.inlineQueue ?? [];
    for (let i = 0; i < queue.length; i++) {
      const run = queue[i];
      if (run !== undefined) this.run(run);
    }
  }

  private run({ src, tokens }: Queued): void {
    const quick = quickInlines(src);
    if (quick !== undefined) {
      for (const token of quick) tokens.push(token);
      return;
    }
    const lexer = this.lexer();
    lexer.state.inRawBlock = false;
    lexer.inlineTokens(src, tokens);
  }

  private lexer(): Lexer {
    this.marked ??= new Lexer({ gfm: true });
    return this.marked;
  }
}

function settingsOf(source: Source, { frontMatter }: ScannedSlide, report: Diagnostic[]): YamlNode | undefined {
  if (frontMatter === undefined || source.text.slice(frontMatter.start, frontMatter.end).trim() === "") return undefined;
  const parsed = parseSlideYaml(source, frontMatter.start, frontMatter.end);
  report.push(...parsed.diagnostics);
  return parsed.value;
}

function slideId(path: string, index: number): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  return index === 0 ? name : `${name}-${index + 1}`;
}

/** All stretches but for the fences in them. */
function textRanges({ slides, fences }: Scan): readonly Range[] {
  const ranges: Range[] = [];
  let next = 0;
  for (const { start, end } of slides.flatMap((slide) => [...slide.sections, ...slide.notes])) {
    let from = start;
    for (let fence = fences[next]; fence !== undefined && fence.start < end; fence = fences[++next]) {
      if (fence.start > from) ranges.push({ start: from, end: fence.start });
      from = fence.end;
    }
    if (from < end) ranges.push({ start: from, end });
  }
  return ranges;
}

// What no text of a deck can show, and the characters that masks are made of.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ua874-\ua876\ue000-\uf8ff\ufffe\uffff]/g;

/** Reports forbidden characters and gives the text with U+FFFD in their place. */
function withoutForbidden(source: Source, report: Diagnostic[]): string {
  const { text } = source;
  forbidden.lastIndex = 0;
  if (!forbidden.test(text)) return text;
  return text.replace(forbidden, (character, offset: number) => {
    const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    report.push(error(spanOf(source, offset, offset + 1), forbiddenCharacter(code)));
    return "\ufffd";
  });
}
