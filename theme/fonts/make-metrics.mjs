/** Writes `metrics.ts` from the font files: `node theme/fonts/make-metrics.mjs`, once for each change of the font. */

import { writeFileSync } from "node:fs";
import { readFont, runsOf } from "./read-font.mjs";

const font = readFont();
const weight = ({ widths, kerning }) =>
  `{ widths: ${JSON.stringify(runsOf(widths))}, kerning: { left: ${JSON.stringify(kerning.left)}, right: ${JSON.stringify(kerning.right)}, rows: ${JSON.stringify(kerning.rows)} } }`;

writeFileSync(
  new URL("metrics.ts", import.meta.url),
  `/** Made by make-metrics.mjs from @fontsource/carlito (latin, latin-ext) and the signs. Do not edit; \`metrics.test.ts\` holds it to the font. */

/** Widths and kerning of one weight, in font units. */
export interface WeightMetrics {
  /** Runs of neighbouring code points: the first code point, then a width for each. */
  readonly widths: readonly (readonly number[])[];
  /** Classes of characters that kern alike as left and as right partner; for each left class pairs of (right class, adjustment). */
  readonly kerning: {
    readonly left: readonly string[];
    readonly right: readonly string[];
    readonly rows: readonly (readonly number[])[];
  };
}

export interface FontMetrics {
  readonly unitsPerEm: number;
  /** Above the baseline. */
  readonly ascent: number;
  /** Below the baseline, positive. */
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly regular: WeightMetrics;
  readonly bold: WeightMetrics;
}

export const metrics: FontMetrics = {
  unitsPerEm: ${font.unitsPerEm},
  ascent: ${font.ascent},
  descent: ${font.descent},
  capHeight: ${font.capHeight},
  xHeight: ${font.xHeight},
  // biome-ignore format: a table
  regular: ${weight(font.regular)},
  // biome-ignore format: a table
  bold: ${weight(font.bold)},
};
`,
);
