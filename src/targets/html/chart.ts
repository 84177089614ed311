/**
 * A chart as HTML: the drawing for the eye, a sentence as its name, the data as a table that opens on demand, and the
 * model for the browser, which draws it again at other sizes and when data changes. All of it works without JavaScript,
 * the switch between views too.
 *
 *     figure.chart[data-chart=id] > figcaption, fieldset.views?, div.drawing[data-view=n]+ > svg,
 *       details.chart-table, script.chart-model
 */

import { slideFrame } from "../../chart/frame.ts";
import { layoutChart } from "../../chart/layout.ts";
import type { Chart } from "../../chart/model.ts";
import { tableOf } from "../../chart/table.ts";
import type { Block, ChartBlock } from "../../deck/model.ts";
import { renderSvg } from "../../scene/svg.ts";
import type { Box } from "../../../theme/layouts.ts";
import { escapeHtml, escapeJson } from "./escape.ts";

/** What a chart's switch between views is to the other charts of its slide: one switch is enough for charts of the same views. */
export type SwitchRole = "alone" | "leads" | "follows";

/** Which charts of a slide lead others, and which follow; charts that are not in it stand alone. */
export function switchRoles(blocks: readonly Block[]): ReadonlyMap<Block, SwitchRole> {
  const switchable = blocks.filter((block) => block.kind === "chart").filter(({ views }) => views.length > 1);
  const labels = new Set(switchable.map(({ views }) => JSON.stringify(views.map(({ label }) => label))));
  if (switchable.length < 2 || labels.size > 1) return new Map();
  return new Map(switchable.map((block, i) => [block, i === 0 ? "leads" : "follows"]));
}

/** @param box px */
export function renderChart(block: ChartBlock, box: Pick<Box, "width" | "height">, role: SwitchRole = "alone"): string {
  const [first] = block.views;
  if (first === undefined) return "";
  const { id, title, kind } = first.chart;
  const several = block.views.length > 1;
  const frame = slideFrame(block, box);
  const name = escapeHtml(id);
  // Blanks, which a slide's file name may hold, would part the reference to the caption into several.
  const caption = escapeHtml(`${id}-title`.replaceAll(/\s/g, "_"));
  const drawings = block.views.map(
    ({ chart }, i) =>
      `<div class="drawing" data-view="${i}">${renderSvg(layoutChart(chart, frame), { id: `${id}-${i}`, title: chart.summary })}</div>`,
  );
  const tables = block.views.map(({ chart, label }) => renderDataTable(chart, label));
  const model = { views: block.views, frame };
  return (
    `<figure class="chart chart-${kind}${role === "alone" ? "" : ` chart-${role}`}" data-chart="${name}" aria-labelledby="${caption}">` +
    `<figcaption class="visually-hidden" id="${caption}">${escapeHtml(title)}</figcaption>${several ? renderSwitch(block, id, role) : ""}` +
    `${drawings.join("")}<details class="chart-table"><summary><span>Daten als Tabelle</span></summary><div class="chart-tables">${tables.join("")}</div></details>` +
    `<script type="application/json" class="chart-model">${escapeJson(JSON.stringify(model, withoutOrigins))}</script></figure>`
  );
}

/** Radio buttons, which need no script: the style sheet shows the drawing of the checked one. */
function renderSwitch(block: ChartBlock, id: string, role: SwitchRole): string {
  const legend = role === "leads" ? "Darstellung aller Diagramme der Folie" : "Darstellung";
  const buttons = block.views.map(({ label }, i) => {
    const checked = i === 0 ? " checked" : "";
    return `<label><input type="radio" name="${escapeHtml(id)}-view" value="${i}"${checked}><span>${escapeHtml(label)}</span></label>`;
  });
  return `<fieldset class="views"><legend class="visually-hidden">${legend}</legend>${buttons.join("")}</fieldset>`;
}

function renderDataTable(chart: Chart, label: string): string {
  const { caption, header, rows } = tableOf(chart, label === "" ? undefined : label);
  const classes = header.map((_, i) => (i > 0 && rows.every((cells) => isNumeric(cells[i] ?? "")) ? ' class="right"' : ""));
  const head = header.map((text, i) => `<th scope="col"${classes[i]}>${escapeHtml(text)}</th>`).join("");
  const body = rows.map((cells) => {
    const written = cells.map((text, i) =>
      i === 0 ? `<th scope="row">${escapeHtml(text)}</th>` : `<td${classes[i] ?? ""}>${escapeHtml(text)}</td>`,
    );
    return `<tr>${written.join("")}</tr>`;
  });
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

/** A number as figures are written ("−1.234", "11,9 %", "(260)"), nothing, or one of the offices' symbols ("·", "...", "x", ":c"). */
function isNumeric(text: string): boolean {
  return /^\(?[+±−-]?\d[\d.,\u202f]*(?:\s[^\s)]{1,5})?\)?$|^\P{L}{0,3}$|^:?[a-z]$/u.test(text);
}

/** Where numbers come from stays in the deck; a map's degrees are cut to four decimals, about ten metres. */
function withoutOrigins(key: string, value: unknown): unknown {
  if (key === "origin" || key === "span" || key === "expression") return undefined;
  return key === "coordinates" ? rounded(value) : value;
}

function rounded(value: unknown): unknown {
  if (typeof value === "number") return Math.round(value * 1e4) / 1e4;
  return Array.isArray(value) ? value.map(rounded) : value;
}
