/** House layouts → the template's layouts, by name or as mapped. What is not certain is told and not guessed. */

import type { LayoutMapping, TemplateSettings } from "../../../deck/model.ts";
import { error, type Diagnostic, warning } from "../../../source/diagnostic.ts";
import { layoutAmbiguous, layoutUnknown, layoutUnmatched, templateDark } from "../../../source/messages/pptx-template-match.ts";
import { type FaintText, templateFaint } from "../../../source/messages/pptx-template-colours.ts";
import { templateFontUnknown } from "../../../source/messages/pptx-template.ts";
import { nearest } from "../../../source/nearest.ts";
import type { Span } from "../../../source/source.ts";
import { type CanvasName, type LayoutName, layoutOf } from "../../../../theme/layouts.ts";
import { faintOf } from "./corporate-contrast.ts";
import { isKnownFont } from "./corporate-fonts.ts";
import type { FoundLayout } from "./corporate-layouts.ts";
import { pairingOn } from "./corporate-pairings.ts";
import { named } from "./corporate-names.ts";
import { RegionMatcher } from "./corporate-regions.ts";
import { toRegion } from "./corporate-scale.ts";
import type { LayoutUse } from "./corporate-uses.ts";
import type { TemplateLayout } from "./template.ts";

/**
 * @param pathOf where a layout's part stands from now on
 * @returns the layouts that were found; one whose regions were not all found is there with the others
 */
export function matchLayouts(
  uses: readonly LayoutUse[],
  settings: TemplateSettings,
  canvas: CanvasName,
  found: readonly FoundLayout[],
  pathOf: (layout: FoundLayout) => string,
): { readonly layouts: ReadonlyMap<LayoutName, TemplateLayout>; readonly diagnostics: readonly Diagnostic[] } {
  const report: Diagnostic[] = [];
  const layouts = new Map<LayoutName, TemplateLayout>();
  const unknownFonts = new Set<string>();
  const faint: FaintText[] = [];
  for (const use of uses) {
    const mapping = settings.layouts.get(use.layout);
    const layout = findLayout(use, mapping, settings.file.span, found, report);
    if (layout === undefined) continue;
    const house = layoutOf(use.layout, canvas);
    const regions = new RegionMatcher({ use, settings, canvas, house, layout, report }).match();
    const content = regions.find(({ kind }) => kind === "content") ?? regions.find(({ kind }) => kind === "title");
    const ground = content?.placeholder.light === true ? "blue" : "plain";
    if (ground === "blue" && use.charts.length > 0) {
      report.push(error(placeOf(mapping, settings.file.span), templateDark(use.layout, layout.name, use.charts)));
    }
    const pairings = use.pairings.map((pairing) => pairingOn(ground, pairing));
    faint.push(...faintOf(pairings, layout.palette, layout.background));
    for (const { placeholder } of regions) if (!isKnownFont(placeholder.face.name)) unknownFonts.add(placeholder.face.name);
    layouts.set(use.layout, {
      path: pathOf(layout),
      ground,
      regions: new Map(regions.map((match) => [match.region, toRegion(match, house)])),
    });
  }
  if (faint.length > 0) report.push(warning(settings.file.span, templateFaint(distinct(faint))));
  if (unknownFonts.size > 0) report.push(warning(settings.file.span, templateFontUnknown([...unknownFonts])));
  return { layouts, diagnostics: report };
}

/** Each pair of colours once, the faintest first. */
function distinct(faint: readonly FaintText[]): readonly FaintText[] {
  const known = new Map(faint.map((one) => [JSON.stringify(one), one]));
  return [...known.values()].toSorted((a, b) => a.ratio - b.ratio);
}

function findLayout(
  { layout, slides }: LayoutUse,
  mapping: LayoutMapping | undefined,
  file: Span,
  found: readonly FoundLayout[],
  report: Diagnostic[],
): FoundLayout | undefined {
  const wanted = mapping?.name?.name ?? layout;
  const place = placeOf(mapping, file);
  const matches = named(wanted, found);
  const [match] = matches;
  if (match !== undefined && matches.length === 1) return match;
  const names = [...new Set(found.map(({ name }) => name))];
  const near = nearest(wanted, names);
  report.push(
    error(
      place,
      match !== undefined
        ? layoutAmbiguous(
            match.name,
            matches.map(({ master }) => master),
          )
        : mapping?.name === undefined
          ? layoutUnmatched(layout, slides, near, names)
          : layoutUnknown(wanted, near, names),
    ),
  );
  return undefined;
}

function placeOf(mapping: LayoutMapping | undefined, file: Span): Span {
  return mapping?.name?.span ?? mapping?.span ?? file;
}
