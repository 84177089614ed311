/** Pictures that stand side by side, as large as their room but never larger than they are. */

import type { Block } from "../../../deck/model.ts";
import { pictureOf } from "../../../deck/pictures.ts";
import type { PictureItem } from "./content.ts";
import type { Thing } from "./pieces.ts";
import { named } from "./names.ts";
import { lineOf, linkOf } from "./runs.ts";

/** px. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Between two pictures, px. */
const gap = 24;

/** @param sizes by address; a picture that is not in it fills its share of the room */
export function placePictures(
  { content }: Extract<Block, { kind: "paragraph" }>,
  width: number,
  height: number,
  sizes: ReadonlyMap<string, PictureSize>,
): Thing {
  const shown = content.flatMap((inline) => {
    const picture = pictureOf(inline)?.image;
    return picture === undefined ? [] : [{ picture, link: inline.kind === "link" ? linkOf(inline.address, inline.title) : undefined }];
  });
  const room = width - (shown.length - 1) * gap;
  const widths = shown.map(({ picture }) => sizes.get(picture.address)?.width ?? room / shown.length);
  // They shrink alike where they are too wide together.
  const shrink = Math.min(1, room / widths.reduce((sum, own) => sum + own, 0));
  let x = 0;
  const items: PictureItem[] = [];
  for (const [i, { picture, link }] of shown.entries()) {
    const own = (widths[i] ?? 0) * shrink;
    const alternative = lineOf([{ kind: "text", text: picture.alternative }]);
    items.push({
      kind: "picture",
      name: named("Bild", alternative),
      box: { x, y: 0, ...scaledDown(sizes.get(picture.address), own, height) },
      address: picture.address,
      alternative,
      ...(link === undefined ? {} : { link }),
    });
    x += own + gap;
  }
  return { height, items };
}

function scaledDown(size: PictureSize | undefined, width: number, height: number): PictureSize {
  if (size === undefined) return { width, height };
  const factor = Math.min(1, width / size.width, height / size.height);
  return { width: size.width * factor, height: size.height * factor };
}
