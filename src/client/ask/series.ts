/** The value over the Stichtage before: of a datum, and of the share or difference of two. */

import { germanDate } from "../../data/calendar.ts";
import { renderSvg } from "../../scene/svg.ts";
import { releaseOf, type Told } from "./answers.ts";
import { foldedUnder, make } from "./elements.ts";
import { type Point, pointsOf, pointsOfTwo, sparkline } from "./sparkline.ts";

export function seriesOf(told: Told): readonly HTMLElement[] {
  const points = pointsBehind(told);
  const scene = sparkline(points);
  if (scene === undefined) return [];
  const words = points.map(
    ({ day, text, break: reason }) => `${germanDate(day)}: ${text}${reason === undefined ? "" : ` (Bruch der Reihe: ${reason})`}`,
  );
  const drawing = make("div", "answer-line");
  // Written of a scene, which holds no markup.
  drawing.innerHTML = renderSvg(scene, { id: "stichtag:verlauf", title: `Verlauf. ${words.join("; ")}` });
  const box = make("figure", "answer-series");
  box.append(drawing, endsOf(points.filter(({ value }) => value !== null)), ...breaksOf(points.slice(1)));
  return [box];
}

function pointsBehind({ answer, data, steps }: Told): readonly Point[] {
  const [datum, other, ...more] = data;
  const day = datum === undefined ? undefined : releaseOf(datum.from)?.day;
  if (datum === undefined || day === undefined || answer.kind !== undefined || more.length > 0) return [];
  if (other === undefined) return answer.worked === undefined ? pointsOf(datum, day) : [];
  return steps.length === 0 && releaseOf(other.from)?.day === day ? pointsOfTwo(datum, other, day, answer.text) : [];
}

/** First and last value with their years, or their days where these differ. */
function endsOf(known: readonly Point[]): HTMLElement {
  const ends = make("p", "answer-ends");
  // The drawing's name says them.
  ends.setAttribute("aria-hidden", "true");
  const [first, last] = [known[0], known.at(-1)];
  const yearly = first?.day.slice(4) === last?.day.slice(4);
  for (const end of [first, last]) {
    if (end === undefined) continue;
    const place = make("span", "");
    // Its unit stands in the heading.
    place.append(make("b", "", end.text.replace(/\u00a0[^%]*$/u, "")), ` ${yearly ? end.day.slice(0, 4) : germanDate(end.day)}`);
    ends.append(place);
  }
  return ends;
}

/** Dashed as in the drawing; several reasons are for who asks on. */
function breaksOf(points: readonly Point[]): readonly HTMLElement[] {
  const breaks = points.flatMap(({ day, break: reason }) => (reason === undefined ? [] : [{ day: germanDate(day), reason }]));
  const told = breaks.map(({ day, reason }) => make("p", "answer-break", `Bruch der Reihe vor dem ${day}: ${reason}`));
  if (told.length < 2) return told;
  const head = make("p", "answer-break", `Brüche der Reihe vor dem ${breaks.map(({ day }) => day).join(" und vor dem ")}`);
  return [head, foldedUnder("Gründe", ...breaks.map(({ day, reason }) => make("p", "answer-file", `${day}: ${reason}`)))];
}
