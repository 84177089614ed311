import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { XmlError } from "./error.ts";
import { namespaces } from "./namespaces.ts";
import { readXml } from "./read.ts";
import { type XmlElement, type XmlNode, element, textOf } from "./tree.ts";
import { legal, writeXml } from "./write.ts";

function faultOf(source: string | Uint8Array): string {
  try {
    readXml(source);
  } catch (error) {
    if (error instanceof XmlError) return error.kind;
    throw error;
  }
  return "none";
}

const { a } = namespaces;

describe("readXml", () => {
  it("reads elements, attributes and text", () => {
    expect(readXml(`<?xml version="1.0"?><r x="1 &amp; 2"><b/>Ä&#x20AC;<![CDATA[<&]]>z</r>`)).toEqual(
      element("r", { x: "1 & 2" }, element("b"), "Ä€<&z"),
    );
  });

  it("keeps blanks in elements of text only", () => {
    const read = readXml(
      `<a:p xmlns:a="${a}">\n <a:r>\t<a:t> </a:t> </a:r> <a:r><a:t> x\n</a:t></a:r><a:n xml:space="preserve"> </a:n></a:p>`,
    );
    expect(textOf(read)).toBe("  x\n ");
    expect(read.children).toHaveLength(3);
  });

  it("leaves elements out with all below them", () => {
    const read = readXml(`<r><a>1<b><a/></b></a><c>2<a>3</a>4</c></r>`, { drop: new Set(["a"]) });
    expect(read).toEqual(element("r", {}, element("c", {}, "24")));
  });

  it("leaves out by the tree's name, not the file's", () => {
    const read = readXml(`<q:p xmlns:q="${a}"><q:r/><r/></q:p>`, { drop: new Set(["a:r"]) });
    expect(read.children).toEqual([element("r")]);
  });

  it("gives known namespaces their usual prefixes, wherever they are declared", () => {
    const read = readXml(
      `<presentation xmlns="http://schemas.openxmlformats.org/presentationml/2006/main"
        xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
        <x rel:id="1" id="2"/><d:y xmlns:d="${a}"><d:z/></d:y><w xmlns="http://example.org"/></presentation>`,
    );
    expect(read.name).toBe("p:presentation");
    expect(read.attributes).toEqual({
      "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
      "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    });
    expect(read.children).toEqual([
      element("p:x", { "r:id": "1", id: "2" }),
      element("a:y", { "xmlns:a": a }, element("a:z")),
      element("w", { xmlns: "http://example.org" }),
    ]);
  });

  it("renames the prefixes in lists of prefixes", () => {
    const read = readXml(
      `<x xmlns="http://example.org" xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:new="http://schemas.microsoft.com/office/powerpoint/2010/main" m:Ignorable="new other"><m:Choice Requires="new"/></x>`,
    );
    expect(read.attributes["mc:Ignorable"]).toBe("p14 other");
    expect(read.children).toEqual([element("mc:Choice", { Requires: "p14" })]);
  });

  it("does not take another namespace for one of ours", () => {
    expect(readXml(`<p:presentation xmlns:p="http://purl.oclc.org/ooxml/presentationml/main"/>`).name).not.toBe("p:presentation");
  });

  it.each([
    ["malformed", ""],
    ["malformed", "text"],
    ["malformed", "<a>"],
    ["malformed", "<a></b>"],
    ["malformed", "<a/><b/>"],
    ["malformed", `<a x="1" x="2"/>`],
    ["malformed", "<a>&nbsp;</a>"],
    ["malformed", "<a>&toString;</a>"],
    ["malformed", "<a>&#0;</a>"],
    ["malformed", "<a>\u0001</a>"],
    ["malformed", "<a x=1/>"],
    ["malformed", "<a:b/>"],
    ["malformed", "<a b:c='1'/>"],
    ["malformed", "<a:b:c xmlns:a='u'/>"],
    ["malformed", `<r xmlns:x="${a}" xmlns:y="${a}" x:id="1" y:id="2"/>`],
    ["malformed", `<r xmlns:x=""/>`],
    ["doctype", `<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>`],
    ["doctype", `<!DOCTYPE r SYSTEM "http://example.org"><r/>`],
    ["encoding", `<?xml version="1.0" encoding="ISO-8859-1"?><r/>`],
    ["encoding", Buffer.from([0x3c, 0x72, 0x3e, 0xff, 0x3c, 0x2f, 0x72, 0x3e])],
    ["depth", "<a>".repeat(100_000)],
  ])("refuses as %s: %j", (kind, source) => {
    expect(faultOf(source)).toBe(kind);
  });

  it("reads UTF-8 and UTF-16, with and without a mark", () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?><r>Übersicht 🌍</r>`;
    const little = Buffer.from(text, "utf16le");
    const big = Buffer.from(text, "utf16le").swap16();
    for (const bytes of [
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(text),
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ])
      expect(textOf(readXml(bytes))).toBe("Übersicht 🌍");
  });

  it("never fails otherwise", () => {
    const scrap = fc.constantFrom(
      "<",
      ">",
      "/",
      "a",
      "a:b",
      " ",
      "=",
      '"',
      "'",
      "&",
      ";",
      "#",
      "xmlns",
      "<![CDATA[",
      "]]>",
      "<!--",
      "-->",
      "<?x ?>",
      "é",
    );
    fc.assert(fc.property(fc.array(scrap, { maxLength: 40 }), (scraps) => void faultOf(`<a>${scraps.join("")}</a>`)));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void faultOf(bytes)));
  });
});

describe("legal", () => {
  it("takes out what XML cannot hold and soft hyphens, and nothing else", () => {
    expect(legal("a\u00ad\u0000b\u000bc\ud800d\udc00\ud83cé🌍\ufffe\uffff\ufffd\t\n\r")).toBe("abcdé🌍\ufffd\t\n\r");
  });

  it("leaves text that can be written and read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const written = writeXml(element("a:t", { "xmlns:a": a, x: text }, text));
        expect(Buffer.from(written).toString()).toBe(written);
        const read = readXml(written);
        expect(textOf(read)).toBe(legal(text));
        expect(read.attributes["x"]).toBe(legal(text));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => {
        const text = String.fromCharCode(...codes);
        expect(textOf(readXml(writeXml(element("t", {}, text))))).toBe(legal(text));
      }),
    );
  });
});

describe("write and read", () => {
  const name = fc.constantFrom("a:t", "a:r", "p:sp", "c:v", "x", "r:id");
  const text = fc.string({ unit: "grapheme", minLength: 1 }).map((value) => `x${legal(value)}`);
  const attributes = fc.dictionary(fc.constantFrom("id", "x", "r:id", "xml:space"), fc.string({ unit: "grapheme" }).map(legal), {
    noNullPrototype: true,
  });
  const { tree } = fc.letrec<{ tree: XmlElement; node: XmlNode }>((tie) => ({
    node: fc.oneof({ depthSize: "small", maxDepth: 5 }, text, tie("tree")),
    tree: fc.tuple(name, attributes, fc.array(tie("node"), { maxLength: 4 })).map(([tag, values, children]) => ({
      name: tag,
      attributes: values,
      children: apart(children),
    })),
  }));

  it("gives the same tree again", () => {
    fc.assert(
      fc.property(tree, (root) => {
        const { p, c, r } = namespaces;
        const whole = element("p:root", { "xmlns:a": a, "xmlns:p": p, "xmlns:c": c, "xmlns:r": r }, root);
        expect(readXml(writeXml(whole))).toEqual(whole);
      }),
    );
  });

  it("gives the same text again", () => {
    fc.assert(
      fc.property(tree, (root) => {
        const written = writeXml({ ...root, name: "root", attributes: { "xmlns:a": a, "xmlns:p": "u", "xmlns:c": "v", "xmlns:r": "w" } });
        const once = writeXml(readXml(written));
        expect(writeXml(readXml(once))).toBe(once);
      }),
    );
  });
});

/** Texts side by side are one when read. */
function apart(nodes: readonly XmlNode[]): readonly XmlNode[] {
  return nodes.filter((node, at) => typeof node !== "string" || typeof nodes[at - 1] !== "string");
}

describe("element", () => {
  it("refuses numbers that are none, and says where", () => {
    expect(() => element("a:off", { x: Number.NaN, y: 0 })).toThrow("<a:off x> would be NaN.");
    expect(() => element("a:ext", { cx: 1, cy: Number.POSITIVE_INFINITY })).toThrow(RangeError);
    expect(element("a:off", { x: -1.5, y: 0 }).attributes).toEqual({ x: "-1.5", y: "0" });
  });
});
