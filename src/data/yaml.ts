/** YAML with the place of every value: built from js-yaml's events, which carry offsets. */

import {
  boolCoreTag,
  EVENT_ID,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
  type ScalarEvent,
} from "js-yaml";
import { error, type Diagnostic, type Outcome } from "../source/diagnostic.ts";
import {
  duplicateKey,
  emptyFile,
  unsafeNumber,
  yamlAlias,
  yamlDepth,
  yamlDocuments,
  yamlKey,
  yamlPlaceholder,
  yamlSyntax,
  yamlTag,
} from "../source/messages/yaml.ts";
import { positionAt, spanOf, type Source, type Span } from "../source/source.ts";
import { explainYamlError } from "./yaml-error.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "./yaml-node.ts";

export type { YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from "./yaml-node.ts";
export { spanWithin } from "./yaml-place.ts";

const maxDepth = 32;
const wholeFiles = new WeakMap<Source, Outcome<YamlNode>>();

/**
 * Reads one YAML document: a whole file, or the range of a fenced block or front matter inside another text.
 * Never throws. Refused, each with its place: syntax errors, tabs, aliases, anchors and tags, duplicate keys (the
 * first one counts), several documents, nesting beyond 32 levels, whole numbers beyond what is exact, and nothing
 * at all (`empty-file`).
 */
export function parseYaml(source: Source, start: number = 0, end: number = source.text.length): Outcome<YamlNode> {
  if (start > 0 || end < source.text.length) return parseRange(source, start, end);
  const known = wholeFiles.get(source);
  if (known !== undefined) return known;
  const outcome = parseRange(source, start, end);
  wholeFiles.set(source, outcome);
  return outcome;
}

function parseRange(source: Source, start: number, end: number): Outcome<YamlNode> {
  const text = source.text.slice(start, end);
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth });
  } catch (thrown) {
    return { value: undefined, diagnostics: [explainThrown(thrown, text, source, start)] };
  }
  return new Builder(text, source, start).build(events);
}

function explainThrown(thrown: unknown, text: string, source: Source, start: number): Diagnostic {
  if (thrown instanceof YAMLException) {
    const at = Math.min(Math.max(thrown.mark?.position ?? 0, 0), text.length);
    if (thrown.reason.startsWith("nesting exceeded")) return error(spanOf(source, start + at, start + at + 1), yamlDepth(maxDepth));
    const { from, to, message } = explainYamlError(text, at, thrown.reason);
    return error(spanOf(source, start + from, start + to), message);
  }
  return error(spanOf(source, start, start + text.length), yamlSyntax(thrown instanceof Error ? thrown.message : "?"));
}

interface OpenSequence {
  readonly kind: "sequence";
  readonly start: number;
  readonly flow: boolean;
  readonly items: YamlNode[];
}
interface OpenMapping {
  readonly kind: "mapping";
  readonly start: number;
  readonly flow: boolean;
  readonly entries: YamlEntry[];
  /** First place of each key. */
  readonly keys: Map<string, number>;
  /** The key whose value comes next; `undefined` where a key comes next. */
  pending: { readonly key: string; readonly span: Span } | undefined;
}

/** Turns the flat events into nodes. Without recursion: depth is bounded, but cheap is cheap. */
class Builder {
  private readonly text: string;
  private readonly source: Source;
  private readonly offset: number;
  private readonly report: Diagnostic[] = [];
  private readonly open: (OpenSequence | OpenMapping)[] = [];
  private root: YamlNode | undefined;
  private documents = 0;
  private refused = false;
  private readonly references = new Set<string>();
  /** End of what has been seen: where an empty value stands. */
  private cursor = 0;

  constructor(text: string, source: Source, offset: number) {
    this.text = text;
    this.source = source;
    this.offset = offset;
  }

  build(events: readonly Event[]): Outcome<YamlNode> {
    for (const event of events) {
      if (event.type === EVENT_ID.DOCUMENT) {
        if (++this.documents > 1) {
          const at = Math.max(this.text.indexOf("\n---", Math.max(0, this.cursor - 1)) + 1, 0);
          return { value: undefined, diagnostics: [...this.report, error(this.span(at, at + 3), yamlDocuments())] };
        }
      } else if (event.type === EVENT_ID.POP) this.close();
      else if (event.type === EVENT_ID.ALIAS) {
        this.refuseReference(event.anchorStart, event.anchorEnd);
        this.add(this.emptyScalar());
      } else {
        if (event.anchorStart >= 0) {
          this.refuseReference(event.anchorStart, event.anchorEnd);
          this.cursor = Math.max(this.cursor, event.anchorEnd);
        }
        if (event.tagStart >= 0) {
          this.refuse(event.tagStart, event.tagEnd, yamlTag(this.text.slice(event.tagStart, event.tagEnd)));
          this.cursor = Math.max(this.cursor, event.tagEnd);
        }
        if (event.type === EVENT_ID.SCALAR) this.add(this.scalar(event));
        else this.enter(event.type === EVENT_ID.SEQUENCE, event.start, event.style === 2);
      }
    }
    const empty = this.root === undefined || (this.root.kind === "scalar" && this.root.value === null && this.root.raw === "");
    if (empty && !this.refused) {
      return { value: undefined, diagnostics: [...this.report, error(this.span(0, this.text.length), emptyFile())] };
    }
    return { value: this.refused ? undefined : this.root, diagnostics: this.report };
  }

  private span(from: number, to: number): Span {
    return spanOf(this.source, this.offset + from, this.offset + to);
  }

  private refuse(from: number, to: number, message: ReturnType<typeof yamlAlias>): void {
    this.refused = true;
    this.report.push(error(this.span(from, to), message));
  }

  /** An anchor or an alias: each name once, for a bomb has thousands. */
  private refuseReference(start: number, end: number): void {
    this.refused = true;
    const name = this.text.slice(start, end);
    if (this.references.has(name)) return;
    this.references.add(name);
    this.refuse(start - 1, end, yamlAlias(name));
  }

  private enter(sequence: boolean, start: number, flow: boolean): void {
    this.cursor = Math.max(this.cursor, flow ? start + 1 : start);
    this.open.push(
      sequence
        ? { kind: "sequence", start, flow, items: [] }
        : { kind: "mapping", start, flow, entries: [], keys: new Map<string, number>(), pending: undefined },
    );
  }

  private close(): void {
    const frame = this.open.pop();
    if (frame === undefined) return; // the end of the document
    if (frame.flow) this.cursor = closingBracket(this.text, this.cursor, frame.kind === "sequence" ? "]" : "}");
    const span = this.span(frame.start, this.cursor);
    this.add(
      frame.kind === "sequence" ? { kind: "sequence", items: frame.items, span } : { kind: "mapping", entries: frame.entries, span },
    );
  }

  private add(value: YamlNode): void {
    const parent = this.open.at(-1);
    if (parent === undefined) this.root = value;
    else if (parent.kind === "sequence") parent.items.push(value);
    else if (parent.pending === undefined) this.key(parent, value);
    else {
      const { key, span } = parent.pending;
      parent.pending = undefined;
      const first = parent.keys.get(key);
      if (first === undefined) {
        parent.keys.set(key, span.start);
        parent.entries.push({ key, keySpan: span, value });
      } else this.report.push(error(span, duplicateKey(key, positionAt(this.source, first).line)));
    }
  }

  private key(parent: OpenMapping, value: YamlNode): void {
    const key = value.kind === "scalar" && value.value !== null ? String(value.value).normalize() : "";
    if (key === "") this.refuseKey(parent, value);
    parent.pending = { key, span: value.span };
  }

  private refuseKey({ start }: OpenMapping, { span }: YamlNode): void {
    if (this.text.startsWith("{{", start)) this.refuse(start, start + 2, yamlPlaceholder());
    else this.refuse(span.start - this.offset, span.end - this.offset, yamlKey());
  }

  private emptyScalar(): YamlScalar {
    const at = emptyPlace(this.text, this.cursor, this.open.at(-1));
    this.cursor = Math.max(this.cursor, at);
    const span = this.span(at, at);
    return { kind: "scalar", value: null, raw: "", quoted: false, span, content: span };
  }

  private scalar(event: ScalarEvent): YamlScalar {
    if (event.valueStart < 0) return this.emptyScalar();
    const { valueStart, valueEnd, style } = event;
    const quotes = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    this.cursor = Math.max(this.cursor, valueEnd + quotes);
    const span = this.span(valueStart - quotes, valueEnd + quotes);
    const decoded = event.fast ? this.text.slice(valueStart, valueEnd) : getScalarValue(this.text, event);
    const quoted = style !== SCALAR_STYLE.PLAIN;
    const parent = this.open.at(-1);
    // A key is text whatever it looks like: 2016 and null are years and words.
    const text = quoted || (parent?.kind === "mapping" && parent.pending === undefined);
    const value = text ? decoded : resolvePlain(decoded);
    if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
      this.report.push(error(span, unsafeNumber(decoded)));
    }
    return {
      kind: "scalar",
      value,
      raw: this.text.slice(valueStart - quotes, valueEnd + quotes),
      quoted,
      span,
      content: quotes === 0 ? span : this.span(valueStart, valueEnd),
    };
  }
}

/** What a plain scalar means in the core schema; `.inf` and `.nan` stay text, since no statistic is infinite. */
function resolvePlain(text: string): string | number | boolean | null {
  if (!/^[-+.\d~ntf]|^$/iu.test(text)) return text;
  for (const tag of [nullCoreTag, boolCoreTag]) {
    const value = tag.resolve(text, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  for (const tag of [intCoreTag, floatCoreTag]) {
    const value = tag.resolve(text, false, tag.tagName);
    // No office counts minus zero: adding zero takes its sign away.
    if (value !== NOT_RESOLVED) return Number.isFinite(value) ? value + 0 : text;
  }
  return text;
}

/** Where a value that is not written down would stand: behind the colon of its key or the dash of its item. */
function emptyPlace(text: string, cursor: number, parent: OpenSequence | OpenMapping | undefined): number {
  if (parent?.kind === "mapping" && parent.pending !== undefined) {
    const colon = skipBlank(text, cursor);
    return text[colon] === ":" ? colon + 1 : cursor;
  }
  if (parent?.kind === "sequence" && !parent.flow) {
    const dash = skipBlank(text, cursor);
    return text[dash] === "-" ? dash + 1 : cursor;
  }
  return cursor;
}

/** The offset after the bracket that closes a flow collection whose last content ends at `from`. */
function closingBracket(text: string, from: number, bracket: "]" | "}"): number {
  let at = skipBlank(text, from);
  while (at < text.length && text[at] !== bracket) at = skipBlank(text, at + 1);
  return Math.min(at + 1, text.length);
}

/** Over white space, line breaks and comments. */
function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && /\s/u.test(text.charAt(at))) at++;
    if (text[at] !== "#" || !/^$|\s/u.test(text.charAt(at - 1))) return at;
    const lineBreak = text.indexOf("\n", at);
    at = lineBreak < 0 ? text.length : lineBreak;
  }
}
