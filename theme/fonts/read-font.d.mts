/** Widths as pairs of code point and font units; kerning as in `WeightMetrics`. */
export interface WeightOfFont {
  readonly widths: readonly (readonly [code: number, width: number])[];
  readonly kerning: {
    readonly left: readonly string[];
    readonly right: readonly string[];
    readonly rows: readonly (readonly number[])[];
  };
}

export function readFont(): {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly regular: WeightOfFont;
  readonly bold: WeightOfFont;
};

export function runsOf(widths: WeightOfFont["widths"]): readonly (readonly number[])[];
