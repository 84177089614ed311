/** A workbook's file: what a chart's numbers are edited in. */

import { newPackage } from "../package/builder.ts";
import type { PackageBuilder, PartBuilder } from "../package/part.ts";
import { contentTypes, relationshipTypes } from "../package/types.ts";
import { namespaces, unprefixed } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import { type Cell, cellName, type Sheet, sheetNames, type Workbook } from "./sheet.ts";
import { Styles } from "./styles.ts";

/** The bytes of an `.xlsx`, not compressed, as it goes into a package that is. */
export function writeWorkbook({ sheets }: Workbook, compress = false): Uint8Array {
  const file = newPackage({ compress });
  const workbook = file.part("xl/workbook.xml");
  file.root.relate(relationshipTypes.officeDocument, workbook.path);
  const [styles, texts] = [new Styles(), new Texts()];
  const names = sheetNames(sheets.map(({ name }) => name));
  const entries = sheets.map((sheet, i) => {
    const part = file.part(`xl/worksheets/sheet${i + 1}.xml`);
    const table = addTable(sheet, i, part, file);
    file.add(part, contentTypes.worksheet, worksheetXml(sheet, i === 0, table, styles, texts));
    const id = workbook.relate(relationshipTypes.worksheet, part.path);
    return element("sheet", { name: names[i] ?? "", sheetId: i + 1, "r:id": id });
  });
  const [stylesPart, textsPart] = [file.part("xl/styles.xml"), file.part("xl/sharedStrings.xml")];
  file.add(stylesPart, contentTypes.workbookStyles, styles.toXml());
  file.add(textsPart, contentTypes.sharedStrings, texts.toXml());
  workbook.relate(relationshipTypes.styles, stylesPart.path);
  workbook.relate(relationshipTypes.sharedStrings, textsPart.path);
  file.add(
    workbook,
    contentTypes.workbookPart,
    element("workbook", { xmlns: unprefixed.spreadsheet, "xmlns:r": namespaces.r }, element("sheets", {}, ...entries)),
  );
  return file.finish();
}

/** The texts of all cells, each once. */
class Texts {
  private readonly indexes = new Map<string, number>();
  private uses = 0;

  of(text: string): number {
    this.uses += 1;
    const index = this.indexes.get(text) ?? this.indexes.size;
    this.indexes.set(text, index);
    return index;
  }

  toXml(): XmlElement {
    const items = [...this.indexes.keys()].map((text) => element("si", {}, element("t", { "xml:space": "preserve" }, text)));
    return element("sst", { xmlns: unprefixed.spreadsheet, count: this.uses, uniqueCount: items.length }, ...items);
  }
}

/** The most characters that a cell holds. */
const longestText = 32_767;

function worksheetXml(sheet: Sheet, first: boolean, table: string | undefined, styles: Styles, texts: Texts): XmlElement {
  const rows = sheet.rows.flatMap((cells, r) => {
    const written = cells.flatMap((cell, c) => (cell === undefined ? [] : [cellXml(cell, cellName(c, r), styles, texts)]));
    return written.length === 0 ? [] : [element("row", { r: r + 1 }, ...written)];
  });
  const columns = sheet.widths.map((width, i) => element("col", { min: i + 1, max: i + 1, width, customWidth: true }));
  return element(
    "worksheet",
    { xmlns: unprefixed.spreadsheet, "xmlns:r": namespaces.r },
    element("sheetViews", {}, element("sheetView", { workbookViewId: 0, ...(first ? { tabSelected: true } : {}) })),
    columns.length === 0 ? undefined : element("cols", {}, ...columns),
    element("sheetData", {}, ...rows),
    table === undefined ? undefined : element("tableParts", { count: 1 }, element("tablePart", { "r:id": table })),
  );
}

function cellXml(cell: Cell, r: string, styles: Styles, texts: Texts): XmlElement {
  const { value, formula } = cell;
  const s = styles.of(cell);
  const f = formula === undefined ? undefined : element("f", {}, formula);
  const look = s === 0 ? {} : { s };
  if (typeof value === "number") return element("c", { r, ...look }, f, element("v", {}, String(value)));
  const text = legal(value).slice(0, longestText);
  if (f !== undefined) return element("c", { r, ...look, t: "str" }, f, element("v", {}, text));
  return element("c", { r, ...look, t: "s" }, element("v", {}, String(texts.of(text))));
}

/** The id of the sheet's relationship to its table, if it has one. */
function addTable({ rows, table }: Sheet, index: number, sheet: PartBuilder, file: PackageBuilder): string | undefined {
  if (table === undefined || table.rows < 2 || table.columns < 1) return undefined;
  const part = file.part(`xl/tables/table${index + 1}.xml`);
  const columns = Array.from({ length: table.columns }, (_, i) =>
    element("tableColumn", { id: i + 1, name: legal(String(rows[0]?.[i]?.value ?? "")) }),
  );
  const name = index === 0 ? "Daten" : `Daten${index + 1}`;
  file.add(
    part,
    contentTypes.workbookTable,
    element(
      "table",
      {
        xmlns: unprefixed.spreadsheet,
        id: index + 1,
        name,
        displayName: name,
        ref: `A1:${cellName(table.columns - 1, table.rows - 1)}`,
        totalsRowShown: false,
      },
      element("tableColumns", { count: columns.length }, ...columns),
      element("tableStyleInfo", {
        name: "TableStyleLight1",
        showFirstColumn: false,
        showLastColumn: false,
        showRowStripes: true,
        showColumnStripes: false,
      }),
    ),
  );
  return sheet.relate(relationshipTypes.table, part.path);
}
