/** Where lines of text end. */

/** Where no gap between lines is so near, it is cut after all: em. */
const farthest = 5;

/** The lowest place at or above `limit`, in px of the window, that runs through no line of an element's text. */
export function lineEnd(element: HTMLElement, limit: number): number {
  const lines = linesOf(element);
  const least = limit - farthest * Number.parseFloat(getComputedStyle(element).fontSize);
  let end = limit;
  for (let cut = cutAt(lines, end); cut.length > 0; cut = cutAt(lines, end)) {
    end = Math.min(...cut.map(({ top }) => top));
    if (end < least) return limit;
  }
  return end;
}

function cutAt(lines: readonly DOMRect[], end: number): readonly DOMRect[] {
  return lines.filter(({ top, bottom }) => top < end - 0.5 && bottom > end + 0.5);
}

function linesOf(element: Element): readonly DOMRect[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found: DOMRect[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.checkVisibility() !== true) continue;
    range.selectNodeContents(node);
    found.push(...range.getClientRects());
  }
  return found;
}
