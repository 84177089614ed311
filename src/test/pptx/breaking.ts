/** A fault for each rule of the inspector, put into a good file: which rule must find it, and none but that. */

import { strFromU8 } from "fflate";
import { relationshipsPath, typesPath } from "./open.ts";
import type { Edited } from "./mutate.ts";
import { all, attribute, child, children, type Element, namespaces, val } from "./xml.ts";

const presentation = "ppt/presentation.xml";

/** The first part below a folder in which something is found. */
function partWith(file: Edited, folder: string, has: (text: string) => boolean): string {
  const found = file.files.find(({ path, content }) => path.startsWith(folder) && path.endsWith(".xml") && has(strFromU8(content)));
  if (found === undefined) throw new Error(`No part below ${folder} has it.`);
  return found.path;
}

function holding(file: Edited, folder: string, text: string): string {
  return partWith(file, folder, (content) => content.includes(text));
}

function first<T>(found: readonly T[]): T {
  const [one] = found;
  if (one === undefined) throw new Error("Nothing of that kind is there.");
  return one;
}

function must<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("Nothing of that kind is there.");
  return found;
}

/** Properties of the first shape of a slide that has them so. */
function shapeWith(root: Element, has: (shape: Element) => boolean): Element {
  return first(all(root, "p:sp").filter(has));
}

function placeholderOf(shape: Element): Element | undefined {
  return all(child(shape, "p:nvSpPr"), "p:ph")[0];
}

function isTitle(shape: Element): boolean {
  return attribute(placeholderOf(shape), "type") === "title";
}

/** Two slides with text and without anything else that stands in the way. */
function contentSlides(file: Edited): readonly [string, string] {
  const paths = file.files.map(({ path }) => path).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  const [one, two] = paths.slice(1);
  return [must(one), must(two)];
}

function workbookOf(file: Edited): string {
  return first(file.files.filter(({ path }) => path.endsWith(".xlsx"))).path;
}

/** By the rule's name. */
export const breaking: Readonly<Record<string, (file: Edited) => void>> = {
  "zip order": ({ files }) => {
    files.push(...files.splice(0, 1));
  },
  "zip times": (file) => {
    file.file(presentation).modified = new Date(2020, 5, 1);
  },
  "zip duplicates": (file) => {
    const { path, content } = file.file("docProps/app.xml");
    file.add(path, content);
  },
  "zip deflated": (file) => {
    file.file(presentation).deflated = false;
  },
  "well-formed": (file) => file.text("docProps/app.xml", (text) => text.slice(0, -4)),
  "legal characters": (file) => file.text("docProps/app.xml", (text) => text.replace("</Application>", "&#x1;</Application>")),
  "soft hyphens": (file) =>
    file.xml(contentSlides(file)[0], (root) => {
      must(child(root, "p:cSld")).setAttribute("name", "Fo\u00adlie");
    }),
  "phantom types": (file) =>
    file.text(typesPath, (text) =>
      text.replace("</Types>", `<Override PartName="/ppt/slideMasters/slideMaster9.xml" ContentType="a/b"/></Types>`),
    ),
  "typed parts": (file) =>
    file.xml(typesPath, (root) => {
      root.removeChild(first(all(root, "types:Override").filter((node) => attribute(node, "PartName") === "/docProps/app.xml")));
    }),
  "dangling relationships": (file) => file.relate(contentSlides(file)[0], "rId99", "comments", "../comments/comment1.xml"),
  "unused relationships": (file) => file.relate(contentSlides(file)[0], "rId99", "hyperlink", "https://example.org/", true),
  orphans: (file) => file.add("ppt/media/lost.png", new Uint8Array([1, 2, 3])),
  "media twice": (file) => {
    const { content } = first(file.files.filter(({ path }) => path.endsWith(".png")));
    const slide = holding(file, "ppt/slides/slide", "r:embed");
    file.add("ppt/media/copy.png", content);
    file.relate(slide, "rId99", "image", "../media/copy.png");
    file.xml(slide, (root) => {
      // A second picture beside the first.
      const picture = first(all(root, "p:pic"));
      const twin = picture.cloneNode(true);
      picture.parentNode?.insertBefore(twin, picture);
      first(all(picture, "p:cNvPr")).setAttribute("id", "9999");
      for (const place of all(picture, "p:ph")) place.parentNode?.removeChild(place);
      first(all(picture, "a:blip")).setAttributeNS(namespaces.r, "r:embed", "rId99");
    });
  },
  "guid form": (file) =>
    file.xml(presentation, (root) => {
      const section = first(all(root, "p14:section"));
      section.setAttribute("id", (attribute(section, "id") ?? "").replace("-", ""));
    }),
  "presentation order": (file) =>
    file.xml(presentation, (root) => {
      root.insertBefore(must(child(root, "p:sldIdLst")), must(child(root, "p:notesMasterIdLst")));
    }),
  "presentation ids": (file) =>
    file.xml("ppt/slideMasters/slideMaster1.xml", (root) => {
      const [one, two] = all(root, "p:sldLayoutId");
      must(two).setAttribute("id", attribute(one, "id") ?? "");
    }),
  masters: (file) => {
    const master = "ppt/slideMasters/slideMaster1.xml";
    let id = "";
    file.xml(master, (root) => {
      const node = first(all(root, "p:sldLayoutId"));
      id = attribute(node, "r:id") ?? "";
      node.parentNode?.removeChild(node);
    });
    file.retarget(master, (relation) => attribute(relation, "Id") === id, undefined);
  },
  "notes master": (file) => {
    let id = "";
    file.xml(presentation, (root) => {
      const list = must(child(root, "p:notesMasterIdLst"));
      id = attribute(child(list, "p:notesMasterId"), "r:id") ?? "";
      root.removeChild(list);
    });
    file.retarget(presentation, (relation) => attribute(relation, "Id") === id, undefined);
  },
  "notes slides": (file) => {
    const notes = first(file.files.filter(({ path }) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(path))).path;
    const other = contentSlides(file).find(
      (path) => !strFromU8(file.file(relationshipsPath(notes)).content).includes(must(path.split("/").at(-1))),
    );
    file.retarget(
      notes,
      (relation) => (attribute(relation, "Target") ?? "").includes("slides/slide"),
      `../slides/${must(other).split("/").at(-1)}`,
    );
  },
  "theme shared": (file) => {
    const notes = "ppt/notesMasters/notesMaster1.xml";
    let old = "";
    file.retarget(
      notes,
      (relation) => {
        const isTheme = (attribute(relation, "Type") ?? "").endsWith("/theme");
        if (isTheme) old = (attribute(relation, "Target") ?? "").replace("..", "ppt");
        return isTheme;
      },
      "../theme/theme1.xml",
    );
    file.remove(old);
  },
  sections: (file) =>
    file.xml(presentation, (root) => {
      const node = first(all(root, "p14:sldId"));
      node.parentNode?.removeChild(node);
    }),
  "table styles": (file) =>
    file.xml(holding(file, "ppt/slides/", "<a:tableStyleId>"), (root) => {
      first(all(root, "a:tableStyleId")).textContent = "{00000000-0000-0000-0000-000000000000}";
    }),
  properties: (file) =>
    file.xml("docProps/core.xml", (root) => {
      root.removeChild(must(child(root, "cp:keywords")));
    }),
  language: (file) =>
    file.xml(contentSlides(file)[0], (root) => {
      first(all(root, "a:rPr")).setAttribute("lang", "en-US");
    }),
  "theme colours": (file) =>
    file.xml(holding(file, "ppt/charts/", "<a:schemeClr"), (root) => {
      const old = first(all(root, "a:schemeClr"));
      const own = must(root.ownerDocument ?? undefined).createElementNS(namespaces.a, "a:srgbClr");
      own.setAttribute("val", "C00000");
      old.parentNode?.replaceChild(own, old);
    }),
  "shape ids": (file) =>
    file.xml(contentSlides(file)[0], (root) => {
      const [one, two] = all(child(root, "p:cSld"), "p:sp").map((shape) => first(all(shape, "p:cNvPr")));
      must(two).setAttribute("id", attribute(one, "id") ?? "");
    }),
  "shape names": (file) =>
    file.xml(contentSlides(file)[0], (root) => {
      must(all(child(root, "p:cSld"), "p:cNvPr")[1]).setAttribute("name", "");
    }),
  titles: (file) => {
    const [one, two] = contentSlides(file);
    let title = "";
    file.xml(one, (root) => {
      title = all(shapeWith(root, isTitle), "a:t")
        .map(({ textContent }) => textContent)
        .join("");
    });
    file.xml(two, (root) => {
      const [own, ...others] = all(shapeWith(root, isTitle), "a:t");
      must(own).textContent = title;
      for (const other of others) other.textContent = "";
    });
  },
  "reading order": (file) =>
    file.xml(contentSlides(file)[0], (root) => {
      const title = shapeWith(root, isTitle);
      const next = first(all(root, "p:sp").filter((shape) => attribute(placeholderOf(shape), "type") === "ftr"));
      title.parentNode?.insertBefore(title, next);
    }),
  alternatives: (file) =>
    file.xml(holding(file, "ppt/slides/", "<c:chart "), (root) => {
      first(all(first(all(root, "p:graphicFrame")), "p:cNvPr")).removeAttribute("descr");
    }),
  inside: (file) =>
    file.xml(holding(file, "ppt/slides/", "p:graphicFrame"), (root) => {
      first(all(first(all(root, "p:graphicFrame")), "a:off")).setAttribute("x", "12000000");
    }),
  placed: (file) =>
    file.xml(holding(file, "ppt/slides/", "<c:chart "), (root) => {
      const size = first(all(first(all(root, "p:graphicFrame")), "a:ext").filter((node) => attribute(node, "cx") !== undefined));
      size.setAttribute("cx", "0");
      size.setAttribute("cy", "0");
    }),
  "known placeholders": (file) =>
    file.xml(holding(file, "ppt/slides/", `<p:ph idx="10"`), (root) => {
      first(all(root, "p:ph").filter((node) => attribute(node, "idx") === "10")).setAttribute("idx", "77");
    }),
  "own geometry": (file) => {
    // The house's layouts leave the title where their master puts it.
    let place: Element | undefined;
    file.xml("ppt/slideMasters/slideMaster1.xml", (root) => {
      place = first(all(shapeWith(root, isTitle), "a:xfrm"));
    });
    file.xml(contentSlides(file)[0], (root) => {
      const own = must(root.ownerDocument ?? undefined).importNode(must(place), true);
      child(shapeWith(root, isTitle), "p:spPr")?.appendChild(own);
    });
  },
  "placeholder twice": (file) =>
    file.xml(contentSlides(file)[0], (root) => {
      const shape = shapeWith(root, (each) => attribute(placeholderOf(each), "idx") === "10");
      shape.parentNode?.insertBefore(shape.cloneNode(true), shape);
      first(all(shape, "p:cNvPr")).setAttribute("id", "9999");
    }),
  links: (file) =>
    file.xml(holding(file, "ppt/slides/", "ppaction://hlinksldjump"), (root) => {
      first(all(root, "a:hlinkClick").filter((node) => attribute(node, "action") !== undefined)).removeAttribute("action");
    }),
  tables: (file) =>
    file.xml(holding(file, "ppt/slides/", "<a:tblPr"), (root) => {
      first(all(root, "a:tblPr")).removeAttribute("firstRow");
    }),
  paragraphs: (file) =>
    file.xml(holding(file, "ppt/slides/", "<a:tc>"), (root) => {
      const body = first(all(root, "a:txBody"));
      for (const paragraph of children(body, "a:p")) body.removeChild(paragraph);
    }),
  connectors: (file) =>
    file.xml(holding(file, "ppt/slides/", "<a:stCxn"), (root) => {
      const glue = first(all(root, "a:stCxn"));
      glue.setAttribute("idx", String((Number(attribute(glue, "idx")) + 1) % 4));
    }),
  axes: (file) =>
    file.xml(holding(file, "ppt/charts/", "<c:axId"), (root) => {
      const last = must(children(first(all(root, "c:barChart")), "c:axId").at(-1));
      last.parentNode?.appendChild(last.cloneNode(true));
      last.setAttribute("val", "2094734556");
    }),
  series: (file) =>
    file.xml(
      partWith(file, "ppt/charts/", (text) => text.split("<c:ser>").length > 2),
      (root) => {
        const [one, two] = all(root, "c:order");
        must(two).setAttribute("val", val(one) ?? "");
      },
    ),
  workbook: (file) => {
    const chart = holding(file, "ppt/charts/", "<c:externalData");
    file.xml(chart, (root) => {
      root.removeChild(must(child(root, "c:externalData")));
    });
    let path = "";
    file.retarget(
      chart,
      (relation) => {
        const isWorkbook = (attribute(relation, "Type") ?? "").endsWith("/package");
        if (isWorkbook) path = (attribute(relation, "Target") ?? "").replace("..", "ppt");
        return isWorkbook;
      },
      undefined,
    );
    file.remove(path);
  },
  "cache is workbook": (file) =>
    file.xml(holding(file, "ppt/charts/", "<c:numCache"), (root) => {
      const value = first(all(first(all(root, "c:val")), "c:v"));
      value.textContent = `${value.textContent}1`;
    }),
  "workbook tables": (file) =>
    file.nested(workbookOf(file), (inner) => {
      const table = first(inner.files.filter(({ path }) => path.startsWith("xl/tables/"))).path;
      inner.xml(table, (root) => {
        root.setAttribute("ref", (attribute(root, "ref") ?? "").replace(/\d+$/, "2"));
        for (const filter of all(root, "x:autoFilter")) filter.setAttribute("ref", attribute(root, "ref") ?? "");
      });
    }),
};
