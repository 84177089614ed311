/**
 * YAML as this project writes it: plain words bare, all else in double quotes, so that no reader takes a text for a
 * number, a day or a yes; keys in the order given.
 */

import { isDay } from "../data/calendar.ts";

/** A text, number, flag, `null`, list or {@link record}; or one of these with a wish for how it is written. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlRecord | Styled;
export type YamlRecord = ReadonlyMap<string, YamlValue>;

class Styled {
  readonly value: YamlValue;
  readonly style: "flow" | "bare";
  readonly comment: readonly string[];

  constructor(value: YamlValue, style: Styled["style"], comment: readonly string[] = []) {
    this.value = value;
    this.style = style;
    this.comment = comment;
  }
}

/** Fields in their order; those that are `undefined` are left out. */
export function record(...fields: readonly (readonly [name: string, value: YamlValue | undefined] | undefined)[]): YamlRecord {
  const result = new Map<string, YamlValue>();
  for (const field of fields) if (field?.[1] !== undefined) result.set(field[0], field[1]);
  return result;
}

/** On one line, `{ a: 1 }`, where it fits and no comment stands in it. */
export function flow(value: YamlValue): YamlValue {
  return new Styled(value, "flow");
}

/** A day without quotes, as people write it here; text that is no day is written as any text. */
export function day(text: string): YamlValue {
  return isDay(text) ? new Styled(text, "bare") : text;
}

/** A field with a comment above it; each line break in the comment starts a further line. */
export function commented(comment: string, value: YamlValue): YamlValue {
  const inner = value instanceof Styled ? value : undefined;
  return new Styled(inner?.value ?? value, inner?.style ?? "bare", [...comment.split("\n"), ...(inner?.comment ?? [])]);
}

/**
 * The text of a YAML file, with a line break at its end. What `parseYaml` reads of it is what was given, texts in
 * composed form (NFC).
 *
 * @throws RangeError for a number that is not finite or not exact, or an empty key: no caller may write one
 */
export function yamlText(value: YamlRecord | readonly YamlValue[]): string {
  return `${block(value, 0).join("\n")}\n`;
}

const lineWidth = 140;

/** The lines of a value that stands by itself. */
function block(value: YamlValue, indent: number): readonly string[] {
  const plain = bare(value);
  const pad = " ".repeat(indent);
  if (Array.isArray(plain) && plain.length > 0) {
    return plain.flatMap((item: YamlValue) => comments(item, pad).concat(behind(`${pad}-`, item, indent, true)));
  }
  if (plain instanceof Map && plain.size > 0) {
    return [...records(plain)].flatMap(([key, item]) => comments(item, pad).concat(behind(`${pad}${keyText(key)}:`, item, indent, false)));
  }
  return [`${pad}${inline(value)}`];
}

/** The lines of a value behind a key's colon or an item's dash. */
function behind(lead: string, value: YamlValue, indent: number, item: boolean): readonly string[] {
  const plain = bare(value);
  const nested = (Array.isArray(plain) && plain.length > 0) || (plain instanceof Map && plain.size > 0);
  if (!nested) {
    const long = typeof plain === "string" && !(value instanceof Styled) ? blockText(plain, indent + 2) : undefined;
    return long === undefined ? [`${lead} ${inline(value)}`] : [`${lead} ${long[0] ?? ""}`, ...long.slice(1)];
  }
  if (value instanceof Styled && value.style === "flow" && !hasComment(plain)) {
    const line = `${lead} ${inline(value)}`;
    if (line.length <= lineWidth) return [line];
  }
  const lines = block(value, indent + 2);
  const [first = ""] = lines;
  // The first field of an item stands beside its dash.
  return item && !first.trimStart().startsWith("#") ? [`${lead} ${first.trimStart()}`, ...lines.slice(1)] : [lead, ...lines];
}

function inline(value: YamlValue): string {
  const plain = bare(value);
  if (plain === null) return "null";
  if (typeof plain === "boolean") return String(plain);
  if (typeof plain === "number") return numberText(plain);
  if (typeof plain === "string") return value instanceof Styled && isDay(plain) ? plain : textText(plain);
  if (plain instanceof Map) {
    const fields = [...records(plain)].map(([key, item]) => `${keyText(key)}: ${inline(item)}`);
    return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
  }
  return `[${[...items(plain)].map(inline).join(", ")}]`;
}

type Bare = string | number | boolean | null | readonly YamlValue[] | YamlRecord;

function bare(value: YamlValue): Bare {
  return value instanceof Styled ? bare(value.value) : value;
}

function records(value: Bare): YamlRecord {
  return value instanceof Map ? value : new Map<string, YamlValue>();
}

function items(value: Bare): readonly YamlValue[] {
  return Array.isArray(value) ? value : [];
}

function hasComment(value: YamlValue): boolean {
  const plain = bare(value);
  return [...records(plain).values(), ...items(plain)].some(
    (inner) => (inner instanceof Styled && inner.comment.length > 0) || hasComment(inner),
  );
}

function comments(value: YamlValue, pad: string): readonly string[] {
  return value instanceof Styled ? value.comment.map((line) => `${pad}# ${oneLine(line)}`.trimEnd()) : [];
}

/** A comment may quote a file: nothing in it may end the line. */
function oneLine(text: string): string {
  return text.replaceAll(unprintable, " ").normalize();
}

function numberText(value: number): string {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    throw new RangeError(`no exact number: ${value}`);
  const text = String(value + 0);
  // 17.135 could be meant for 17135, and whoever reads releases is asked: the zero says that it is not.
  return /^-?[1-9]\d{0,2}\.\d{3}$/u.test(text) ? `${text}0` : text;
}

function keyText(key: string): string {
  if (key === "") throw new RangeError("an empty key");
  // The house's releases have a field of this name; as a key no reader of YAML 1.2 takes it for a yes.
  return key === "on" ? key : textText(key);
}

function textText(text: string): string {
  const composed = text.normalize();
  return isPlain(composed) ? composed : quoted(composed);
}

/** Letters first, and nothing that means something in YAML: no reader of any version takes it for anything but a text. */
function isPlain(text: string): boolean {
  return (
    /^\p{L}(?:[\p{L}\p{M}\p{N}_ ()%€²³/.+-]*[\p{L}\p{M}\p{N}_)%€²³.+-])?$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text)
  );
}

/** What must not stand in a file as it is: control characters, changes of direction, halves of characters. */
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Surrogate}/gu;

function quoted(text: string): string {
  const escaped = text
    .replaceAll(/["\\]/gu, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}

/** A text of several lines, or too long for one, as a YAML block; `undefined` where quotes say it better or only they can. */
function blockText(text: string, indent: number): readonly string[] | undefined {
  const composed = text.normalize();
  const pad = " ".repeat(indent);
  const lines = composed.split("\n");
  const sound = lines.every((line) => /^\S(?:.*\S)?$/u.test(line) && line.search(unprintable) < 0) && !/[\u00a0\u202f]/u.test(composed);
  if (!sound) return undefined;
  if (lines.length > 1) return ["|-", ...lines.map((line) => pad + line)];
  // Folding joins lines by one blank: texts with two in a row would lose one.
  if (composed.length < lineWidth || composed.includes("  ")) return undefined;
  const folded: string[] = [];
  for (const word of composed.split(" ")) {
    const last = folded.at(-1);
    if (last !== undefined && indent + last.length + 1 + word.length <= 120) folded[folded.length - 1] = `${last} ${word}`;
    else folded.push(word);
  }
  return [">-", ...folded.map((line) => pad + line)];
}
