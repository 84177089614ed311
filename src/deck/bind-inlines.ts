/** Outline inlines → inlines: placeholders become figures or bound texts, claims are held to their conditions. */

import { formatResult } from "../data/format.ts";
import type { Binder } from "./binder.ts";
import { bindChoice } from "./choices.ts";
import { bindClaim } from "./claims.ts";
import { bindLink, bindPicture } from "./links.ts";
import type { Inline } from "./model.ts";
import type { OutlineInline, OutlinePlaceholder, Template } from "./outline.ts";
import { plainText } from "./plain-text.ts";
import { writtenOf } from "./written.ts";

/** The inlines bound. A part that has a fault is left out, and the binder knows. */
export function bindInlines(inlines: readonly OutlineInline[], binder: Binder): readonly Inline[] {
  // Nearly all table cells and many items: nothing to bind, so nothing to copy.
  if (areStatic(inlines)) return inlines;
  const bound: Inline[] = [];
  for (const inline of inlines) {
    const one = bindInline(inline, binder);
    if (one !== undefined) bound.push(one);
  }
  return bound;
}

type StaticInline = Extract<OutlineInline, { kind: "text" | "code" | "break" }>;

function areStatic(inlines: readonly OutlineInline[]): inlines is readonly StaticInline[] {
  for (const { kind } of inlines) if (kind !== "text" && kind !== "code" && kind !== "break") return false;
  return true;
}

function bindInline(inline: OutlineInline, binder: Binder): Inline | undefined {
  switch (inline.kind) {
    case "text":
    case "code":
    case "break":
      return inline;
    case "strong":
    case "emphasis":
    case "deleted":
      return { kind: inline.kind, content: bindInlines(inline.content, binder) };
    case "placeholder":
      return bindPlaceholder(inline, binder);
    case "claim":
      return bindClaim(inline, bindInlines(inline.content, binder), binder);
    case "choose":
      return bindChoice(inline, (words) => bindInlines(words, binder), binder);
    case "literal":
      return { ...inline, content: bindInlines(inline.content, binder) };
    case "link": {
      const title = inline.title && bindText(inline.title, binder);
      return bindLink(addressOf(inline.address, binder), title, bindInlines(inline.content, binder), inline.span, binder);
    }
    case "image": {
      const title = inline.title && bindText(inline.title, binder);
      return bindPicture(addressOf(inline.address, binder), bindText(inline.alternative, binder), title, inline.span, binder);
    }
  }
}

function bindPlaceholder({ parsed, span }: OutlinePlaceholder, binder: Binder): Inline | undefined {
  const result = binder.result(parsed?.expression);
  if (result === undefined || parsed === undefined) return undefined;
  if (result.kind === "number") {
    const figure = binder.figure(result.quantity, parsed.format, span, writtenOf(result.quantity, parsed.expression));
    return figure && { kind: "figure", figure };
  }
  const text = formatResult(result, parsed.format, span, binder.settings.numbers);
  binder.report.push(...text.diagnostics);
  if (text.value === undefined || result.kind === "table") return undefined;
  return { kind: "bound", text: text.value, origin: result.origin, span };
}

/** Text without markup: its placeholders as their text. The binder keeps what it rests on. */
export function bindText(template: Template, binder: Binder): string {
  return binder.plain(bindInlines(template, binder));
}

/** Nobody reads an address: no source is due for a number in it. */
function addressOf(template: Template, binder: Binder): string {
  return plainText(bindInlines(template, binder));
}
