import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataset, type Files, project, release } from "../update/diff/testing.ts";
import { changesAfterUpdate, compareStates, type DiffRequest } from "./diff.ts";
import { type ChangeSlides, type SlideRequest, slidesOf } from "./diff-slide.ts";
import type { Deck } from "../deck/model.ts";
import { plainText } from "../deck/plain-text.ts";
import { compileProject } from "./build.ts";
import { type Folder, folderWith } from "./testing.ts";
import { readProject } from "./read.ts";

const settings = (asOf: string): string => `title: Probe\nas_of: ${asOf}\n`;
const files: Files = { ...project, "slides/probe/deck.yaml": settings("2019-12-31") };

function compared(request: DiffRequest): Exclude<ReturnType<typeof compareStates>, { readonly fault: unknown }> {
  const result = compareStates(request);
  if ("fault" in result) throw new Error(result.fault.en);
  return result;
}

function slides(request: SlideRequest): ChangeSlides {
  const result = slidesOf(request);
  if ("fault" in result) throw new Error(result.fault.en);
  return result;
}

function fault(request: DiffRequest): string | undefined {
  const result = compareStates(request);
  return "fault" in result ? result.fault.code : undefined;
}

/** "before → after" of the people in Aurach. */
function aurach(request: DiffRequest): string | undefined {
  const change = compared(request).changes.figures.find(({ expression }) => expression === "orte.Aurach");
  return change && `${change.before.text} → ${change.after.text}`;
}

describe("states", () => {
  it("are days and latest; without any, from the deck's own day to the newest", () => {
    const { root } = folderWith(files);
    expect(aurach({ root })).toBe("1.000 → 1.240");
    expect(compared({ root }).changes).toMatchObject({ before: { kind: "day", value: "2019-12-31" }, after: { kind: "latest" } });
    expect(aurach({ root, from: "2019-12-31", to: "2020-12-31" })).toBe("1.000 → 1.240");
    expect(aurach({ root, from: "latest", to: "2019-12-31" })).toBe("1.240 → 1.000");
    expect(aurach({ root, from: "2020-12-31" })).toBeUndefined();
  });

  it("of a deck that follows the newest data begin before the newest arrival", () => {
    const arrived = "retrieved: { on: 2021-03-01, file: a.csv, connector: ffcsv }\n";
    const { root } = folderWith({
      ...files,
      "slides/probe/deck.yaml": settings("latest"),
      "data/orte/2020-12-31.yaml": release("2020-12-31", "Aurach: 1240, Bühl: 400, Celle: 50", arrived),
    });
    expect(aurach({ root })).toBe("1.000 → 1.240");
    expect(compared({ root }).changes.before).toEqual({ kind: "known", value: "2021-02-28" });
    expect(aurach({ root, from: "known:2021-02-28" })).toBe("1.000 → 1.240");
    expect(aurach({ root, from: "known:2021-03-01" })).toBeUndefined();
  });

  it("that are none are told", () => {
    const { root } = folderWith(files);
    expect(fault({ root, from: "2020-02-30" })).toBe("not-a-state");
    expect(fault({ root, from: "known:gestern" })).toBe("not-a-state");
    expect(fault({ root, to: "--output=x" })).toBe("not-a-state");
    expect(fault({ root, from: "HEAD" })).toBe("not-in-git");
  });

  it("compare only the decks asked for", () => {
    const { root } = folderWith({
      ...files,
      "slides/zwei/deck.yaml": settings("latest"),
      "slides/zwei/01.md": "# {{ haushalte.Aurach }}\n",
    });
    expect(compared({ root, from: "2019-12-31" }).changes.decks.map(({ id }) => id)).toEqual(["probe", "zwei"]);
    const one = compared({ root, from: "2019-12-31", decks: ["zwei"] }).changes;
    expect(one.figures.map(({ expression, places }) => [expression, places])).toEqual([
      ["haushalte.Aurach", [{ deck: "zwei", slide: "01" }]],
    ]);
    expect(one.datasets.map((change) => change.dataset)).toEqual(["haushalte"]);
  });
});

function git(folder: Folder, ...words: readonly string[]): void {
  const names = { GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@b.example", GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@b.example" };
  const env = { ...process.env, ...names, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const { status, stderr } = spawnSync("git", words, { cwd: folder.root, env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

function committed(before: Files): Folder {
  const folder = folderWith(Object.fromEntries(Object.entries(before).map(([path, text]) => [`unten/${path}`, text])));
  git(folder, "init", "-q", "-b", "main");
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "-m", "eins");
  return folder;
}

function treeOf(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.startsWith(".git"))
    .map((path) => `${path} ${statSync(join(root, path)).mtimeMs}`);
}

describe("a revision of git", () => {
  it("is read without touching the working tree, in a project that is a folder of its repository", () => {
    const folder = committed(files);
    const root = join(folder.root, "unten");
    folder.write("unten/data/orte/2019-12-31.2020-03-01.yaml", release("2019-12-31", "Aurach: 1010", "known_on: 2020-03-01\n"));
    folder.write("unten/slides/probe/30-neu.md", "# {{ orte.Bühl }}\n");
    const tree = treeOf(folder.root);
    const { changes } = compared({ root, from: "HEAD", to: "latest" });
    expect(treeOf(folder.root)).toEqual(tree);
    expect(changes.before).toEqual({ kind: "revision", value: "HEAD" });
    expect(changes.decks[0]).toMatchObject({ newSlides: ["30-neu"], goneSlides: [] });
    expect(changes.datasets).toMatchObject([{ dataset: "orte", revisions: [{ day: "2019-12-31", knownOn: "2020-03-01" }] }]);
  });

  it("has its decks as they say themselves, unless the other side names a day", () => {
    const folder = committed(files);
    const root = join(folder.root, "unten");
    folder.write("unten/slides/probe/deck.yaml", settings("2020-12-31"));
    expect(aurach({ root, from: "HEAD" })).toBe("1.000 → 1.240");
    expect(aurach({ root, from: "HEAD", to: "latest" })).toBeUndefined();
    git(folder, "commit", "-q", "-a", "-m", "zwei");
    expect(aurach({ root, from: "HEAD~1", to: "HEAD" })).toBe("1.000 → 1.240");
    expect(aurach({ root, from: "HEAD", to: "HEAD~1" })).toBe("1.240 → 1.000");
  });

  it("that is not there is told", () => {
    const folder = committed(files);
    const root = join(folder.root, "unten");
    expect(fault({ root, from: "HEAD~7" })).toBe("unknown-revision");
    expect(fault({ root, from: "kein-zweig", to: "latest" })).toBe("unknown-revision");
    git(folder, "rm", "-q", "-r", "--cached", "unten/slides");
    git(folder, "commit", "-q", "-m", "ohne");
    expect(fault({ root, from: "HEAD" })).toBe("nothing-in-revision");
  });

  it("needs a git, and says so", () => {
    const { root } = folderWith(files);
    const path = process.env["PATH"];
    process.env["PATH"] = root;
    try {
      expect(fault({ root, from: "HEAD" })).toBe("git-missing");
    } finally {
      process.env["PATH"] = path;
    }
  });
});

describe("after an update", () => {
  it("both states are as of the newest data, whatever day the decks are pinned to", () => {
    const { "data/orte/2020-12-31.yaml": _, ...old } = files;
    const folder = folderWith(old);
    const before = readProject(folder.root);
    folder.write("data/orte/2020-12-31.yaml", files["data/orte/2020-12-31.yaml"] ?? "");
    const changes = changesAfterUpdate(before, readProject(folder.root, before));
    expect(changes.figures.map(({ expression }) => expression)).toContain("orte.Aurach");
    expect(changes.datasets.map((change) => change.dataset)).toEqual(["orte"]);
    expect(changesAfterUpdate(before, before).figures).toEqual([]);
  });
});

describe("slides of changes", () => {
  const texts: Files = {
    "data/orte/dataset.yaml": dataset("Menschen"),
    "data/orte/2019-12-31.yaml": release("2019-12-31", 'Aurach: 1, "EU-27 (seit 2020)": 2, Celle: 3, Daun: 4'),
    "data/orte/2020-12-31.yaml": release("2020-12-31", 'Aurach: 5, "EU-27 (seit 2020)": 6, Celle: 7, Daun: 8'),
    "data/haushalte/dataset.yaml": dataset("Haushalte"),
    "data/haushalte/2019-12-31.yaml": release("2019-12-31", "Aurach: 500"),
    "data/haushalte/2020-12-31.yaml": release("2020-12-31", "Aurach: 620"),
    "slides/probe/deck.yaml": settings("latest"),
    "slides/probe/10-a.md":
      "# {{ haushalte.Aurach }}, {{ share(orte.Aurach, haushalte.Aurach) | percent(1) }}\n\n{{ orte.Aurach - 2 * orte.Daun }}\n\n```chart\nkind: bar\ntitle: Menschen\ndata: orte\n```\n",
  };

  it("hold no number but the day, build, and show what changed", () => {
    const folder = folderWith(texts);
    const result = compared({ root: folder.root, from: "2019-12-31" });
    const { text, leftOut } = slides(result);
    expect(text.replaceAll(/20(?:19|20)-12-31/gu, "").replaceAll("percent(1)", "")).not.toMatch(/\d/u);
    expect(text).toContain("rows:\n  - orte\n");
    expect(leftOut).toEqual(["orte.Aurach - 2 * orte.Daun"]);
    folder.write("slides/probe/90-aenderungen.md", text);
    const [deck] = compileProject(readProject(folder.root)).decks;
    expect(deck?.outcome.diagnostics).toEqual([]);
    const tables = deck?.outcome.value?.slides.flatMap(({ regions }) =>
      regions.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "table")),
    );
    expect(tables?.length).toBe(text.split("```changes").length - 1);
  });

  it("are headed by what they are of, what became of the number that changed most, and which of several they are", () => {
    const folder = folderWith({
      ...texts,
      "data/haushalte/2020-12-31.yaml": release("2020-12-31", "Aurach: 400, Bühl: 9"),
      "data/haushalte/2019-12-31.yaml": release("2019-12-31", "Aurach: 500, Bühl: 6"),
      "slides/probe/10-a.md": '# {{ haushalte.Aurach }} {{ haushalte["Bühl"] }}\n\n{{ orte["EU-27 (seit 2020)"] }}\n',
    });
    folder.write("slides/probe/90-aenderungen.md", slides(compared({ root: folder.root, from: "2019-12-31" })).text);
    const [deck] = compileProject(readProject(folder.root), { asOf: "2019-12-31" }).decks;
    const heads = deck?.outcome.value?.slides
      .filter(({ id }) => id.startsWith("90"))
      .map(({ kicker, title, regions }) => {
        const marked = regions.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === "table" ? block.rows : []));
        const names = marked.filter(({ role }) => role === "highlight").map(({ cells }) => plainText(cells[0] ?? []));
        return [plainText(kicker), plainText(title)].concat(names);
      });
    expect(heads).toEqual([
      ["Was sich geändert hat: Haushalte", "Bühl: von 6 auf 9", "Haushalte, Bühl"],
      ["Was sich geändert hat: Menschen", "Von 2 auf 6"],
    ]);
  });

  it("say so where nothing changed", () => {
    const { root } = folderWith(texts);
    const { text } = slides(compared({ root, from: "2020-12-31" }));
    expect(text).toContain("Keine der gezeigten Zahlen hat sich geändert");
  });

  const arrived = "retrieved: { on: 2021-03-01, file: a.csv, connector: ffcsv }\n";
  const revised: Files = {
    ...texts,
    "data/orte/dataset.yaml": dataset("Menschen").replace("partial", "complete"),
    "data/orte/2020-12-31.2021-02-01.yaml": release(
      "2020-12-31",
      'Aurach: 50, "EU-27 (seit 2020)": 60, Celle: 70, Daun: 80',
      "known_on: 2021-02-01\n",
    ),
    "data/haushalte/2020-12-31.yaml": release("2020-12-31", "Aurach: 620", arrived),
    "slides/probe/20-b.md": '# {{ orte["EU-27 (seit 2020)"] + 0 * orte.Celle }}, {{ orte["EU-27 (seit 2020)"] }}\n',
  };

  // Of each kind of state, in each place: what is bound on the slide is what the diff lists, whatever day the deck is of.
  it.each([
    ["2019-12-31", "2020-12-31"],
    ["2019-12-31", "latest"],
    ["2020-12-31", "latest"],
    ["2020-12-31", "2021-02-01"],
    ["known:2020-12-31", "latest"],
    ["known:2021-02-01", "latest"],
    ["known:2021-02-28", "2020-12-31"],
    ["known:2021-02-28", "2021-02-01"],
    [undefined, undefined],
    [undefined, "2020-12-31"],
  ] as const)("show the numbers of the diff: %s to %s", (from, to) => {
    for (const own of ["latest", "2019-12-31", "2020-12-31"]) {
      const folder = folderWith({ ...revised, "slides/probe/deck.yaml": settings(own) });
      const result = compared({ root: folder.root, ...(from && { from }), ...(to && { to }) });
      const made = slidesOf(result);
      if ("fault" in made) {
        expect([own, from, to, made.fault.code]).toEqual(["2020-12-31", undefined, "2020-12-31", "slide-backwards"]);
        continue;
      }
      folder.write("slides/probe/90-aenderungen.md", made.text);
      for (const pinned of ["latest", "2019-12-31", "2022-01-01"]) {
        const [deck] = compileProject(readProject(folder.root), { asOf: pinned }).decks;
        expect(deck?.outcome.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        const { figures } = result.changes;
        const listed = figures.filter(({ expression }) => !made.leftOut.includes(expression));
        const expected = listed.map(({ before, after }) => `${before.text} → ${after.text}`);
        expect([...new Set(boundOf(deck?.outcome.value))].toSorted()).toEqual([...new Set(expected)].toSorted());
      }
    }
  });

  it.each([
    ["latest", "2019-12-31", "slide-backwards"],
    ["2020-12-31", "2019-12-31", "slide-backwards"],
    ["latest", "2020-12-31", "slide-backwards"],
    ["2019-12-31", "known:2020-12-31", "not-on-a-slide"],
    ["known:2019-12-31", "known:2020-12-31", "not-on-a-slide"],
  ] as const)("refuse what they cannot say: %s to %s", (from, to, code) => {
    expect(slideFault({ root: folderWith(revised).root, from, to })).toBe(code);
  });

  it("refuse a revision of git, decks of several days, and changes without words", () => {
    const folder = committed(revised);
    const root = join(folder.root, "unten");
    folder.write("unten/data/haushalte/2020-12-31.yaml", release("2020-12-31", "Aurach: 621"));
    expect(slideFault({ root, from: "HEAD" })).toBe("not-on-a-slide");
    expect(slideFault({ root, from: "HEAD", to: "latest" })).toBe("not-on-a-slide");
    const two = { ...revised, "slides/zwei/deck.yaml": settings("2019-12-31"), "slides/zwei/1.md": "# {{ haushalte.Aurach }}\n" };
    expect(slideFault({ root: folderWith(two).root })).toBe("decks-of-many-days");
    expect(slideFault({ root: folderWith(two).root, decks: ["zwei"] })).toBeUndefined();
    const wordless = { ...revised, "slides/probe/10-a.md": "# {{ orte.Aurach - 2 * orte.Daun }}\n", "slides/probe/20-b.md": "# Nichts\n" };
    expect(slideFault({ root: folderWith(wordless).root, from: "2019-12-31" })).toBe("nothing-sayable");
  });
});

/** Why there is no slide; `undefined` where there is one. */
function slideFault(request: DiffRequest): string | undefined {
  const made = slidesOf(compared(request));
  return "fault" in made ? made.fault.code : undefined;
}

/** "before → after" of each row of the tables on the slide of changes. */
function boundOf(deck: Deck | undefined): readonly string[] {
  const slidesOfChanges = deck?.slides.filter(({ id }) => id.startsWith("90-aenderungen")) ?? [];
  const blocks = slidesOfChanges.flatMap(({ regions }) => regions.flatMap((region) => region.blocks));
  const rows = blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
  return rows.map(({ cells }) =>
    [cells[1], cells[2]]
      .map((cell) => cell?.flatMap((inline) => (inline.kind === "figure" ? inline.figure.text : [])).join(""))
      .join(" → "),
  );
}
