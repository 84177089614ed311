/** Which styles show a number as a day, and which day that is. */

import type { IsoDate } from "../../../data/figure.ts";
import type { XmlEvents } from "./xml.ts";

/** @param scan reads the part of styles */
export async function dateStyles(scan: (events: StyleEvents) => Promise<StyleEvents>): Promise<readonly boolean[]> {
  const { formats, styles } = await scan(new StyleEvents());
  return styles.map((format) => isDateId(format) || isDateFormat(formats.get(format) ?? ""));
}

export class StyleEvents implements XmlEvents {
  /** Formats of this workbook's own, by number. */
  readonly formats: Map<number, string> = new Map();
  /** The format of each style of cells. */
  readonly styles: number[] = [];
  private inCells = false;

  open(name: string, { numFmtId = "0", formatCode = "" }: Readonly<Record<string, string>>): void {
    if (name === "numFmt") this.formats.set(Number(numFmtId), formatCode);
    else if (name === "cellXfs") this.inCells = true;
    else if (name === "xf" && this.inCells) this.styles.push(Number(numFmtId));
  }

  text(_content: string): void {}

  close(name: string): void {
    if (name === "cellXfs") this.inCells = false;
  }
}

/** Formats that every workbook has; those of mere times are none. */
function isDateId(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58;
}

/** Whether a format such as `[$-407]d. mmm yyyy;@` shows a day, month or year. */
function isDateFormat(code: string): boolean {
  const [first = ""] = code.split(";");
  const signs = first.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, "").toLowerCase();
  if (signs === "general" || signs === "standard") return false;
  return /[yd]/u.test(signs) || (/m/u.test(signs) && !/[hs0#?]/u.test(signs));
}

const dayLength = 86_400_000;

/**
 * The day of a serial number: 1 is 1 January 1900 (or 0 is 1 January 1904). Excel counts a 29 February 1900 that never was.
 *
 * @returns `undefined` for what is no whole day of a year with four digits, or is that day
 */
export function dayOfSerial(serial: number, from1904: boolean): IsoDate | undefined {
  if (!Number.isInteger(serial) || serial < 0 || serial > 2_958_465 || (!from1904 && (serial === 60 || serial === 0))) return undefined;
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial > 60 ? 30 : 31);
  return new Date(first + serial * dayLength).toISOString().slice(0, 10);
}
