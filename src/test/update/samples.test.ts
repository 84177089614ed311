/**
 * Real answers of the offices, which are not part of the repository: `STICHTAG_SAMPLES=<folder> npx vitest run samples`.
 * What the product reads of each is what a few independent lines read of it, cell by cell.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readData } from "../../data/read.ts";
import type { Data } from "../../data/dataset.ts";
import { readProject } from "../../project/read.ts";
import { datasetAndMapping, type KeysOf, keysOf, readDatasets, type Values } from "./cases.ts";
import {
  type Cell,
  directoryCells,
  flatCells,
  foreignersCells,
  jsonStatCells,
  olderClassicCells,
  placesCells,
  taken,
  textOf,
} from "./independent.ts";
import { levelValues, readBytes } from "./product.ts";
import { type Cells, repeated, samples } from "./sample-cases.ts";
import { added, today, type Workspace, workspace } from "./workspace.ts";

const folder = process.env["STICHTAG_SAMPLES"] ?? "";

function sample(name: string): Uint8Array {
  return readFileSync(join(folder, name));
}

describe.skipIf(folder === "")("a sample that lies in data/ already", () => {
  let space: Workspace;
  beforeEach(() => {
    space = workspace();
  });
  afterEach(() => space.remove());

  it.each(repeated)(
    "$file is read for $dataset as it stands there",
    async ({ dataset: id, mapping: number, file, cells, keys, decimal, count }) => {
      const bytes = sample(file);
      const expected = taken(cells(textOf(bytes)), keys, decimal);
      expect(expected.size).toBe(count);
      const data = readDatasets();
      const { dataset, mapping } = datasetAndMapping(data, { dataset: id, mapping: number });
      const reaction = await readBytes({ data, dataset, mapping, name: file }, bytes);
      expect(reaction).toMatchObject({ kind: "read" });
      expect(reaction.kind === "read" && sorted(reaction.values)).toEqual(sorted(expected));
      expect(sorted(held(data, id, [...expected][0]?.[0].slice(0, 10) ?? "", expected))).toEqual(sorted(expected));

      // Through the command nothing is new.
      const before = space.holdings();
      const same = await space.update([id, "--from", join(folder, file)]);
      expect(same.code, same.stderr).toBe(0);
      expect(same.stdout).toContain(`${id}: nichts Neues`);
      expect(space.holdings()).toEqual(before);

      // Taken away, it comes in anew.
      const day = [...expected][0]?.[0].slice(0, 10) ?? "";
      for (const name of readdirSync(join(space.root, "data", id))) {
        if (name >= day && name.startsWith("2")) rmSync(join(space.root, "data", id, name));
      }
      const without = space.holdings();
      // Between two releases that are years apart, or before and after a census, more may change than from year to year.
      const anew = await space.update([id, "--from", join(folder, file), "--accept"]);
      expect(anew.code, anew.stderr).toBe(0);
      expect(added(without, space.holdings())).toEqual([`${id}/${day}.yaml`]);
      const again = readData(readProject(space.root).data).value ?? new Map();
      expect(sorted(held(again, id, day, expected))).toEqual(sorted(expected));
      expect(space.read(`data/${id}/${day}.yaml`).replaceAll('"', "")).toContain(`file: ${file}`);
    },
  );
});

/** What is known of a day, of the keys asked for. */
function held(data: Data, id: string, day: string, asked: Values): Values {
  const releases = data.get(id)?.releases.filter(({ stichtag }) => stichtag === day) ?? [];
  const all = together(releases.map(({ values }) => levelValues(day, values)));
  const dataset = data.get(id);
  return new Map([...all].filter(([key]) => dataset?.coverage === "complete" || asked.has(key)));
}

interface Proposed {
  readonly file: string;
  readonly cells: Cells;
  /** Keys as the proposal names them; territories by their AGS. */
  readonly keys: KeysOf;
  readonly day?: string;
  readonly decimal?: ".";
  readonly count: number;
  /** Whether a zero is one, and no sign of something near it. */
  readonly zeroIsNumber?: true;
  /** What speaks against it, and rightly. */
  readonly objection?: string;
  /** What must be said of the table besides. */
  readonly told: readonly RegExp[];
}

const county = (codes: Cell["codes"]): boolean => codes["KREISE"] === "03453";
const sexes: Readonly<Record<string, string>> = { "": "insgesamt", GESM: "männlich", GESW: "weiblich" };

const proposed: readonly Proposed[] = [
  {
    file: samples.census,
    cells: flatCells,
    keys: ({ codes }) => [`03453${(codes["GEOGM4"] ?? "").slice(-3)}`],
    count: 13,
    told: [/2022-05-15/, /Einheit +Anzahl/, /13, von 5\.041 bis 35\.988/],
  },
  {
    file: samples.number,
    cells: flatCells,
    keys: ({ codes }) => (county(codes) ? ["03453"] : undefined),
    count: 1,
    told: [/2024-12-31/, /Zeichen - +76 ×/, /Zeichen \. +15 ×/, /Zahlen +398/],
  },
  {
    file: samples.classic,
    cells: olderClassicCells,
    keys: keysOf.countyOfClassic,
    count: 3,
    told: [/ISO-8859-1/, /Zeichen - +231 ×/, /14\.12\.2017 \/ 15:51:18/, /Fußnoten \(1\)/, /2015-12-31/],
  },
  {
    file: samples.population,
    cells: flatCells,
    keys: ({ codes }) => (county(codes) ? [sexes[codes["GES"] ?? "?"]] : undefined),
    count: 3,
    told: [/"" \(Insgesamt\)/, /Zeichen - +222 ×/, /Zahlen +1\.245/],
  },
  {
    file: samples.foreigners,
    cells: foreignersCells,
    keys: ({ codes }) => (codes["region"] === "03453" ? [codes["sex"] || "insgesamt", codes["group"] || "alle"] : undefined),
    count: 123,
    told: [/25\.09\.2026 \/ 11:47:11/, /Merkzeichen e +126 ×/, /Zeichen - +3 ×/, /alle Vielfache von 5/, /Fußnoten \(1\)/],
  },
  {
    file: samples.protection,
    cells: flatCells,
    keys: ({ labels }) => [labels["SCHST2"], labels["GES"], labels["STAAG5"]],
    count: 259,
    told: [/259, von 5 bis 1\.455, alle Vielfache von 5/],
  },
  {
    file: samples.employed,
    cells: flatCells,
    keys: ({ labels }) => [total(labels["NAT"]), total(labels["GES"])],
    count: 6,
    objection: "check-all-the-same",
    told: [/Zeichen - +6 ×/],
  },
  {
    file: samples.directory,
    cells: directoryCells,
    keys: ({ codes }) => (codes["measure"] === "Fläche" ? [codes["region"]] : undefined),
    // The day above the column of areas; the one in the title is that of the territory.
    day: "2022-12-31",
    decimal: ".",
    count: 13,
    told: [/Kopf +Zeilen 3 bis 5/, /65,8 bis 247,5/, /Fußnoten \(3\)/],
  },
  {
    file: samples.galicia,
    cells: jsonStatCells,
    keys: (cell) => galicianLabels(cell),
    decimal: ".",
    zeroIsNumber: true,
    count: 3960,
    // One cell of 3,960 has six times as many people after ten years.
    objection: "check-change",
    told: [/json-stat/, /dazu 4 leere/],
  },
  {
    file: samples.places,
    cells: placesCells,
    keys: ({ codes }) => [codes["key"]],
    count: 14,
    told: [/Pfad +gebiete/, /A100001G/],
  },
];

function total(label: string | undefined): string | undefined {
  return label === "Insgesamt" ? "insgesamt" : label;
}

/** Where ages and sexes do not make their total, the total is one key among others. */
function galicianLabels({ codes }: Cell): readonly (string | undefined)[] {
  const { dimension } = JSON.parse(textOf(sample(samples.galicia)));
  return ["birth", "age", "gender", "residence"].map((name): string =>
    (name === "age" || name === "gender") && codes[name] === "T" ? "alle" : dimension[name].category.label[codes[name] ?? ""],
  );
}

describe.skipIf(folder === "")("what --inspect proposes for a sample", () => {
  let space: Workspace;
  beforeEach(() => {
    space = workspace([]);
  });
  afterEach(() => space.remove());

  it.each(proposed)(
    "$file: pasted as a dataset, it takes the file in",
    async ({ file, cells, keys, day, decimal, zeroIsNumber, count, objection, told }) => {
      const path = join(folder, file);
      mkdirSync(join(space.root, "data"), { recursive: true });
      const inspected = await space.update(["--inspect", path], today);
      expect(inspected.code, inspected.stderr).toBe(0);
      for (const words of told) expect(inspected.stdout).toMatch(words);
      const proposal = /^title: [^]*/m.exec(inspected.stdout)?.[0] ?? "";
      const dataset = join(space.root, "data", "probe");
      mkdirSync(dataset);
      writeFileSync(join(dataset, "dataset.yaml"), proposal);
      const first = await space.update(["probe", "--from", path]);
      if (objection !== undefined) {
        expect(first.code).toBe(1);
        expect(first.stderr).toContain(`[${objection}]`);
        const accepted = await space.update(["probe", "--from", path, "--accept"]);
        expect(accepted.code, accepted.stderr).toBe(0);
      } else expect(first.code, first.stderr).toBe(0);
      const bytes = sample(file);
      const regions = readData(readProject(space.root).data).value?.get("probe")?.regions ?? new Map<string, string>();
      const names = new Map([...regions].map(([key, ags]) => [ags, key]));
      const expected = new Map(
        [...taken(cells(textOf(bytes)), keys, decimal)].map(([key, value]) => {
          const [time = "", ...parts] = key.split("|");
          const own = day ?? (time.length === 4 ? `${time}-12-31` : time);
          return [[own, ...parts.map((part) => names.get(part) ?? part)].join("|"), zeroIsNumber && value === "0" ? 0 : value];
        }),
      );
      expect(expected.size).toBe(count);
      const written = (): Values => {
        const { value, diagnostics } = readData(readProject(space.root).data);
        expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message.de)).toEqual([]);
        return together(value?.get("probe")?.releases.map(({ stichtag, values }) => levelValues(stichtag, values)) ?? []);
      };
      expect(sorted(written())).toEqual(sorted(expected));
      // Removed and taken in anew, it is the same.
      const releases = readdirSync(dataset).filter((name) => name !== "dataset.yaml");
      for (const name of releases) rmSync(join(dataset, name));
      expect((await space.update(["probe", "--from", path, "--accept"])).code).toBe(0);
      expect(readdirSync(dataset).filter((name) => name !== "dataset.yaml")).toEqual(releases);
      expect(sorted(written())).toEqual(sorted(expected));
    },
  );
});

describe.skipIf(folder === "")("what is no table", () => {
  const others = existsSync(folder) ? readdirSync(folder).filter((name) => /^genesis_|\.md$/.test(name)) : [];
  it.each(others)("%s is refused", async (name) => {
    const space = workspace(["schutzsuchende"]);
    try {
      const before = space.holdings();
      const { code, stderr } = await space.update(["schutzsuchende", "--from", join(folder, name), "--accept"]);
      expect(code).toBe(1);
      if (name.startsWith("genesis_status")) expect(stderr).toContain("[service-status]");
      expect(space.holdings()).toEqual(before);
    } finally {
      space.remove();
    }
  });

  it("are all the samples that there are", () => {
    const known: ReadonlySet<string> = new Set([...Object.values(samples), ...others]);
    expect(readdirSync(folder).filter((name) => !known.has(name))).toEqual([]);
  });
});

function together(parts: readonly Values[]): Values {
  const values = new Map<string, number | string>();
  for (const part of parts) for (const [key, value] of part) values.set(key, value);
  return values;
}

function sorted(values: Values): readonly (readonly [string, number | string])[] {
  return [...values].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
