/** The PowerPoint template of a deck: the house's own, or the file that its `deck.yaml` names. */

import { join } from "node:path";
import type { Deck } from "../deck/model.ts";
import { error, type Message, type Outcome } from "../source/diagnostic.ts";
import { outsideProject, unreadable } from "../source/messages/project.ts";
import { templateIsFolder, templateMissing, templateTooLarge } from "../source/messages/pptx-template.ts";
import { nearest } from "../source/nearest.ts";
import { mostTemplate, readTemplate, type Wanted, wantedOf } from "../targets/pptx/template/corporate.ts";
import { houseTemplate } from "../targets/pptx/template/house.ts";
import type { Template } from "../targets/pptx/template/template.ts";
import { codeOf, insideOf, list, look, ReadError, readBytes } from "./disk.ts";
import { folders } from "./files.ts";
import { claimOf } from "./pages.ts";
import { brandPicture } from "./powerpoint-pictures.ts";
import type { Project } from "./read.ts";

/** @throws ReadError where a logo has gone meanwhile */
export async function templateOf(project: Project, deck: Deck): Promise<Outcome<Template>> {
  const wanted = wantedOf(deck);
  return wanted === undefined ? house(project, deck) : await corporate(project, wanted);
}

function house(project: Project, { canvas }: Deck): Outcome<Template> {
  const [drawn, raster] = [brandPicture(project, /\.svg$/i), brandPicture(project, /\.(?:png|jpe?g|webp)$/i)];
  const claim = claimOf(project);
  const logo = drawn.value ?? raster.value;
  const diagnostics = [...drawn.diagnostics, ...raster.diagnostics];
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const value = houseTemplate(canvas, {
    ...(logo && { logo }),
    ...(drawn.value && raster.value && { raster: raster.value }),
    ...(claim !== undefined && { claim }),
  });
  return { value, diagnostics };
}

async function corporate(project: Project, wanted: Wanted): Promise<Outcome<Template>> {
  const found = readFile(project.root, wanted.settings.file.name);
  if (found instanceof Uint8Array) return await readTemplate(found, wanted);
  return { value: undefined, diagnostics: [error(wanted.settings.file.span, found)] };
}

/** A file by its address, or why there is none. */
function readFile(root: string, address: string): Uint8Array | Message {
  const path = pathOf(root, address);
  if (path === undefined) {
    const there = templatesIn(root);
    return templateMissing(address, nearest(address, there), there);
  }
  const found = look(path);
  if (found.kind === "folder") return templateIsFolder(address);
  if (found.kind !== "file") return unreadable(address, found.kind === "unreadable" ? found.code : "ENOENT");
  if (!insideOf(root, folders)(path)) return outsideProject(address);
  // Packed, it may not have more either.
  if (found.size > mostTemplate * 1024 * 1024) return templateTooLarge(address, mostTemplate);
  try {
    return readBytes(path, address);
  } catch (reason) {
    return reason instanceof ReadError ? reason.words : unreadable(address, codeOf(reason));
  }
}

/** The path on the disk of an address in NFC: a file system may keep its names decomposed. */
function pathOf(root: string, address: string): string | undefined {
  let path = root;
  for (const name of address.split("/")) {
    const entries = list(path);
    const entry = typeof entries === "string" ? undefined : entries.find((one) => one.name.normalize("NFC") === name.normalize("NFC"));
    if (entry === undefined) return undefined;
    path = join(path, entry.name);
  }
  return path;
}

/** Templates in `theme/`, where they are looked for first. */
function templatesIn(root: string): readonly string[] {
  const entries = list(join(root, "theme"));
  if (typeof entries === "string") return [];
  return entries.filter(({ name }) => /^[^.~].*\.(?:potx|pptx)$/i.test(name)).map(({ name }) => `theme/${name.normalize("NFC")}`);
}
