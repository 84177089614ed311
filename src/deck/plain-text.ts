/** What inlines say, without how they look. */

import type { Inline } from "./model.ts";

/** The words of inlines, without markup. */
export function plainText(inlines: readonly Inline[]): string {
  let text = "";
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
      case "code":
      case "bound":
        text += inline.text;
        break;
      case "figure":
        text += inline.figure.text;
        break;
      case "break":
        text += " ";
        break;
      case "image":
        text += inline.image.alternative;
        break;
      case "strong":
      case "emphasis":
      case "deleted":
      case "link":
      case "claim":
      case "literal":
        text += plainText(inline.content);
        break;
    }
  }
  return text;
}
