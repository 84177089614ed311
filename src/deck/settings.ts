/** `deck.yaml` → what holds for the whole deck. */

import { day, type Fields, fieldsOf, flag, mapOf, number, object, oneOf, type Reader, textOf, textScalar } from "../data/fields.ts";
import type { IsoDate } from "../data/figure.ts";
import type { NumberStyle } from "../data/format.ts";
import type { Result } from "../data/value.ts";
import { parseYaml } from "../data/yaml.ts";
import { error, type Diagnostic, type Outcome } from "../source/diagnostic.ts";
import { placeholderInSettings } from "../source/messages/deck.ts";
import { reachOutside } from "../source/messages/words.ts";
import { type ReachName, reachNames, usualReach, type WordReach } from "../data/expression/words.ts";
import { spanOf, type Source, type Span } from "../source/source.ts";
import { canvases, type CanvasName, isCanvasName } from "../../theme/layouts.ts";
import { type LintLevel, lintLevels } from "./lint/names.ts";
import type { Contact, TemplateSettings } from "./model.ts";
import { readState, type StateSetting } from "./state.ts";
import { templateSettings } from "./template-settings.ts";

export interface Settings {
  readonly title: string;
  readonly subtitle?: string;
  readonly event?: string;
  readonly date?: IsoDate;
  readonly author?: string;
  readonly contact?: Contact;
  readonly language: "de";
  /** A day, or "latest". */
  readonly asOf: IsoDate;
  readonly numbers: NumberStyle;
  readonly canvas: CanvasName;
  readonly state?: StateSetting;
  readonly template?: TemplateSettings;
  /** How far words such as "rund" reach in conditions. */
  readonly words: WordReach;
  /** Whether the deck's last slides show where its numbers come from. */
  readonly ledgerSlides: boolean;
  /** By the names of rules. */
  readonly lint?: ReadonlyMap<string, LintLevel>;
  /** What to say instead of a word; `off`: the word itself. */
  readonly wording?: ReadonlyMap<string, string>;
  /** Places of the fields, for what is shown of them on slides. */
  readonly places: ReadonlyMap<string, Span>;
  readonly span: Span;
}

const known = new WeakMap<Source, Outcome<Settings>>();

/** Reads `deck.yaml`. The same `Source` gives the same object. */
export function readSettings(source: Source): Outcome<Settings> {
  const before = known.get(source);
  if (before !== undefined) return before;
  const outcome = read(source);
  known.set(source, outcome);
  return outcome;
}

/** A text that is shown as it stands. */
const plainText: Reader<string> = (node, report) => {
  const scalar = textScalar(node, report);
  if (scalar === undefined) return undefined;
  const value = textOf(scalar);
  if (value.includes("{{")) report.push(error(scalar.span, placeholderInSettings()));
  return value;
};

const contact: Reader<Contact> = object((fields) => ({
  ...optional("name", fields.optional("name", plainText)),
  ...optional("organisation", fields.optional("organisation", plainText)),
  ...optional("unit", fields.optional("unit", plainText)),
  ...optional("telephone", fields.optional("telephone", plainText)),
  ...optional("email", fields.optional("email", plainText)),
}));

const dayOrLatest: Reader<IsoDate> = (node, report) => (node.kind === "scalar" && node.value === "latest" ? "latest" : day(node, report));

const canvasNames = Object.keys(canvases).filter(isCanvasName);

const part: Reader<number> = (node, report) => {
  const value = number(node, report);
  if (value === undefined || (value >= 0 && value < 1)) return value;
  report.push(error(node.span, reachOutside()));
  return undefined;
};

const wordReach: Reader<Partial<WordReach>> = object((fields) => {
  const reach: { -readonly [name in ReachName]?: number } = {};
  for (const name of reachNames) {
    const value = fields.optional(name, part);
    if (value !== undefined) reach[name] = value;
  }
  return reach;
});

function read(source: Source): Outcome<Settings> {
  const yaml = parseYaml(source);
  const report: Diagnostic[] = [...yaml.diagnostics];
  if (yaml.value === undefined) return { value: undefined, diagnostics: report };
  const fields = fieldsOf(yaml.value, report);
  if (fields === undefined) return { value: undefined, diagnostics: report };
  const places = new Map<string, Span>();
  if (yaml.value.kind === "mapping") for (const { key, value } of yaml.value.entries) places.set(key, value.span);
  const title = fields.required("title", plainText);
  const rest = readRest(fields, report);
  fields.done();
  const value = title === undefined ? undefined : { title, ...rest, places, span: spanOf(source, 0, source.text.length) };
  return { value, diagnostics: report };
}

function readRest(fields: Fields, report: Diagnostic[]): Omit<Settings, "title" | "places" | "span"> {
  return {
    ...optional("subtitle", fields.optional("subtitle", plainText)),
    ...optional("event", fields.optional("event", plainText)),
    ...optional("date", fields.optional("date", day)),
    ...optional("author", fields.optional("author", plainText)),
    ...optional("contact", fields.optional("contact", contact)),
    language: fields.optional("language", oneOf("de")) ?? "de",
    asOf: fields.optional("as_of", dayOrLatest) ?? "latest",
    numbers: { thousands: fields.optional("numbers", oneOf("dot", "narrow-space")) ?? "dot" },
    canvas: fields.optional("canvas", oneOf(...canvasNames)) ?? "16:9",
    ...optional("state", readState(fields, plainText, report)),
    ...optional("template", fields.optional("template", templateSettings)),
    words: { ...usualReach, ...fields.optional("words", wordReach) },
    ledgerSlides: fields.optional("ledger", flag) ?? false,
    ...optional("lint", fields.optional("lint", lintLevels)),
    ...optional("wording", fields.optional("wording", mapOf(plainText))),
  };
}

function optional<K extends string, T>(name: K, value: T | undefined): { readonly [key in K]?: T } {
  // A computed key widens to string; this keeps the field's own name.
  const result: { [key in K]?: T } = {};
  if (value !== undefined) result[name] = value;
  return result;
}

/** What `deck.name` yields in expressions. */
export function deckResults(settings: Settings, asOf: IsoDate): ReadonlyMap<string, Result> {
  const results = new Map<string, Result>();
  const origin = (name: string): { readonly kind: "literal"; readonly span: Span } => ({
    kind: "literal",
    span: settings.places.get(name) ?? settings.span,
  });
  const words = (name: string, text: string | undefined, place: string = name): void => {
    if (text !== undefined) results.set(name, { kind: "words", text, origin: origin(place) });
  };
  words("title", settings.title);
  words("subtitle", settings.subtitle);
  words("event", settings.event);
  words("author", settings.author);
  for (const [name, text] of Object.entries(settings.contact ?? {})) words(`contact.${name}`, text, "contact");
  if (settings.date !== undefined) results.set("date", { kind: "day", day: settings.date, origin: origin("date") });
  results.set("as_of", { kind: "day", day: asOf, origin: origin("as_of") });
  return results;
}
