/** For tests: a JSON Schema validator of its own, as much of 2020-12 as the ledger's schema says, and a reader of CSV. */

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const keywords: ReadonlySet<string> = new Set([
  "$schema",
  "$id",
  "$defs",
  "$ref",
  "title",
  "description",
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "minItems",
  "minimum",
  "pattern",
  "enum",
  "const",
  "oneOf",
]);

/** What of a value the schema refuses, each with its place. @throws Error for a keyword that is not known here */
export function schemaFaults(value: unknown, root: unknown): readonly string[] {
  const check = (at: unknown, given: unknown, place: string): readonly string[] => {
    if (typeof given === "boolean") return given ? [] : [`${place} is not allowed`];
    if (!isObject(given)) throw new Error(`no schema at ${place}`);
    for (const keyword of Object.keys(given)) if (!keywords.has(keyword)) throw new Error(`unknown keyword ${keyword}`);
    const faults: string[] = [];
    const { $ref, type, properties, required, additionalProperties, items, oneOf } = given;
    if (typeof $ref === "string") faults.push(...check(at, find(root, $ref), place));
    if (type !== undefined && ![type].flat().some((name) => isOf(at, name))) faults.push(`${place} is no ${JSON.stringify(type)}`);
    if ("const" in given && at !== given["const"]) faults.push(`${place} is not ${JSON.stringify(given["const"])}`);
    if (Array.isArray(given["enum"]) && !given["enum"].includes(at)) faults.push(`${place} is none of ${JSON.stringify(given["enum"])}`);
    if (typeof at === "string" && typeof given["pattern"] === "string" && !new RegExp(given["pattern"], "u").test(at)) {
      faults.push(`${place} does not match ${given["pattern"]}`);
    }
    if (typeof at === "number" && typeof given["minimum"] === "number" && at < given["minimum"]) faults.push(`${place} is too small`);
    if (isObject(at)) {
      const known = isObject(properties) ? properties : {};
      for (const name of Array.isArray(required) ? required : []) if (!(String(name) in at)) faults.push(`${place} lacks ${String(name)}`);
      for (const [name, inner] of Object.entries(at)) {
        const own = Object.hasOwn(known, name) ? known[name] : (additionalProperties ?? true);
        faults.push(...check(inner, own, `${place}/${name}`));
      }
    }
    if (Array.isArray(at)) {
      if (items !== undefined) for (const [i, inner] of at.entries()) faults.push(...check(inner, items, `${place}/${i}`));
      if (typeof given["minItems"] === "number" && at.length < given["minItems"]) faults.push(`${place} is too short`);
    }
    if (Array.isArray(oneOf) && oneOf.filter((one) => check(at, one, place).length === 0).length !== 1)
      faults.push(`${place} is not one of`);
    return faults;
  };
  return check(value, root, "");
}

function find(root: unknown, reference: string): unknown {
  return reference
    .slice(2)
    .split("/")
    .reduce((at: unknown, name) => (isObject(at) ? at[name] : undefined), root);
}

function isOf(value: unknown, type: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

/** Rows of cells, as RFC 4180 has them, with semicolons. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n|$)/gy;
  for (;;) {
    const match = cell.exec(text);
    if (match === null) throw new Error(`no cell at ${cell.lastIndex}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ";") continue;
    rows.push(row);
    row = [];
    if (match[3] === "" || cell.lastIndex === text.length) return rows;
  }
}
