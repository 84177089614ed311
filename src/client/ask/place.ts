/** Where an answer stands: beside what was asked, and always inside of the window. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between what was asked and the answer, and between the answer and the window's edge, px. */
const gap = 10;
const edge = 12;
/** The answer's own words begin about here, so that they stand under those that were asked, px. */
const indent = 20;

/**
 * Below what was asked where there is room, else above it, else beside it, else where there is most room.
 *
 * @param size of the answer
 * @param asked on the screen
 * @param window from 0,0
 * @param kind words are answered from where they begin, marks under their middle, lying bars at their end
 * @returns the upper left corner, and the height that it may have
 */
export function placeAnswer(
  size: Pick<Box, "width" | "height">,
  asked: Box,
  window: Pick<Box, "width" | "height">,
  kind: "words" | "mark" | "bar" = "words",
): Pick<Box, "left" | "top" | "height"> {
  const room = {
    below: window.height - edge - (asked.top + asked.height + gap),
    above: asked.top - gap - edge,
    right: window.width - edge - (asked.left + asked.width + gap),
    left: asked.left - gap - edge,
  };
  const most = window.height - 2 * edge;
  const height = Math.min(size.height, most);
  const wished = kind === "words" ? asked.left - indent : asked.left + asked.width / 2 - size.width / 2;
  const left = clamp(wished, edge, window.width - edge - size.width);
  const top = clamp(asked.top + asked.height / 2 - height / 2, edge, window.height - edge - height);
  const below = asked.top + asked.height + gap;
  if (kind === "bar" && size.width <= room.right) return { left: asked.left + asked.width + gap, top, height };
  if (height <= room.below) return { left, top: below, height };
  if (height <= room.above) return { left, top: asked.top - gap - height, height };
  if (size.width <= room.right) return { left: asked.left + asked.width + gap, top, height };
  if (size.width <= room.left) return { left: asked.left - gap - size.width, top, height };
  // It is scrolled rather than laid over what was asked, unless too little of it would be seen.
  const larger = Math.max(room.below, room.above);
  if (larger < Math.min(height, most / 2)) return { left, top, height };
  return room.below >= room.above ? { left, top: below, height: larger } : { left, top: edge, height: larger };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
