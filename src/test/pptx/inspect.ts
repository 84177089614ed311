/**
 * The package test: what validators of the schema miss and PowerPoint, its readers or its users do not forgive. Each rule
 * is proven by a file that it alone finds fault with (`inspect.test.ts`).
 */

import type { Fault, Rule } from "./fault.ts";
import { openPresentation, type Presentation } from "./open.ts";
import * as charts from "./rules/charts.ts";
import { connectors } from "./rules/connectors.ts";
import * as packages from "./rules/package.ts";
import * as presentation from "./rules/presentation.ts";
import * as slides from "./rules/slides.ts";

/** Each finds faults of one sort. */
export const rules: Readonly<Record<string, Rule>> = {
  "zip order": packages.zipOrder,
  "zip times": packages.zipTimes,
  "zip duplicates": packages.zipDuplicates,
  "zip deflated": packages.zipDeflated,
  "well-formed": packages.wellFormed,
  "legal characters": packages.legalCharacters,
  "soft hyphens": packages.softHyphens,
  "phantom types": packages.phantomTypes,
  "typed parts": packages.typedParts,
  "dangling relationships": packages.danglingRelationships,
  "unused relationships": packages.unusedRelationships,
  orphans: packages.orphans,
  "media twice": packages.mediaTwice,
  "guid form": packages.guidForm,
  "presentation order": presentation.presentationOrder,
  "presentation ids": presentation.presentationIds,
  masters: presentation.masters,
  "notes master": presentation.notesMaster,
  "notes slides": presentation.notesSlides,
  "theme shared": presentation.themeShared,
  sections: presentation.sections,
  "table styles": presentation.tableStyles,
  properties: presentation.properties,
  language: presentation.language,
  "theme colours": presentation.themeColours,
  "shape ids": slides.shapeIds,
  "shape names": slides.shapeNames,
  titles: slides.titles,
  "reading order": slides.readingOrder,
  alternatives: slides.alternatives,
  inside: slides.inside,
  placed: slides.placed,
  "known placeholders": slides.knownPlaceholders,
  "own geometry": slides.ownGeometry,
  "placeholder twice": slides.placeholderTwice,
  links: slides.links,
  tables: slides.tables,
  paragraphs: slides.paragraphs,
  connectors,
  axes: charts.axes,
  series: charts.series,
  workbook: charts.workbook,
  "cache is workbook": charts.cacheIsWorkbook,
  "workbook tables": charts.workbookTables,
};

/** All that is wrong with a written file. @throws Error where it is no zip */
export async function inspect(bytes: Uint8Array): Promise<readonly Fault[]> {
  return inspectOpened(await openPresentation(bytes));
}

export function inspectOpened(file: Presentation): readonly Fault[] {
  return Object.entries(rules).flatMap(([rule, check]) => check(file).map(([part, what]): Fault => ({ rule, part, what })));
}
