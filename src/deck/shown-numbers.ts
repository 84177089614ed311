/** The single numbers that slides name in words and as key figures, as they are written: read from outlines, nothing bound. */

import type { Expression } from "../data/expression/parse.ts";
import { textOf } from "../data/fields.ts";
import { type Format, parseFormat } from "../data/format.ts";
import { spanWithin, type YamlNode, type YamlScalar } from "../data/yaml.ts";
import type { OutlineBlock, OutlineInline, OutlineSlide } from "./outline.ts";
import { expressionOf, templateOf } from "./template.ts";
import { typeset } from "./typography.ts";

export interface ShownNumber {
  readonly data: Expression;
  readonly look: Format | undefined;
  /** What a key figure is called, where that is plain text. */
  readonly label: string | undefined;
}

/** In the order of the slides; of notes none. What an expression yields, and whether that is a number, is not known here. */
export function shownNumbers(outlines: readonly OutlineSlide[]): readonly ShownNumber[] {
  return outlines.flatMap((outline) => {
    let found = known.get(outline);
    if (found === undefined) known.set(outline, (found = ofSlide(outline)));
    return found;
  });
}

const known = new WeakMap<OutlineSlide, readonly ShownNumber[]>();

function ofSlide({ settings, sections }: OutlineSlide): readonly ShownNumber[] {
  return [...(settings === undefined ? [] : ofYaml(settings)), ...sections.flatMap(({ blocks }) => blocks.flatMap(ofBlock))];
}

function ofBlock(block: OutlineBlock): readonly ShownNumber[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return ofInlines(block.content);
    case "list":
      return block.items.flatMap(({ blocks }) => blocks.flatMap(ofBlock));
    case "quote":
      return [];
    case "table":
      return [...block.columns.flatMap(({ header }) => ofInlines(header)), ...block.rows.flatMap((row) => row.flatMap(ofInlines))];
    case "fenced":
      // A list of changes is about the other slides, not one of them.
      if (block.type === "changes") return [];
      return block.type === "figures" ? ofFigures(block.body) : ofYaml(block.body);
    case "code":
    case "rule":
      return [];
  }
}

function ofInlines(inlines: readonly OutlineInline[]): readonly ShownNumber[] {
  return inlines.flatMap((inline): readonly ShownNumber[] => {
    switch (inline.kind) {
      case "placeholder":
        return inline.parsed === undefined ? [] : [{ data: inline.parsed.expression, look: inline.parsed.format, label: undefined }];
      case "strong":
      case "emphasis":
      case "deleted":
      case "link":
      case "claim":
      case "literal":
        return ofInlines(inline.content);
      case "choose":
        // Which of them a slide says is known only once it is bound.
        return [];
      case "text":
      case "code":
      case "break":
      case "image":
        return [];
    }
  });
}

/** Key figures with their names, and whatever their texts hold. */
function ofFigures(body: YamlNode): readonly ShownNumber[] {
  const items = fieldOf(body, "items");
  if (items?.kind !== "sequence") return [];
  return items.items.flatMap((item) => {
    const [value, look] = [scalarOf(fieldOf(item, "value")), scalarOf(fieldOf(item, "format"))];
    const data = value && expressionOf(value, []);
    const figure: readonly ShownNumber[] = data === undefined ? [] : [{ data, look: look && formatOf(look), label: labelOf(item) }];
    return figure.concat(ofYaml(item));
  });
}

/** "Einwohnerinnen und Einwohner, Landkreis Cloppenburg". */
function labelOf(item: YamlNode): string | undefined {
  const words = ["label", "group"].flatMap((name) => {
    const scalar = scalarOf(fieldOf(item, name));
    return scalar === undefined ? [] : [textOf(scalar)];
  });
  return words.length === 0 || words.some((text) => text.includes("{{")) ? undefined : typeset(words.join(", "));
}

function formatOf(scalar: YamlScalar): Format | undefined {
  const { source, start, end } = spanWithin(scalar, 0, textOf(scalar).length);
  return parseFormat(source, start, end).value;
}

/** Placeholders in texts of YAML. */
function ofYaml(node: YamlNode): readonly ShownNumber[] {
  if (node.kind === "mapping") return node.entries.flatMap(({ value }) => ofYaml(value));
  if (node.kind === "sequence") return node.items.flatMap(ofYaml);
  return textOf(node).includes("{{") ? ofInlines(templateOf(node, [])) : [];
}

function fieldOf(node: YamlNode, name: string): YamlNode | undefined {
  return node.kind === "mapping" ? node.entries.find(({ key }) => key === name)?.value : undefined;
}

function scalarOf(node: YamlNode | undefined): YamlScalar | undefined {
  return node?.kind === "scalar" && node.value !== null ? node : undefined;
}
