/** The command as a person calls it: what it writes, says and answers. */

import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildDecks, copyProject, remove, stichtag, temporaryFolder } from "./project.ts";
import { repository } from "./repository.ts";

const cases = join(repository, "src", "test", "decks");

let root = "";
beforeEach(() => {
  root = temporaryFolder();
});
afterEach(() => remove(root));

describe("stichtag build", () => {
  it("writes one page a deck with its ledger, and says what is in it", async () => {
    copyProject(join(cases, "as-of-complete"), root);
    const { code, stdout, stderr } = await stichtag(["build", "--lang", "de"], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const beside = ["html", "ledger.csv", "ledger.html", "ledger.json"];
    expect(readdirSync(join(root, "dist")).toSorted()).toEqual(
      ["fall", "spaeter", "vorher"].flatMap((deck) => beside.map((ending) => `${deck}.${ending}`)),
    );
    expect(stdout).toMatch(/fall\.html +1 Folien? · \d+ Zahl(?:en)? · 0 Diagramme · \d+ kB/);
    expect(stdout).not.toContain("ledger");
    expect(stdout).not.toContain("\u001b");
    const page = readFileSync(join(root, "dist", "fall.html"), "utf8");
    // Scripts hold addresses as words of a program.
    const markup = page.replaceAll(/<script[^>]*>[^]*?<\/script>/g, "");
    expect(markup.match(/(?:src|href)="(?!data:|#|https?:\/\/example)[^"]*/g)).toBeNull();
  });

  it("builds one deck of several, as of another day", async () => {
    copyProject(join(cases, "as-of-complete"), root);
    const files = await buildDecks(root, ["--deck", "fall", "--as-of", "latest"]);
    expect([...files.keys()]).toEqual(["fall"]);
    expect(readFileSync(files.get("fall") ?? "", "utf8")).toContain("2.000");
  });

  it("tells all faults in one run and leaves the last good deck as it was", async () => {
    copyProject(join(cases, "as-of-complete"), root);
    await buildDecks(root);
    const good = join(root, "dist", "fall.html");
    const [text, { mtimeMs }] = [readFileSync(good, "utf8"), statSync(good)];
    copyProject(join(cases, "several-at-once"), root);
    for (const language of ["de", "en"] as const) {
      const { code, stdout, stderr } = await stichtag(["build", "--lang", language], root);
      expect(code).toBe(1);
      const told = `${stdout}\n${stderr}`;
      const expected = readFileSync(join(cases, "several-at-once", "expected", `diagnostics.${language}.txt`), "utf8").trim();
      for (const diagnostic of expected.split("\n\n")) expect(told).toContain(diagnostic);
      expect(told).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
      expect(told).not.toContain("node_modules");
    }
    expect(readFileSync(good, "utf8")).toBe(text);
    expect(statSync(good).mtimeMs).toBe(mtimeMs);
  });

  it("makes the same file of the same project", async () => {
    copyProject(join(cases, "charts-categories"), root);
    const [first] = [...(await buildDecks(root)).values()];
    const before = readFileSync(first ?? "", "utf8");
    writeFileSync(first ?? "", "");
    await buildDecks(root);
    expect(readFileSync(first ?? "", "utf8")).toBe(before);
  });

  it("answers a wrong call with 2 and a word of help", async () => {
    const { code, stderr } = await stichtag(["biuld"], root);
    expect(code).toBe(2);
    expect(stderr).toContain("build");
  });

  it("says what is missing in an empty folder", async () => {
    const { code, stdout, stderr } = await stichtag(["build", "--lang", "en"], root);
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toContain("slides/");
  });
});

describe("stichtag pptx", () => {
  it("writes one PowerPoint file a deck, and no page", async () => {
    copyProject(join(cases, "as-of-complete"), root);
    const { code, stdout, stderr } = await stichtag(["pptx", "--lang", "de"], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(readdirSync(join(root, "dist")).toSorted()).toEqual(["fall.pptx", "spaeter.pptx", "vorher.pptx"]);
    expect(stdout).toMatch(/fall\.pptx +1 Folien? · \d+ Zahl(?:en)? · 0 Diagramme · \d+ kB/);
    expect(
      readFileSync(join(root, "dist", "fall.pptx"))
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  it("writes them beside the pages, one deck of several, as of another day", async () => {
    copyProject(join(cases, "as-of-complete"), root);
    const { code } = await stichtag(["build", "--pptx", "--deck", "fall", "--as-of", "latest", "--out", "ziel"], root);
    expect(code).toBe(0);
    expect(readdirSync(join(root, "ziel")).toSorted()).toEqual([
      "fall.html",
      "fall.ledger.csv",
      "fall.ledger.html",
      "fall.ledger.json",
      "fall.pptx",
    ]);
    const early = readFileSync(join(root, "ziel", "fall.pptx"));
    expect((await stichtag(["pptx", "--deck", "fall", "--out", "ziel"], root)).code).toBe(0);
    expect(readFileSync(join(root, "ziel", "fall.pptx")).equals(early)).toBe(false);
  });

  it("leaves the former files whole where a deck has a fault, or a file cannot be written", async () => {
    copyProject(join(cases, "as-of-complete"), root);
    expect((await stichtag(["build", "--pptx"], root)).code).toBe(0);
    const dist = join(root, "dist");
    const before = readdirSync(dist).map((name) => [name, readFileSync(join(dist, name))] as const);
    const unchanged = (): void => {
      expect(readdirSync(dist).toSorted()).toEqual(before.map(([name]) => name).toSorted());
      for (const [name, content] of before) expect(readFileSync(join(dist, name)).equals(content), name).toBe(true);
    };
    copyProject(join(cases, "several-at-once"), root);
    expect((await stichtag(["pptx"], root)).code).toBe(1);
    unchanged();
    remove(join(root, "slides"));
    copyProject(join(cases, "as-of-complete"), root);
    remove(join(dist, "vorher.pptx"));
    mkdirSync(join(dist, "vorher.pptx"));
    const { code, stderr } = await stichtag(["build", "--pptx", "--as-of", "latest", "--lang", "de"], root);
    expect(code).toBe(1);
    expect(stderr).toMatch(/vorher\.pptx lässt sich nicht schreiben: Dort liegt ein Ordner dieses Namens\./);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    rmdirSync(join(dist, "vorher.pptx"));
    writeFileSync(join(dist, "vorher.pptx"), before.find(([name]) => name === "vorher.pptx")?.[1] ?? "");
    unchanged();
  });

  it("tells a template that is none at its place in deck.yaml", async () => {
    copyProject(join(cases, "as-of-complete"), root);
    const settings = join(root, "slides", "fall", "deck.yaml");
    const written = readFileSync(settings, "utf8");
    const line = written.split("\n").length;
    mkdirSync(join(root, "theme"), { recursive: true });
    writeFileSync(join(root, "theme", "kreis.potx"), "%PDF-1.7");
    for (const [file, code] of [
      ["theme/kreis.potx", "template-no-package"],
      ["theme/keris.potx", "template-missing"],
      ["../kreis.potx", "template-outside"],
    ]) {
      writeFileSync(settings, `${written}template: ${file}\n`);
      const { code: ended, stderr } = await stichtag(["pptx", "--deck", "fall", "--lang", "en"], root);
      expect(ended).toBe(1);
      expect(stderr).toContain(`deck.yaml:${line}:11`);
      expect(stderr).toContain(`[${code}]`);
      expect(existsSync(join(root, "dist"))).toBe(false);
    }
    // A page needs no template: a missing one is told where it is needed.
    writeFileSync(settings, `${written}template: theme/keris.potx\n`);
    expect((await stichtag(["build", "--deck", "fall"], root)).code).toBe(0);
  });
});
