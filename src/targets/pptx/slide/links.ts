/** Where links lead: to an address outside, or to another slide. */

import { relationshipTypes } from "../package/types.ts";
import type { Attributes } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import type { Link } from "./content.ts";
import type { SlideContext } from "./context.ts";

/** Whether there is such a slide, or the address is one that PowerPoint takes. */
export function leads(link: Link, context: SlideContext): boolean {
  return "slide" in link ? context.slidePath(link.slide) !== undefined : uriOf(link.address) !== undefined;
}

/** The attributes of `a:hlinkClick` for a link that {@link leads} somewhere; relates the slide to its target. */
export function clickOf(link: Link, context: SlideContext): Attributes {
  const tooltip = link.title === "" ? undefined : link.title;
  if ("slide" in link) {
    const target = context.slidePath(link.slide);
    if (target === undefined) throw new Error(`There is no slide ${link.slide}.`);
    return { "r:id": context.part.relate(relationshipTypes.slide, target), action: "ppaction://hlinksldjump", tooltip };
  }
  const address = uriOf(link.address);
  if (address === undefined) throw new Error(`${link.address} is no address.`);
  return { "r:id": context.part.relate(relationshipTypes.hyperlink, address, true), tooltip };
}

const schemes: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * The address as a URI in the narrow sense, with blanks and umlauts in per cent, as the package wants it: of another one
 * PowerPoint says that the file is damaged. `undefined` if it is none, or runs code.
 */
export function uriOf(address: string): string | undefined {
  const trimmed = legal(address)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
  if (trimmed === "" || trimmed.startsWith("#") || trimmed.startsWith("//")) return undefined;
  if (URL.canParse(trimmed)) {
    const { protocol, hostname, href } = new URL(trimmed);
    if (!schemes.has(protocol)) return undefined;
    // Brackets may stand around an IPv6 address, and nowhere else.
    const host = hostname.startsWith("[") ? href.indexOf(hostname) : 0;
    const after = host === 0 ? 0 : host + hostname.length;
    return `${escaped(href.slice(0, host))}${href.slice(host, after)}${escaped(href.slice(after))}`;
  }
  // A file beside the presentation; what looks like a scheme is a broken one.
  if (/^[^/?#]*:/u.test(trimmed)) return undefined;
  return escaped(trimmed);
}

/** What a URI cannot hold in per cent; what is in per cent already stays so. */
function escaped(address: string): string {
  return address.replaceAll(/%(?![0-9a-f]{2})|[^\w\-.~/?#@!$&'()*+,;=:%]/giu, encodeURIComponent);
}
