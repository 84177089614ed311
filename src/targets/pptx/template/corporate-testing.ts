/** For tests: corporate templates as PowerPoint writes them, small, each part as text so that a test can spoil it. */

import { type ZipEntry, zipEntry, zipOf } from "../zip/write.ts";

/** Contents by path. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

export interface ShapeSketch {
  readonly name: string;
  /** As on `p:ph`. */
  readonly type?: string;
  readonly idx?: number;
  /** EMU: x, y, width, height; without it the master's holds. */
  readonly box?: readonly [number, number, number, number];
  /** First-level text, points. */
  readonly size?: number;
  readonly bullet?: boolean;
}

export interface LayoutSketch {
  readonly name: string;
  readonly shapes: readonly ShapeSketch[];
  /** XML after the placeholders, and what it refers to. */
  readonly more?: string;
  readonly relationships?: readonly RelationshipSketch[];
}

export interface RelationshipSketch {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: true;
}

export interface TemplateSketch {
  /** EMU. */
  readonly size: readonly [number, number];
  readonly master: readonly ShapeSketch[];
  /** Title and first-level text, points. */
  readonly sizes: readonly [number, number];
  readonly font: string;
  /** "RRGGBB": dk1, lt1, dk2, lt2, then the accents. */
  readonly colours: readonly string[];
  readonly layouts: readonly LayoutSketch[];
  /** XML in front of the master's placeholders. */
  readonly decoration?: string;
  readonly media?: ReadonlyMap<string, Uint8Array>;
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const names =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = "application/vnd.openxmlformats-officedocument.presentationml";
export const templateType: string = `${types}.template.main+xml`;

const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}"/>`;

/** The files of a template's package. */
export function templateFiles(sketch: TemplateSketch): Files {
  const layouts = sketch.layouts.map((_, i) => `ppt/slideLayouts/slideLayout${i + 1}.xml`);
  const files = new Map<string, string | Uint8Array>([
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${override("ppt/presentation.xml", templateType)}${override("ppt/slideMasters/slideMaster1.xml", `${types}.slideMaster+xml`)}${layouts.map((path) => override(path, `${types}.slideLayout+xml`)).join("")}${override("ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")}${override("ppt/tableStyles.xml", `${types}.tableStyles+xml`)}</Types>`,
    ],
    ["_rels/.rels", relationshipsXml([{ id: "rId1", type: `${office}/officeDocument`, target: "ppt/presentation.xml" }])],
    [
      "ppt/presentation.xml",
      `${declaration}<p:presentation ${names} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="${sketch.size[0]}" cy="${sketch.size[1]}"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="de-DE"/></a:defPPr><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:defaultTextStyle></p:presentation>`,
    ],
    [
      "ppt/_rels/presentation.xml.rels",
      relationshipsXml([
        { id: "rId1", type: `${office}/slideMaster`, target: "slideMasters/slideMaster1.xml" },
        { id: "rId2", type: `${office}/theme`, target: "theme/theme1.xml" },
        { id: "rId3", type: `${office}/tableStyles`, target: "tableStyles.xml" },
      ]),
    ],
    ["ppt/theme/theme1.xml", theme(sketch)],
    [
      "ppt/tableStyles.xml",
      `${declaration}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`,
    ],
    ["ppt/slideMasters/slideMaster1.xml", master(sketch)],
    [
      "ppt/slideMasters/_rels/slideMaster1.xml.rels",
      relationshipsXml([
        ...layouts.map((path, i) => ({ id: `rId${i + 1}`, type: `${office}/slideLayout`, target: path.replace("ppt", "..") })),
        { id: "rIdTheme", type: `${office}/theme`, target: "../theme/theme1.xml" },
        ...[...(sketch.media?.keys() ?? [])].map((path, i) => ({
          id: `rIdMedia${i + 1}`,
          type: `${office}/image`,
          target: path.replace("ppt", ".."),
        })),
      ]),
    ],
  ]);
  for (const [i, layout] of sketch.layouts.entries()) {
    files.set(
      `ppt/slideLayouts/slideLayout${i + 1}.xml`,
      `${declaration}<p:sldLayout ${names} preserve="1"><p:cSld name="${layout.name}"><p:spTree>${group}${layout.shapes.map((shape, at) => shapeXml(shape, at + 2)).join("")}${layout.more ?? ""}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    );
    files.set(
      `ppt/slideLayouts/_rels/slideLayout${i + 1}.xml.rels`,
      relationshipsXml([
        { id: "rId1", type: `${office}/slideMaster`, target: "../slideMasters/slideMaster1.xml" },
        ...(layout.relationships ?? []),
      ]),
    );
  }
  for (const [path, bytes] of sketch.media ?? []) files.set(path, bytes);
  return files;
}

/** The archive of these files. */
export function zipped(files: Files): Uint8Array {
  const entries = [...files].map(([path, content]): ZipEntry => zipEntry(path, Buffer.from(content), true));
  return zipOf(entries);
}

/** The files with one of them changed, or without it. */
export function changed(files: Files, path: string, change: (text: string) => string | undefined): Files {
  const before = files.get(path);
  if (typeof before !== "string") throw new Error(`There is no text ${path}.`);
  const after = change(before);
  if (after === before) throw new Error(`Nothing changed in ${path}.`);
  const result = new Map(files);
  if (after === undefined) result.delete(path);
  else result.set(path, after);
  return result;
}

export function relationshipsXml(list: readonly RelationshipSketch[]): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${type}" Target="${target}"${external === true ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;
}

const group =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

function shapeXml({ name, type, idx, box, size, bullet }: ShapeSketch, id: number): string {
  const place = `<p:ph${type === undefined ? "" : ` type="${type}"`}${idx === undefined ? "" : ` idx="${idx}"`}/>`;
  const transform =
    box === undefined
      ? ""
      : `<a:xfrm><a:off x="${box[0]}" y="${box[1]}"/><a:ext cx="${box[2]}" cy="${box[3]}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;
  const level =
    size === undefined && bullet === undefined
      ? "<a:lstStyle/>"
      : `<a:lstStyle><a:lvl1pPr${bullet === false ? ' marL="0" indent="0"' : ""}>${bullet === undefined ? "" : bullet ? '<a:buChar char="•"/>' : "<a:buNone/>"}<a:defRPr${size === undefined ? "" : ` sz="${size * 100}"`}/></a:lvl1pPr></a:lstStyle>`;
  const field =
    type === "sldNum"
      ? '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="de-DE"/><a:t>‹Nr.›</a:t></a:fld>'
      : "";
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${place}</p:nvPr></p:nvSpPr><p:spPr>${transform}</p:spPr><p:txBody><a:bodyPr/>${level}<a:p>${field}<a:endParaRPr lang="de-DE"/></a:p></p:txBody></p:sp>`;
}

function master({ master: shapes, layouts, sizes, decoration = "" }: TemplateSketch): string {
  const fill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>';
  const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((level) => {
    const size = Math.max(12, sizes[1] - 4 * level) * 100;
    return `<a:lvl${level + 1}pPr marL="${228600 + level * 457200}" indent="-228600" algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="${level === 0 ? 1000 : 500}"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="${size}" kern="1200">${fill}</a:defRPr></a:lvl${level + 1}pPr>`;
  });
  return `${declaration}<p:sldMaster ${names}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${group}${decoration}${shapes.map((shape, i) => shapeXml(shape, i + 100)).join("")}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${layouts.map((_, i) => `<p:sldLayoutId id="${2147483649 + i}" r:id="rId${i + 1}"/>`).join("")}</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:buNone/><a:defRPr sz="${sizes[0] * 100}" b="1" kern="1200"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${levels.join("")}</p:bodyStyle><p:otherStyle><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1800" kern="1200">${fill}</a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`;
}

function theme({ font, colours }: TemplateSketch): string {
  const slots = ["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
  const scheme = slots.map((slot, i) => `<a:${slot}><a:srgbClr val="${colours[i] ?? colours[4] ?? "000000"}"/></a:${slot}>`).join("");
  const fonts = `<a:latin typeface="${font}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350">${solid}</a:ln>`;
  const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  return `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Kreis"><a:themeElements><a:clrScheme name="Kreis">${scheme}</a:clrScheme><a:fontScheme name="Kreis"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Kreis"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}

// Three templates ------------------------------------------------------------------------------------------------------

const green = ["1D1D1B", "FFFFFF", "00573F", "E9F0EC", "00573F", "C8102E", "5B8E7D", "F0A202", "33658A", "86BBD8", "00573F", "5B8E7D"];

const foot = (date: string, footer: string, number: string): readonly ShapeSketch[] => [
  { name: date, type: "dt", idx: 10 },
  { name: footer, type: "ftr", idx: 11 },
  { name: number, type: "sldNum", idx: 12 },
];

/** Landscape 16:9 with the names and places of a German PowerPoint. */
export const germanSketch: TemplateSketch = {
  size: [12192000, 6858000],
  sizes: [28, 20],
  font: "Arial",
  colours: green,
  master: [
    { name: "Titelplatzhalter 1", type: "title", box: [838200, 365125, 9144000, 1100000] },
    { name: "Textplatzhalter 2", type: "body", idx: 1, box: [838200, 1700000, 10515600, 4476963] },
    { name: "Datumsplatzhalter 3", type: "dt", idx: 2, box: [838200, 6356350, 1500000, 365125], size: 12 },
    { name: "Fußzeilenplatzhalter 4", type: "ftr", idx: 3, box: [2438400, 6256350, 7315200, 465125], size: 10 },
    { name: "Foliennummernplatzhalter 5", type: "sldNum", idx: 4, box: [9853200, 6356350, 1500600, 365125], size: 12 },
  ],
  layouts: [
    {
      name: "Titelfolie",
      shapes: [
        { name: "Titel 1", type: "ctrTitle", box: [1524000, 1122363, 9144000, 2387600], size: 48 },
        { name: "Untertitel 2", type: "subTitle", idx: 1, box: [1524000, 3602038, 9144000, 1655762], size: 24, bullet: false },
        ...foot("Datumsplatzhalter 3", "Fußzeilenplatzhalter 4", "Foliennummernplatzhalter 5"),
      ],
    },
    {
      name: "Titel und Inhalt",
      shapes: [
        { name: "Titel 1", type: "title" },
        { name: "Inhaltsplatzhalter 2", idx: 1 },
        ...foot("Datumsplatzhalter 3", "Fußzeilenplatzhalter 4", "Foliennummernplatzhalter 5"),
      ],
    },
    {
      name: "Zwei Inhalte",
      shapes: [
        { name: "Titel 1", type: "title" },
        { name: "Inhaltsplatzhalter 2", idx: 1, box: [838200, 1700000, 5181600, 4476963] },
        { name: "Inhaltsplatzhalter 3", idx: 2, box: [6172200, 1700000, 5181600, 4476963] },
        ...foot("Datumsplatzhalter 4", "Fußzeilenplatzhalter 5", "Foliennummernplatzhalter 6"),
      ],
    },
    {
      name: "Nur Titel",
      shapes: [{ name: "Titel 1", type: "title" }, ...foot("Datumsplatzhalter 2", "Fußzeilenplatzhalter 3", "Foliennummernplatzhalter 4")],
    },
    {
      name: "Vergleich",
      shapes: [
        { name: "Titel 1", type: "title" },
        { name: "Textplatzhalter 2", type: "body", idx: 1, box: [838200, 1500000, 5157787, 600000], bullet: false },
        { name: "Inhaltsplatzhalter 3", idx: 2, box: [838200, 2200000, 5157787, 3900000] },
        { name: "Textplatzhalter 4", type: "body", idx: 3, box: [6172200, 1500000, 5183188, 600000], bullet: false },
        { name: "Inhaltsplatzhalter 5", idx: 4, box: [6172200, 2200000, 5183188, 3900000] },
        ...foot("Datumsplatzhalter 6", "Fußzeilenplatzhalter 7", "Foliennummernplatzhalter 8"),
      ],
    },
    {
      name: "Bild mit Überschrift",
      shapes: [
        { name: "Titel 1", type: "title" },
        { name: "Bildplatzhalter 2", type: "pic", idx: 1, box: [5183188, 987425, 6172200, 4873625] },
      ],
    },
    { name: "Leer", shapes: foot("Datumsplatzhalter 1", "Fußzeilenplatzhalter 2", "Foliennummernplatzhalter 3") },
  ],
};

/** The small 16:9 (10 by 5.625 inches) of Google Slides and LibreOffice, 18 points; no footer, layouts called as the house's. */
export const smallSketch: TemplateSketch = {
  size: [9144000, 5143500],
  sizes: [28, 18],
  font: "Calibri",
  colours: green,
  master: [
    { name: "Titel", type: "title", box: [457200, 205979, 8229600, 857250] },
    { name: "Text", type: "body", idx: 1, box: [457200, 1200151, 8229600, 3394472] },
  ],
  layouts: [
    {
      name: "CONTENT",
      shapes: [
        { name: "Titel", type: "title" },
        { name: "Inhalt", idx: 1 },
        { name: "kicker", type: "body", idx: 20, box: [457200, 100000, 8229600, 200000], size: 10, bullet: false },
      ],
    },
    {
      name: "title",
      shapes: [
        { name: "Titel", type: "ctrTitle" },
        { name: "Untertitel", type: "subTitle", idx: 1 },
      ],
    },
  ],
};

/** 4:3, everything at the master's places, text light on dark, as the theme itself has it. */
export const darkSketch: TemplateSketch = {
  size: [9144000, 6858000],
  sizes: [44, 32],
  font: "Calibri",
  colours: ["FFFFFF", "101820", ...green.slice(2)],
  master: [
    { name: "Titel", type: "title", box: [457200, 274638, 8229600, 1143000] },
    { name: "Text", type: "body", idx: 1, box: [457200, 1600200, 8229600, 4525963] },
    { name: "Datum", type: "dt", idx: 2, box: [457200, 6356350, 2133600, 365125], size: 12 },
    { name: "Fuß", type: "ftr", idx: 3, box: [3124200, 6356350, 2895600, 365125], size: 12 },
    { name: "Nummer", type: "sldNum", idx: 4, box: [6553200, 6356350, 2133600, 365125], size: 12 },
  ],
  layouts: [
    { name: "Titel und Inhalt", shapes: [{ name: "Titel", type: "title" }, { name: "Inhalt", idx: 1 }, ...foot("Datum", "Fuß", "Nummer")] },
  ],
};
