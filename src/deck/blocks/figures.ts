/** A fenced block `figures` → key figures. */

import { fieldsOf, flag, listOf, object, oneOrMore, type Reader } from "../../data/fields.ts";
import type { YamlNode } from "../../data/yaml.ts";
import { emptyList } from "../../source/messages/bound-blocks.ts";
import type { Span } from "../../source/source.ts";
import type { Binder } from "../binder.ts";
import type { FiguresBlock } from "../model.ts";
import { figureOf } from "./chart-parts.ts";
import { expression, format, inlines, words } from "./fields.ts";

type Item = FiguresBlock["items"][number];

export function bindFigures(body: YamlNode, span: Span, binder: Binder): FiguresBlock | undefined {
  const fields = fieldsOf(body, binder.report);
  if (fields === undefined) return undefined;
  const before = binder.report.length;
  const items = fields.required("items", listOf(itemReader(binder)));
  if (items?.length === 0 && binder.report.length === before) {
    binder.fail(fields.entry("items")?.value.span ?? fields.span, emptyList("items"));
  }
  fields.done();
  return items === undefined || items.length === 0 ? undefined : { kind: "figures", items, span };
}

function itemReader(binder: Binder): Reader<Item> {
  return object((fields) => {
    const value = fields.required("value", expression);
    const look = fields.optional("format", format);
    const label = fields.required("label", inlines(binder));
    const details = fields.optional("details", oneOrMore(inlines(binder))) ?? [];
    const group = fields.optional("group", words(binder));
    const highlight = fields.optional("highlight", flag) ?? false;
    const quantity = value && binder.number(value);
    if (value === undefined || quantity === undefined || label === undefined) return undefined;
    const figure = figureOf(quantity, look, value, binder);
    return figure && { figure, label, details, ...(group === undefined ? {} : { group }), highlight };
  });
}
