import { utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { speak } from "../source/diagnostic.ts";
import { kindOf } from "./files.ts";
import { readProject } from "./read.ts";
import { folderWith, png } from "./testing.ts";

const deck = { "slides/a/deck.yaml": "title: A\n", "slides/a/01-eins.md": "# Eins\n", "slides/a/02-zwei.md": "# Zwei\n" };
const data = { "data/einwohner/dataset.yaml": "title: E\n", "data/einwohner/2017-01-01.yaml": "values: {}\n" };

describe("readProject", () => {
  it("reads decks, data, geometry and pictures by their places, in the order of names", () => {
    const { root } = folderWith({
      ...deck,
      ...data,
      "slides/a/10-zehn.md": "# Zehn\n",
      "slides/b/deck.yaml": "title: B\n",
      "slides/a/bilder/Rathaus am Markt.png": png,
      "slides/liesmich.txt": "nichts",
      "slides/a/.02-zwei.md.swp": "nichts",
      "slides/a/02-zwei.md~": "nichts",
      "data/geo/gemeinden.topo.json": "{}",
      "data/geo/gemeinden.yaml": "text: x\n",
      "theme/brand/logo.svg": "<svg/>",
    });
    const project = readProject(root);
    expect(project.decks.map(({ id, slides }) => [id, slides.map(({ path }) => path)])).toEqual([
      ["a", ["slides/a/01-eins.md", "slides/a/02-zwei.md", "slides/a/10-zehn.md"]],
      ["b", []],
    ]);
    expect(project.data.map(({ path }) => path)).toEqual(["data/einwohner/2017-01-01.yaml", "data/einwohner/dataset.yaml"]);
    expect(project.geometry.map(({ path }) => path)).toEqual(["data/geo/gemeinden.topo.json", "data/geo/gemeinden.yaml"]);
    expect([...project.pictures]).toEqual(["slides/a/bilder/Rathaus am Markt.png", "theme/brand/logo.svg"]);
    expect(project.diagnostics).toEqual([]);
  });

  it("takes byte order marks, CRLF, CR and blanks in names as they come", () => {
    const { root } = folderWith({ ...deck, "slides/a/03 drei vier.md": "\ufeff# Drei\r\nText\rEnde\r\n" });
    const source = readProject(root).decks[0]?.slides[2];
    expect(source).toEqual({ path: "slides/a/03 drei vier.md", text: "# Drei\nText\nEnde\n" });
  });

  it("knows a name written with combining marks by its composed form", () => {
    const { root } = folderWith({ ...deck, ["slides/a/04-l\u00f6ningen.md".normalize("NFD")]: "# L\n" });
    const project = readProject(root);
    expect(project.decks[0]?.slides.at(-1)?.path).toBe("slides/a/04-l\u00f6ningen.md");
    // The disk keeps its own form, and the file is found again by it.
    expect(readProject(root, project).decks).toBe(project.decks);
  });

  it("says where a file is not UTF-8", () => {
    const { root } = folderWith({ ...deck, "slides/a/02-zwei.md": Buffer.from("# Gr\xfc\xdfe\n", "latin1") });
    const { diagnostics } = readProject(root);
    expect(diagnostics.map((diagnostic) => speak(diagnostic, "de").split(" ").slice(0, 3).join(" "))).toEqual([
      "slides/a/02-zwei.md:1:5 Fehler [not-utf-8]",
    ]);
  });

  it("says what is named so that it would not be read, and which deck has no settings", () => {
    const { root } = folderWith({ "slides/a/deck.yml": "title: A\n", "slides/a/01.md": "# A\n", "data/x/dataset.YML": "title: X\n" });
    expect(readProject(root).diagnostics.map(({ message, span }) => [span.source.path, message.code])).toEqual([
      ["data/x/dataset.YML", "wrong-ending"],
      ["slides/a/deck.yml", "wrong-ending"],
      ["slides/a/deck.yaml", "no-settings"],
    ]);
  });

  it("says that there is no deck, in a folder with nothing and without a folder at all", () => {
    const { root } = folderWith({ "data/geo/x.json": "{}" });
    expect(readProject(root).diagnostics.map(({ message }) => message.code)).toEqual(["no-deck"]);
    expect(readProject(join(root, "nirgends")).diagnostics.map(({ message }) => message.code)).toEqual(["no-deck"]);
  });
});

describe("readProject, again", () => {
  it("keeps every object of which nothing changed", () => {
    const { root, write } = folderWith({ ...deck, ...data, "slides/b/deck.yaml": "title: B\n" });
    const first = readProject(root);
    write("slides/a/01-eins.md", "# Eins, neu\n");
    const second = readProject(root, first);
    expect(second.data).toBe(first.data);
    expect(second.geometry).toBe(first.geometry);
    expect(second.pictures).toBe(first.pictures);
    expect(second.decks[1]).toBe(first.decks[1]);
    expect(second.decks[0]?.settings).toBe(first.decks[0]?.settings);
    expect(second.decks[0]?.slides[1]).toBe(first.decks[0]?.slides[1]);
    expect(second.decks[0]?.slides[0]?.text).toBe("# Eins, neu\n");
  });

  it("keeps the source of a file that was written again with the same text", () => {
    const { root, write } = folderWith(deck);
    const first = readProject(root);
    write("slides/a/01-eins.md", "# Eins\r\n");
    utimesSync(join(root, "slides/a/01-eins.md"), 1, 1);
    expect(readProject(root, first).decks).toBe(first.decks);
  });

  it("sees a change of the same length within the same tick of the clock", () => {
    const { root, write } = folderWith(deck);
    const now = new Date();
    utimesSync(join(root, "slides/a/01-eins.md"), now, now);
    const first = readProject(root);
    write("slides/a/01-eins.md", "# Zwei\n");
    utimesSync(join(root, "slides/a/01-eins.md"), now, now);
    expect(readProject(root, first).decks[0]?.slides[0]?.text).toBe("# Zwei\n");
  });

  it("looks only at the files it is told of: changed, new and gone", () => {
    const { root, write, remove } = folderWith(deck);
    const first = readProject(root);
    write("slides/a/01-eins.md", "# Eins, neu\n");
    write("slides/a/03-drei.md", "# Drei\n");
    remove("slides/a/02-zwei.md");
    const told = ["slides/a/03-drei.md", "slides/a/02-zwei.md"].map((path) => join(root, path));
    const second = readProject(root, first, told);
    expect(second.decks[0]?.slides.map(({ text }) => text)).toEqual(["# Eins\n", "# Drei\n"]);
    expect(readProject(root, second).decks[0]?.slides.map(({ text }) => text)).toEqual(["# Eins, neu\n", "# Drei\n"]);
  });

  it("is the same project where nothing that it knows has changed", () => {
    const { root, write } = folderWith(deck);
    for (const path of Object.keys(deck)) utimesSync(join(root, path), 1, 1);
    const first = readProject(root);
    expect(readProject(root, first)).toBe(first);
    write("slides/a/.unsichtbar.md", "# Nein\n");
    write("notizen.md", "# Nein\n");
    expect(readProject(root, first)).toBe(first);
    expect(readProject(root, first, [join(root, "notizen.md")])).toBe(first);
  });
});

describe("kindOf", () => {
  it.each([
    ["slides/a/deck.yaml", "settings"],
    ["slides/a/01.MD", "slide"],
    ["slides/a/tief/01.md", undefined],
    ["slides/a/tief/x.JPG", "picture"],
    ["slides/x.md", undefined],
    ["slides/a/#01.md#", undefined],
    ["data/einwohner/2017-01-01.yaml", "data"],
    ["data/einwohner/roh/2017.yaml", undefined],
    ["data/geo/karte.topo.json", "geometry"],
    ["data/einwohner/tabelle.csv", undefined],
    ["theme/brand/claim.txt", "claim"],
    ["theme/deck.css", undefined],
    ["../slides/a/01.md", undefined],
  ])("%s is %s", (address, kind) => {
    expect(kindOf(address)).toBe(kind);
  });
});
