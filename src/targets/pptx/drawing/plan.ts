/** A scene as the shapes that PowerPoint gets: texts in the shapes that hold them, groups where they hold several, names. */

import type { CircleMark, GroupMark, LineMark, Mark, Paint, PathMark, RectMark, TextMark } from "../../../scene/scene.ts";
import type { Box } from "../../../../theme/layouts.ts";
import { groupName, nameOf, subjectOf, tidy } from "./names.ts";
import { extentOf, parsePath, type Segment, strokeOf } from "./path.ts";
import { BlockBuilder, plainWords, type TextBlock, type Words, wordsWithin } from "./words.ts";

export type Drawn = DrawnGroup | DrawnShape | DrawnLine;

interface DrawnBase {
  /** Unique on the slide. */
  readonly id: number;
  /** Of the marks that it was made of: a group with one shape is that shape. */
  readonly keys: readonly string[];
  readonly name: string;
  /** The words that it shows or that stand beside it, for what is named after it. */
  readonly title?: string;
  /** Shown, but nothing is lost to those who do not see it. */
  readonly decorative: boolean;
}

export interface DrawnGroup extends DrawnBase {
  readonly kind: "group";
  readonly opacity?: number;
  readonly members: readonly Drawn[];
}

/** Boxes and points are px, from the scene's upper left corner. */
export interface DrawnShape extends DrawnBase {
  readonly kind: "shape";
  readonly form: Form;
  readonly box: Box;
  readonly paint: Paint;
  readonly opacity?: number;
  readonly words?: Words;
}

export type Form =
  | { readonly type: "rect" | "ellipse" }
  | { readonly type: "round"; readonly radius: number }
  | { readonly type: "path"; readonly segments: readonly Segment[] }
  /** A text box. */
  | { readonly type: "text" };

export interface DrawnLine extends DrawnBase {
  readonly kind: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly paint: Paint;
  readonly opacity?: number;
  /** Keys of what it joins. */
  readonly from?: string;
  readonly to?: string;
}

/** Of a rounded corner, how much of its radius no text stands in, at each side. */
const cornerInset = 1 - Math.SQRT1_2;

/** @param nextId see `PartBuilder.nextId`; ids are given in the order of the shapes */
export function planDrawing(marks: readonly Mark[], nextId: () => number): readonly Drawn[] {
  return new Planner(nextId).siblings(withOutlines(marks), undefined);
}

class Planner {
  readonly #nextId: () => number;

  constructor(nextId: () => number) {
    this.#nextId = nextId;
  }

  /** @param context what they are of, for the names of those without words */
  siblings(marks: readonly Mark[], context: string | undefined): readonly Drawn[] {
    const within = textsWithin(marks);
    const blocks = blocksOf(marks, within.held);
    return marks.flatMap((mark): readonly Drawn[] => {
      switch (mark.type) {
        case "group":
          return this.#group(mark, context);
        case "text": {
          const block = blocks.get(mark);
          return block === undefined ? [] : [this.#text(mark, block)];
        }
        case "line":
          return [this.#line(mark, mark, context)];
        case "path":
          return this.#path(mark, context);
        case "rect":
        case "circle":
          return [this.#body(mark, within.lines.get(mark.key), context)];
      }
    });
  }

  #group(mark: GroupMark, around: string | undefined): readonly Drawn[] {
    const marks = withSquares(mark.marks);
    const alone = mark.opacity === undefined && isOneShape(marks);
    const id = alone ? 0 : this.#nextId();
    const title = wordsOf(marks) ?? subjectOf(mark);
    const members = this.siblings(marks, title ?? around);
    const [only] = members;
    if (only === undefined) return [];
    const name = groupName(mark, title ?? around);
    const decorative = mark.reading === undefined && members.every((member) => member.decorative);
    if (alone) return [{ ...only, keys: [mark.key, ...only.keys], name, decorative }];
    const keys = [mark.key];
    return [{ kind: "group", id, keys, name, decorative, members, ...(title === undefined ? {} : { title }), ...opacityOf(mark) }];
  }

  #text(mark: TextMark, { block, title }: NamedBlock): DrawnShape {
    return {
      kind: "shape",
      id: this.#nextId(),
      keys: block.keys,
      name: tidy(plainWords(block.words)) || nameOf(mark, undefined),
      title,
      decorative: false,
      form: { type: "text" },
      box: block.box,
      paint: {},
      words: block.words,
      ...opacityOf(mark),
    };
  }

  #line(mark: LineMark | PathMark, ends: Pick<LineMark, "x1" | "y1" | "x2" | "y2">, context: string | undefined): DrawnLine {
    const { x1, y1, x2, y2 } = ends;
    return {
      kind: "line",
      id: this.#nextId(),
      keys: [mark.key],
      name: nameOf(mark, context),
      decorative: true,
      x1,
      y1,
      x2,
      y2,
      paint: mark,
      ...(mark.from === undefined ? {} : { from: mark.from }),
      ...(mark.to === undefined ? {} : { to: mark.to }),
      ...opacityOf(mark),
    };
  }

  #path(mark: PathMark, context: string | undefined): readonly Drawn[] {
    const segments = parsePath(mark.d);
    if (segments.length === 0) return [];
    const stroke = strokeOf(segments);
    if (stroke !== undefined) return [this.#line(mark, stroke, context)];
    return [this.#shape(mark, { type: "path", segments }, extentOf(segments), undefined, context)];
  }

  #body(mark: RectMark | CircleMark, lines: Lines | undefined, context: string | undefined): DrawnShape {
    if (mark.type === "circle") {
      const box = { x: mark.cx - mark.r, y: mark.cy - mark.r, width: 2 * mark.r, height: 2 * mark.r };
      return this.#shape(mark, { type: "ellipse" }, box, lines && wordsWithin(lines, box), context);
    }
    const { x, y, width, height } = mark;
    const radius = Math.min(mark.radius ?? 0, width / 2, height / 2);
    const inset = radius * cornerInset;
    const area = { x: x + inset, y, width: width - 2 * inset, height };
    const form: Form = radius > 0 ? { type: "round", radius } : { type: "rect" };
    return this.#shape(mark, form, { x, y, width, height }, lines && wordsWithin(lines, area), context);
  }

  #shape(mark: RectMark | CircleMark | PathMark, form: Form, box: Box, words: Words | undefined, context: string | undefined): DrawnShape {
    const own = words === undefined ? undefined : plainWords(words);
    return {
      kind: "shape",
      id: this.#nextId(),
      keys: [mark.key],
      name: nameOf(mark, own ?? context),
      ...(own === undefined ? {} : { title: own }),
      decorative: words === undefined,
      form,
      box,
      paint: mark,
      ...(words === undefined ? {} : { words }),
      ...opacityOf(mark),
    };
  }
}

function opacityOf({ opacity }: Mark): { readonly opacity?: number } {
  return opacity === undefined ? {} : { opacity };
}

/** Whether the marks of a group come to one shape: one mark, one with its words, or the lines of one text. */
function isOneShape(marks: readonly Mark[]): boolean {
  const { held } = textsWithin(marks);
  const rest = marks.filter((mark) => mark.type !== "text");
  const blocks = blocksOf(marks, held).size;
  return rest.length + blocks === 1 && rest[0]?.type !== "group";
}

type Lines = readonly [TextMark, ...TextMark[]];

/** Texts that name a sibling shape as theirs, by its key. */
function textsWithin(marks: readonly Mark[]): { readonly lines: ReadonlyMap<string, Lines>; readonly held: ReadonlySet<TextMark> } {
  const lines = new Map<string, Lines>();
  const held = new Set<TextMark>();
  if (!marks.some((mark) => mark.type === "text" && mark.within !== undefined)) return { lines, held };
  const bodies = new Set(marks.flatMap((mark) => (mark.type === "rect" || mark.type === "circle" ? [mark.key] : [])));
  for (const mark of marks) {
    if (mark.type !== "text" || mark.within === undefined || !bodies.has(mark.within.shape)) continue;
    const before = lines.get(mark.within.shape);
    lines.set(mark.within.shape, before === undefined ? [mark] : [...before, mark]);
    held.add(mark);
  }
  return { lines, held };
}

/** The words in a group, if they are one text: what its shapes are of. */
function wordsOf(marks: readonly Mark[]): string | undefined {
  const { lines, held } = textsWithin(marks);
  const blocks = blocksOf(marks, held);
  const [block] = blocks.values();
  const [own] = lines.values();
  if (blocks.size + lines.size !== 1) return undefined;
  return block?.title ?? own?.[0].within?.words;
}

interface NamedBlock {
  readonly block: TextBlock;
  /** Its first paragraph: a name above its value. */
  readonly title: string;
}

/** Text boxes by the first of their texts. */
function blocksOf(marks: readonly Mark[], held: ReadonlySet<TextMark>): ReadonlyMap<TextMark, NamedBlock> {
  const builders = new Map<TextMark, BlockBuilder>();
  let last: BlockBuilder | undefined;
  for (const mark of marks) {
    if (mark.type !== "text" || held.has(mark)) {
      last = undefined;
    } else if (mark.text.trim() !== "" && last?.take(mark) !== true) {
      last = new BlockBuilder(mark);
      builders.set(mark, last);
    }
  }
  return new Map(
    [...builders].map(([mark, builder]) => {
      const block = builder.build();
      return [mark, { block, title: plainWords({ paragraphs: block.words.paragraphs.slice(0, 1) }) }];
    }),
  );
}

/**
 * An outline drawn once more over a shape (a map's highlight) is that shape's own line, and the shape stands where the
 * outline stood, so that its neighbours do not cover it.
 */
function withOutlines(marks: readonly Mark[]): readonly Mark[] {
  const outlines = new Map(marks.flatMap((mark) => (mark.type === "path" && isOutline(mark) ? [[mark.d, mark] as const] : [])));
  if (outlines.size === 0) return marks;
  const moved = new Map<Mark, GroupMark>();
  const kept = marks.filter((mark) => {
    const shape = mark.type === "group" && mark.marks.length === 1 ? mark.marks[0] : undefined;
    if (mark.type !== "group" || shape?.type !== "path" || isOutline(shape)) return true;
    const outline = outlines.get(shape.d);
    if (outline === undefined) return true;
    const { dash: _, ...plain } = shape;
    moved.set(outline, { ...mark, marks: [{ ...plain, ...lineOf(outline) }] });
    return false;
  });
  return kept.map((mark) => moved.get(mark) ?? mark);
}

function isOutline(mark: PathMark): boolean {
  return mark.fill === "none" && mark.stroke !== undefined;
}

function lineOf({ stroke, strokeWidth, dash }: Paint): Pick<Paint, "stroke" | "strokeWidth" | "dash"> {
  return {
    ...(stroke === undefined ? {} : { stroke }),
    ...(strokeWidth === undefined ? {} : { strokeWidth }),
    ...(dash === undefined ? {} : { dash }),
  };
}

/** The squares of a part as a group of their own, so that one click colours them all and not the words beside them. */
function withSquares(marks: readonly Mark[]): readonly Mark[] {
  const squares = marks.filter((mark) => mark.type === "rect" && mark.key.startsWith("square:"));
  if (squares.length < 2 || squares.length === marks.length) return marks;
  return [{ type: "group", key: "squares", marks: squares }, ...marks.filter((mark) => !squares.includes(mark))];
}
