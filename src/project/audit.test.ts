import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { auditFile } from "./audit.ts";
import { compileDecks } from "./output.ts";
import { powerpointsOf } from "./powerpoint.ts";
import { folderWith } from "./testing.ts";

const dataset = "title: Bevölkerung\nunit: Personen\nkey: Ort\nsource: { provider: Amt }\ndefinition: Alle.\n";
const release = (stichtag: string, value: number): string => `stichtag: ${stichtag}\nvalues:\n  Aurach: ${value}\n`;
const slides = {
  "slides/probe/deck.yaml": "title: Probe\n",
  "slides/probe/01-eins.md": "# In Aurach leben {{ orte.Aurach }} Menschen\n\nSo viele wie nie, sagt das Amt.\n",
  "slides/probe/02-zwei.md": "# Ein zweiter Titel\n\nAuch im Jahr darauf waren es {{ orte.Aurach }} Menschen.\n",
};

async function probe(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({
    ...slides,
    "data/orte/dataset.yaml": dataset,
    "data/orte/2019-12-31.yaml": release("2019-12-31", 1240),
    ...files,
  });
  const compiled = await compileDecks({ root: folder.root });
  const [output] = (await powerpointsOf(compiled, "")).value ?? [];
  if (output === undefined) throw new Error(compiled.diagnostics.map(({ message }) => message.en).join("\n"));
  const audit = (bytes: Uint8Array, more: { readonly deck?: string; readonly asOf?: string } = {}) => {
    folder.write("partner.pptx", bytes);
    return auditFile({ root: folder.root, file: join(folder.root, "partner.pptx"), ...more });
  };
  return { folder, bytes: output.content, audit };
}

/** The file with parts changed by their paths; `undefined` takes one out. */
function edited(bytes: Uint8Array, edit: (path: string, text: string) => string | undefined): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).flatMap(([path, content]) => {
    if (!/\.(?:xml|rels)$/.test(path)) return [[path, content] as const];
    const text = edit(path, strFromU8(content));
    return text === undefined ? [] : [[path, strToU8(text)] as const];
  });
  return zipSync(Object.fromEntries(parts), { level: 1 });
}

const kinds = ({ audit }: Awaited<ReturnType<typeof auditFile>>): readonly string[] | undefined => audit?.findings.map(({ kind }) => kind);
const codes = ({ diagnostics }: Awaited<ReturnType<typeof auditFile>>): readonly string[] => diagnostics.map(({ message }) => message.code);

describe("a file that came back", () => {
  it("as it went says nothing", async () => {
    const { audit, bytes } = await probe();
    const found = await audit(bytes);
    expect(found.audit?.findings).toEqual([]);
    expect(found).toMatchObject({ isRecorded: true, deck: { deck: "probe" }, diagnostics: [] });
  });

  it("after a newer release says what has moved on, and with a changed digit that, too", async () => {
    const { audit, bytes, folder } = await probe();
    folder.write("data/orte/2020-12-31.yaml", release("2020-12-31", 1360));
    const moved = await audit(bytes);
    expect(moved.audit?.findings[0]).toMatchObject({
      kind: "data-moved-on",
      written: "1.240",
      past: { text: "1.240", stichtage: ["2019-12-31"] },
      present: { text: "1.360", stichtage: ["2020-12-31"] },
    });
    expect(kinds(await audit(bytes, { asOf: "2019-12-31" }))).toEqual([]);
    const changed = await audit(
      edited(bytes, (path, text) => (path.startsWith("ppt/slides/slide1") ? text.replace("1.240", "1.241") : text)),
    );
    expect(changed.audit?.findings[0]).toMatchObject({
      kind: "figure-changed",
      found: "1.241",
      past: { text: "1.240" },
      present: { text: "1.360" },
    });
  });

  it("without its record is compared with the deck that it resembles, and a foreign one with none", async () => {
    const { audit, bytes } = await probe();
    const lost = edited(bytes, (path, text) => (path.startsWith("customXml/") ? undefined : text.replace("1.240", "1.250")));
    const found = await audit(lost);
    expect(codes(found)).toEqual(["audit-record-lost"]);
    expect(kinds(found)).toContain("figure-changed");
    const foreign = edited(lost, (_, text) =>
      text.replaceAll(/<a:t>[^<]*<\/a:t>/g, "<a:t>Anderes Thema</a:t>").replaceAll(/(<p:cSld) name="[^"]*"/g, "$1"),
    );
    expect(codes(await audit(foreign))).toEqual(["audit-nothing-ours"]);
    expect(codes(await audit(lost, { deck: "prob" }))).toEqual(["unknown-deck"]);
  });
});

describe("a file that cannot be read", () => {
  it("is refused with words", async () => {
    const { audit, bytes } = await probe();
    const code = async (content: Uint8Array): Promise<readonly string[]> => codes(await audit(content));
    expect(await code(strToU8("%PDF-1.7 no presentation"))).toEqual(["audit-no-presentation"]);
    expect(await code(zipSync({ "a.txt": strToU8("nothing") }))).toEqual(["audit-no-presentation"]);
    expect(await code(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toEqual(["audit-old-or-locked"]);
    expect(await code(bytes.slice(0, bytes.length / 2))).toEqual(["audit-damaged"]);
    expect(await code(edited(bytes, (path, text) => (path === "ppt/slides/slide1.xml" ? text.slice(0, -20) : text)))).toEqual([
      "audit-damaged",
    ]);
    const macros = edited(bytes, (path, text) =>
      path === "[Content_Types].xml"
        ? text.replace(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
          )
        : text,
    );
    expect(await code(macros)).toEqual(["audit-macros"]);
    const bomb = zipSync({ ...unzipSync(bytes), "ppt/bomb.xml": [new Uint8Array(260_000_000), { level: 1 }] });
    expect(await code(bomb)).toEqual(["audit-too-large"]);
  });

  it("is not believed what it says of itself", async () => {
    const { audit, bytes } = await probe();
    const odd = edited(bytes, (path, text) => (path.startsWith("customXml/item1") ? text.replace(/"figures":\[/, '"figures":[7,') : text));
    expect(codes(await audit(odd))).toEqual(["audit-record-lost"]);
    const invented = edited(bytes, (path, text) =>
      /customXml\/item1|[sS]lide1\.xml/.test(path) ? text.replaceAll("1.240", "9.999") : text,
    );
    expect((await audit(invented)).audit?.findings[0]).toMatchObject({ kind: "data-corrected", written: "9.999" });
  });
});
