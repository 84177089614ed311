/** Collects what a file will say, while it is written: its parts are forgotten as they are compressed. */

import { describe } from "../../../data/expression/describe.ts";
import { dataOf, type Datum, isMissing, type Quantity } from "../../../data/figure.ts";
import { type Appearance, appearancesOf } from "../../../deck/ledger/appearances.ts";
import type { Deck, Slide } from "../../../deck/model.ts";
import { plainText } from "../../../deck/plain-text.ts";
import type { FinishablePackage } from "../package/builder.ts";
import { guidOf } from "../package/ids.ts";
import type { PartBuilder } from "../package/part.ts";
import type { Sheet } from "../workbook/sheet.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import { chartValues } from "./charts.ts";
import type { ChartContent, SheetContent, Unit } from "./content.ts";
import {
  type AuditRecord,
  recordNamespace,
  type RecordedClaim,
  type RecordedDatum,
  type RecordedFigure,
  type RecordedSlide,
} from "./record.ts";
import { chartTexts, plain, slideTexts } from "./texts.ts";

interface Chart {
  readonly root: XmlElement;
  readonly drawing: XmlElement | undefined;
  readonly sheets: readonly Sheet[];
}

export class Recorder {
  private readonly charts = new Map<string, Chart>();
  private readonly notes = new Map<string, readonly Unit[]>();
  private readonly slides: RecordedSlide[] = [];
  private readonly data = new Table<RecordedDatum>();
  private readonly figures = new Table<RecordedFigure>();
  private readonly ofDatum = new Map<Datum, number>();

  /** @param relationship the id by which the slide names it */
  chart(slide: PartBuilder, relationship: string, chart: Chart): void {
    this.charts.set(`${slide.path} ${relationship}`, chart);
  }

  /** @param slide whose notes they are */
  notesPage(slide: PartBuilder, root: XmlElement): void {
    this.notes.set(slide.path, slideTexts(root, "note").units);
  }

  slide(part: PartBuilder, slide: Slide, root: XmlElement): void {
    const { title, units, charts } = slideTexts(root);
    const [texts, drawn]: [Unit[], ChartContent[]] = [[], []];
    for (const { shape, relationship } of charts) {
      const chart = this.charts.get(`${part.path} ${relationship}`);
      if (chart === undefined) continue;
      texts.push(...chartTexts(shape, chart.drawing === undefined ? [chart.root] : [chart.root, chart.drawing]));
      drawn.push({ shape, ...chartValues(chart.root), sheets: chart.sheets.map(sheetContent) });
      this.charts.delete(`${part.path} ${relationship}`);
    }
    const appearances = appearancesOf(slide).all;
    this.slides.push({
      id: slide.id,
      title,
      units: [...units, ...texts, ...(this.notes.get(part.path) ?? [])],
      charts: drawn,
      figures: appearances.flatMap((each) => this.figure(each)),
      claims: appearances.flatMap(claimOf),
    });
    this.notes.delete(part.path);
  }

  finish({ id, title, asOf, knownOn }: Deck): AuditRecord {
    const deck = { version: 1, deck: id, title, asOf, ...(knownOn !== undefined && { knownOn }) } as const;
    return { ...deck, data: this.data.all, figures: this.figures.all, slides: this.slides };
  }

  private figure({ shown }: Appearance): readonly number[] {
    if (shown.kind === "claim") return [];
    const quantity: Quantity = shown.kind === "figure" ? shown.figure : { value: 0, unit: "", origin: shown.origin };
    const data = dataOf(quantity).map((datum) => this.datum(datum));
    if (shown.kind === "bound") return [this.figures.of({ text: plain(shown.text), expression: describe(quantity), data })];
    const { value, unit, format, text } = shown.figure;
    const own = { text: plain(text), ...(!isMissing(value) && { value }), ...(unit !== "" && { unit }) };
    return [this.figures.of({ ...own, expression: describe(quantity), format, data })];
  }

  private datum(datum: Datum): number {
    let index = this.ofDatum.get(datum);
    if (index === undefined) {
      const { dataset, path, release } = datum;
      const { stichtag, knownOn } = release;
      index = this.data.of({ dataset: dataset.id, path, stichtag, ...(knownOn !== undefined && { knownOn }) });
      this.ofDatum.set(datum, index);
    }
    return index;
  }
}

/** Things in order, the same but once. */
class Table<T> {
  readonly all: T[] = [];
  private readonly indexes = new Map<string, number>();

  of(value: T): number {
    const key = JSON.stringify(value);
    let index = this.indexes.get(key);
    if (index === undefined) {
      index = this.all.push(value) - 1;
      this.indexes.set(key, index);
    }
    return index;
  }
}

function claimOf({ shown }: Appearance): readonly RecordedClaim[] {
  return shown.kind === "claim" ? [{ text: plain(plainText(shown.content)), condition: shown.condition }] : [];
}

/** As a reader finds it: without what is empty at the end of a row. */
function sheetContent({ name, rows }: Sheet): SheetContent {
  return {
    name,
    rows: rows.map((row) => {
      const filled = row.slice(0, row.findLastIndex((cell) => cell !== undefined) + 1);
      return filled.map((cell) => (typeof cell?.value === "string" ? legal(cell.value) : (cell?.value ?? null)));
    }),
  };
}

const types = {
  relationship: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml",
  properties: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps",
  content: "application/xml",
  propertiesContent: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
} as const;
const itemNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

/** Takes the record into the package, as data of the presentation. */
export function addRecord(file: FinishablePackage, presentation: PartBuilder, record: AuditRecord): void {
  const item = file.part(file.next("customXml/item", "xml"));
  const properties = file.part(file.next("customXml/itemProps", "xml"));
  const id = guidOf(`audit\n${record.deck}`);
  file.add(
    properties,
    types.propertiesContent,
    element(
      "ds:datastoreItem",
      { "xmlns:ds": itemNamespace, "ds:itemID": id },
      element("ds:schemaRefs", {}, element("ds:schemaRef", { "ds:uri": recordNamespace })),
    ),
  );
  item.relate(types.properties, properties.path);
  file.add(item, types.content, element("audit", { xmlns: recordNamespace }, legal(JSON.stringify(record))));
  presentation.relate(types.relationship, item.path);
}
