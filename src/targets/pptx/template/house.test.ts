import { describe, expect, it } from "vitest";
import { canvases, layoutOf } from "../../../../theme/layouts.ts";
import { colours } from "../../../../theme/tokens.ts";
import { relationshipTypes } from "../package/types.ts";
import type { Picture } from "../slide/context.ts";
import { child, childrenOf, descendants, textOf } from "../xml/tree.ts";
import { writeXml } from "../xml/write.ts";
import { boxOf, canvasNames, contrast, layoutNames, rootOf, shown, standing, templateOf, xmlParts } from "./house-testing.ts";
import { houseTemplate } from "./house.ts";

describe("the whole template", () => {
  const logo: Picture = { bytes: new TextEncoder().encode("<svg/>"), contentType: "image/svg+xml", width: 400, height: 100 };
  const made = canvasNames.flatMap((canvas) => [houseTemplate(canvas, {}), houseTemplate(canvas, { logo, claim: "Hier & da" })]);
  it("reaches every part, and only parts that there are", () => {
    for (const template of made) {
      const seen = new Set([...template.masters, template.notesMaster, ...template.presentationParts.map(({ target }) => target)]);
      for (const path of seen)
        for (const { target } of template.parts.find((part) => part.path === path)?.relationships ?? []) seen.add(target);
      expect([...seen].toSorted()).toEqual(template.parts.map(({ path }) => path).toSorted());
    }
  });

  it("refers to each relationship that it has, by an id of its own", () => {
    for (const [{ path, relationships, content }, root] of made.flatMap(xmlParts)) {
      const ids = relationships.map(({ id }) => id);
      expect(new Set(ids).size, path).toBe(ids.length);
      const used = [...(content instanceof Uint8Array ? "" : writeXml(root)).matchAll(/r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id);
      expect(ids, path).toEqual(expect.arrayContaining(used));
    }
  });

  it("gives every shape an id and a name, and says of what stands still that it is decoration or what it is", () => {
    for (const [{ path }, root] of made.flatMap(xmlParts)) {
      const properties = descendants(root, "p:cNvPr");
      const ids = properties.map(({ attributes }) => attributes["id"]);
      expect(new Set(ids).size, path).toBe(ids.length);
      const still = [...descendants(root, "p:sp"), ...descendants(root, "p:pic")].filter(
        (shape) => descendants(shape, "p:ph").length === 0,
      );
      for (const shape of still) {
        const [own] = descendants(shape, "p:cNvPr");
        const decorative = descendants(shape, "adec:decorative").some(({ attributes }) => attributes["val"] === "1");
        expect(decorative, own?.attributes["name"]).toBe(own?.attributes["descr"] === undefined);
      }
      for (const { attributes } of properties.slice(1)) expect(attributes["name"], path).not.toBe("");
    }
  });

  it("says colours as numbers in themes only, and that all text is German", () => {
    for (const [{ path }, root] of made.flatMap(xmlParts)) {
      if (!path.startsWith("ppt/theme/")) expect(descendants(root, "a:srgbClr"), path).toEqual([]);
      for (const name of ["a:rPr", "a:endParaRPr"]) {
        for (const { attributes } of descendants(root, name)) expect(attributes["lang"], path).toBe("de-DE");
      }
    }
  });

  it("keeps every shape on its slide", () => {
    for (const template of made) {
      for (const { path } of template.layouts.values()) {
        for (const shape of childrenOf(descendants(rootOf(template, path), "p:spTree")[0] ?? rootOf(template, path)).slice(2)) {
          const box = boxOf(shape) ?? { x: 0, y: 0, width: 0, height: 0 };
          expect(box.x + box.width, path).toBeLessThanOrEqual(template.size.width);
          expect(box.y + box.height, path).toBeLessThanOrEqual(template.size.height);
          expect(Math.min(box.x, box.y), path).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it("keeps the notes master's shapes on its page", () => {
    for (const template of made) {
      const shapes = descendants(rootOf(template, template.notesMaster), "p:sp").map(boxOf);
      expect(shapes).toHaveLength(6);
      for (const box of shapes) {
        expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThan(template.notesSize?.width ?? 720);
        expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThan(template.notesSize?.height ?? 960);
      }
    }
  });

  it("has a theme for the slides and one for the notes", () => {
    for (const template of made) {
      const themeOf = (path: string | undefined) =>
        template.parts.find((part) => part.path === path)?.relationships.find(({ type }) => type === relationshipTypes.theme)?.target;
      expect(themeOf(template.masters[0])).toBe("ppt/theme/theme1.xml");
      expect(themeOf(template.notesMaster)).toBe("ppt/theme/theme2.xml");
    }
  });

  it("has links that can be read on white and on silver", () => {
    const template = templateOf("16:9");
    const theme = rootOf(template, "ppt/theme/theme1.xml");
    for (const name of ["a:hlink", "a:folHlink"]) {
      const link = `#${descendants(descendants(theme, name)[0] ?? theme, "a:srgbClr")[0]?.attributes["val"]}`;
      for (const ground of [colours.ground, colours.silver]) expect(contrast(link, ground), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("names its table style", () => {
    const template = templateOf("16:9");
    const style = descendants(rootOf(template, "ppt/tableStyles.xml"), "a:tblStyle")[0];
    expect(style?.attributes["styleId"]).toBe(template.tableStyle);
    const header = child(style, "a:firstRow");
    expect(shown(template, child(header, "a:tcTxStyle"))).toBe(colours.muted);
    expect(shown(template, header && descendants(header, "a:bottom")[0])).toBe(colours.blue);
    const total = child(style, "a:lastRow");
    expect(child(total, "a:tcTxStyle")?.attributes["b"]).toBe("on");
    expect(shown(template, total && descendants(total, "a:top")[0])).toBe(colours.ink);
    expect(contrast(shown(template, child(header, "a:tcTxStyle")), colours.ground)).toBeGreaterThanOrEqual(4.5);
  });

  it("is the same however often it is made", () => {
    const again = houseTemplate("16:9", { logo, claim: "Hier & da" });
    expect(xmlParts(again).map(([, root]) => writeXml(root))).toEqual(xmlParts(made[1] ?? again).map(([, root]) => writeXml(root)));
  });
});

describe("the brand", () => {
  const png: Picture = { bytes: new Uint8Array([1, 2, 3]), contentType: "image/png", width: 1112, height: 96 };
  const svg: Picture = { bytes: new Uint8Array([4, 5]), contentType: "image/svg+xml", width: 100, height: 100 };

  it("is a wordmark where there is no logo, on full-colour layouts", () => {
    const template = houseTemplate("16:9", {});
    for (const name of layoutNames) {
      expect(standing(template, name), name).toEqual(layoutOf(name, "16:9").ground === "blue" ? ["Wortmarke", "Akzentlinie"] : []);
    }
    const wordmark = descendants(rootOf(template, template.layouts.get("title")?.path), "p:sp")[0];
    expect(wordmark && descendants(wordmark, "a:p").map(textOf)).toEqual(["Landkreis", "Cloppenburg"]);
  });

  it("has the accent where the browser has it: above a kicker, at the end of a deck above the title", () => {
    const template = houseTemplate("16:9", {});
    for (const [name, above] of [
      ["title", 64],
      ["section", 64],
      ["closing", 32],
    ] as const) {
      const shapes = descendants(rootOf(template, template.layouts.get(name)?.path), "p:sp");
      const accent = shapes.find((shape) => descendants(shape, "p:cNvPr")[0]?.attributes["name"] === "Akzentlinie");
      const title = layoutOf(name, "16:9").regions.find(({ kind }) => kind === "title");
      expect(accent && boxOf(accent), name).toMatchObject({ x: 72, y: (title?.y ?? 0) - above, width: 64, height: 4 });
    }
  });

  it("is the logo at the upper right, as large as its region holds", () => {
    const template = houseTemplate("16:9", { logo: png, claim: "Wir sind da" });
    expect(standing(template, "title")).toEqual(["Akzentlinie", "Claim", "Logo"]);
    const picture = descendants(rootOf(template, template.layouts.get("title")?.path), "p:pic")[0];
    const region = layoutOf("title", "16:9").regions.find(({ kind }) => kind === "logo");
    expect(picture && boxOf(picture)).toMatchObject({ x: region?.x, y: region?.y, width: 556, height: 48 });
  });

  it("keeps an SVG logo one, beside its PNG for older programs", () => {
    const template = houseTemplate("4:3", { logo: svg, raster: png });
    const path = template.layouts.get("closing")?.path;
    const root = rootOf(template, path);
    const relationships = template.parts.find((part) => part.path === path)?.relationships ?? [];
    const contentOf = (id: string | undefined) => {
      const target = relationships.find((relationship) => relationship.id === id)?.target;
      return template.parts.find((part) => part.path === target)?.content;
    };
    expect(contentOf(descendants(root, "a:blip")[0]?.attributes["r:embed"])).toBe(png.bytes);
    expect(contentOf(descendants(root, "asvg:svgBlip")[0]?.attributes["r:embed"])).toBe(svg.bytes);
    expect(boxOf(descendants(root, "p:pic")[0] ?? root)).toMatchObject({ width: 96, height: 96, x: 816 });
  });
});

it("has the canvas's size", () => {
  for (const canvas of canvasNames) expect(templateOf(canvas).size).toEqual(canvases[canvas]);
});
