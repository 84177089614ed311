/** The house's own PowerPoint template, made of `theme/`: what `template.ts` wants, whole. */

import { canvases, type CanvasName, type LayoutName, layouts } from "../../../../theme/layouts.ts";
import type { Part } from "../package/part.ts";
import { relationshipTypes } from "../package/types.ts";
import type { Picture } from "../slide/context.ts";
import { element } from "../xml/tree.ts";
import { houseLogo } from "./house-logo.ts";
import { layoutPart, templateRegions } from "./layout.ts";
import { language, otherLevels, paragraphLevels } from "./list-style.ts";
import { masterPart } from "./master.ts";
import { notesMasterPart, notesSize } from "./notes-master.ts";
import { houseTableStyle, tableStylesPart } from "./table-style.ts";
import type { Template, TemplateLayout } from "./template.ts";
import { themePart } from "./theme.ts";

/** From `theme/brand/`. */
export interface HouseBrand {
  readonly logo?: Picture;
  /** The same logo as PNG or JPEG, for programs that cannot draw an SVG one. */
  readonly raster?: Picture;
  /** Plain text. */
  readonly claim?: string;
}

const paths = {
  theme: "ppt/theme/theme1.xml",
  notesTheme: "ppt/theme/theme2.xml",
  master: "ppt/slideMasters/slideMaster1.xml",
  notesMaster: "ppt/notesMasters/notesMaster1.xml",
  tableStyles: "ppt/tableStyles.xml",
} as const;

const themeName = "Landkreis Cloppenburg";

export function houseTemplate(canvas: CanvasName, brand: HouseBrand): Template {
  const logo = brand.logo && houseLogo(brand.logo, brand.raster);
  const still = { ...(logo && { logo }), ...(brand.claim !== undefined && { claim: brand.claim }) };
  const names = layoutNames(canvas);
  const layoutPaths = names.map((_, i) => `ppt/slideLayouts/slideLayout${i + 1}.xml`);
  const at = (i: number): string => layoutPaths[i] ?? "";
  const parts: readonly Part[] = [
    themePart(paths.theme, themeName, true),
    masterPart(paths.master, canvas, layoutPaths, paths.theme),
    ...names.map((name, i) => layoutPart(at(i), name, canvas, still, paths.master)),
    ...(logo?.parts ?? []),
    themePart(paths.notesTheme, `${themeName}, Notizen`, false),
    notesMasterPart(paths.notesMaster, canvas, paths.notesTheme),
    tableStylesPart(paths.tableStyles),
  ];
  return {
    size: canvases[canvas],
    notesSize,
    parts,
    masters: [paths.master],
    notesMaster: paths.notesMaster,
    presentationParts: [
      { type: relationshipTypes.theme, target: paths.theme },
      { type: relationshipTypes.tableStyles, target: paths.tableStyles },
    ],
    tableStyle: houseTableStyle,
    defaultTextStyle: element(
      "p:defaultTextStyle",
      {},
      element("a:defPPr", {}, element("a:defRPr", { lang: language })),
      ...paragraphLevels(otherLevels),
    ),
    layouts: new Map(names.map((name, i): [LayoutName, TemplateLayout] => [name, { path: at(i), regions: templateRegions(name, canvas) }])),
  };
}

/** In the order of PowerPoint's gallery. */
function layoutNames(canvas: CanvasName): readonly LayoutName[] {
  return Object.values(layouts[canvas]).map(({ name }) => name);
}
