/** A picture's file → what PowerPoint needs to know of it, by its content, or why PowerPoint would not show it as it is. */

import { imageSize } from "image-size";
import type { Message } from "../source/diagnostic.ts";
import { notShownByPowerPoint, pictureDamaged, pictureTooLarge, pictureTurned } from "../source/messages/project.ts";
import type { Picture } from "../targets/pptx/slide/context.ts";
import { isShowable } from "../targets/pptx/slide/picture.ts";
import { decodeXml } from "../targets/pptx/xml/decode.ts";
import { XmlError } from "../targets/pptx/xml/error.ts";
import { readXml } from "../targets/pptx/xml/read.ts";
import { readBytes } from "./disk.ts";
import type { FileEntry } from "./files.ts";

export function isPicture(read: Picture | Message): read is Picture {
  return "bytes" in read;
}

/** @throws ReadError where the file has gone meanwhile */
export function readPicture({ path, address }: FileEntry): Picture | Message {
  const bytes = readBytes(path, address);
  return /\.svg$/i.test(address) ? drawing(bytes, address) : photo(bytes, address);
}

/** More points than this are no picture for a slide, and may be a trap: a program takes four bytes for each. */
const mostPoints = 100_000_000;

function photo(bytes: Uint8Array, address: string): Picture | Message {
  const measured = measure(bytes);
  if (measured === undefined || !isComplete(bytes)) return pictureDamaged(address);
  const { width, height, type, orientation = 1 } = measured;
  if (width * height > mostPoints) return pictureTooLarge(address, width, height);
  // PowerPoint shows the points as they are stored; browsers turn them.
  if (orientation !== 1) return pictureTurned(address);
  const picture = { bytes, width, height, contentType: contentTypes.get(type ?? "") ?? "" };
  return isShowable(picture) ? picture : notShownByPowerPoint(address);
}

const contentTypes: ReadonlyMap<string, string> = new Map([
  ["png", "image/png"],
  ["jpg", "image/jpeg"],
  ["webp", "image/webp"],
]);

/** Sizes that are sizes. */
function measure(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    const measured = imageSize(bytes);
    return measured.width > 0 && measured.height > 0 ? measured : undefined;
  } catch {
    return undefined;
  }
}

/** A PNG has its end mark last, a JPEG somewhere after its points: a file cut short has neither. */
function isComplete(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(1, 4).toString("latin1") === "PNG") return buffer.includes("IDAT") && buffer.includes("IEND");
  return buffer[0] !== 0xff || buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > 2;
}

/** A drawing that has no size is as large as its room, as in the browser. */
const fillsAnyRoom = 100;
/** What browsers take for a drawing that says neither size nor shape, px. */
const noShape = { width: 300, height: 150 };

function drawing(bytes: Uint8Array, address: string): Picture | Message {
  const contentType = "image/svg+xml";
  const { hasSize, faulty } = look(bytes);
  if (faulty) return pictureDamaged(address);
  const { width, height } = measure(utf8(bytes)) ?? noShape;
  const scale = hasSize ? 1 : fillsAnyRoom;
  return { bytes, width: width * scale, height: height * scale, contentType };
}

/** One that begins with a document type is not read further: most programs that write one say sizes. */
function look(bytes: Uint8Array): { readonly hasSize: boolean; readonly faulty: boolean } {
  try {
    const { width, height } = readXml(bytes).attributes;
    return { hasSize: [width, height].some((length) => length !== undefined && !length.trim().endsWith("%")), faulty: false };
  } catch (reason) {
    if (reason instanceof XmlError) return { hasSize: true, faulty: reason.kind !== "doctype" };
    throw reason;
  }
}

function utf8(bytes: Uint8Array): Uint8Array {
  return Buffer.from(decodeXml(bytes));
}
