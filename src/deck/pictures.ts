/** Which paragraphs are rows of pictures: every target sets them side by side. */

import type { Inline } from "./model.ts";

/** Whether a paragraph is pictures only, bare or each of them a link; blanks and line breaks between them say nothing. */
export function isPictureRow(content: readonly Inline[]): boolean {
  const shown = content.filter((inline) => !isBlank(inline));
  return shown.length > 0 && shown.every((inline) => pictureOf(inline) !== undefined);
}

/** The picture that an inline is, perhaps as a link. */
export function pictureOf(inline: Inline): Extract<Inline, { readonly kind: "image" }> | undefined {
  if (inline.kind === "image") return inline;
  const [only, ...others] = inline.kind === "link" ? inline.content : [];
  return only?.kind === "image" && others.length === 0 ? only : undefined;
}

function isBlank(inline: Inline): boolean {
  return inline.kind === "break" || (inline.kind === "text" && inline.text.trim() === "");
}
