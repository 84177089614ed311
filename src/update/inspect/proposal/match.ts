/** Which category of a table is which key of a dataset: by exact or normalised names, never by likeness. */

import { nearest } from "../../../source/nearest.ts";
import type { Category, InspectedVariable } from "../inspection.ts";

/** A key with the names that it goes by. */
export interface KeyName {
  readonly key: string;
  readonly names: readonly string[];
}

export interface Match {
  readonly variable: InspectedVariable;
  /** Category by key. */
  readonly found: ReadonlyMap<string, Category>;
  /** The key that goes by the name of the total. */
  readonly total?: string;
  /** Keys that no category, or more than one, goes by, with the one that is most like. */
  readonly open: readonly { readonly key: string; readonly near: Category | undefined }[];
  /** Categories that no key goes by; never the total. */
  readonly strangers: readonly Category[];
}

/** The categories of a variable by the keys they are. */
export function matchOf(variable: InspectedVariable, keys: readonly KeyName[]): Match {
  const sum = variable.categories.find(({ code }) => code === "");
  const categories = variable.categories.filter((category) => category !== sum);
  const total = sum && keys.find(({ names }) => names.some((name) => sameName(name, sum)))?.key;
  const found = new Map<string, Category>();
  const taken = new Set<Category>();
  const open: KeyName[] = [];
  for (const key of keys) {
    if (key.key === total) continue;
    const exact = categories.filter(({ code, label }) => key.names.some((name) => name === code || name === label));
    const alike = exact.length > 0 ? exact : categories.filter((category) => key.names.some((name) => sameName(name, category)));
    const [only, ...more] = alike;
    if (only !== undefined && more.length === 0 && !taken.has(only)) {
      found.set(key.key, only);
      taken.add(only);
    } else open.push(key);
  }
  const strangers = categories.filter((category) => !taken.has(category));
  const undecided = open.map((key) => ({ key: key.key, near: nearestOf(key, strangers) }));
  return { variable, found, strangers, open: undecided, ...(total === undefined ? {} : { total }) };
}

function nearestOf({ names }: KeyName, categories: readonly Category[]): Category | undefined {
  const labels = categories.map(({ label, code }) => (label === "" ? code : label));
  for (const name of names) {
    const near = nearest(name, labels);
    if (near !== undefined) return categories[labels.indexOf(near)];
  }
  return undefined;
}

function sameName(name: string, { code, label }: Category): boolean {
  const [wanted, ...others] = [name, label, code].map(plain);
  return wanted !== undefined && wanted !== "" && others.some((other) => other === wanted || abbreviates(label, name));
}

/** One spelling for what offices write in several ways: case, blanks, hyphens, what kind of place it is. */
function plain(text: string): string {
  return text
    .normalize()
    .toLowerCase()
    .replace(/,\s*(?:kreisfreie\s+stadt|stadt|landkreis|kreis|flecken|hansestadt|landeshauptstadt)$/u, "")
    .replaceAll(/[\s\u00a0\u202f-]+/gu, " ")
    .trim();
}

/** "Befristet anerk. Schutzstatus" for "Befristet anerkannter Schutzstatus": word by word, a point where letters are missing. */
function abbreviates(short: string, long: string): boolean {
  const [from, to] = [plain(short).split(" "), plain(long).split(" ")];
  if (from.length !== to.length || !from.some((word) => word.endsWith("."))) return false;
  return from.every((word, index) => {
    const whole = to[index] ?? "";
    return word === whole || (word.length > 3 && word.endsWith(".") && whole.startsWith(word.slice(0, -1)));
  });
}
