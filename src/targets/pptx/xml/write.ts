/** Tree → XML text, with the declaration. */

import type { XmlElement } from "./tree.ts";

export function writeXml(root: XmlElement): string {
  return writeElement('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', root);
}

/**
 * A text as the file can hold it: without the characters that XML 1.0 cannot hold, not even escaped (most controls, lone
 * surrogates, U+FFFE, U+FFFF), and without soft hyphens, which PowerPoint and Excel show in the middle of a line. All that
 * is written passes through here; call it where words are measured, cut or told apart before.
 */
export function legal(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x20 && code < 0xd800 && code !== softHyphen) continue;
    if (isIllegal(code, text, at)) return without(text);
    if (code >= 0xd800 && code < 0xdc00) at += 1;
  }
  return text;
}

const softHyphen = 0xad;

/** The text so far, with the element after it. */
function writeElement(before: string, { name, attributes, children }: XmlElement): string {
  let out = `${before}<${name}`;
  for (const key in attributes) out += ` ${key}="${escapeAttribute(attributes[key] ?? "")}"`;
  if (children.length === 0) return `${out}/>`;
  out += ">";
  for (const node of children) out = typeof node === "string" ? out + escapeText(node) : writeElement(out, node);
  return `${out}</${name}>`;
}

/** `]]>` may not stand in text; a carriage return would be read as a line feed. */
function escapeText(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x26 || code === 0x3c || code === 0x3e || code === 0x0d || isSuspect(code))
      return legal(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
  }
  return text;
}

/** Blanks other than spaces would be read as spaces. */
function escapeAttribute(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x22 || code === 0x26 || code === 0x3c || code === 0x3e || isSuspect(code))
      return legal(text)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("\t", "&#9;")
        .replaceAll("\n", "&#10;")
        .replaceAll("\r", "&#13;");
  }
  return text;
}

/** Perhaps illegal: {@link legal} looks closer. */
function isSuspect(code: number): boolean {
  return code >= 0xd800 || code === softHyphen || (code < 0x20 && code !== 0x0a && code !== 0x09);
}

function isIllegal(code: number, text: string, at: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  if (code === softHyphen) return true;
  if (code >= 0xd800 && code < 0xdc00) {
    const low = text.charCodeAt(at + 1);
    return !(low >= 0xdc00 && low < 0xe000);
  }
  return (code >= 0xdc00 && code < 0xe000) || code === 0xfffe || code === 0xffff;
}

function without(text: string): string {
  let kept = "";
  for (const character of text) {
    const illegal = character.length === 1 && isIllegal(character.charCodeAt(0), character, 0);
    if (!illegal) kept += character;
  }
  return kept;
}
