/** What the axis of days cannot say stands in small type below the subtitle. */

import { canvasType } from "../../../chart/layout.ts";
import { writeDay } from "../../../chart/numbers.ts";
import { leading, textLines } from "../../../scene/marks.ts";
import type { Mark } from "../../../scene/scene.ts";
import type { Drawn } from "./drawn.ts";
import type { Plan } from "./plan.ts";

/** More days than these are not listed. */
const mostListed = 6;

/** "Stand jeweils 31.12.; Stichtage auch 15.05.2022 und 30.06.2025"; "" where the axis says it all. */
export function toldOf({ at, unnamed }: NonNullable<Plan["days"]> = { unnamed: [] }): string {
  const days = unnamed.length === 0 ? undefined : listOf(unnamed.map(writeDay));
  return [at === undefined ? undefined : `Stand jeweils ${at}`, days].filter((words) => words !== undefined).join("; ");
}

function listOf(days: readonly string[]): string {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  if (days.length === 1) return `Stichtag auch ${first}`;
  if (days.length > mostListed) return `${days.length} weitere Stichtage vom ${first} bis ${last}`;
  return `Stichtage auch ${days.slice(0, -1).join(", ")} und ${last}`;
}

/** px that these lines need. */
export function toldHeight(lines: readonly string[]): number {
  return lines.length * leading(canvasType.small) + 4;
}

/** In the room that was kept for them. */
export function toldMarks(lines: readonly string[], { subtitle }: Drawn): readonly Mark[] {
  const top = subtitle.length * leading(canvasType.label);
  return textLines("note", 0, top + canvasType.small * 1.1, lines, { size: canvasType.small, fill: "muted" });
}
