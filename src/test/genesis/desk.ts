/** What tests of services need: a context in a folder of its own, a clock that jumps, small tables. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { dataFrom } from "../../data/testing.ts";
import type { Dataset } from "../../data/dataset.ts";
import { type Message, speak } from "../../source/diagnostic.ts";
import { spanOf, toSource } from "../../source/source.ts";
import type { GenesisTable } from "./server.ts";
import type { Mapping } from "../../update/mapping.ts";
import type { ServiceAnswer, ServiceContext } from "../../project/update/services/service.ts";

export const account = { username: "DE0815XY", password: "Geheim!ß&=42", token: "0123456789abcdef0123456789abcdef" } as const;

/** The present form of ffcsv with regions, years, sexes and flags. */
export function population(rows: readonly (readonly [day: string, region: string, sex: string, value: string])[]): string {
  const header =
    "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q";
  const lines = rows.map(
    ([day, region, sex, value]) =>
      `12411;Fortschreibung;STAG;Stichtag;${day};GEMEIN;Gemeinden;${region};Ort ${region};GES;Geschlecht;${sex};${sex || "Insgesamt"};${value};Anzahl;BEVSTD;Bevölkerungsstand;`,
  );
  return `\uFEFF${[header, ...lines].join("\n")}\n`;
}

export const gemeinden: GenesisTable = {
  code: "12411-01-01-5",
  title: "Bevölkerung: Gemeinden",
  updated: "2026-03-10 08:00",
  ffcsv: population([
    ["2023-12-31", "03453001", "", "17000"],
    ["2023-12-31", "03460001", "", "33000"],
    ["2024-12-31", "03453001", "", "17321"],
    ["2024-12-31", "03453001", "GESM", "8700"],
    ["2024-12-31", "03460001", "", "33500"],
  ]),
};

export const dataset: Dataset = theDataset();

function theDataset(): Dataset {
  const found = dataFrom({ einwohner: { releases: { "2024-12-31": "{ Cappeln: 1 }" } } }).get("einwohner");
  if (found === undefined) throw new Error("no dataset");
  return found;
}

const source = toSource("data/einwohner/dataset.yaml", "title: Einwohner\nupdate:\n  service: regionaldatenbank\n");

/** Asks the Regionaldatenbank for the municipalities, unless something else is said. */
export function mappingOf(changes: Partial<Mapping> = {}): Mapping {
  return {
    service: "regionaldatenbank",
    table: gemeinden.code,
    query: new Map(),
    options: {},
    filter: new Map(),
    keys: [],
    time: { kind: "variable" },
    factor: 1,
    notes: [],
    span: spanOf(source, 17, 24),
    ...changes,
  };
}

export interface Desk extends ServiceContext {
  /** All progress, German. */
  readonly told: readonly string[];
  /** Waits that were asked for, ms. */
  readonly waits: readonly number[];
}

/** For one test: a context whose clock jumps over waits; credentials and address of the Regionaldatenbank come from the environment. */
export function deskFor(url: string, changes: Partial<ServiceContext> = {}): Desk {
  const root = changes.root ?? mkdtempSync(join(tmpdir(), "stichtag-services-"));
  if (changes.root === undefined) onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, "incoming");
  mkdirSync(folder, { recursive: true });
  const told: string[] = [];
  const waits: number[] = [];
  let now = Date.UTC(2026, 10, 22, 12);
  return {
    root,
    folder,
    jobs: join(root, "jobs"),
    environment: {
      STICHTAG_REGIONALDATENBANK_URL: url,
      STICHTAG_REGIONALDATENBANK_USERNAME: account.username,
      STICHTAG_REGIONALDATENBANK_PASSWORD: account.password,
    },
    clock: {
      now: () => now,
      sleep: (ms) => {
        waits.push(ms);
        now += ms;
        return Promise.resolve();
      },
    },
    progress: (words: Message) => told.push(words.de),
    told,
    waits,
    ...changes,
  };
}

/** The codes of what was diagnosed; for a file, its name first. */
export function brief(answer: ServiceAnswer): readonly string[] {
  const codes = answer.diagnostics.map(({ message }) => message.code);
  return answer.kind === "refused" ? codes : [answer.kind === "file" ? answer.name : answer.kind, ...codes];
}

/** All that a person would see of an answer. */
export function spokenOf(answer: ServiceAnswer): string {
  return answer.diagnostics.map((diagnostic) => `${speak(diagnostic, "de")}\n${speak(diagnostic, "en")}`).join("\n");
}

/** Contents of all files below a folder, by path. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));
  return new Map(paths.filter((path) => statSync(path).isFile()).map((path) => [path, readFileSync(path, "latin1")]));
}
