/** The plugin as another project uses it, by Vite's own command. */

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Folder, folderWith, png } from "../project/testing.ts";
import { repository } from "../test/repository.ts";

const config = `import { stichtag } from "stichtag/vite";
export default { plugins: [stichtag({ root: "inhalt", decks: ["a"] })], build: { outDir: "ziel" } };
`;

/** Another Vite project that has this package among its own, and its slides in a folder of their own. */
function otherProject(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const folder = folderWith({ "package.json": '{ "type": "module" }', "vite.config.js": config, ...files });
  mkdirSync(join(folder.root, "node_modules"));
  symlinkSync(repository, join(folder.root, "node_modules", "stichtag"), "junction");
  symlinkSync(join(repository, "node_modules", "vite"), join(folder.root, "node_modules", "vite"), "junction");
  return folder;
}

function viteBuild(cwd: string): { readonly code: number | null; readonly said: string } {
  const vite = join(repository, "node_modules", "vite", "bin", "vite.js");
  const env = { ...process.env, NO_COLOR: "1", LANG: "de_DE.UTF-8" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, "build"], { cwd, env, encoding: "utf8" });
  return { code: status, said: `${stdout}\n${stderr}` };
}

const settings = "title: Probe\nas_of: 2017-08-07\n";

describe("vite build with the plugin", () => {
  it("writes one page a deck, which holds all, its ledger, and nothing else", () => {
    const { root } = otherProject({
      "inhalt/slides/a/deck.yaml": settings,
      "inhalt/slides/a/01-eins.md": "# Erste Folie\n\n- Punkt\n\n![Ein Punkt](punkt.png)\n",
      "inhalt/slides/a/punkt.png": png,
      "inhalt/slides/b/deck.yaml": settings,
      "inhalt/slides/b/01-eins.md": "# Anderer Satz\n",
      "ziel/schon da.txt": "bleibt",
    });
    const { code, said } = viteBuild(root);
    expect({ code, said: code === 0 ? "" : said }).toEqual({ code: 0, said: "" });
    expect(readdirSync(join(root, "ziel")).toSorted()).toEqual([
      "a.html",
      "a.ledger.csv",
      "a.ledger.html",
      "a.ledger.json",
      "schon da.txt",
    ]);
    const page = readFileSync(join(root, "ziel", "a.html"), "utf8");
    expect(page.includes("Erste Folie")).toBe(true);
    expect(page.includes(`data:image/png;base64,${Buffer.from(png).toString("base64")}`)).toBe(true);
    expect(page.includes("Content-Security-Policy")).toBe(true);
    const style = /<style>[^]*?<\/style>/.exec(page)?.[0] ?? "";
    const loaded = [
      ...page.matchAll(/<(?:script|link|img)[^>]*(?:src|href)="(?!data:)[^"]*/g),
      ...style.matchAll(/url\(["']?(?!data:)[^)]*/g),
    ];
    expect(style).not.toBe("");
    expect(loaded.map(([text]) => text)).toEqual([]);
  });

  it("tells faults with their places, without a stack, and leaves what is there", () => {
    const { root } = otherProject({
      "inhalt/slides/a/deck.yaml": settings,
      "inhalt/slides/a/01-eins.md": "# Von {{ nirgends.da }}\n",
      "ziel/a.html": "der letzte gute Stand",
    });
    const { code, said } = viteBuild(root);
    expect(code).toBe(1);
    expect(said).toContain("slides/a/01-eins.md:1:");
    expect(said).toContain("1 Fehler");
    expect(said).not.toMatch(/^\s+at /m);
    expect(readFileSync(join(root, "ziel", "a.html"), "utf8")).toBe("der letzte gute Stand");
    expect(readdirSync(join(root, "ziel"))).toEqual(["a.html"]);
  });
});
