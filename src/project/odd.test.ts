/** Entries of a folder that are not what they should be: each is told with its place, and all else is still read. */

import { chmodSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { speak } from "../source/diagnostic.ts";
import { compileProject } from "./build.ts";
import { compileDecks, writeDecks } from "./output.ts";
import { readProject } from "./read.ts";
import { folderWith, png } from "./testing.ts";
import { ReadError } from "./disk.ts";

const deck = { "slides/a/deck.yaml": "title: A\nas_of: 2017-08-07\n", "slides/a/01-eins.md": "# Eins\n\n- Punkt\n" };
const client = { script: "", style: "", allowed: { scripts: [], styles: [] } };
/** What may be read by everyone may be read by root, whatever its mode says. */
const isRoot = process.getuid?.() === 0;

/** All that is told, as `path:line:column code`. */
function told(root: string): readonly string[] {
  return compileProject(readProject(root)).diagnostics.map((diagnostic) =>
    speak(diagnostic, "de").replace(/^(.*?:\d+:\d+) \S+ \[([^\]]+)\][^]*$/, "$1 $2"),
  );
}

describe("a folder with an odd entry", () => {
  it("is read once, where a link in it leads back to it or two lead to each other", () => {
    const { root } = folderWith({ ...deck, "slides/a/bilder/x.png": png, "slides/a/fotos/y.png": png });
    symlinkSync(".", join(root, "slides/a/schleife"));
    symlinkSync("../..", join(root, "slides/a/oben"));
    symlinkSync("../fotos", join(root, "slides/a/bilder/fotos"));
    symlinkSync("../bilder", join(root, "slides/a/fotos/bilder"));
    const project = readProject(root);
    expect(project.diagnostics).toEqual([]);
    expect([...project.pictures]).toEqual([
      "slides/a/bilder/fotos/y.png",
      "slides/a/bilder/x.png",
      "slides/a/fotos/bilder/x.png",
      "slides/a/fotos/y.png",
    ]);
  });

  it("tells links that lead to themselves or to nothing, and all other faults", () => {
    const { root } = folderWith({ ...deck, "slides/a/02-zwei.md": "# Zwei {{ nirgends.da }}\n" });
    for (const name of ["s.png", "03-drei.md", "ordner"]) symlinkSync(name, join(root, "slides/a", name));
    symlinkSync("gibt es nicht", join(root, "slides/a/weg.svg"));
    expect(told(root)).toEqual([
      expect.stringMatching(/^slides\/a\/02-zwei.md:1:11 unknown-/),
      "slides/a/03-drei.md:1:1 unreadable",
      expect.stringMatching(/^slides\/a\/03-drei.md:1:1 /),
      "slides/a/ordner:1:1 unreadable",
      "slides/a/s.png:1:1 unreadable",
      "slides/a/weg.svg:1:1 unreadable",
    ]);
    const link = readProject(root).diagnostics.find(({ span }) => span.source.path === "slides/a/ordner");
    expect(link?.message).toEqual({
      code: "unreadable",
      de: "»slides/a/ordner« lässt sich nicht lesen: Der Verweis führt im Kreis.",
      en: "`slides/a/ordner` cannot be read: The link leads in a circle.",
    });
  });

  it("is the same project as long as the same is odd about it, and is mended with its entry", () => {
    const { root, remove } = folderWith(deck);
    for (const name of ["s.png", "03-drei.md", "ordner"]) symlinkSync(name, join(root, "slides/a", name));
    const first = readProject(root);
    expect(readProject(root, first)).toBe(first);
    expect(readProject(root, first, [join(root, "slides/a/ordner")])).toBe(first);
    for (const name of ["s.png", "03-drei.md", "ordner"]) remove(`slides/a/${name}`);
    const second = readProject(root, first, [join(root, "slides/a/ordner")]);
    expect([...second.files.keys()]).toEqual([...first.files.keys()].filter((address) => address !== "slides/a/ordner"));
    expect(compileProject(readProject(root, second)).diagnostics).toEqual([]);
  });

  it.skipIf(isRoot)("tells files and folders that may not be read", () => {
    const { root } = folderWith({ ...deck, "slides/a/x.png": png, "slides/a/zu/y.png": png, "data/privat/x.yaml": "" });
    chmodSync(join(root, "slides/a/x.png"), 0);
    chmodSync(join(root, "slides/a/zu"), 0);
    chmodSync(join(root, "data/privat"), 0o600);
    expect(told(root)).toEqual(["data/privat/x.yaml:1:1 unreadable", "slides/a/x.png:1:1 unreadable", "slides/a/zu:1:1 unreadable"]);
  });

  it("does not look where no file of a project can be", () => {
    const { root } = folderWith({ ...deck, "data/x/roh/liesmich.txt": "" });
    symlinkSync("selbst", join(root, "data/x/selbst"));
    symlinkSync("selbst", join(root, "slides/a/.selbst"));
    symlinkSync("/", join(root, "data/x/roh/alles"));
    expect(told(root)).toEqual([]);
  });
});

describe("a link that leads out of the project", () => {
  it("is refused, be it a picture, a text or a folder, and nothing of it is shown", () => {
    const outside = folderWith({ "geheim.svg": "<svg>geheim</svg>", "geheim.md": "# Geheim\n", "mehr/x.png": png });
    const { root } = folderWith({ ...deck, "slides/a/01-eins.md": "# Eins\n\n![Etwas](s.svg)\n" });
    symlinkSync(join(outside.root, "geheim.svg"), join(root, "slides/a/s.svg"));
    symlinkSync(join(outside.root, "geheim.md"), join(root, "slides/a/02-zwei.md"));
    symlinkSync(join(outside.root, "mehr"), join(root, "slides/a/mehr"));
    expect(told(root)).toContain("slides/a/02-zwei.md:1:1 outside-project");
    expect(told(root)).toContain("slides/a/mehr:1:1 outside-project");
    expect(told(root)).toContain("slides/a/s.svg:1:1 outside-project");
    expect(readProject(root).files.get("slides/a/02-zwei.md")?.source?.text).toBe("");
    expect(readProject(root).pictures.has("slides/a/mehr/x.png")).toBe(false);
    // The way of an edit.
    const first = readProject(folderWith(deck).root);
    symlinkSync(join(outside.root, "geheim.svg"), join(first.root, "slides/a/s.svg"));
    const next = readProject(first.root, first, [join(first.root, "slides/a/s.svg")]);
    expect(compileProject(next).diagnostics.map(({ message }) => message.code)).toEqual(["outside-project"]);
  });

  it("may be the way to all slides or all data, and links within the project are followed", () => {
    const outside = folderWith({ "a/deck.yaml": deck["slides/a/deck.yaml"], "a/01.md": "# Eins\n\n![Etwas](b.png)\n", "a/bild.png": png });
    const { root } = folderWith({ "data/x.txt": "" });
    symlinkSync(outside.root, join(root, "slides"));
    symlinkSync("bild.png", join(outside.root, "a/b.png"));
    symlinkSync(join("a", "bild.png"), join(outside.root, "c"));
    expect(told(root)).toEqual([]);
  });
});

describe("a picture", () => {
  const slide = "# Eins\n\nText\n\n![Ein Bild](bild%201.png)\n";
  const project = (name: string, content: string | Uint8Array, text: string = slide) =>
    folderWith({ ...deck, "slides/a/01-eins.md": text, [`slides/a/${name}`]: content });

  it.each([
    ["png", png],
    ["png", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["webp", Buffer.from("RIFF\u0001\u0002\u0003\u0004WEBPVP8 ", "latin1")],
    ["svg", '<?xml version="1.0"?>\n<!-- Gr\u00fc\u00dfe -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["svg", '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>'],
    ["svg", Buffer.from("\ufeff<svg/>", "utf16le")],
  ])("is taken for one by its first bytes: %s", (ending, content) => {
    const { root } = project(`bild 1.${ending}`, content, slide.replace("png", ending));
    expect(told(root)).toEqual([]);
  });

  it.each([
    ["png", "", "empty-picture"],
    ["png", "nur Text", "no-picture"],
    ["jpg", "<svg/>", "no-picture"],
    ["webp", "RIFF____WAVE", "no-picture"],
    ["svg", png, "no-picture"],
    ["svg", "<html></html>", "no-picture"],
  ])("that is none is told where the slide shows it: %s %s", (ending, content, code) => {
    const { root } = project(`bild 1.${ending}`, content, slide.replace("png", ending));
    expect(told(root)).toEqual([`slides/a/01-eins.md:5:13 ${code}`]);
    expect(compileProject(readProject(root)).decks.map(({ outcome }) => outcome.value)).toEqual([undefined]);
  });

  it("that is none is told at its file where no slide shows it, or the slide does not stand for other faults", () => {
    expect(told(project("anderes.png", "nur Text", "# Eins\n").root)).toEqual(["slides/a/anderes.png:1:1 no-picture"]);
    expect(told(project("bild 1.png", "", `${slide}{{ nirgends.da }}\n`).root)).toEqual([
      expect.stringMatching(/^slides\/a\/01-eins.md:6:4 unknown-/),
      "slides/a/bild 1.png:1:1 empty-picture",
    ]);
  });

  it("is told at its slide where its name is not written there as it is", () => {
    const text = "# Eins\n\n![Ein Bild][b]\n\n[b]: b%69ld%201.png\n";
    expect(told(project("bild 1.png", "", text).root)).toEqual(["slides/a/01-eins.md:1:1 empty-picture"]);
  });

  it("that has gone since it was read ends a build with its name", async () => {
    const { root, remove } = project("bild 1.png", png);
    const compiled = await compileDecks({ root });
    remove("slides/a/bild 1.png");
    expect(() => writeDecks(compiled, client, join(root, "dist"))).toThrow(ReadError);
    writeFileSync(join(root, "slides/a/bild 1.png"), png);
    expect(writeDecks(compiled, client, join(root, "dist"))).toHaveLength(1);
  });
});
