/** The command as a person calls it: what it writes, says and answers. */

import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
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
  it("writes one file a deck and says what is in it", async () => {
    copyProject(join(cases, "as-of-complete"), root);
    const { code, stdout, stderr } = await stichtag(["build", "--lang", "de"], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(readdirSync(join(root, "dist")).toSorted()).toEqual(["fall.html", "spaeter.html", "vorher.html"]);
    expect(stdout).toMatch(/fall\.html +1 Folien? · \d+ Zahl(?:en)? · 0 Diagramme · \d+ kB/);
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
