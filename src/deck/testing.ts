/** For tests: an outline as short text, so that expectations can be read. */

import { toSource, type Source } from "../source/source.ts";
import { parseSlides } from "./markdown.ts";
import type { OutlineBlock, OutlineInline, OutlineSlide } from "./outline.ts";

export function slideSource(text: string, path: string = "slides/test/01-test.md"): Source {
  return toSource(path, text);
}

/** The blocks of the first slide in short form: `p(…)`, `h1(…)`, `ul[…|…]`, `**…**` as `b(…)`, `{{…}}` as written. */
export function sketch(text: string): string {
  const source = slideSource(text);
  const { value } = parseSlides(source);
  return (value ?? []).map(slideSketch).join("\n---\n");
}

function slideSketch(slide: OutlineSlide): string {
  const sections = slide.sections.map(({ region, blocks }) => `${region === undefined ? "" : `<${region.name}>`}${blockSketches(blocks)}`);
  return [...sections, ...(slide.notes.length > 0 ? [`notes:${blockSketches(slide.notes)}`] : [])].filter((part) => part !== "").join(" ");
}

function blockSketches(blocks: readonly OutlineBlock[]): string {
  return blocks.map(blockSketch).join(" ");
}

function blockSketch(block: OutlineBlock): string {
  switch (block.kind) {
    case "heading":
      return `h${block.level}(${inlineSketches(block.content)})`;
    case "paragraph":
      return `p(${inlineSketches(block.content)})`;
    case "list": {
      const name = block.ordered ? `ol${block.start}` : "ul";
      const items = block.items.map(
        ({ checked, blocks }) => `${checked === undefined ? "" : checked ? "[x]" : "[ ]"}${blockSketches(blocks)}`,
      );
      return `${name}[${items.join("|")}]`;
    }
    case "quote":
      return `quote(${blockSketches(block.blocks)})`;
    case "code":
      return `code:${block.language}(${block.text})`;
    case "rule":
      return "rule";
    case "table": {
      const columns = block.columns.map(({ header, align }) => `${inlineSketches(header)}${align === "left" ? "" : `:${align}`}`);
      return `table(${[columns, ...block.rows.map((row) => row.map(inlineSketches))].map((row) => row.join("|")).join("/")})`;
    }
    case "fenced":
      return `${block.type}(${block.body.span.source.text.slice(block.body.span.start, block.body.span.end).trim()})`;
  }
}

function inlineSketches(inlines: readonly OutlineInline[]): string {
  return inlines.map(inlineSketch).join("");
}

function inlineSketch(inline: OutlineInline): string {
  switch (inline.kind) {
    case "text":
      return inline.text.replaceAll("\u00a0", "~");
    case "strong":
      return `b(${inlineSketches(inline.content)})`;
    case "emphasis":
      return `i(${inlineSketches(inline.content)})`;
    case "deleted":
      return `s(${inlineSketches(inline.content)})`;
    case "code":
      return `code(${inline.text})`;
    case "break":
      return "⏎";
    case "link":
      return `a(${inlineSketches(inline.content)} → ${inlineSketches(inline.address)}${inline.title ? ` "${inlineSketches(inline.title)}"` : ""})`;
    case "image":
      return `img(${inlineSketches(inline.alternative)} → ${inlineSketches(inline.address)}${inline.title ? ` "${inlineSketches(inline.title)}"` : ""})`;
    case "placeholder":
      return inline.span.source.text.slice(inline.span.start, inline.span.end);
    case "claim":
      return `claim(${inlineSketches(inline.content)} if ${inline.text})`;
  }
}

/** Codes of the diagnostics of a file, each with the text at its place. */
export function faults(text: string): readonly string[] {
  return parseSlides(slideSource(text)).diagnostics.map(
    ({ message, span }) => `${message.code}: ${span.source.text.slice(span.start, span.end)}`,
  );
}
