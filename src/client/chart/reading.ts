/** The reading of a mark: a label beside its shape, where it covers least of what the chart says. */

/** px, on the slide: slides are scaled on the screen. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between a shape and its reading, px. */
const gap = 8;

/**
 * Where a label stands: of the places in question the first that covers least of what it should leave free.
 *
 * @param anchor the shape that is read, or a point on it
 * @param beside `true` for lying bars: at their end rather than above them
 * @param others what should not be covered
 * @param bounds what the label stays inside of, from 0,0
 */
export function placeReading(
  label: Pick<Rect, "width" | "height">,
  anchor: Rect,
  beside: boolean,
  others: readonly Rect[],
  bounds: Pick<Rect, "width" | "height">,
): Pick<Rect, "left" | "top"> {
  const middle = { left: anchor.left + (anchor.width - label.width) / 2, top: anchor.top + (anchor.height - label.height) / 2 };
  const right = { left: anchor.left + anchor.width + gap, top: middle.top };
  const left = { left: anchor.left - label.width - gap, top: middle.top };
  const above = { left: middle.left, top: anchor.top - label.height - gap };
  const below = { left: middle.left, top: anchor.top + anchor.height + gap };
  // On the bar itself, where it reaches the edge.
  const end = { left: anchor.left + anchor.width - label.width - gap, top: middle.top };
  let best = { left: 0, top: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const place of beside ? [right, end, above, below, left] : [above, right, left, below]) {
    const inside = {
      left: Math.max(0, Math.min(place.left, bounds.width - label.width)),
      top: Math.max(0, Math.min(place.top, bounds.height - label.height)),
    };
    const box = { left: inside.left, top: inside.top, width: label.width, height: label.height };
    // Of the shape itself something may be covered rather than of its neighbours.
    const covers = others.reduce((sum, other) => sum + common(box, other), common(box, anchor) / 2);
    if (covers < least - 1) {
      best = inside;
      least = covers;
    }
  }
  return best;
}

/** The area that two have in common, px². */
function common(a: Rect, b: Rect): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

let label: HTMLElement | undefined;
let read: SVGElement | undefined;

/** A point on the screen, px. */
export interface Pointer {
  readonly x: number;
  readonly y: number;
}

/**
 * Shows what a mark says: at a lying bar's end; near the pointer on areas and other large shapes; above all others.
 *
 * @param pointer where it is pointed at; without one it is read by keyboard
 */
export function showReading(mark: SVGElement, pointer?: Pointer): void {
  const figure = mark.closest<HTMLElement>("figure");
  // It stands still while the pointer moves from a mark's shape to its label.
  if (figure === null || (mark === read && label?.hidden === false)) return;
  read = mark;
  label ??= makeLabel();
  label.textContent = mark.getAttribute("data-reading");
  label.hidden = false;
  if (label.parentElement !== figure) figure.append(label);
  const box = figure.getBoundingClientRect();
  // Slides are scaled: places on the screen are turned into places on the slide.
  const scale = box.width / figure.offsetWidth || 1;
  const onSlide = ({ left, top, width, height }: Rect): Rect => ({
    left: (left - box.left) / scale,
    top: (top - box.top) / scale,
    width: width / scale,
    height: height / scale,
  });
  const shape = shapeOf(mark);
  const beside = /^(?:left|right)$/.test(shape.getAttribute("data-grow") ?? "");
  const point = isBox(shape) ? undefined : (pointer ?? pointIn(shape));
  const anchor = point === undefined ? shape.getBoundingClientRect() : { left: point.x, top: point.y, width: 0, height: 0 };
  const others = [...(mark.closest("svg")?.querySelectorAll("text, rect[data-grow]") ?? [])]
    .filter((other) => other !== shape)
    .map((other) => onSlide(other.getBoundingClientRect()));
  const size = { width: label.offsetWidth, height: label.offsetHeight };
  const place = placeReading(size, onSlide(anchor), beside, others, { width: figure.offsetWidth, height: figure.offsetHeight });
  label.style.left = `${place.left}px`;
  label.style.top = `${place.top}px`;
}

export function hideReading(): void {
  read = undefined;
  if (label !== undefined) label.hidden = true;
}

/** What stands for the value: neither its words nor the line that leads to them. */
function shapeOf(mark: SVGElement): Element {
  const shape = '[data-key="bar"], [data-key="area"], [data-key="slice"], [data-key="pill"], [data-key="dot"]';
  return mark.querySelector(shape) ?? mark.querySelector(":scope > :not(text)") ?? mark;
}

/** The bounds of a path, of a line or of many squares say little about where they are. */
function isBox(shape: Element): boolean {
  return shape.tagName !== "path" && shape.tagName !== "line" && shape.getAttribute("data-key")?.startsWith("square:") !== true;
}

/** A point well inside of a shape, on the screen, px; `undefined` for one without an inside. */
function pointIn(shape: Element): Pointer | undefined {
  if (!(shape instanceof SVGGeometryElement)) return undefined;
  const { x, y, width, height } = shape.getBBox();
  const matrix = shape.getScreenCTM();
  const steps = 12;
  const at = (column: number, row: number): DOMPoint => new DOMPoint(x + (width * column) / steps, y + (height * row) / steps);
  let best: DOMPoint | undefined;
  let most = 0;
  for (let row = 1; row < steps; row++) {
    for (let column = 1; column < steps; column++) {
      const around = [at(column, row), at(column - 1, row), at(column + 1, row), at(column, row - 1), at(column, row + 1)];
      // Among those that are as deep inside, the one nearest to the middle.
      const off = Math.hypot(column / steps - 0.5, row / steps - 0.5);
      const depth = around.filter((point) => shape.isPointInFill(point)).length - off;
      if (depth > most) [best, most] = [around[0], depth];
    }
  }
  return matrix === null ? undefined : best?.matrixTransform(matrix);
}

/** For the eye only: who listens hears the mark itself. */
function makeLabel(): HTMLElement {
  const element = document.createElement("div");
  element.className = "mark-reading";
  element.setAttribute("aria-hidden", "true");
  return element;
}
