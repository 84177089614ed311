/** XML of a spreadsheet's parts as events: a sheet of a million cells is no tree. */

import { SaxesParser } from "saxes";
import { decodeXml } from "../../../targets/pptx/xml/decode.ts";
import { XmlError } from "../../../targets/pptx/xml/error.ts";

export interface XmlEvents {
  /** @param name without its prefix; attributes keep theirs */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(content: string): void;
  close(name: string): void;
}

const deepest = 100;
const entities: Record<string, string> = Object.assign(Object.create(null), { amp: "&", gt: ">", lt: "<", quot: '"', apos: "'" });

/** @throws XmlError for what is not well-formed or has a document type, whatever that defines */
export function scanXml(bytes: Uint8Array, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  // saxes looks entities up in an object that inherits: `&toString;` would be known.
  parser.ENTITIES = entities;
  let depth = 0;
  parser.on("error", (error) => {
    throw new XmlError("malformed", error.message);
  });
  parser.on("doctype", () => {
    throw new XmlError("doctype", "A document type is not allowed.");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > deepest) throw new XmlError("depth", `Elements are more than ${deepest} deep in each other.`);
    events.open(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    events.close(localName(name));
  });
  parser.on("text", (content) => events.text(content));
  parser.on("cdata", (content) => events.text(content));
  parser.write(decodeXml(bytes)).close();
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by its name without prefix: "id" for `r:id`, whatever the prefix is called. */
export function prefixed(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return found === undefined ? undefined : attributes[found];
}
