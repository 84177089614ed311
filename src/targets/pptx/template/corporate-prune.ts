/** Takes out of a template's part what refers to something that does not come along. */

import { child, childrenOf, type XmlElement, type XmlNode } from "../xml/tree.ts";

/** Why something does not come along. */
export type LeftOutKind = "link" | "object" | "media" | "slide" | "macro" | "missing" | "default" | "other";

export interface LeftOut {
  /** The name of the shape, or of the element where there is none. */
  readonly what: string;
  readonly kind: LeftOutKind;
}

/** What can be taken out of a part without harm to what is around; the innermost of them that holds a reference goes. */
const removable: ReadonlySet<string> = new Set([
  "a:buBlip",
  "a:ext",
  "a:hlinkClick",
  "a:hlinkHover",
  "a:hlinkMouseOver",
  "p:bg",
  "p:contentPart",
  "p:controls",
  "p:custData",
  "p:cxnSp",
  "p:ext",
  "p:graphicFrame",
  "p:pic",
  "p:sldLayoutId",
  "p:sp",
  "p:tags",
  "p:timing",
  "p:transition",
]);

const shapes: ReadonlySet<string> = new Set(["p:contentPart", "p:cxnSp", "p:graphicFrame", "p:grpSp", "p:pic", "p:sp"]);

/** Actions that start something else than PowerPoint. */
const starts = /^ppaction:\/\/(?:macro|program|ole)\b/u;

/**
 * @param fate why the relationship with that id does not come along; `undefined` if it does, and for "" where that may
 *   stand: an action within the show has a relationship without an id
 * @returns the root, the same object if nothing was taken out
 */
export function prune(
  root: XmlElement,
  fate: (id: string) => LeftOutKind | undefined,
): { readonly root: XmlElement; readonly leftOut: readonly LeftOut[] } {
  const gone = new Map<XmlElement, LeftOut>();
  /** Elements that can do without an attribute. */
  const eased = new Map<XmlElement, string>();
  const look = (path: readonly XmlElement[], element: XmlElement): void => {
    const bad = badReference(element, fate);
    const here = [...path, element];
    if (bad?.spare === true) eased.set(element, bad.attribute);
    else if (bad !== undefined) gone.set(removableOf(here), { what: nameOf(here), kind: bad.kind });
    for (const below of childrenOf(element)) look(here, below);
  };
  look([], root);
  if (gone.size === 0 && eased.size === 0) return { root, leftOut: [] };
  // Animations name the shapes that they move.
  const still = [...gone.keys()].some((element) => shapes.has(element.name) || element.name === "mc:AlternateContent");
  const leftOut: LeftOut[] = [];
  const rebuild = (element: XmlElement): XmlElement => ({
    name: element.name,
    attributes: withoutAttribute(element.attributes, eased.get(element)),
    children: element.children.flatMap((node): readonly XmlNode[] => {
      if (typeof node === "string") return [node];
      const out = gone.get(node);
      if (out !== undefined) leftOut.push(out);
      return out !== undefined || (still && node.name === "p:timing") ? [] : [rebuild(node)];
    }),
  });
  return { root: rebuild(root), leftOut };
}

interface Bad {
  readonly attribute: string;
  readonly kind: LeftOutKind;
  /** The element says the same in another way. */
  readonly spare: boolean;
}

function badReference(element: XmlElement, fate: (id: string) => LeftOutKind | undefined): Bad | undefined {
  const { attributes } = element;
  const action = attributes["action"];
  if (action !== undefined && starts.test(action)) return { attribute: "action", kind: "macro", spare: false };
  for (const [attribute, id] of Object.entries(attributes)) {
    const kind = attribute.startsWith("r:") ? fate(id) : undefined;
    if (kind === undefined) continue;
    const embedded = attributes["r:embed"];
    const spare = element.name === "a:blip" && attribute === "r:link" && embedded !== undefined && fate(embedded) === undefined;
    return { attribute, kind, spare };
  }
  return undefined;
}

/** @param path from the root to the element with the reference */
function removableOf(path: readonly XmlElement[]): XmlElement {
  const at = path.findLastIndex(({ name }) => removable.has(name));
  const parent = path[at - 1]?.name;
  // Alternatives go together, lest one stays behind empty.
  const chosen = parent === "mc:Choice" || parent === "mc:Fallback" ? path[at - 2] : path[at];
  const last = path.at(-1);
  if (chosen !== undefined) return chosen;
  if (last === undefined) throw new Error("A path has an element.");
  return last;
}

/** The name of the innermost shape around. */
function nameOf(path: readonly XmlElement[]): string {
  const shape = path.findLast(({ name }) => shapes.has(name));
  const properties = shape && childrenOf(shape).find(({ name }) => name.startsWith("p:nv"));
  return child(properties, "p:cNvPr")?.attributes["name"] ?? path.at(-1)?.name ?? "";
}

function withoutAttribute(attributes: Readonly<Record<string, string>>, name: string | undefined): Readonly<Record<string, string>> {
  return name === undefined ? attributes : Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== name));
}
