/** A workbook's package: its sheets by name, the strings they share, which styles are days. Nothing is worked out. */

import type { Message } from "../../../source/diagnostic.ts";
import { xlsxDamaged } from "../../../source/messages/grid.ts";
import { archiveDamaged, archiveTooLarge } from "../../../source/messages/update-file.ts";
import { XmlError } from "../../../targets/pptx/xml/error.ts";
import { openZip, ZipError, type ZipListing } from "../../../targets/pptx/zip/read.ts";
import { dateStyles } from "./styles.ts";
import { prefixed, scanXml, type XmlEvents } from "./xml.ts";

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  /** Whether a number in this style is a day, by the style's number. */
  readonly dates: readonly boolean[];
  /** Days count from 1904 in files of old Macs. */
  readonly from1904: boolean;
  /**
   * The bytes of a part.
   * @throws WorkbookError
   */
  part(path: string): Promise<Uint8Array>;
}

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Of its part. */
  readonly path: string;
}

/** Why a workbook cannot be read. */
export class WorkbookError extends Error {
  readonly words: Message;
  constructor(words: Message) {
    super(words.en);
    this.name = "WorkbookError";
    this.words = words;
  }
}

const mostParts = 5_000;
/** Of one part, unpacked: a sheet of a million cells has about 40 MB. */
const mostBytes = 64_000_000;

/** @throws WorkbookError */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<Workbook> {
  const parts = new Parts(await listing(bytes, name), name);
  const main = (await parts.relations("")).find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
  const relations = await parts.relations(main);
  const { sheets, from1904 } = await parts.scan(main, new WorkbookEvents());
  const entries = sheets.flatMap(({ id, name: sheet, hidden }): readonly SheetEntry[] => {
    const relation = relations.find((one) => one.id === id);
    if (relation === undefined) throw new WorkbookError(xlsxDamaged(main, "reference"));
    return relation.type === "worksheet" ? [{ name: sheet, hidden, path: relation.path }] : [];
  });
  const strings = relations.find(({ type }) => type === "sharedStrings");
  const styles = relations.find(({ type }) => type === "styles");
  return {
    sheets: entries,
    strings: strings === undefined ? [] : (await parts.scan(strings.path, new StringEvents())).strings,
    dates: styles === undefined ? [] : await dateStyles((events) => parts.scan(styles.path, events)),
    from1904,
    part: (path) => parts.bytes(path),
  };
}

async function listing(bytes: Uint8Array, name: string): Promise<ZipListing> {
  try {
    return await openZip(bytes, mostParts);
  } catch (reason) {
    throw faultOf(reason, name, "");
  }
}

/** The words for what went wrong in a part; anything unknown is thrown on. */
function faultOf(reason: unknown, name: string, part: string): WorkbookError {
  if (reason instanceof XmlError) return new WorkbookError(xlsxDamaged(part, reason.kind === "doctype" ? "doctype" : "xml"));
  if (!(reason instanceof ZipError)) throw reason;
  if (reason.kind === "too-large") return new WorkbookError(archiveTooLarge(name, mostBytes / 1_000_000));
  return new WorkbookError(archiveDamaged(name, reason.kind === "no-zip" ? "damaged" : reason.kind));
}

interface Relation {
  readonly id: string;
  /** The last word of its address: "worksheet". */
  readonly type: string;
  readonly path: string;
}

class Parts {
  private readonly zip: ZipListing;
  private readonly name: string;
  /** Parts by their paths in small letters: the package makes no difference. */
  private readonly paths: ReadonlyMap<string, string>;

  constructor(zip: ZipListing, name: string) {
    this.zip = zip;
    this.name = name;
    this.paths = new Map([...zip.files.keys()].map((path) => [path.toLowerCase(), path]));
  }

  async bytes(path: string): Promise<Uint8Array> {
    const found = this.paths.get(path.toLowerCase());
    if (found === undefined) throw new WorkbookError(xlsxDamaged(path, "missing"));
    if ((this.zip.files.get(found)?.size ?? 0) > mostBytes) throw new WorkbookError(archiveTooLarge(this.name, mostBytes / 1_000_000));
    const pieces: Uint8Array[] = [];
    try {
      for await (const piece of this.zip.stream(found)) pieces.push(piece);
    } catch (reason) {
      throw faultOf(reason, this.name, path);
    }
    return Buffer.concat(pieces);
  }

  async scan<Events extends XmlEvents>(path: string, events: Events): Promise<Events> {
    const bytes = await this.bytes(path);
    try {
      scanXml(bytes, events);
    } catch (reason) {
      throw faultOf(reason, this.name, path);
    }
    return events;
  }

  /** What a part refers to; "" is the package itself. */
  async relations(path: string): Promise<readonly Relation[]> {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const file = `${folder}_rels/${path.slice(folder.length)}.rels`;
    if (!this.paths.has(file.toLowerCase())) return [];
    const { found } = await this.scan(file, new RelationEvents());
    return found.map(({ id, type, target }) => ({ id, type, path: resolve(folder, target) }));
  }
}

function resolve(folder: string, target: string): string {
  const steps = (target.startsWith("/") ? target : `${folder}${target}`).split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** What most parts need of the events. */
class Quiet implements XmlEvents {
  open(_name: string, _attributes: Readonly<Record<string, string>>): void {}
  text(_content: string): void {}
  close(_name: string): void {}
}

class RelationEvents extends Quiet {
  readonly found: { readonly id: string; readonly type: string; readonly target: string }[] = [];

  override open(
    name: string,
    { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode }: Readonly<Record<string, string>>,
  ): void {
    if (name === "Relationship" && mode !== "External") this.found.push({ id, type: type.slice(type.lastIndexOf("/") + 1), target });
  }
}

class WorkbookEvents extends Quiet {
  readonly sheets: { readonly id: string; readonly name: string; readonly hidden: boolean }[] = [];
  from1904 = false;

  override open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { name: sheet = "", state = "visible", date1904 = "0" } = attributes;
    if (name === "sheet") this.sheets.push({ id: prefixed(attributes, "id") ?? "", name: unescaped(sheet), hidden: state !== "visible" });
    if (name === "workbookPr") this.from1904 = date1904 === "1" || date1904 === "true";
  }
}

class StringEvents extends Quiet {
  readonly strings: string[] = [];
  private current = "";
  private inText = false;
  /** Readings of Japanese words stand beside them. */
  private inReading = false;

  override open(name: string): void {
    if (name === "si") this.current = "";
    else if (name === "rPh") this.inReading = true;
    else if (name === "t") this.inText = !this.inReading;
  }

  override text(content: string): void {
    if (this.inText) this.current += content;
  }

  override close(name: string): void {
    if (name === "t") this.inText = false;
    else if (name === "rPh") this.inReading = false;
    else if (name === "si") this.strings.push(unescaped(this.current));
  }
}

/** Excel writes control characters as `_x000D_`. */
export function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replaceAll(/_x([\dA-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
