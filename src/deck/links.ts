/** Where links and pictures may lead. */

import {
  linkEmpty,
  linkProtocol,
  linkWithoutWords,
  pictureElsewhere,
  pictureWithoutText,
  unknownPicture,
  unknownSlide,
} from "../source/messages/deck.ts";
import type { Span } from "../source/source.ts";
import type { Binder } from "./binder.ts";
import type { Inline } from "./model.ts";

const protocols: ReadonlySet<string> = new Set(["http", "https", "mailto", "tel"]);

/** The link, or its words alone where its address is refused, which is told. */
export function bindLink(
  address: string,
  title: string | undefined,
  content: readonly Inline[],
  span: Span,
  binder: Binder,
): Inline | undefined {
  checkAddress(address, span, binder);
  if (!saysAnything(content)) binder.fail(span, linkWithoutWords());
  return { kind: "link", address, ...(title ? { title } : {}), content };
}

function checkAddress(address: string, span: Span, binder: Binder): void {
  if (address.trim() === "") {
    binder.fail(span, linkEmpty());
  } else if (address.startsWith("#")) {
    const id = address.slice(1);
    if (!binder.hasSlide(id)) binder.fail(span, unknownSlide(id, binder.nearest("slideIds", id)));
  } else if (!isAllowed(address)) {
    binder.fail(span, linkProtocol(address));
  }
}

/**
 * http(s), mailto, tel and relative addresses. Judged as a browser reads them: it drops tabs, line breaks and leading
 * blanks, and takes `\` for `/`; `//host` would leave the deck for another machine.
 */
function isAllowed(address: string): boolean {
  if (/^https?:\/\//.test(address)) return true;
  // oxlint-disable-next-line no-control-regex
  const read = address.replaceAll(/[\u0000-\u0020\u007f-\u00a0]/g, "").replaceAll("\\", "/");
  const protocol = /^([a-z][a-z0-9+.-]*):/i.exec(read)?.[1]?.toLowerCase();
  return protocol === undefined ? !read.startsWith("//") : protocols.has(protocol);
}

function saysAnything(content: readonly Inline[]): boolean {
  return content.some((inline) => {
    if (inline.kind === "text" || inline.kind === "code" || inline.kind === "bound") return inline.text.trim() !== "";
    return "content" in inline ? saysAnything(inline.content) : inline.kind !== "break";
  });
}

export function bindPicture(
  address: string,
  alternative: string,
  title: string | undefined,
  span: Span,
  binder: Binder,
): Inline | undefined {
  if (alternative.trim() === "") binder.fail(span, pictureWithoutText());
  const path = pathOf(address, span.source.path);
  if (path === undefined) return binder.fail(span, pictureElsewhere(address));
  if (!binder.hasPicture(path)) {
    const near = binder.nearest("pictures", path);
    return binder.fail(span, unknownPicture(address, near === undefined ? undefined : relative(near, span.source.path)));
  }
  return { kind: "image", image: { address: path, alternative, ...(title ? { title } : {}) } };
}

/** The path in the project of a file named beside the slide; `undefined` for addresses that are no files. */
function pathOf(address: string, slide: string): string | undefined {
  const written = address.replaceAll("\\", "/");
  if (/^[a-z][a-z0-9+.-]*:|^\/|[?#]/i.test(written)) return undefined;
  const parts = slide.split("/").slice(0, -1);
  for (const part of decoded(written).normalize("NFC").split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function relative(path: string, slide: string): string {
  const folder = slide.slice(0, slide.lastIndexOf("/") + 1);
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}
