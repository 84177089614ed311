/** Text of servers, made fit to be told: without secrets, in one line, and short. */

/** Replaces what must not be told; for whom nothing is secret, gives the text back. */
export type Hide = (text: string) => string;

/** Where no credentials are sent. */
export const nothingSecret: Hide = (text) => text;

const longest = 300;

export function excerpt(text: string, hide: Hide): string {
  // Secrets first: a cut through the middle of one would leave its beginning.
  const line = hide(text).replaceAll(/\s+/gu, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest).trimEnd()} …`;
}

/** Whether a text begins as a web page does. */
export function isPage(text: string): boolean {
  return /^\uFEFF?\s*<(?:!doctype|html|head|body|\?xml|!--)/iu.test(text);
}

/** What a page says of itself: title, else first heading; "" for neither. */
export function pageTitle(page: string, hide: Hide): string {
  const inner = /<title[^>]*>([^<]+)</iu.exec(page)?.[1] ?? /<h1[^>]*>([^<]+)</iu.exec(page)?.[1] ?? "";
  return excerpt(inner.replaceAll("&nbsp;", " ").replaceAll("&amp;", "&"), hide);
}
