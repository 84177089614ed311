/** Checks of the package: what any program of Office looks at before it reads a word. */

import { type Finding, repeated, type Rule } from "../fault.ts";
import { isXml, Package, type Presentation, relationshipsPath, typesPath } from "../open.ts";
import { all, attribute, type Element, is, namespaces, textOf } from "../xml.ts";
import { firstDay, readZip, type ZipEntry } from "../zip.ts";

/** A check of the presentation's package and of the workbooks' in it. */
function everywhere(check: (file: Package) => readonly Finding[]): Rule {
  return (file) => [
    ...check(file),
    ...workbooksOf(file).flatMap(([path, workbook]) => check(workbook).map(([part, what]): Finding => [`${path}!${part}`, what])),
  ];
}

const opened = new WeakMap<Presentation, readonly (readonly [string, Package])[]>();

/** Embedded workbooks as packages, by path. */
export function workbooksOf(file: Presentation): readonly (readonly [string, Package])[] {
  let found = opened.get(file);
  if (found === undefined) {
    const readable = [...file.workbooks.keys()].filter((path) => !file.faultyWorkbooks.has(path));
    found = readable.map((path) => [path, new Package(readZip(file.parts.get(path) ?? new Uint8Array()))]);
    opened.set(file, found);
  }
  return found;
}

export const zipOrder: Rule = everywhere((file) => {
  const [first] = file.entries.toSorted((a, b) => a.offset - b.offset);
  return first?.path === typesPath && file.entries[0]?.path === typesPath ? [] : [[typesPath, `stands after ${first?.path}`]];
});

export const zipTimes: Rule = everywhere((file) =>
  file.entries.flatMap(({ path, modified }): readonly Finding[] => (modified === firstDay ? [] : [[path, "bears a time of its own"]])),
);

export const zipDuplicates: Rule = everywhere((file) =>
  repeated(file.entries.map(({ path }) => path.toLowerCase())).map((path) => [path, "stands twice in the zip"]),
);

/** A workbook is deflated within or, which is smaller, as a whole. */
export const zipDeflated: Rule = (file) => {
  const whole = new Set(file.entries.filter(({ method }) => method === 8).map(({ path }) => path));
  const within = workbooksOf(file).filter(([path, { entries }]) => !whole.has(path) && stored(entries).length > 0);
  return [...stored(file.entries).map(({ path }) => path), ...within.map(([path]) => path)].map((path) => [path, "is not deflated"]);
};

function stored(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  return entries.filter(({ path, method }) => method !== 8 && isXml(path));
}

export const wellFormed: Rule = everywhere((file) =>
  [...file.parts.keys()].flatMap((path): readonly Finding[] => {
    const fault = file.fault(path);
    return fault === undefined ? [] : [[path, fault]];
  }),
);

/** What XML 1.0 cannot hold, as a character or as a reference to one. */
export const legalCharacters: Rule = everywhere((file) =>
  [...file.parts].flatMap(([path, content]): readonly Finding[] => {
    if (!isXml(path)) return [];
    const text = new TextDecoder().decode(content);
    // oxlint-disable-next-line no-control-regex
    const raw = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u.exec(text)?.[0];
    const referred = [...text.matchAll(/&#(x?)([0-9a-f]+);/gi)].find(
      ([, hex, digits]) => !isLegal(Number.parseInt(digits ?? "", hex ? 16 : 10)),
    );
    if (raw !== undefined) return [[path, `holds U+${raw.charCodeAt(0).toString(16).padStart(4, "0")}`]];
    return referred === undefined ? [] : [[path, `holds ${referred[0]}`]];
  }),
);

/** PowerPoint and Excel show them in the middle of a line. */
export const softHyphens: Rule = everywhere((file) =>
  [...file.parts].flatMap(([path, content]): readonly Finding[] =>
    isXml(path) && /\u00ad|&#(?:173|x0*ad);/iu.test(new TextDecoder().decode(content)) ? [[path, "holds a soft hyphen"]] : [],
  ),
);

function isLegal(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

export const phantomTypes: Rule = everywhere((file) =>
  all(file.root(typesPath), "types:Override").flatMap((node): readonly Finding[] => {
    const path = (attribute(node, "PartName") ?? "").slice(1);
    return file.parts.has(path) ? [] : [[path, "has a content type and is not there"]];
  }),
);

export const typedParts: Rule = everywhere((file) => {
  const defaults = all(file.root(typesPath), "types:Default").map((node) => attribute(node, "Extension")?.toLowerCase() ?? "");
  const overrides = all(file.root(typesPath), "types:Override").map((node) => (attribute(node, "PartName") ?? "").slice(1));
  const untyped = [...file.parts.keys()].filter(
    (path) =>
      path !== typesPath &&
      !path.endsWith("/") &&
      !overrides.includes(path) &&
      !defaults.includes(path.split(".").at(-1)?.toLowerCase() ?? ""),
  );
  return [
    ...untyped.map((path): Finding => [path, "has no content type"]),
    ...[...repeated(defaults), ...repeated(overrides)].map((name): Finding => [typesPath, `types ${name} twice`]),
    ...wrongTypes(file),
  ];
});

/** Names that are no registered media types, and XML parts that are typed as nothing but XML. */
function wrongTypes(file: Package): readonly Finding[] {
  const media: ReadonlyMap<string, string> = new Map([
    ["jpg", "image/jpeg"],
    ["jpeg", "image/jpeg"],
    ["png", "image/png"],
    ["svg", "image/svg+xml"],
    ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
  ]);
  const overridden = new Set(all(file.root(typesPath), "types:Override").map((node) => (attribute(node, "PartName") ?? "").slice(1)));
  const wrong = all(file.root(typesPath), "types:Default").flatMap((node): readonly Finding[] => {
    const [ending, type] = [attribute(node, "Extension")?.toLowerCase() ?? "", attribute(node, "ContentType") ?? ""];
    const right = media.get(ending);
    return right === undefined || right === type ? [] : [[typesPath, `.${ending} is ${type} instead of ${right}`]];
  });
  const plain = file.content.filter((path) => path.endsWith(".xml") && !overridden.has(path));
  return [...wrong, ...plain.map((path): Finding => [path, "is typed as nothing but XML"])];
}

/** Relationships by these kinds are named in the part's own XML; the others speak for themselves. */
const named: ReadonlySet<string> = new Set([
  "image",
  "hyperlink",
  "chart",
  "slide",
  "slideMaster",
  "slideLayout",
  "notesMaster",
  "package",
  "svgBlip",
  "table",
  "worksheet",
]);

/** Whether a part needs not name a relationship of such a kind: a slide its layout, notes their slide. */
function goesWithoutSaying(file: Package, path: string, kind: string): boolean {
  const root = file.root(path)?.localName;
  if (kind === "slideLayout") return root === "sld";
  if (kind === "slideMaster") return root === "sldLayout";
  if (kind === "notesMaster" || kind === "slide") return root === "notes";
  return !named.has(kind);
}

/** Ids of relationships that a part's XML names. */
function namedIn(file: Package, path: string): readonly string[] {
  return all(file.root(path)).flatMap((node) =>
    [...node.attributes].flatMap(({ namespaceURI, value }) => (namespaceURI === namespaces.r ? [value] : [])),
  );
}

export const danglingRelationships: Rule = everywhere((file) =>
  ["", ...file.parts.keys()].flatMap((path) => relationshipFaults(file, path).map((what): Finding => [path, what])),
);

function relationshipFaults(file: Package, path: string): readonly string[] {
  const relations = file.relationships(path);
  const ids = new Set(relations.map(({ id }) => id));
  // An empty id means no relationship: a link whose action says all.
  const unknown = isXml(path) ? [...new Set(namedIn(file, path))].filter((id) => id !== "" && !ids.has(id)) : [];
  const lost = relations.filter(({ external, target }) => (external ? target === "" : !file.parts.has(target)));
  return [
    ...lost.map(({ id, target }) => `${id} leads to „${target}“, which is not there`),
    ...repeated(relations.map(({ id }) => id)).map((id) => `${id} is two relationships`),
    ...unknown.map((id) => `names ${id}, which is no relationship`),
  ];
}

export const unusedRelationships: Rule = everywhere((file) =>
  ["", ...file.parts.keys()].flatMap((path): readonly Finding[] => {
    const used = new Set(isXml(path) ? namedIn(file, path) : []);
    return file
      .relationships(path)
      .filter(({ id, kind }) => path !== "" && !used.has(id) && !goesWithoutSaying(file, path, kind))
      .map(({ id, kind, target }) => [path, `nobody uses ${id} (${kind} ${target})`]);
  }),
);

/** Parts that no relationship leads to are never read, and kept by no program. */
export const orphans: Rule = everywhere((file) => {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    for (const { target, external } of file.relationships(path)) {
      if (external || reached.has(target)) continue;
      reached.add(target);
      visit(target);
    }
  };
  visit("");
  const relationships = [...file.parts.keys()].filter((path) => path.endsWith(".rels"));
  const owners = new Set(["", ...file.parts.keys()].map(relationshipsPath));
  return [
    ...file.content.filter((path) => !reached.has(path)).map((path): Finding => [path, "is reached by no relationship"]),
    ...relationships.filter((path) => !owners.has(path)).map((path): Finding => [path, "holds the relationships of no part"]),
  ];
});

export const mediaTwice: Rule = (file) => {
  const media = file.content.filter((path) => path.includes("/media/"));
  const contents = media.map((path) => Buffer.from(file.parts.get(path) ?? []).toString("base64"));
  return media.filter((_, i) => contents.indexOf(contents[i] ?? "") < i).map((path) => [path, "is stored already under another name"]);
};

/** Registry form, in capitals: `{8-4-4-4-12}`; names of extensions may have small letters, and some of Microsoft's own do. */
export const guidForm: Rule = everywhere((file) =>
  file.content.flatMap((path) =>
    all(file.root(path))
      .flatMap(guidsAt)
      .filter((value) => !/^\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}$/.test(value))
      .map((value): Finding => [path, `${value} is no GUID`]),
  ),
);

/** What looks like one in an element's attributes, or as its text. */
function guidsAt(node: Element): readonly string[] {
  const values = [...node.attributes].map(({ name, value }) => (name === "uri" ? value.toUpperCase() : value));
  return [...values, is(node, "a:tableStyleId") ? textOf(node) : ""].filter((value) => /^\{[0-9a-z-]*\}$/i.test(value));
}
