/** Which parts of a template come along, under names of our own, and what is left behind. */

import type { Message } from "../../../source/diagnostic.ts";
import { templateLeftOut } from "../../../source/messages/pptx-template.ts";
import type { Part, Relationship } from "../package/part.ts";
import { endingOf } from "../package/paths.ts";
import { contentTypes, relationshipTypes } from "../package/types.ts";
import { child, type XmlElement } from "../xml/tree.ts";
import type { PartSource } from "./corporate-package.ts";
import { toldApart } from "./corporate-places.ts";
import { type LeftOutKind, prune } from "./corporate-prune.ts";

/** How a kind of part comes along. */
interface Rule {
  /** Of its new path, without a number. */
  readonly stem: string;
  /** `undefined`: as the template says. */
  readonly contentType?: string;
  /** Kept as bytes, and only if it is of such a type. */
  readonly bytes?: RegExp;
  /** The template is none without it. */
  readonly vital?: true;
  /** Each part has one of its own: PowerPoint repairs files in which two masters share a theme. */
  readonly own?: true;
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const microsoft = "http://schemas.microsoft.com/office";
const drawing = "application/vnd.openxmlformats-officedocument.drawingml";
const pictures = /^image\//u;

/** By the type of the relationship. What is not here stays behind: programs, objects, films, comments, slides. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [relationshipTypes.slideMaster, { stem: "ppt/slideMasters/slideMaster", contentType: contentTypes.slideMaster, vital: true }],
  [relationshipTypes.slideLayout, { stem: "ppt/slideLayouts/slideLayout", contentType: contentTypes.slideLayout, vital: true }],
  [relationshipTypes.notesMaster, { stem: "ppt/notesMasters/notesMaster", contentType: contentTypes.notesMaster, vital: true }],
  [relationshipTypes.theme, { stem: "ppt/theme/theme", contentType: contentTypes.theme, vital: true, own: true }],
  [
    `${office}/themeOverride`,
    { stem: "ppt/theme/themeOverride", contentType: "application/vnd.openxmlformats-officedocument.themeOverride+xml" },
  ],
  [relationshipTypes.tableStyles, { stem: "ppt/tableStyles", contentType: contentTypes.tableStyles }],
  [relationshipTypes.image, { stem: "ppt/media/image", bytes: pictures }],
  [`${microsoft}/2007/relationships/hdphoto`, { stem: "ppt/media/hdphoto", bytes: pictures }],
  // Programs with which a house keeps its templates know them by these.
  [`${office}/tags`, { stem: "ppt/tags/tag", contentType: "application/vnd.openxmlformats-officedocument.presentationml.tags+xml" }],
  [relationshipTypes.chart, { stem: "ppt/charts/chart", contentType: contentTypes.chart }],
  [`${microsoft}/2011/relationships/chartStyle`, { stem: "ppt/charts/style", contentType: "application/vnd.ms-office.chartstyle+xml" }],
  [
    `${microsoft}/2011/relationships/chartColorStyle`,
    { stem: "ppt/charts/colors", contentType: "application/vnd.ms-office.chartcolorstyle+xml" },
  ],
  [`${office}/diagramData`, { stem: "ppt/diagrams/data", contentType: `${drawing}.diagramData+xml` }],
  [`${office}/diagramLayout`, { stem: "ppt/diagrams/layout", contentType: `${drawing}.diagramLayout+xml` }],
  [`${office}/diagramQuickStyle`, { stem: "ppt/diagrams/quickStyle", contentType: `${drawing}.diagramStyle+xml` }],
  [`${office}/diagramColors`, { stem: "ppt/diagrams/colors", contentType: `${drawing}.diagramColors+xml` }],
  [
    `${microsoft}/2007/relationships/diagramDrawing`,
    { stem: "ppt/diagrams/drawing", contentType: "application/vnd.ms-office.drawingml.diagramDrawing+xml" },
  ],
]);

/** A chart's workbook: everywhere else, a package in a part is an embedded document. */
const workbook: Rule = { stem: "ppt/embeddings/Microsoft_Excel_Sheet", bytes: /spreadsheetml\.sheet$/u };

/** Why parts of these kinds stay behind. */
const reasons: ReadonlyMap<string, LeftOutKind> = new Map<string, LeftOutKind>([
  [relationshipTypes.slide, "slide"],
  [relationshipTypes.package, "object"],
  [`${office}/oleObject`, "object"],
  [`${office}/control`, "object"],
  [`${office}/video`, "media"],
  [`${office}/audio`, "media"],
  [`${microsoft}/2007/relationships/media`, "media"],
]);

/** As authors may link on slides. */
const harmless = /^(?:https?|mailto|tel):/iu;

/** Ids of masters and layouts are of one kind, from 2147483648 on; a thousand are left to masters. */
const firstLayoutId = 2_147_484_648;

interface Taken {
  readonly source: PartSource;
  readonly from: string;
  readonly path: string;
  readonly rule: Rule;
}

export class PartCollector {
  private readonly byKey = new Map<string, Taken>();
  private readonly sources: PartSource[] = [];
  private readonly counts = new Map<string, number>();
  private readonly queue: Taken[] = [];
  private readonly finished: Part[] = [];
  private layoutIds = -1;
  /** One for each thing that is left behind though something shows it. */
  readonly warnings: Message[] = [];

  /**
   * Takes a part in, with all it refers to.
   *
   * @param type of the relationship that leads to it; one of those that come along
   * @returns its path from now on
   * @throws Refusal where a part that the template needs is not there or cannot be read
   */
  take(source: PartSource, from: string, type: string): string {
    const rule = rules.get(type);
    if (rule === undefined) throw new TypeError(`Nothing of the type ${type} comes along.`);
    const { path } = this.register(source, from, rule, "");
    for (let next = this.queue.shift(); next !== undefined; next = this.queue.shift()) this.finish(next);
    return path;
  }

  /** What a part says that is written anew, without anything that its relationships were for. */
  takeElement(from: string, root: XmlElement): XmlElement {
    const pruned = prune(root, () => "default");
    for (const { what, kind } of pruned.leftOut) this.warnings.push(templateLeftOut(from, what, kind));
    return pruned.root;
  }

  /** The path from now on of a part that has come along. */
  pathOf(source: PartSource, from: string): string | undefined {
    return this.byKey.get(this.keyOf(source, from, ""))?.path;
  }

  get parts(): readonly Part[] {
    return this.finished;
  }

  private keyOf(source: PartSource, from: string, owner: string): string {
    if (!this.sources.includes(source)) this.sources.push(source);
    return `${this.sources.indexOf(source)} ${owner} ${from.toLowerCase()}`;
  }

  private register(source: PartSource, from: string, rule: Rule, owner: string): Taken {
    const key = this.keyOf(source, from, rule.own === true ? owner : "");
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const count = (this.counts.get(rule.stem) ?? 0) + 1;
    this.counts.set(rule.stem, count);
    const ending = rule.bytes === undefined ? "xml" : safeEnding(from);
    const taken = { source, from, path: `${rule.stem}${count}.${ending}`, rule };
    this.byKey.set(key, taken);
    this.queue.push(taken);
    return taken;
  }

  private finish({ source, from, path, rule }: Taken): void {
    if (rule.bytes !== undefined) {
      const contentType = source.contentType(from).toLowerCase().replace("image/jpg", "image/jpeg");
      this.finished.push({ path, contentType, content: source.bytes(from), relationships: [] });
      return;
    }
    const root = rule === rules.get(relationshipTypes.slideLayout) ? toldApart(source.xml(from)) : source.xml(from);
    const kept: Relationship[] = [];
    const fates = new Map<string, LeftOutKind>();
    for (const relationship of source.relationships(from)) {
      const fate = this.judge(source, rule, relationship);
      if (typeof fate === "string") fates.set(relationship.id, fate);
      else
        kept.push(
          fate === undefined ? relationship : { ...relationship, target: this.register(source, relationship.target, fate, from).path },
        );
    }
    const ids = new Set(kept.map(({ id }) => id));
    const pruned = prune(root, (id) => (id === "" || ids.has(id) ? undefined : (fates.get(id) ?? "missing")));
    for (const { what, kind } of pruned.leftOut) this.warnings.push(templateLeftOut(titleOf(root) ?? from, what, kind));
    const content = rule === rules.get(relationshipTypes.slideMaster) ? this.numbered(pruned.root) : pruned.root;
    this.finished.push({ path, contentType: rule.contentType ?? source.contentType(from), content, relationships: kept });
  }

  /** Layouts are counted on from one master to the next: no id may be there twice, nor be that of a master. */
  private numbered(master: XmlElement): XmlElement {
    return mapped(master, (below) =>
      below.name !== "p:sldLayoutIdLst"
        ? below
        : mapped(below, (id) => {
            this.layoutIds += 1;
            return { ...id, attributes: { ...id.attributes, id: `${firstLayoutId + this.layoutIds}` } };
          }),
    );
  }

  /** How the target comes along, `undefined` for an address, or why it does not. */
  private judge(source: PartSource, from: Rule, { type, target, external }: Relationship): Rule | LeftOutKind | undefined {
    if (external === true) return type === relationshipTypes.hyperlink && harmless.test(target) ? undefined : "link";
    const rule = type === relationshipTypes.package && from.contentType === contentTypes.chart ? workbook : rules.get(type);
    if (rule === undefined) return reasons.get(type) ?? "other";
    if (!source.has(target) && rule.vital !== true) return "missing";
    return rule.bytes?.test(source.contentType(target)) === false ? "other" : rule;
  }
}

/** Short and of letters and digits, whatever the template's file is called. */
function safeEnding(path: string): string {
  const ending = endingOf(path);
  return /^[a-z\d]{1,5}$/u.test(ending) ? ending : "bin";
}

/** The element with other child elements. */
function mapped(element: XmlElement, change: (below: XmlElement) => XmlElement): XmlElement {
  return { ...element, children: element.children.map((below) => (typeof below === "string" ? below : change(below))) };
}

/** The name of a layout, else of what is shown of it. */
function titleOf(root: XmlElement): string | undefined {
  return child(root, "p:cSld")?.attributes["name"];
}
