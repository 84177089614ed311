/** What a template's presentation says besides its masters: how text begins, and how tables look by default. */

import { expect, it } from "vitest";
import type { Outcome } from "../../../source/diagnostic.ts";
import { relationshipTypes } from "../package/types.ts";
import { childrenOf, descendants, type XmlElement } from "../xml/tree.ts";
import { german, read, title, told } from "./corporate-reading.ts";
import { changed, type Files } from "./corporate-testing.ts";
import { houseTableStyle } from "./table-style.ts";
import type { Template } from "./template.ts";

const presentation = "ppt/presentation.xml";
const styles = "ppt/tableStyles.xml";
const mediumStyle = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}";
const own = "{12345678-9ABC-4DEF-8123-456789ABCDEF}";

function readGerman(files: Files): Promise<Outcome<Template>> {
  return read(files, "{ file: t.potx, layouts: { content: Titel und Inhalt } }", { content: title });
}

function elementsOf(root: XmlElement): readonly XmlElement[] {
  return [root, ...childrenOf(root).flatMap(elementsOf)];
}

it.each([
  ["a picture as bullet", '<a:defRPr sz="1800"', '<a:buBlip><a:blip r:embed="rId77"/></a:buBlip><a:defRPr sz="1800"'],
  ["a bullet of a picture that is there", '<a:defRPr sz="1800"', '<a:buBlip><a:blip r:embed="rId1"/></a:buBlip><a:defRPr sz="1800"'],
  ["a picture without a name", '<a:defRPr sz="1800"', '<a:buBlip><a:blip r:embed=""/></a:buBlip><a:defRPr sz="1800"'],
  [
    "a link",
    '<a:latin typeface="+mn-lt"/>',
    '<a:latin typeface="+mn-lt"/><a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>',
  ],
  [
    "text filled with a picture",
    '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>',
    '<a:blipFill><a:blip r:embed="rId77"/><a:stretch/></a:blipFill>',
  ],
  ["an extension", "</a:lvl1pPr>", '<a:extLst><a:ext uri="{x}"><b:c xmlns:b="urn:b" r:id="rId77"/></a:ext></a:extLst></a:lvl1pPr>'],
])("leaves %s behind with which text would begin, and says so", async (_, before, after) => {
  const outcome = await readGerman(changed(german, presentation, (text) => text.replace(before, after)));
  expect(told(outcome)).toEqual(["! template-left-out @ t.potx"]);
  const defaults = outcome.value?.defaultTextStyle;
  const elements = defaults === undefined ? [] : elementsOf(defaults);
  expect(elements.map(({ name }) => name)).toContain("a:lvl1pPr");
  expect(elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith("r:"))).toEqual([]);
  expect(elements.filter(({ name, children }) => name === "a:buBlip" || (name === "a:blip" && children.length === 0))).toEqual([]);
});

it("leaves a bullet's picture behind that a master has no file for", async () => {
  const files = changed(german, "ppt/slideMasters/slideMaster1.xml", (text) =>
    text.replace('<a:buChar char="•"/>', '<a:buBlip><a:blip r:embed="rId77"/></a:buBlip>'),
  );
  const outcome = await readGerman(files);
  expect(told(outcome)).toEqual(["! template-left-out @ t.potx"]);
  const master = outcome.value?.parts.find(({ path }) => path === outcome.value?.masters[0])?.content;
  expect(master === undefined || master instanceof Uint8Array ? ["?"] : descendants(master, "a:buBlip")).toEqual([]);
});

const list = (attributes: string, inside = ""): string =>
  `<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"${attributes}>${inside}</a:tblStyleLst>`;
const style = (id: string): string => `<a:tblStyle styleId="${id}" styleName="Kreis"/>`;

/** The style that tables take, that of the list, and those which the list holds. */
function stylesOf({ value }: Outcome<Template>): unknown {
  const target = value?.presentationParts.find(({ type }) => type === relationshipTypes.tableStyles)?.target;
  const content = value?.parts.find(({ path }) => path === target)?.content;
  if (content === undefined || content instanceof Uint8Array) return undefined;
  return [value?.tableStyle, content.attributes["def"], childrenOf(content, "a:tblStyle").map(({ attributes }) => attributes["styleId"])];
}

it.each<[string, string, string, readonly string[]]>([
  ["one of PowerPoint's own", list(` def="${mediumStyle}"`), mediumStyle, []],
  ["one that the list holds", list(` def="${own}"`, style(own)), own, [own]],
  ["the house's", list(` def="${houseTableStyle}"`, style(houseTableStyle)), houseTableStyle, [houseTableStyle]],
])("takes the template's table style: %s", async (_, xml, id, listed) => {
  const outcome = await readGerman(changed(german, styles, () => xml));
  expect(told(outcome)).toEqual([]);
  expect(stylesOf(outcome)).toEqual([id, id, listed]);
});

it.each<[string, string, readonly string[]]>([
  ["no GUID", list(' def="x"'), []],
  ["no GUID, though listed", list(' def="x"', style("x") + style(own)), [own]],
  ["one that is nowhere", list(` def="${own}"`, style(mediumStyle)), [mediumStyle]],
  ["none", list("", style(own)), [own]],
  ["in a list that is none", '<x def="{}"/>', []],
])("takes the house's table style where the template's is %s, and says so", async (_, xml, listed) => {
  const outcome = await readGerman(changed(german, styles, () => xml));
  expect(told(outcome)).toEqual(["! template-table-style @ t.potx"]);
  expect(stylesOf(outcome)).toEqual([houseTableStyle, houseTableStyle, [...listed, houseTableStyle]]);
});

it("does not list the house's table style twice", async () => {
  const outcome = await readGerman(changed(german, styles, () => list(' def="x"', style(houseTableStyle))));
  expect(stylesOf(outcome)).toEqual([houseTableStyle, houseTableStyle, [houseTableStyle]]);
});
