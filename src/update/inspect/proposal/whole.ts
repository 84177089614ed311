/** A table → a whole `dataset.yaml`. */

import type { Data } from "../../../data/dataset.ts";
import type { Words } from "../../../source/messages/fields.ts";
import {
  besidesTotal,
  dayToDecide,
  decimalToDecide,
  namelessToDecide,
  noValueAtAll,
  otherMeasures,
  symbolsToDecide,
} from "../../../source/messages/inspection.ts";
import { emptyCode } from "../../mapping/pick.ts";
import { commented, flow, record, yamlText, type YamlValue } from "../../yaml.ts";
import type { InspectedVariable, Inspection } from "../inspection.ts";
import { symbolSetOf, unexplained } from "../symbol-set.ts";
import { keyedBy, nameOf, makesTotal, openVariables, totalCategory, totalKey } from "./levels.ts";
import { ownRegions, regionVariable, type OwnRegions, type RegionVariable } from "./regions.ts";
import {
  definitionOf,
  fileUnit,
  measuresOf,
  pathOf,
  rhythmOf,
  sourceOf,
  stepOf,
  stichtagRule,
  unitOf,
  type Measure,
  type Say,
} from "./words.ts";

export function wholeDataset(inspection: Inspection, data: Data, say: Say): string {
  const [measure, ...others] = measuresOf(inspection);
  if (measure === undefined) return `# ${say(noValueAtAll)}\n`;
  const own = ownRegions(data);
  const region = regionVariable(inspection, own);
  const open = openVariables(inspection, region);
  const plan = planOf(region, open);
  const keys = plan.regions === undefined ? undefined : regionKeys(plan.regions, own);
  const [outermost] = plan.levels;
  const step = stepOf(measure.facts);
  const sound = plan.regions === undefined && outermost !== undefined && makesTotal(outermost, step);
  const total = keys?.total ?? (sound ? totalKey(outermost) : undefined);
  // What is off by no more than rounding can make was rounded, to 1 where nothing coarser shows.
  const off = plan.levels.some((variable) => makesTotal(variable, step) && (variable.sums?.off ?? 0) > 0);
  const rounded = step === 5 || (off && step > 0);
  const set = symbolSetOf(inspection);
  const unknown = unexplained(inspection, set);
  const place = plan.held === undefined ? undefined : plan.held.own[0]?.category.label;
  const names = [...(keys === undefined ? [] : [keys.name]), ...plan.levels.map(nameOf)];
  return yamlText(
    record(
      ["title", titleOf(inspection, measure, names, place)],
      ["unit", unitOf(measure, inspection)],
      ["key", names[0] ?? "Größe"],
      ["keys", keys?.keys],
      ["total", total],
      ["additivity", rounded ? "rounded" : "exact"],
      ["definition", definitionOf(inspection, measure, place)],
      ["source", sourceOf(inspection, say)],
      ["symbols", unknown.length === 0 ? set : commented(say(symbolsToDecide(unknown)), set)],
      ["rhythm", rhythmOf(inspection)],
      ["checks", rounded && step !== 5 ? flow(record(["rounded_to", step])) : undefined],
      ["update", updateOf(inspection, measure, others, plan, keys, { step, total, say })],
    ),
  );
}

interface LevelPlan {
  /** Territories as the outermost keys. */
  readonly regions?: RegionVariable;
  /** The one territory that all values are held to. */
  readonly held?: RegionVariable;
  readonly levels: readonly InspectedVariable[];
  /** Variables held to their total. */
  readonly totals: readonly InspectedVariable[];
}

/** One territory: its values by all else. Several: each its total, and only what has none is nested. */
function planOf(region: RegionVariable | undefined, open: readonly InspectedVariable[]): LevelPlan {
  if (region === undefined) return { levels: open, totals: [] };
  const single = region.own.length === 1 && region.variables.length === 1 && open.length > 0;
  if (single) return { held: region, levels: open, totals: [] };
  return {
    regions: region,
    levels: open.filter((variable) => totalCategory(variable) === undefined),
    totals: open.filter((variable) => totalCategory(variable) !== undefined),
  };
}

interface RegionKeys {
  readonly name: string;
  readonly keys: YamlValue;
  readonly total?: string;
  /** Codes that have no AGS. */
  readonly further?: YamlValue;
}

function regionKeys({ own, strangers }: RegionVariable, names: OwnRegions): RegionKeys {
  const keys = new Map<string, YamlValue>();
  const called = own.map(({ ags, category }) => {
    const known = names.name(ags);
    const label = category.label === "" || category.label === category.code ? undefined : category.label;
    const key = known?.key ?? (ags.length === 5 ? "landkreis" : (label ?? ags).replace(/(?<=.), .*$/u, ""));
    const free = keys.has(key) ? ags : key;
    const shown = known?.label ?? (known === undefined ? label : undefined);
    keys.set(free, flow(record(["label", shown === free ? undefined : shown], ["ags", ags])));
    return { key: free, ags };
  });
  const germany = strangers.find(({ code }) => code === "DG");
  if (germany !== undefined) keys.set("deutschland", flow(record(["label", "Deutschland"])));
  // A district among its own municipalities is their total.
  const total = called.find(
    ({ ags }) => ags.length === 5 && called.every((other) => other.ags.startsWith(ags)) && called.length > names.below(ags),
  );
  const municipalities = called.every(({ ags }) => ags.length === 8);
  return {
    name: municipalities ? "Gemeinde" : "Gebiet",
    keys,
    ...(total === undefined ? {} : { total: total.key }),
    ...(germany === undefined ? {} : { further: record(["DG", "deutschland"]) }),
  };
}

function updateOf(
  inspection: Inspection,
  measure: Measure,
  others: readonly Measure[],
  plan: LevelPlan,
  keys: RegionKeys | undefined,
  adding: Adding,
): YamlValue {
  const { head, variables } = inspection;
  const levels: YamlValue[] = [];
  if (plan.regions !== undefined) levels.push(regionLevel(plan.regions, keys));
  for (const variable of plan.levels) levels.push(levelOf(variable, adding));
  const filter = new Map<string, YamlValue>();
  const held = plan.held?.own[0]?.category.code;
  if (plan.held !== undefined && held !== undefined) filter.set(plan.held.variables[0] ?? "", held);
  for (const variable of plan.totals)
    filter.set(variable.code, commented(adding.say(besidesTotalOf(variable)), totalCategory(variable)?.code ?? ""));
  const measureVariable = variables.find(({ role }) => role === "measure")?.code ?? "";
  if (others.length > 0) filter.set(measureVariable, commented(adding.say(otherMeasures(others.map(({ code }) => code))), measure.code));
  // A file that comes later may have a second column of values.
  else filter.set(measureVariable, measure.code);
  const rule = stichtagRule(inspection, measure);
  return record(
    ["format", head.format],
    ["path", pathOf(inspection)],
    ["decimal", decimalOf(measure, adding.say)],
    ["filter", filter.size === 0 ? undefined : flow(filter)],
    ["key", levels.length === 0 ? undefined : levels.length === 1 ? levels[0] : levels],
    ["single", levels.length === 0 ? "insgesamt" : undefined],
    ["stichtag", rule ?? timeComment(inspection, adding.say)],
    ["unit", fileUnit(measure)],
  );
}

function regionLevel({ variables, by, strangers }: RegionVariable, keys: RegionKeys | undefined): YamlValue {
  const rest = strangers.filter(({ code }) => code !== "" && (code !== "DG" || keys?.further === undefined));
  return flow(
    record(
      ["variable", variables.length === 1 ? variables[0] : variables],
      ["keys", keys?.further],
      ["by", by],
      ["others", rest.length > 0 ? "ignore" : undefined],
    ),
  );
}

/** How values add up, and how it is said. */
interface Adding {
  readonly step: number;
  /** The dataset's total, at every level that has it. */
  readonly total: string | undefined;
  readonly say: Say;
}

function levelOf(variable: InspectedVariable, { step, total, say }: Adding): YamlValue {
  const category = totalCategory(variable);
  const usual = totalKey(variable);
  // Groups that overlap make no total: under the dataset's name for it, the sum would be checked.
  const key = usual === total && !makesTotal(variable, step) ? "alle" : usual;
  const level = flow(
    record(
      ["variable", variable.code],
      [
        "keys",
        category !== undefined && category.code !== "" && key !== undefined && key !== usual ? record([category.code, key]) : undefined,
      ],
      ["by", keyedBy(variable)],
      ["total", category?.code === "" ? key : undefined],
    ),
  );
  const nameless = variable.categories.find(({ code }) => code === emptyCode);
  if (nameless === undefined) return level;
  return commented(say(namelessToDecide(nameless.count, variable.code)), level);
}

function besidesTotalOf(variable: InspectedVariable): Words {
  const total = totalCategory(variable);
  const names = variable.categories
    .filter((category) => category !== total)
    .map(({ code, label }) => (label === "" || label === code ? code : `${code} (${label})`));
  const shown = names.length > 6 ? names.slice(0, 5) : names;
  return besidesTotal(shown, names.length - shown.length);
}

/** Only where no number of the file decides it: then a person must. */
function decimalOf({ facts }: Measure, say: Say): YamlValue | undefined {
  if (facts.doubtful === 0 || facts.commas + facts.points > 0) return undefined;
  return commented(say(decimalToDecide(facts.doubtfulExample ?? "")), null);
}

function timeComment({ head }: Inspection, say: Say): YamlValue | undefined {
  if (head.variables.some(({ role }) => role === "time")) return undefined;
  return commented(say(dayToDecide), null);
}

function titleOf({ head }: Inspection, { label, code }: Measure, names: readonly string[], place: string | undefined): string {
  const words = label === "" ? code : label;
  const what = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const plain = names.every((name) => !/^(?:Spalte|Kopfzeile) \d/u.test(name));
  if (!plain || names.length === 0) return (head.title ?? what).replaceAll(/\s+/gu, " ").trim();
  const [last = "", ...before] = names.toReversed();
  const by = before.length === 0 ? last : `${before.toReversed().join(", ")} und ${last}`;
  return `${what} nach ${by}${place === undefined ? "" : `, ${place}`}`;
}
