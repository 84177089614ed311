/** Checks of slides: what stands on them, where, and what a screen reader finds. */

import { type Finding, repeated, type Rule } from "../fault.ts";
import type { Presentation } from "../open.ts";
import { bounds, type Box, flat, isTrue, matching, matchingMaster, type Shape, shapesOf, shapeText } from "../shapes.ts";
import { all, attribute, child, children, type Element, is, isElement, number } from "../xml.ts";

function shapesAt(file: Presentation, path: string): readonly Shape[] {
  return shapesOf(file.root(path));
}

/** What is wrong with a shape of a slide. */
function onSlides(check: (shape: Shape, slide: string, file: Presentation) => string | undefined): Rule {
  return (file) =>
    file.slides.flatMap((slide) =>
      flat(shapesAt(file, slide)).flatMap((shape): readonly Finding[] => {
        const what = check(shape, slide, file);
        return what === undefined ? [] : [[slide, `${shape.name} (${shape.id}): ${what}`]];
      }),
    );
}

export const shapeIds: Rule = (file) =>
  ["slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster"].flatMap((kind) =>
    file.all(kind).flatMap((path) => {
      const ids = all(child(file.root(path), "p:cSld"), "p:cNvPr").map((node) => attribute(node, "id") ?? "");
      return repeated(ids).map((id): Finding => [path, `gives the id ${id} to two shapes`]);
    }),
  );

export const shapeNames: Rule = onSlides((shape) => (shape.name.trim() === "" ? "has no name" : undefined));

function titleOf(file: Presentation, slide: string): readonly string[] {
  return shapesAt(file, slide)
    .filter(({ placeholder }) => placeholder?.type === "title" || placeholder?.type === "ctrTitle")
    .map((shape) => shapeText(shape).trim());
}

export const titles: Rule = (file) => {
  const found = file.slides.map((slide) => [slide, titleOf(file, slide)] as const);
  const twice = new Set(repeated(found.flatMap(([, own]) => own.slice(0, 1).filter((title) => title !== ""))));
  return found.flatMap(([slide, own]): readonly Finding[] => {
    const [title] = own;
    if (title === undefined || title === "") return [[slide, "has no title"]];
    if (own.length > 1) return [[slide, "has two titles"]];
    return twice.has(title) ? [[slide, `has the title of another slide: „${title}“`]] : [];
  });
};

/** Title first; source line, date and number last. */
export const readingOrder: Rule = (file) =>
  file.slides.flatMap((slide): readonly Finding[] => {
    const types = shapesAt(file, slide).map(({ placeholder }) => placeholder?.type ?? "");
    const title = types.findIndex((type) => type === "title" || type === "ctrTitle");
    const foot = types.findIndex((type) => isFoot(type));
    const wrong = [
      ...(title > 0 ? [[slide, "reads its title after something else"] as const] : []),
      ...(foot >= 0 && types.slice(foot).some((type) => !isFoot(type)) ? [[slide, "reads content after its foot"] as const] : []),
    ];
    return wrong;
  });

function isFoot(type: string): boolean {
  return type === "ftr" || type === "dt" || type === "sldNum";
}

export const alternatives: Rule = onSlides((shape) => {
  const { kind, description, decorative, placeholder } = shape;
  if (decorative) return description === "" ? undefined : "is decorative and has an alternative text";
  if (description.trim() !== "") return undefined;
  // Whoever stands in a group is described by it.
  if (shape.element.parentNode?.localName !== "spTree") return undefined;
  const mute = kind !== "sp" || (placeholder === undefined && shapeText(shape) === "");
  return mute ? "has neither text nor alternative text" : undefined;
});

/** EMU by which a shape may reach out of the slide: rounding. */
const tolerance = 2;

function outside({ x, y, width, height }: Box, size: Pick<Box, "width" | "height">): boolean {
  return x < -tolerance || y < -tolerance || x + width > size.width + tolerance || y + height > size.height + tolerance;
}

export const inside: Rule = (file) =>
  [...file.slides, ...file.all("slideLayout"), ...file.all("slideMaster")].flatMap((path) =>
    flat(shapesAt(file, path)).flatMap((shape): readonly Finding[] => {
      if (shape.box === undefined) return [];
      const box = bounds(shape, shape.box);
      if (Object.values(box).some((value) => !Number.isFinite(value))) return [[path, `${shape.name}: has no place`]];
      if (!outside(box, file.size)) return [];
      const [x, y, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height].map((value) => Math.round(value / 9525));
      return [[path, `${shape.name}: reaches out of the slide (${x}, ${y} to ${right}, ${bottom} px)`]];
    }),
  );

/** Content without place has no size in PowerPoint, whatever stands in it. */
export const placed: Rule = onSlides((shape) => {
  if (shape.box !== undefined) return shape.box.width > 0 || shape.box.height > 0 ? undefined : "has no size";
  return shape.placeholder === undefined ? "stands nowhere" : undefined;
});

/** The placeholder of the slide's layout that a shape is put into, and where it stands: the layout's or its master's place. */
function layoutPlace(shape: Shape, slide: string, file: Presentation): { readonly found: boolean; readonly box?: Box } {
  const { placeholder } = shape;
  const layout = file.layoutOf(slide);
  if (placeholder === undefined || layout === undefined) return { found: false };
  const origin = matching(placeholder, shapesAt(file, layout));
  const master = file.related(layout, "slideMaster");
  const box = origin?.box ?? (master === undefined ? undefined : matchingMaster(placeholder, shapesAt(file, master))?.box);
  return { found: origin !== undefined, ...(box && { box }) };
}

export const knownPlaceholders: Rule = onSlides((shape, slide, file) => {
  const { placeholder } = shape;
  if (placeholder === undefined) return undefined;
  const { found, box } = layoutPlace(shape, slide, file);
  if (!found) return `is the placeholder ${placeholder.type} ${placeholder.idx}, which its layout has not`;
  return shape.box === undefined && box === undefined ? "has no place, and its layout neither" : undefined;
});

/** A slide that repeats its layout's geometry no longer follows it. */
export const ownGeometry: Rule = onSlides((shape, slide, file) => {
  if (shape.kind === "graphicFrame" || shape.placeholder === undefined || shape.box === undefined) return undefined;
  const { box } = layoutPlace(shape, slide, file);
  const own = shape.box;
  const same = box !== undefined && (["x", "y", "width", "height"] as const).every((key) => box[key] === own[key]);
  return same ? "repeats the geometry of its layout" : undefined;
});

export const placeholderTwice: Rule = (file) =>
  [...file.slides, ...file.all("slideLayout")].flatMap((path) =>
    repeated(
      shapesAt(file, path).flatMap(({ placeholder }) => (placeholder === undefined ? [] : [`${placeholder.type} ${placeholder.idx}`])),
    ).map((place): Finding => [path, `has two placeholders ${place}`]),
  );

export const links: Rule = (file) =>
  [...file.slides, ...file.all("notesSlide")].flatMap((path) =>
    [...all(file.root(path), "a:hlinkClick"), ...all(file.root(path), "a:hlinkHover")].flatMap((node): readonly Finding[] => {
      const [id, action] = [attribute(node, "r:id") ?? "", attribute(node, "action") ?? ""];
      const relation = file.target(path, id);
      if (relation === undefined)
        return action.startsWith("ppaction://hlinkshowjump") && id === "" ? [] : [[path, "has a link that leads nowhere"]];
      const jumps = action === "ppaction://hlinksldjump";
      if (jumps !== (relation.kind === "slide")) return [[path, `has a link to ${relation.target} that does not say how it is followed`]];
      return !jumps && !relation.external ? [[path, `has a link into the package: ${relation.target}`]] : [];
    }),
  );

export const tables: Rule = (file) =>
  file.slides.flatMap((slide) =>
    all(file.root(slide), "a:tbl").flatMap((table) => tableFaults(table).map((what): Finding => [slide, what])),
  );

function tableFaults(table: Element): readonly string[] {
  const columns = children(child(table, "a:tblGrid"), "a:gridCol").length;
  const rows = children(table, "a:tr");
  // PowerPoint makes the frame as large as its cells, and a checker of the layout believes the frame.
  const widths = children(child(table, "a:tblGrid"), "a:gridCol").reduce((sum, column) => sum + number(column, "w"), 0);
  const frame = child(frameOf(table), "p:xfrm", "a:ext");
  const ragged = rows.filter((row) => children(row, "a:tc").length !== columns).length;
  return [
    ...(isTrue(attribute(child(table, "a:tblPr"), "firstRow")) ? [] : ["has a table without header row"]),
    ...(ragged === 0 ? [] : [`has a table of ${columns} columns and ${ragged} rows of another length`]),
    ...(columns === 0 || rows.length === 0 ? ["has an empty table"] : []),
    ...(Math.abs(number(frame, "cx") - widths) <= 9525
      ? []
      : [`has a table of ${px(widths)} px in a frame of ${px(number(frame, "cx"))} px`]),
  ];
}

function frameOf(table: Element): Element | undefined {
  let node = table.parentNode;
  while (isElement(node) && !is(node, "p:graphicFrame")) node = node.parentNode;
  return isElement(node) ? node : undefined;
}

function px(emu: number): number {
  return Math.round(emu / 9525);
}

/** A text body without a paragraph is a repair prompt. */
export const paragraphs: Rule = (file) =>
  ["slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster"].flatMap((kind) =>
    file.all(kind).flatMap((path) => {
      const bodies = [...all(file.root(path), "p:txBody"), ...all(file.root(path), "a:txBody")];
      return bodies.filter((body) => children(body, "a:p").length === 0).map((): Finding => [path, "has text without a paragraph"]);
    }),
  );
