/** Files that must not come in, through the real command: told why, and `data/` is as it was, byte for byte. */

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { writeXlsx } from "hucre";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { repository } from "../repository.ts";
import { fixture, fixtures } from "./cases.ts";
import { added, fixtureText, type Workspace, workspace } from "./workspace.ts";

const flat = fixtureText("12411-01-01-5_2025-12-31.csv");
const classic = fixtureText("12521-0041_2026-12-31.csv");
const later = "2027-04-01";
const fixtureDataset = readFileSync(join(repository, "data", "einwohner_gemeinden", "dataset.yaml"), "utf8");

/** The rows whose value is a municipality's total. */
function total(name: string): string {
  const line = flat.split("\n").find((row) => row.includes(`;${name};`) && row.includes(";;Insgesamt;"));
  if (line === undefined) throw new Error(`no ${name}`);
  return line;
}

function withTotal(name: string, change: (value: number) => string | number): string {
  const line = total(name);
  return flat.replace(
    line,
    line.replace(/Insgesamt;(\d+);/, (_, value: string) => `Insgesamt;${change(Number(value))};`),
  );
}

interface FaultyFile {
  readonly name: string;
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly dataset: string;
  /** Code of the diagnostic and words of it. */
  readonly code: string;
  readonly words: RegExp;
  readonly day?: string;
}

const utf8 = new TextEncoder();
const europe = "Europa;11800;e;10240;e;22040;e";

/** Never taken, whatever is accepted. */
const refusedAlways: readonly FaultyFile[] = [
  {
    name: "a page of errors",
    file: "12411-01-01-5.csv",
    content: "<!DOCTYPE html>\n<html><head><title>Wartungsarbeiten</title></head><body>Bitte später</body></html>\n",
    dataset: "einwohner_gemeinden",
    code: "html-page",
    words: /Wartungsarbeiten/,
  },
  {
    name: "what the service says in place of a table",
    file: "12411-01-01-5.csv",
    content:
      '{"Ident":{"Service":"data","Method":"tablefile"},"Status":{"Code":104,"Content":"Es gibt keine Objekte","Type":"Information"}}',
    dataset: "einwohner_gemeinden",
    code: "service-status",
    words: /Es gibt keine Objekte/,
  },
  {
    name: "cut in the middle of a row",
    file: "tabelle.csv",
    content: flat.slice(0, flat.indexOf(";Anzahl", 4000) + 3),
    dataset: "einwohner_gemeinden",
    code: "cut-short",
    words: /abgeschnitten|unvollständig|bricht/,
  },
  {
    name: "cut at the end of a row",
    file: "tabelle.csv",
    content: `${flat.split("\n").slice(0, 20).join("\n")}\n`,
    dataset: "einwohner_gemeinden",
    code: "check-keys-missing",
    words: /fehl/,
  },
  {
    name: "a classic table without its foot",
    file: "tabelle.csv",
    content: `${classic.split("\n").slice(0, 30).join("\n")}\n`,
    dataset: "auslaender_kontinente",
    code: "classic-cut-short",
    words: /abgeschnitten|unvollständig|bricht/,
    day: later,
  },
  { name: "empty", file: "leer.csv", content: "", dataset: "einwohner_gemeinden", code: "empty-table-file", words: /leer/ },
  {
    name: "another statistic",
    file: "tabelle.csv",
    content: flat.replaceAll("\n12411;", "\n11111;"),
    dataset: "einwohner_gemeinden",
    code: "wrong-table",
    words: /11111/,
  },
  {
    name: "another table",
    file: "tabelle.csv",
    content: classic.replace("Tabelle: 12521-0041", "Tabelle: 12521-0040"),
    dataset: "auslaender_kontinente",
    code: "wrong-table",
    words: /12521-0040/,
    day: later,
  },
  {
    name: "another unit",
    file: "tabelle.csv",
    content: flat.replaceAll(";Anzahl;", ";1000;"),
    dataset: "einwohner_gemeinden",
    code: "wrong-unit",
    words: /Anzahl/,
  },
  {
    name: "a municipality missing",
    file: "tabelle.csv",
    content: flat
      .split("\n")
      .filter((line) => !line.includes("03453009"))
      .join("\n"),
    dataset: "einwohner_gemeinden",
    code: "check-keys-missing",
    words: /Lastrup/,
  },
  {
    name: "a municipality that nobody knows",
    file: "tabelle.csv",
    content: `${flat}${total("Lastrup").replace("03453009;Lastrup", "03453014;Neudorf")}\n`,
    dataset: "einwohner_gemeinden",
    code: "unknown-code",
    words: /03453014|Neudorf/,
  },
  {
    name: "a Stichtag to come",
    file: "tabelle.csv",
    content: flat.replaceAll("2025-12-31", "2026-12-31"),
    dataset: "einwohner_gemeinden",
    code: "stichtag-to-come",
    words: /31\.12\.2026/,
  },
  {
    name: "a row twice",
    file: "tabelle.csv",
    content: `${flat}${total("Lastrup")}\n`,
    dataset: "einwohner_gemeinden",
    code: "two-observations",
    words: /Lastrup/,
  },
  {
    name: "a row twice with another value",
    file: "tabelle.csv",
    content: `${flat}${total("Lastrup").replace(/Insgesamt;\d+/, "Insgesamt;7000")}\n`,
    dataset: "einwohner_gemeinden",
    code: "two-observations",
    words: /Lastrup/,
  },
  {
    name: "ISO-8859-1 that says it is UTF-8",
    file: "tabelle.csv",
    content: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(flat.slice(1), "latin1")]),
    dataset: "einwohner_gemeinden",
    code: "broken-encoding",
    words: /UTF-8/,
  },
  {
    name: "a ZIP bomb",
    file: "tabelle.zip",
    content: zipSync({ "tabelle.csv": new Uint8Array(60_000_000) }, { level: 9 }),
    dataset: "einwohner_gemeinden",
    code: "archive-too-large",
    words: /MB/,
  },
  {
    name: "a ZIP with two tables",
    file: "tabelle.zip",
    content: zipSync({ "a.csv": utf8.encode(flat), "b.csv": utf8.encode(flat) }),
    dataset: "einwohner_gemeinden",
    code: "archive-of-several",
    words: /a\.csv/,
  },
  {
    name: "a damaged ZIP",
    file: "tabelle.zip",
    content: zipSync({ "a.csv": utf8.encode(flat) }).slice(0, 500),
    dataset: "einwohner_gemeinden",
    code: "archive-damaged",
    words: /./,
  },
];

/** Taken by `--accept`, with a note. */
const acceptable: readonly FaultyFile[] = [
  {
    name: "a sum that is one too many",
    file: "tabelle.csv",
    content: withTotal("Lastrup", (value) => value + 1),
    dataset: "einwohner_gemeinden",
    code: "check-sum",
    words: /180\.195/,
  },
  {
    name: "a jump of 60 %",
    file: "tabelle.csv",
    content: withTotal("Lastrup", (value) => Math.round(value * 1.6)),
    dataset: "einwohner_gemeinden",
    code: "check-change",
    words: /Lastrup/,
  },
  {
    name: "rounded values that are 500 apart from their total",
    file: "tabelle.csv",
    content: classic.replace(europe, "Europa;11800;e;10240;e;22540;e"),
    dataset: "auslaender_kontinente",
    code: "check-sum",
    words: /22\.540/,
    day: later,
  },
  {
    name: "a Stichtag before the last one",
    file: "tabelle.csv",
    content: flat.replaceAll("2025-12-31", "2023-12-31"),
    dataset: "einwohner_gemeinden",
    code: "check-stichtag-old",
    words: /31\.12\.2023/,
  },
  {
    name: "signs in place of all values",
    file: "tabelle.csv",
    content: flat.replaceAll(/;\d+;Anzahl/g, ";-;Anzahl"),
    dataset: "einwohner_gemeinden",
    code: "check-all-the-same",
    words: /-/,
  },
  {
    name: "a value that is no multiple of 5",
    file: "tabelle.csv",
    content: classic.replace(europe, "Europa;11802;e;10240;e;22042;e"),
    dataset: "auslaender_kontinente",
    code: "check-not-rounded",
    words: /11\.802/,
    day: later,
  },
];

const names = ["einwohner", "einwohner_gemeinden", "auslaender_kontinente"];
let space: Workspace;
beforeAll(async () => {
  space = workspace(names);
  // The county's number is there, so that the municipalities can be held to it.
  const { code, stderr } = await space.update(["einwohner", "--from", join(fixtures, "12411-01-01-4_2025-12-31.csv")]);
  if (code !== 0) throw new Error(stderr);
});
afterAll(() => space.remove());

describe("a file that must not come in", () => {
  it.each(refusedAlways)("$name: refused, accepted or not", async ({ file, content, dataset, code, words, day }) => {
    const held = space.holdings();
    const path = space.lay(file, content);
    const { code: ended, stderr } = await space.update([dataset, "--from", path, "--accept"], day);
    expect(space.holdings()).toEqual(held);
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).toMatch(words);
    expect(ended).toBe(1);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });
});

describe("a file that the checks object to", () => {
  let own: Workspace;
  beforeEach(() => {
    own = workspace(names, space.root);
  });
  afterEach(() => own.remove());

  it.each(acceptable)("$name: refused, and taken with a note by --accept", async ({ file, content, dataset, code, words, day }) => {
    const held = own.holdings();
    const path = own.lay(file, content);
    const refused = await own.update([dataset, "--from", path], day);
    expect(own.holdings()).toEqual(held);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`[${code}]`);
    expect(refused.stderr).toMatch(words);
    expect(refused.stderr).toContain("--accept");
    const taken = await own.update([dataset, "--from", path, "--accept"], day);
    expect(taken.code, taken.stderr).toBe(0);
    const [written = "", more] = added(held, own.holdings());
    expect(more).toBeUndefined();
    const release = own.read(join("data", written));
    expect(release.slice(release.indexOf("accepted:"))).toMatch(words);
  });

  it("takes rounded values that are 5 apart from their total as they are", async () => {
    const path = own.lay("tabelle.csv", classic.replace(europe, "Europa;11800;e;10240;e;22045;e"));
    const { code, stderr } = await own.update(["auslaender_kontinente", "--from", path], later);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(own.read("data/auslaender_kontinente/2026-12-31.yaml")).not.toContain("accepted");
  });
});

describe("what is no file", () => {
  it.each([
    { name: "none of this name", path: "eingang/keine.csv", words: /keine\.csv/ },
    { name: "a folder", path: "eingang", words: /Ordner/ },
    { name: "below a file", path: "data/einwohner/dataset.yaml/tabelle.csv", words: /tabelle\.csv/ },
  ])("$name", async ({ path, words }) => {
    mkdirSync(join(space.root, "eingang"), { recursive: true });
    const held = space.holdings();
    const { code, stderr } = await space.update(["einwohner_gemeinden", "--from", path]);
    expect(code).toBe(1);
    expect(stderr).toMatch(words);
    expect(space.holdings()).toEqual(held);
  });
});

it("is not taken on a day that is still to come", async () => {
  const held = space.holdings();
  const words = ["einwohner_gemeinden", "--from", join(fixtures, "12411-01-01-5_2025-12-31.csv"), "--accept"];
  const { code, stderr } = await space.update(words, later, { CLOCK_DAY: "2026-11-22" });
  expect(stderr).toContain("[today-to-come]");
  expect(stderr).toContain("2026-11-22");
  expect(code).toBe(2);
  expect(space.holdings()).toEqual(held);
});

/** A dataset without its mappings. */
const head = fixtureDataset.slice(0, fixtureDataset.indexOf("update:"));

describe("a table with a mapping of its own", () => {
  const mapping = "update:\n  filter: { MERKMAL: Einwohner }\n  key: { variable: Schlüssel, by: ags }\n";
  let own: Workspace;
  beforeEach(() => {
    own = workspace(["einwohner", "einwohner_gemeinden"]);
  });
  afterEach(() => own.remove());

  it("is asked for its decimal mark where each number can be read in two ways", async () => {
    const byHand = fixture("einwohner_von_hand.csv");
    own.lay("../data/einwohner_gemeinden/dataset.yaml", `${head}${mapping}  stichtag: { after: am }\n`);
    // Without the column of shares, nothing says what a dot is.
    const bare = Buffer.from(byHand)
      .toString("latin1")
      .replaceAll(/;\d+,\d/g, "");
    const held = own.holdings();
    const { code, stderr } = await own.update(["einwohner_gemeinden", "--from", own.lay("hand.csv", Buffer.from(bare, "latin1"))]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/decimal/);
    expect(own.holdings()).toEqual(held);
  });

  it("is refused with a cell of error in a spreadsheet", async () => {
    own.lay("../data/einwohner_gemeinden/dataset.yaml", `${head}${mapping}  stichtag: 2025-12-31\n`);
    const rows = Buffer.from(fixture("einwohner_von_hand.csv"))
      .toString("latin1")
      .split("\r\n")
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split(";"));
    const cells = (wrong: string): (string | number)[][] => [
      ["Schlüssel", "Gemeinde", "Einwohner"],
      ...rows.map(([key = "", name = "", number = ""]) => [key, name, name === wrong ? "#REF!" : Number(number.replace(".", ""))]),
    ];
    const whole = await writeXlsx({ sheets: [{ name: "Tabelle1", rows: cells("") }] });
    const broken = await writeXlsx({
      sheets: [
        {
          name: "Tabelle1",
          rows: cells("Lastrup"),
          cells: new Map([["9,2", { value: "#REF!", type: "error" }]]),
        },
      ],
    });
    const held = own.holdings();
    const refused = await own.update(["einwohner_gemeinden", "--from", own.lay("kaputt.xlsx", broken)]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/#REF!/);
    expect(own.holdings()).toEqual(held);
    const taken = await own.update(["einwohner_gemeinden", "--from", own.lay("ganz.xlsx", whole)]);
    expect(taken.code, taken.stderr).toBe(0);
    expect(own.read("data/einwohner_gemeinden/2025-12-31.yaml")).toContain("Lastrup: 7763\n");
  });
});
