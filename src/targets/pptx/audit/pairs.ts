/** Which slide, shape and line of a file that came back is which of those that were written. */

import type { SlideContent, Unit } from "./content.ts";
import { isLabel } from "./labels.ts";
import type { RecordedSlide } from "./record.ts";
import { align, blind, likeness } from "./tokens.ts";

/** A slide of the file, with the written one that it is or is a copy of. */
export interface PairedSlide {
  readonly content: SlideContent;
  readonly number: number;
  readonly written?: RecordedSlide;
  /** Another slide is nearer to the written one. */
  readonly isCopy: boolean;
}

/** Less than this much in common, and a slide is another one. */
const leastSlide = 0.3;
/** Lines on more slides than these tell none of them apart. */
const common = 40;

/** By the names of slides where the file has kept them, else by what stands on them. */
export function pairSlides(slides: readonly SlideContent[], written: readonly RecordedSlide[]): readonly PairedSlide[] {
  const scores = slides.map((slide) => scoresOf(slide, written, linesOfAll(written)));
  const candidates = scores.flatMap((own, slide) =>
    [...own].map(([other, score]) => ({ slide, other, score: score + (slides[slide]?.name === written[other]?.id ? 1 : 0) })),
  );
  for (const [slide, { name }] of slides.entries()) {
    const other = name === undefined ? -1 : written.findIndex(({ id }) => id === name);
    if (other >= 0 && !candidates.some((each) => each.slide === slide && each.other === other)) candidates.push({ slide, other, score: 1 });
  }
  candidates.sort((a, b) => b.score - a.score || Math.abs(a.slide - a.other) - Math.abs(b.slide - b.other));
  const [ofSlide, taken] = [new Map<number, number>(), new Set<number>()];
  for (const { slide, other, score } of candidates) {
    if (score < leastSlide || ofSlide.has(slide) || taken.has(other)) continue;
    ofSlide.set(slide, other);
    taken.add(other);
  }
  return slides.map((content, i) => {
    const own = ofSlide.get(i);
    const copied = own === undefined ? candidates.find(({ slide, score }) => slide === i && score >= leastSlide)?.other : undefined;
    const found = written[own ?? copied ?? -1];
    return { content, number: i + 1, isCopy: own === undefined && found !== undefined, ...(found !== undefined && { written: found }) };
  });
}

const known = new WeakMap<readonly RecordedSlide[], ReadonlyMap<string, readonly number[]>>();

/** The slides on which a line stands, digits not told apart. */
function linesOfAll(written: readonly RecordedSlide[]): ReadonlyMap<string, readonly number[]> {
  const before = known.get(written);
  if (before !== undefined) return before;
  const found = new Map<string, number[]>();
  for (const [index, slide] of written.entries()) {
    for (const line of new Set(keysOf(slide))) {
      const slides = found.get(line) ?? [];
      slides.push(index);
      found.set(line, slides);
    }
  }
  known.set(written, found);
  return found;
}

function scoresOf(
  slide: SlideContent,
  written: readonly RecordedSlide[],
  lines: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const own = new Set(keysOf(slide));
  const shared = new Map<number, number>();
  let weight = 0;
  for (const line of own) {
    const on = lines.get(line) ?? [];
    if (on.length > common) continue;
    weight += line.length;
    for (const index of on) shared.set(index, (shared.get(index) ?? 0) + line.length);
  }
  const scores = new Map<number, number>();
  for (const [index, length] of shared) {
    const other = [...new Set(keysOf(written[index] ?? slide))].reduce((sum, line) => sum + line.length, 0);
    scores.set(index, (2 * length) / (weight + other));
  }
  return scores;
}

function keysOf({ units }: SlideContent): readonly string[] {
  return units.filter(({ role }) => role !== "note").flatMap(({ lines }) => lines.map((line) => blind(line.join(" "))));
}

/** Units of two slides that are the same shape's, and those that have no other. */
export interface PairedUnits {
  readonly pairs: readonly (readonly [Unit, Unit])[];
  readonly gone: readonly Unit[];
  readonly added: readonly Unit[];
}

/** By names where they agree with what stands there, then by what stands there, then by names alone. */
export function pairUnits(written: readonly Unit[], found: readonly Unit[]): PairedUnits {
  const pairs: (readonly [Unit, Unit])[] = [];
  const [left, right] = [new Set(written), new Set(found)];
  const pass = (isSame: (a: Unit, b: Unit) => boolean): void => {
    for (const a of left) {
      for (const b of right) {
        if (a.role !== b.role || !isSame(a, b)) continue;
        pairs.push([a, b]);
        left.delete(a);
        right.delete(b);
        break;
      }
    }
  };
  pass((a, b) => a.shape === b.shape && textOf(a) === textOf(b));
  // Two labels may have changed their words; only where nothing is named alike do names say so.
  const [own, theirs] = [namesOf(written), namesOf(found)];
  pass((a, b) => isLabel(a) && a.shape === b.shape && own.get(a.shape) === 1 && theirs.get(b.shape) === 1);
  pass((a, b) => textOf(a) === textOf(b) && /\p{L}{3}/u.test(textOf(a)));
  pass((a, b) => a.shape === b.shape && blind(textOf(a)) === blind(textOf(b)));
  pass((a, b) => a.shape === b.shape && likeness(textOf(a), textOf(b)) >= 0.4);
  pass((a, b) => textOf(a) === textOf(b));
  // Of those with other names the most alike first: a number alone is like every other.
  const alike = [...left].flatMap((a) =>
    [...right].filter((b) => a.role === b.role).map((b) => ({ a, b, score: likeness(textOf(a), textOf(b)) })),
  );
  alike.sort((one, other) => other.score - one.score);
  for (const { a, b, score } of alike) {
    if (score < 0.5 || !left.has(a) || !right.has(b)) continue;
    pairs.push([a, b]);
    left.delete(a);
    right.delete(b);
  }
  pass((a, b) => a.shape === b.shape);
  return { pairs, gone: [...left], added: [...right] };
}

/** How many texts stand in shapes of each name. */
function namesOf(units: readonly Unit[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const { role, shape } of units) if (role === "text") names.set(shape, (names.get(shape) ?? 0) + 1);
  return names;
}

const texts = new WeakMap<Unit, string>();

function textOf(unit: Unit): string {
  let text = texts.get(unit);
  if (text === undefined) {
    text = unit.lines.map((line) => line.join(" ")).join("\n");
    texts.set(unit, text);
  }
  return text;
}

/** Lines of two units that are the same, and those that have no other. Those equal in every sign are left out. */
export interface PairedLines {
  readonly pairs: readonly (readonly [string, string])[];
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** In their order; out of it only lines that say with words what their numbers are. */
export function pairLines(written: readonly string[], found: readonly string[]): PairedLines {
  const same = align(written, found);
  const [left, right] = [new Set(written.keys()), new Set(found.keys())];
  for (const [a, b] of same) {
    left.delete(a);
    right.delete(b);
  }
  const pairs: (readonly [string, string])[] = [];
  const pass = (isSame: (a: string, b: string) => boolean, told: boolean): void => {
    for (const a of left) {
      for (const b of right) {
        const [line, other] = [written[a] ?? "", found[b] ?? ""];
        if (!isSame(line, other)) continue;
        if (told) pairs.push([line, other]);
        left.delete(a);
        right.delete(b);
        break;
      }
    }
  };
  pass((a, b) => a === b && /\p{L}{3}/u.test(a), false);
  pass((a, b) => blind(a) === blind(b) && /\p{L}{3}/u.test(a), true);
  const alike = [...left].flatMap((a) => [...right].map((b) => ({ a, b, score: likeness(written[a] ?? "", found[b] ?? "") })));
  alike.sort((one, other) => other.score - one.score || Math.abs(one.a - one.b) - Math.abs(other.a - other.b));
  for (const { a, b, score } of alike) {
    if (score < 0.35 || !left.has(a) || !right.has(b)) continue;
    pairs.push([written[a] ?? "", found[b] ?? ""]);
    left.delete(a);
    right.delete(b);
  }
  return { pairs, gone: [...left].map((i) => written[i] ?? ""), added: [...right].map((i) => found[i] ?? "") };
}

/** Rows of a table as lines, the columns in the order in which they were written. */
export function linesOf(unit: Unit, like?: Unit): readonly string[] {
  // Labels of charts are filled in by the program that saved the file, with the separators of its country.
  if (unit.role === "chart") return unit.lines.map((line) => line.join(" ").replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, "."));
  if (unit.role !== "table") return unit.lines.map((line) => line.join(" "));
  const [header = []] = unit.lines;
  const [first = []] = like?.lines ?? [];
  const asFound = unit.lines.map((row) => row.join(" | "));
  const isOther = header.join("\n") !== first.join("\n") && sorted(header) === sorted(first) && new Set(header).size === header.length;
  if (!isOther) return asFound;
  const order = first.map((text) => header.indexOf(text));
  const moved = unit.lines.map((row) => (row.length === order.length ? order.map((i) => row[i] ?? "") : row).join(" | "));
  // Whether columns were moved or only the words above them say the rows below.
  const rows = new Set(like?.lines.slice(1).map((row) => row.join(" | ")));
  const knownRows = (lines: readonly string[]): number => lines.slice(1).filter((line) => rows.has(line)).length;
  return knownRows(moved) >= knownRows(asFound) ? moved : asFound;
}

function sorted(cells: readonly string[]): string {
  return cells.toSorted().join("\n");
}
