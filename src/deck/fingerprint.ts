/**
 * A deck's fingerprint: the same as long as its audience sees and hears the same words, numbers, charts and notes, and words
 * are held to the same. How they look, what files are called and where data lie is no part of it.
 */

import { createHash } from "node:crypto";
import type { Release } from "../data/dataset.ts";
import type { Block, Deck, Inline, Slide } from "./model.ts";
import { withoutReleaseNote } from "./release-note.ts";

/** Names the content of a picture by its address; `undefined` where that is not known. */
export type PictureDigest = (address: string) => string | undefined;

const digits = 16;

/** 16 hexadecimal digits. Neither the deck's state nor slides of its ledger count: both follow from the rest. */
export function fingerprintOf(deck: Deck, digest: PictureDigest = () => undefined): string {
  const { title, subtitle = "", event = "", date = "", author = "" } = deck;
  const head = [title, subtitle, event, date, author].map(plain);
  return hash([...head, ...slidePrints(deck, digest).map(({ print }) => print)]);
}

/** The fingerprint of each slide, in their order. */
export function slidePrints(
  deck: Deck,
  digest: PictureDigest = () => undefined,
): readonly { readonly id: string; readonly print: string }[] {
  const slides = deck.slides.filter(({ ledger }) => ledger !== true);
  // A link to a slide leads where that stands, whatever its file is called.
  const places = new Map(slides.map(({ id }, index) => [id, `#${index + 1}`]));
  return slides.map((slide) => ({ id: slide.id, print: hash(seenOf(slide, { places, digest }, deck)) }));
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts), "utf8").digest("hex").slice(0, digits);
}

interface Context {
  readonly places: ReadonlyMap<string, string>;
  readonly digest: PictureDigest;
}

function seenOf(slide: Slide, context: Context, { state }: Deck): readonly string[] {
  const footnotes = withoutReleaseNote(slide.footnotes, state);
  return [
    ...part("kicker", inlines(slide.kicker, context)),
    ...part("title", inlines(slide.title, context)),
    ...slide.regions.flatMap(({ blocks }) =>
      part(
        "region",
        blocks.flatMap((block) => blockParts(block, context)),
      ),
    ),
    ...part(
      "notes",
      slide.notes.flatMap((block) => blockParts(block, context)),
    ),
    ...part("footnotes", [plain(footnotes.join(" "))]),
    // Of words that have become plain text (the title of a chart) what they are held to.
    ...part(
      "held",
      slide.said.flatMap((inline) => (inline.kind === "claim" ? [heldTo(inline)] : [])),
    ),
    // Not the line of sources, which is shortened where there is no room.
    ...part("sources", slide.releases.flatMap(sourceParts)),
  ];
}

/** Marked off, so that words which move from one part to another make a difference. */
function part(name: string, parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [`<${name}>`, ...parts, `</${name}>`];
}

/** Blanks, hyphens and the places where words may break are set by rules that may get better. */
function plain(text: string): string {
  return text
    .replaceAll("\u00ad", "")
    .replaceAll("\u2011", "-")
    .replaceAll(/[\s\u00a0\u202f]+/gu, " ")
    .trim();
}

function sourceParts({ stichtag, knownOn = "", status, provenance }: Release): readonly string[] {
  const { provider, table = "", licence } = provenance;
  return [stichtag, knownOn, status, provider, table, licence?.wording ?? licence?.name ?? ""].map(plain);
}

function blockParts(block: Block, context: Context): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return part(block.kind, inlines(block.content, context));
    case "list":
      return part(
        block.ordered ? `list ${block.start}` : "list",
        block.items.flatMap(({ checked, blocks }) =>
          part(
            checked === undefined ? "item" : `item ${checked}`,
            blocks.flatMap((below) => blockParts(below, context)),
          ),
        ),
      );
    case "quote":
      return part(
        "quote",
        block.blocks.flatMap((below) => blockParts(below, context)),
      );
    case "code":
      return part("code", [block.text]);
    case "rule":
      return [];
    case "table":
      return part("table", [
        ...inlines(block.caption, context),
        ...block.columns.flatMap(({ header }) => part("head", inlines(header, context))),
        ...block.rows.flatMap(({ role, cells }) =>
          part(
            role,
            cells.flatMap((cell) => ["|", ...inlines(cell, context)]),
          ),
        ),
      ]);
    case "figures":
      return part(
        "figures",
        block.items.flatMap(({ figure, label, details, group = "", highlight }) => [
          figure.text,
          ...part("label", inlines(label, context)),
          ...details.flatMap((detail) => part("detail", inlines(detail, context))),
          plain(group),
          `${highlight}`,
        ]),
      );
    case "chart":
      return part(
        "chart",
        block.views.flatMap(({ label, chart }) => [plain(label), ...chartParts(chart)]),
      );
  }
}

/** Neighbouring words in one piece, however they are marked: where markup begins and ends is look. */
function inlines(content: readonly Inline[], context: Context): readonly string[] {
  const text = plain(content.map((inline) => inlineText(inline, context)).join(""));
  return text === "" ? [] : [text];
}

function inlineText(inline: Inline, context: Context): string {
  const inner = (content: readonly Inline[]): string => content.map((below) => inlineText(below, context)).join("");
  switch (inline.kind) {
    case "text":
    case "code":
    case "bound":
      return inline.text;
    case "figure":
      return inline.figure.text;
    case "break":
      return " ";
    case "strong":
    case "emphasis":
    case "literal":
      return inner(inline.content);
    case "claim":
      return `<held ${heldTo(inline)}>${inner(inline.content)}</held>`;
    case "deleted":
      return `<del>${inner(inline.content)}</del>`;
    case "link":
      return `<a ${placeOf(inline.address, context)}>${inner(inline.content)}</a>`;
    case "image":
      return `<img ${context.digest(inline.image.address) ?? nameOf(inline.image.address)}>${inline.image.alternative}`;
  }
}

/** The condition, however it is spaced, and how far its words reach. */
function heldTo({ condition, meanings = [] }: Extract<Inline, { kind: "claim" }>): string {
  return [withoutBlanks(condition), ...meanings].join("; ");
}

/** Outside quotes, within which a blank is part of a key. */
function withoutBlanks(condition: string): string {
  return condition.replaceAll(/("[^"]*"|'[^']*')|\s+/gu, (_, quoted: string | undefined) => quoted ?? "");
}

function placeOf(address: string, { places }: Context): string {
  return (address.startsWith("#") ? places.get(address.slice(1)) : undefined) ?? address;
}

function nameOf(address: string): string {
  return address.slice(address.lastIndexOf("/") + 1);
}

/**
 * All words and numbers of a chart. A walk over whatever it is made of, so that no kind of chart that is yet to come has
 * something to show that nobody counts.
 */
function chartParts(chart: unknown): readonly string[] {
  if (typeof chart === "string") return [plain(chart)];
  if (typeof chart !== "object" || chart === null) return [String(chart)];
  if (Array.isArray(chart)) return ["[", ...chart.flatMap(chartParts), "]"];
  // Of a number what is shown: neither how it was worked out nor where it stands.
  if ("origin" in chart && "text" in chart) return [String(chart.text)];
  const fields = Object.entries(chart).filter(([name, value]) => !unseen.has(name) && value !== undefined);
  return fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, value]) => part(name, chartParts(value)));
}

/** Names within the code, places, looks, and the sentence that is made of all the rest. */
const unseen: ReadonlySet<string> = new Set(["id", "key", "span", "summary", "colour", "shape"]);
