/** Pictures as pptxgenjs composed them → with the picture's own file, once for each, and its alternative. */

import { relationshipTypes } from "../package/types.ts";
import type { PictureSketch } from "../compose/sketch.ts";
import { child, element, type XmlElement } from "../xml/tree.ts";
import type { PictureItem } from "./content.ts";
import type { Picture } from "./context.ts";
import type { Page } from "./page.ts";
import { drawingProperties, placeholder, rectangular, required, transform } from "./shape.ts";
import { clickOf } from "./links.ts";

/** Endings of the formats that PowerPoint shows, by content type. WebP is none of them. */
const endings: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpeg",
  "image/svg+xml": "svg",
};

/** Whether PowerPoint can show a picture. Others must be refused before: there is nothing here that could convert them. */
export function isShowable({ contentType }: Picture): boolean {
  return Object.hasOwn(endings, contentType);
}

/** @param composed `p:pic` */
export function finishPicture(composed: XmlElement, sketch: PictureSketch, item: PictureItem, page: Page): XmlElement {
  const picture = page.pictures.get(item.address);
  if (picture === undefined) throw new Error(`The picture ${item.address} was not read.`);
  const { region, alternative, name } = item;
  return element(
    "p:pic",
    {},
    element(
      "p:nvPicPr",
      {},
      drawingProperties(
        { id: page.part.nextId(), name, ...(alternative === "" ? {} : { descr: alternative }) },
        alternative === "",
        ...(sketch.link ? [element("a:hlinkClick", clickOf(sketch.link, page))] : []),
      ),
      element("p:cNvPicPr", {}, element("a:picLocks", { noChangeAspect: true })),
      element("p:nvPr", {}, region ? placeholder(region) : undefined),
    ),
    element("p:blipFill", {}, blip(picture, page), required(child(composed, "p:blipFill"), "a:stretch")),
    element("p:spPr", {}, transform(composed), rectangular),
  );
}

function blip(picture: Picture, page: Page): XmlElement {
  const own = embed(picture.bytes, picture.contentType, page);
  if (picture.contentType !== "image/svg+xml") return element("a:blip", { "r:embed": own });
  return element(
    "a:blip",
    { "r:embed": embed(greyPoint, "image/png", page) },
    element(
      "a:extLst",
      {},
      element(
        "a:ext",
        { uri: "{96DAC541-7B7A-43D3-8B79-37D633B846F1}" },
        element("asvg:svgBlip", { "xmlns:asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main", "r:embed": own }),
      ),
    ),
  );
}

/** The relationship to a file that is stored once. */
function embed(bytes: Uint8Array, contentType: string, page: Page): string {
  const ending = endings[contentType];
  if (ending === undefined) throw new Error(`PowerPoint shows no ${contentType}.`);
  return page.part.relate(relationshipTypes.image, page.package.media(bytes, ending, contentType));
}

/**
 * What a program without SVG (PowerPoint before 2016) shows instead: one grey point, drawn out to a panel of the
 * picture's size. To paint the picture in points would take a whole renderer.
 */
const greyPoint: Uint8Array = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4AAAA8gDxMXlnawAAAABJRU5ErkJggg==",
  "base64",
);
