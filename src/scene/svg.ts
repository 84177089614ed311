/** Writes a scene as SVG text: the same at build time and in the browser. No style attributes, so that a strict CSP holds. */

import { colours, type ColourName } from "../../theme/tokens.ts";
import type { Mark, Paint, Scene } from "./scene.ts";

export interface SvgOptions {
  /** Unique in the document; the description's id is made from it. */
  readonly id: string;
  /** Plain text: the accessible name. */
  readonly title: string;
  /** Plain text: the accessible description. */
  readonly summary?: string;
  /** Class attribute of the `<svg>`. */
  readonly className?: string;
}

/**
 * An `<svg>` whose marks carry `data-key`, and whose groups with a reading are images with a name
 * (`role="img" aria-label data-reading`). What has no reading is hidden from screen readers.
 */
export function renderSvg(scene: Scene, options: SvgOptions): string {
  const { id, title, summary, className } = options;
  const described = summary ? ` aria-describedby="${escapeXml(id)}-desc"` : "";
  const description = summary ? `<desc id="${escapeXml(id)}-desc">${escapeXml(summary)}</desc>` : "";
  const size = `viewBox="0 0 ${px(scene.width)} ${px(scene.height)}" width="${px(scene.width)}" height="${px(scene.height)}"`;
  const role = scene.marks.some(isRead) ? "group" : "img";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" id="${escapeXml(id)}"${className ? ` class="${escapeXml(className)}"` : ""} ${size} ` +
    `role="${role}" aria-label="${escapeXml(title)}"${described}>${description}${renderMarks(scene.marks)}</svg>`
  );
}

/** The inside of the `<svg>`: what changes when a scene gives way to the next. */
export function renderMarks(marks: readonly Mark[]): string {
  let out = "";
  for (const mark of marks) out += renderMark(mark, false);
  return out;
}

function isRead(mark: Mark): boolean {
  return mark.type === "group" && (mark.reading !== undefined || mark.marks.some(isRead));
}

function renderMark(mark: Mark, inside: boolean): string {
  const head = `data-key="${escapeXml(mark.key)}"${mark.opacity === undefined ? "" : ` opacity="${px(mark.opacity)}"`}`;
  // Hidden where it stands, but not again in the depth: what is inside a reading is already read by its name.
  const hidden = inside ? "" : ' aria-hidden="true"';
  switch (mark.type) {
    case "group": {
      let content = "";
      if (mark.reading !== undefined) {
        for (const child of mark.marks) content += renderMark(child, true);
        const reading = escapeXml(mark.reading);
        return `<g ${head} role="img" aria-label="${reading}" data-reading="${reading}">${content}</g>`;
      }
      const bearing = !inside && mark.marks.some(isRead);
      for (const child of mark.marks) content += renderMark(child, !bearing);
      return `<g ${head}${bearing ? "" : hidden}>${content}</g>`;
    }
    case "rect": {
      const radius = mark.radius ? ` rx="${px(mark.radius)}"` : "";
      const grow = mark.grow ? ` data-grow="${mark.grow}"` : "";
      return `<rect ${head}${hidden} x="${px(mark.x)}" y="${px(mark.y)}" width="${px(mark.width)}" height="${px(mark.height)}"${radius}${grow}${paint(mark)}/>`;
    }
    case "circle":
      return `<circle ${head}${hidden} cx="${px(mark.cx)}" cy="${px(mark.cy)}" r="${px(mark.r)}"${paint(mark)}/>`;
    case "line":
      return `<line ${head}${hidden} x1="${px(mark.x1)}" y1="${px(mark.y1)}" x2="${px(mark.x2)}" y2="${px(mark.y2)}"${paint(mark)}/>`;
    case "path":
      return `<path ${head}${hidden} d="${escapeXml(mark.d)}"${paint(mark)}/>`;
    case "text": {
      const anchor = mark.anchor === "start" ? "" : ` text-anchor="${mark.anchor}"`;
      const weight = mark.weight === "bold" ? ' font-weight="700"' : "";
      return `<text ${head}${hidden} x="${px(mark.x)}" y="${px(mark.y)}" font-size="${px(mark.size)}"${weight}${anchor} fill="${colours[mark.fill]}">${escapeXml(mark.text)}</text>`;
    }
  }
}

function paint(mark: Paint): string {
  let out = mark.fill === undefined ? "" : ` fill="${hex(mark.fill)}"`;
  if (mark.stroke !== undefined) out += ` stroke="${hex(mark.stroke)}"`;
  if (mark.strokeWidth !== undefined) out += ` stroke-width="${px(mark.strokeWidth)}"`;
  if (mark.dash !== undefined) out += ` stroke-dasharray="${escapeXml(mark.dash)}"`;
  return out;
}

function hex(colour: ColourName | "none"): string {
  return colour === "none" ? "none" : colours[colour];
}

/** At most two decimals, none that say nothing. Put together of whole numbers, which are written much faster than fractions. */
function px(value: number): string {
  const hundredths = Math.round(value * 100);
  if (!(Math.abs(hundredths) < 2 ** 31)) return String(hundredths / 100 || 0);
  const size = Math.abs(hundredths);
  const part = size % 100;
  const whole = (size - part) / 100;
  const sign = hundredths < 0 ? "-" : "";
  if (part === 0) return `${sign}${whole}`;
  return part % 10 === 0 ? `${sign}${whole}.${part / 10}` : `${sign}${whole}.${part < 10 ? "0" : ""}${part}`;
}

/** Nearly all texts: nothing to escape, nothing that XML does not allow. */
const plain = /^[ !#-%(-;=?-~\u00a0-\ud7ff]*$/;
/** What XML does not allow: control characters but tab and line ends, lone surrogates, non-characters. */
const illegal = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/** Text as XML content or attribute value; characters that XML does not allow are left out. */
function escapeXml(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(illegal, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
