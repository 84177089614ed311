/** One slide's outline and the data → the slide. */

import type { Dataset } from "../data/dataset.ts";
import { type Fields, fieldsOf, oneOrMore, type Reader, textOf, textScalar } from "../data/fields.ts";
import { error, type Outcome } from "../source/diagnostic.ts";
import { contentWithoutRegion, emptySlide, titleMissing, titleTwice, unknownLayout, unknownRegion } from "../source/messages/deck.ts";
import { nearest } from "../source/nearest.ts";
import { spanOf, type Span } from "../source/source.ts";
import { contentRegions, isLayoutName, type LayoutName, layoutOf, layouts } from "../../theme/layouts.ts";
import { bindBlocks, ChartNames } from "./bind-blocks.ts";
import { bindInlines } from "./bind-inlines.ts";
import { Binder, type BindScope, type HeldClaim, type Rests } from "./binder.ts";
import { inlines, words } from "./blocks/fields.ts";
import { footHeight } from "./fit.ts";
import { collect } from "./figures.ts";
import { checkFit } from "./fit-check.ts";
import { readQuiet } from "./lint/names.ts";
import type { Block, Inline, Slide } from "./model.ts";
import type { OutlineBlock, OutlineSlide } from "./outline.ts";
import { plainText } from "./plain-text.ts";
import { footnotesOf } from "./footnotes.ts";
import { releasesOf, sourceLineOf } from "./sources.ts";
import { releaseNote } from "./release-note.ts";
import { readValidity } from "./validity.ts";

/** A slide as far as it could be bound, for who compares it with itself in another state: parts with a fault are left out. */
export interface Draft {
  readonly id: string;
  /** `undefined` where not even its layout or title is known. */
  readonly slide: Slide | undefined;
  readonly claims: readonly HeldClaim[];
  /** Ids of the datasets asked for. */
  readonly datasets: readonly string[];
  /** Whether anything is wrong with it, so that its deck cannot be shown. */
  readonly faulty: boolean;
}

/** A slide and what it rests on. */
export interface BoundSlide {
  readonly outcome: Outcome<Slide>;
  readonly draft: Draft;
  readonly rests: Rests;
}

/** Binds a slide. `value` is `undefined` if there is any error, or if it rests on data that has one. */
export function bindSlide(outline: OutlineSlide, scope: BindScope): BoundSlide {
  const binder = new Binder(scope);
  const slide = bind(outline, binder);
  if (slide !== undefined && !binder.faulty) checkFit(slide, binder.settings.canvas, binder.report);
  const { faulty, rests, claims, report } = binder;
  const draft = { id: outline.id, slide, claims, datasets: [...rests.reads.keys()], faulty };
  return { outcome: { value: faulty ? undefined : slide, diagnostics: report }, draft, rests };
}

interface FrontMatter {
  readonly layout: LayoutName;
  readonly kicker: readonly Inline[];
  readonly footnotes: readonly string[];
}

type Heading = Extract<OutlineBlock, { kind: "heading" }>;

function bind(outline: OutlineSlide, binder: Binder): Slide | undefined {
  const front = readFrontMatter(outline, binder);
  const title = titleOf(outline, binder);
  if (title === undefined) return undefined;
  const titleContent = bindInlines(title.content, binder);
  const names = new ChartNames(outline.id, plainText(titleContent));
  const regions = bindRegions(outline, title, front?.layout, names, binder);
  // Notes are not shown: what is said in them needs no source on the slide.
  const { said, unranked } = binder;
  const notes = bindBlocks(outline.notes, names, binder);
  if (front === undefined) return undefined;
  const content = { kicker: front.kicker, title: titleContent, regions, said };
  const shown = collect(content);
  const releases = releasesOf(shown);
  const foot = layoutOf(front.layout, binder.settings.canvas).regions.find(({ kind }) => kind === "source");
  const fits = (footnotes: readonly string[], line: readonly Inline[]): boolean =>
    foot === undefined || footHeight(footnotes, line, foot.width) <= foot.height;
  const shortest = (): readonly Inline[] => sourceLineOf(shown, releases, () => false);
  const noted = { shown, releases, unranked, seen: (dataset: Dataset) => binder.releasesOf(dataset) };
  const { state } = binder.settings;
  const released = state?.kind === "released" && front.layout === "title" ? [releaseNote(state)] : [];
  const footnotes = footnotesOf(noted, [...front.footnotes, ...released], (own) => fits(own, shortest()));
  const sourceLine = sourceLineOf(shown, releases, (line) => fits(footnotes, line));
  return { id: outline.id, layout: front.layout, ...content, notes, releases, sourceLine, footnotes, span: outline.span };
}

const layoutNames: readonly LayoutName[] = Object.keys(layouts["16:9"]).filter(isLayoutName);

const layout: Reader<LayoutName> = (node, report) => {
  const scalar = textScalar(node, report);
  if (scalar === undefined) return undefined;
  const name = textOf(scalar);
  if (isLayoutName(name)) return name;
  report.push(error(scalar.span, unknownLayout(name, nearest(name, layoutNames), layoutNames)));
  return undefined;
};

function readFrontMatter({ settings }: OutlineSlide, binder: Binder): FrontMatter | undefined {
  if (settings === undefined) return { layout: "content", kicker: [], footnotes: [] };
  const fields: Fields | undefined = fieldsOf(settings, binder.report);
  if (fields === undefined) return undefined;
  const named = fields.optional("layout", layout);
  const chosen = fields.has("layout") ? named : "content";
  const kicker = fields.optional("kicker", inlines(binder)) ?? [];
  const footnotes = fields.optional("footnotes", oneOrMore(words(binder))) ?? [];
  readValidity(fields, binder.report);
  readQuiet(fields, binder.report);
  fields.done();
  return chosen && { layout: chosen, kicker, footnotes };
}

/** The one heading of level one. */
function titleOf(outline: OutlineSlide, binder: Binder): Heading | undefined {
  const blocks = outline.sections.flatMap((section) => section.blocks);
  const titles = blocks.filter((block): block is Heading => block.kind === "heading" && block.level === 1);
  const [title, ...others] = titles;
  for (const other of others) binder.fail(other.span, titleTwice());
  if (title !== undefined) return title.content.length > 0 ? title : binder.fail(title.span, titleMissing());
  return binder.fail(startOf(outline), blocks.length === 0 && outline.notes.length === 0 ? emptySlide() : titleMissing());
}

/** The first line of the slide that is not blank. */
function startOf({ span }: OutlineSlide): Span {
  const { text } = span.source;
  let start = span.start;
  while (start < span.end && text.charCodeAt(start) <= 32) start++;
  const lineEnd = text.indexOf("\n", start);
  return spanOf(span.source, start, Math.max(start, Math.min(span.end, lineEnd < 0 ? text.length : lineEnd)));
}

/** Content by region, in the reading order of the layout. What stands outside of regions goes to the first one. */
function bindRegions(
  outline: OutlineSlide,
  title: Heading,
  name: LayoutName | undefined,
  names: ChartNames,
  binder: Binder,
): Slide["regions"] {
  // Where the layout is unknown, so are its regions; what stands in them is bound all the same, to tell all faults at once.
  const regions = name === undefined ? [] : contentRegions(name, binder.settings.canvas).map((region) => region.name);
  const blocks = new Map<string, Block[]>();
  for (const section of outline.sections) {
    const content = bindBlocks(
      section.blocks.filter((block) => block !== title),
      names,
      binder,
    );
    if (name === undefined) continue;
    const target = section.region?.name ?? regions[0];
    if (section.region !== undefined && !regions.includes(section.region.name)) {
      const near = nearest(section.region.name, regions);
      binder.fail(section.region.span, unknownRegion(section.region.name, name, near, regions));
    } else if (target === undefined) {
      const [first] = section.blocks;
      if (first !== undefined && content.length > 0) binder.fail(first.span, contentWithoutRegion(name));
    } else if (content.length > 0) {
      blocks.set(target, [...(blocks.get(target) ?? []), ...content]);
    }
  }
  return regions.flatMap((region) => {
    const own = blocks.get(region);
    return own === undefined ? [] : [{ region, blocks: own }];
  });
}
