/** The bytes of a PowerPoint file from anywhere → what it says. Nothing in it is believed, run or fetched. */

import type { Message } from "../../../source/diagnostic.ts";
import {
  auditDamaged,
  auditMacros,
  auditNoPresentation,
  auditOldOrLocked,
  auditStrict,
  auditTooLarge,
} from "../../../source/messages/audit-file.ts";
import { relationshipsPath } from "../package/paths.ts";
import { XmlError } from "../xml/error.ts";
import { readXml } from "../xml/read.ts";
import { child, childrenOf, textOf, type XmlElement } from "../xml/tree.ts";
import { readZip, ZipError } from "../zip/read.ts";
import { chartValues } from "./charts.ts";
import type { ChartContent, FileContent, SlideContent, Unit } from "./content.ts";
import { recordNamespace } from "./record.ts";
import { chartTexts, plain, slideTexts } from "./texts.ts";
import { targetsOf, workbookSheets } from "./workbook.ts";

/** Why a file cannot be read. */
export class UnreadableFile extends Error {
  readonly words: Message;
  constructor(words: Message) {
    super(words.en);
    this.name = "UnreadableFile";
    this.words = words;
  }
}

/** MB of what is looked at, unpacked: 1,000 slides have 25. */
const mostUnpacked = 256;
/** MB of one part: a slide of a thousand shapes has one. */
const mostPart = 32;
const mega = 1_000_000;
const mostSlides = 5000;
/** Pictures, sounds and fonts hold no numbers that could be compared. */
const unwanted = /^ppt\/(?:media|fonts)\/|\.(?:png|jpe?g|gif|emf|wmf|svg|mp[34]|wav|fntdata)$/i;

/**
 * @param name of the file, for people
 * @throws UnreadableFile
 */
export async function readPresentation(bytes: Uint8Array, name: string): Promise<FileContent> {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  if (start === "d0cf11e0a1b11ae1") throw new UnreadableFile(auditOldOrLocked(name));
  try {
    const files = await readZip(bytes, { wanted: (path) => !unwanted.test(path), mostBytes: mostUnpacked * mega });
    return await new Reader(name, files).read();
  } catch (reason) {
    throw reason instanceof ZipError ? new UnreadableFile(zipWords(reason, name)) : reason;
  }
}

function zipWords({ kind }: ZipError, name: string): Message {
  switch (kind) {
    case "no-zip":
      return auditNoPresentation(name);
    case "encrypted":
      return auditOldOrLocked(name);
    case "too-large":
    case "too-many-files":
      return auditTooLarge(name, mostUnpacked);
    case "truncated":
    case "unsafe-path":
    case "duplicate":
    case "unsupported":
    case "damaged":
      return auditDamaged(name, "");
  }
}

class Reader {
  private readonly name: string;
  private readonly files: ReadonlyMap<string, Uint8Array>;

  constructor(name: string, files: ReadonlyMap<string, Uint8Array>) {
    this.name = name;
    this.files = files;
  }

  async read(): Promise<FileContent> {
    const main = targetsOf(this.xml(relationshipsPath("")), "").find(({ type }) => type === "officeDocument")?.path;
    if (main === undefined || !this.files.has(main)) throw new UnreadableFile(auditNoPresentation(this.name));
    this.checkKind(main);
    const root = this.xml(main);
    if (root === undefined || !root.name.endsWith("presentation")) throw new UnreadableFile(auditNoPresentation(this.name));
    // In the strict variant all names are in other namespaces.
    if (root.name !== "p:presentation") throw new UnreadableFile(auditStrict(this.name));
    const relationships = targetsOf(this.xml(relationshipsPath(main)), main);
    const byId = new Map(relationships.map(({ id, path }) => [id, path]));
    const list = child(root, "p:sldIdLst");
    const paths = (list === undefined ? [] : childrenOf(list, "p:sldId")).map((node) => byId.get(node.attributes["r:id"] ?? "") ?? "");
    if (paths.length > mostSlides) throw new UnreadableFile(auditTooLarge(this.name, mostUnpacked));
    const slides: SlideContent[] = [];
    for (const path of paths) slides.push(await this.slide(path));
    const record = this.record();
    return { ...this.properties(), ...(record !== undefined && { record }), slides };
  }

  private async slide(path: string): Promise<SlideContent> {
    const root = this.xml(path);
    if (root === undefined) throw new UnreadableFile(auditDamaged(this.name, path));
    const targets = targetsOf(this.xml(relationshipsPath(path)), path);
    const { charts, units, ...own } = slideTexts(root);
    const notes = targets.find(({ type }) => type === "notesSlide");
    const page = notes && this.xml(notes.path);
    const [texts, drawn]: [Unit[], ChartContent[]] = [[], []];
    for (const { shape, relationship } of charts) {
      const target = targets.find(({ id }) => id === relationship)?.path;
      const chart = target === undefined ? undefined : this.xml(target);
      if (target === undefined || chart === undefined) continue;
      const beside = targetsOf(this.xml(relationshipsPath(target)), target);
      const drawing = beside.find(({ type }) => type === "chartUserShapes");
      const over = drawing && this.xml(drawing.path);
      texts.push(...chartTexts(shape, over === undefined ? [chart] : [chart, over]));
      drawn.push({ shape, ...chartValues(chart), ...(await this.workbook(beside.find(({ type }) => type === "package")?.path)) });
    }
    return { ...own, units: [...units, ...texts, ...(page === undefined ? [] : slideTexts(page, "note").units)], charts: drawn };
  }

  private async workbook(path: string | undefined): Promise<Pick<ChartContent, "sheets" | "unreadable">> {
    const bytes = path === undefined ? undefined : this.files.get(path);
    if (bytes === undefined) return {};
    try {
      return { sheets: await workbookSheets(bytes) };
    } catch (reason) {
      if (reason instanceof ZipError || reason instanceof XmlError) return { unreadable: true };
      throw reason;
    }
  }

  /** Found by what it is: programs rename and relate it otherwise. */
  private record(): string | undefined {
    for (const [path, content] of this.files) {
      if (!/^customXml\/[^/]+\.xml$/i.test(path) || content.length > mostUnpacked * mega) continue;
      if (!Buffer.from(content.subarray(0, 2000)).includes(recordNamespace)) continue;
      const root = this.xml(path);
      if (root !== undefined && /(?:^|:)audit$/.test(root.name)) return textOf(root);
    }
    return undefined;
  }

  private properties(): Pick<FileContent, "title" | "description"> {
    const root = this.xml("docProps/core.xml");
    const said = (name: string): string => plain(textOf(child(root, name) ?? none));
    const [title, description] = [said("dc:title"), said("dc:description")];
    return { ...(title !== "" && { title }), ...(description !== "" && { description }) };
  }

  /** What the package says that its main part is. */
  private checkKind(main: string): void {
    const types = this.xml("[Content_Types].xml");
    const named = types && childrenOf(types).find(({ attributes }) => attributes["PartName"] === `/${main}`);
    const type = named?.attributes["ContentType"] ?? "";
    const hasMacros = [...this.files.keys()].some((path) => /vbaProject\.bin$/i.test(path));
    if (hasMacros || /macroEnabled/i.test(type)) throw new UnreadableFile(auditMacros(this.name));
    if (type !== "" && !/presentationml/i.test(type)) throw new UnreadableFile(auditNoPresentation(this.name));
  }

  private xml(path: string): XmlElement | undefined {
    const content = this.files.get(path);
    if (content === undefined) return undefined;
    if (content.length > mostPart * mega) throw new UnreadableFile(auditTooLarge(this.name, mostPart));
    try {
      return readXml(content);
    } catch (reason) {
      throw reason instanceof XmlError ? new UnreadableFile(auditDamaged(this.name, path)) : reason;
    }
  }
}

const none: XmlElement = { name: "", attributes: {}, children: [] };
