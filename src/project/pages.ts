/** Decks → their files: the last step of a build that needs what the project has read. */

import type { Deck } from "../deck/model.ts";
import type { Assets, Brand } from "../targets/html/assets.ts";
import { type InlineClient, renderPage } from "../targets/html/page.ts";
import { picturesOf } from "./census.ts";
import { readBytes } from "./disk.ts";
import type { FileEntry } from "./files.ts";
import type { Project } from "./read.ts";

/** The client as bundled, to be put into each page. */
export type Client = InlineClient;

/** How pictures reach a page: whole, in a build, or by an address that the dev server answers. */
export type PictureAddress = (picture: FileEntry) => string;

/** A deck's page, complete and on its own. */
export function pageOf(project: Project, deck: Deck, client: Client): string {
  return renderPage(deck, client, assetsOf(project, deck, dataUri));
}

/** What a deck's page shows beside its text: the pictures it names, and the brand's. */
export function assetsOf(project: Project, deck: Deck, addressFor: PictureAddress): Assets {
  const images = new Map<string, string>();
  for (const address of deck.slides.flatMap(picturesOf)) {
    const picture = goodPicture(project, address);
    if (picture !== undefined) images.set(address, addressFor(picture));
  }
  return { images, brand: brandOf(project, addressFor) };
}

/** A picture of the project by its address, if there is nothing wrong with it. */
export function goodPicture({ files }: Project, address: string): FileEntry | undefined {
  const entry = files.get(address);
  return entry?.kind === "picture" && entry.diagnostics.length === 0 ? entry : undefined;
}

/** `theme/brand/logo.svg` (else png, jpg, webp) and `theme/brand/claim.txt`. */
function brandOf(project: Project, addressFor: PictureAddress): Brand {
  const logo = [...project.files.keys()]
    .filter((address) => address.startsWith("theme/brand/logo."))
    // A raster one beside it is for programs that draw no SVG.
    .toSorted((a, b) => Number(isSvg(b)) - Number(isSvg(a)))
    .flatMap((address) => goodPicture(project, address) ?? [])[0];
  const claim = claimOf(project);
  return { ...(logo && { logo: addressFor(logo) }), ...(claim !== undefined && { claim }) };
}

function isSvg(address: string): boolean {
  return /\.svg$/i.test(address);
}

/** `theme/brand/claim.txt`, where it says anything. */
export function claimOf({ files }: Project): string | undefined {
  return files.get("theme/brand/claim.txt")?.source?.text.trim() || undefined;
}

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ["png", "image/png"],
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["svg", "image/svg+xml"],
  ["webp", "image/webp"],
]);

/** The media type of a picture by its name. */
export function mediaType(address: string): string {
  return mediaTypes.get(address.slice(address.lastIndexOf(".") + 1).toLowerCase()) ?? "application/octet-stream";
}

const dataUris = new WeakMap<FileEntry, string>();

/**
 * A picture's content as a data URI. An SVG stays a picture in it: its scripts do not run, its styles do not reach the page.
 *
 * @throws ReadError
 */
export function dataUri(picture: FileEntry): string {
  const known = dataUris.get(picture);
  if (known !== undefined) return known;
  const uri = `data:${mediaType(picture.address)};base64,${readBytes(picture.path, picture.address).toString("base64")}`;
  dataUris.set(picture, uri);
  return uri;
}
