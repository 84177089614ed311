/** A table → the field `update:` of a dataset that exists, fitted to its keys. */

import type { Data, Dataset, Level } from "../../../data/dataset.ts";
import type { Words } from "../../../source/messages/fields.ts";
import { categoryToDecide, keysToDecide, keyToDecide, noValueAtAll, regionToDecide } from "../../../source/messages/inspection.ts";
import { flow, record, yamlText, commented, type YamlValue } from "../../yaml.ts";
import type { InspectedVariable, Inspection } from "../inspection.ts";
import { tableOf } from "../table-code.ts";
import { totalCategory } from "./levels.ts";
import { matchOf, type KeyName, type Match } from "./match.ts";
import { ownRegions, regionsOf, regionVariable, type RegionVariable } from "./regions.ts";
import { fileUnit, measuresOf, pathOf, stichtagRule, type Measure, type Say } from "./words.ts";

export function fittedMapping(inspection: Inspection, dataset: Dataset, data: Data, say: Say): string {
  const measure = measureFor(inspection, dataset);
  if (measure === undefined) return `# ${say(noValueAtAll)}\n`;
  const territory = regionVariable(inspection, ownRegions(data));
  const region = dataset.regions.size === 0 ? undefined : regionVariable(inspection, regionsOf(dataset));
  const taken = new Set(region?.variables);
  const levels: YamlValue[] = region === undefined ? [] : [regionLevel(region, dataset)];
  const names = keyNames(dataset);
  const decisions: Words[] = [];
  for (const keys of names.slice(levels.length)) {
    const match = bestMatch(inspection, keys, taken);
    if (match === undefined) {
      decisions.push(keysToDecide(keys.slice(0, 5).map(({ key }) => key)));
      continue;
    }
    taken.add(match.variable.code);
    levels.push(matchedLevel(match, levels.length === 0 ? dataset : undefined, say));
  }
  const filter = filters(inspection, measure, territory, taken, decisions);
  const single = levels.length === 0 ? dataset.keys[0] : undefined;
  const update = record(
    ["table", otherTable(inspection, dataset)],
    ["format", inspection.head.format],
    ["path", pathOf(inspection)],
    ["filter", filter.size === 0 ? undefined : flow(filter)],
    ["key", levels.length === 0 ? undefined : levels.length === 1 ? levels[0] : levels],
    ["single", single],
    ["stichtag", stichtagRule(inspection, measure)],
    ["unit", fileUnit(measure)],
  );
  const words = decisions.map(say).join("\n");
  return yamlText(record(["update", words === "" ? update : commented(words, update)]));
}

/** Only where the file's table is not the dataset's own: then the mapping must say so. */
function otherTable(inspection: Inspection, { provenance }: Dataset): string | undefined {
  const table = tableOf(inspection);
  return table === undefined || table === provenance.table ? undefined : table;
}

/** The measure whose words stand in the dataset's; where none does and there are several, the first, which the proposal says. */
function measureFor(inspection: Inspection, { title, unit, definition }: Dataset): Measure | undefined {
  const measures = measuresOf(inspection);
  const words = wordsOf(`${title} ${unit} ${definition}`);
  const score = ({ label, code }: Measure): number => [...wordsOf(`${label} ${code}`)].filter((word) => words.has(word)).length;
  return measures.toSorted((a, b) => score(b) - score(a))[0];
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .replaceAll("²", "2")
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
  );
}

/** The dataset's keys by level with the names they go by: declared, else those of its newest release. */
function keyNames({ keys, labels, releases, total }: Dataset): readonly (readonly KeyName[])[] {
  const levels: Map<string, KeyName>[] = [];
  const add = (key: string, depth: number): void => {
    const label = depth === 0 ? labels.get(key) : undefined;
    levels[depth] ??= new Map();
    if (depth > 0 || key !== total) levels[depth]?.set(key, { key, names: label === undefined ? [key] : [label, key] });
  };
  for (const key of keys) add(key, 0);
  const walk = (level: Level, depth: number): void => {
    for (const [key, cell] of level.cells) {
      if (depth > 0 || keys.length === 0) add(key, depth);
      if (cell.kind === "level") walk(cell, depth + 1);
    }
  };
  const newest = releases.at(-1);
  if (newest !== undefined) walk(newest.values, 0);
  return levels.map((level) => Array.from(level.values()));
}

/** The variable that has most of the keys, if it has half of them. */
function bestMatch({ variables }: Inspection, keys: readonly KeyName[], taken: ReadonlySet<string>): Match | undefined {
  const matches = variables.filter(({ role, code }) => role === "category" && !taken.has(code)).map((variable) => matchOf(variable, keys));
  const [best] = matches.toSorted((a, b) => b.found.size - a.found.size);
  return best !== undefined && best.found.size * 2 >= keys.length && best.found.size > 0 ? best : undefined;
}

/** @param outermost the dataset, where the level is its outermost */
function matchedLevel({ variable, found, total, open, strangers: others }: Match, outermost: Dataset | undefined, say: Say): YamlValue {
  const hasTotal = variable.categories.some(({ code }) => code === "");
  // Keys that are not declared may become more: another citizenship is news, not a fault.
  const free = outermost === undefined && found.size > others.length;
  const byLabel = [...found].every(([key, { label }]) => key === label);
  const byCode = [...found].every(([key, { code }]) => key === code);
  const named = (byLabel || byCode) && open.length === 0 && (others.length === 0 || free);
  const words = open.map(({ key, near }) => say(keyToDecide(key, near === undefined ? undefined : `${near.code} (${near.label})`)));
  // Where names are the keys and nothing is left over, there is nothing to assign.
  const assignments = byCode ? [...found.keys()] : record(...[...found].map(([key, { code }]) => [code, key] as const));
  const keys = named ? undefined : assignments;
  const assigned = words.length === 0 || keys === undefined ? keys : commented(words.join("\n"), keys);
  return flow(
    record(
      ["variable", variable.code],
      ["by", keys === undefined ? (byLabel ? "label" : "code") : undefined],
      ["keys", assigned],
      ["total", total ?? (hasTotal ? outermost?.total : undefined)],
      ["others", others.length > 0 && keys !== undefined && open.length === 0 ? "ignore" : undefined],
    ),
  );
}

function regionLevel({ variables, by, strangers }: RegionVariable, dataset: Dataset): YamlValue {
  const total = strangers.some(({ code }) => code === "") ? dataset.total : undefined;
  const bare = dataset.keys.filter((key) => !dataset.regions.has(key) && key !== dataset.total);
  const further = bare.flatMap((key) => {
    const category = strangers.find(({ code, label }) => code !== "" && (label === key || label === dataset.labels.get(key)));
    return category === undefined ? [] : [[category.code, key] as const];
  });
  const rest = strangers.filter(({ code }) => code !== "" && !further.some(([known]) => known === code));
  return flow(
    record(
      ["variable", variables.length === 1 ? variables[0] : variables],
      ["keys", further.length === 0 ? undefined : record(...further)],
      ["by", by],
      ["total", total],
      ["others", rest.length > 0 ? "ignore" : undefined],
    ),
  );
}

/** Every variable that is no key: the measure, the one territory, the total; what is left must be decided. */
function filters(
  inspection: Inspection,
  measure: Measure,
  territory: RegionVariable | undefined,
  taken: ReadonlySet<string>,
  decisions: Words[],
): Map<string, YamlValue> {
  const filter = new Map<string, YamlValue>();
  for (const variable of inspection.variables) {
    const { role, code, categories, attribute } = variable;
    if (role === "time" || taken.has(code)) continue;
    // Even where there is one: a file that comes later may have a second column of values.
    if (role === "measure") filter.set(code, measure.code);
    else if (territory !== undefined && territory.variables.length === 1 && territory.variables[0] === code) {
      const [only, ...more] = territory.own;
      if (only !== undefined && more.length === 0) filter.set(code, only.category.code);
      else
        decisions.push(
          regionToDecide(
            code,
            territory.own.map(({ category }) => category.code),
          ),
        );
    } else if (categories.length > 1 && attribute !== true) pinned(variable, filter, decisions);
  }
  return filter;
}

function pinned(variable: InspectedVariable, filter: Map<string, YamlValue>, decisions: Words[]): void {
  const total = totalCategory(variable);
  if (total !== undefined) filter.set(variable.code, total.code);
  else
    decisions.push(
      categoryToDecide(
        variable.code,
        variable.categories.slice(0, 6).map(({ code }) => code),
        variable.categories.length > 6,
      ),
    );
}
