/** What the page holds of a chart beside its drawings. */

import type { Frame } from "../../chart/layout.ts";
import type { ChartViews } from "../../chart/model.ts";

export interface Model extends ChartViews {
  /** The box on the canvas. */
  readonly frame: Frame;
}

/** Reads the model as it was written. JSON has `null` where a series has no value for a day. */
export function modelFrom(json: string): Model {
  return json.includes("null") ? JSON.parse(json, (_, value: unknown) => value ?? undefined) : JSON.parse(json);
}
