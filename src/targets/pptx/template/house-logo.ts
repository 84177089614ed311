/** The logo of `theme/brand/` as a picture on full-colour layouts. */

import type { Box } from "../../../../theme/layouts.ts";
import type { Part, Relationship } from "../package/part.ts";
import { relationshipTypes } from "../package/types.ts";
import type { Picture } from "../slide/context.ts";
import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { rectangleGeometry, transform } from "./house-shapes.ts";
import type { Logo } from "./layout.ts";

/**
 * An SVG stays one (PowerPoint from 2016 draws it), beside points for what cannot: `raster`, else a clear dot, since nothing
 * here draws SVG into points.
 */
export function houseLogo(picture: Picture, raster: Picture | undefined): Logo & { readonly parts: readonly Part[] } {
  const vector = picture.contentType === "image/svg+xml";
  const { contentType, bytes } = vector ? (raster ?? { contentType: "image/png", bytes: clearDot }) : picture;
  const fallback = part(`ppt/media/logo.${endings[contentType] ?? "png"}`, contentType, bytes);
  const drawing = vector ? part("ppt/media/logo.svg", "image/svg+xml", picture.bytes) : undefined;
  const parts = drawing ? [fallback, drawing] : [fallback];
  const relationships: readonly Relationship[] = parts.map(({ path }, i) => ({
    id: `rId${i + 2}`,
    type: relationshipTypes.image,
    target: path,
  }));
  const [first, second] = relationships;
  const blip = element(
    "a:blip",
    { "r:embed": first?.id },
    second &&
      element(
        "a:extLst",
        {},
        element(
          "a:ext",
          { uri: "{96DAC541-7B7A-43D3-8B79-37D633B846F1}" },
          element("asvg:svgBlip", { "xmlns:asvg": namespaces.asvg, "r:embed": second.id }),
        ),
      ),
  );
  return { parts, relationships, shape: (region) => (id) => logoShape(id, within(region, picture), blip) };
}

const endings: Readonly<Record<string, string>> = { "image/png": "png", "image/jpeg": "jpg" };

function part(path: string, contentType: string, content: Uint8Array): Part {
  return { path, contentType, content, relationships: [] };
}

/** As large as the region holds, at its upper right. */
function within(region: Box, { width, height }: Picture): Box {
  const scale = Math.min(region.width / width, region.height / height);
  const size = { width: width * scale, height: height * scale };
  return { x: region.x + region.width - size.width, y: region.y, ...size };
}

function logoShape(id: number, box: Box, blip: XmlElement): XmlElement {
  return element(
    "p:pic",
    {},
    element(
      "p:nvPicPr",
      {},
      element("p:cNvPr", { id, name: "Logo", descr: "Landkreis Cloppenburg" }),
      element("p:cNvPicPr", {}, element("a:picLocks", { noChangeAspect: true })),
      element("p:nvPr", { userDrawn: true }),
    ),
    element("p:blipFill", {}, blip, element("a:stretch", {}, element("a:fillRect"))),
    element("p:spPr", {}, transform(box), rectangleGeometry),
  );
}

/** One transparent point, PNG. */
const clearDot: Uint8Array = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);
