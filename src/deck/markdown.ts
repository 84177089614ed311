/** Markdown → outline: what an author wrote, with the place of each part. */

import { Lexer } from "marked";
import { parseYaml, type YamlNode } from "../data/yaml.ts";
import { error, type Diagnostic, type Outcome } from "../source/diagnostic.ts";
import { forbiddenCharacter, nestedTooDeeply } from "../source/messages/markdown.ts";
import { spanOf, type Source } from "../source/source.ts";
import { type BlockContext, BlockReader } from "./markdown-blocks.ts";
import { mask, type Range } from "./mask.ts";
import type { OutlineBlock, OutlineSlide } from "./outline.ts";
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
  const lexer = new Lexer({ gfm: true });
  try {
    const reader = new BlockReader(source, masked, report);
    // All stretches of a file are lexed before any inline text is: a link's definition may stand in another one.
    const slides = scanned.slides.map((slide, index) => ({ slide, index, lexed: lexSlide(slide, masked.text, lexer) }));
    runInlines(lexer);
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

function lexSlide(slide: ScannedSlide, text: string, lexer: Lexer) {
  const lex = ({ start, end }: Range): BlockContext => ({ tokens: lexer.blockTokens(text.slice(start, end), []), start, end });
  return {
    sections: slide.sections.map((section) => ({ region: section.region, stretch: lex(section) })),
    notes: slide.notes.map(lex),
  };
}

/** Characters that may mean more than themselves in a line of text. */
const markup = /[\\`*_~[\]<&@\n]|:\/\/|www\./;

/** As `Lexer.lex` does it after the blocks, but without the lexer for the many runs that are plain text. */
function runInlines(lexer: Lexer): void {
  const queue = lexer.inlineQueue;
  // The lexer reads inlines of a run only once it has all definitions, and may add runs as it goes.
  for (let i = 0; i < queue.length; i++) {
    const run = queue[i];
    if (run === undefined) continue;
    lexer.state.inRawBlock = false;
    if (markup.test(run.src)) lexer.inlineTokens(run.src, run.tokens);
    else if (run.src !== "") run.tokens.push({ type: "text", raw: run.src, text: run.src });
  }
  lexer.inlineQueue = [];
}

function settingsOf(source: Source, { frontMatter }: ScannedSlide, report: Diagnostic[]): YamlNode | undefined {
  if (frontMatter === undefined || source.text.slice(frontMatter.start, frontMatter.end).trim() === "") return undefined;
  const parsed = parseYaml(source, frontMatter.start, frontMatter.end);
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
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffe\uffff]/g;

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
