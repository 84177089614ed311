/** `[Content_Types].xml`: what each part is, by its ending where that says it, else by its name. Nothing that is not there. */

import { unprefixed } from "../xml/namespaces.ts";
import { type XmlElement, element } from "../xml/tree.ts";
import { endingOf } from "./paths.ts";
import { contentTypes } from "./types.ts";

/** @param parts content type by path, without the relationships */
export function contentTypesOf(parts: ReadonlyMap<string, string>): XmlElement {
  const byEnding = new Map([["rels", contentTypes.relationships as string]]);
  const overrides: XmlElement[] = [];
  for (const [path, type] of parts) {
    const ending = endingOf(path);
    // Each XML part is something else, so that no type would suit the ending.
    if (ending !== "xml" && !byEnding.has(ending)) byEnding.set(ending, type);
    if (byEnding.get(ending) !== type) overrides.push(element("Override", { PartName: `/${path}`, ContentType: type }));
  }
  const defaults = [...byEnding].map(([ending, type]) => element("Default", { Extension: ending, ContentType: type }));
  return element("Types", { xmlns: unprefixed.contentTypes }, ...defaults, ...overrides);
}
