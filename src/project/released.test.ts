import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { summaryOf } from "../cli/summary.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { type Files, project, release } from "../update/diff/testing.ts";
import { checkProject } from "./check.ts";
import { compileProject } from "./build.ts";
import { compileDecks } from "./output.ts";
import { readProject } from "./read.ts";
import { fingerprints } from "./released.ts";
import { type Folder, folderWith, png } from "./testing.ts";

const yaml = "slides/probe/deck.yaml";
const base = "title: Probe\nas_of: 2020-12-31\n";
const slide = "slides/probe/10-orte.md";
const words = "# {{ orte.Aurach }} Menschen in Aurach\n\nStand {{ stichtag(orte.Aurach) | date }}\n";
const data = Object.entries(project).filter(([path]) => path.startsWith("data/orte/"));
const dataset = project["data/orte/dataset.yaml"]?.replace("Celle: {}", "Celle: {}, Daun: {}") ?? "";
const files: Files = { ...Object.fromEntries(data), "data/orte/dataset.yaml": dataset, [yaml]: base, [slide]: words };

function printOf(root: string): string {
  const read = readProject(root);
  return (
    fingerprints(read, compileProject(read))
      .map(({ fingerprint }) => fingerprint)
      .join() || expect.fail("the deck does not build")
  );
}

/** Writes that the deck is released as it is now. */
function releaseNow({ root, write }: Folder, on: string = "2021-02-01"): string {
  const print = printOf(root);
  write(yaml, `${base}released: { by: P. Thesing, on: ${on}, fingerprint: ${print} }\n`);
  return print;
}

async function told(root: string, days: { readonly asOf?: string } = {}): Promise<readonly Diagnostic[]> {
  return (await compileDecks({ root, ...days })).diagnostics;
}

function git(root: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

const newest = base.replace("2020-12-31", "latest");
const corrected: Files = {
  "data/orte/2020-12-31.2021-03-01.yaml": release("2020-12-31", "Aurach: 1250, Bühl: 400, Celle: 50", "known_on: 2021-03-01\n"),
};

describe("a released deck", () => {
  it("is told the fingerprint to write down, and then nothing", async () => {
    const folder = folderWith({ ...files, [yaml]: `${base}released: { by: A, on: 2021-02-01 }\n` });
    const [fault] = await told(folder.root);
    expect(fault?.severity).toBe("warning");
    expect(fault?.message).toMatchObject({ code: "released-without-fingerprint" });
    expect(fault?.message.de).toContain(`fingerprint: ${printOf(folder.root)}`);
    releaseNow(folder);
    expect(await told(folder.root)).toEqual([]);
  });

  it("that says other numbers is told which, from what was known on the day of its release", async () => {
    const folder = folderWith({ ...files, [yaml]: newest });
    const print = printOf(folder.root);
    folder.write(yaml, `${newest}released: { by: P. Thesing, on: 2021-02-01, fingerprint: ${print} }\n`);
    for (const [path, text] of Object.entries(corrected)) folder.write(path, text);
    const [fault, ...others] = await told(folder.root);
    expect(others).toEqual([]);
    expect(fault?.message.code).toBe("changed-since-release");
    expect(fault?.message.de).toContain("Seit der Freigabe am 01.02.2021 durch P. Thesing geändert.");
    expect(fault?.message.de).toMatch(/Aurach.* 1\.240 → 1\.250 \(/u);
    expect(fault?.message.de).toContain("Welche Wörter sich geändert haben, ist nicht bekannt");
    expect(fault?.message.de).toContain(`fingerprint: ${printOf(folder.root)}`);
  });

  it("that says other words is told on which slides, where git has what was released", async () => {
    const folder = folderWith(files);
    git(folder.root, "init", "-q");
    releaseNow(folder);
    git(folder.root, "add", ".");
    git(folder.root, "commit", "-qm", "Freigabe");
    folder.write(slide, `${words}\nEin weiterer Satz.\n`);
    git(folder.root, "commit", "-qam", "Danach");
    const [fault] = await told(folder.root);
    expect(fault?.message.de).toContain("Andere Folien:\n    10-orte\n");
    expect(fault?.message.de).not.toContain("nicht bekannt");
    expect(fault?.message.de).not.toContain("→");
    folder.write("slides/probe/99-neu.md", "# Neu\n");
    expect((await told(folder.root))[0]?.message.en).toContain("99-neu (new)");
  });

  it("that shows another picture is not what was released", async () => {
    const folder = folderWith({ ...files, "slides/probe/98-bild.md": "# Bild\n\n![Ein Bild](bild.png)\n", "slides/probe/bild.png": png });
    releaseNow(folder);
    expect(await told(folder.root)).toEqual([]);
    folder.write("slides/probe/bild.png", new Uint8Array([...png, 0]));
    expect((await told(folder.root)).map(({ message }) => message.code)).toEqual(["changed-since-release"]);
  });

  it("is another one as of another day, which is not told", async () => {
    const folder = folderWith(files);
    releaseNow(folder);
    expect(await told(folder.root, { asOf: "2019-12-31" })).toEqual([]);
  });
});

describe("the words of commands", () => {
  it("name drafts, their numbers, releases and fingerprints", async () => {
    const folder = folderWith(files);
    const print = releaseNow(folder);
    const said = async (): Promise<string> => {
      const decks = (await compileDecks({ root: folder.root })).decks.map((deck) => ({ deck, path: "dist/probe.html", bytes: 1 }));
      return summaryOf(decks, 0, "de");
    };
    expect(await said()).toContain(`· freigegeben am 01.02.2021 durch P. Thesing (Fingerabdruck ${print})`);
    expect(checkProject({ root: folder.root }, "2021-02-02").fingerprints.map(({ fingerprint }) => fingerprint)).toEqual([print]);
    folder.write(yaml, `${base}draft: true\n`);
    expect(await said()).toMatch(/ · ENTWURF\nfertig/u);
    expect(printOf(folder.root)).toBe(print);
    folder.write(yaml, base);
    folder.write("data/orte/2020-12-31.yaml", release("2020-12-31", "Aurach: 1240, Bühl: 400, Celle: 50", "draft: true\n"));
    expect(await said()).toMatch(/ENTWURF\nprobe zeigt Zahlen, die noch Entwurf sind:\n {2}.*Stichtag 31\.12\.2020 \(.*1\.240/u);
  });
});
