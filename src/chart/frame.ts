import { textWidth } from "../scene/measure.ts";
import { space } from "../../theme/tokens.ts";
import type { ChartViews } from "./model.ts";

/** The box that a chart is drawn into, and the sizes of its type, px. */
export interface Frame {
  /** Width left free at the right of the subtitle, for the switch between views. */
  readonly aside?: number;
  readonly width: number;
  readonly height: number;
  /** Labels and values: 18 on the canvas, 15 on a phone. */
  readonly label: number;
  /** Axes and notes, the smallest type: 16 on the canvas, 14 on a phone. */
  readonly small: number;
}

/** The type sizes of slides. */
export const canvasType = { label: 18, small: 16 } as const;
/** The type sizes of narrow screens. */
export const phoneType = { label: 15, small: 14 } as const;

/** The frame of a chart on a slide: several views keep room for their switch beside the subtitle. */
export function slideFrame({ views }: ChartViews, box: { readonly width: number; readonly height: number }): Frame {
  const frame = { width: box.width, height: box.height, ...canvasType };
  return views.length > 1 ? { ...frame, aside: switchWidth(views.map(({ label }) => label)) } : frame;
}

/** As `theme/charts.css` sets the buttons, with a gap before them. */
function switchWidth(labels: readonly string[]): number {
  const buttons = labels.reduce((sum, label) => sum + textWidth(label, canvasType.label, "regular") + 2 * space.viewsLabel + 1, 1);
  return Math.ceil(buttons) + space.block;
}
