/** What shapes drawn on charts are called in PowerPoint's selection pane. */

import { writeDay } from "../../../chart/numbers.ts";
import type { GroupMark, Mark } from "../../../scene/scene.ts";
import { nameOf, subjectOf, tidy } from "../drawing/names.ts";

/** "Lücke 2017", "Bruch der Reihe 31.12.2024", "Summe": a noun, and what it belongs to; else a text's own words. */
export function annotationName(mark: Mark, group: GroupMark | undefined): string {
  const [kind = "", ...rest] = (group?.key ?? "").split(":");
  const stem = mark.key.split(":")[0];
  if (kind === "break") return tidy(`${stem === "reason" ? "Grund des Bruchs" : "Bruch der Reihe"} ${writeDay(rest.join(":"))}`);
  const subject = group === undefined ? undefined : subjectOf(group);
  if (mark.type !== "text") return nameOf(mark, subject);
  if (kind === "whole" || rest[0] === "whole") return tidy(`Summe ${mark.text}`);
  return isSign(mark.text) || stem === "sign" ? tidy(`Zeichen ${subject ?? ""}`) : tidy(mark.text);
}

/** "·", "x", "/": no word and no number. */
export function isSign(text: string): boolean {
  return !/[\p{L}\p{N}]{2}/u.test(text);
}

/** Where words or a sign of the same group say what a shape shows. */
export function isDecorative(mark: Mark, group: GroupMark | undefined): boolean {
  return mark.type !== "text" && (group?.marks.some(({ type }) => type === "text") ?? false);
}
