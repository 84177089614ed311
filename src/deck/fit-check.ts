/** Whether a slide's parts fit their places. What does not is an error: nothing is cut, and no type made smaller. */

import { slideFrame } from "../chart/frame.ts";
import { layoutChart, minimumHeight } from "../chart/layout.ts";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import {
  chartTooLow,
  footOverflows,
  kickerTooLong,
  numberTooLong,
  regionOverflows,
  titleTooLong,
  wordTooLong,
} from "../source/messages/deck.ts";
import type { Span } from "../source/source.ts";
import { type CanvasName, type Layout, layoutOf, type LayoutName, type Region } from "../../theme/layouts.ts";
import { text as scale, type TextStyle, tracking } from "../../theme/tokens.ts";
import { boxesBeside, footRise, heightOf, highestFoot, overlongWords, type Size } from "./fit.ts";
import { linesOf, widestWord, widthOf } from "./fit-text.ts";
import type { Block, ChartBlock, Inline, Slide } from "./model.ts";

/** Reports what does not fit. */
export function checkFit(slide: Slide, canvas: CanvasName, report: Diagnostic[]): void {
  const layout = layoutOf(slide.layout, canvas);
  const rise = footRise(slide, canvas);
  for (const region of layout.regions) {
    switch (region.kind) {
      case "kicker":
        checkKicker(slide, region, report);
        break;
      case "title":
        checkTitle(slide, layout, region, report);
        break;
      case "content": {
        const blocks = slide.regions.find((filled) => filled.region === region.name)?.blocks;
        const room = rise === 0 ? region : { ...region, height: region.height - rise };
        if (blocks !== undefined) checkRegion(blocks, room, slide.layout, report);
        break;
      }
      case "source": {
        const over = region.height + rise - highestFoot;
        if (over > 0) report.push(error(firstLine(slide.span), footOverflows(over)));
        break;
      }
      case "page":
      case "wordmark":
      case "logo":
      case "claim":
        break;
    }
  }
}

function checkKicker({ kicker, span }: Slide, region: Region, report: Diagnostic[]): void {
  if (kicker.length === 0) return;
  const letters = kicker.reduce((sum, inline) => sum + lengthOf(inline), 0);
  const over = Math.ceil(widthOf(kicker, scale.kicker) + letters * tracking * scale.kicker.size - region.width);
  if (over > 0) report.push(error(firstLine(span), kickerTooLong(over)));
}

function lengthOf(inline: Inline): number {
  if (inline.kind === "text" || inline.kind === "bound" || inline.kind === "code") return inline.text.length;
  if (inline.kind === "figure") return inline.figure.text.length;
  return "content" in inline ? inline.content.reduce((sum, one) => sum + lengthOf(one), 0) : 0;
}

function checkTitle({ title, span }: Slide, { ground }: Layout, region: Region, report: Diagnostic[]): void {
  const style: TextStyle = ground === "blue" ? scale.display : scale.title;
  const most = Math.floor(region.height / style.line);
  const lines = linesOf(title, region.width, style);
  if (lines > most) report.push(error(titleSpan(span), titleTooLong(lines, most)));
  const { word, width } = widestWord(title, style, region.width);
  if (width > region.width) report.push(error(titleSpan(span), wordTooLong(word, Math.ceil(width - region.width))));
}

function checkRegion(blocks: readonly Block[], region: Region, layout: LayoutName, report: Diagnostic[]): void {
  for (const block of blocks) {
    for (const { word, by, isNumber } of overlongWords([block], region.width, layout)) {
      report.push(error(block.span, (isNumber ? numberTooLong : wordTooLong)(word, by)));
    }
  }
  const height = heightOf(blocks, region.width, layout);
  const over = Math.ceil(height - region.height);
  if (over > 0) report.push(error(overflowing(blocks, region, layout).span, regionOverflows(region.name, over)));
  else if (blocks.some(({ kind }) => kind === "chart")) {
    const boxes = boxesBeside(height, blocks, region);
    for (const block of blocks) if (block.kind === "chart") checkChart(block, boxes.get(block) ?? region, region, report);
  }
}

function checkChart({ views, span }: ChartBlock, box: Size, region: Region, report: Diagnostic[]): void {
  const frame = slideFrame({ views }, box);
  // A high box gives a map's key a place that a low one has not: so ask the box itself, not the least height.
  const tooLow = views.filter(({ chart }) => layoutChart(chart, frame).height > frame.height + 0.5);
  if (tooLow.length === 0) return;
  const least = Math.max(...tooLow.map(({ chart }) => minimumHeight(chart, frame)));
  report.push(error(span, chartTooLow(region.name, Math.ceil(least), box.height)));
}

/** The first block that no longer fits: where an author would split the slide. */
function overflowing(blocks: readonly Block[], region: Region, layout: LayoutName): Block {
  let from = 0;
  let to = blocks.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (heightOf(blocks.slice(0, middle + 1), region.width, layout) > region.height) to = middle;
    else from = middle + 1;
  }
  const block = blocks[from];
  if (block === undefined) throw new RangeError("no block overflows where there is none");
  return block;
}

/** The slide's line that begins with `#`, else its first. */
export function titleSpan(span: Span): Span {
  const { source, start, end } = span;
  const match = /^ {0,3}# .*$/m.exec(source.text.slice(start, end));
  return match === null ? firstLine(span) : { source, start: start + match.index, end: start + match.index + match[0].length };
}

/** The first line of a span that says anything. */
export function firstLine(span: Span): Span {
  const { source, start, end } = span;
  const match = /\S.*/.exec(source.text.slice(start, end));
  return match === null
    ? { source, start, end: start }
    : { source, start: start + match.index, end: start + match.index + match[0].length };
}
