/** Whether a picture is one, and where its slides show one that is not. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { PictureDigest } from "../deck/fingerprint.ts";
import type { Deck, Slide } from "../deck/model.ts";
import { error, type Diagnostic, type Message } from "../source/diagnostic.ts";
import { emptyPicture, noPicture, unreadable } from "../source/messages/project.ts";
import { spanOf } from "../source/source.ts";
import { picturesOf } from "./census.ts";
import { codeOf, firstBytes } from "./disk.ts";
import type { FileEntry } from "./files.ts";

/** What is wrong with a picture's content, by its first bytes. Browsers tell the raster formats apart themselves, whatever the ending. */
export function pictureFault(path: string, address: string): Message | undefined {
  try {
    const bytes = /\.svg$/i.test(address) ? readFileSync(path) : firstBytes(path, 12);
    if (bytes.length === 0) return emptyPicture(address);
    return (/\.svg$/i.test(address) ? isSvg(bytes) : isRaster(bytes)) ? undefined : noPicture(address);
  } catch (reason) {
    return unreadable(address, codeOf(reason));
  }
}

function isRaster(bytes: Uint8Array): boolean {
  const text = String.fromCharCode(...bytes);
  return text.startsWith("\u0089PNG\r\n\u001a\n") || text.startsWith("\u00ff\u00d8\u00ff") || /^RIFF[^]{4}WEBP/.test(text);
}

/** Without the zeros, what is written in UTF-16 reads as well. */
function isSvg(bytes: Uint8Array): boolean {
  return /<(?:[\w.-]+:)?svg[\s/>]/.test(Buffer.from(bytes).toString("latin1").replaceAll("\0", ""));
}

const digests = new WeakMap<FileEntry, string>();

/** What names the content of the project's pictures, for fingerprints: nothing where one cannot be read. */
export function digestIn({ files }: { readonly files: ReadonlyMap<string, FileEntry> }): PictureDigest {
  return (address) => {
    const entry = files.get(address);
    if (entry?.kind !== "picture") return undefined;
    const known = digests.get(entry);
    if (known !== undefined) return known;
    try {
      const made = createHash("sha256").update(readFileSync(entry.path)).digest("hex");
      digests.set(entry, made);
      return made;
    } catch {
      // Whoever shows it tells so.
      return undefined;
    }
  };
}

/** The faults of these pictures at the places where a deck's slides show them. */
export function faultsShown(deck: Deck, faulty: readonly FileEntry[]): ReadonlyMap<FileEntry, readonly Diagnostic[]> {
  const shown = new Map<FileEntry, readonly Diagnostic[]>();
  for (const entry of faulty) {
    const slides = deck.slides.filter((slide) => picturesOf(slide).includes(entry.address));
    const found = slides.flatMap((slide) => entry.diagnostics.map(({ message }) => error(placeIn(slide, entry.address), message)));
    if (found.length > 0) shown.set(entry, found);
  }
  return shown;
}

/** A picture's name as the slide writes it, else the slide's beginning. */
export function placeIn({ span }: Slide, address: string): Diagnostic["span"] {
  const name = basename(address);
  const text = span.source.text.slice(span.start, span.end);
  for (const written of [name, encodeURI(name), encodeURIComponent(name), name.normalize("NFD")]) {
    const at = text.indexOf(written);
    if (at >= 0) return spanOf(span.source, span.start + at, span.start + at + written.length);
  }
  return spanOf(span.source, span.start, span.start + 1);
}
