import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { type Folder, folderWith } from "../project/testing.ts";
import { watchFolders } from "./watch.ts";

/** Watches a folder, and gives the paths told of so far. */
function watched(folder: Folder): () => readonly string[] {
  const told = new Set<string>();
  const watching = watchFolders(folder.root, ["slides", "theme/brand"], (paths) => {
    for (const path of paths) told.add(relative(folder.root, path).replaceAll("\\", "/"));
  });
  onTestFinished(() => watching.close());
  return () => [...told].toSorted();
}

it("tells of files that change, come and go, and of none outside of its folders", async () => {
  const folder = folderWith({ "slides/a/01.md": "eins", "slides/a/02.md": "zwei", "data/x.yaml": "x" });
  const told = watched(folder);
  folder.write("slides/a/01.md", "neu");
  folder.write("slides/a/03.md", "drei");
  folder.write("data/x.yaml", "y");
  folder.write("vite.config.ts", "");
  folder.remove("slides/a/02.md");
  await vi.waitFor(() => expect(told()).toEqual(["slides/a/01.md", "slides/a/02.md", "slides/a/03.md"]));
});

it("follows folders that come later, with what is in them already", async () => {
  const folder = folderWith({ "slides/a/01.md": "eins" });
  const told = watched(folder);
  folder.write("slides/b/01.md", "eins");
  folder.write("theme/brand/logo.svg", "<svg/>");
  await vi.waitFor(() => expect(told()).toEqual(expect.arrayContaining(["slides/b/01.md", "theme/brand/logo.svg"])));
  folder.write("slides/b/02.md", "zwei");
  await vi.waitFor(() => expect(told()).toContain("slides/b/02.md"));
});

it("begins where there is no folder yet", async () => {
  const folder = folderWith({});
  const told = watched(folder);
  mkdirSync(join(folder.root, "slides"));
  await vi.waitFor(() => {
    folder.write("slides/a/01.md", "eins");
    expect(told()).toContain("slides/a/01.md");
  });
});

it("watches another folder of the same name when the first is gone", async () => {
  const folder = folderWith({ "slides/a/01.md": "eins" });
  const told = watched(folder);
  renameSync(join(folder.root, "slides", "a"), join(folder.root, "weg"));
  await vi.waitFor(() => expect(told()).toContain("slides/a"));
  folder.write("slides/a/07.md", "sieben");
  await vi.waitFor(() => expect(told()).toContain("slides/a/07.md"));
  folder.write("slides/a/08.md", "acht");
  await vi.waitFor(() => expect(told()).toContain("slides/a/08.md"));
});

it("is one call for what comes together", async () => {
  const folder = folderWith({ "slides/a/01.md": "eins" });
  const calls = vi.fn<(paths: readonly string[]) => void>();
  const watching = watchFolders(folder.root, ["slides"], calls);
  onTestFinished(() => watching.close());
  // Emptied and written: two events.
  folder.write("slides/a/01.md", "neu");
  await vi.waitFor(() => expect(calls).toHaveBeenCalled());
  expect(calls.mock.calls).toEqual([[[join(folder.root, "slides", "a", "01.md")]]]);
});

it("outlives odd entries, and does not follow links in a circle or out of the project", async () => {
  const outside = folderWith({ "fremd/01.md": "eins" });
  const folder = folderWith({ "slides/a/01.md": "eins", "slides/a/bilder/x.txt": "" });
  symlinkSync(".", join(folder.root, "slides", "a", "schleife"));
  const told = watched(folder);
  const links = { neu: ".", selbst: "selbst", "s.png": "s.png", fremd: join(outside.root, "fremd"), fotos: "bilder" };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder.root, "slides", "a", name));
  await vi.waitFor(() =>
    expect(told()).toEqual(["slides/a/fotos/x.txt", "slides/a/fremd", "slides/a/neu", "slides/a/s.png", "slides/a/selbst"]),
  );
  outside.write("fremd/02.md", "zwei");
  folder.write("slides/a/bilder/y.txt", "");
  await vi.waitFor(() => expect(told()).toContain("slides/a/fotos/y.txt"));
  folder.write("slides/a/02.md", "zwei");
  await vi.waitFor(() => expect(told()).toContain("slides/a/02.md"));
  expect(told().filter((path) => /schleife|neu\/|fremd\//.test(path))).toEqual([]);
});
