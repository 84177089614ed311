/**
 * What a drawing made of shapes says: its sentence, the words in its shapes, what shapes are called, which of them are
 * joined. Words in any order, without blanks and hyphens, since a drawing breaks them where it has to.
 */

import type { Place } from "./said.ts";
import { flat, type Shape, shapeText } from "./shapes.ts";
import { all, attribute, child, textOf } from "./xml.ts";

export function saidDrawing(group: Shape, { file, part }: Place): readonly string[] {
  const shapes = flat(group.shapes);
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const root = file.root(part);
  return [
    `drawing: ${group.description}`,
    ...shapes.filter((shape) => shape.kind !== "grpSp").flatMap((shape) => shows(wordsOf(shape))),
    ...shapes.map(({ name }) => named(name)),
    ...(root === undefined ? [] : shapes.flatMap((shape) => glued(shape, byId))),
  ];
}

/** A line for words that a drawing shows. */
export function shows(words: string): readonly string[] {
  const squeezed = squeeze(words);
  return squeezed === "" ? [] : [`shows: ${squeezed}`];
}

/** A line for words of a native chart, whose numbers may stand at a mark and in a list of labels. */
export function mentions(words: string): readonly string[] {
  return shows(words).map((line) => line.replace("shows", "mentions"));
}

/** A line for what a shape of a drawing is called. */
export function named(name: string): string {
  return `named: ${name.replaceAll(/\s+/g, " ").trim()}`;
}

/** A line for two shapes that a connector joins. */
export function joined(a: string, b: string): string {
  return `joined: ${[squeeze(a), squeeze(b)].toSorted().join(" – ")}`;
}

export function squeeze(words: string): string {
  return words.replaceAll(/[\s\u00ad\u2010-]+/g, "");
}

function glued(shape: Shape, byId: ReadonlyMap<string, Shape>): readonly string[] {
  const properties = child(shape.element, "p:nvCxnSpPr", "p:cNvCxnSpPr");
  const [from, to] = (["a:stCxn", "a:endCxn"] as const).map((end) => byId.get(attribute(child(properties, end), "id") ?? ""));
  return from === undefined || to === undefined ? [] : [joined(wordsOf(from) || from.name, wordsOf(to) || to.name)];
}

/** Lines of a shape's text, breaks within a paragraph among them. */
function wordsOf(shape: Shape): string {
  return shape.kind === "sp" ? shapeText(shape) : all(shape.element, "a:t").map(textOf).join(" ");
}
