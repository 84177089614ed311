/** Readers for the fields of bound blocks: texts with placeholders, expressions, formats. */

import type { Expression } from "../../data/expression/parse.ts";
import { type Reader, textOf, textScalar } from "../../data/fields.ts";
import { type Format, parseFormat } from "../../data/format.ts";
import { spanWithin } from "../../data/yaml.ts";
import { bindInlines } from "../bind-inlines.ts";
import type { Binder } from "../binder.ts";
import type { Inline } from "../model.ts";
import { expressionOf, templateOf } from "../template.ts";

/** A text with placeholders and claims, bound. */
export function inlines(binder: Binder): Reader<readonly Inline[]> {
  return (node, report) => {
    const scalar = textScalar(node, report);
    return scalar === undefined ? undefined : bindInlines(templateOf(scalar, report), binder);
  };
}

/** The same as plain text; the binder keeps what it rests on. */
export function words(binder: Binder): Reader<string> {
  const read = inlines(binder);
  return (node, report) => {
    const content = read(node, report);
    return content === undefined ? undefined : binder.plain(content);
  };
}

export const expression: Reader<Expression> = (node, report) => {
  const scalar = textScalar(node, report);
  return scalar === undefined ? undefined : expressionOf(scalar, report);
};

export const format: Reader<Format> = (node, report) => {
  const scalar = textScalar(node, report);
  if (scalar === undefined) return undefined;
  const { source, start, end } = spanWithin(scalar, 0, textOf(scalar).length);
  const parsed = parseFormat(source, start, end);
  report.push(...parsed.diagnostics);
  return parsed.value;
};
