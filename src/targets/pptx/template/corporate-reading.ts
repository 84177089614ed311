/** For tests: reads templates for decks as a line of YAML and a table describe them, and says briefly what came of it. */

import { expect } from "vitest";
import { readSettings } from "../../../deck/settings.ts";
import type { Outcome } from "../../../source/diagnostic.ts";
import { toSource } from "../../../source/source.ts";
import { isLayoutName, type LayoutName } from "../../../../theme/layouts.ts";
import { readTemplate, type Wanted } from "./corporate.ts";
import { darkSketch, type Files, germanSketch, smallSketch, templateFiles, zipped } from "./corporate-testing.ts";
import type { RegionUse } from "./corporate-uses.ts";
import type { Template } from "./template.ts";

/** By layout: its regions, each with the kinds of what stands in it. */
export type Uses = Partial<Record<LayoutName, Readonly<Record<string, string>>>>;

const kindNames = ["text", "chart", "table", "picture"] as const;

/** What a deck with that `template:` wants, each layout with its regions and the kinds of what stands in them. */
function wanted(template: string, uses: Uses): Wanted {
  const { value, diagnostics } = readSettings(toSource("slides/x/deck.yaml", `title: T\ntemplate: ${template}\n`));
  expect(diagnostics).toEqual([]);
  if (value?.template === undefined) throw new Error("no template");
  const layouts = Object.keys(uses)
    .filter(isLayoutName)
    .map((layout) => ({
      layout,
      slides: [`01-${layout}`],
      pairings: [],
      charts: Object.values(uses[layout] ?? {}).some((kinds) => kinds.includes("chart")) ? [`01-${layout}`] : [],
      regions: new Map(
        Object.entries(uses[layout] ?? {}).map(([region, kinds]): [string, RegionUse] => [
          region,
          { slides: [`01-${layout}`], kinds: new Set(kindNames.filter((kind) => kinds.split(" ").includes(kind))) },
        ]),
      ),
    }));
  return { settings: value.template, canvas: "16:9", uses: layouts };
}

export const german: Files = templateFiles(germanSketch);
export const small: Files = templateFiles(smallSketch);
export const dark: Files = templateFiles(darkSketch);

/** @param template what `template:` of `deck.yaml` says */
export function read(files: Files, template: string, uses: Uses): Promise<Outcome<Template>> {
  return readTemplate(zipped(files), wanted(template, uses));
}

/** Code and place of each diagnostic. */
export function told({ diagnostics }: Outcome<Template>): readonly string[] {
  return diagnostics.map(
    ({ severity, message, span }) => `${severity === "error" ? "" : "! "}${message.code} @ ${span.source.text.slice(span.start, span.end)}`,
  );
}

/** Type and index of the placeholder of each region. */
export function regionsOf({ value }: Outcome<Template>, layout: LayoutName): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...(value?.layouts.get(layout)?.regions ?? [])].map(([name, { placeholder }]) => [
      name,
      [placeholder.type, placeholder.idx].filter((part) => part !== undefined).join(" "),
    ]),
  );
}

export const title: Readonly<Record<string, string>> = { title: "text" };
export const data: Readonly<Record<string, string>> = { ...title, source: "text", page: "text" };
