/** A deck on paper, read back: the text of each page of a PDF, by where it stands. */

import { getDocumentProxy } from "unpdf";
import { type Box, type CanvasName, canvases, type LayoutName, layoutOf } from "../../../theme/layouts.ts";

export interface Sheet {
  /** What stands on the slide, without the next two. */
  readonly seen: string;
  readonly foot: string;
  readonly page: string;
}

interface Piece {
  readonly text: string;
  /** px of the canvas: where its base line begins, and how far it goes. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** px, of its letters. */
  readonly size: number;
}

const pxPerPoint = 96 / 72;

/** @param layouts of the slides, in order: one a page. @throws Error where there are more pages, or fewer */
export async function readPaper(pdf: Uint8Array, canvas: CanvasName, layouts: readonly LayoutName[]): Promise<readonly Sheet[]> {
  const paper = await getDocumentProxy(Uint8Array.from(pdf));
  if (paper.numPages !== layouts.length) throw new Error(`${paper.numPages} pages for ${layouts.length} slides`);
  const sheets: Sheet[] = [];
  for (const [index, layout] of layouts.entries()) {
    const page = await paper.getPage(index + 1);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => ("str" in item ? [pieceOf(item, canvases[canvas].height)] : []));
    sheets.push(sheetOf(pieces, canvas, layout));
  }
  await paper.cleanup();
  return sheets;
}

interface Item {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  /** The last two: where it begins, in points from the lower left corner. */
  readonly transform: readonly unknown[];
}

function pieceOf({ str, width, height, transform }: Item, canvasHeight: number): Piece {
  const [x, y] = transform.slice(4).map((points) => Number(points) * pxPerPoint);
  return { text: str, x: x ?? 0, y: canvasHeight - (y ?? 0), width: width * pxPerPoint, size: height * pxPerPoint };
}

function sheetOf(pieces: readonly Piece[], canvas: CanvasName, layout: LayoutName): Sheet {
  const { regions } = layoutOf(layout, canvas);
  const within = (kind: "source" | "page"): ((piece: Piece) => boolean) => {
    const boxes = regions.filter((region) => region.kind === kind);
    return (piece) => boxes.some((box) => holds(box, piece));
  };
  const [isFoot, isPage] = [within("source"), within("page")];
  return {
    seen: written(pieces.filter((piece) => !isFoot(piece) && !isPage(piece))),
    foot: written(pieces.filter(isFoot)),
    page: written(pieces.filter(isPage)),
  };
}

function holds({ x, y, width, height }: Box, piece: Piece): boolean {
  return piece.x >= x - 1 && piece.x <= x + width + 1 && piece.y >= y && piece.y <= y + height;
}

/** Parts of an em. The reader gives every blank as the same one, but as wide as it is: the house's fonts have 0.23, and 0.15 between thousands. */
const narrowBlank = 0.19;

/** Pieces that touch on one line are one; all others stand apart, so that no two numbers become a longer one. */
function written(pieces: readonly Piece[]): string {
  let [text, last] = ["", undefined as Piece | undefined];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    const gap = last === undefined ? Number.POSITIVE_INFINITY : piece.x - last.x - last.width;
    const touches = last !== undefined && Math.abs(piece.y - last.y) < 1 && Math.abs(gap) < 0.12 * last.size;
    const isNarrow = touches && piece.text === " " && piece.width < narrowBlank * (last?.size ?? 0);
    text += `${touches ? "" : "\n"}${isNarrow ? "\u202f" : piece.text}`;
    // A blank has no size of its own.
    last = piece.text === " " ? { ...piece, size: last?.size ?? 0 } : piece;
  }
  return text;
}
