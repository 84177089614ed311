/** `deck.yaml: template` → which PowerPoint template the deck wants, and how its layouts are to be taken. */

import { type Fields, nameOf, object, type Reader, scalarOr, textScalar } from "../data/fields.ts";
import type { YamlMapping, YamlNode } from "../data/yaml-node.ts";
import { error, type Diagnostic } from "../source/diagnostic.ts";
import { unknownLayout, unknownRegion } from "../source/messages/deck.ts";
import { wrongType } from "../source/messages/fields.ts";
import { noneNotAllowed, notForAllLayouts, templateEmpty, templateEnding, templateOutside } from "../source/messages/pptx-template.ts";
import { nearest } from "../source/nearest.ts";
import { isLayoutName, type LayoutName, layoutOf, layouts } from "../../theme/layouts.ts";
import type { LayoutMapping, Named, PlaceholderName, TemplateSettings } from "./model.ts";

/** What can be left out, and mapped once for all layouts: what a slide says beside its title and its content. */
const besides = ["kicker", "source", "page", "date"] as const;

/**
 * The regions of a house layout that a template has to have a placeholder for, in reading order. A logo, a wordmark and a
 * claim are the template's own; the date stands where the page number stands.
 */
export function mappedRegions(layout: LayoutName): readonly string[] {
  // The canvas moves regions and changes none.
  const { regions } = layoutOf(layout, "16:9");
  const names = regions.filter(({ kind }) => kind !== "wordmark" && kind !== "logo" && kind !== "claim").map(({ name }) => name);
  return names.includes("page") ? [...names, "date"] : names;
}

const named: Reader<Named> = (value, report) => {
  const scalar = textScalar(value, report);
  if (scalar === undefined) return undefined;
  const name = nameOf(scalar).trim();
  if (name !== "") return { name, span: scalar.span };
  report.push(error(scalar.span, templateEmpty()));
  return undefined;
};

/** The file as an address of the project: with `/`, without `.` and `..`. */
const file: Reader<Named> = (value, report) => {
  const written = named(value, report);
  if (written === undefined) return undefined;
  const { name, span } = written;
  const address = addressWithin(name);
  if (address === undefined) report.push(error(span, templateOutside(name)));
  const ending = /\.[^./\\]*$/u.exec(name)?.[0] ?? "";
  if (!/^\.(?:potx|pptx)$/iu.test(ending)) report.push(error(span, templateEnding(name, ending)));
  else if (address !== undefined) return { name: address, span };
  return undefined;
};

function addressWithin(path: string): string | undefined {
  // "C:…" and "https:…" alike.
  if (/^[a-z][a-z\d+.-]*:/iu.test(path) || /^[\\/]/u.test(path)) return undefined;
  const parts: string[] = [];
  for (const part of path.split(/[\\/]+/u)) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The readers of a mapping's entries by their keys; what `known` does not hold is reported by `unknown`. */
function entries<K extends string, T>(
  isKnown: (key: string) => key is K,
  read: (key: K) => Reader<T>,
  unknown: (key: string) => Parameters<typeof error>[1],
): Reader<ReadonlyMap<K, T>> {
  return (value, report) => {
    const mapping = asMapping(value, report);
    if (mapping === undefined) return undefined;
    const result = new Map<K, T>();
    for (const { key, keySpan, value: below } of mapping.entries) {
      if (!isKnown(key)) report.push(error(keySpan, unknown(key)));
      else {
        const item = read(key)(below, report);
        if (item !== undefined) result.set(key, item);
      }
    }
    return result;
  };
}

function asMapping(value: YamlNode, report: Diagnostic[]): YamlMapping | undefined {
  if (value.kind === "mapping") return value;
  const found = value.kind === "sequence" ? { de: "eine Liste", en: "a list" } : { de: "ein einzelner Wert", en: "a single value" };
  report.push(error(value.span, wrongType({ de: "eine Gruppe von Feldern (name: wert)", en: "a group of fields (name: value)" }, found)));
  return undefined;
}

/** A placeholder's name, or `none` where the region can do without; in quotes, "none" is a name. */
function placeholder(region: string): Reader<PlaceholderName> {
  return (value, report) => {
    if (value.kind !== "scalar" || value.quoted || value.value !== "none") return named(value, report);
    if (besides.some((name) => name === region)) return { none: true, span: value.span };
    report.push(error(value.span, noneNotAllowed(region, besides)));
    return undefined;
  };
}

function regionsOf(layout: LayoutName): Reader<ReadonlyMap<string, PlaceholderName>> {
  const known = mappedRegions(layout);
  return entries(
    (key): key is string => known.includes(key),
    placeholder,
    (key) => unknownRegion(key, layout, nearest(key, known), known),
  );
}

const sharedRegions: Reader<ReadonlyMap<string, PlaceholderName>> = entries(
  (key): key is string => besides.some((name) => name === key),
  placeholder,
  (key) => notForAllLayouts(key, besides),
);

const nameAlone: Reader<LayoutMapping> = (value, report) => {
  const name = named(value, report);
  return name && { name, regions: new Map(), span: name.span };
};

function layoutMapping(layout: LayoutName): Reader<LayoutMapping> {
  const long: Reader<LayoutMapping> = object((fields) => {
    const name = fields.optional("name", named);
    const regions = fields.optional("regions", regionsOf(layout)) ?? new Map<string, PlaceholderName>();
    return { ...(name && { name }), regions, span: fields.span };
  });
  return scalarOr(nameAlone, long);
}

const layoutNames: readonly LayoutName[] = Object.keys(layouts["16:9"]).filter(isLayoutName);
const layoutMappings: Reader<ReadonlyMap<LayoutName, LayoutMapping>> = entries(isLayoutName, layoutMapping, (key) =>
  unknownLayout(key, nearest(key, layoutNames), layoutNames),
);

function whole(fields: Fields): TemplateSettings | undefined {
  const found = fields.required("file", file);
  const mappings = fields.optional("layouts", layoutMappings) ?? new Map<LayoutName, LayoutMapping>();
  const regions = fields.optional("regions", sharedRegions) ?? new Map<string, PlaceholderName>();
  return found && { file: found, layouts: mappings, regions };
}

const fileAlone: Reader<TemplateSettings> = (value, report) => {
  const found = file(value, report);
  return found && { file: found, layouts: new Map(), regions: new Map() };
};

/** `template: theme/kreis.potx`, or the same with a mapping: `file`, `layouts`, `regions`. */
export const templateSettings: Reader<TemplateSettings> = scalarOr(fileAlone, object(whole));
