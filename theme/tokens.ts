/** Colours, fonts and sizes, once for every target: CSS variables, SVG and the PowerPoint theme come from here. */

/**
 * The palette is drawn from the tinctures of the county's arms (gold, red, blue, silver), not from an official
 * house style: replace this table to bring one. `tokens.test.ts` holds every pair that is used to its contrast.
 */
export const colours = {
  /** Text. */
  ink: "#14202e",
  /** Secondary text; AA on `ground` and `silver`. */
  muted: "#4a5868",
  /** The slide's ground. */
  ground: "#ffffff",
  /** Panels, bands, the map's surroundings. */
  silver: "#eef1f4",
  /** Hairlines. */
  line: "#c3ccd5",
  /** Titles, data, full-colour slides. */
  blue: "#12467d",
  "blue-deep": "#0b2d54",
  /** Data beside a highlight in `blue`: 3:1 on `ground` and against `blue`. */
  calm: "#7096c8",
  /** The one accent of a slide: shapes (3:1 on `ground`), never text on white. */
  gold: "#bf8900",
  /** The accent on blue: rules and markers there. */
  "gold-bright": "#f2b400",
  /** Gold dark enough for text on white. */
  "gold-text": "#7d5800",
  /** The word behind a draft's content: all text stays AA on it. */
  draft: "#f5dadc",
  /** The same on blue. */
  "draft-on-blue": "#235c99",
  /** Warning and contrast only. */
  red: "#b3202c",
  /** Text on blue. */
  "on-blue": "#ffffff",
  /** Secondary text on blue. */
  "on-blue-muted": "#d3dfec",
  /** The gathered remainder ("Übrige") and inactive parts; 3:1 on ground. */
  rest: "#8792a0",
  /** Categorical, at most six, none of them the warning's red; each 3:1 on ground, told apart in grey print and by the colour-blind. */
  "series-1": "#12467d",
  "series-2": "#c18b00",
  "series-3": "#007e7c",
  "series-4": "#664d3e",
  "series-5": "#4b8db5",
  "series-6": "#401f46",
  /** Sequential scale of one hue, light to dark in even steps of 14 L* (CIELAB). */
  "map-1": "#dde6f6",
  "map-2": "#aac0e7",
  "map-3": "#779bd5",
  "map-4": "#4677bc",
  "map-5": "#1f5496",
  "map-6": "#093365",
} as const;

export type ColourName = keyof typeof colours;

/** One family, two weights and an italic. Carlito has the metrics of Calibri, so that text breaks alike in PowerPoint. */
export const fonts = {
  family: "Carlito",
  /** Signs that Carlito's web subsets lack (▲ ≤ ‰ ⅓ U+202F …), see `fonts/README.md`. */
  signs: "Stichtag Signs",
  /** The font of the same metrics that every PowerPoint has. */
  office: "Calibri",
  fallback: ["Calibri", "Arial", "sans-serif"],
  weights: { regular: 400, bold: 700 },
} as const;

/** Size and line height in px, weight. */
export interface TextStyle {
  readonly size: number;
  readonly line: number;
  readonly weight: 400 | 700;
}
export type TextName = keyof typeof text;

/** The type scale. Nothing on a slide is smaller than `source`. */
export const text = {
  /** Titles of the full-colour slides. */
  display: { size: 56, line: 64, weight: 700 },
  title: { size: 40, line: 48, weight: 700 },
  /** Above the title, tracked by {@link tracking}. */
  kicker: { size: 18, line: 24, weight: 700 },
  /** Text of the full-colour slides. */
  lead: { size: 28, line: 40, weight: 400 },
  /** Headings within a region. */
  heading: { size: 26, line: 32, weight: 700 },
  body: { size: 26, line: 36, weight: 400 },
  /** List level two and deeper. */
  second: { size: 22, line: 32, weight: 400 },
  /** Text of charts' subtitles, table captions, key figures' labels. */
  caption: { size: 20, line: 28, weight: 400 },
  table: { size: 20, line: 28, weight: 400 },
  /** Tables of many rows. */
  dense: { size: 18, line: 24, weight: 400 },
  label: { size: 18, line: 24, weight: 400 },
  code: { size: 20, line: 28, weight: 400 },
  /** Source line, footnotes, page number. */
  source: { size: 16, line: 20, weight: 400 },
} as const;

/** Letter spacing of the kicker, em. */
export const tracking = 0.06;

/** Every vertical distance is a multiple of it, px. */
export const baseline = 8;

/** px. */
export const space = {
  /** Between blocks of a region; see `gapBetween` in `blocks.ts`. */
  block: 16,
  /** Above a heading within a region. */
  beforeHeading: 28,
  /** Between a heading and what it heads. */
  afterHeading: 8,
  /** Above and below charts and tables. */
  aroundCharts: 24,
  /** Above and below key figures. */
  aroundFigures: 32,
  /** Between items of a list of level one. */
  item: 12,
  /** Between items of deeper lists, and above them. */
  itemSecond: 4,
  /** Indent of each list level. */
  indent: 32,
  /** Above and below a table cell's text, and left and right of it. */
  cell: { y: 4, x: 16 },
  /** The same in a dense table. */
  denseCell: { y: 0, x: 16 },
  /** Indent of a quote. */
  quote: 32,
  /** Padding of a code block. */
  code: 16,
  /** Height of the switch between a chart's views, which stands beside its subtitle, with the distance below it. */
  views: 40,
  /** At the left and right of a switch's labels. */
  viewsLabel: 16,
} as const;

/** Paragraphs, lists, headings and quotes are never wider, px: about 65 characters of body text. */
export const measure = 832;

/** The word that goes across each slide of a draft. */
export const draft = {
  word: "ENTWURF",
  /** Size of its letters ÷ the canvas's width. */
  size: 0.18,
  /** Degrees, clockwise. */
  angle: -20,
  /** px of the small one at the slide's upper right corner, and its distance from the upper edge. */
  label: { size: 24, top: 20 },
} as const;

/** ms. */
export const motion = { enter: 600, morph: 500 } as const;
