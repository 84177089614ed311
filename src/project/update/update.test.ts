import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Folder, folderWith } from "../testing.ts";
import type { Event } from "./take.ts";
import { flatFile, good, smallProject } from "./testing.ts";
import { type Updated, type UpdateRequest, update } from "./update.ts";

/** All of `data/`, by path. */
function dataOf({ root }: Folder): Readonly<Record<string, string>> {
  const paths = readdirSync(join(root, "data"), { recursive: true, encoding: "utf8" }).filter((path) => /\.[^/\\]*$/u.test(path));
  return Object.fromEntries(paths.toSorted().map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, "data", path), "utf8")]));
}

interface Run {
  readonly updated: Updated;
  /** Paths of files in `data/` that are new. */
  readonly added: readonly string[];
  /** By dataset, in few words. */
  readonly events: Readonly<Record<string, readonly string[]>>;
}

/** Runs an update and makes sure that nothing in `data/` was rewritten. */
async function run(folder: Folder, file: string | Uint8Array | undefined, request: Partial<UpdateRequest> = {}): Promise<Run> {
  if (file !== undefined) folder.write("tabelle.csv", file);
  const before = dataOf(folder);
  const from = file === undefined ? {} : { from: join(folder.root, "tabelle.csv") };
  const updated = await update(
    { root: folder.root, datasets: [], accept: false, today: "2026-11-22", ...from, ...request },
    { environment: {}, progress: () => {} },
  );
  const after = dataOf(folder);
  expect(Object.fromEntries(Object.keys(before).map((path) => [path, after[path]]))).toEqual(before);
  const events = Object.fromEntries(updated.updates.map(({ dataset, events: told }) => [dataset, told.map(inWords)]));
  return { updated, added: Object.keys(after).filter((path) => !(path in before)), events };
}

function inWords(event: Event): string {
  if (event.kind === "refused") return `refused: ${event.diagnostics.map(({ message }) => message.code).join(" ")}`;
  return "stichtag" in event ? `${event.kind} ${event.stichtag}` : event.kind;
}

const codes = ({ updated }: Run): readonly string[] => updated.faults.map(({ message }) => message.code);
const whole = flatFile([...good(), { ags: "03453", value: 6030 }, { ags: "03453001", value: 500, sex: "GESM" }]);

describe("a file that is right", () => {
  it("becomes a release of each dataset that it holds", async () => {
    const folder = folderWith(smallProject);
    const first = await run(folder, whole);
    expect(first.events).toEqual({ kreis: ["new 2025-12-31"], orte: ["new 2025-12-31"] });
    expect(first.added).toEqual(["kreis/2025-12-31.yaml", "orte/2025-12-31.yaml"]);
    expect(dataOf(folder)["orte/2025-12-31.yaml"]).toMatch(
      /^stichtag: 2025-12-31\nstatus: final\nvalues:\n {2}Ahausen: 1010\n {2}Bedorf: 2010\n {2}Celle: 3010\nretrieved:\n {2}on: 2026-11-22\n {2}file: tabelle\.csv\n {2}sha256: "?[0-9a-f]{64}"?\n {2}connector: ffcsv\n$/u,
    );
    const again = await run(folder, whole);
    expect(again.events).toEqual({ kreis: ["same 2025-12-31"], orte: ["same 2025-12-31"] });
    expect(again.added).toEqual([]);
    expect(again.updated.after).toBe(again.updated.before);
  });

  it("becomes a revision where other values are there, and the same again writes nothing", async () => {
    const folder = folderWith(smallProject);
    const revised = flatFile(good([1001, 2000, 2999], "2024-12-31"));
    const first = await run(folder, revised, { datasets: ["orte"] });
    expect(first.added).toEqual(["orte/2024-12-31.2026-11-22.yaml"]);
    expect(dataOf(folder)["orte/2024-12-31.2026-11-22.yaml"]).toContain("known_on: 2026-11-22\nstatus: corrected\n");
    expect((await run(folder, revised, { datasets: ["orte"] })).events).toEqual({ orte: ["same 2024-12-31"] });
    const other = flatFile(good([1002, 2000, 2998], "2024-12-31"));
    expect((await run(folder, other, { datasets: ["orte"] })).events).toEqual({ orte: ["refused: revised-today"] });
    const later = await run(folder, other, { datasets: ["orte"], today: "2026-11-23" });
    expect(later.added).toEqual(["orte/2024-12-31.2026-11-23.yaml"]);
  });

  it("may hold many Stichtage: those before the last are left, unless accepted", async () => {
    const folder = folderWith(smallProject);
    const series = flatFile([...good([950, 1950, 2950], "2010-12-31"), ...good([1000, 2000, 3000], "2024-12-31"), ...good()]);
    const first = await run(folder, series, { datasets: ["orte"] });
    expect(first.events).toEqual({ orte: ["same 2024-12-31", "new 2025-12-31", "left"] });
    const second = await run(folder, series, { datasets: ["orte"], accept: true });
    expect(second.added).toEqual(["orte/2010-12-31.yaml"]);
    expect(dataOf(folder)["orte/2010-12-31.yaml"]).toContain(
      'accepted:\n  - "Der Stichtag 31.12.2010 liegt vor dem letzten, dem 31.12.2025."\n',
    );
  });
});

describe("what the checks object to", () => {
  it("is refused with its place in the file, and taken when accepted", async () => {
    const folder = folderWith(smallProject);
    const wrong = flatFile([{ ags: "03453", value: 6000 }, ...good([1010, 2010, 2900])]);
    const first = await run(folder, wrong);
    expect(first.events).toEqual({ kreis: ["new 2025-12-31"], orte: ["refused: check-sum"] });
    expect(first.added).toEqual(["kreis/2025-12-31.yaml"]);
    const [refused] = first.updated.updates.flatMap(({ events }) => events.filter(({ kind }) => kind === "refused"));
    const [diagnostic] = refused?.kind === "refused" ? refused.diagnostics : [];
    expect(diagnostic?.span.source.path).toContain("tabelle.csv");
    expect(diagnostic?.span.source.text).toContain("1010");
    const second = await run(folder, wrong, { accept: true });
    expect(second.events).toEqual({ kreis: ["same 2025-12-31"], orte: ["new 2025-12-31"] });
    expect(dataOf(folder)["orte/2025-12-31.yaml"]).toContain(
      'accepted:\n  - "Die 3 Teile von »kreis / kreis« ergeben zusammen 5.920 statt 6.000 (Unterschied −80)."\n',
    );
  });

  it.each<[string, string, string]>([
    ["values changed too much", flatFile(good([1010, 2010, 30_100])), "check-change"],
    ["one symbol everywhere", flatFile(good(["-", "-", "-"])), "check-all-the-same check-change check-change check-change"],
    ["fractions of persons", flatFile(good(["1010,5", 2010, 3010])), "check-not-whole"],
    ["a Stichtag out of rhythm", flatFile(good(undefined, "2025-06-30")), "check-stichtag-rhythm"],
    ["a Stichtag to come", flatFile(good(undefined, "2026-12-31")), "stichtag-to-come"],
  ])("%s", async (_, file, expected) => {
    const { events, added, updated } = await run(folderWith(smallProject), file, { datasets: ["orte"] });
    expect(events).toEqual({ orte: [`refused: ${expected}`] });
    expect(added).toEqual([]);
    expect(updated.after).toBe(updated.before);
  });
});

describe("a file that is not what was wanted", () => {
  it.each<[string, string | Uint8Array]>([
    ["an HTML error page", "<!DOCTYPE html><html><head><title>Fehler</title></head><body>500</body></html>"],
    ["nothing", ""],
    ["bytes of something", new Uint8Array(600).map((_, index) => (index * 7) % 251)],
    ["a header alone", flatFile([])],
    ["cut within a row", whole.slice(0, -40)],
    ["cut between rows, with a place too few", flatFile(good().slice(0, 2))],
    ["another statistic", flatFile(good(), "13111")],
    ["another unit", flatFile(good()).replaceAll(";Anzahl;", ";Tsd.;")],
    ["two values of one place", flatFile([...good(), { ags: "03453001", value: 1011 }])],
    ["words for a number", flatFile(good([1010, "viele", 3010]))],
    ["places nobody knows", flatFile(good()).replaceAll(";03453", ";99999")],
    ["a status of the service", '{"Ident":{},"Status":{"Code":98,"Content":"Die Tabelle ist zu gross","Type":"Fehler"}}'],
  ])("%s is refused and leaves data/ as it was", async (_, file) => {
    const folder = folderWith(smallProject);
    const { events, added, updated } = await run(folder, file, { datasets: ["orte"] });
    expect(events["orte"]).toHaveLength(1);
    expect(events["orte"]?.[0]).toMatch(/^refused: \S/u);
    expect(updated.updates[0]?.events[0]).toMatchObject({ acceptable: false });
    expect(added).toEqual([]);
    const unnamed = await run(folder, file);
    expect(unnamed.added).toEqual([]);
    expect([...codes(unnamed), ...Object.values(unnamed.events).flat()].length).toBeGreaterThan(0);
  });

  it("is told what it is, and what is wanted, where it fits no dataset", async () => {
    const result = await run(folderWith(smallProject), flatFile(good(), "13111"));
    expect(codes(result)).toEqual(["file-fits-none"]);
    const [fault] = result.updated.faults;
    expect(fault?.message.de).toContain("13111");
    expect(fault?.message.de).toContain("12411-01-01-5 (kreis, orte)");
  });

  it("is missing", async () => {
    const { updated } = await run(folderWith(smallProject), undefined, { from: "gibt-es-nicht.csv" });
    expect(updated.faults.map(({ message }) => message.code)).toEqual(["update-file-missing"]);
  });
});

describe("a dataset", () => {
  it("that is misspelt is told with the nearest, and nothing is done", async () => {
    const result = await run(folderWith(smallProject), whole, { datasets: ["orte", "kries"] });
    expect(result.updated.wrongCall).toBe(true);
    expect(result.updated.faults.map(({ message }) => message.de)).toEqual([
      "Einen Datensatz »kries« gibt es nicht. Gemeint ist vielleicht »kreis«.",
    ]);
    expect(result.added).toEqual([]);
  });

  it("that does not say how it is updated is told how to find out", async () => {
    const { events, updated } = await run(folderWith(smallProject), whole, { datasets: ["anderes"] });
    expect(events).toEqual({ anderes: ["refused: not-updatable"] });
    expect(updated.updates[0]?.events[0]).toMatchObject({ diagnostics: [{ message: { de: expect.stringContaining("--inspect") } }] });
  });

  it("that no service is asked for needs a file", async () => {
    expect((await run(folderWith(smallProject), undefined, { datasets: ["orte"] })).events).toEqual({ orte: ["refused: needs-file"] });
    expect(codes(await run(folderWith(smallProject), undefined))).toEqual(["nothing-to-update"]);
  });

  it("with a fault keeps no other from its update", async () => {
    const folder = folderWith({ ...smallProject, "data/kreis/2024-12-31.yaml": "stichtag: 2024-12-31\nvalues: { kriez: 6000 }\n" });
    const { events, added } = await run(folder, whole, { datasets: ["kreis", "orte"] });
    expect(events).toEqual({ kreis: ["refused: undeclared-key"], orte: ["new 2025-12-31"] });
    expect(added).toEqual(["orte/2025-12-31.yaml"]);
  });

  it("that two mappings could read is told both", async () => {
    const text = smallProject["data/orte/dataset.yaml"] ?? "";
    const [fields = "", mapping = ""] = text.split("update:\n");
    const twice = `${fields}update:\n${[0, 1].map(() => `  -\n${mapping.replaceAll(/^/gmu, "  ").trimEnd()}\n`).join("")}`;
    const { events } = await run(folderWith({ ...smallProject, "data/orte/dataset.yaml": twice }), whole, { datasets: ["orte"] });
    expect(events).toEqual({ orte: ["refused: several-mappings-fit"] });
  });
});
