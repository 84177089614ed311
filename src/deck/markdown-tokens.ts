/** marked types its tokens as its own or those of extensions; there are no extensions here. */

import type { MarkedToken, Token } from "marked";

const types = {
  blockquote: true,
  br: true,
  checkbox: true,
  code: true,
  codespan: true,
  def: true,
  del: true,
  em: true,
  escape: true,
  heading: true,
  hr: true,
  html: true,
  image: true,
  link: true,
  list: true,
  list_item: true,
  paragraph: true,
  space: true,
  strong: true,
  table: true,
  text: true,
} satisfies Record<MarkedToken["type"], true>;

export function isMarked(token: Token): token is MarkedToken {
  return Object.hasOwn(types, token.type);
}
