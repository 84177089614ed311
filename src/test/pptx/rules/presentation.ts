/** Checks of the presentation part and of what hangs on it: masters, layouts, themes, sections. */

import { type Finding, repeated, type Rule } from "../fault.ts";
import type { Presentation } from "../open.ts";
import { all, attribute, child, children, type Element, val } from "../xml.ts";

/** As the schema wants them; PowerPoint repairs a file whose lists stand in another order. */
const order: readonly string[] = [
  "sldMasterIdLst",
  "notesMasterIdLst",
  "handoutMasterIdLst",
  "sldIdLst",
  "sldSz",
  "notesSz",
  "smartTags",
  "embeddedFontLst",
  "custShowLst",
  "photoAlbum",
  "custDataLst",
  "kinsoku",
  "defaultTextStyle",
  "modifyVerifier",
  "extLst",
];

export const presentationOrder: Rule = (file) => {
  const names = children(file.root(file.path)).map(({ localName }) => localName ?? "");
  const sorted = names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const at = names.findIndex((name, i) => name !== sorted[i]);
  return at < 0 ? [] : [[file.path, `has ${names[at]} where ${sorted[at]} belongs`]];
};

/** Slides count from 256, masters and layouts together from 2147483648. */
export const presentationIds: Rule = (file) => {
  const root = file.root(file.path);
  const slides = all(root, "p:sldId").map((node) => attribute(node, "id") ?? "");
  const masters = all(root, "p:sldMasterId").map((node) => attribute(node, "id") ?? "");
  const layouts = file
    .all("slideMaster")
    .flatMap((path) => all(file.root(path), "p:sldLayoutId").map((node) => attribute(node, "id") ?? ""));
  const relations = all(root, "p:sldId").map((node) => attribute(node, "r:id") ?? "");
  return [
    ...repeated(slides).map((id): Finding => [file.path, `gives ${id} to two slides`]),
    ...repeated(relations).map((id): Finding => [file.path, `shows ${id} twice`]),
    ...slides.filter((id) => !(Number(id) >= 256 && Number(id) < 2 ** 31)).map((id): Finding => [file.path, `${id} is no id of a slide`]),
    ...repeated([...masters, ...layouts]).map((id): Finding => [file.path, `gives ${id} to two masters or layouts`]),
    ...[...masters, ...layouts]
      .filter((id) => !(Number(id) >= 2 ** 31 && Number(id) < 2 ** 32))
      .map((id): Finding => [file.path, `${id} is no id of a master or layout`]),
  ];
};

/** Each master and layout knows the other, and slides lie on listed layouts only. */
export const masters: Rule = (file) => {
  const listed = all(file.root(file.path), "p:sldMasterId").map((node) => file.target(file.path, attribute(node, "r:id"))?.target);
  const layouts = new Map(file.all("slideLayout").map((path) => [path, file.related(path, "slideMaster")]));
  const held = (master: string): readonly (string | undefined)[] =>
    all(file.root(master), "p:sldLayoutId").map((node) => file.target(master, attribute(node, "r:id"))?.target);
  return [
    ...(listed.length === 0 ? [[file.path, "has no master"] as const] : []),
    ...file
      .all("slideMaster")
      .filter((path) => !listed.includes(path))
      .map((path): Finding => [path, "is no listed master"]),
    ...[...layouts]
      .filter(([path, master]) => master === undefined || !held(master).includes(path))
      .map(([path]): Finding => [path, "is no layout of its master"]),
    ...file.slides.filter((slide) => !layouts.has(file.layoutOf(slide) ?? "")).map((slide): Finding => [slide, "lies on no layout"]),
  ];
};

export const notesMaster: Rule = (file) => {
  const listed = all(file.root(file.path), "p:notesMasterId").map((node) => file.target(file.path, attribute(node, "r:id"))?.target);
  const present = file.all("notesMaster");
  const wrong = file.all("notesSlide").filter((path) => !present.includes(file.related(path, "notesMaster") ?? ""));
  return [
    ...(listed.length === 1 || present.length === 0 ? [] : [[file.path, `lists ${listed.length} notes masters`] as const]),
    ...present.filter((path) => !listed.includes(path)).map((path): Finding => [path, "is not listed in the presentation"]),
    ...wrong.map((path): Finding => [path, "has no notes master"]),
  ];
};

export const notesSlides: Rule = (file) => {
  const owners = file.slides.flatMap((slide) => file.allRelated(slide, "notesSlide").map((notes) => [notes, slide] as const));
  return [
    ...repeated(owners.map(([notes]) => notes)).map((path): Finding => [path, "belongs to two slides"]),
    ...owners
      .filter(([notes, slide]) => file.related(notes, "slide") !== slide)
      .map(([notes]): Finding => [notes, "leads to another slide than its own"]),
  ];
};

/** PowerPoint repairs a file in which two masters lie on one theme. */
export const themeShared: Rule = (file) => {
  const owners = [...file.all("slideMaster"), ...file.all("notesMaster"), ...file.all("handoutMaster")];
  const themes = owners.map((path) => file.related(path, "theme"));
  return [
    ...owners.filter((_, i) => themes[i] === undefined).map((path): Finding => [path, "has no theme"]),
    ...repeated(themes.filter((theme) => theme !== undefined)).map((theme): Finding => [theme, "is the theme of two masters"]),
  ];
};

export const sections: Rule = (file) => {
  const root = file.root(file.path);
  const slides = all(root, "p:sldId").map((node) => attribute(node, "id") ?? "");
  const lists = all(root, "p14:sectionLst");
  if (lists.length === 0) return [[file.path, "has no sections"]];
  const listed = all(lists[0], "p14:sldId").map((node) => attribute(node, "id") ?? "");
  const named = all(lists[0], "p14:section");
  return [
    ...(listed.join() === slides.join()
      ? []
      : [[file.path, `has the slides ${slides.join()} and in its sections ${listed.join()}`] as const]),
    ...named.filter((node) => (attribute(node, "name") ?? "") === "").map((): Finding => [file.path, "has a section without name"]),
    ...repeated(named.map((node) => attribute(node, "id") ?? "")).map((id): Finding => [file.path, `has two sections ${id}`]),
  ];
};

/** Every table style that a table names is in the file, or the one that every PowerPoint has. */
export const tableStyles: Rule = (file) => {
  const known = new Set(["{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"]);
  for (const path of file.all("tableStyles")) {
    for (const node of all(file.root(path), "a:tblStyle")) known.add(attribute(node, "styleId") ?? "");
  }
  return file.slides.flatMap((slide) =>
    all(file.root(slide), "a:tableStyleId").flatMap((node): readonly Finding[] =>
      known.has(node.textContent ?? "") ? [] : [[slide, `has a table of the unknown style ${node.textContent}`]],
    ),
  );
};

/** Title, author, subject, keywords and language, as a reader of the file's properties wants them. */
export const properties: Rule = (file) => {
  const path = file.related("", "core-properties");
  if (path === undefined) return [["docProps/core.xml", "is not there"]];
  const root = file.root(path);
  const lacking = (["dc:title", "dc:creator", "dc:subject", "cp:keywords"] as const).filter(
    (name) => (child(root, name)?.textContent ?? "") === "",
  );
  const language = child(root, "dc:language")?.textContent;
  return [
    ...lacking.map((name): Finding => [path, `has no ${name}`]),
    ...(language === "de-DE" || language === "de" ? [] : [[path, `is in the language ${language}`] as const]),
  ];
};

/** Parts that show text or drawings: slides, their notes, layouts, masters, charts. */
export function drawn(file: Presentation): readonly string[] {
  return ["slide", "notesSlide", "slideLayout", "slideMaster", "notesMaster", "chart", "chartUserShapes"].flatMap((kind) => file.all(kind));
}

export const language: Rule = (file) =>
  drawn(file).flatMap((path) => foreignRuns(file.root(path), file.all("chart").includes(path)).map((what): Finding => [path, what]));

function foreignRuns(root: Element | undefined, chart: boolean): readonly string[] {
  const runs = [...all(root, "a:r"), ...all(root, "a:fld"), ...all(root, "a:br")];
  const bare = runs.filter((run) => child(run, "a:rPr") === undefined);
  const given = [...all(root, "a:rPr"), ...all(root, "a:endParaRPr")].filter((node) => attribute(node, "lang") !== "de-DE");
  const [first] = given;
  return [
    ...(bare.length === 0 ? [] : [`has ${bare.length} runs that say no language: „${bare[0]?.textContent}“`]),
    ...(first === undefined ? [] : [`has ${given.length} runs in ${attribute(first, "lang")}: „${first.parentNode?.textContent}“`]),
    ...(chart && val(child(root, "c:lang")) !== "de-DE" ? ["is a chart in no or another language"] : []),
  ];
}

/** A colour that the theme does not give cannot follow it. */
export const themeColours: Rule = (file) =>
  drawn(file).flatMap((path): readonly Finding[] => {
    const own = [...all(file.root(path), "a:srgbClr"), ...all(file.root(path), "a:sysClr")];
    return own.length === 0 ? [] : [[path, `has ${own.length} colours of its own, the first ${val(own[0])}`]];
  });
