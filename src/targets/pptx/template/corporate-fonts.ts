/** How text in a template's font compares to text in the house's: what fits is reckoned with the house's font. */

import { child, type XmlElement } from "../xml/tree.ts";

interface FontMeasures {
  /** Width of German running text ÷ that in Calibri regular, of the same size. */
  readonly regular: number;
  readonly bold: number;
  /** The font's own line, em. */
  readonly line: number;
}

const calibri: FontMeasures = { regular: 1, bold: 1.022, line: 1.221 };
const arial: FontMeasures = { regular: 1.096, bold: 1.174, line: 1.15 };
const times: FontMeasures = { regular: 1, bold: 1.061, line: 1.15 };

/** Measured on the briefing's text, in free fonts of the same widths (Carlito, Arimo, Tinos, Caladea, Gelasio) or the fonts themselves. */
const known: ReadonlyMap<string, FontMeasures> = new Map([
  ["calibri", calibri],
  ["carlito", calibri],
  ["arial", arial],
  ["arimo", arial],
  ["helvetica", arial],
  ["liberation sans", arial],
  ["times new roman", times],
  ["tinos", times],
  ["liberation serif", times],
  ["cambria", { regular: 1.003, bold: 1.106, line: 1.172 }],
  ["georgia", { regular: 1.097, bold: 1.277, line: 1.27 }],
  ["open sans", { regular: 1.147, bold: 1.227, line: 1.362 }],
  ["roboto", { regular: 1.088, bold: 1.11, line: 1.172 }],
]);

/** Capitals instead of small letters, at most: in Calibri it is 1.16. */
const capitals = 1.29;

export interface Face {
  readonly name: string;
  readonly bold: boolean;
  readonly capitals: boolean;
}

export function isKnownFont(name: string): boolean {
  return known.has(name.toLowerCase());
}

/** Width of text ÷ the same in the house's font, of the same size; a font that is not known counts as the house's. */
export function lettersOf({ name, bold, capitals: isCapitals }: Face, house: 400 | 700): number {
  const measures = known.get(name.toLowerCase()) ?? calibri;
  const width = (bold ? measures.bold : measures.regular) * (isCapitals ? capitals : 1);
  return width / (house === 700 ? calibri.bold : calibri.regular);
}

/** The font's own line, em. */
export function naturalLine(name: string): number {
  return (known.get(name.toLowerCase()) ?? calibri).line;
}

/** The fonts of a theme, by the names that text uses for them. */
export interface ThemeFonts {
  readonly "+mj-lt": string;
  readonly "+mn-lt": string;
}

export function themeFonts(theme: XmlElement | undefined): ThemeFonts {
  const scheme = child(child(theme, "a:themeElements"), "a:fontScheme");
  const typeface = (name: string): string => child(child(scheme, name), "a:latin")?.attributes["typeface"] ?? "";
  return { "+mj-lt": typeface("a:majorFont"), "+mn-lt": typeface("a:minorFont") };
}

export function typefaceOf(written: string, fonts: ThemeFonts): string {
  if (written === "+mj-lt" || written === "+mn-lt") return fonts[written];
  return written;
}
