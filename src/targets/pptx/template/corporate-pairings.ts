/** Which colours a deck sets text in, and on what: chosen for the house's palette, they have to hold in the template's. */

import { legibleOn, textIn, textOn } from "../../../chart/paint.ts";
import type { Chart } from "../../../chart/model.ts";
import type { Block } from "../../../deck/model.ts";
import type { Ground } from "../../../../theme/layouts.ts";
import type { ColourName } from "../../../../theme/tokens.ts";

export interface Pairing {
  readonly text: ColourName;
  readonly on: ColourName | "background";
  /** Bold and of 14 points or more. */
  readonly large: boolean;
}

/** Of text that a slide brings itself; what stands in placeholders has the template's own colours. */
export function pairingsOf(blocks: readonly Block[]): readonly Pairing[] {
  return blocks.flatMap((block): readonly Pairing[] => {
    switch (block.kind) {
      case "figures":
        return [{ text: "blue", on: "background", large: true }, ...onBackground("ink", "muted")];
      case "table":
        return block.caption.length > 0 ? onBackground("ink") : [];
      case "chart":
        // Only the first view is drawn.
        return [...onBackground("ink", "muted"), ...block.views.slice(0, 1).flatMap(({ chart }) => ofChart(chart))];
      case "heading":
      case "paragraph":
      case "list":
      case "quote":
      case "code":
      case "rule":
        return [];
    }
  });
}

/** Whose text is not all in the colours of text. */
function ofChart(chart: Chart): readonly Pairing[] {
  switch (chart.kind) {
    case "line":
    case "slope":
      return onBackground(...chart.series.map(({ colour }) => textIn(colour)));
    case "stacked":
    case "percent":
      // On other colours there are no labels.
      return chart.series.filter(({ colour }) => legibleOn(colour)).map(({ colour }) => onFill(colour));
    case "choropleth":
      return chart.classes.map(({ colour }) => onFill(colour));
    case "network":
      return [onFill("blue"), ...onBackground(...chart.groups.map(({ colour }) => textIn(colour)))];
    case "hub":
      return [onFill("blue")];
    case "progress":
      return [onFill("blue"), ...onBackground("blue", "gold-text")];
    case "donut":
    case "timeline":
      return onBackground("blue");
    case "bar":
    case "column":
    case "grouped":
    case "area":
    case "waffle":
      return [];
  }
}

function onBackground(...colours: readonly ColourName[]): readonly Pairing[] {
  return colours.map((text) => ({ text, on: "background", large: false }));
}

function onFill(fill: ColourName): Pairing {
  return { text: textOn(fill), on: fill, large: false };
}

/** On layouts that are light on dark. */
const onBlue: ReadonlyMap<ColourName, ColourName> = new Map([
  ["ink", "on-blue"],
  ["muted", "on-blue-muted"],
  ["blue", "on-blue"],
]);

export function pairingOn(ground: Ground, { text, on, large }: Pairing): Pairing {
  return { text: (ground === "blue" && on === "background" ? onBlue.get(text) : undefined) ?? text, on, large };
}
