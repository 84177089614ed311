/** The box that a chart is drawn into, and the sizes of its type, px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Labels and values: 18 on the canvas, 14 on a phone. */
  readonly label: number;
  /** Axes and notes, the smallest type: 16 on the canvas, 13 on a phone. */
  readonly small: number;
}

/** The type sizes of slides. */
export const canvasType = { label: 18, small: 16 } as const;
/** The type sizes of narrow screens. */
export const phoneType = { label: 14, small: 13 } as const;
