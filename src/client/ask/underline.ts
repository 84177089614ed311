/**
 * What can be asked in drawings has dotted lines, as the numbers of a sentence have. Browsers set those of SVG text so near
 * that they run into the point of thousands, whatever `text-underline-offset` says: 1.167 was read as 1,167. So they are
 * drawn, and follow their words when a chart moves or is drawn anew.
 */

const drawing = ".drawing [data-reading][role='button']";
const number = "text:is([data-key$='value'], [data-key='share'])";

/** The number at a mark says that it can be asked; where none stands there its words do. */
const underlined = `${drawing} ${number}, ${drawing}:not(:has(${number})) text, .chart-choropleth .drawing [data-key^='label:'] text[data-key='value']`;

/** From the baseline to the middle of the line: em of the words, and px of the drawing. */
const below = { em: 0.16, px: 1.5 };

const observer = new MutationObserver(draw);
let drawn: Element | undefined;

/** Draws the lines of a slide until {@link endLines}. */
export function drawLines(slide: Element): void {
  drawn = slide;
  observer.observe(slide, { subtree: true, childList: true, characterData: true, attributeFilter: ["x", "y", "font-size", "opacity"] });
  draw();
}

export function endLines(): void {
  clear();
  observer.disconnect();
  drawn = undefined;
}

function clear(): void {
  for (const line of drawn?.querySelectorAll(".asking-line") ?? []) line.remove();
}

function draw(): void {
  clear();
  for (const words of drawn?.querySelectorAll<SVGTextElement>(underlined) ?? []) {
    if (words.checkVisibility() && words.getNumberOfChars() > 0) words.before(lineUnder(words));
  }
  // Its own lines are no news.
  observer.takeRecords();
}

function lineUnder(words: SVGTextElement): SVGLineElement {
  const { fill, fontSize } = getComputedStyle(words);
  const [start, end] = [words.getStartPositionOfChar(0), words.getEndPositionOfChar(words.getNumberOfChars() - 1)];
  const height = String(start.y + below.em * Number.parseFloat(fontSize) + below.px);
  const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
  const attributes = { x1: String(start.x), x2: String(end.x), y1: height, y2: height, opacity: words.getAttribute("opacity") ?? "1" };
  for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, value);
  // A line has nothing to fill, and so is no part of the mark that is edged.
  line.setAttribute("fill", "none");
  line.setAttribute("class", "asking-line");
  line.setAttribute("aria-hidden", "true");
  line.style.color = fill;
  return line;
}
