/** How much a page of notes holds: the body of its notes master, and how text is set there. */

import type { TextStyle } from "../../../../theme/tokens.ts";
import { type Level, naturalLine } from "../template/list-style.ts";
import { ledgerLevels, ledgerStyles } from "../template/notes-master.ts";
import type { Template } from "../template/template.ts";
import { child, childrenOf, descendants, type XmlElement } from "../xml/tree.ts";
import { px } from "../units.ts";

export interface NotesRoom {
  /** px, of text. */
  readonly width: number;
  readonly height: number;
  /** As the notes master sets them. */
  readonly levels: readonly NotesLevel[];
  /** Whether the notes master has the levels of the ledger. One of a template's own has not: each page brings them then. */
  readonly hasLedger: boolean;
}

export interface NotesLevel {
  readonly style: TextStyle;
  /** px above each paragraph. */
  readonly before: number;
}

const known = new WeakMap<Template, NotesRoom>();

export function notesRoomOf(template: Template): NotesRoom {
  const found = known.get(template) ?? readRoom(template);
  known.set(template, found);
  return found;
}

function readRoom(template: Template): NotesRoom {
  const content = template.parts.find(({ path }) => path === template.notesMaster)?.content;
  const master = content instanceof Uint8Array ? undefined : content;
  const body = master && descendants(master, "p:sp").find(isBody);
  const extent = child(child(child(body, "p:spPr"), "a:xfrm"), "a:ext");
  const text = child(body, "p:txBody");
  const properties = child(text, "a:bodyPr");
  const inset = (name: string, otherwise: number): number => px(Number(properties?.attributes[name] ?? otherwise));
  const across = inset("lIns", defaults.side) + inset("rIns", defaults.side);
  const down = inset("tIns", defaults.end) + inset("bIns", defaults.end);
  const styles = [child(text, "a:lstStyle"), child(master, "p:notesStyle")];
  const properly = Array.from({ length: 9 }, (_, i) =>
    styles.map((style) => child(style, `a:lvl${i + 1}pPr`)).find((level) => level !== undefined),
  );
  const own = properly.map(levelOf);
  const hasLedger = ledgerLevels.lines.every((i) => isLedgers(properly[i]) && sizeAt(own, i) < sizeAt(own, 0));
  return {
    width: lengthOf(extent, "cx") - across,
    height: lengthOf(extent, "cy") - down,
    levels: hasLedger ? own : [...own.slice(0, ledgerLevels.heading), ...ledgerStyles.map(measured)],
    hasLedger,
  };
}

/** EMU, of a body that says nothing. */
const defaults = { side: 91_440, end: 45_720 } as const;

function isBody(shape: XmlElement): boolean {
  const [place] = descendants(shape, "p:ph");
  return place?.attributes["type"] === "body";
}

/** Of a body that is nowhere, nobody knows what it holds. */
function lengthOf(extent: XmlElement | undefined, name: "cx" | "cy"): number {
  return extent === undefined ? Number.POSITIVE_INFINITY : px(Number(extent.attributes[name]));
}

/** Only a level for the ledger stands at the left edge so deep. */
function isLedgers(level: XmlElement | undefined): boolean {
  return Number(level?.attributes["marL"] ?? Number.NaN) === 0;
}

function sizeAt(levels: readonly NotesLevel[], index: number): number {
  return levels[index]?.style.size ?? 0;
}

function measured({ style, before = 0 }: Level): NotesLevel {
  return { style, before };
}

/** @param level `a:lvl1pPr` or another; without one text is 12 pt, as PowerPoint's own notes are */
function levelOf(level: XmlElement | undefined): NotesLevel {
  const size = pixels(Number(child(level, "a:defRPr")?.attributes["sz"] ?? 1200));
  const natural = size * naturalLine;
  return {
    style: { size, line: spacingOf(child(level, "a:lnSpc"), natural) ?? natural, weight: 400 },
    before: spacingOf(child(level, "a:spcBef"), natural) ?? 0,
  };
}

/** px: so many points, or so much of a line. */
function spacingOf(spacing: XmlElement | undefined, line: number): number | undefined {
  const [said] = spacing === undefined ? [] : childrenOf(spacing);
  if (said === undefined) return undefined;
  const value = Number(said.attributes["val"]);
  return said.name === "a:spcPts" ? pixels(value) : (value / 100_000) * line;
}

/** Hundredths of a point. */
function pixels(hundredths: number): number {
  return (hundredths / 100) * (96 / 72);
}
