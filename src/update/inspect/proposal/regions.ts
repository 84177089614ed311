/** Which variable of a table holds territories, and which of them are the project's own. */

import type { Data, Dataset } from "../../../data/dataset.ts";
import { agsOf } from "../../mapping/ags.ts";
import type { Category, Inspection } from "../inspection.ts";

/** Territories by AGS that a project asks about. */
export interface OwnRegions {
  has(ags: string): boolean;
  /** How the project's datasets call it. */
  name(ags: string): { readonly key: string; readonly label?: string } | undefined;
  /** How many municipalities of a district it knows, at least two. */
  below(ags: string): number;
}

/** Landkreis Cloppenburg: the county that the product is made for. */
const home = "03453";

/** The AGS that the datasets know, and what lies below their districts. */
export function ownRegions(data: Data): OwnRegions {
  // What most datasets of many territories call it, all others follow.
  const datasets = [...data.values()].toSorted((a, b) => b.regions.size - a.regions.size);
  const names = new Map<string, { key: string; label?: string }>();
  for (const { regions, labels } of datasets) {
    for (const [key, ags] of regions) {
      const label = labels.get(key) ?? names.get(ags)?.label;
      const known = names.get(ags)?.key ?? key;
      names.set(ags, { key: known, ...(label === undefined || label === known ? {} : { label }) });
    }
  }
  const districts = new Set([...names.keys()].flatMap((ags) => (ags.length >= 5 ? [ags.slice(0, 5)] : [])));
  if (districts.size === 0) districts.add(home);
  return ownOf(names, (ags) => names.has(ags) || districts.has(ags.slice(0, 5)));
}

export interface RegionVariable {
  /** Several are joined. */
  readonly variables: readonly string[];
  readonly by: "ags" | "ars" | "lsn";
  readonly own: readonly { readonly ags: string; readonly category: Category }[];
  readonly strangers: readonly Category[];
}

/** The variable with most of the project's own territories; `undefined` where none has any. */
export function regionVariable(inspection: Inspection, own: OwnRegions): RegionVariable | undefined {
  const candidates = [
    ...inspection.variables.filter(({ role }) => role === "category").map(({ code, categories }) => ({ variables: [code], categories })),
    ...(inspection.joined === undefined ? [] : [inspection.joined]),
  ];
  const found = candidates.flatMap(({ variables, categories }) => {
    const by = categories.some(({ code }) => /^\d{11,12}$/u.test(code)) ? "ars" : "ags";
    return [regionsBy(by, variables, categories, own), regionsBy("lsn", variables, categories, own)];
  });
  // The keys of the LSN are any numbers of three or six digits: one alone proves nothing.
  const sound = found.filter((one) => one.own.length >= (one.by === "lsn" ? 2 : 1));
  return sound.toSorted((a, b) => b.own.length - a.own.length)[0];
}

function regionsBy(
  by: RegionVariable["by"],
  variables: readonly string[],
  categories: readonly Category[],
  own: OwnRegions,
): RegionVariable {
  const mine: { ags: string; category: Category }[] = [];
  const strangers: Category[] = [];
  for (const category of categories) {
    // Short numbers may be anything: years of age, classes.
    const ags = by === "lsn" || /^(?:\d{2}|\d{5}|\d{7,8}|\d{11,12})$/u.test(category.code) ? agsOf(category.code, by) : undefined;
    if (ags !== undefined && own.has(ags)) mine.push({ ags, category });
    else strangers.push(category);
  }
  return {
    variables,
    by,
    own: isSound(mine, strangers) ? mine.toSorted((a, b) => (a.ags < b.ags ? -1 : 1)) : [],
    strangers,
  };
}

/** "03" alone could be the third of anything; offices print "DG" for Germany. */
function isSound(own: readonly { readonly ags: string }[], strangers: readonly Category[]): boolean {
  return own.some(({ ags }) => ags.length >= 5) || strangers.some(({ code }) => code === "DG");
}

/** The regions of one dataset only. */
export function regionsOf(dataset: Dataset): OwnRegions {
  const names = new Map([...dataset.regions].map(([key, ags]) => [ags, { key }]));
  return ownOf(names, (ags) => names.has(ags));
}

function ownOf(names: ReadonlyMap<string, { readonly key: string; readonly label?: string }>, has: OwnRegions["has"]): OwnRegions {
  const below = (district: string): number => [...names.keys()].filter((ags) => ags.length === 8 && ags.startsWith(district)).length;
  return { has, name: (ags) => names.get(ags), below: (ags) => Math.max(2, below(ags)) };
}
