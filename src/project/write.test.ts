import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "./testing.ts";
import { cannotWrite } from "../source/messages/project.ts";
import { WriteError, writeFile, writeFiles } from "./write.ts";

it("writes a file into folders that are not there yet, and leaves nothing else", () => {
  const { root } = folderWith({});
  writeFile(join(root, "dist", "tief", "deck.html"), "Grüße");
  expect(readFileSync(join(root, "dist", "tief", "deck.html"), "utf8")).toBe("Grüße");
  expect(readdirSync(join(root, "dist", "tief"))).toEqual(["deck.html"]);
});

it("replaces a file as a whole and does not touch its neighbours", () => {
  const { root } = folderWith({ "dist/deck.html": "alt", "dist/anderes.txt": "bleibt" });
  writeFile(join(root, "dist", "deck.html"), new Uint8Array([110, 101, 117]));
  expect(readFileSync(join(root, "dist", "deck.html"), "utf8")).toBe("neu");
  expect(readdirSync(join(root, "dist")).toSorted()).toEqual(["anderes.txt", "deck.html"]);
});

it("changes no file where one of them cannot be written", () => {
  const { root } = folderWith({ "dist/a.html": "alt", datei: "" });
  const files = new Map([
    [join(root, "dist", "a.html"), "neu"],
    [join(root, "datei", "b.html"), "neu"],
  ]);
  expect(() => writeFiles(files)).toThrow(WriteError);
  expect(readFileSync(join(root, "dist", "a.html"), "utf8")).toBe("alt");
  expect(readdirSync(join(root, "dist"))).toEqual(["a.html"]);
});

it("says in both languages why a file cannot be written, without codes that it knows", () => {
  const { root } = folderWith({});
  mkdirSync(join(root, "deck.html"));
  const words = thrownBy(() => writeFile(join(root, "deck.html"), "x"));
  expect(words).toBeInstanceOf(WriteError);
  expect(words instanceof WriteError ? words.words : undefined).toEqual({
    code: "cannot-write",
    de: `${join(root, "deck.html")} lässt sich nicht schreiben: Dort liegt ein Ordner dieses Namens.`,
    en: `${join(root, "deck.html")} cannot be written: There is a folder of that name.`,
  });
  expect(readdirSync(root)).toEqual(["deck.html"]);
  expect(existsSync(join(root, "deck.html", "x"))).toBe(false);
});

it.skipIf(!existsSync("/proc/self"))("ends where no folder can be made", () => {
  expect(thrownBy(() => writeFile("/proc/stichtag/tief/a.pptx", "x"))).toBeInstanceOf(WriteError);
});

it("names PowerPoint where its file may be open there", () => {
  expect(cannotWrite("dist/a.pptx", "EBUSY").de).toContain("in PowerPoint geöffnet");
  expect(cannotWrite("dist/a.pptx", "ENOSPC").de).toContain("kein Platz");
  expect(cannotWrite("dist/a.html", "EBUSY").de).not.toContain("PowerPoint");
});

function thrownBy(action: () => void): unknown {
  try {
    action();
  } catch (reason) {
    return reason;
  }
  return undefined;
}
