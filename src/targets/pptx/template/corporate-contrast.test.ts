import { hsl } from "d3-color";
import { expect, it } from "vitest";
import { compiled } from "../../../deck/testing.ts";
import { speak } from "../../../source/diagnostic.ts";
import { type ColourName, colours } from "../../../../theme/tokens.ts";
import { readTemplate, wantedOf } from "./corporate.ts";
import { colour, scheme } from "./colour.ts";
import { faintOf, hexOf } from "./corporate-contrast.ts";
import type { Pairing } from "./corporate-pairings.ts";
import { changed, type Files, zipped } from "./corporate-testing.ts";
import { german } from "./corporate-reading.ts";
import { usesOf } from "./corporate-uses.ts";

const names = Object.keys(colours).filter((name): name is ColourName => name in colours);
const house = new Map(Object.entries(scheme).map(([slot, name]) => [slot, colours[name].slice(1)]));

it.each(names)("reckons %s as PowerPoint does", (name) => {
  const [wanted, got] = [hsl(colours[name]).rgb(), hsl(`#${hexOf(colour(name), house, new Map())}`).rgb()];
  for (const channel of ["r", "g", "b"] as const) expect(Math.abs(wanted[channel] - got[channel])).toBeLessThanOrEqual(1);
});

const pair = (text: ColourName, large: boolean): Pairing => ({ text, on: "background", large });

it("knows the contrast of white and black, and names what it compares", () => {
  const palette = new Map([
    ["dk1", "000000"],
    ["lt1", "FFFFFF"],
    ["accent1", "777777"],
    ["accent2", "767676"],
  ]);
  expect(faintOf([pair("ink", false), pair("series-2", false)], palette, "FFFFFF")).toEqual([]);
  expect(faintOf([pair("series-1", true)], palette, "FFFFFF")).toEqual([]);
  const [faint] = faintOf([pair("series-1", false)], palette, "ffffff");
  expect(faint).toMatchObject({ text: { name: "accent1", change: "none" }, on: "background", wanted: 4.5 });
  expect(faint?.ratio).toBeCloseTo(4.478, 3);
  const [black] = faintOf([{ text: "ink", on: "ink", large: true }], palette, "FFFFFF");
  expect(black?.ratio).toBe(1);
  // A theme that lacks a colour is told elsewhere, and nothing is guessed.
  expect(faintOf([pair("series-3", false)], palette, "FFFFFF")).toEqual([]);
});

const slides = {
  "01-a": "# A\n\n```figures\nitems: [{ value: orte.Aurach, label: Personen }]\n```",
  "02-b":
    "---\nlayout: chart\n---\n# B\n\n```chart\nkind: percent\nseries: [{ label: Eins, data: orte }, { label: Zwei, data: orte }, { label: Drei, data: orte }]\n```",
  "03-c": "---\nlayout: chart\n---\n# C\n\n```chart\nkind: progress\nvalue: orte.Aurach\nwhole: sum(orte)\n```",
};

const settings =
  "title: T\nas_of: 2021-01-01\ntemplate: { file: t.potx, regions: { kicker: none }, layouts: { content: Titel und Inhalt, chart: Titel und Inhalt } }";

async function warnings(files: Files): Promise<readonly string[]> {
  const { value: deck, diagnostics: faults } = compiled(slides, settings);
  const wanted = deck && wantedOf(deck);
  if (wanted === undefined) throw new Error(faults.map((fault) => speak(fault, "en")).join("\n"));
  return (await readTemplate(zipped(files), wanted)).diagnostics.map(
    ({ severity, message }) => `${severity} ${message.code} ${message.en}`,
  );
}

const themed = (slot: string, hex: string): Files =>
  changed(german, "ppt/theme/theme1.xml", (xml) =>
    xml.replace(new RegExp(`(<a:${slot}>).*?(</a:${slot}>)`, "u"), `$1<a:srgbClr val="${hex}"/>$2`),
  );

const master = (fill: string): Files =>
  changed(german, "ppt/slideMasters/slideMaster1.xml", (xml) =>
    xml.replace(/<p:bg>.*<\/p:bg>/u, `<p:bg><p:bgPr>${fill}<a:effectLst/></p:bgPr></p:bg>`),
  );

it("says once per template which colours make text hard to read, and on what", async () => {
  const told = "warning template-faint In the template's theme colours, text of charts or key figures is hard to read: ";
  const onRed = "“Text/Background – Dark 1” on “Accent 2” 2.8:1, not 4.5:1";
  const onGreen = "“Text/Background – Light 1” on “Accent 3” 3.7:1, not 4.5:1";
  const advice = ". Change the theme's colours, choose others in the chart, or recolour the text in PowerPoint.";
  expect(await warnings(german)).toEqual([`${told}${onRed}; ${onGreen}${advice}`]);
  // What stands on the other colours is left alone.
  expect(await warnings(themed("accent3", "006060"))).toEqual([`${told}${onRed}${advice}`]);
  const pale = "“Text/Background – Dark 2” on the background 1.5:1, not 3.0:1";
  expect(await warnings(themed("dk2", "B8D8C8"))).toEqual([expect.stringContaining(pale)]);
});

it("reads the ground that slides stand on", async () => {
  const muted = "“Text/Background – Dark 1”, lightened, on the background";
  expect(await warnings(master('<a:solidFill><a:srgbClr val="808080"/></a:solidFill>'))).toEqual([expect.stringContaining(muted)]);
  expect(await warnings(master('<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr></a:solidFill>'))).toEqual([
    expect.stringContaining(muted),
  ]);
  expect(await warnings(master('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'))).toEqual(await warnings(german));
});

it("finds nothing faint in the house's own colours", () => {
  const { value: deck } = compiled(slides, settings);
  const pairings = (deck === undefined ? [] : usesOf(deck)).flatMap((use) => use.pairings);
  expect(pairings.length).toBeGreaterThan(4);
  expect(faintOf(pairings, house, colours.ground.slice(1))).toEqual([]);
});
