/** The relationships of a part, as XML and while they are collected. */

import { unprefixed } from "../xml/namespaces.ts";
import { type XmlElement, element } from "../xml/tree.ts";
import type { PartBuilder, Relationship } from "./part.ts";
import { relativePath } from "./paths.ts";

/** @param path of the part that has them; "" for the package itself */
export function relationshipsXml(path: string, relationships: readonly Relationship[]): XmlElement {
  return element(
    "Relationships",
    { xmlns: unprefixed.relationships },
    ...relationships.map(({ id, type, target, external }) =>
      external === true
        ? element("Relationship", { Id: id, Type: type, Target: target, TargetMode: "External" })
        : element("Relationship", { Id: id, Type: type, Target: relativePath(path, target) }),
    ),
  );
}

export class RelatingPart implements PartBuilder {
  readonly path: string;
  private readonly byTarget = new Map<string, Relationship>();
  private lastId = 1;
  private sealed = false;

  constructor(path: string) {
    this.path = path;
  }

  relate(type: string, target: string, external: boolean = false): string {
    const key = `${type} ${external} ${target}`;
    const known = this.byTarget.get(key);
    if (known !== undefined) return known.id;
    if (this.sealed) throw new Error(`The part ${this.path} is written already.`);
    const id = `rId${this.byTarget.size + 1}`;
    this.byTarget.set(key, { id, type, target, ...(external && { external }) });
    return id;
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** All that were collected; none can come after. */
  seal(): readonly Relationship[] {
    this.sealed = true;
    return [...this.byTarget.values()];
  }
}
