/** The words for an answer that was read as text because it is no file. */

import type { Message } from "../../../../source/diagnostic.ts";
import { emptyAnswer, httpStatus, oddAnswer, webPage } from "../../../../source/messages/network.ts";
import type { Reply } from "./exchange.ts";
import { excerpt, type Hide, isPage, pageTitle } from "./words.ts";

export type TextReply = Extract<Reply, { readonly kind: "text" }>;

export function noTableWords(who: string, { text, status, type }: TextReply, hide: Hide): Message {
  const page = isPage(text) || type === "text/html";
  if (status < 200 || status >= 300) return httpStatus(who, status, page ? pageTitle(text, hide) : excerpt(text, hide));
  if (page) return webPage(who, pageTitle(text, hide));
  return text.trim() === "" ? emptyAnswer(who) : oddAnswer(who, excerpt(type, hide));
}
