/**
 * A slide as it was written: Markdown and YAML with their placeholders parsed, nothing bound. Depends on its file alone,
 * so it stays the same object as long as the file's text does.
 */

import type { YamlNode } from "../data/yaml.ts";
import type { Expression } from "../data/expression/parse.ts";
import type { Placeholder } from "../data/expression/placeholder.ts";
import type { Span } from "../source/source.ts";

export interface OutlineSlide {
  /** File name without ending; "-2", "-3" after it for the further slides of a file. */
  readonly id: string;
  /** The slide's front matter; `undefined` where it has none. */
  readonly settings: YamlNode | undefined;
  /** In the order of the file. `region` is `undefined` for what stands outside of all regions. */
  readonly sections: readonly OutlineSection[];
  readonly notes: readonly OutlineBlock[];
  /** From the slide's first character to its last. */
  readonly span: Span;
}

export interface OutlineSection {
  readonly region: RegionName | undefined;
  readonly blocks: readonly OutlineBlock[];
}

/** The name after `:::` and its place. */
export interface RegionName {
  readonly name: string;
  readonly span: Span;
}

export type OutlineBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly content: readonly OutlineInline[]; readonly span: Span }
  | { readonly kind: "paragraph"; readonly content: readonly OutlineInline[]; readonly span: Span }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly { readonly checked?: boolean; readonly blocks: readonly OutlineBlock[] }[];
      readonly span: Span;
    }
  | { readonly kind: "quote"; readonly blocks: readonly OutlineBlock[]; readonly span: Span }
  | { readonly kind: "code"; readonly language: string; readonly text: string; readonly span: Span }
  | { readonly kind: "rule"; readonly span: Span }
  | {
      readonly kind: "table";
      readonly columns: readonly { readonly header: readonly OutlineInline[]; readonly align: "left" | "center" | "right" }[];
      readonly rows: readonly (readonly (readonly OutlineInline[])[])[];
      readonly span: Span;
    }
  | FencedBlock;

/** A fenced block that is bound: its YAML. */
export interface FencedBlock {
  readonly kind: "fenced";
  readonly type: FencedType;
  readonly body: YamlNode;
  readonly span: Span;
}
export type FencedType = "chart" | "diagram" | "table" | "figures" | "changes";

export type OutlineInline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis" | "deleted"; readonly content: readonly OutlineInline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "break" }
  | {
      readonly kind: "link";
      readonly address: Template;
      readonly title?: Template;
      readonly content: readonly OutlineInline[];
      readonly span: Span;
    }
  | { readonly kind: "image"; readonly address: Template; readonly alternative: Template; readonly title?: Template; readonly span: Span }
  | OutlinePlaceholder
  | {
      readonly kind: "claim";
      readonly content: readonly OutlineInline[];
      /** `undefined` where the condition has a fault, which has been told. */
      readonly condition: Expression | undefined;
      /** The condition as written. */
      readonly text: string;
      readonly span: Span;
    }
  /** `[words]{literal: reason}`: words that look like a statistic and are none. */
  | { readonly kind: "literal"; readonly content: readonly OutlineInline[]; readonly reason: string; readonly span: Span }
  | OutlineChoice;

/** `[a|b|c]{choose: …}`: words that follow the numbers. */
export interface OutlineChoice {
  readonly kind: "choose";
  readonly alternatives: readonly (readonly OutlineInline[])[];
  /** One expression that asks for all alternatives, or one for each but the last. `undefined` where there is a fault, which has been told. */
  readonly conditions: readonly Expression[] | undefined;
  /** What is asked, as written. */
  readonly text: string;
  readonly span: Span;
}

/** `{{ expression | format }}`; `span` is the whole of it with its braces. */
export interface OutlinePlaceholder {
  readonly kind: "placeholder";
  /** `undefined` where it has a fault, which has been told. */
  readonly parsed: Placeholder | undefined;
  readonly span: Span;
}

/** Text without markup, e.g. an alternative text or a string of a fenced block: only texts, placeholders, and words with a tail. */
export type Template = readonly TemplatePart[];
export type TemplatePart = Extract<OutlineInline, { kind: "text" | "placeholder" | "claim" | "literal" | "choose" }>;
