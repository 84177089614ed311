/** Colours, fonts and sizes, once for every target: CSS variables, SVG and the PowerPoint theme come from here. */

/**
 * The palette is drawn from the tinctures of the county's arms (gold, red, blue, silver), not from an official
 * house style: replace this table to bring one.
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
  /** The one accent of a slide: shapes, never text on white. */
  gold: "#e8a800",
  /** Gold dark enough for text on white. */
  "gold-text": "#7d5800",
  /** Warning and contrast only. */
  red: "#b3202c",
  /** Text on blue. */
  "on-blue": "#ffffff",
  /** Secondary text on blue. */
  "on-blue-muted": "#d3dfec",
  /** The gathered remainder ("Übrige") and inactive parts; 3:1 on ground. */
  rest: "#8792a0",
  /** Categorical, at most six; told apart in grey print and by the colour-blind. */
  "series-1": "#12467d",
  "series-2": "#e8a800",
  "series-3": "#4f9bb5",
  "series-4": "#b3202c",
  "series-5": "#6d7a89",
  "series-6": "#7e4f8f",
  /** Sequential scale of one hue, light to dark. */
  "map-1": "#dbe7f3",
  "map-2": "#aecae6",
  "map-3": "#7ba7d2",
  "map-4": "#4a80b6",
  "map-5": "#235a94",
  "map-6": "#0b2d54",
} as const;

export type ColourName = keyof typeof colours;
