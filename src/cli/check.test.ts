import { describe, expect, it } from "vitest";
import { checkProject } from "../project/check.ts";
import { folderWith } from "../project/testing.ts";
import type { Request } from "./arguments.ts";
import { checkReport } from "./check-report.ts";
import { check } from "./check.ts";
import type { Terminal } from "./terminal.ts";
import { today } from "../project/today.ts";

const head = "title: T\nunit: Personen\nkey: Gebiet\ndefinition: …\nsource: { provider: Amt, table: 1-1, licence: { name: frei } }\n";
const good: Readonly<Record<string, string>> = {
  "slides/fall/deck.yaml": "title: Fall\n",
  "slides/fall/10-a.md": "# Es sind {{ orte.Nord }}\n\nNote:\nWas zu sagen ist.\n",
  "data/orte/dataset.yaml": `${head}keys: { Nord: { ags: "03453001" } }\nrhythm: yearly\nupdate: { service: genesis, key: KREISE }\n`,
  "data/orte/2022-12-31.yaml": "stichtag: 2022-12-31\nvalues: { Nord: 1 }\n",
};

/** The text of a check of these files, as on a day; without fingerprints, which change with each word that a deck may say. */
const report = (files: Readonly<Record<string, string>>, day: string, language: "de" | "en" = "de"): readonly string[] =>
  checkReport({ ...checkProject({ root: folderWith(files).root }, day), fingerprints: [] }, language).split("\n");

/** What a due dataset with these fields is said to need. */
const remedy = (update: string): string | undefined =>
  report({ ...good, "data/orte/dataset.yaml": `${head}rhythm: yearly\n${update}` }, "2024-11-22")[1]
    ?.split("; ")
    .at(-1);

const run = async (
  files: Readonly<Record<string, string>>,
  asked: Partial<Request> = {},
): Promise<[code: number, said: string, complained: string]> => {
  let [said, complained] = ["", ""];
  const terminal: Terminal = {
    language: "de",
    say: (text) => void (said += text),
    complain: (text) => void (complained += text),
    progress: () => {},
  };
  const { root } = folderWith(files);
  const request: Request = { command: "check", root, pptx: false, open: false, words: [], accept: false, strict: false, ...asked };
  return [await check(request, root, terminal), said, complained];
};

/** What is told of values that jump by half. */
const objections = (accepted: string): readonly string[] => {
  const files = {
    ...good,
    "data/orte/dataset.yaml": `${head}checks: { change: 0.1 }\n`,
    "data/orte/2021-12-31.yaml": "stichtag: 2021-12-31\nvalues: { Nord: 100 }\n",
    "data/orte/2022-12-31.yaml": `stichtag: 2022-12-31\nvalues: { Nord: 150 }\n${accepted}`,
  };
  const { diagnostics } = checkProject({ root: folderWith(files).root }, "2023-01-01");
  return diagnostics.map(({ severity, message }) => `${severity} ${message.code}`);
};

describe("a check", () => {
  it("says what is due, since when, and what to do", () => {
    expect(report(good, "2024-09-29")).toEqual([
      "Geprüft: 1 Foliensatz, 1 Datensatz, 1 Stand. Keine Fehler, alle Daten auf dem erwarteten Stand.",
    ]);
    expect(report(good, "2025-11-22")).toEqual([
      "Neue Zahlen zu erwarten:",
      "  orte: nächster Stichtag 31.12.2023 seit 30.09.2024 zu erwarten (2 Stichtage fehlen); npm run update -- orte",
      "",
      "Geprüft: 1 Foliensatz, 1 Datensatz, 1 Stand. Keine Fehler, 1 Warnung, 1 Datensatz im Rückstand.",
    ]);
    expect(report(good, "2024-11-22", "en")[1]).toBe("  orte: next Stichtag 2023-12-31, expected since 2024-09-30; npm run update -- orte");
  });

  it("says of each dataset how it is updated", () => {
    expect(remedy("update: { key: Gebiet }\n")).toBe("npm run update -- orte --from DATEI");
    expect(remedy("")).toBe("ohne update: in dataset.yaml, also von Hand");
  });

  it("names keys that lag, and releases that were taken in spite of objections", () => {
    const files = {
      ...good,
      "data/orte/dataset.yaml": `${head}coverage: partial\nrhythm: yearly\nkeys: { Nord: , Süd: Südkreis }\n`,
      "data/orte/2021-12-31.yaml": "stichtag: 2021-12-31\nvalues: { Süd: 1 }\naccepted: [Süd fehlt der Summe., Zweiter Grund.]\n",
    };
    expect(report(files, "2024-11-22")).toEqual([
      "Neue Zahlen zu erwarten:",
      "  orte: nächster Stichtag 31.12.2023 seit 30.09.2024 zu erwarten; ohne update: in dataset.yaml, also von Hand",
      "    im Rückstand: Südkreis (31.12.2021)",
      "",
      "Trotz Einwänden angenommen:",
      "  orte 31.12.2021:",
      "    Süd fehlt der Summe.",
      "    Zweiter Grund.",
      "",
      "Geprüft: 1 Foliensatz, 1 Datensatz, 2 Stände. Keine Fehler, 1 Warnung, 1 Datensatz im Rückstand.",
    ]);
    expect(report(files, "2024-09-29")[1]).toBe("  orte: im Rückstand: Südkreis (31.12.2021); ohne update: in dataset.yaml, also von Hand");
  });

  it("warns of newest values that the dataset's own checks object to, unless somebody has accepted them", () => {
    expect(objections("")).toEqual(["warning check-change"]);
    expect(objections("accepted: [So ist es.]\n")).toEqual([]);
  });

  it("reads what `update:` says, and tells its faults among the others", () => {
    const files = {
      ...good,
      "data/orte/dataset.yaml": `${head}update: { servce: genesis }\n`,
      "slides/fall/10-a.md": "# {{ orte.Nrod }}\n",
    };
    const { diagnostics } = checkProject({ root: folderWith(files).root }, "2024-01-01");
    expect(diagnostics.map(({ message, span }) => `${span.source.path} ${message.code}`)).toContain("data/orte/dataset.yaml unknown-field");
    expect(diagnostics.map(({ message, span }) => `${span.source.path} ${message.code}`)).toContain("slides/fall/10-a.md unknown-key");
  });
});

describe("the command", () => {
  it("fails where there is an error, and strictly where anything is to be told", async () => {
    const lateDay = { today: "2024-11-22" };
    expect((await run(good, { today: "2024-01-01", strict: true }))[0]).toBe(0);
    expect((await run(good, lateDay))[0]).toBe(0);
    expect((await run(good, { ...lateDay, strict: true }))[0]).toBe(1);
    // Asked what it would say of other data, a deck does not fail by their age.
    const [whatIf, , told] = await run(good, { ...lateDay, strict: true, asOf: "latest" });
    expect([whatIf, told.includes("lint-stale-release")]).toEqual([0, true]);
    // Data that no deck shows are told to be due, and mislead nobody.
    const unseen = { ...good, "slides/fall/deck.yaml": "title: Fall\nas_of: 2023-06-30\n" };
    expect((await run(unseen, { ...lateDay, strict: true }))[0]).toBe(0);
    expect((await run(good, { ...lateDay, decks: ["fal"] }))[0]).toBe(2);
    const [code, said, complained] = await run({ ...good, "slides/fall/10-a.md": "# {{ orte.Nrod }}\n" }, lateDay);
    expect(code).toBe(1);
    expect(complained).toMatch(/Fehler \[unknown-key\]/u);
    expect(said).toMatch(/^Neue Zahlen zu erwarten:\n[^]*1 Fehler, 1 Datensatz im Rückstand\.$/u);
  });

  it("counts a project as of a day of knowledge", async () => {
    const files = {
      ...good,
      "data/orte/2022-12-31.yaml": "stichtag: 2022-12-31\nvalues: { Nord: 1 }\nretrieved: { on: 2023-09-01, connector: csv }\n",
    };
    expect((await run(files, { today: "2024-01-01", knownOn: "2023-09-01" }))[0]).toBe(0);
    expect((await run(files, { today: "2024-01-01", knownOn: "2023-08-31" }))[2]).toMatch(
      /\[no-release\].*Kenntnisstand vom 31\.08\.2023/u,
    );
  });
});

it("today is the day of the clock where it stands", () => {
  expect(today(new Date(2026, 0, 2, 0, 5))).toBe("2026-01-02");
  expect(today(new Date(2026, 11, 31, 23, 55))).toBe("2026-12-31");
});
