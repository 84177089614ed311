/** A YAML document as values with their places. */

import type { Span } from "../source/source.ts";

export type YamlNode = YamlScalar | YamlSequence | YamlMapping;

export interface YamlScalar {
  readonly kind: "scalar";
  /** By the YAML 1.2 core schema: dates, yes and no stay text. An empty value is `null`. Numbers are finite. */
  readonly value: string | number | boolean | null;
  /** The scalar as it stands in the source, with its quotes: the text at `span`. */
  readonly raw: string;
  /** In quotes or as a block (`|`, `>`): then it is text whatever it looks like. */
  readonly quoted: boolean;
  readonly span: Span;
  /** `span` without quotes. */
  readonly content: Span;
}

export interface YamlSequence {
  readonly kind: "sequence";
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

export interface YamlMapping {
  readonly kind: "mapping";
  /** In the order of the file; no key twice. */
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

export interface YamlEntry {
  /** In Unicode's composed form, so that an ö is an ö however it was typed. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}
