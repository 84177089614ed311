/** The file of a template of one's own: found, or one clear message at its name in `deck.yaml`. */

import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { speak } from "../source/diagnostic.ts";
import { germanSketch, templateFiles, zipped } from "../targets/pptx/template/corporate-testing.ts";
import { compileProject } from "./build.ts";
import { readProject } from "./read.ts";
import { templateOf } from "./template.ts";
import { folderWith, type Folder } from "./testing.ts";

const potx = zipped(templateFiles(germanSketch));

function projectWith(file: string): Folder {
  return folderWith({
    "slides/a/deck.yaml": `title: T\nas_of: 2021-01-01\ntemplate: { file: ${file}, layouts: { content: Titel und Inhalt } }\n`,
    "slides/a/01.md": "# Titel\n\nText\n",
    "theme/kreis.potx": potx,
  });
}

/** The first line of each message, or the names of the template's regions. */
async function read({ root }: Folder): Promise<readonly string[]> {
  const project = readProject(root);
  const deck = compileProject(project, {}).decks[0]?.outcome.value;
  if (deck === undefined) throw new Error("no deck");
  const { value, diagnostics } = await templateOf(project, deck);
  if (value !== undefined) return [...(value.layouts.get("content")?.regions.keys() ?? [])];
  return diagnostics.map((diagnostic) => speak(diagnostic, "en").split("\n")[0] ?? "");
}

const place = "slides/a/deck.yaml:3:19 error";

it("reads the file", async () => {
  expect(await read(projectWith("theme/kreis.potx"))).toEqual(["title", "main", "source", "page", "date"]);
});

it("finds a name that the disk keeps decomposed", async () => {
  const folder = projectWith("theme/K\u00f6rper.potx");
  folder.write("theme/Ko\u0308rper.potx", potx);
  expect(await read(folder)).toContain("main");
});

it.each([
  [
    "theme/kries.potx",
    "[template-missing] There is no template `theme/kries.potx`. Is `theme/kreis.potx` meant? The path starts at the project's folder.",
  ],
  [
    "vorlagen/haus.potx",
    "[template-missing] There is no template `vorlagen/haus.potx`. There are `theme/fern.potx`, `theme/kreis.potx`, `theme/leer.potx`, `theme/ordner.potx`, `theme/riese.potx`. The path starts at the project's folder.",
  ],
  ["theme/ordner.potx", "[template-folder] `theme/ordner.potx` is a folder, not a template."],
  ["theme/fern.potx", "[outside-project] `theme/fern.potx` is a link that leads out of the project. Copy the file or folder itself here."],
  ["theme/leer.potx", "[template-no-package] `theme/leer.potx` is no PowerPoint template: The file is empty."],
  [
    "theme/riese.potx",
    "[template-too-large] The template `theme/riese.potx` is larger than 128 MB unpacked. Remove its slides and large pictures or films in PowerPoint.",
  ],
])("tells what is wrong with %s", async (file, words) => {
  const elsewhere = folderWith({ "fern.potx": potx });
  const folder = projectWith(file);
  mkdirSync(join(folder.root, "theme", "ordner.potx"));
  symlinkSync(join(elsewhere.root, "fern.potx"), join(folder.root, "theme", "fern.potx"));
  folder.write("theme/leer.potx", "");
  // Sparse: it takes no room on the disk.
  folder.write("theme/riese.potx", "PK");
  truncateSync(join(folder.root, "theme", "riese.potx"), 201_000_000);
  expect(await read(folder)).toEqual([`${place} ${words}`]);
});
