/** Pictures as PowerPoint files need them: their bytes, their size, and their format by content, as it goes by names. */

import { imageSize } from "image-size";
import type { Deck } from "../deck/model.ts";
import { error, type Diagnostic, type Outcome } from "../source/diagnostic.ts";
import { notShownByPowerPoint } from "../source/messages/project.ts";
import type { Picture } from "../targets/pptx/slide/context.ts";
import { isShowable } from "../targets/pptx/slide/picture.ts";
import { XmlError } from "../targets/pptx/xml/error.ts";
import { readXml } from "../targets/pptx/xml/read.ts";
import { picturesOf } from "./census.ts";
import { readBytes } from "./disk.ts";
import type { FileEntry } from "./files.ts";
import { goodPicture } from "./pages.ts";
import { placeIn } from "./pictures.ts";
import type { Project } from "./read.ts";

/**
 * The pictures of a deck by their address; without value where PowerPoint cannot show one.
 *
 * @throws ReadError where a picture has gone meanwhile
 */
export function picturesFor(project: Project, deck: Deck): Outcome<ReadonlyMap<string, Picture>> {
  const report: Diagnostic[] = [];
  const pictures = new Map<string, Picture>();
  for (const slide of deck.slides) {
    for (const address of picturesOf(slide)) {
      const entry = pictures.has(address) ? undefined : goodPicture(project, address);
      if (entry === undefined) continue;
      const picture = readPicture(entry);
      if (picture !== undefined && isShowable(picture)) pictures.set(address, picture);
      else report.push(error(placeIn(slide, address), notShownByPowerPoint(address)));
    }
  }
  return { value: report.length === 0 ? pictures : undefined, diagnostics: report };
}

/** `theme/brand/logo.…` with an ending of that form, if PowerPoint can show it. */
export function brandPicture(project: Project, ending: RegExp): Picture | undefined {
  for (const address of project.files.keys()) {
    if (!address.startsWith("theme/brand/logo.") || !ending.test(address)) continue;
    const entry = goodPicture(project, address);
    const picture = entry && readPicture(entry);
    if (picture !== undefined && isShowable(picture)) return picture;
  }
  return undefined;
}

/** `undefined` where it has no size that can be found out. */
function readPicture({ path, address }: FileEntry): Picture | undefined {
  const bytes = readBytes(path, address);
  try {
    const { width, height, type } = imageSize(bytes);
    const contentType = contentTypes.get(type ?? "");
    if (contentType === undefined) return undefined;
    const scale = contentType === "image/svg+xml" && !hasOwnSize(bytes) ? fillsAnyRoom : 1;
    return { bytes, width: width * scale, height: height * scale, contentType };
  } catch {
    return undefined;
  }
}

/** A drawing that has a shape but no size is as large as its room, as in the browser. */
const fillsAnyRoom = 100;

/** Also true of a drawing that is not read because of what it begins with (DOCTYPE): most programs that write one say sizes. */
function hasOwnSize(svg: Uint8Array): boolean {
  try {
    const { width, height } = readXml(svg).attributes;
    return [width, height].some((length) => length !== undefined && !length.trim().endsWith("%"));
  } catch (reason) {
    if (reason instanceof XmlError) return true;
    throw reason;
  }
}

const contentTypes: ReadonlyMap<string, string> = new Map([
  ["png", "image/png"],
  ["jpg", "image/jpeg"],
  ["svg", "image/svg+xml"],
  ["webp", "image/webp"],
]);
