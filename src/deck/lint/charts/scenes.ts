/** A slide's charts as they are drawn on it. */

import { slideFrame } from "../../../chart/frame.ts";
import { layoutChart } from "../../../chart/layout.ts";
import type { Chart } from "../../../chart/model.ts";
import type { Mark, Scene } from "../../../scene/scene.ts";
import type { Span } from "../../../source/source.ts";
import { type CanvasName, layoutOf } from "../../../../theme/layouts.ts";
import { chartBoxes, contentHeight } from "../../fit.ts";
import type { Slide } from "../../model.ts";

export interface Drawn {
  readonly chart: Chart;
  readonly scene: Scene;
  /** Of the block. */
  readonly span: Span;
}

const known = new WeakMap<Slide, readonly Drawn[]>();

/** Charts that stand in a region by themselves, not in lists or quotes. The check that they fit has drawn them already, so this costs little. */
export function scenesOf(slide: Slide, canvas: CanvasName): readonly Drawn[] {
  let scenes = known.get(slide);
  // A slide is bound for one canvas.
  if (scenes === undefined) known.set(slide, (scenes = draw(slide, canvas)));
  return scenes;
}

function draw(slide: Slide, canvas: CanvasName): readonly Drawn[] {
  const { regions } = layoutOf(slide.layout, canvas);
  return slide.regions.flatMap(({ region: name, blocks }) => {
    const region = regions.find((one) => one.name === name);
    if (region === undefined || !blocks.some(({ kind }) => kind === "chart")) return [];
    const boxes = chartBoxes(blocks, { width: region.width, height: contentHeight(slide, region, canvas) }, slide.layout);
    return blocks.flatMap((block): readonly Drawn[] => {
      const box = boxes.get(block);
      if (block.kind !== "chart" || box === undefined) return [];
      const frame = slideFrame(block, box);
      return block.views.map(({ chart }) => ({ chart, scene: layoutChart(chart, frame), span: block.span }));
    });
  });
}

/** All marks, those of groups too, in the order in which they are drawn. */
export function marksOf(scene: Pick<Scene, "marks">): readonly Mark[] {
  const all: Mark[] = [];
  const add = ({ marks }: Pick<Scene, "marks">): void => {
    for (const mark of marks) {
      all.push(mark);
      if (mark.type === "group") add(mark);
    }
  };
  add(scene);
  return all;
}
