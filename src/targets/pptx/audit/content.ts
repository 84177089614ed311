/**
 * What a PowerPoint file says, as far as numbers may stand in it: texts by shape, tables by row, charts by value. Plain
 * values: the same for a file that is being written and for one that came back, and they pass between threads.
 */

/** All of one file. */
export interface FileContent {
  /** What the file itself says of the figures in it, as it was written; absent where it never had that or lost it. */
  readonly record?: string;
  /** Of the file's properties. */
  readonly title?: string;
  readonly description?: string;
  readonly slides: readonly SlideContent[];
}

export interface SlideContent {
  /** As the file names it, which is the slide's id as long as nothing drops it. */
  readonly name?: string;
  readonly title: string;
  /** Set where a show leaves it out. */
  readonly isHidden?: true;
  /** In reading order. */
  readonly units: readonly Unit[];
  readonly charts: readonly ChartContent[];
}

export type UnitRole = "text" | "table" | "alternative" | "chart" | "sheet" | "note";

/** Lines that belong together: the paragraphs of a shape, the rows of a table, an alternative text. */
export interface Unit {
  readonly role: UnitRole;
  /** The shape's name. */
  readonly shape: string;
  /** Of a table or sheet the texts of each row's cells, of others one text each. No line is empty. */
  readonly lines: readonly (readonly string[])[];
}

export interface ChartContent {
  /** The shape's name. */
  readonly shape: string;
  readonly categories: readonly string[];
  /** Set where the categories are days as spreadsheets count them. */
  readonly isDated?: true;
  readonly series: readonly SeriesContent[];
  /** Where its axes of values begin and end; absent in records of earlier versions. */
  readonly ranges?: readonly ChartRange[];
  /** Codes by which its labels and axes write numbers, each once; absent in records of earlier versions. */
  readonly formats?: readonly string[];
  /** Of the workbook behind the chart; absent where the file has none. */
  readonly sheets?: readonly SheetContent[];
  /** Set where there is a workbook that cannot be read. */
  readonly unreadable?: true;
}

/** A side that is absent is set by the program that shows it. */
export interface ChartRange {
  readonly min?: number;
  readonly max?: number;
}

export interface SeriesContent {
  readonly name: string;
  /** By category; `null` at gaps. */
  readonly values: readonly (number | null)[];
  /** Its own categories, where they are others than the chart's. */
  readonly categories?: readonly string[];
  /** Where in the workbook they come from: "Daten!$B$2:$B$9". */
  readonly reference?: string;
}

export interface SheetContent {
  readonly name: string;
  /** Rows of cells from A1 on; `null` where there is none. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}
