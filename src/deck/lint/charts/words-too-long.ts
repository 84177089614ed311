/**
 * Words in a chart that are divided where no part of a compound ends. Elsewhere on a slide a word that does not fit is
 * an error (`fit-check.ts`).
 */

import type { Chart } from "../../../chart/model.ts";
import { hyphenate } from "../../../scene/hyphens.ts";
import type { Scene } from "../../../scene/scene.ts";
import { wordBroken } from "../../../source/messages/lint-charts.ts";
import type { Finding, Rule } from "../rule.ts";
import { bySlide } from "../seen.ts";
import { marksOf, scenesOf } from "./scenes.ts";

export const wordsTooLong: Rule = {
  severity: "warning",
  find: bySlide(({ slide }, { deck }) =>
    scenesOf(slide, deck.canvas).flatMap(({ chart, scene, span }) =>
      [...brokenWords(chart, scene)].map((word): Finding => ({ span, message: wordBroken(word, proposalFor(word)), slide: slide.id })),
    ),
  ),
};

/** Words of the chart that the scene divides, but for those divided at a joint or where their author has said so. */
export function brokenWords(chart: Chart, scene: Scene): ReadonlySet<string> {
  const divided = marksOf(scene).flatMap((mark) => (mark.type === "text" && mark.text.endsWith("-") ? [mark.text] : []));
  const broken = new Set<string>();
  if (divided.length === 0) return broken;
  const words = new Set(wordsOf(chart).flatMap((text) => text.split(/\s+/u)));
  for (const text of divided) {
    const piece = text.slice(text.lastIndexOf(" ") + 1, -1);
    const candidates = [...words].filter((word) => word.replaceAll("\u00ad", "").includes(piece));
    // One of them is meant; where it may be one that divides well, that is believed.
    if (piece !== "" && candidates.length > 0 && candidates.every((word) => dividesBadly(word, piece))) {
      for (const word of candidates.slice(0, 1)) broken.add(word);
    }
  }
  return broken;
}

function dividesBadly(word: string, piece: string): boolean {
  const plain = word.replaceAll("\u00ad", "");
  const cut = plain.indexOf(piece) + piece.length;
  if (cut >= plain.length || plain[cut] === "-" || plain[cut - 1] === "-") return false;
  const wanted = [...word.matchAll(/\u00ad/gu)].map(({ index }, before) => index - before);
  return !wanted.includes(cut) && !hyphenate(plain).joints.includes(cut);
}

function proposalFor(word: string): string | undefined {
  const [joint] = hyphenate(word).joints;
  return joint === undefined ? undefined : `"${word.slice(0, joint)}\\u00ad${word.slice(joint)}"`;
}

/** All that a chart writes in words. */
function wordsOf(chart: Chart): readonly string[] {
  const own = [chart.subtitle ?? ""];
  switch (chart.kind) {
    case "bar":
    case "column":
    case "grouped":
    case "stacked":
    case "percent":
      return [...own, ...chart.categories.map(({ label }) => label), ...chart.series.map(({ label }) => label)];
    case "line":
    case "area":
    case "slope":
      return [...own, ...chart.series.map(({ label }) => label)];
    case "donut":
    case "waffle":
      return [...own, ...chart.parts.map(({ category }) => category.label)];
    case "choropleth":
      return [...own, ...chart.areas.map(({ label }) => label), ...chart.surroundings.map(({ label }) => label)];
    case "progress":
      return [...own, ...Object.values(chart.labels)];
    case "hub":
      return [...own, chart.centre, ...chart.spokes.map(({ label }) => label)];
    case "network":
      return [...own, chart.centre, ...chart.groups.flatMap(({ label, members }) => [label, ...members])];
    case "timeline":
      return [...own, ...chart.events.map(({ label }) => label)];
  }
}
