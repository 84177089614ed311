/**
 * Whether what is placed fits. The deck's own check has seen it on the house's layouts: here it is seen on the template's,
 * whose boxes and type sizes are other ones.
 */

import { layoutChart, minimumHeight } from "../../../chart/layout.ts";
import { firstLine, titleSpan } from "../../../deck/fit-check.ts";
import { highestFoot, overlongWords } from "../../../deck/fit.ts";
import { linesOf, widestWord } from "../../../deck/fit-text.ts";
import type { Block, Inline, Slide } from "../../../deck/model.ts";
import { plainText } from "../../../deck/plain-text.ts";
import { type Diagnostic, error, warning } from "../../../source/diagnostic.ts";
import {
  pptxChartTooLow,
  pptxFootOverflows,
  pptxKickerTooLong,
  pptxRegionOverflows,
  pptxTitleTooLong,
  pptxWordBroken,
  pptxWordTooLong,
} from "../../../source/messages/pptx-fit.ts";
import type { Span } from "../../../source/source.ts";
import type { Ground } from "../../../../theme/layouts.ts";
import { text as scale, type TextStyle, tracking } from "../../../../theme/tokens.ts";
import type { TemplateLayout, TemplateRegion } from "../template/template.ts";
import { chartFrame } from "./chart-frame.ts";
import type { ChartItem } from "./content.ts";
import type { Flowed } from "./flow.ts";
import { lettersOf, lineOf, type RegionPlace, textHeightOf, textWidthOf } from "./place-region.ts";
import { edgesOf } from "./place-table.ts";
import { wholeBlock, wholeWords } from "./soft-hyphens.ts";

/** Fractions of a px that are no fault. */
const tolerance = 0.5;

/** @param house the ground of the house's layout, which says how large a title is */
export function checkTitle({ title, span }: Slide, region: TemplateRegion, house: Ground, report: Diagnostic[]): void {
  const style: TextStyle = house === "blue" ? scale.display : scale.title;
  const factor = region.scale * lettersOf(region);
  const width = textWidthOf(region);
  const most = linesIn(region, style);
  const lines = linesOf(title, width / factor, style);
  const at = titleSpan(span);
  if (lines > most) report.push(error(at, pptxTitleTooLong(lines, most)));
  checkWords(title, width, factor, style, at, report);
}

export function checkKicker({ kicker, span }: Slide, region: TemplateRegion, report: Diagnostic[]): void {
  const width = textWidthOf(region) / (region.scale * lettersOf(region));
  // Tracked letters run wider than their words alone.
  const loose = 1 + (tracking * scale.kicker.size * plainText(kicker).length) / Math.max(1, width);
  const lines = linesOf(kicker, width / loose, scale.kicker);
  const most = linesIn(region, scale.kicker);
  if (lines > most) report.push(error(firstLine(span), pptxKickerTooLong(lines, most)));
}

/** A placeholder that is too low for one line still shows it. */
function linesIn(region: TemplateRegion, style: TextStyle): number {
  const height = textHeightOf(region) + tolerance;
  return Math.max(1, Math.floor(height / lineOf(region, style)));
}

/** Content gives way to the foot, but not without end. */
export function checkFoot({ span }: Slide, layout: TemplateLayout, rise: number, report: Diagnostic[]): void {
  const source = layout.regions.get("source");
  const over = source === undefined || rise === 0 ? 0 : Math.ceil(source.box.height + rise - highestFoot);
  if (over > 0) report.push(error(firstLine(span), pptxFootOverflows(over)));
}

/** Whether the blocks fit, charts apart. */
export function checkRegion(
  blocks: readonly Block[],
  slide: Slide,
  { region, box, tableEdges }: RegionPlace,
  flowed: Flowed,
  report: Diagnostic[],
): boolean {
  for (const block of blocks) {
    const own = lettersOf(region) * (isSetInTemplate(block) ? region.scale : 1);
    const edges = block.kind === "table" && tableEdges ? edgesOf(block) : 0;
    const width = isSetInTemplate(block) ? textWidthOf(region) : box.width - edges;
    for (const { word, by } of overlongWords([block], width / own, slide.layout)) {
      report.push(error(block.span, pptxWordTooLong(word, Math.ceil(by * own))));
    }
    checkSoftHyphens(block, slide, width, own, report);
  }
  const over = Math.ceil(flowed.height - box.height - tolerance);
  const block = blocks[flowed.ends.findIndex((end) => end > box.height + tolerance)];
  if (over <= 0 || block === undefined) return true;
  report.push(error(block.span, pptxRegionOverflows(region.name, over)));
  return false;
}

/** Whether a block takes the template's type sizes: tables, key figures and code keep the house's. */
function isSetInTemplate({ kind }: Block): boolean {
  return kind !== "table" && kind !== "figures" && kind !== "code" && kind !== "chart";
}

/** Words that only a soft hyphen let fit. */
function checkSoftHyphens(block: Block, slide: Slide, width: number, factor: number, report: Diagnostic[]): void {
  const whole = wholeBlock(block);
  if (whole === block) return;
  for (const { word, by } of overlongWords([whole], width / factor, slide.layout)) {
    report.push(warning(block.span, pptxWordBroken(word, Math.ceil(by * factor))));
  }
}

function checkWords(content: readonly Inline[], width: number, factor: number, style: TextStyle, at: Span, report: Diagnostic[]): void {
  const written = widestWord(content, style, width / factor);
  const over = written.width * factor - width;
  if (over > tolerance) report.push(error(at, pptxWordTooLong(written.word, Math.ceil(over))));
  const whole = wholeWords(content);
  if (whole === content) return;
  const broken = widestWord(whole, style, width / factor);
  const by = broken.width * factor - width;
  if (by > tolerance && over <= tolerance) report.push(warning(at, pptxWordBroken(broken.word, Math.ceil(by))));
}

/** A chart of which labels would be lost or overlap is too low, drawn natively or not. */
export function checkChart(item: ChartItem, region: string, report: Diagnostic[]): void {
  const { block, box } = item;
  const chart = block.views[0]?.chart;
  if (chart === undefined) return;
  const frame = chartFrame(item);
  if (layoutChart(chart, frame).height <= box.height + tolerance) return;
  report.push(error(block.span, pptxChartTooLow(region, Math.ceil(minimumHeight(chart, frame)), Math.floor(box.height))));
}
