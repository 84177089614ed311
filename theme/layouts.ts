/** Where things stand on a slide: every target reads the regions here. px on a 1280 × 720 (or 960 × 720) canvas. */

export type CanvasName = "16:9" | "4:3";
export type LayoutName = "title" | "section" | "content" | "two-columns" | "chart" | "chart-text" | "map" | "figures" | "closing";
