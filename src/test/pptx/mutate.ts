/** A written file with something changed in it, written again: for tests of what finds faults. */

import { XMLSerializer } from "@xmldom/xmldom";
import { strFromU8, strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { relationshipsPath, typesPath } from "./open.ts";
import { all, attribute, type Element, namespaces, parseXml } from "./xml.ts";
import { readZip } from "./zip.ts";

interface File {
  path: string;
  content: Uint8Array;
  deflated: boolean;
  modified: Date;
}

/** In the zone of this machine, as the library wants it: the first day that a zip knows. */
const first = new Date(1980, 0, 1);

export class Edited {
  /** In the order of the zip. */
  readonly files: File[];

  constructor(bytes: Uint8Array) {
    this.files = readZip(bytes).map(({ path, content, method }) => ({ path, content, deflated: method === 8, modified: first }));
  }

  file(path: string): File {
    const found = this.files.find((each) => each.path === path);
    if (found === undefined) throw new Error(`The file has no part ${path}.`);
    return found;
  }

  /** Changes a part's XML in place. */
  xml(path: string, edit: (root: Element) => void): void {
    const file = this.file(path);
    const document = parseXml(strFromU8(file.content));
    if (document.documentElement === null) throw new Error(`${path} is empty.`);
    edit(document.documentElement);
    file.content = strToU8(new XMLSerializer().serializeToString(document));
  }

  text(path: string, edit: (text: string) => string): void {
    const file = this.file(path);
    const [before, after] = [strFromU8(file.content), edit(strFromU8(file.content))];
    if (before === after) throw new Error(`Nothing was changed in ${path}.`);
    file.content = strToU8(after);
  }

  add(path: string, content: Uint8Array): void {
    this.files.push({ path, content, deflated: true, modified: first });
  }

  /** Removes a part, its relationships and its content type. */
  remove(path: string): void {
    for (const gone of [path, relationshipsPath(path)]) {
      const at = this.files.findIndex((each) => each.path === gone);
      if (at >= 0) this.files.splice(at, 1);
    }
    this.xml(typesPath, (root) => {
      for (const node of all(root, "types:Override")) if (attribute(node, "PartName") === `/${path}`) node.parentNode?.removeChild(node);
    });
  }

  /** Adds a relationship to a part. @param kind the last part of its type @param target as written */
  relate(path: string, id: string, kind: string, target: string, external: boolean = false): void {
    this.xml(relationshipsPath(path), (root) => {
      const node = root.ownerDocument?.createElementNS(namespaces.rels, "Relationship");
      if (node === undefined) return;
      node.setAttribute("Id", id);
      node.setAttribute("Type", `${namespaces.r}/${kind}`);
      node.setAttribute("Target", target);
      if (external) node.setAttribute("TargetMode", "External");
      root.appendChild(node);
    });
  }

  /** Changes or, with `undefined`, removes the target of a relationship. */
  retarget(path: string, choose: (relation: Element) => boolean, target: string | undefined): void {
    this.xml(relationshipsPath(path), (root) => {
      const found = all(root, "rels:Relationship").find(choose);
      if (found === undefined) throw new Error(`${path} has no such relationship.`);
      if (target === undefined) root.removeChild(found);
      else found.setAttribute("Target", target);
    });
  }

  /** Changes a file within the file: a workbook. */
  nested(path: string, edit: (inner: Edited) => void): void {
    const file = this.file(path);
    const inner = new Edited(file.content);
    edit(inner);
    file.content = inner.bytes();
  }

  bytes(): Uint8Array {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((reason, chunk) => {
      if (reason) throw reason;
      chunks.push(chunk);
    });
    for (const { path, content, deflated, modified } of this.files) {
      const entry = deflated ? new ZipDeflate(path, { level: 1 }) : new ZipPassThrough(path);
      entry.mtime = modified;
      zip.add(entry);
      entry.push(content, true);
    }
    zip.end();
    return Buffer.concat(chunks);
  }
}
