/** Templates that are none: each gives one clear message, at the place of the file's name. */

import { array, assert, asyncProperty, nat, tuple } from "fast-check";
import { expect, it } from "vitest";
import { readSettings } from "../../../deck/settings.ts";
import type { Outcome } from "../../../source/diagnostic.ts";
import { toSource } from "../../../source/source.ts";
import { zipEntry, zipOf } from "../zip/write.ts";
import { readTemplate } from "./corporate.ts";
import { changed, type Files, germanSketch, templateFiles, zipped } from "./corporate-testing.ts";
import type { Template } from "./template.ts";

const settings = readSettings(
  toSource("slides/x/deck.yaml", "title: T\ntemplate: { file: theme/k.potx, layouts: { content: Titel und Inhalt } }\n"),
).value?.template;

function read(bytes: Uint8Array): Promise<Outcome<Template>> {
  if (settings === undefined) throw new Error("no template");
  const region = { slides: ["01-a"], kinds: new Set(["text" as const]) };
  const regions = new Map(["title", "main"].map((name) => [name, region]));
  return readTemplate(bytes, {
    settings,
    canvas: "16:9",
    uses: [{ layout: "content", slides: ["01-a"], charts: [], regions, pairings: [] }],
  });
}

const german = templateFiles(germanSketch);
const without = (...paths: readonly string[]): Files => new Map([...german].filter(([path]) => !paths.includes(path)));
const more = (path: string, content: string | Uint8Array, files: Files = german): Files => new Map([...files, [path, content]]);

/** 200 MB, unpacked. */
const zeros = bomb(200);

const compound = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

it.each<[string, Uint8Array | Files, string, RegExp]>([
  ["an empty file", new Uint8Array(), "template-no-package", /is empty/u],
  ["a PDF", latin("%PDF-1.7\n…"), "template-no-package", /a PDF/u],
  ["an old .ppt", latin(`${compound}${"\0".repeat(512)}`), "template-no-package", /before PowerPoint 2007/u],
  [
    "an encrypted file",
    Buffer.concat([latin(compound + "\0".repeat(504)), Buffer.from("EncryptedPackage", "utf16le")]),
    "template-no-package",
    /password/u,
  ],
  ["a text", latin("Kreis"), "template-no-package", /another format/u],
  ["half a file", zipped(german).subarray(0, 4000), "template-damaged", /its end is missing/u],
  ["a file with a hole", holed(zipped(german)), "template-damaged", /check sums/u],
  ["a file of zeros beyond all measure", zeros, "template-too-large", /larger than 128 MB/u],
  ["a file that says less than it holds", lying(zeros), "template-damaged", /check sums/u],
  [
    "an archive of something else",
    zipOf([zipEntry("mimetype", latin("application/vnd.oasis.opendocument.presentation"), false)]),
    "template-no-presentation",
    /holds no presentation/u,
  ],
  [
    "a Word document",
    changed(german, "[Content_Types].xml", (text) => text.replace("presentationml.template", "wordprocessingml.template")),
    "template-no-presentation",
    /a Word document/u,
  ],
  [
    "no relationship to a presentation",
    changed(german, "_rels/.rels", (text) => text.replace('officeDocument"', 'other"')),
    "template-no-presentation",
    /holds no presentation/u,
  ],
  ["a presentation that is not there", without("ppt/presentation.xml"), "template-part", /lacks the part ppt\/presentation.xml/u],
  [
    "strict Open XML",
    changed(german, "_rels/.rels", (text) => text.replaceAll(office, "http://purl.oclc.org/ooxml/officeDocument/relationships")),
    "template-strict",
    /Strict Open XML/u,
  ],
  [
    "no master",
    changed(german, "ppt/presentation.xml", (text) => text.replace(/<p:sldMasterIdLst>.*<\/p:sldMasterIdLst>/u, "")),
    "template-no-master",
    /no slide master/u,
  ],
  [
    "a master without layouts",
    changed(german, "ppt/slideMasters/slideMaster1.xml", (text) => text.replace(/<p:sldLayoutIdLst>.*<\/p:sldLayoutIdLst>/u, "")),
    "template-no-layouts",
    /no layouts/u,
  ],
  [
    "no size of slides",
    changed(german, "ppt/presentation.xml", (text) => text.replace(/<p:sldSz [^>]*>/u, "")),
    "template-size",
    /how large/u,
  ],
  [
    "a size of nothing",
    changed(german, "ppt/presentation.xml", (text) => text.replace(/<p:sldSz [^>]*>/u, '<p:sldSz cx="0" cy="NaN"/>')),
    "template-size",
    /how large/u,
  ],
  ...[
    ["100", "6858000"],
    ["12192000", "99999999999"],
    ["914399", "6858000"],
  ].map(([cx, cy]): [string, Files, string, RegExp] => [
    `slides of ${cx} by ${cy}`,
    changed(german, "ppt/presentation.xml", (text) => text.replace(/<p:sldSz [^>]*>/u, `<p:sldSz cx="${cx}" cy="${cy}"/>`)),
    "template-size",
    /2\.54 cm to 142\.24 cm/u,
  ]),
  ["a layout that is not there", without("ppt/slideLayouts/slideLayout3.xml"), "template-part", /slideLayout3/u],
  ["a theme that is not there", without("ppt/theme/theme1.xml"), "template-part", /theme1/u],
  [
    "XML that breaks off",
    changed(german, "ppt/slideLayouts/slideLayout2.xml", (text) => text.slice(0, 900)),
    "template-xml",
    /slideLayout2.xml .* no well-formed XML/u,
  ],
  [
    "a document type",
    changed(german, "ppt/theme/theme1.xml", (text) => text.replace("<a:theme", '<!DOCTYPE a [<!ENTITY x "y">]><a:theme')),
    "template-xml",
    /DOCTYPE/u,
  ],
  [
    "a part of XML without end",
    more("ppt/theme/theme1.xml", `<a>${" ".repeat(17 * 1024 * 1024)}</a>`),
    "template-too-large",
    /larger than 16 MB/u,
  ],
])("refuses %s", async (_, input, code, words) => {
  const { value, diagnostics } = await read(input instanceof Uint8Array ? input : zipped(input));
  expect(diagnostics.map(({ message }) => message.code)).toEqual([code]);
  expect(diagnostics[0]?.message.en).toMatch(words);
  expect(diagnostics[0]?.message.de).toContain("»theme/k.potx«");
  expect(diagnostics[0]?.span.source.text.slice(diagnostics[0].span.start, diagnostics[0].span.end)).toBe("theme/k.potx");
  expect(value).toBeUndefined();
});

it("throws at nothing, whatever bytes of a template are changed", async () => {
  const whole = zipped(german);
  await assert(
    asyncProperty(
      array(tuple(nat(whole.length - 1), nat(255)), { minLength: 1, maxLength: 20 }),
      nat(whole.length),
      async (changes, length) => {
        const bytes = Uint8Array.from(whole.subarray(0, length));
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        const { value, diagnostics } = await read(bytes);
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

/** With bytes gone in the middle. */
function holed(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes).fill(0, 300, 900);
}

/** @param megabytes unpacked, of zeros */
function bomb(megabytes: number): Uint8Array {
  const content = Buffer.alloc(megabytes * 1024 * 1024);
  const files = [...german].map(([path, text]) => zipEntry(path, Buffer.from(text), true));
  return zipOf([...files, zipEntry("ppt/media/image1.png", content, true)]);
}

/** The last entry's size written small, in the directory and before its data. */
function lying(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const directory = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.writeUInt32LE(1000, directory + 24);
  copy.writeUInt32LE(1000, copy.readUInt32LE(directory + 42) + 22);
  return copy;
}
