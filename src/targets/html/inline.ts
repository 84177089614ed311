/** Running text as HTML. */

import { type Figure, inBrackets, isMissing } from "../../data/figure.ts";
import { type Appearances, placeId } from "../../deck/ledger/appearances.ts";
import type { Block, Inline } from "../../deck/model.ts";
import type { Assets } from "./assets.ts";
import type { SwitchRole } from "./chart.ts";
import { escapeHtml, isSafeAddress } from "./escape.ts";

/** What the parts of one slide share while they are written. */
export interface Writing {
  readonly assets: Assets;
  /** What can be asked: on the slide of this id, by these numbers. */
  readonly slide: string;
  readonly numbers: Appearances["numbers"];
  /** The level of the title's element: 1 or 2. */
  readonly titleLevel: number;
  /** Levels of the headings that the author wrote on the slide, ascending: no level is left out below the title. */
  readonly headingLevels: readonly number[];
  /** Of charts that share one switch. */
  readonly switches: ReadonlyMap<Block, SwitchRole>;
  /** What each picture met so far was found to be; added to. */
  readonly images: Map<string, string | undefined>;
}

export function renderInline(content: readonly Inline[], writing: Writing): string {
  let out = "";
  for (const part of content) out += renderPart(part, writing);
  return out;
}

function renderPart(part: Inline, writing: Writing): string {
  switch (part.kind) {
    case "text":
      return escapeHtml(part.text);
    case "strong":
      return `<strong>${renderInline(part.content, writing)}</strong>`;
    case "emphasis":
      return `<em>${renderInline(part.content, writing)}</em>`;
    case "deleted":
      return `<del>${renderInline(part.content, writing)}</del>`;
    case "code":
      return `<code>${escapeHtml(part.text)}</code>`;
    case "break":
      return "<br>";
    case "link": {
      const content = renderInline(part.content, writing);
      if (!isSafeAddress(part.address)) return content;
      const title = part.title === undefined ? "" : ` title="${escapeHtml(part.title)}"`;
      return `<a href="${escapeHtml(part.address)}"${title}>${content}</a>`;
    }
    case "image": {
      const { address, alternative, title } = part.image;
      const source = writing.assets.images.get(address);
      writing.images.set(address, source);
      if (source === undefined) return `<span class="picture-missing">${escapeHtml(alternative)}</span>`;
      return `<img class="picture" src="${escapeHtml(source)}" alt="${escapeHtml(alternative)}"${title === undefined ? "" : ` title="${escapeHtml(title)}"`}>`;
    }
    case "figure":
      return renderFigure(part.figure, writing);
    case "bound":
      return `<span class="bound"${askedAs(part, writing)}>${escapeHtml(part.text)}</span>`;
    case "literal":
      return renderInline(part.content, writing);
    case "claim":
      return `<span class="assertion"${askedAs(part, writing)}>${renderInline(part.content, writing)}</span>`;
  }
}

/** What has a number of its own on the slide. */
function askedAs(shown: Parameters<Appearances["numbers"]["get"]>[0], { slide, numbers }: Writing): string {
  const number = numbers.get(shown);
  return number === undefined ? "" : ` data-figure="${escapeHtml(placeId(slide, number))}"`;
}

/** A number that can be asked: `data-figure` is its name in the ledger. */
export function renderFigure(figure: Figure, writing: Writing): string {
  const head = `<span class="figure"${askedAs(figure, writing)}>`;
  if (!isMissing(figure.value)) {
    // Most screen readers pass brackets over.
    const meaning = inBrackets(figure) && figure.origin.kind === "datum" ? figure.origin.quality?.meaning : undefined;
    const said = meaning === undefined ? "" : `<span class="visually-hidden"> (${escapeHtml(meaning)})</span>`;
    return `${head}${escapeHtml(figure.text)}${said}</span>`;
  }
  // A symbol such as "·" is mute: its meaning is read instead.
  return `${head}<span aria-hidden="true">${escapeHtml(figure.text)}</span><span class="visually-hidden">${escapeHtml(figure.value.meaning)}</span></span>`;
}

/** Text without markup, for labels; line breaks become blanks. */
export function plainText(content: readonly Inline[]): string {
  let out = "";
  for (const part of content) {
    if (part.kind === "text" || part.kind === "code" || part.kind === "bound") out += part.text;
    else if (part.kind === "figure") out += part.figure.text;
    else if (part.kind === "break") out += " ";
    else if (part.kind === "image") out += part.image.alternative;
    else out += plainText(part.content);
  }
  return out;
}
