/** px of the canvas → the units of the file. 1280 px is exactly PowerPoint's wide slide. */

/** English Metric Units: 914400 an inch, of which a px is a 96th. */
export const emuPerPx = 9525;

/** Whole EMU of a length in px. */
export function emu(length: number): number {
  return Math.round(length * emuPerPx);
}

/** px of a length in EMU. */
export function px(length: number): number {
  return length / emuPerPx;
}

/** Hundredths of a point, the unit of type sizes (`sz`): 20 px are 15 pt are 1500. */
export function fontSize(size: number): number {
  return Math.round(size * 75);
}
