import { deflateSync } from "node:zlib";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Deck } from "../deck/model.ts";
import { compileDecks } from "./output.ts";
import { powerpointsOf } from "./powerpoint.ts";
import { picturesFor } from "./powerpoint-pictures.ts";
import { folderWith } from "./testing.ts";

const drawing = (attributes: string): string => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="1" height="1"/></svg>`;

async function projectWith(name: string, content: string | Uint8Array) {
  const { root } = folderWith({ "slides/a/deck.yaml": "title: A\n", "slides/a/01-eins.md": `# Eins\n\n![Bild](${name})\n` });
  writeFileSync(join(root, "slides", "a", name), content);
  const compiled = await compileDecks({ root });
  const [deck] = compiled.decks;
  if (deck === undefined) throw new Error(compiled.diagnostics.map(({ message }) => message.en).join("\n"));
  return { compiled, deck };
}

async function sizeOf(
  name: string,
  content: string | Uint8Array,
): Promise<{ readonly width: number; readonly height: number } | undefined> {
  const { compiled, deck } = await projectWith(name, content);
  const picture = picturesFor(compiled.project, deck).value?.get(`slides/a/${name}`);
  return picture && { width: picture.width, height: picture.height };
}

describe("pictures for PowerPoint", () => {
  it("have their own size, and a drawing without one fills its room in its shape", async () => {
    expect(await sizeOf("a.svg", drawing('width="40" height="20"'))).toEqual({ width: 40, height: 20 });
    expect(await sizeOf("a.svg", drawing('viewBox="0 0 40 20"'))).toEqual({ width: 4000, height: 2000 });
    expect(await sizeOf("a.svg", `<!DOCTYPE svg>${drawing('width="40" height="20"')}`)).toEqual({ width: 40, height: 20 });
  });

  it("are read in any encoding of XML, and without any size like the browser's", async () => {
    const wide = Buffer.from(`\ufeff${drawing('width="40" height="20"')}`, "utf16le");
    expect(await sizeOf("a.svg", wide)).toEqual({ width: 40, height: 20 });
    expect(await sizeOf("a.svg", drawing(""))).toEqual({ width: 30_000, height: 15_000 });
  });

  it.each([
    ["without points", "a.png", pngOf(0, 0), "picture-damaged"],
    ["cut short", "a.png", pngOf(1, 1).subarray(0, 40), "picture-damaged"],
    ["larger than any screen", "a.png", pngOf(40_000, 40_000), "picture-too-large"],
    ["that is no XML", "a.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect'), "picture-damaged"],
    ["turned by a mark only", "a.jpg", turnedJpeg(), "picture-turned"],
  ])("are refused %s", async (_what, name, content, code) => {
    const { compiled, deck } = await projectWith(name, content);
    const { value, diagnostics } = picturesFor(compiled.project, deck);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message, span }) => [message.code, span.source.path])).toEqual([[code, "slides/a/01-eins.md"]]);
  });

  it("of the brand are refused at their file", async () => {
    const { compiled } = await projectWith("a.png", pngOf(1, 1));
    mkdirSync(join(compiled.project.root, "theme", "brand"), { recursive: true });
    writeFileSync(join(compiled.project.root, "theme", "brand", "logo.png"), pngOf(0, 0));
    const { value, diagnostics } = await powerpointsOf(await compileDecks({ root: compiled.project.root }), "dist");
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message, span }) => [message.code, span.source.path])).toEqual([["picture-damaged", "theme/brand/logo.png"]]);
  });

  it("are known by their content, whatever their name says", async () => {
    const { compiled, deck } = await projectWith("a.jpg", pngOf(1, 1));
    expect(picturesFor(compiled.project, deck).value?.get("slides/a/a.jpg")?.contentType).toBe("image/png");
    const { value } = await powerpointsOf(compiled, "dist");
    expect(value?.map((output): [Deck, string] => [output.deck, output.path])).toEqual([[deck, join("dist", "a.pptx")]]);
  });

  it("are refused at their place where PowerPoint does not show them", async () => {
    const webp = Buffer.from("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=", "base64");
    const { compiled } = await projectWith("a.webp", webp);
    const { value, diagnostics } = await powerpointsOf(compiled, "dist");
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message, span }) => [message.code, span.source.path, span.source.text.slice(span.start, span.end)])).toEqual([
      ["picture-not-for-powerpoint", "slides/a/01-eins.md", "a.webp"],
    ]);
  });
});

function segment(marker: string, hex: string): string {
  return `ff${marker}${(hex.length / 2 + 2).toString(16).padStart(4, "0")}${hex}`;
}

/** A JPEG of 2 × 1 points, without them, with an EXIF mark that it is to be turned. */
function turnedJpeg(): Buffer {
  const exif = "45786966000049492a0008000000010012010300010000000600000000000000";
  return Buffer.from(`ffd8${segment("e1", exif)}${segment("c0", "080001000201011100")}ffd9`, "hex");
}

function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from([0, 0]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Without its checksum, which nobody here reads. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}
