/** `data/<dataset>/*.yaml` → datasets with their releases. */

import { error, type Diagnostic, type Outcome } from "../source/diagnostic.ts";
import { datasetName, duplicateRelease, misplacedDataFile, missingDatasetFile, unknownTotal } from "../source/messages/data.ts";
import { nearest } from "../source/nearest.ts";
import { spanOf, type Source } from "../source/source.ts";
import { germanDate } from "./calendar.ts";
import { noChecks } from "./checks.ts";
import type { Data, Dataset, Level, Release } from "./dataset.ts";
import { fieldsOf } from "./fields.ts";
import { readDatasetHead, type DatasetHead } from "./read-dataset.ts";
import { readRelease } from "./read-release.ts";
import { parseYaml } from "./yaml.ts";

/** Words that mean something else in an expression. */
const reserved: ReadonlySet<string> = new Set(["deck", "previous", "and", "or", "not"]);

/**
 * Reads all datasets.
 *
 * @param sources all files `data/**\/*.yaml` but those of `data/geo/`
 * @returns always a value: what could be read. A dataset with an error in it is `faulty`. A dataset all of whose
 *   sources are the same objects as in an earlier call is the same object again.
 */
export function readData(sources: readonly Source[]): Outcome<Data> {
  const diagnostics: Diagnostic[] = [];
  const folders = new Map<string, Source[]>();
  for (const source of sources) {
    const id = /^data\/([^/]+)\/[^/]+\.yaml$/u.exec(source.path)?.[1]?.normalize();
    if (id === undefined) diagnostics.push(error(spanOf(source, 0, 0), misplacedDataFile(source.path)));
    else {
      const files = folders.get(id);
      if (files === undefined) folders.set(id, [source]);
      else files.push(source);
    }
  }
  const data = new Map<string, Dataset>();
  for (const id of [...folders.keys()].toSorted()) {
    const files = (folders.get(id) ?? []).toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const outcome = readFolder(id, files);
    data.set(id, outcome.dataset);
    diagnostics.push(...outcome.diagnostics);
  }
  return { value: data, diagnostics };
}

interface ReadDataset {
  readonly dataset: Dataset;
  readonly diagnostics: readonly Diagnostic[];
}

/** By the first file of a folder: what was made of it together with its other files. */
const known = new WeakMap<Source, { readonly files: readonly Source[]; readonly outcome: ReadDataset }>();

function readFolder(id: string, files: readonly Source[]): ReadDataset {
  const [first] = files;
  const before = first && known.get(first);
  if (before?.files.length === files.length && before.files.every((file, i) => file === files[i])) return before.outcome;
  const outcome = readDataset(id, files);
  if (first !== undefined) known.set(first, { files, outcome });
  return outcome;
}

function readDataset(id: string, files: readonly Source[]): ReadDataset {
  const report: Diagnostic[] = [];
  const main = files.find(({ path }) => path.endsWith("/dataset.yaml"));
  const place = spanOf(main ?? files[0] ?? { path: `data/${id}`, text: "" }, 0, 0);
  if (main === undefined) report.push(error(place, missingDatasetFile(id)));
  if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(id) || reserved.has(id)) report.push(error(place, datasetName(id)));
  const head = main && readDatasetHead(id, main, report);
  const read = head
    ? files.filter((file) => file !== main).map((file) => ({ file, release: readRelease(file, head, report) }))
    : readSyntaxOnly(files, main, report);
  const releases = byStichtag(read, report);
  if (main !== undefined && head !== undefined) checkTotal(main, head, releases, report);
  const faulty = report.some(({ severity }) => severity === "error");
  return {
    dataset: { ...(head === undefined ? empty(id, place) : strip(head)), releases, ...(faulty ? { faulty } : {}) },
    diagnostics: report,
  };
}

/** Where `dataset.yaml` is not to be read, the other files are at least checked for their form. */
function readSyntaxOnly(files: readonly Source[], main: Source | undefined, report: Diagnostic[]): [] {
  for (const file of files) if (file !== main) report.push(...parseYaml(file).diagnostics);
  return [];
}

function byStichtag(
  read: readonly { readonly file: Source; readonly release: Release | undefined }[],
  report: Diagnostic[],
): readonly Release[] {
  const seen = new Map<string, Source>();
  const releases: Release[] = [];
  for (const { file, release } of read) {
    if (release === undefined) continue;
    const key = `${release.stichtag} ${release.knownOn ?? ""}`;
    const other = seen.get(key);
    if (other === undefined) {
      seen.set(key, file);
      releases.push(release);
    } else report.push(error(spanOf(file, 0, 0), duplicateRelease(germanDate(release.stichtag), other.path)));
  }
  return releases.toSorted((a, b) => compare(a.stichtag, b.stichtag) || compare(a.knownOn ?? "", b.knownOn ?? ""));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A misspelt total would silently be counted as one of the others. */
function checkTotal(main: Source, { total }: DatasetHead, releases: readonly Release[], report: Diagnostic[]): void {
  if (total === undefined || releases.length === 0) return;
  const keys = new Set<string>();
  const collect = ({ cells }: Level): void => {
    for (const [key, cell] of cells) {
      keys.add(key);
      if (cell.kind === "level") collect(cell);
    }
  };
  for (const { values } of releases) collect(values);
  if (keys.has(total)) return;
  const { value: root } = parseYaml(main);
  const place = root && fieldsOf(root, [])?.entry("total")?.value.span;
  report.push(error(place ?? spanOf(main, 0, 0), unknownTotal(total, nearest(total, keys))));
}

function strip({ keySet: _keySet, ...head }: DatasetHead): Omit<Dataset, "releases" | "faulty"> {
  return head;
}

function empty(id: string, span: Dataset["span"]): Omit<Dataset, "releases" | "faulty"> {
  return {
    id,
    title: id,
    unit: "",
    keyName: "",
    keys: [],
    labels: new Map(),
    regions: new Map(),
    units: new Map(),
    coverage: "complete",
    additivity: "exact",
    definition: "",
    provenance: { provider: "" },
    symbols: "destatis",
    checks: noChecks,
    span,
  };
}
