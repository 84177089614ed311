/** Which numbers of a slide the marks of its charts show, so that a mark can be asked as a number in the text is. */

import { figureMarks } from "../../chart/marks.ts";
import type { Chart } from "../../chart/model.ts";
import type { SlideAnswers } from "../../data/answer.ts";
import type { Figure } from "../../data/figure.ts";
import { appearancesOf } from "../../deck/ledger/appearances.ts";
import { derivedFigures } from "../../deck/ledger/derived.ts";
import type { Block, Slide } from "../../deck/model.ts";

/** `undefined` where no mark of the slide shows a number. */
export function chartNumbers(slide: Slide): SlideAnswers["charts"] {
  const { numbers } = appearancesOf(slide);
  const found: Record<string, readonly (readonly (readonly number[])[])[]> = {};
  const numbersOf = (figures: readonly Figure[]): readonly number[] => figures.flatMap((figure) => numbers.get(figure) ?? []);
  const visit = (block: Block): void => {
    if (block.kind === "quote") block.blocks.forEach(visit);
    if (block.kind === "list") for (const { blocks } of block.items) blocks.forEach(visit);
    if (block.kind !== "chart") return;
    const views = block.views.map(({ chart }) =>
      figureMarks(chart).map(({ figures }) => numbersOf([...figures, ...sharesOf(chart, figures)])),
    );
    const [first] = block.views;
    if (first !== undefined && views.some((marks) => marks.length > 0)) found[first.chart.id] = views;
  };
  for (const { blocks } of slide.regions) blocks.forEach(visit);
  slide.notes.forEach(visit);
  return Object.keys(found).length === 0 ? undefined : found;
}

/** In a 100 % chart a segment shows its share, too. */
function sharesOf(chart: Chart, [figure]: readonly Figure[]): readonly Figure[] {
  if (chart.kind !== "percent" || figure === undefined) return [];
  return derivedFigures(chart).flatMap(({ figure: share }) =>
    share.origin.kind === "computed" && share.origin.inputs[0] === figure ? [share] : [],
  );
}
