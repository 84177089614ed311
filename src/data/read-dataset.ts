/** `dataset.yaml` → everything of a {@link Dataset} but its releases. */

import { error, type Diagnostic } from "../source/diagnostic.ts";
import { blankUnit, notAnAddress, notAnAgs } from "../source/messages/data.ts";
import { spanOf, type Source } from "../source/source.ts";
import { noChecks, readChecks } from "./checks.ts";
import type { Confidentiality, Dataset, Licence, Provenance, Rhythm } from "./dataset.ts";
import { atLeast, fieldsOf, flag, node, object, oneOf, scalarOr, text, type Reader, whole } from "./fields.ts";
import { symbolSetNames } from "./symbols.ts";
import { parseYaml } from "./yaml.ts";

/** What the releases of a dataset are read by. */
export interface DatasetHead extends Omit<Dataset, "releases" | "faulty"> {
  readonly keySet: ReadonlySet<string>;
}

/** @returns `undefined` where the file is no YAML mapping; faults of single fields go to `report` and leave a gap */
export function readDatasetHead(id: string, source: Source, report: Diagnostic[]): DatasetHead | undefined {
  const { value: root, diagnostics } = parseYaml(source);
  report.push(...diagnostics);
  const fields = root && fieldsOf(root, report);
  if (fields === undefined) return undefined;
  const title = fields.required("title", text) ?? id;
  const unit = fields.required("unit", unitField) ?? { many: "" };
  const keyName = fields.required("key", text) ?? "";
  const keys = fields.optional("keys", declaredKeys) ?? [];
  const total = fields.optional("total", text);
  const coverage = fields.optional("coverage", oneOf("complete", "partial")) ?? "complete";
  const additivity = fields.optional("additivity", oneOf("exact", "rounded", "cell-key", "sample")) ?? "exact";
  const overlapping = fields.optional("overlapping", flag) ?? false;
  const definition = fields.required("definition", text) ?? "";
  const origin = fields.required("source", provenance) ?? { provider: "" };
  const symbols = fields.optional("symbols", oneOf(...symbolSetNames)) ?? "destatis";
  const every = fields.optional("rhythm", rhythm);
  const checks = fields.optional("checks", readChecks) ?? noChecks;
  const confidentiality = fields.optional("confidentiality", secrecy);
  const update = fields.optional("update", node);
  fields.done();
  return {
    id,
    title,
    unit: unit.many,
    ...singularsOf([unit, ...keys.flatMap((declared) => declared.unit ?? [])]),
    keyName,
    keys: keys.map(({ key }) => key),
    keySet: new Set(keys.map(({ key }) => key)),
    labels: pick(keys, ({ label }) => label),
    regions: pick(keys, ({ ags: region }) => region),
    units: pick(keys, (declared) => declared.unit?.many),
    ...(total === undefined ? {} : { total }),
    coverage,
    additivity,
    ...(overlapping ? { overlapping } : {}),
    definition,
    provenance: origin,
    symbols,
    ...(every === undefined || every === "none" ? {} : { rhythm: every }),
    checks,
    ...(confidentiality === undefined || confidentiality === "official" ? {} : { confidentiality }),
    ...(update === undefined ? {} : { update }),
    span: spanOf(source, 0, source.text.length),
  };
}

/**
 * How many months after a Stichtag its values come out, where the dataset does not say: as the offices' tables of
 * population, foreigners and people seeking protection have done.
 */
const delays = { year: 9, "half-year": 9, quarter: 6, month: 2 } as const satisfies Record<Rhythm["every"], number>;
const everyWords = { yearly: "year", "half-yearly": "half-year", quarterly: "quarter", monthly: "month" } as const;

/** `yearly`, or `{ every: yearly, after: 9 }`. */
const rhythm: Reader<Rhythm | "none"> = scalarOr<Rhythm | "none", Rhythm | "none">(
  (value, report) => {
    const word = oneOf("yearly", "half-yearly", "quarterly", "monthly", "none")(value, report);
    return word === undefined || word === "none" ? word : { every: everyWords[word], after: delays[everyWords[word]] };
  },
  object((fields) => {
    const word = fields.required("every", oneOf("yearly", "half-yearly", "quarterly", "monthly"));
    const after = fields.optional("after", atLeast(0, whole));
    return word && { every: everyWords[word], after: after ?? delays[everyWords[word]] };
  }),
);

/** `{ minimum: 3 }`; with `own: false` an office has protected its small counts already, and nothing is to be done here. */
const secrecy: Reader<Confidentiality | "official"> = object((fields) => {
  const minimum = fields.required("minimum", atLeast(2, whole));
  const own = fields.optional("own", flag) ?? true;
  return minimum === undefined ? undefined : own ? { minimum } : "official";
});

/** What is counted: "Personen", and as it stands beside one: "Person". */
interface Unit {
  readonly many: string;
  readonly one?: string;
}

/** Of two words none is blank; alone a blank one says that pure numbers are counted. */
const unitWord: Reader<string> = (value, report) => {
  const written = text(value, report);
  if (written === undefined || written.trim() !== "") return written;
  report.push(error(value.span, blankUnit()));
  return undefined;
};

/** `Personen`, or `{ one: Person, many: Personen }`. */
const unitField: Reader<Unit> = scalarOr<Unit, Unit>(
  (value, report) => {
    const many = text(value, report);
    return many === undefined ? undefined : { many };
  },
  object((fields) => {
    const one = fields.required("one", unitWord);
    const many = fields.required("many", unitWord);
    return one === undefined || many === undefined ? undefined : { one, many };
  }),
);

function singularsOf(units: readonly Unit[]): Pick<DatasetHead, "singulars"> {
  const told = units.flatMap(({ one, many }): readonly [string, string][] => (one === undefined ? [] : [[many, one]]));
  return told.length === 0 ? {} : { singulars: new Map(told) };
}

interface DeclaredKey {
  readonly key: string;
  readonly label?: string;
  readonly ags?: string;
  readonly unit?: Unit;
}

function pick(keys: readonly DeclaredKey[], choose: (key: DeclaredKey) => string | undefined): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const declared of keys) {
    const value = choose(declared);
    if (value !== undefined) result.set(declared.key, value);
  }
  return result;
}

/** `[a, b]`, or by key: nothing, a label, or `{ label, ags, unit }`. */
const declaredKeys: Reader<readonly DeclaredKey[]> = (value, report) => {
  if (value.kind === "sequence") {
    return value.items
      .map((item) => text(item, report))
      .filter((key) => key !== undefined)
      .map((key) => ({ key }));
  }
  if (value.kind !== "mapping") {
    fieldsOf(value, report); // says what was expected
    return undefined;
  }
  return value.entries.map((entry) => {
    const { key } = entry;
    if (entry.value.kind !== "scalar") return { key, ...declaredKey(entry.value, report) };
    if (entry.value.value === null) return { key };
    const label = text(entry.value, report);
    return label === undefined ? { key } : { key, label };
  });
};

const declaredKey: Reader<Omit<DeclaredKey, "key">> = object((fields) => {
  const label = fields.optional("label", text);
  const region = fields.optional("ags", ags);
  const unit = fields.optional("unit", unitField);
  return {
    ...(label === undefined ? {} : { label }),
    ...(region === undefined ? {} : { ags: region }),
    ...(unit === undefined ? {} : { unit }),
  };
});

const ags: Reader<string> = (value, report) => {
  const written = text(value, report);
  if (written === undefined || /^(?:\d{2}|\d{3}|\d{5}|\d{8})$/u.test(written)) return written;
  report.push(error(value.span, notAnAgs(written)));
  return undefined;
};

/** An http(s) address. */
export const address: Reader<string> = (value, report) => {
  const written = text(value, report);
  if (written === undefined || /^https?:\/\/[^\s<>"]+$/iu.test(written)) return written;
  report.push(error(value.span, notAnAddress(written)));
  return undefined;
};

const licence: Reader<Licence> = object((fields) => {
  const name = fields.required("name", text);
  const where = fields.optional("address", address);
  const wording = fields.optional("wording", text);
  if (name === undefined) return undefined;
  return { name, ...(where === undefined ? {} : { address: where }), ...(wording === undefined ? {} : { wording }) };
});

/** The field `source` of a dataset or release. */
export const provenance: Reader<Provenance> = object((fields) => {
  const provider = fields.required("provider", text);
  const table = fields.optional("table", text);
  const register = fields.optional("register", text);
  const where = fields.optional("address", address);
  const terms = fields.optional("licence", licence);
  if (provider === undefined) return undefined;
  return {
    provider,
    ...(table === undefined ? {} : { table }),
    ...(register === undefined ? {} : { register }),
    ...(where === undefined ? {} : { address: where }),
    ...(terms === undefined ? {} : { licence: terms }),
  };
});
