/** The style sheet's generated part: tokens as variables, and the boxes of all layouts on all canvases as rules. */

import { figureNumbers } from "./blocks.ts";
import { canvases, type CanvasName, type Layout, layouts as allLayouts, marginOf, type Region } from "./layouts.ts";
import * as standard from "./tokens.ts";

/** A table like `tokens.ts`, with any values. */
export type Tokens = Widened<typeof standard>;
type Widened<T> = T extends string ? string : T extends number ? number : { readonly [K in keyof T]: Widened<T[K]> };
export type Layouts = typeof allLayouts;

const canvasClasses: Readonly<Record<CanvasName, string>> = { "16:9": "canvas-wide", "4:3": "canvas-classic" };

/** The class of slides on a canvas. */
export function canvasClass(canvas: CanvasName): string {
  return canvasClasses[canvas];
}

/**
 * CSS text: `--colour-*`, `--text-*`, `--space-*` … on `:root`, and `.layout-x.canvas-y > .region-z` boxes, which hold
 * where slides are canvases, `html:is(.reveal-ready, .canvases)` and print. `deck.css` uses them.
 */
export function themeCss(tokens: Tokens = standard, layouts: Layouts = allLayouts): string {
  const boxes = (["16:9", "4:3"] as const).flatMap((canvas) =>
    Object.values(layouts[canvas]).flatMap((layout) => regionRules(layout, canvas)),
  );
  return [`:root{${variables(tokens).join(";")}}`, ...canvasRules(), ...unique(boxes)].join("\n");
}

function variables(tokens: Tokens): readonly string[] {
  const { colours, draft, fonts, text, space, motion } = tokens;
  const out = Object.entries(colours).map(([name, hex]) => `--colour-${name}:${hex}`);
  const families = [fonts.family, fonts.signs, ...fonts.fallback].map((name) => (name.includes(" ") ? `"${name}"` : name));
  out.push(`--font:${families.join(",")}`);
  // A style is a `font` shorthand's size and line; the rules add weight and family.
  for (const [name, { size, line }] of Object.entries(text)) out.push(`--text-${name}:${size}px/${line}px`);
  for (const [name, { size, line }] of Object.entries(figureNumbers)) out.push(`--number-${name}:${size}px/${line}px`);
  out.push(
    `--tracking:${tokens.tracking}em`,
    `--measure:${tokens.measure}px`,
    `--space-block:${space.block}px`,
    `--space-before-heading:${space.beforeHeading}px`,
    `--space-after-heading:${space.afterHeading}px`,
    `--space-around-charts:${space.aroundCharts}px`,
    `--space-around-figures:${space.aroundFigures}px`,
    `--space-item:${space.item}px`,
    `--space-item-second:${space.itemSecond}px`,
    `--space-indent:${space.indent}px`,
    `--space-quote:${space.quote}px`,
    `--space-code:${space.code}px`,
    `--space-views-label:${space.viewsLabel}px`,
    `--cell:${space.cell.y}px ${space.cell.x}px`,
    `--cell-dense:${space.denseCell.y}px ${space.denseCell.x}px`,
    `--draft-word:"${draft.word}"`,
    `--draft-size:${draft.size}`,
    `--draft-angle:${draft.angle}deg`,
    `--draft-label:${draft.label.size}px`,
    `--draft-top:${draft.label.top}px`,
    `--enter:${motion.enter}ms`,
    `--morph:${motion.morph}ms`,
  );
  return out;
}

function canvasRules(): readonly string[] {
  return (["16:9", "4:3"] as const).map((canvas) => {
    const { width, height } = canvases[canvas];
    return `.${canvasClasses[canvas]}{--canvas-width:${width}px;--canvas-height:${height}px;--canvas-margin:${marginOf(canvas)}px}`;
  });
}

/** As variables, so that `deck.css` decides where they hold. */
function regionRules(layout: Layout, canvas: CanvasName): readonly string[] {
  return layout.regions.map((region) => `.layout-${layout.name}.${canvasClasses[canvas]}>.region-${region.name}{${box(region)}}`);
}

function box({ x, y, width, height }: Region): string {
  return `--x:${x}px;--y:${y}px;--width:${width}px;--height:${height}px`;
}

/** Rules with the same box are one rule with several selectors. */
function unique(rules: readonly string[]): readonly string[] {
  const selectors = new Map<string, string[]>();
  for (const rule of rules) {
    const at = rule.indexOf("{");
    const body = rule.slice(at);
    selectors.set(body, [...(selectors.get(body) ?? []), rule.slice(0, at)]);
  }
  return [...selectors].map(([body, names]) => names.join(",") + body);
}
